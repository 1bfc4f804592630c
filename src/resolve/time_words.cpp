#include "resolve/time_words.h"

#include <array>
#include <string>
#include <unordered_map>

namespace dateline {
namespace {

using Table = std::unordered_map<std::string_view, TimeWord>;
using Kind = TimeWordKind;

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 12> kShortMonths = {"jan", "feb", "mar", "apr", "",    "jun",
                                                           "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 7> kShortWeekdays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<std::string_view, 20> kCardinals = {
    "",    "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 4> kTens = {"", "", "twenty", "thirty"};
constexpr std::array<std::string_view, 21> kOrdinals = {
    "",           "first",     "second",    "third",       "fourth",     "fifth",      "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

void add_months(Table& table) {
  for (int m = 0; m < 12; ++m) {
    const bool ambiguous = kMonths[m] == "may" || kMonths[m] == "march";
    table[kMonths[m]] = {Kind::month, m + 1, false, ambiguous};
    if (!kShortMonths[m].empty()) table[kShortMonths[m]] = {Kind::month, m + 1, true, true};
  }
  table["sept"] = {Kind::month, 9, true, true};
}

void add_weekdays(Table& table) {
  for (int d = 0; d < 7; ++d) {
    table[kWeekdays[d]] = {Kind::weekday, d + 1};
    table[kShortWeekdays[d]] = {Kind::weekday, d + 1, true, true};
  }
  for (const auto& [word, value] : {std::pair{"tues", 2}, {"thur", 4}, {"thurs", 4}})
    table[word] = {Kind::weekday, value, true, true};
}

void add_units(Table& table) {
  const auto add = [&](std::string_view one, std::string_view many, TimeUnit unit) {
    table[one] = table[many] = {Kind::unit, static_cast<int>(unit)};
  };
  add("day", "days", TimeUnit::day);
  add("week", "weeks", TimeUnit::week);
  add("weekend", "weekends", TimeUnit::weekend);
  add("fortnight", "fortnights", TimeUnit::fortnight);
  add("month", "months", TimeUnit::month);
  add("quarter", "quarters", TimeUnit::quarter);
  add("year", "years", TimeUnit::year);
  add("decade", "decades", TimeUnit::decade);
  add("century", "centuries", TimeUnit::century);
}

void add_numbers(Table& table) {
  for (int n = 1; n < 20; ++n) table[kCardinals[n]] = {Kind::cardinal, n};
  for (int n = 2; n < 4; ++n) table[kTens[n]] = {Kind::cardinal, n * 10};
  for (int n = 1; n <= 20; ++n) table[kOrdinals[n]] = {Kind::ordinal, n};
  table["thirtieth"] = {Kind::ordinal, 30};
}

void add_relations(Table& table) {
  const auto add = [&](std::string_view word, Relation relation) {
    table[word] = {Kind::relation, static_cast<int>(relation)};
  };
  add("last", Relation::last);
  add("past", Relation::past);
  add("this", Relation::current);
  add("current", Relation::current);
  add("next", Relation::next);
  add("coming", Relation::next);
  add("upcoming", Relation::next);
  add("previous", Relation::previous);
  add("preceding", Relation::previous);
  add("following", Relation::following);
  add("same", Relation::same);
  add("that", Relation::same);
}

void add_parts(Table& table) {
  const auto add = [&](std::string_view word, Part part) { table[word] = {Kind::part, static_cast<int>(part)}; };
  add("early", Part::early);
  add("beginning", Part::early);
  add("start", Part::early);
  add("mid", Part::middle);
  add("middle", Part::middle);
  add("late", Part::late);
  add("end", Part::late);
}

void add_others(Table& table) {
  for (const auto& [word, value] : {std::pair{"today", 0}, {"tonight", 0}, {"yesterday", -1}, {"tomorrow", 1}}) {
    table[word] = {Kind::deictic, value};
  }
  for (const auto* word : {"morning", "afternoon", "evening", "night", "midday", "noon", "midnight"})
    table[word] = {Kind::daypart, 0};
  for (const auto& [word, month] :
       {std::pair{"spring", 3}, {"summer", 6}, {"autumn", 9}, {"fall", 9}, {"winter", 12}}) {
    table[word] = {Kind::season, month, false, std::string_view(word) == "fall" || std::string_view(word) == "spring"};
  }
  for (const auto* word : {"the",
                           "a",
                           "an",
                           "in",
                           "since",
                           "few",
                           "several",
                           "couple",
                           "recent",
                           "earlier",
                           "later",
                           "q",
                           "h",
                           "half",
                           "rest",
                           "remainder",
                           "forty",
                           "fifty",
                           "sixty",
                           "seventy",
                           "eighty",
                           "ninety",
                           "christmas",
                           "halloween",
                           "juneteenth",
                           "new",
                           "easter",
                           "good",
                           "palm",
                           "ash",
                           "pentecost",
                           "martin",
                           "presidents",
                           "valentine",
                           "mother",
                           "memorial",
                           "international",
                           "father",
                           "independence",
                           "bastille",
                           "labor",
                           "columbus",
                           "veterans",
                           "thanksgiving",
                           "thanks",
                           "black",
                           "cyber",
                           "boxing"}) {
    table[word] = {Kind::starter, 0};
  }
}

Table make_table() {
  Table table;
  add_months(table);
  add_weekdays(table);
  add_units(table);
  add_numbers(table);
  add_relations(table);
  add_parts(table);
  add_others(table);
  return table;
}

}  // namespace

TimeWord time_word(std::string_view word) {
  static const Table table = make_table();
  const auto found = table.find(word);
  return found == table.end() ? TimeWord{} : found->second;
}

}  // namespace dateline
