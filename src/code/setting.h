// Where and when: the place and date of an event, each from the words nearest
// to its predicate.
#pragma once

#include <optional>
#include <vector>

#include "code/candidate.h"

namespace dateline {

/// The place of the event: among its own phrases first, then up its clauses, then the sentence, then what the
/// report last spoke of.
std::optional<Place> find_place(const Scene& scene, const Candidate& candidate);

/// Its dates: own time expressions (several for "on March 21 and June 4"), then those of the clauses above, verbs
/// of saying excepted; for actual events without any, the report's own date. Empty if unknown.
std::vector<EventDate> find_dates(const Scene& scene, const Candidate& candidate);

}  // namespace dateline
