#include "score/totals.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>

namespace dateline::score {
namespace {

using Codes = std::set<std::string>;

template <typename A>
Codes sectors(const std::vector<A>& actors) {
  Codes codes;
  for (const A& a : actors) codes.insert(a.country + ':' + a.sector);
  return codes;
}

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
  for (const auto& [name, field] : fields) {
    const double share = percent(static_cast<double>(field.first), static_cast<double>(field.second));
    score.table += fmt::format("{:<18} {:>7} {:>7} {:>9.1f}\n", name, field.first, field.second, share);
    figures.add(name, share);
  }
  score.table +=
      reliability.table() + fmt::format("expected calibration error {:.1f} %\n", reliability.expected_error());
  figures.add("calibration_error", reliability.expected_error());
  score.figures = std::move(figures).rows();
  return score;
}

}  // namespace dateline::score
