// Which record of a story stands for it in a row: the one from which a reader learns most of what happened.
#include <dateline/formats.h>

#include <algorithm>
#include <tuple>

namespace dateline {
namespace {

std::size_t fields_of(const Actor& actor) {
  return static_cast<std::size_t>(!actor.name.empty()) + !actor.country.empty() + !actor.sector.empty();
}

/// How much the record says, in fields that a row can show.
std::size_t fields_of(const Event& event) {
  std::size_t out = event.counts.size() + event.contexts.size() + event.sources.size() + !event.mode.empty();
  for (const auto* actors : {&event.actors, &event.recipients}) {
    for (const Actor& actor : *actors) out += fields_of(actor);
  }
  if (event.place) out += 1 + static_cast<std::size_t>(event.place->located);
  if (event.date) out += static_cast<std::size_t>(!event.date->span.empty());
  return out;
}

/// The less, the better.
auto rank_of(const Event& event) {
  const int truth = event.status == Status::actual ? 0 : happened_plainly(event) ? 1 : 2;
  return std::tuple(truth, event.status, -static_cast<std::ptrdiff_t>(fields_of(event)));
}

}  // namespace

ExportedRecord exported_story(std::string_view story, std::span<const Telling> tellings) {
  const auto is_better = [](const Telling& a, const Telling& b) { return rank_of(*a.event) < rank_of(*b.event); };
  const auto best = std::min_element(tellings.begin(), tellings.end(), is_better);
  ExportedRecord row = exported(*best->report, *best->event, story);
  if (story.empty()) return row;
  row.id = story;
  row.others.assign(tellings.begin(), best);
  row.others.insert(row.others.end(), best + 1, tellings.end());
  return row;
}

}  // namespace dateline
