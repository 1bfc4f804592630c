#include "store/sketch.h"

#include <algorithm>

#include "store/identity.h"
#include "store/terms.h"

namespace dateline::store {
namespace {

// An event without a date of its own is thought to lie within these days of the report's.
constexpr std::int64_t kNewsAge = 3;
constexpr std::int64_t kBackgroundAge = 90;
constexpr std::int64_t kAhead = 30;
constexpr std::int64_t kWide = 8;

std::uint32_t hash_or_zero(std::string_view text) { return text.empty() ? 0 : hash_of_word(text); }

SketchedActor sketch_of(const Actor& actor) {
  SketchedActor out;
  out.country = hash_or_zero(actor.country);
  out.sector = hash_or_zero(actor.sector);
  if (!actor.country.empty() && actor.sector.empty()) return out;
  out.name = words_of(actor.name);
  return out;
}

std::vector<SketchedActor> sketch_of(const std::vector<Actor>& actors) {
  std::vector<SketchedActor> out;
  out.reserve(actors.size());
  for (const Actor& actor : actors) out.push_back(sketch_of(actor));
  return out;
}

SketchedPlace sketch_of(const std::optional<Place>& place) {
  SketchedPlace out;
  if (!place) return out;
  out.known = true;
  out.country = hash_or_zero(place->country);
  out.admin1 = hash_or_zero(place->admin1);
  out.name = hash_or_zero(normalised(place->name));
  out.located = has_point(*place);
  out.latitude = place->latitude;
  out.longitude = place->longitude;
  out.precision = place->precision;
  return out;
}

/// Around the day of the report, by what the status says.
SketchedDays guessed(const Report& report, Status status) {
  SketchedDays out;
  const auto day = number_of(report.published);
  if (!day) return out;
  out.known = true;
  const bool ahead = status == Status::future || status == Status::hypothetical;
  out.begin = *day - (status == Status::historical ? kBackgroundAge : kNewsAge);
  out.end = *day + (ahead ? kAhead : 0);
  return out;
}

SketchedDays days_of(const Report& report, const Event& event) {
  if (!has_date(event) || event.date->span.empty()) return guessed(report, event.status);
  SketchedDays out;
  out.known = out.told = true;
  out.begin = *number_of(event.date->start);
  out.end = number_of(event.date->end).value_or(out.begin);
  out.end = std::max(out.begin, out.end);
  return out;
}

/// Title and lead say what a report is about, in whatever sentence the record stands.
StoryWords report_words(const Report& report) {
  constexpr std::size_t kLead = 500;  ///< bytes
  std::string_view lead = report.text;
  if (lead.size() > kLead) lead = lead.substr(0, lead.rfind(' ', kLead));
  if (lead.size() > kLead) lead = {};
  return merged(words_of(report.title), words_of(lead));
}

/// Plain facts before background and plans, then by what is told.
std::uint32_t fullness_of(const Event& event) {
  std::uint32_t out = event.status == Status::actual ? 4 : 0;
  out += event.actors.empty() ? 0 : 2;
  out += event.recipients.empty() ? 0 : 2;
  out += event.place && event.place->precision >= PlacePrecision::city ? 2 : event.place ? 1 : 0;
  out += event.date && !event.date->span.empty() ? 1 : 0;
  out += event.counts.empty() ? 0 : 1;
  return 100 * out + static_cast<std::uint32_t>(std::clamp(99 * event.confidence, 0.0, 99.0));
}

std::vector<SketchedFigure> figures_of(const Event& event) {
  std::vector<SketchedFigure> out;
  for (const Count& count : event.counts) {
    if (count.value) out.push_back({*count.value, count.role});
  }
  return out;
}

}  // namespace

Sketch sketch_of(const Report& report, std::size_t position, std::int64_t row, std::int64_t text) {
  const Event& event = report.events[position];
  Sketch out;
  out.row = row;
  out.code = code_of(record_id(report, event));
  out.text = text;
  out.position = static_cast<std::uint32_t>(position);
  out.sentence = event.sentence;
  out.trigger = event.trigger.begin;
  out.type = hash_or_zero(event.type);
  out.mode = hash_or_zero(event.mode);
  out.act = hash_or_zero(event.act);
  out.trigger_stem = hash_or_zero(stem_of(normalised(report.slice(event.trigger))));
  out.quad = event.quad;
  out.status = event.status;
  out.actors = sketch_of(event.actors);
  out.recipients = sketch_of(event.recipients);
  out.place = sketch_of(event.place);
  out.days = days_of(report, event);
  out.published = number_of(report.published);
  out.sentence_words = words_of(report.slice(report.sentences[event.sentence].span));
  out.report_words = merged(report_words(report), out.sentence_words);
  out.figures = figures_of(event);
  out.fullness = fullness_of(event);
  return out;
}

bool is_wide(const Sketch& sketch) {
  return sketch.status == Status::historical || (sketch.days.told && sketch.days.end - sketch.days.begin >= kWide);
}

}  // namespace dateline::store
