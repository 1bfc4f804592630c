// The part of coding that records and pair questions share: candidates with
// participants, status, claimants and PLOVER's types.
#pragma once

#include <vector>

#include "code/candidate.h"

namespace dateline {

/// The best candidate of each word, in text order, with everything that its words tell; weak ones included,
/// nothing joined or dropped yet.
std::vector<Candidate> analyse(const Scene& scene, const Weights& weights);

/// Candidates below this score are no events.
inline constexpr double kThreshold = 0.5;

/// The records: joined, filtered, with place, date, counts and mode.
std::vector<Event> record_events(const Scene& scene, std::vector<Candidate> candidates);

}  // namespace dateline
