#include "code/told_dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <string>

namespace dateline {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};

bool has(const std::string& text, std::string_view word) { return text.find(word) != std::string::npos; }

bool is_weekday(const std::string& text) {
  return std::find(kWeekdays.begin(), kWeekdays.end(), text) != kWeekdays.end();
}

bool names_year(const std::string& text) {
  return std::search_n(text.begin(), text.end(), 4, true, [](unsigned char c, bool) { return std::isdigit(c) != 0; }) !=
         text.end();
}

/// The preposition that the expression begins with or stands behind: "since August", "since the August vote".
bool follows(const Scene& scene, const EventDate& date, std::string_view preposition) {
  Word word = first_word(scene, date.span);
  if (word >= scene.report().tokens.size()) return false;
  if (scene.lemma(word) == preposition) return true;
  while (word > 0 && scene.lemma(word - 1) == "the") --word;
  return word > 0 && scene.lemma(word - 1) == preposition;
}

year_month_day last_of_month(year_month_day day) { return day.year() / day.month() / std::chrono::last; }

year_month_day last_of_year(year_month_day day) { return day.year() / std::chrono::December / 31; }

/// The same day a year before; of 29 February the last of that month.
year_month_day year_before(year_month_day day) {
  const year_month_day before = day - std::chrono::years(1);
  return before.ok() ? before : last_of_month(before);
}

/// The end of the day, month or year that the expression names.
year_month_day end_of_named(const std::string& text, const EventDate& date) {
  const bool first_day = date.start.day() == std::chrono::day{1};
  if (first_day && date.start.month() == std::chrono::January && !has(text, "jan")) return last_of_year(date.start);
  const bool numbered = has(text, "1 ") || has(text, " 1");
  return first_day && !numbered ? last_of_month(date.start) : date.start;
}

/// Acts that are done once and last: "suspended since 2020", "held since August". Others go on: "has killed … since".
bool lasts(const Scene& scene, const Candidate& candidate) {
  constexpr std::array<std::string_view, 5> kTypes = {"COERCE", "SANCTION", "CONCEDE", "RETREAT", "REJECT"};
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end() && candidate.frame.part == PartOfSpeech::verb;
}

/// "since the 2021 offensive": the noun itself tells since when something else is so.
bool is_since(const Scene& scene, const Candidate& candidate) { return scene.preposition(candidate.word()) == "since"; }

void begin_since(const Scene& scene, const Candidate& candidate, const std::string& text, EventDate& date) {
  const bool open = date.end == *scene.report().published && date.start != date.end;
  if (!open || !follows(scene, date, "since")) return;
  if (lasts(scene, candidate) || is_since(scene, candidate)) date.end = end_of_named(text, date);
}

void end_until(const Scene& scene, const Candidate& candidate, EventDate& date) {
  const year_month_day day = *scene.report().published;
  const bool ahead = sys_days(date.end) > sys_days(day);
  if (ahead && candidate.status == Status::actual && follows(scene, date, "until")) date.start = day;
}

/// "earlier this month": some day of it, which is all that is told.
void widen_earlier(const std::string& text, EventDate& date) {
  if (has(text, "earlier this month")) date.end = last_of_month(date.end);
  if (has(text, "earlier this year")) date.end = last_of_year(date.end);
}

/// Violence that a noun tells without a word of its being ahead has happened: "the January 6 attack".
bool has_happened(const Scene& scene, const Candidate& candidate) {
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  const bool noun = candidate.frame.part == PartOfSpeech::noun && candidate.status == Status::actual;
  return candidate.status == Status::historical || (noun && (type == "ASSAULT" || type == "PROTEST"));
}

/// What has happened did not happen on a day to come.
void look_back(const Scene& scene, const std::string& text, EventDate& date) {
  if (sys_days(date.start) <= sys_days(*scene.report().published) || names_year(text)) return;
  if (is_weekday(text)) {
    date.start = date.end = sys_days(date.start) - std::chrono::weeks(1);
  } else if (date.precision == DatePrecision::day || date.precision == DatePrecision::month) {
    date.start = year_before(date.start);
    date.end = year_before(date.end);
  }
}

/// Weekdays of what lies ahead are the next ones.
void look_ahead(const Scene& scene, const std::string& text, EventDate& date) {
  if (sys_days(date.end) >= sys_days(*scene.report().published) || !is_weekday(text)) return;
  date.start = date.end = sys_days(date.start) + std::chrono::weeks(1);
}

/// "on Thursday and Friday", "in 2011 and 2012": one period.
void join_adjacent(std::vector<EventDate>& dates) {
  std::vector<EventDate> joined;
  for (const EventDate& date : dates) {
    if (!joined.empty() && sys_days(joined.back().end) + std::chrono::days(1) == sys_days(date.start)) {
      joined.back().end = date.end;
      joined.back().span.end = date.span.end;
    } else {
      joined.push_back(date);
    }
  }
  dates = std::move(joined);
}

}  // namespace

void read_around(const Scene& scene, const Candidate& candidate, std::vector<EventDate>& dates) {
  if (!scene.report().published) return;
  for (EventDate& date : dates) {
    const std::string text = lower(scene.report().slice(date.span));
    if (candidate.ahead) look_ahead(scene, text, date);
    if (has_happened(scene, candidate)) look_back(scene, text, date);
    widen_earlier(text, date);
    begin_since(scene, candidate, text, date);
    end_until(scene, candidate, date);
  }
  join_adjacent(dates);
}

}  // namespace dateline
