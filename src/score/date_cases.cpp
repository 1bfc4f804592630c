#include "score/date_cases.h"

#include <algorithm>
#include <cstdio>

namespace dateline::score {
namespace {

using Days = std::chrono::sys_days;

constexpr std::string_view kFile = "DateTimeModel";

/// "2016-11-07", with a time of day after it or not; nothing for "not resolved" and the suite's day of no year.
std::optional<Days> day_in(const std::string& text) {
  int y = 0;
  unsigned m = 0, d = 0;
  if (std::sscanf(text.c_str(), "%4d-%2u-%2u", &y, &m, &d) != 3 || y < 2) return {};
  const std::chrono::year_month_day day{std::chrono::year(y), std::chrono::month(m), std::chrono::day(d)};
  return day.ok() ? std::optional<Days>(day) : std::nullopt;
}

bool has_value(const CaseValue& v) { return day_in(v.value) || day_in(v.start) || day_in(v.end); }

/// "week 31", "cy18": weeks by their number, and codes of accounting years.
bool is_numbered(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t week = text.find("eek ");
  if (week != std::string_view::npos && week + 4 < text.size() && digit(text[week + 4])) return true;
  const bool code =
      text.starts_with("cy") || text.starts_with("fy") || text.starts_with("CY") || text.starts_with("FY");
  return code && digit(text.back());
}

bool is_scored(const CaseResult& result) {
  return (result.type == "date" || result.type == "daterange") &&
         std::any_of(result.values.begin(), result.values.end(), has_value);
}

/// "From 2014 to 2018": the suite ends it where 2018 begins, the program where it ends.
bool ends_unit(Days end, const EventDate& date) {
  const std::chrono::year_month_day day(end);
  const bool first = day.day() == std::chrono::day(1);
  if (date.precision == DatePrecision::year && first && day.month() == std::chrono::January)
    return date.end == day.year() / std::chrono::December / 31;
  if (date.precision != DatePrecision::month && date.precision != DatePrecision::year) return false;
  return first && date.end == std::chrono::year_month_day(day.year() / day.month() / std::chrono::last);
}

bool is_coarse(const EventDate& date) {
  return date.precision != DatePrecision::day && date.precision != DatePrecision::unknown;
}

DateAnswer answer(const CaseValue& value, const EventDate& date) {
  const Days first(date.start), last(date.end), after = last + std::chrono::days(1);
  const auto verdict = [](bool right) { return right ? DateAnswer::right : DateAnswer::wrong; };
  if (const auto day = day_in(value.value)) {
    if (first == *day && last == *day) return DateAnswer::right;
    return is_coarse(date) && first <= *day && *day <= last ? DateAnswer::wider : DateAnswer::wrong;
  }
  const auto start = day_in(value.start), end = day_in(value.end);
  if (start && end) return verdict(first == *start && (last == *end || after == *end || ends_unit(*end, date)));
  const auto bound = start ? start : end;
  if (bound && (*bound == first || *bound == last || *bound == after)) return DateAnswer::right;
  return bound && is_coarse(date) && first <= *bound && *bound <= last ? DateAnswer::wider : DateAnswer::wrong;
}

DateAnswer answer(const CaseResult& result, const std::vector<TimeMention>& found) {
  DateAnswer best = DateAnswer::wrong;
  for (const TimeMention& mention : found) {
    if (!spans_overlap(result.span, mention.date.span)) continue;
    for (const CaseValue& value : result.values) {
      const DateAnswer one = answer(value, mention.date);
      if (one == DateAnswer::right) return one;
      if (one == DateAnswer::wider) best = one;
    }
  }
  return best;
}

}  // namespace

bool is_date_file(std::string_view name) { return name == kFile; }

bool is_date_case(const RecognizerCase& one) {
  const auto numbered = [&](const CaseResult& r) {
    return is_numbered(std::string_view(one.input).substr(r.span.begin, r.span.end - r.span.begin));
  };
  if (std::any_of(one.results.begin(), one.results.end(), numbered)) return false;
  return one.results.empty() || std::any_of(one.results.begin(), one.results.end(), is_scored);
}

DateAnswer answer_dates(const RecognizerCase& one, const std::vector<TimeMention>& found) {
  DateAnswer worst = DateAnswer::right;
  for (const CaseResult& result : one.results) {
    if (!is_scored(result)) continue;
    const DateAnswer given = answer(result, found);
    if (given == DateAnswer::wrong) return given;
    if (given == DateAnswer::wider) worst = given;
  }
  for (const TimeMention& mention : found) {
    const bool known = std::any_of(one.results.begin(), one.results.end(),
                                   [&](const CaseResult& r) { return spans_overlap(r.span, mention.date.span); });
    if (!known) return DateAnswer::wrong;
  }
  return worst;
}

}  // namespace dateline::score
