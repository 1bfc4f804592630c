#include "score/matching.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <set>

#include "text/fold.h"

namespace dateline::score {
namespace {

using Codes = std::set<std::string>;

Codes countries(const std::vector<GoldActor>& actors) {
  Codes codes;
  for (const GoldActor& a : actors) codes.insert(a.country);
  return codes;
}

Codes countries(const std::vector<Actor>& actors) {
  Codes codes;
  for (const Actor& a : actors) codes.insert(a.country);
  return codes;
}

template <typename A>
Codes sectors(const std::vector<A>& actors) {
  Codes codes;
  for (const A& a : actors) codes.insert(a.country + ':' + a.sector);
  return codes;
}

template <typename T>
bool contains(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool same_sentence(const GoldEvent& event, const Report& report, const Event& record) {
  const Span sentence = report.sentences[record.sentence].span;
  if (!event.evidence.empty()) return report.slice(sentence).find(event.evidence) != std::string_view::npos;
  return sentence.begin <= event.trigger.begin && event.trigger.end <= sentence.end;
}

/// What keeps the record from answering the event; empty if nothing does.
std::string obstacle(const GoldEvent& event, const Report& report, const Event& record) {
  if (!same_sentence(event, report, record)) return "another sentence";
  if (!contains(event.types, record.type)) return "type " + record.type;
  if (countries(event.actors) != countries(record.actors)) return "actors' countries";
  if (event.recipients_scored && countries(event.recipients) != countries(record.recipients))
    return "recipients' countries";
  return {};
}

std::string iso(std::chrono::year_month_day day) {
  return day.ok() ? fmt::format("{:%Y-%m-%d}", std::chrono::sys_days{day}) : std::string();
}

/// Names agree if they are equal or one is the other and more words: "Kursk", "Kursk Oblast".
bool same_name(std::string_view a, std::string_view b) {
  const std::string x = ' ' + fold(a) + ' ', y = ' ' + fold(b) + ' ';
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos;
}

void tell(FieldScores& fields, const std::string& field, bool right) {
  fields[field].first += right;
  ++fields[field].second;
}

/// The actor of the record that the gold actor means: same country, then same name.
const Actor* partner(const GoldActor& gold, const std::vector<Actor>& actors) {
  const Actor* best = nullptr;
  for (const Actor& a : actors) {
    if (!gold.country.empty() && a.country != gold.country) continue;
    if (best == nullptr || (!gold.name.empty() && same_name(a.name, gold.name)) ||
        (gold.name.empty() && a.sector == gold.sector))
      best = &a;
  }
  return best;
}

void score_actors(const std::string& field, const std::vector<GoldActor>& gold, const std::vector<Actor>& actors,
                  FieldScores& fields) {
  for (const GoldActor& g : gold) {
    const Actor* a = partner(g, actors);
    if (!g.sector.empty()) tell(fields, field + " sector", a != nullptr && a->sector == g.sector);
    if (!g.name.empty()) tell(fields, field + " name", a != nullptr && same_name(a->name, g.name));
  }
}

void score_sources(const GoldEvent& event, const Event& record, FieldScores& fields) {
  if (!event.sources_scored) return;
  for (std::size_t i = 0; i < event.sources.size(); ++i) {
    const GoldActor& g = event.sources[i];
    const Source* s = i < record.sources.size() ? &record.sources[i] : nullptr;
    if (!g.country.empty()) tell(fields, "source country", s != nullptr && s->actor.country == g.country);
    if (!g.sector.empty()) tell(fields, "source sector", s != nullptr && s->actor.sector == g.sector);
    if (!g.name.empty()) tell(fields, "source name", s != nullptr && same_name(s->actor.name, g.name));
    if (!g.said_on.empty()) tell(fields, "said on", s != nullptr && s->said_on && iso(*s->said_on) == g.said_on);
  }
  tell(fields, "sources' number", event.sources.size() == record.sources.size());
}

bool same_count(const GoldCount& gold, const Count& count, const Report& report) {
  if (gold.value && count.value != gold.value) return false;
  if (!gold.value && !gold.text.empty() && report.slice(count.span).find(gold.text) == std::string_view::npos)
    return false;
  if (!gold.role.empty() && name_of(count.role) != gold.role) return false;
  return gold.unit.empty() || !gold.role.empty() || same_name(gold.unit, count.unit);
}

void score_place(const GoldPlace& gold, const Event& record, FieldScores& fields) {
  const bool given = record.place.has_value();
  if (!gold.name.empty()) tell(fields, "place name", given && same_name(record.place->name, gold.name));
  if (!gold.country.empty()) tell(fields, "place country", given && record.place->country == gold.country);
  if (!gold.precision.empty())
    tell(fields, "place precision", given && name_of(record.place->precision) == gold.precision);
}

void score_date(const GoldEvent& event, const Event& record, FieldScores& fields) {
  const bool given = record.date.has_value();
  if (!event.date_start.empty()) tell(fields, "date start", given && iso(record.date->start) == event.date_start);
  if (!event.date_end.empty()) tell(fields, "date end", given && iso(record.date->end) == event.date_end);
  if (!event.date_precision.empty() && event.date_precision != "unknown")
    tell(fields, "date precision", given && name_of(record.date->precision) == event.date_precision);
}

bool same_trigger(const GoldEvent& event, const Event& record) {
  return event.trigger.begin < record.trigger.end && record.trigger.begin < event.trigger.end;
}

double worth(const GoldEvent& event, const Report& report, const Event& record) {
  if (!obstacle(event, report, record).empty()) return 0;
  FieldScores fields;
  score_fields(event, report, record, fields);
  double right = 0, all = 0;
  for (const auto& [name, score] : fields)
    right += static_cast<double>(score.first), all += static_cast<double>(score.second);
  return 1000 + 10 * (all > 0 ? right / all : 1) + (same_trigger(event, record) ? 2 : 0);
}

/// The assignment of columns to rows with the greatest sum (Kuhn and Munkres, in the form with potentials); -1 where a
/// row gets a column that is worth nothing. Cubic in the number of records of one report's sentence groups, which are
/// few.
std::vector<std::int32_t> assign(const std::vector<std::vector<double>>& value, std::size_t columns) {
  const std::size_t rows = value.size(), n = rows, m = std::max(columns, rows);
  const auto cost = [&](std::size_t i, std::size_t j) { return j <= columns ? -value[i - 1][j - 1] : 0.0; };
  std::vector<double> u(n + 1, 0), v(m + 1, 0);
  std::vector<std::size_t> row_of(m + 1, 0), way(m + 1, 0);
  for (std::size_t i = 1; i <= n; ++i) {
    row_of[0] = i;
    std::size_t column = 0;
    std::vector<double> least(m + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(m + 1, false);
    do {
      used[column] = true;
      const std::size_t row = row_of[column];
      double delta = std::numeric_limits<double>::infinity();
      std::size_t next = 0;
      for (std::size_t j = 1; j <= m; ++j) {
        if (used[j]) continue;
        const double reduced = cost(row, j) - u[row] - v[j];
        if (reduced < least[j]) least[j] = reduced, way[j] = column;
        if (least[j] < delta) delta = least[j], next = j;
      }
      for (std::size_t j = 0; j <= m; ++j) {
        if (used[j])
          u[row_of[j]] += delta, v[j] -= delta;
        else
          least[j] -= delta;
      }
      column = next;
    } while (row_of[column] != 0);
    for (; column != 0; column = way[column]) row_of[column] = row_of[way[column]];
  }
  std::vector<std::int32_t> answer(rows, -1);
  for (std::size_t j = 1; j <= columns; ++j) {
    if (row_of[j] > 0 && value[row_of[j] - 1][j - 1] > 0) answer[row_of[j] - 1] = static_cast<std::int32_t>(j - 1);
  }
  return answer;
}

std::string nearest(const GoldEvent& event, const Report& report, bool& near) {
  std::string other;
  for (const Event& record : report.events) {
    const std::string why = obstacle(event, report, record);
    if (why == "another sentence") continue;
    const bool type = contains(event.types, record.type);
    if (type || other.empty())
      other = one_line(report, record) + " (" + (why.empty() ? "answers another event" : why) + ")";
    near = near || type;
  }
  return other.empty() ? "no record in its sentence" : other;
}

std::string join(const std::vector<std::string>& list, const char* between) {
  return fmt::format("{}", fmt::join(list, between));
}

std::string list_of(const std::vector<Actor>& actors) {
  std::string out;
  for (const Actor& a : actors)
    out +=
        (out.empty() ? "" : "+") + (a.country.empty() ? a.name : a.country) + (a.sector.empty() ? "" : ":" + a.sector);
  return out.empty() ? "-" : out;
}

std::string list_of(const std::vector<GoldActor>& actors) {
  std::string out;
  for (const GoldActor& a : actors)
    out += (out.empty() ? "" : "+") + (a.country.empty() ? "?" : a.country) + (a.sector.empty() ? "" : ":" + a.sector);
  return out.empty() ? "-" : out;
}

}  // namespace

void score_fields(const GoldEvent& event, const Report& report, const Event& record, FieldScores& fields) {
  if (!event.mode.empty()) tell(fields, "mode", record.mode == event.mode);
  if (!event.act.empty()) tell(fields, "act", record.act == event.act);
  if (!event.statuses.empty()) tell(fields, "status", contains(event.statuses, std::string(name_of(record.status))));
  score_actors("actor", event.actors, record.actors, fields);
  score_actors("recipient", event.recipients, record.recipients, fields);
  if (event.place) score_place(*event.place, record, fields);
  score_date(event, record, fields);
  for (const GoldCount& gold : event.counts) {
    tell(fields, "count", std::any_of(record.counts.begin(), record.counts.end(), [&](const Count& c) {
           return same_count(gold, c, report);
         }));
  }
  score_sources(event, record, fields);
}

Matching match(const GoldReport& gold, const Report& report) {
  Matching matching;
  std::vector<std::vector<double>> value(gold.events.size(), std::vector<double>(report.events.size(), 0));
  for (std::size_t g = 0; g < gold.events.size(); ++g) {
    for (std::size_t r = 0; r < report.events.size(); ++r)
      value[g][r] = worth(gold.events[g], report, report.events[r]);
  }
  matching.answer = assign(value, report.events.size());
  matching.why.resize(gold.events.size());
  for (std::size_t g = 0; g < gold.events.size(); ++g) {
    bool near = false;
    if (matching.answer[g] < 0) matching.why[g] = nearest(gold.events[g], report, near);
    matching.near += near;
  }
  for (std::size_t r = 0; r < report.events.size(); ++r) {
    if (contains(matching.answer, static_cast<std::int32_t>(r))) continue;
    const auto fine = [&](const GoldEvent& row) {
      return same_sentence(row, report, report.events[r]) && contains(row.types, report.events[r].type);
    };
    if (std::any_of(gold.also_fine.begin(), gold.also_fine.end(), fine))
      ++matching.spare;
    else
      matching.false_alarms.push_back(r);
  }
  return matching;
}

std::string one_line(const Report& report, const Event& record) {
  return fmt::format("{}{} {} -> {} {} \"{}\"", record.type, record.mode.empty() ? "" : ":" + record.mode,
                     list_of(record.actors), list_of(record.recipients), name_of(record.status),
                     report.slice(record.trigger));
}

std::string describe(const GoldReport& gold, const Report& report, const Matching& matching) {
  std::string out;
  for (std::size_t g = 0; g < gold.events.size(); ++g) {
    const GoldEvent& event = gold.events[g];
    const std::string head = fmt::format("{:>3} {} {} -> {}", event.id, join(event.types, "|"), list_of(event.actors),
                                         list_of(event.recipients));
    if (matching.answer[g] < 0) {
      out += fmt::format("missed  {}: {}\n", head, matching.why[g]);
      continue;
    }
    const Event& record = report.events[static_cast<std::size_t>(matching.answer[g])];
    FieldScores fields;
    score_fields(event, report, record, fields);
    std::string wrong;
    for (const auto& [name, score] : fields) {
      if (score.first < score.second) wrong += (wrong.empty() ? "; wrong: " : ", ") + name;
    }
    out += fmt::format("matched {}{}\n", head, wrong);
  }
  for (const std::size_t r : matching.false_alarms)
    out += fmt::format("false alarm: {}\n", one_line(report, report.events[r]));
  return out;
}

namespace {

/// The same country and sector, and the same name where the gold has one.
bool same_source(const GoldActor& gold, const Actor& actor) {
  if (!gold.name.empty() && same_name(actor.name, gold.name)) return true;
  return gold.name.empty() && gold.country == actor.country && gold.sector == actor.sector;
}

Tally tally_sources(const GoldEvent& event, const Event& record) {
  Tally tally;
  if (!event.sources_scored) return tally;
  tally.gold = event.sources.size();
  tally.system = record.sources.size();
  for (std::size_t i = 0; i < std::min(tally.gold, tally.system); ++i)
    tally.correct += same_source(event.sources[i], record.sources[i].actor);
  return tally;
}

Tally tally_counts(const GoldEvent& event, const Report& report, const Event& record) {
  Tally tally;
  tally.gold = event.counts.size();
  tally.system = record.counts.size();
  for (const GoldCount& gold : event.counts) {
    tally.correct += std::any_of(record.counts.begin(), record.counts.end(),
                                 [&](const Count& c) { return same_count(gold, c, report); });
  }
  tally.correct = std::min(tally.correct, tally.system);
  return tally;
}

/// Triggers found, and found with their type; each record answers one event.
void tally_triggers(const GoldReport& gold, const Report& report, Tally& triggers, Tally& typed) {
  std::vector<bool> used(report.events.size(), false);
  for (const GoldEvent& event : gold.events) {
    if (event.trigger.empty()) return;
    for (std::size_t r = 0; r < used.size(); ++r) {
      if (used[r] || !same_trigger(event, report.events[r])) continue;
      used[r] = true;
      ++triggers.correct;
      typed.correct += contains(event.types, report.events[r].type);
      break;
    }
  }
  for (Tally* tally : {&triggers, &typed}) tally->gold += gold.events.size(), tally->system += report.events.size();
}

Tally tally_contexts(const GoldEvent& event, const Event& record) {
  Tally tally;
  if (event.contexts.empty()) return tally;
  tally.gold = event.contexts.size();
  tally.system = record.contexts.size();
  for (const std::string& context : event.contexts) tally.correct += contains(record.contexts, context);
  return tally;
}

}  // namespace

void GoldTotals::add(const GoldReport& gold, const Report& report, const Matching& matching) {
  Tally own, strict;
  own.gold = strict.gold = gold.events.size();
  own.system = strict.system = report.events.size() - matching.spare;
  for (std::size_t g = 0; g < gold.events.size(); ++g) {
    if (matching.answer[g] < 0) continue;
    const Event& record = report.events[static_cast<std::size_t>(matching.answer[g])];
    ++own.correct;
    strict.correct += sectors(gold.events[g].actors) == sectors(record.actors) &&
                      sectors(gold.events[g].recipients) == sectors(record.recipients);
    score_fields(gold.events[g], report, record, fields);
    claimants += tally_sources(gold.events[g], record);
    counts += tally_counts(gold.events[g], report, record);
    contexts += tally_contexts(gold.events[g], record);
  }
  events += own;
  with_sectors += strict;
  tally_triggers(gold, report, triggers, typed);
  for (std::size_t r = 0; r < report.events.size(); ++r)
    reliability.add(report.events[r].confidence, contains(matching.answer, static_cast<std::int32_t>(r)));
  false_alarms += matching.false_alarms.size();
  near += matching.near;
  if (!gold.events.empty()) return;
  ++quiet;
  quiet_alarms += matching.false_alarms.size();
}

Score GoldTotals::score(std::string table) const {
  Score score;
  Figures figures;
  score.table = std::move(table);
  score.table += fmt::format(
      "{} of {} events matched, {} false alarms; {} of the missed have a record of their type in their sentence\n",
      events.correct, events.gold, false_alarms, near);
  if (quiet > 0) {
    const double rate = percent(static_cast<double>(quiet_alarms), static_cast<double>(quiet));
    score.table += fmt::format("{} reports without an event: {:.1f} false alarms in 100\n", quiet, rate);
    figures.add("false_alarms_in_100_quiet", rate);
  }
  score.table += tally_heading("records") + tally_line("triggers", triggers) + tally_line("and types", typed);
  score.table += tally_line("types, countries", events) + tally_line("and sectors", with_sectors);
  score.table += tally_line("their claimants", claimants) + tally_line("their counts", counts);
  if (contexts.gold > 0) score.table += tally_line("their contexts", contexts);
  figures.add("matched", static_cast<double>(events.correct));
  figures.add("gold", static_cast<double>(events.gold));
  figures.add("false_alarms", static_cast<double>(false_alarms));
  figures.add("triggers", triggers);
  figures.add("triggers_with_types", typed);
  figures.add("events", events);
  figures.add("events_with_sectors", with_sectors);
  figures.add("claimants", claimants);
  figures.add("counts", counts);
  if (contexts.gold > 0) figures.add("contexts", contexts);
  score.table += fmt::format("{:<18} {:>7} {:>7} {:>9}\n", "field of matched", "right", "scored", "per cent");
  for (const auto& [name, counts] : fields) {
    const double share = percent(static_cast<double>(counts.first), static_cast<double>(counts.second));
    score.table += fmt::format("{:<18} {:>7} {:>7} {:>9.1f}\n", name, counts.first, counts.second, share);
    figures.add(name, share);
  }
  score.table += reliability.table() + fmt::format("expected calibration error {:.1f} %\n", reliability.expected_error());
  figures.add("calibration_error", reliability.expected_error());
  score.figures = std::move(figures).rows();
  return score;
}

}  // namespace dateline::score
