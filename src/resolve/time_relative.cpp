// Dates seen from the report's day ("yesterday", "two weeks ago") or from the
// day that the text last spoke of ("the following day", "two days later").
#include <algorithm>
#include <array>

#include "resolve/time_reader.h"

namespace dateline {
namespace {

using std::chrono::days;
using Words = std::string_view;

constexpr std::array<Words, 3> kFreeParts = {"early", "mid", "late"};  // "end" and the like need "of"
constexpr std::array<Words, 4> kAfterAgo = {"ago", "back", "earlier", "later"};

TimeUnit unit_of(TimeWord word) { return static_cast<TimeUnit>(word.value); }

/// The unit of a unit word; nothing for other words.
std::optional<TimeUnit> unit_word(std::string_view text) {
  const TimeWord word = time_word(text);
  if (word.kind != TimeWordKind::unit) return {};
  return unit_of(word);
}

/// As exact as it was said: "two weeks ago" is that week, "three months ago" that month.
Period around(Days day, TimeUnit unit) {
  if (unit == TimeUnit::fortnight || unit == TimeUnit::weekend) return week_period(day);
  if (unit == TimeUnit::decade || unit == TimeUnit::century) return year_period(year_of(day));
  return period_of(unit, day);
}

DatePrecision precision_of(TimeUnit unit) { return period_of(unit, Days{}).precision; }

bool sane(TimeUnit unit, int count) {
  const int limit = unit == TimeUnit::century  ? 10
                    : unit == TimeUnit::decade ? 100
                    : unit == TimeUnit::year   ? 1000
                                               : 5000;
  return count > 0 && count <= limit;
}

}  // namespace

int TimeReader::weekday_at(std::size_t at) const {
  const TimeWord word = time_word(p_[at].text);
  if (word.kind != TimeWordKind::weekday || in_name(at)) return 0;
  if (!word.abbreviated) return word.value;
  const std::size_t i = p_.is(at + 1, ".") || p_.is(at + 1, ",") ? at + 2 : at + 1;
  return p_[at].capital && (month_at(i) != 0 || (day_number(i).end != 0 && month_at(day_number(i).end) != 0))
             ? word.value
             : 0;
}

std::size_t TimeReader::after_daypart(std::size_t at) const {
  return time_word(p_[at].text).kind == TimeWordKind::daypart ? at + 1 : at;
}

TimeReader::Number TimeReader::small_number(std::size_t at) const {
  const Piece& piece = p_[at];
  if (piece.kind == Piece::Kind::number && piece.plain && piece.digits <= 4)
    return {static_cast<int>(piece.value), at + 1};
  const TimeWord word = time_word(piece.text);
  if (word.kind == TimeWordKind::cardinal) {
    const TimeWord ones = word.value >= 20 && p_.is(at + 1, "-") ? time_word(p_[at + 2].text) : TimeWord{};
    if (ones.kind == TimeWordKind::cardinal && ones.value < 10) return {word.value + ones.value, at + 3};
    return {word.value, at + 1};
  }
  if (piece.text == "several") return {3, at + 1};
  const std::size_t i = piece.text == "a" ? at + 1 : at;
  if (p_.is(i, "few")) return {3, i + 1};
  if (p_.is(i, "couple")) return {2, p_.is(i + 1, "of") ? i + 2 : i + 1};
  if (piece.text == "a" || piece.text == "an") return {1, at + 1};
  return {};
}

/// The unit's period that "last", "next", … choose. `definite`: "the" or "that" stands before, so the text's own day
/// counts.
Period TimeReader::relate(Relation relation, TimeUnit unit, bool definite) const {
  const bool of_text =
      relation == Relation::same || relation == Relation::following ||
      (definite && (relation == Relation::previous || (relation == Relation::next && unit == TimeUnit::day)));
  const Days from = of_text ? discourse_.first : *published_;
  switch (relation) {
    case Relation::last:
    case Relation::past:
    case Relation::previous:
      return period_of(unit, moved(from, unit, -1));
    case Relation::next:
    case Relation::following:
      return period_of(unit, moved(from, unit, 1));
    case Relation::current:
    case Relation::same:
      return period_of(unit, from);
  }
  return period_of(unit, from);
}

/// "Tuesday", "last Friday", "Monday night", "Monday, 5 March", "Monday of last week".
TimeReader::Found TimeReader::weekday(std::size_t at) const {
  const TimeWord first = time_word(p_[at].text);
  const bool related = first.kind == TimeWordKind::relation && weekday_at(at + 1) != 0;
  std::size_t i = related ? at + 1 : at;
  const int day = weekday_at(i);
  if (day == 0) return {};
  i += p_.is(i + 1, ".") && time_word(p_[i].text).abbreviated ? 2 : 1;
  const std::size_t date = p_.is(i, ",") ? i + 1 : i;
  const std::size_t the = p_.is(date, "the") || p_.is(date, "on") ? date + 1 : date;
  for (const Found& found : {month_day(the), day_month(the), numeric_date(the)}) {
    if (found) return ending(at, found->end, found->period, found->inferred_year);
  }
  if (!published_) return {};
  const std::size_t of = p_.is(i, "of") ? i + 1 : after_daypart(i);
  const TimeWord week = time_word(p_[of].text);
  const bool in_week = week.kind == TimeWordKind::relation && p_.is(of + 1, "week");
  const Days now = *published_;
  const auto offset = days(day - 1);
  if (in_week)
    return ending(at, of + 2,
                  day_period(relate(static_cast<Relation>(week.value), TimeUnit::week, false).first + offset));
  const Days this_week = week_period(now).first + offset;
  const Days latest = this_week > now ? this_week - days(7) : this_week;
  const Days next = this_week < now ? this_week + days(7) : this_week;
  const std::size_t end = after_daypart(i);
  if (!related)
    return ending(at, end, day_period(tense_at(tree_, p_[at].token) == Tense::future ? next : latest), true);
  switch (static_cast<Relation>(first.value)) {
    case Relation::last:
    case Relation::past:
      return ending(at, end, day_period(latest == now ? latest - days(7) : latest));
    case Relation::previous:
      return ending(at, end, day_period(this_week - days(7)));
    case Relation::next: {
      const bool coming = !p_.is(at, "next");
      return ending(at, end, day_period(coming ? (next == now ? next + days(7) : next) : this_week + days(7)));
    }
    case Relation::current:
      return ending(at, end, day_period(this_week));
    default:
      return ending(at, end, day_period(week_period(discourse_.first).first + offset));
  }
}

/// "yesterday", "the day before yesterday", "last night", "this morning".
TimeReader::Found TimeReader::deictic(std::size_t at) const {
  if (!published_) return {};
  const TimeWord word = time_word(p_[at].text);
  const auto on = [&](std::size_t begin, std::size_t end, int offset) {
    return ending(begin, end, day_period(*published_ + days(offset)));
  };
  if (word.kind == TimeWordKind::deictic) return on(at, after_daypart(at + 1), word.value);
  if (word.kind == TimeWordKind::relation && time_word(p_[at + 1].text).kind == TimeWordKind::daypart) {
    const auto relation = static_cast<Relation>(word.value);
    if (relation == Relation::last) return on(at, at + 2, -1);
    if (relation == Relation::current) return on(at, at + 2, 0);
    if (relation == Relation::same) return ending(at, at + 2, day_period(discourse_.first));
  }
  const std::size_t i = p_.is(at, "the") ? at + 1 : at;
  if (!p_.is(i, "day")) return {};
  if (p_.is(i + 1, "before") && p_.is(i + 2, "yesterday")) return on(at, i + 3, -2);
  if (p_.is(i + 1, "after") && p_.is(i + 2, "tomorrow")) return on(at, i + 3, 2);
  const bool ends = i > at && !p_.is_word(i + 2) && !p_.is_number(i + 2);
  if (ends && p_.is(i + 1, "before")) return ending(at, i + 2, day_period(discourse_.first - days(1)));
  if (ends && p_.is(i + 1, "after")) return ending(at, i + 2, day_period(discourse_.first + days(1)));
  return {};
}

/// "last year", "this week", "the following day", "next March", "last summer".
TimeReader::Found TimeReader::related(std::size_t at) const {
  if (!published_) return {};
  const bool definite = p_.is(at, "the");
  const std::size_t i = definite ? at + 1 : at;
  const TimeWord word = time_word(p_[i].text);
  if (word.kind != TimeWordKind::relation) return {};
  const auto relation = static_cast<Relation>(word.value);
  if (p_.is(i + 1, "calendar") && p_.is(i + 2, "year"))
    return ending(at, i + 3, relate(relation, TimeUnit::year, definite));
  const bool bare = relation == Relation::past && !definite;
  const bool one = !p_[i + 1].text.ends_with("s");
  if (const auto unit = unit_word(p_[i + 1].text); unit && one && !bare) {
    if (definite && (relation == Relation::last || relation == Relation::past) && *unit != TimeUnit::day) {
      return ending(at, i + 2, {moved(*published_, *unit, -1), *published_, precision_of(*unit)});
    }
    return ending(
        at, i + 2,
        relate(relation, *unit, definite || relation == Relation::following || relation == Relation::previous));
  }
  const TimeWord named = time_word(p_[i + 1].text);
  const bool season = named.kind == TimeWordKind::season;
  if (!season && month_at(i + 1) == 0) return {};
  const int length = season ? 3 : 1;
  const auto make = [&](int y) {
    const Days first = make_day(y, static_cast<unsigned>(named.value), 1);
    return Period{first, moved(first, TimeUnit::month, length) - days(1), DatePrecision::month};
  };
  const Days now = *published_;
  const int y = year_of(now);
  if (relation == Relation::current || relation == Relation::same)
    return ending(at, i + 2, make(season && named.value == 12 && month_of(now) < 3 ? y - 1 : y));
  if (relation == Relation::next || relation == Relation::following)
    return ending(at, i + 2, make(make(y).first > now ? y : y + 1));
  return ending(at, i + 2, make(make(y).last < now ? y : y - 1));
}

/// "the last three days", "the next two weeks", "over the past decade".
TimeReader::Found TimeReader::related_span(std::size_t at) const {
  if (!published_) return {};
  std::size_t i = p_.is(at, "the") ? at + 1 : at;
  const TimeWord word = time_word(p_[i].text);
  if (word.kind != TimeWordKind::relation) return {};
  const Number number = small_number(i + 1);
  if (number.end == 0) return {};
  const bool hours = p_.is(number.end, "hours") || p_.is(number.end, "hour");
  const auto unit = hours ? TimeUnit::day : unit_word(p_[number.end].text).value_or(TimeUnit::century);
  const int count = hours ? (number.value + 23) / 24 : number.value;
  if ((!hours && !unit_word(p_[number.end].text)) || !sane(unit, count)) return {};
  const Days now = *published_;
  if (unit == TimeUnit::quarter) return quarters(at, number.end + 1, static_cast<Relation>(word.value), count);
  switch (static_cast<Relation>(word.value)) {
    case Relation::last:
    case Relation::past:
    case Relation::previous:
      return ending(at, number.end + 1, {moved(now, unit, -count), now, precision_of(unit)});
    case Relation::next:
    case Relation::following:
      return ending(at, number.end + 1, {now + days(1), moved(now, unit, count), precision_of(unit)});
    default:
      return {};
  }
}

/// "the last two quarters": whole ones.
TimeReader::Found TimeReader::quarters(std::size_t begin, std::size_t end, Relation relation, int count) const {
  const Days here = period_of(TimeUnit::quarter, *published_).first;
  const Days next = moved(here, TimeUnit::quarter, 1);
  if (relation == Relation::next || relation == Relation::following)
    return ending(begin, end, {next, moved(next, TimeUnit::quarter, count) - days(1), DatePrecision::month});
  if (relation == Relation::current || relation == Relation::same) return {};
  return ending(begin, end, {moved(here, TimeUnit::quarter, -count), here - days(1), DatePrecision::month});
}

/// "in recent days": some of the unit, up to the report.
TimeReader::Found TimeReader::recent(std::size_t at) const {
  if (!published_ || !p_.is(at, "recent")) return {};
  const auto unit = unit_word(p_[at + 1].text);
  if (!unit || *unit == TimeUnit::century) return {};
  return ending(at, at + 2,
                {moved(*published_, *unit, *unit == TimeUnit::day ? -7 : -4), *published_, precision_of(*unit)});
}

/// "four days after" an event of which the report's day brings the sequel: the day of that event. What is counted in
/// days and weeks tells the day.
TimeReader::Found TimeReader::before_news(std::size_t at, std::size_t end, TimeUnit unit, int count) const {
  const bool exact = unit == TimeUnit::day || unit == TimeUnit::week;
  return ending(at, end, period_of(exact ? TimeUnit::day : unit, moved(*published_, unit, -count)));
}

/// "two days ago", "three weeks earlier", "in two days", "two days from now", "two days after".
TimeReader::Found TimeReader::distance(std::size_t at) const {
  if (!published_) return {};
  const bool in = p_.is(at, "in") || p_.is(at, "within");
  const Number number = small_number(in ? at + 1 : at);
  if (number.end == 0) return {};
  const auto unit = unit_word(p_[number.end].text);
  if (!unit || !sane(*unit, number.value)) return {};
  const std::size_t i = number.end + 1;
  const bool from_now = p_.is(i, "from") && (p_.is(i + 1, "now") || p_.is(i + 1, "today"));
  if (in) {
    const Tense tense = tense_at(tree_, p_[at].token);
    if (tense == Tense::past || tense == Tense::present || any_of(p_[i].text, kAfterAgo)) return {};
    if (p_.is(at, "within"))
      return ending(at, i, {*published_, moved(*published_, *unit, number.value), precision_of(*unit)});
    return ending(at, i, around(moved(*published_, *unit, number.value), *unit));
  }
  const TimeWord day = time_word(p_[i + 1].text);
  if (!in && day.kind == TimeWordKind::deictic && (p_.is(i, "before") || p_.is(i, "after"))) {
    const Days from = *published_ + days(day.value);
    return ending(at, i + 2, around(moved(from, *unit, p_.is(i, "after") ? number.value : -number.value), *unit));
  }
  if (p_.is(i, "after")) return before_news(at, i + 1, *unit, number.value);
  if (from_now) return ending(at, i + 2, around(moved(*published_, *unit, number.value), *unit));
  if (!any_of(p_[i].text, kAfterAgo)) return {};
  const bool of_text = p_.is(i, "earlier") || p_.is(i, "later");
  const bool vague = discourse_.precision > DatePrecision::week && *unit < TimeUnit::month;
  if (of_text && vague) return {};
  const int count = p_.is(i, "later") ? number.value : -number.value;
  return ending(at, i + 1, around(moved(of_text ? discourse_.first : *published_, *unit, count), *unit));
}

/// "late March", "early 2024", "the end of the month", "mid-May", "the first half of 2023", "early last year".
TimeReader::Found TimeReader::part(std::size_t at) const {
  std::size_t i = at;
  Part part = Part::whole;
  const TimeWord word = time_word(p_[i].text);
  if (word.kind == TimeWordKind::part) part = static_cast<Part>(word.value), ++i;
  if (p_.is(at + 1, "half") && (p_.is(at, "first") || p_.is(at, "second"))) {
    part = p_.is(at, "first") ? Part::first_half : Part::second_half;
    i = at + 2;
  }
  const bool noun = part != Part::whole && !any_of(p_[at].text, kFreeParts);
  if (part == Part::whole || (noun && !p_.is(i, "of"))) return {};
  if (p_.is(i, "-") || p_.is(i, "of") || p_.is(i, "in")) ++i;
  if (p_.is(i, "the") && published_ && (p_.is(i + 1, "month") || p_.is(i + 1, "year"))) {
    return ending(at, i + 2, part_of(period_of(unit_of(time_word(p_[i + 1].text)), *published_), part));
  }
  if (p_.is(i, "the")) ++i;
  for (const Found& found : {month_alone(i), related(i), decade(i), century(i), season(i)}) {
    if (!found || found->period.last - found->period.first < days(6)) continue;
    return ending(at, found->end, part_of(found->period, part), found->inferred_year);
  }
  const int y = year_at(i);
  return y != 0 ? ending(at, i + 1, part_of(year_period(y), part)) : Found{};
}

TimeReader::Found TimeReader::month_or_year(std::size_t at) const {
  if (const Found month = month_alone(at)) return month;
  if (const int y = year_at(at); y != 0) return ending(at, at + 1, year_period(y));
  const Found found = related(at);
  return found && found->period.precision > DatePrecision::week ? found : Found{};
}

/// "the first week of May", "the last week of 2015": weeks that have most of their days in the period.
TimeReader::Found TimeReader::ordinal_week(std::size_t at) const {
  const std::size_t i = p_.is(at, "the") ? at + 1 : at;
  const bool last = p_.is(i, "last") || p_.is(i, "final");
  const Number number = last ? Number{1, i + 1} : day_number(i);
  const bool counted = number.end > i + (p_.is_number(i) ? 1 : 0) && number.value <= 52;
  if (!counted || !p_.is(number.end, "week") || !p_.is(number.end + 1, "of")) return {};
  const std::size_t of = number.end + 2;
  const Found outer = month_or_year(p_.is(of, "the") ? of + 1 : of);
  if (!outer) return {};
  const Period first = week_period(outer->period.first + days(3));  // the week of the first Thursday
  const Period week =
      last ? week_period(outer->period.last - days(3)) : week_period(first.first + days(7 * (number.value - 1)));
  return ending(at, outer->end, week, outer->inferred_year);
}

/// "at the weekend", "over the weekend".
TimeReader::Found TimeReader::the_weekend(std::size_t at) const {
  if (!published_ || at == 0 || !p_.is(at, "the") || !p_.is(at + 1, "weekend")) return {};
  const std::string_view before = p_[at - 1].text;
  if (before != "at" && before != "over" && before != "on" && before != "during") return {};
  const bool ahead = tense_at(tree_, p_[at].token) == Tense::future;
  const Period this_weekend = weekend_period(*published_);
  const bool begun = this_weekend.first <= *published_;
  return ending(at, at + 2, ahead || begun ? this_weekend : weekend_period(*published_ - days(7)));
}

/// "the rest of the month": from the report on.
TimeReader::Found TimeReader::rest_of(std::size_t at) const {
  const std::size_t rest = p_.is(at, "the") ? at + 1 : at;
  if (!published_ || !(p_.is(rest, "rest") || p_.is(rest, "remainder")) || !p_.is(rest + 1, "of")) return {};
  const auto unit = unit_word(p_[rest + 3].text);
  if (!unit || *unit == TimeUnit::day || !(p_.is(rest + 2, "the") || p_.is(rest + 2, "this"))) return {};
  const Period whole = period_of(*unit, *published_);
  return ending(at, rest + 4, {*published_, whole.last, whole.precision});
}

/// "earlier this week" runs up to the report, "later this month" from it.
TimeReader::Found TimeReader::earlier_in(std::size_t at) const {
  const bool earlier = p_.is(at, "earlier");
  if (!published_ || (!earlier && !p_.is(at, "later"))) return {};
  Found found = related(p_.is(at + 1, "in") ? at + 2 : at + 1);
  const auto unit = p_.is(at + 1, "in") && p_.is(at + 2, "the") ? unit_word(p_[at + 3].text) : std::nullopt;
  if (!found && unit) found = ending(at, at + 4, period_of(*unit, *published_));
  if (!found) return {};
  found->begin = at;
  Period& period = found->period;
  if (period.first <= *published_ && period.last >= *published_) (earlier ? period.last : period.first) = *published_;
  return found;
}

std::optional<TimeMatch> TimeReader::read(std::size_t at) const {
  using Rule = Found (TimeReader::*)(std::size_t) const;
  constexpr std::array kRules =
      std::to_array<Rule>({&TimeReader::numeric_date, &TimeReader::day_month,        &TimeReader::month_day,
                           &TimeReader::month_alone,  &TimeReader::lone_day,         &TimeReader::year,
                           &TimeReader::decade,       &TimeReader::century,          &TimeReader::season,
                           &TimeReader::quarter,      &TimeReader::holiday,          &TimeReader::weekday,
                           &TimeReader::deictic,      &TimeReader::related,          &TimeReader::related_span,
                           &TimeReader::recent,       &TimeReader::distance,         &TimeReader::part,
                           &TimeReader::ordinal_week, &TimeReader::earlier_in,       &TimeReader::the_weekend,
                           &TimeReader::rest_of,      &TimeReader::numeric_month,    &TimeReader::anchored,
                           &TimeReader::week_of,      &TimeReader::day_of_period,    &TimeReader::weekday_of_month,
                           &TimeReader::after_next,   &TimeReader::counted_relation, &TimeReader::to_date,
                           &TimeReader::coded_part});
  if (!p_.is_number(at) && time_word(p_[at].text).kind == TimeWordKind::none && !p_.is(at, "within")) return {};
  Found best;
  for (const Rule rule : kRules) {
    const Found found = (this->*rule)(at);
    if (found && (!best || found->end > best->end)) best = found;
  }
  return best;
}

}  // namespace dateline
