// A recursive-descent reader in three storeys: plain numbers (digits or words,
// with a scale), vague ones ("dozens", "several hundred"), and amounts, which
// add ranges and the bounds that stand around them ("more than", "or more").
#include "resolve/numbers.h"

#include <array>
#include <string_view>
#include <unordered_map>

namespace dateline {
namespace {

using Words = std::string_view;

struct Cardinal {
  double value = 0;
  bool scale = false;
};

struct Vague {
  double low = 0;
  double high = 0;
};

constexpr std::array<Words, 6> kTimeMarks = {"am", "pm", "gmt", "utc", "o", "local"};
constexpr std::array<Words, 4> kOrdinalEnds = {"st", "nd", "rd", "th"};
constexpr std::array<Words, 4> kCurrencySigns = {"$", "\xc2\xa3", "\xe2\x82\xac", "\xc2\xa5"};

const std::unordered_map<std::string_view, Cardinal>& cardinals() {
  static const std::unordered_map<std::string_view, Cardinal> table = [] {
    std::unordered_map<std::string_view, Cardinal> words;
    constexpr std::array<Words, 20> ones = {
        "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
        "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    constexpr std::array<Words, 8> tens = {"twenty", "thirty",  "forty",  "fifty",
                                           "sixty",  "seventy", "eighty", "ninety"};
    for (std::size_t i = 0; i < ones.size(); ++i) words[ones[i]] = {static_cast<double>(i), false};
    for (std::size_t i = 0; i < tens.size(); ++i) words[tens[i]] = {static_cast<double>(i + 2) * 10, false};
    words["dozen"] = {12, true};
    words["hundred"] = {100, true};
    for (const auto* word : {"thousand", "k"}) words[word] = {1e3, true};
    for (const auto* word : {"million", "mn", "mln"}) words[word] = {1e6, true};
    for (const auto* word : {"billion", "bn", "bln"}) words[word] = {1e9, true};
    for (const auto* word : {"trillion", "tn"}) words[word] = {1e12, true};
    return words;
  }();
  return table;
}

const Cardinal* cardinal(const Pieces& p, std::size_t at) {
  const auto found = cardinals().find(p[at].text);
  return found == cardinals().end() ? nullptr : &found->second;
}

/// The multiplier at `at`; `glued_m`: "5m" of money is millions.
double scale_at(const Pieces& p, std::size_t at, bool money) {
  if (money && p[at].glued && p.is(at, "m")) return 1e6;
  if (p.is(at, "k") && !p[at].glued) return 0;
  const Cardinal* found = cardinal(p, at);
  return found != nullptr && found->scale ? found->value : 0;
}

std::optional<Vague> vague_noun(std::string_view word) {
  if (word == "tens") return Vague{20, 99};
  if (word == "dozens") return Vague{24, 99};
  if (word == "scores") return Vague{40, 99};
  if (word == "hundreds") return Vague{200, 999};
  if (word == "thousands") return Vague{2e3, 9999};
  if (word == "millions") return Vague{2e6, 9999999};
  if (word == "billions") return Vague{2e9, 9999999999.0};
  return {};
}

/// "dozens", "tens of thousands".
std::optional<NumberMatch> vague_plural(const Pieces& p, std::size_t at) {
  const auto first = vague_noun(p[at].text);
  if (!first) return {};
  const auto second = p.is(at + 1, "of") ? vague_noun(p[at + 2].text) : std::nullopt;
  if (!second)
    return p.is(at, "tens") ? std::nullopt : std::optional(NumberMatch{at, at + 1, {}, first->low, first->high});
  const double unit = second->low / 2;
  const double low = p.is(at, "hundreds") ? 200 : p.is(at, "thousands") ? 2000 : 20;
  return NumberMatch{at, at + 3, {}, low * unit, (p.is(at, "hundreds") ? 1000 : low == 20 ? 100 : 1e4) * unit - 1};
}

/// "several", "a few hundred", "a handful", "a couple of".
std::optional<NumberMatch> vague_small(const Pieces& p, std::size_t at) {
  const std::size_t i = p.is(at, "a") ? at + 1 : at;
  Vague range;
  std::size_t end = i + 1;
  if (p.is(at, "several")) {
    range = {3, 9};
  } else if (i > at && p.is(i, "few")) {
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
  return NumberMatch{at, end, {}, range.low * unit, range.high * unit};
}

/// Digits, with a scale: "2.5 million", "3.5bn".
std::optional<NumberMatch> digits(const Pieces& p, std::size_t at, bool money) {
  if (!p.is_number(at)) return {};
  std::size_t end = at + 1;
  double value = p[at].value;
  for (std::size_t i = p.is(end, "-") ? end + 1 : end; scale_at(p, i, money) > 0; i = end) {
    value *= scale_at(p, i, money);
    end = i + 1;
  }
  return NumberMatch{at, end, value, {}, {}};
}

/// Number words: "one hundred and twenty", "six-thousand", "a dozen", "two dozen", "half a million".
std::optional<NumberMatch> words(const Pieces& p, std::size_t at) {
  const bool half = p.is(at, "half") && (p.is(at + 1, "a") || p.is(at + 1, "of"));
  std::size_t i = half ? at + 1 : at;
  const bool article = p.is(i, "a") && scale_at(p, i + 1, false) > 0;
  if (half && !article) return {};
  const Cardinal* first = article ? nullptr : cardinal(p, i);
  if (!article && (first == nullptr || first->scale)) return {};
  double total = 0, current = article ? 1 : 0;
  std::size_t end = article ? i + 1 : i;
  for (i = end; const Cardinal* word = cardinal(p, i);) {
    if (word->scale && p.is(i, "k")) break;
    if (!word->scale) {
      current += word->value;
    } else if (word->value <= 100) {
      current *= word->value;
    } else {
      total += current * word->value;
      current = 0;
    }
    end = ++i;
    if (p.is(i, "-") && cardinal(p, i + 1) != nullptr) ++i;
    if (p.is(i, "and") && total + current >= 100 && cardinal(p, i + 1) != nullptr && !cardinal(p, i + 1)->scale) ++i;
    if (i == end && !word->scale && cardinal(p, i) != nullptr && !cardinal(p, i)->scale && word->value < 20)
      break;  // "two three"
  }
  return NumberMatch{at, end, (total + current) * (half ? 0.5 : 1), {}, {}};
}

std::optional<NumberMatch> plain_number(const Pieces& p, std::size_t at, bool money) {
  if (auto found = digits(p, at, money)) return found;
  if (p[at].kind != Piece::Kind::word) return {};
  if (auto found = vague_plural(p, at)) return found;
  if (auto found = vague_small(p, at)) return found;
  return words(p, at);
}

/// Part of a word, an ordinal, a time of day, a temperature.
bool unfit(const Pieces& p, const NumberMatch& match) {
  const std::size_t before = match.begin - 1, after = match.end;
  if (match.begin > 0 && p[match.begin].glued) {
    if (p.is_word(before) || p.is(before, ":") || p.is(before, "/") || p.is(before, "#")) return true;
    if (p.is(before, "-") && before > 0 && p[before].glued && (p.is_word(before - 1) || p.is_number(before - 1)))
      return true;
    if (p.is(before, ".") && before > 0 && p[before].glued) return true;
  }
  if (match.begin > 1 && p.is(before, ".") && p.is(before - 1, "no")) return true;
  if (p[after].glued && (any_of(p[after].text, kOrdinalEnds) || p.is(after, "/") || p.is(after, "\xc2\xb0")))
    return true;
  if (p[after].glued && p.is_word(after) && p.is_number(match.end - 1))
    return !any_of(p[after].text, std::array<Words, 2>{"km", "kg"});
  if (p[after].glued && p.is(after, ":") && p.is_number(after + 1) && p[after + 1].glued) return true;
  if (p[after].glued && p.is(after, "-") && p.is_word(after + 1) && p[after + 1].glued &&
      cardinal(p, after + 1) == nullptr)
    return true;
  return any_of(p[after].text, kTimeMarks) ||
         ((p.is(after, "a") || p.is(after, "p")) && p.is(after + 1, ".") && p.is(after + 2, "m"));
}

struct Bound {
  Words words;  ///< space-separated, lower case
  bool low;
  bool high;
};

constexpr std::array<Bound, 18> kBefore = {{{"at least", true, false},
                                            {"no fewer than", true, false},
                                            {"no less than", true, false},
                                            {"not less than", true, false},
                                            {"more than", true, false},
                                            {"greater than", true, false},
                                            {"over", true, false},
                                            {"above", true, false},
                                            {"a minimum of", true, false},
                                            {"upwards of", true, false},
                                            {"in excess of", true, false},
                                            {"well over", true, false},
                                            {"up to", false, true},
                                            {"as many as", false, true},
                                            {"at most", false, true},
                                            {"fewer than", false, true},
                                            {"less than", false, true},
                                            {"under", false, true}}};

bool ends_with_words(const Pieces& p, std::size_t end, std::string_view words) {
  while (!words.empty()) {
    const std::size_t space = words.rfind(' ');
    const std::string_view word = words.substr(space == words.npos ? 0 : space + 1);
    if (end == 0 || !p.is(--end, word)) return false;
    words = space == words.npos ? std::string_view{} : words.substr(0, space);
  }
  return true;
}

/// "more than 20", "up to 15", "20 or more" bound the value that they name.
void add_bounds(const Pieces& p, NumberMatch& match) {
  const double figure = match.value.value_or(match.low.value_or(0));
  for (const Bound& bound : kBefore) {
    if (!ends_with_words(p, match.begin, bound.words)) continue;
    if (bound.low && match.value) match.low = figure;
    if (bound.low && !match.value) match.high.reset();
    if (bound.high && match.value) match.high = figure;
    return;
  }
  if (match.value && p.is(match.end, "or") && p.is(match.end + 1, "more")) match.low = figure;
  if (match.value && p.is(match.end, "+")) match.low = figure;
}

/// "10 to 12", "10-12", "between 10 and 12", "two or three"; false: a score like "3-1", no amount at all.
bool add_range(const Pieces& p, NumberMatch& match) {
  const std::size_t mark = match.end;
  const bool dash = p.is(mark, "-") && p[mark].glued == p[mark + 1].glued;
  const bool between = match.begin > 0 && p.is(match.begin - 1, "between") && p.is(mark, "and");
  if (!match.value || !(dash || between || p.is(mark, "to") || p.is(mark, "or"))) return true;
  const auto last = plain_number(p, mark + 1, match.money);
  if (!last || !last->value) return true;
  double low = *match.value;
  const double scale = last->end > mark + 2 ? scale_at(p, last->end - 1, match.money) : 0;
  if (scale > 0 && low < scale && match.end == match.begin + 1) low *= scale;  // "2 to 3 million"
  if (low >= *last->value) return !dash;
  match.end = last->end;
  match.low = low;
  match.high = last->value;
  match.value.reset();
  return true;
}

}  // namespace

std::optional<NumberMatch> read_amount(const Pieces& p, std::size_t at) {
  const bool money = any_of(p[at].text, kCurrencySigns);
  auto match = plain_number(p, money ? at + 1 : at, money);
  if (!match || unfit(p, *match)) return {};
  match->money = money;
  if (!add_range(p, *match) || unfit(p, *match)) return {};
  add_bounds(p, *match);
  if (money) match->begin = at;
  return match;
}

}  // namespace dateline
