// Holidays: those of one day in the year, those of a weekday in a month, and
// the ones that go with Easter, which is reckoned as the Gregorian calendar
// does (the anonymous algorithm of Meeus, Jones and Butcher).
#include <array>

#include "resolve/time_reader.h"

namespace dateline {
namespace {

using std::chrono::days;
using Words = std::string_view;

/// `month` 0: `day` days after Easter Sunday. `weekday` 0: that day of the month; else the `day`-th such weekday of
/// it, the last one for -1, and `later` days after that.
struct Holiday {
  Words words;
  unsigned month;
  unsigned weekday;
  int day;
  int later = 0;
};

constexpr std::array kHolidays = std::to_array<Holiday>({
    {"easter monday", 0, 0, 1},
    {"easter sunday", 0, 0, 0},
    {"easter", 0, 0, 0},
    {"good friday", 0, 0, -2},
    {"palm sunday", 0, 0, -7},
    {"ash wednesday", 0, 0, -46},
    {"pentecost", 0, 0, 49},
    {"martin luther king day", 1, 1, 3},
    {"martin luther king jr day", 1, 1, 3},
    {"presidents ' day", 2, 1, 3},
    {"presidents day", 2, 1, 3},
    {"valentine ' s day", 2, 0, 14},
    {"mother ' s day", 5, 7, 2},
    {"memorial day", 5, 1, -1},
    {"international workers ' day", 5, 0, 1},
    {"may day", 5, 0, 1},
    {"father ' s day", 6, 7, 3},
    {"independence day", 7, 0, 4},
    {"bastille day", 7, 0, 14},
    {"labor day", 9, 1, 1},
    {"columbus day", 10, 1, 2},
    {"veterans day", 11, 0, 11},
    {"thanksgiving day", 11, 4, 4},
    {"thanksgiving", 11, 4, 4},
    {"thanks giving day", 11, 4, 4},
    {"black friday", 11, 4, 4, 1},
    {"cyber monday", 11, 4, 4, 4},
    {"boxing day", 12, 0, 26},
    {"new year ' s eve", 12, 0, 31},
    {"new year eve", 12, 0, 31},
    {"new year ' s day", 1, 0, 1},
    {"christmas eve", 12, 0, 24},
    {"christmas day", 12, 0, 25},
    {"christmas", 12, 0, 25},
    {"halloween", 10, 0, 31},
    {"juneteenth", 6, 0, 19},
});

Days easter_of(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

Days nth_weekday(int year, unsigned month, unsigned weekday, int nth) {
  const Days first = make_day(year, month, 1);
  const Days start = nth < 0 ? moved(first, TimeUnit::month, 1) - days(7) : first;
  const Days found = start + days((weekday + 7 - weekday_of(start)) % 7);
  return nth < 0 ? found : found + days(7 * (nth - 1));
}

Days day_of(const Holiday& holiday, int year) {
  if (holiday.month == 0) return easter_of(year) + days(holiday.day);
  if (holiday.weekday == 0) return make_day(year, holiday.month, static_cast<unsigned>(holiday.day));
  return nth_weekday(year, holiday.month, holiday.weekday, holiday.day) + days(holiday.later);
}

/// Past the words if they stand at `at`, else 0.
std::size_t after_words(const Pieces& p, std::size_t at, Words words) {
  while (!words.empty()) {
    const std::size_t blank = words.find(' ');
    if (!p.is(at++, words.substr(0, blank))) return 0;
    words.remove_prefix(blank == Words::npos ? words.size() : blank + 1);
  }
  return at;
}

}  // namespace

/// "Christmas", "Thanksgiving 2010", "last Easter".
TimeReader::Found TimeReader::holiday(std::size_t at) const {
  const TimeWord relation = time_word(p_[at].text);
  const bool related = relation.kind == TimeWordKind::relation;
  for (const Holiday& one : kHolidays) {
    const std::size_t end = after_words(p_, related ? at + 1 : at, one.words);
    if (end == 0 || (one.words == "may day" && !p_[at].capital)) continue;
    const auto make = [&](int y) { return day_period(day_of(one, y)); };
    if (const Number said = year_after(end); said.end != 0) return ending(at, said.end, make(said.value));
    if (!published_) return {};
    if (!related) return ending(at, end, choose_year(at, make), true);
    return ending(at, end, holiday_beside(static_cast<Relation>(relation.value), make));
  }
  return {};
}

}  // namespace dateline
