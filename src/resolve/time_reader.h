// Reads one temporal expression at a given piece. The rules are those of
// TimeML's TIMEX3 dates as news uses them (compare HeidelTime's English rules);
// every rule is a member function, and the longest match wins.
//
// Decisions of this project:
// - A weekday is the latest such day up to the report's own with a past verb,
//   the next one from it with a future verb; "next Friday" is next week's.
// - A day or month without a year is the latest one with a past verb, the next
//   with a future verb, the nearest with a present one.
// - 04/05/2024 is read American, month first, unless that cannot be.
// - "two weeks ago" is a week, "two years ago" a year: as exact as it was said.
// - Seasons are those of the northern half of the earth.
#pragma once

#include <cstddef>
#include <optional>

#include "report/tree.h"
#include "resolve/pieces.h"
#include "resolve/tense.h"
#include "resolve/time_words.h"

namespace dateline {

struct TimeMatch {
  std::size_t begin = 0;  ///< pieces [begin, end)
  std::size_t end = 0;
  Period period;
  bool inferred_year = false;  ///< the year (of a weekday: the week) was chosen, not said
};

class TimeReader {
 public:
  /// `published`: the report's date, if known; `discourse`: the period that the text last spoke of.
  TimeReader(const Tree& tree, const Pieces& pieces, std::optional<Days> published, std::optional<Period> discourse)
      : tree_(tree),
        p_(pieces),
        published_(published),
        discourse_(discourse.value_or(day_period(published.value_or(Days{})))) {}

  /// The longest expression that begins at piece `at`.
  std::optional<TimeMatch> read(std::size_t at) const;
  /// The second day of "March 21 and 22", if `first` ended in a day after its month.
  std::optional<TimeMatch> read_listed_day(const TimeMatch& first) const;

 private:
  using Found = std::optional<TimeMatch>;
  struct Number {
    int value = 0;
    std::size_t end = 0;  ///< == begin: none
  };

  // time_absolute.cpp: dates that name a month, a year or digits
  Found numeric_date(std::size_t at) const;
  Found numeric_month(std::size_t at) const;
  Found day_month(std::size_t at) const;
  Found month_day(std::size_t at) const;
  Found month_alone(std::size_t at) const;
  Found lone_day(std::size_t at) const;
  Found year(std::size_t at) const;
  Found decade(std::size_t at) const;
  Found century(std::size_t at) const;
  Found season(std::size_t at) const;
  Found quarter(std::size_t at) const;
  Found holiday(std::size_t at) const;  ///< in time_holidays.cpp
  Number spelled_year(std::size_t at) const;

  // time_relative.cpp: dates seen from the report's or the text's day
  Found weekday(std::size_t at) const;
  Found deictic(std::size_t at) const;
  Found related(std::size_t at) const;
  Found related_span(std::size_t at) const;
  Found quarters(std::size_t begin, std::size_t end, Relation relation, int count) const;
  Found recent(std::size_t at) const;
  Found distance(std::size_t at) const;
  Found before_news(std::size_t at, std::size_t end, TimeUnit unit, int count) const;
  Found part(std::size_t at) const;
  Found ordinal_week(std::size_t at) const;
  Found earlier_in(std::size_t at) const;
  Found the_weekend(std::size_t at) const;
  Found rest_of(std::size_t at) const;
  Found month_or_year(std::size_t at) const;

  // time_anchored.cpp: dates counted from another date, and days of a month
  Found anchored(std::size_t at) const;
  Found week_of(std::size_t at) const;
  Found day_of_month(std::size_t at) const;
  Found day_of_period(std::size_t at) const;
  Found weekday_of_month(std::size_t at) const;
  Found after_next(std::size_t at) const;
  Found counted_relation(std::size_t at) const;
  Found to_date(std::size_t at) const;
  Found coded_part(std::size_t at) const;

  // shared
  int month_at(std::size_t at) const;             ///< 1 to 12; 0: no month here
  int weekday_at(std::size_t at) const;           ///< 1 to 7; 0: none
  std::size_t after_month(std::size_t at) const;  ///< past the month and, if it is abbreviated, its full stop
  Number day_number(std::size_t at) const;        ///< 1 to 31: "21", "21st", "twenty-first"
  Number small_number(std::size_t at) const;      ///< "two", "21", "a", "a few", "several"
  int latest_short_year() const;
  int year_at(std::size_t at) const;        ///< 1000 to 2199 in four digits; 0: none
  Number year_after(std::size_t at) const;  ///< ", 2024", "of 2024", "last year"
  Found dated(std::size_t begin, std::size_t end, unsigned month, int day, int last_day) const;
  int year_named(std::size_t begin, std::size_t end, unsigned month, int day) const;
  static Found ending(std::size_t begin, std::size_t end, Period period, bool inferred = false);
  bool in_name(std::size_t at) const;
  bool year_listed(std::size_t at) const;
  Period relate(Relation relation, TimeUnit unit, bool definite) const;
  template <typename MakePeriod>
  Period choose_year(std::size_t at, MakePeriod make) const;
  template <typename MakePeriod>
  Period holiday_beside(Relation relation, MakePeriod make) const;
  std::size_t after_daypart(std::size_t at) const;

  const Tree& tree_;
  const Pieces& p_;
  std::optional<Days> published_;
  Period discourse_;
};

/// "last Easter", "the following Easter".
template <typename MakePeriod>
Period TimeReader::holiday_beside(Relation relation, MakePeriod make) const {
  const int y = year_of(*published_);
  if (relation == Relation::current || relation == Relation::same) return make(y);
  if (relation == Relation::next || relation == Relation::following)
    return make(y).first > *published_ ? make(y) : make(y + 1);
  return make(y).first < *published_ ? make(y) : make(y - 1);
}

/// The year that fits the tense best. `make(year)` gives that year's period, or one of unknown precision if none.
template <typename MakePeriod>
Period TimeReader::choose_year(std::size_t at, MakePeriod make) const {
  const Days now = *published_;
  const Tense tense = tense_at(tree_, p_[at].token);
  Period best;
  auto best_cost = std::chrono::days::max();
  for (int y = year_of(now) - 4; y <= year_of(now) + 4; ++y) {
    const Period period = make(y);
    if (period.precision == DatePrecision::unknown) continue;
    const bool wrong_side = tense == Tense::future ? period.last < now : tense != Tense::present && period.first > now;
    auto cost = period.first > now ? period.first - now : period.last < now ? now - period.last : std::chrono::days(0);
    if (wrong_side) cost += std::chrono::days(5000);
    if (cost < best_cost) best = period, best_cost = cost;
  }
  return best;
}

}  // namespace dateline
