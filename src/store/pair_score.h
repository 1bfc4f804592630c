// Do two records tell of one event? A few comparisons, each a number that says nothing at 0, weighed and summed to the
// logarithm of the odds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "store/sketch.h"

namespace dateline::store {

enum class PairFeature : std::uint8_t {
  other_type,      ///< 1: another type (of the same quad, or the pair has no odds at all)
  same_mode,       ///< 1 the same mode, -1 another
  same_trigger,    ///< 1: the same word tells it
  actors,          ///< 1 the same name, less for the same country or sector, -1 for others
  recipients,      ///< likewise
  place,           ///< 1 the same town, less for region and country, -5 elsewhere
  days,            ///< 1 the same day told by both, less for days guessed, -1 to -5 apart
  sentence_words,  ///< 0 to 1: what the sentences share
  report_words,    ///< 0 to 1: what titles, leads and sentences share
  figures,         ///< 1: they share a figure
  other_status,    ///< 1: one is planned or supposed, the other is not
  same_report,     ///< 1: both stand in one text
};
inline constexpr std::size_t kPairFeatures = 12;
using PairFeatures = std::array<float, kPairFeatures>;

std::string_view name_of(PairFeature feature);

/// Above 0: rather one event. Symmetric.
float odds_of(const Sketch& a, const Sketch& b);

/// The comparisons; nothing if the two cannot be one event.
std::optional<PairFeatures> compare(const Sketch& a, const Sketch& b);

/// Odds of what cannot be.
inline constexpr float kNever = -8;

}  // namespace dateline::store
