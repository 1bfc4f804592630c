#include "resolve/calendar.h"

#include <algorithm>

namespace dateline {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::year;

Days end_of_month(int y, unsigned m) { return Days(year(y) / month(m) / last); }

/// The months [first, first + count) counted from January of year y.
Period months(int y, int first, int count, DatePrecision precision) {
  const int end = first + count - 1;
  return {make_day(y + first / 12, static_cast<unsigned>(first % 12) + 1, 1),
          end_of_month(y + end / 12, static_cast<unsigned>(end % 12) + 1), precision};
}

/// Slices [from, to) twelfths of a period: whole months of a year, else days.
Period twelfths(const Period& period, int from, int to) {
  const int length = static_cast<int>((period.last - period.first).count()) + 1;
  if (length >= 365 && length <= 366) return months(year_of(period.first), from, to - from, period.precision);
  const auto at = [&](int twelfth) { return period.first + days(length * twelfth / 12); };
  return {at(from), std::max(at(from), at(to) - days(1)), period.precision};
}

Days add_months(Days day, int count) {
  const Date date(day);
  const int months =
      static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1 + count;
  const int y = months / 12;
  const auto m = static_cast<unsigned>(months % 12) + 1;
  return std::min(make_day(y, m, 1) + days(static_cast<unsigned>(date.day()) - 1), end_of_month(y, m));
}

}  // namespace

Period day_period(Days day) { return {day, day, DatePrecision::day}; }

Period week_period(Days day) {
  const Days monday = day - days(weekday_of(day) - 1);
  return {monday, monday + days(6), DatePrecision::week};
}

Period weekend_period(Days day) {
  const Period week = week_period(day);
  return {week.last - days(1), week.last, DatePrecision::day};
}

Period month_period(int y, unsigned m) { return {make_day(y, m, 1), end_of_month(y, m), DatePrecision::month}; }

Period quarter_period(int y, unsigned quarter) {
  return months(y, static_cast<int>(quarter - 1) * 3, 3, DatePrecision::month);
}

Period year_period(int y, int years) {
  return {make_day(y, 1, 1), make_day(y + years - 1, 12, 31), DatePrecision::year};
}

Period period_of(TimeUnit unit, Days day) {
  const int y = year_of(day);
  switch (unit) {
    case TimeUnit::day:
      return day_period(day);
    case TimeUnit::weekend:
      return weekend_period(day);
    case TimeUnit::week:
      return week_period(day);
    case TimeUnit::fortnight:
      return {week_period(day).first, week_period(day).last + days(7), DatePrecision::week};
    case TimeUnit::month:
      return month_period(y, month_of(day));
    case TimeUnit::quarter:
      return quarter_period(y, (month_of(day) + 2) / 3);
    case TimeUnit::year:
      return year_period(y);
    case TimeUnit::decade:
      return year_period(y - y % 10, 10);
    case TimeUnit::century:
      return year_period(y - (y - 1) % 100, 100);
  }
  return day_period(day);
}

Days moved(Days day, TimeUnit unit, int count) {
  switch (unit) {
    case TimeUnit::day:
      return day + days(count);
    case TimeUnit::weekend:
    case TimeUnit::week:
      return day + days(7 * count);
    case TimeUnit::fortnight:
      return day + days(14 * count);
    case TimeUnit::month:
      return add_months(day, count);
    case TimeUnit::quarter:
      return add_months(day, 3 * count);
    case TimeUnit::year:
      return add_months(day, 12 * count);
    case TimeUnit::decade:
      return add_months(day, 120 * count);
    case TimeUnit::century:
      return add_months(day, 1200 * count);
  }
  return day;
}

Period part_of(const Period& period, Part part) {
  switch (part) {
    case Part::whole:
      return period;
    case Part::early:
      return twelfths(period, 0, 4);
    case Part::middle:
      return twelfths(period, 4, 8);
    case Part::late:
      return twelfths(period, 8, 12);
    case Part::first_half:
      return twelfths(period, 0, 6);
    case Part::second_half:
      return twelfths(period, 6, 12);
  }
  return period;
}

int year_of(Days day) { return static_cast<int>(Date(day).year()); }
unsigned month_of(Days day) { return static_cast<unsigned>(Date(day).month()); }
unsigned weekday_of(Days day) { return std::chrono::weekday(day).iso_encoding(); }

bool valid(int y, unsigned m, unsigned d) {
  return y >= 1 && y <= 9999 && Date(year(y), month(m), std::chrono::day(d)).ok();
}

Days make_day(int y, unsigned m, unsigned d) { return Days(Date(year(y), month(m), std::chrono::day(d))); }

}  // namespace dateline
