// Amounts: a plain number (plain_numbers.h) with the ranges and bounds that
// stand around it ("10 to 12", "more than", "or more").
#include "resolve/numbers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "resolve/plain_numbers.h"

namespace dateline {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 6> kTimeMarks = {"am", "pm", "gmt", "utc", "o", "local"};
constexpr std::array<Words, 4> kOrdinalEnds = {"st", "nd", "rd", "th"};
constexpr std::array<Words, 4> kCurrencySigns = {"$", "\xc2\xa3", "\xe2\x82\xac", "\xc2\xa5"};
/// Units that are written onto their number ("40km") or hang from it with a hyphen ("a 3-inch gun").
constexpr std::array<Words, 33> kGluedUnits = {
    "km",    "kg",    "mm",     "cm",     "lb",    "lbs",   "ft",   "mph",   "kph",    "mw",   "gw",
    "usd",   "eur",   "gbp",    "inch",   "foot",  "mile",  "yard", "meter", "metre",  "ton",  "tonne",
    "pound", "ounce", "gallon", "barrel", "litre", "liter", "acre", "cent",  "dollar", "euro", "yen"};

constexpr std::array<Words, 3> kCurrencies = {"usd", "eur", "gbp"};
constexpr std::array<Words, 9> kPointers = {"this", "that", "the", "which", "another", "each", "every", "any", "no"};

std::optional<NumberMatch> plain_number(const Pieces& p, std::size_t at, bool money) {
  const auto plain = read_plain_number(p, at, money);
  if (!plain) return {};
  return NumberMatch{plain->begin, plain->end, plain->value, plain->low, plain->high};
}

/// Part of a word, an ordinal, a time of day, a temperature.
bool unfit(const Pieces& p, const NumberMatch& match) {
  const std::size_t before = match.begin - 1, after = match.end;
  const bool pronoun = p.is(match.begin, "one") && match.end == match.begin + 1;
  if (pronoun && match.begin > 0 && any_of(p[before].text, kPointers)) return true;  // "this one"
  if (match.begin > 0 && p[match.begin].glued) {
    if (p.is_word(before)) return !any_of(p[before].text, kCurrencies);
    if (p.is(before, ":") || p.is(before, "/") || p.is(before, "#")) return true;
    if (p.is(before, "-") && before > 0 && p[before].glued && (p.is_word(before - 1) || p.is_number(before - 1)))
      return true;
    if (p.is(before, ".") && before > 0 && p[before].glued) return true;
  }
  if (match.begin > 1 && p.is(before, ".") && p.is(before - 1, "no")) return true;
  if (p[after].glued && (any_of(p[after].text, kOrdinalEnds) || p.is(after, "/") || p.is(after, "\xc2\xb0")))
    return true;
  if (p[after].glued && p.is_word(after) && p.is_number(match.end - 1)) return !any_of(p[after].text, kGluedUnits);
  if (p[after].glued && p.is(after, ":") && p.is_number(after + 1) && p[after + 1].glued) return true;
  if (p[after].glued && p.is(after, "-") && p.is_word(after + 1) && p[after + 1].glued &&
      !is_number_word(p[after + 1].text))
    return !any_of(p[after + 1].text, kGluedUnits);
  return any_of(p[after].text, kTimeMarks) ||
         ((p.is(after, "a") || p.is(after, "p")) && p.is(after + 1, ".") && p.is(after + 2, "m"));
}

struct Bound {
  Words words;  ///< space-separated, lower case
  bool low;
  bool high;
};

constexpr std::array kBefore = std::to_array<Bound>({{"at least or equal to", true, false},
                                                     {"more than or equal to", true, false},
                                                     {"greater than or equal to", true, false},
                                                     {"bigger or equal than", true, false},
                                                     {"less than or equal to", false, true},
                                                     {"smaller or equal than", false, true},
                                                     {"no fewer than", true, false},
                                                     {"no less than", true, false},
                                                     {"not less than", true, false},
                                                     {"no more than", false, true},
                                                     {"not more than", false, true},
                                                     {"at least", true, false},
                                                     {"more than", true, false},
                                                     {"greater than", true, false},
                                                     {"larger than", true, false},
                                                     {"over", true, false},
                                                     {"above", true, false},
                                                     {"exceed", true, false},
                                                     {"exceeds", true, false},
                                                     {"exceeded", true, false},
                                                     {"exceeding", true, false},
                                                     {"a minimum of", true, false},
                                                     {"upwards of", true, false},
                                                     {"in excess of", true, false},
                                                     {"> =", true, false},
                                                     {">", true, false},
                                                     {"up to", false, true},
                                                     {"as many as", false, true},
                                                     {"at most", false, true},
                                                     {"a maximum of", false, true},
                                                     {"fewer than", false, true},
                                                     {"less than", false, true},
                                                     {"smaller than", false, true},
                                                     {"under", false, true},
                                                     {"below", false, true},
                                                     {"< =", false, true},
                                                     {"<", false, true},
                                                     {"equal to", true, true},
                                                     {"equals to", true, true},
                                                     {"equaling to", true, true}});

bool ends_with_words(const Pieces& p, std::size_t end, std::string_view words) {
  while (!words.empty()) {
    const std::size_t space = words.rfind(' ');
    const std::string_view word = words.substr(space == std::string_view::npos ? 0 : space + 1);
    if (end == 0 || !p.is(--end, word)) return false;
    words = space == std::string_view::npos ? std::string_view{} : words.substr(0, space);
  }
  return true;
}

const Bound* bound_before(const Pieces& p, std::size_t at) {
  for (const Bound& bound : kBefore) {
    if (ends_with_words(p, at, bound.words)) return &bound;
  }
  return nullptr;
}

/// "20 or more", "5,000 or less".
void add_bounds_after(const Pieces& p, NumberMatch& match) {
  if (!match.value) return;
  if (p.is(match.end, "+")) match.low = match.value;
  if (!p.is(match.end, "or")) return;
  if (p.is(match.end + 2, "than") && p.is_number(match.end + 3)) return;  // "200 or greater than 190"
  if (any_of(p[match.end + 1].text, std::array<Words, 3>{"more", "greater", "above"})) match.low = match.value;
  if (any_of(p[match.end + 1].text, std::array<Words, 4>{"less", "fewer", "under", "below"})) match.high = match.value;
}

/// "more than 20", "up to 15", "20 or more" bound the value that they name.
void add_bounds(const Pieces& p, NumberMatch& match) {
  const double figure = match.value.value_or(match.low.value_or(0));
  const Bound* bound = bound_before(p, match.begin);
  if (!bound || (bound->low && bound->high)) add_bounds_after(p, match);
  if (!bound || (bound->low && bound->high && (match.low || match.high))) return;
  if (bound->low && match.value) match.low = figure;
  if (bound->low && !match.value) match.high.reset();
  if (bound->high && match.value) match.high = figure;
}

/// "above 1,000 and below 1,500": the second number closes what the first one opens.
void add_second_bound(const Pieces& p, NumberMatch& match) {
  constexpr std::size_t kLongest = 6;  // "and less than or equal to"
  if (!match.value || match.low.has_value() == match.high.has_value() || !p.is(match.end, "and")) return;
  for (std::size_t at = match.end + 2; at <= match.end + kLongest; ++at) {
    const auto second = plain_number(p, at, match.money);
    if (!second) continue;
    const Bound* bound = bound_before(p, at);
    const bool next =
        bound &&
        at == match.end + 2 + static_cast<std::size_t>(std::count(bound->words.begin(), bound->words.end(), ' '));
    const bool closes = next && second->value && bound->high == match.low.has_value() &&
                        (bound->high ? *match.value < *second->value : *second->value < *match.value);
    if (!closes) return;
    (bound->high ? match.high : match.low) = second->value;
    match.value.reset();
    match.end = second->end;
    return;
  }
}

/// "10 to 12", "10-12", "between 10 and 12", "two or three"; false: a score like "3-1", no amount at all.
bool add_range(const Pieces& p, NumberMatch& match) {
  const std::size_t mark = match.end;
  const bool dash = p.is(mark, "-") && p[mark].glued == p[mark + 1].glued;
  const bool between = match.begin > 0 && p.is(match.begin - 1, "between") && p.is(mark, "and");
  if (!match.value || !(dash || between || p.is(mark, "to") || p.is(mark, "through") || p.is(mark, "or"))) return true;
  const auto last = plain_number(p, mark + 1, match.money);
  if (!last || !last->value) return true;
  if (dash && p.is(last->end, "-") && p[last->end].glued && p.is_number(last->end + 1)) return false;  // "1-222-2222"
  if (p.is(mark, "or") && *last->value >= 10 * *match.value) return true;
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

/// "thirteen dollars and forty-five cents", "15 dollars 50".
void take_hundredths(const Pieces& p, NumberMatch& match) {
  constexpr std::array<Words, 9> kWhole = {"dollar", "dollars", "euro", "euros", "pound",
                                           "pounds", "usd",     "eur",  "gbp"};
  constexpr std::array<Words, 3> kHundredths = {"cents", "cent", "pence"};
  if (!match.value || match.low || match.high || !any_of(p[match.end].text, kWhole)) return;
  const bool joined = p.is(match.end + 1, "and");
  const auto part = plain_number(p, match.end + (joined ? 2 : 1), false);
  if (!part || !part->value || *part->value < 1 || *part->value >= 100) return;
  const bool named = any_of(p[part->end].text, kHundredths);
  if (!named && (joined || p.is_word(part->end) || p.is(part->end, "-"))) return;
  match.value = *match.value + *part->value / 100;
  match.end = part->end;
}

}  // namespace

std::optional<NumberMatch> read_amount(const Pieces& p, std::size_t at) {
  const bool money = any_of(p[at].text, kCurrencySigns);
  auto match = plain_number(p, money ? at + 1 : at, money);
  if (!match || unfit(p, *match)) return {};
  match->money = money;
  if (!add_range(p, *match) || unfit(p, *match)) return {};
  add_bounds(p, *match);
  add_second_bound(p, *match);
  take_hundredths(p, *match);
  if (money) match->begin = at;
  return match;
}

}  // namespace dateline
