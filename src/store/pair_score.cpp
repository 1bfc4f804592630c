#include "store/pair_score.h"

#include <algorithm>
#include <cmath>

#include "base/great_circle.h"

namespace dateline::store {
namespace {

// Chosen by logistic regression on tests/data/stories/tuning.jsonl (docs/benchmarks.md), then rounded.
constexpr float kBias = -3.8F;
constexpr PairFeatures kWeights = {
    -6.0F,  // other_type
    0.5F,   // same_mode
    0.3F,   // same_trigger
    1.6F,   // actors
    1.6F,   // recipients
    1.5F,   // place
    1.4F,   // days
    3.5F,   // sentence_words
    4.0F,   // report_words
    1.1F,   // figures
    -1.0F,  // other_status
    -2.0F,  // same_report
};

constexpr std::array<std::string_view, kPairFeatures> kNames = {
    "other_type", "same_mode",      "same_trigger", "actors",  "recipients",   "place",
    "days",       "sentence_words", "report_words", "figures", "other_status", "same_report"};

constexpr float kElsewhere = -5;  ///< another town or country
constexpr double kSameTown = 12;  ///< kilometres
constexpr double kNearTown = 60;
constexpr double kSameRegion = 100;
constexpr double kNearRegion = 250;
constexpr std::int64_t kFarApart = 14;
constexpr std::int64_t kMostDaysApart = 3;  ///< between what was told of both

double distance_of(const SketchedPlace& a, const SketchedPlace& b) {
  return kilometres(a.latitude, a.longitude, b.latitude, b.longitude);
}

bool is_town(const SketchedPlace& place) { return place.precision >= PlacePrecision::city; }

/// Two towns: the nearer the liker.
float compare_towns(const SketchedPlace& a, const SketchedPlace& b) {
  if (a.name == b.name && a.country == b.country) return 1;
  if (!a.located || !b.located) return -0.3F;
  const double distance = distance_of(a, b);
  if (distance <= kSameTown) return 0.9F;
  return distance <= kNearTown ? 0.2F : kElsewhere;
}

/// A region, and a town or another region.
float compare_regions(const SketchedPlace& a, const SketchedPlace& b) {
  if (a.name == b.name || a.admin1 == b.name || a.name == b.admin1) return 0.6F;
  if (!a.located || !b.located) return 0;
  const double distance = distance_of(a, b);
  if (distance <= kSameRegion) return 0.3F;
  return distance <= kNearRegion ? 0 : kElsewhere;
}

float compare_places(const SketchedPlace& a, const SketchedPlace& b) {
  if (!a.known || !b.known) return 0;
  if (a.country != 0 && b.country != 0 && a.country != b.country) return kElsewhere;
  if (is_town(a) && is_town(b)) return compare_towns(a, b);
  const bool regions = a.precision != PlacePrecision::country && b.precision != PlacePrecision::country;
  return regions ? compare_regions(a, b) : 0.2F;
}

/// A state and its government are one.
bool is_state(const SketchedActor& actor) {
  static const std::uint32_t kGovernment = hash_of_word("GOV");
  return actor.sector == 0 || actor.sector == kGovernment;
}

/// 1 the same name, 0.7 the same country and sector, less for one of them, below 0 another country or kind.
float compare(const SketchedActor& a, const SketchedActor& b) {
  const bool named = !a.name.empty() && !b.name.empty();
  if (named && overlap(a.name, b.name) > 0.6F) return 1;
  const bool same_country = a.country != 0 && a.country == b.country;
  const bool same_sector = a.sector == b.sector;
  if (same_country && is_state(a) && is_state(b)) return 0.9F;
  if (same_country && same_sector) return named ? 0.7F : 1;
  if (a.country != 0 && b.country != 0 && !same_country) return -1;
  if (is_state(a) != is_state(b) && (a.country == 0 || b.country == 0)) return -0.7F;
  if (a.sector != 0 && same_sector) return 0.5F;
  return same_country ? 0.2F : 0;
}

/// The best two of both sides; 0 if one side is not told.
float compare(const std::vector<SketchedActor>& a, const std::vector<SketchedActor>& b) {
  if (a.empty() || b.empty()) return 0;
  float best = -1;
  for (const SketchedActor& x : a)
    for (const SketchedActor& y : b) best = std::max(best, compare(x, y));
  return best;
}

/// In meetings and fights of two sides all are actors, so each side is looked for on both.
std::vector<SketchedActor> everybody(const Sketch& sketch) {
  std::vector<SketchedActor> all = sketch.actors;
  all.insert(all.end(), sketch.recipients.begin(), sketch.recipients.end());
  return all;
}

std::int64_t gap(const SketchedDays& a, const SketchedDays& b) {
  return std::max<std::int64_t>(0, std::max(a.begin, b.begin) - std::min(a.end, b.end));
}

float compare_days(const Sketch& a, const Sketch& b) {
  if (!a.days.known || !b.days.known) return 0;
  const std::int64_t apart = gap(a.days, b.days);
  const bool told = a.days.told && b.days.told;
  if (apart > kMostDaysApart) return apart > kFarApart ? -5 : -2;
  if (apart > 0) return apart == 1 ? -0.2F : apart == 2 ? -0.6F : -1;
  const std::int64_t longest = std::max(a.days.end - a.days.begin, b.days.end - b.days.begin);
  if (told) return longest <= 1 ? 1 : longest <= 8 ? 0.5F : 0.1F;
  if (!a.published || !b.published) return 0.1F;
  const std::int64_t reports = std::abs(*a.published - *b.published);
  return reports <= 1 ? 0.6F : 0.3F;
}

bool too_far_apart(const Sketch& a, const Sketch& b) {
  return a.days.told && b.days.told && gap(a.days, b.days) > kMostDaysApart;
}

bool is_supposed(Status status) { return status == Status::future || status == Status::hypothetical; }

bool share_a_figure(const Sketch& a, const Sketch& b) {
  return std::any_of(a.figures.begin(), a.figures.end(), [&](const SketchedFigure& x) {
    return x.value > 2 &&
           std::any_of(b.figures.begin(), b.figures.end(), [&](const SketchedFigure& y) { return x.value == y.value; });
  });
}

}  // namespace

std::string_view name_of(PairFeature feature) { return kNames[static_cast<std::size_t>(feature)]; }

std::optional<PairFeatures> compare(const Sketch& a, const Sketch& b) {
  if (a.quad != b.quad && a.type != b.type) return std::nullopt;
  if (too_far_apart(a, b)) return std::nullopt;
  PairFeatures out{};
  const auto set = [&](PairFeature feature, float value) { out[static_cast<std::size_t>(feature)] = value; };
  const bool one_sentence = a.text == b.text && a.sentence == b.sentence;
  set(PairFeature::other_type, a.type == b.type ? 0 : 1);
  if (a.mode != 0 && b.mode != 0) set(PairFeature::same_mode, a.mode == b.mode ? 1 : -1);
  set(PairFeature::same_trigger, a.trigger_stem == b.trigger_stem ? 1 : 0);
  const bool one_sided = a.recipients.empty() != b.recipients.empty();
  set(PairFeature::actors, one_sided ? compare(everybody(a), everybody(b)) : compare(a.actors, b.actors));
  set(PairFeature::recipients, compare(a.recipients, b.recipients));
  set(PairFeature::place, compare_places(a.place, b.place));
  set(PairFeature::days, compare_days(a, b));
  set(PairFeature::sentence_words, one_sentence ? 0 : overlap(a.sentence_words, b.sentence_words));
  set(PairFeature::report_words, a.text == b.text ? 0.4F : overlap(a.report_words, b.report_words));
  set(PairFeature::figures, !one_sentence && share_a_figure(a, b) ? 1 : 0);
  set(PairFeature::other_status, is_supposed(a.status) != is_supposed(b.status) ? 1 : 0);
  set(PairFeature::same_report, a.text == b.text ? 1 : 0);
  return out;
}

float odds_of(const Sketch& a, const Sketch& b) {
  constexpr float kOneTrigger = 4;
  if (a.text == b.text && a.trigger == b.trigger && a.type == b.type) return kOneTrigger;
  const auto features = compare(a, b);
  if (!features) return kNever;
  float odds = kBias;
  for (std::size_t i = 0; i < kPairFeatures; ++i) odds += kWeights[i] * (*features)[i];
  return odds;
}

}  // namespace dateline::store
