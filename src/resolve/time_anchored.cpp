// Dates counted from another date ("two weeks before 13 May", "the week of the
// 18th"), days and weeks of a month, and periods that reach up to the report.
#include <array>

#include "resolve/time_reader.h"

namespace dateline {
namespace {

using std::chrono::days;
using Words = std::string_view;

std::optional<TimeUnit> unit_word(Words text) {
  const TimeWord word = time_word(text);
  if (word.kind != TimeWordKind::unit) return {};
  return static_cast<TimeUnit>(word.value);
}

bool is_short(TimeUnit unit) { return unit != TimeUnit::decade && unit != TimeUnit::century; }

}  // namespace

/// "two weeks before 13 May", "three days from Tuesday": as exact as it was said.
TimeReader::Found TimeReader::anchored(std::size_t at) const {
  const Number number = small_number(at);
  if (number.end == 0) return {};
  const auto unit = unit_word(p_[number.end].text);
  const std::size_t i = number.end + 1;
  const bool before = p_.is(i, "before"), after = p_.is(i, "after") || p_.is(i, "from");
  if (!unit || !is_short(*unit) || number.value > 5000 || !(before || after)) return {};
  const auto anchor = read(p_.is(i + 1, "the") ? i + 2 : i + 1);
  if (!anchor || anchor->period.precision != DatePrecision::day) return {};
  const Days day = moved(anchor->period.first, *unit, before ? -number.value : number.value);
  return ending(at, anchor->end, *unit == TimeUnit::weekend ? week_period(day) : period_of(*unit, day));
}

/// "the week of 16 September", "the week starting on Monday".
TimeReader::Found TimeReader::week_of(std::size_t at) const {
  constexpr std::array<Words, 5> kOpenings = {"of", "starting", "beginning", "commencing", "ending"};
  const std::size_t i = p_.is(at, "the") ? at + 1 : at;
  if (!p_.is(i, "week") || !any_of(p_[i + 1].text, kOpenings)) return {};
  const std::size_t on = p_.is(i + 2, "on") ? i + 3 : i + 2;
  auto day = read(on);
  if (!day && p_.is(on, "the")) day = day_of_month(on);
  if (!day || day->period.precision != DatePrecision::day) return {};
  return ending(at, day->end, week_period(day->period.first), day->inferred_year);
}

/// The nearest such day of a month: "the 18th".
TimeReader::Found TimeReader::day_of_month(std::size_t at) const {
  const Number day = p_.is(at, "the") ? day_number(at + 1) : Number{};
  if (day.end == 0 || !published_ || p_.is_word(day.end)) return {};
  const Days now = *published_;
  const bool ahead = tense_at(tree_, p_[at].token) == Tense::future;
  for (int months = 0; months < 12; ++months) {
    const Days month = moved(make_day(year_of(now), month_of(now), 1), TimeUnit::month, ahead ? months : -months);
    if (!valid(year_of(month), month_of(month), static_cast<unsigned>(day.value))) continue;
    const Days found = month + days(day.value - 1);
    if (ahead ? found >= now : found <= now) return ending(at, day.end, day_period(found), true);
  }
  return {};
}

/// "the 20th of next month", "the 31st day of the month".
TimeReader::Found TimeReader::day_of_period(std::size_t at) const {
  const std::size_t i = p_.is(at, "the") ? at + 1 : at;
  const Number number = day_number(i);
  if (number.end == 0 || number.end == i + (p_.is_number(i) ? 1 : 0) || !published_) return {};
  const std::size_t of = p_.is(number.end, "day") ? number.end + 1 : number.end;
  if (!p_.is(of, "of")) return {};
  Found month = p_.is(of + 1, "the") && p_.is(of + 2, "month")
                    ? ending(of + 1, of + 3, period_of(TimeUnit::month, *published_))
                    : related(of + 1);
  if (!month && of > number.end) month = month_alone(of + 1);
  if (!month || month->period.precision != DatePrecision::month) return {};
  const Days first = month->period.first;
  if (!valid(year_of(first), month_of(first), static_cast<unsigned>(number.value))) return {};
  return ending(at, month->end, day_period(first + days(number.value - 1)), month->inferred_year);
}

/// "Tue 13th", "Sunday 31": the nearest month in which that day is that weekday.
TimeReader::Found TimeReader::weekday_of_month(std::size_t at) const {
  const TimeWord word = time_word(p_[at].text);
  if (word.kind != TimeWordKind::weekday || !p_[at].capital || !published_) return {};
  const std::size_t i = p_.is(at + 1, "the") ? at + 2 : at + 1;
  const Number day = day_number(i);
  const bool said = day.end != 0 && p_.is_number(i) && !p_.is_word(day.end) && !p_.is(day.end, ":") &&
                    !p_.is(day.end, "/") && !p_.is(day.end, ".");
  if (!said && !(day.end != 0 && p_.is(i, p_[i].text) && day.end > i + 1 && !p_.is_word(day.end))) return {};
  const bool ahead = tense_at(tree_, p_[at].token) == Tense::future;
  for (int step = 0; step < 24; ++step) {
    const int months = ahead ? step : -step;
    const Days first = moved(make_day(year_of(*published_), month_of(*published_), 1), TimeUnit::month, months);
    if (!valid(year_of(first), month_of(first), static_cast<unsigned>(day.value))) continue;
    const Days found = first + days(day.value - 1);
    if (weekday_of(found) == static_cast<unsigned>(word.value)) return ending(at, day.end, day_period(found), true);
  }
  return {};
}

/// "the week after next".
TimeReader::Found TimeReader::after_next(std::size_t at) const {
  const std::size_t i = p_.is(at, "the") ? at + 1 : at;
  const auto unit = unit_word(p_[i].text);
  if (!unit || !published_ || !p_.is(i + 1, "after")) return {};
  const std::size_t next = p_.is(i + 2, "the") ? i + 3 : i + 2;
  if (!p_.is(next, "next") || p_.is_word(next + 1)) return {};
  return ending(at, next + 1, period_of(*unit, moved(*published_, *unit, 2)));
}

/// "the five upcoming years", "the ten previous weeks".
TimeReader::Found TimeReader::counted_relation(std::size_t at) const {
  const Number number = small_number(at);
  if (number.end == 0 || !published_ || number.value > 1000) return {};
  const TimeWord word = time_word(p_[number.end].text);
  const auto unit = unit_word(p_[number.end + 1].text);
  if (word.kind != TimeWordKind::relation || !unit || !is_short(*unit)) return {};
  const DatePrecision precision = period_of(*unit, Days{}).precision;
  const auto relation = static_cast<Relation>(word.value);
  if (relation == Relation::next || relation == Relation::following)
    return ending(at, number.end + 2, {*published_ + days(1), moved(*published_, *unit, number.value), precision});
  if (relation == Relation::last || relation == Relation::past || relation == Relation::previous)
    return ending(at, number.end + 2, {moved(*published_, *unit, -number.value), *published_, precision});
  return {};
}

/// "the year to date".
TimeReader::Found TimeReader::to_date(std::size_t at) const {
  const auto unit = unit_word(p_[at].text);
  const std::size_t i = p_.is(at + 1, "-") ? at + 2 : at + 1;
  if (!unit || !published_ || !p_.is(i, "to") || !p_.is(p_.is(i + 1, "-") ? i + 2 : i + 1, "date")) return {};
  const Period whole = period_of(*unit, *published_);
  return ending(at, p_.is(i + 1, "-") ? i + 3 : i + 2, {whole.first, *published_, whole.precision});
}

/// "Q3", "2019-Q1", "H1 2016", "2016 H2".
TimeReader::Found TimeReader::coded_part(std::size_t at) const {
  const int before = year_at(at);
  const std::size_t i = before == 0 ? at : p_.is(at + 1, "-") ? at + 2 : at + 1;
  const bool half = p_.is(i, "h");
  const int number = p_[i + 1].glued ? p_[i + 1].short_number() : 0;
  if (!(half || p_.is(i, "q")) || number < 1 || number > (half ? 2 : 4)) return {};
  const auto make = [&](int y) {
    const Period first = quarter_period(y, static_cast<unsigned>(half ? 2 * number - 1 : number));
    return half ? Period{first.first, quarter_period(y, static_cast<unsigned>(2 * number)).last, first.precision}
                : first;
  };
  if (before != 0) return ending(at, i + 2, make(before));
  if (const Number said = year_after(i + 2); said.end != 0) return ending(at, said.end, make(said.value));
  if (!published_ || half || !p_[i].capital) return {};
  return ending(at, i + 2, choose_year(at, make), true);
}

}  // namespace dateline
