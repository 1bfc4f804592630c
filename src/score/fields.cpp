#include "score/fields.h"

#include <fmt/chrono.h>

#include "text/fold.h"

namespace dateline::score {
namespace {

std::string iso(std::chrono::year_month_day day) {
  return day.ok() ? fmt::format("{:%Y-%m-%d}", std::chrono::sys_days{day}) : std::string();
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

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  const std::string x = ' ' + fold(a) + ' ', y = ' ' + fold(b) + ' ';
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos;
}

bool same_count(const GoldCount& gold, const Count& count, const Report& report) {
  if (gold.value && count.value != gold.value) return false;
  if (!gold.value && !gold.text.empty() && report.slice(count.span).find(gold.text) == std::string_view::npos)
    return false;
  if (!gold.role.empty() && name_of(count.role) != gold.role) return false;
  return gold.unit.empty() || !gold.role.empty() || same_name(gold.unit, count.unit);
}

bool same_trigger(const GoldEvent& event, const Event& record) {
  return event.trigger.begin < record.trigger.end && record.trigger.begin < event.trigger.end;
}

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

}  // namespace dateline::score
