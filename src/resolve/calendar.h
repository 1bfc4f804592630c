// Periods of the calendar, both ends inclusive, and how to move them.
#pragma once

#include <dateline/event.h>

#include <chrono>

namespace dateline {

using Date = std::chrono::year_month_day;
using Days = std::chrono::sys_days;

struct Period {
  Days first{};
  Days last{};
  DatePrecision precision = DatePrecision::unknown;
  friend bool operator==(const Period&, const Period&) = default;
};

/// Which part of a period: "early 2024", "mid-May", "late March".
enum class Part { whole, early, middle, late, first_half, second_half };

/// Units in which news moves dates.
enum class TimeUnit { day, weekend, week, fortnight, month, quarter, year, decade, century };

Period day_period(Days day);
Period week_period(Days day);     ///< Monday to Sunday
Period weekend_period(Days day);  ///< Saturday and Sunday of that week
Period month_period(int year, unsigned month);
Period quarter_period(int year, unsigned quarter);
Period year_period(int year, int years = 1);

/// The unit's period that holds `day`.
Period period_of(TimeUnit unit, Days day);
/// The day `count` units later (earlier, if negative); the day of the month is clamped to the month's last.
Days moved(Days day, TimeUnit unit, int count);
/// The part of a period; thirds and halves, to the month in a year and to the day in a month. Keeps precision.
Period part_of(const Period& period, Part part);

int year_of(Days day);
unsigned month_of(Days day);
/// ISO weekday, 1 Monday to 7 Sunday.
unsigned weekday_of(Days day);
/// Is there such a day (year 1 to 9999)?
bool valid(int year, unsigned month, unsigned day);
Days make_day(int year, unsigned month, unsigned day);

}  // namespace dateline
