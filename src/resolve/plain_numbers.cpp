#include "resolve/plain_numbers.h"

#include <array>
#include <string>
#include <unordered_map>

namespace dateline {
namespace {

using Words = std::string_view;
using Found = std::optional<PlainNumber>;

struct Cardinal {
  double value = 0;
  bool scale = false;
};

struct Vague {
  double low = 0;
  double high = 0;
};

constexpr std::array<Words, 20> kOnes = {
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<Words, 8> kTens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

const std::unordered_map<Words, Cardinal>& cardinals() {
  static const std::unordered_map<Words, Cardinal> table = [] {
    std::unordered_map<Words, Cardinal> words;
    for (std::size_t i = 0; i < kOnes.size(); ++i) words[kOnes[i]] = {static_cast<double>(i), false};
    for (std::size_t i = 0; i < kTens.size(); ++i) words[kTens[i]] = {static_cast<double>(i + 2) * 10, false};
    for (const auto* word : {"nought", "naught"}) words[word] = {0, false};
    words["dozen"] = {12, true};
    words["hundred"] = {100, true};
    for (const auto* word : {"thousand", "k"}) words[word] = {1e3, true};
    words["lakh"] = {1e5, true};
    for (const auto* word : {"million", "mn", "mln", "mil"}) words[word] = {1e6, true};
    words["crore"] = {1e7, true};
    for (const auto* word : {"billion", "bn", "bln"}) words[word] = {1e9, true};
    for (const auto* word : {"trillion", "tn", "tln"}) words[word] = {1e12, true};
    return words;
  }();
  return table;
}

/// "half", "third", "quarters", "tenth" and what they divide by.
const std::unordered_map<Words, double>& denominators() {
  static const std::unordered_map<Words, double> table = {
      {"half", 2},          {"halves", 2},      {"third", 3},        {"thirds", 3},       {"quarter", 4},
      {"quarters", 4},      {"fourth", 4},      {"fourths", 4},      {"fifth", 5},        {"fifths", 5},
      {"sixth", 6},         {"sixths", 6},      {"seventh", 7},      {"sevenths", 7},     {"eighth", 8},
      {"eighths", 8},       {"ninth", 9},       {"ninths", 9},       {"tenth", 10},       {"tenths", 10},
      {"twentieth", 20},    {"twentieths", 20}, {"hundredth", 100},  {"hundredths", 100}, {"thousandth", 1e3},
      {"thousandths", 1e3}, {"millionth", 1e6}, {"trillionth", 1e12}};
  return table;
}

const Cardinal* cardinal(const Pieces& p, std::size_t at) {
  const auto found = cardinals().find(p[at].text);
  return found == cardinals().end() ? nullptr : &found->second;
}

double denominator(const Pieces& p, std::size_t at) {
  const auto found = denominators().find(p[at].text);
  return found == denominators().end() ? 0 : found->second;
}

bool is_article(const Pieces& p, std::size_t at) { return p.is(at, "a") || p.is(at, "an"); }

/// The least that coders of conflicts read from the word: 24 for dozens, 100 for hundreds.
std::optional<Vague> vague_noun(Words word) {
  if (word == "tens") return Vague{10, 99};
  if (word == "dozens") return Vague{24, 99};
  if (word == "scores") return Vague{40, 99};
  if (word == "hundreds") return Vague{100, 999};
  if (word == "thousands") return Vague{1e3, 9999};
  if (word == "millions") return Vague{1e6, 9999999};
  if (word == "billions") return Vague{1e9, 9999999999.0};
  return {};
}

/// "dozens", "tens of thousands".
Found vague_plural(const Pieces& p, std::size_t at) {
  const auto first = vague_noun(p[at].text);
  if (!first) return {};
  const auto second = p.is(at + 1, "of") ? vague_noun(p[at + 2].text) : std::nullopt;
  if (!second) {
    const bool verb = p.is(at, "scores") && (p.is(at + 1, "between") || is_article(p, at + 1) || p.is_number(at + 1));
    if (p.is(at, "tens") || verb) return {};
    return PlainNumber{at, at + 1, {}, first->low, first->high};
  }
  return PlainNumber{at, at + 3, {}, first->low * second->low, (first->high + 1) * second->low - 1};
}

/// "several", "a few hundred", "a handful", "a couple of".
Found vague_small(const Pieces& p, std::size_t at) {
  const std::size_t i = p.is(at, "a") ? at + 1 : at;
  Vague range;
  std::size_t end = i + 1;
  if (p.is(at, "several") || (i > at && p.is(i, "few"))) {
    range = {3, 9};
  } else if (i > at && p.is(i, "handful")) {
    range = {3, 6};
  } else if (i > at && p.is(i, "couple")) {
    range = {2, 3};
    if (p.is(end, "of") && scale_at(p, end + 1, false) > 0) ++end;
  } else {
    return {};
  }
  const double scale = scale_at(p, end, false);
  if (scale > 0) ++end;
  const double unit = scale > 0 ? scale : 1;
  return PlainNumber{at, end, {}, range.low * unit, range.high * unit};
}

/// Takes the scales that follow: "million", "hundred thousand", "dozens" after a number.
void take_scales(const Pieces& p, PlainNumber& number, bool money) {
  for (std::size_t i = p.is(number.end, "-") ? number.end + 1 : number.end;; i = number.end) {
    const bool dozens = p.is(i, "dozens") || p.is(i, "dozs");
    const double scale = dozens ? 12 : scale_at(p, i, money);
    if (scale == 0) return;
    number.value = *number.value * scale;
    number.end = i + 1;
  }
}

/// "40 000", grouped by blanks that do not break lines.
void take_groups(const Pieces& p, PlainNumber& number) {
  const auto group = [&](std::size_t i) {
    return p.is_number(i) && p[i].plain && p[i].digits == 3 && p[i].after_thin_blank;
  };
  for (; group(number.end); ++number.end) number.value = *number.value * 1000 + p[number.end].value;
}

/// "3/4" and "1/2" after a whole number; false if none stands here.
bool take_slash_fraction(const Pieces& p, PlainNumber& number, std::size_t at) {
  const bool slash = p.is_number(at) && p.is(at + 1, "/") && p[at + 1].glued && p.is_number(at + 2) && p[at + 2].glued;
  if (!slash || p[at + 2].value <= p[at].value || p[at + 2].value > 16 || p.is(at + 3, "/")) return false;
  number.value = number.value.value_or(0) + p[at].value / p[at + 2].value;
  number.end = at + 3;
  return true;
}

Found digits(const Pieces& p, std::size_t at, bool money) {
  const bool point = p.is(at, ".") && p.is_number(at + 1) && p[at + 1].plain && p[at + 1].glued && !p[at].glued;
  if (!p.is_number(at) && !point) return {};
  PlainNumber number{at, at + (point ? 2 : 1), p[point ? at + 1 : at].value, {}, {}};
  for (std::size_t i = 0; point && i < p[at + 1].text.size(); ++i) *number.value /= 10;
  if (p[at].plain && take_slash_fraction(p, number, number.end)) return number;
  if (PlainNumber alone{at, at, {}, {}, {}}; take_slash_fraction(p, alone, at)) return alone;
  if (p[at].plain && p[at].digits <= 3) take_groups(p, number);
  take_scales(p, number, money);
  return number;
}

/// What of the number words below is read so far.
struct Sum {
  double total = 0;
  double current = 0;

  void take(const Cardinal& word) {
    if (!word.scale) {
      current += word.value;
    } else if (word.value <= 100) {
      current *= word.value;
    } else if (current == 0) {
      total *= word.value;  // "lakh crore"
    } else {
      total += current * word.value;
      current = 0;
    }
  }
  double value() const { return total + current; }
};

/// Twenty-one, but not twenty twenty or two three.
bool goes_on(const Cardinal& before, const Cardinal& next) {
  if (before.scale || next.scale) return true;
  return before.value >= 20 && next.value > 0 && next.value < 10;
}

/// "one hundred and twenty", "six-thousand", "three lakh crore"; after a scale digits do as well: "4 thousand 3
/// hundred".
void take_words(const Pieces& p, PlainNumber& number, Sum sum, Cardinal last) {
  for (std::size_t i = number.end;;) {
    if (p.is(i, "-")) ++i;
    const bool large = sum.value() >= 100 && last.scale;
    if (p.is(i, "and") && large &&
        ((cardinal(p, i + 1) && !cardinal(p, i + 1)->scale && denominator(p, i + 2) == 0) ||
         (p.is_number(i + 1) && p[i + 1].plain && p[i + 1].digits < 3)))
      ++i;
    const Cardinal* word = cardinal(p, i);
    const Cardinal figure{p[i].value, false};
    if (!word && p.is_number(i) && p[i].plain && large && p[i].value < last.value) word = &figure;
    const bool fraction = word && !word->scale && denominator(p, i + 1) > 0 && last.scale;
    if (!word || p.is(i, "k") || !goes_on(last, *word) || fraction) break;
    sum.take(*word);
    last = *word;
    number.end = ++i;
  }
  number.value = sum.value();
}

/// "point nought four".
void take_decimals(const Pieces& p, PlainNumber& number) {
  if (!p.is(number.end, "point")) return;
  double unit = 0.1;
  for (std::size_t i = number.end + 1; cardinal(p, i) && !cardinal(p, i)->scale; ++i) {
    const bool tens = cardinal(p, i)->value >= 10;
    number.value = *number.value + cardinal(p, i)->value * (tens ? unit / 10 : unit);
    const bool pair = tens && (p.is(i + 1, "-") || cardinal(p, i + 1));
    unit /= pair ? 10 : tens ? 100 : 10;
    number.end = i + 1;
    if (p.is(i + 1, "-")) ++i;
  }
}

Found words(const Pieces& p, std::size_t at) {
  const bool article = is_article(p, at) && scale_at(p, at + 1, false) > 0;
  const std::size_t first = article ? at + 1 : at;
  const Cardinal* word = cardinal(p, first);
  if (!word || (word->scale && !article)) return {};
  PlainNumber number{at, first + 1, {}, {}, {}};
  Sum sum;
  if (article) sum.current = 1;
  sum.take(*word);
  take_words(p, number, sum, *word);
  take_decimals(p, number);
  if (p.is(number.end, "dozens") || p.is(number.end, "dozs")) take_scales(p, number, false);
  return number;
}

/// "two thirds", "one - fourth", "a quarter"; of "a third" only what cannot count a man.
std::optional<PlainNumber> fraction(const Pieces& p, std::size_t at) {
  const bool article = is_article(p, at);
  const Cardinal* top = article ? nullptr : cardinal(p, at);
  if (!article && (!top || top->scale || top->value < 1 || top->value >= 20)) return {};
  const std::size_t bottom = p.is(at + 1, "-") ? at + 2 : at + 1;
  const double below = denominator(p, bottom);
  if (below == 0) return {};
  const bool ordinal = below != 2 && below != 4 && below < 100;
  if (article && ordinal && p.is_word(bottom + 1) && !p.is(bottom + 1, "of")) return {};
  return PlainNumber{at, bottom + 1, (article ? 1 : top->value) / below, {}, {}};
}

/// "half a million", "quarter million", "three quarters billion", "a quarter of a million".
Found part_of_scale(const Pieces& p, std::size_t at) {
  const bool bare = p.is(at, "half") || p.is(at, "quarter");
  const Found part = bare ? PlainNumber{at, at + 1, 1 / denominator(p, at), {}, {}} : fraction(p, at);
  if (!part) return {};
  std::size_t i = part->end;
  if (p.is(i, "of")) ++i;
  if (is_article(p, i)) ++i;
  const double scale = scale_at(p, i, false);
  if (scale == 0) return {};
  return PlainNumber{at, i + 1, *part->value * scale, {}, {}};
}

/// "… and a half", "… and three quarters", with the scale that is meant: "one and a half million", "3 million and a
/// half".
void take_mixed(const Pieces& p, PlainNumber& number, double scale) {
  if (!number.value || !p.is(number.end, "and")) return;
  if (const Found part = part_of_scale(p, number.end + 1); part && *part->value < *number.value) {
    number.value = *number.value + *part->value;
    number.end = part->end;
    return;
  }
  const Found part = fraction(p, number.end + 1);
  if (!part) return;
  number.value = *number.value + *part->value * (scale > 0 ? scale : 1);
  number.end = part->end;
  take_scales(p, number, false);
}

/// "-5", "minus five".
std::optional<std::size_t> after_minus(const Pieces& p, std::size_t at) {
  if (p.is(at, "minus") || p.is(at, "negative")) return at + 1;
  const bool free = at == 0 || (!p[at].glued && !p.is_number(at - 1) && !p.is_word(at - 1));
  const bool sign = p.is(at, "-") && free && p.is_number(at + 1) && p[at + 1].glued;
  return sign ? std::optional(at + 1) : std::nullopt;
}

/// "¾".
Found sign_fraction(const Pieces& p, std::size_t at) {
  if (p.is(at, "\xc2\xbd")) return PlainNumber{at, at + 1, 0.5, {}, {}};
  if (p.is(at, "\xc2\xbc")) return PlainNumber{at, at + 1, 0.25, {}, {}};
  if (p.is(at, "\xc2\xbe")) return PlainNumber{at, at + 1, 0.75, {}, {}};
  return {};
}

Found positive(const Pieces& p, std::size_t at, bool money) {
  if (Found found = sign_fraction(p, at)) return found;
  Found found = digits(p, at, money);
  if (!found && p[at].kind != Piece::Kind::word) return {};
  if (!found) found = part_of_scale(p, at);
  if (!found) found = fraction(p, at);
  if (found && !p.is_number(at)) return found;
  if (!found) found = vague_plural(p, at);
  if (!found) found = vague_small(p, at);
  if (!found) found = words(p, at);
  if (!found) return {};
  const double scale = scale_at(p, found->end - 1, money);
  if (found->value && scale >= 100 && found->end > at + 1) {
    Sum sum;
    sum.total = *found->value;
    if (p.is_number(at) && scale <= 1000) take_words(p, *found, sum, {scale, true});
  }
  take_mixed(p, *found, scale);
  return found;
}

}  // namespace

double scale_at(const Pieces& p, std::size_t at, bool money) {
  if (p[at].glued && p.is(at, "b")) return 1e9;
  if (p.is(at, "m") && (money ? p[at].glued : p[at].capital && at > 0 && p[at - 1].text.find(',') != Words::npos))
    return 1e6;
  const bool decimal = at > 0 && p.is_number(at - 1) && !p[at - 1].plain;
  if (p.is(at, "k") && !p[at].glued && !decimal) return 0;
  if (p.is(at, "mil") && !p[at].glued) return 0;
  const Cardinal* found = cardinal(p, at);
  return found && found->scale ? found->value : 0;
}

bool is_number_word(Words word) { return cardinals().contains(word); }

std::optional<PlainNumber> read_plain_number(const Pieces& p, std::size_t at, bool money) {
  const auto signed_at = after_minus(p, at);
  Found found = positive(p, signed_at.value_or(at), money);
  if (!found || !signed_at) return found;
  if (!found->value) return {};
  found->begin = at;
  found->value = -*found->value;
  return found;
}

}  // namespace dateline
