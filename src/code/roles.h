// What the model's role head says of who takes part in an event. The grammar's
// slots are exact where the tree is right; the head has seen real news and
// answers where the tree is wrong or the frame is unknown.
#pragma once

#include <dateline/report.h>

#include "code/candidate.h"

namespace dateline {

/// From here on the head takes a place, a date or a number for the event's own.
inline constexpr float kOwn = 0.5F;

/// Probability that the word takes this part in the event that `trigger` tells; 0 where the head is silent.
float role_probability(const Scene& scene, Word trigger, Word word, EventRole role);

/// The same of several words: that of the likeliest.
float role_probability(const Scene& scene, Word trigger, TokenRange words, EventRole role);

/// Those whom the head puts into the part with at least this probability, in text order; with `things`, also what no
/// resolver knows ("a fuel depot").
Actors by_role(const Scene& scene, Word trigger, EventRole role, float least, bool things = false);

/// Drops claimants of the same sentence who, as the head sees it, do not speak of this event.
void reconcile_sources(const Scene& scene, Candidate& candidate);

/// Replaces sectors that no table or role noun tells for sure by those that the head is surer of.
void reconcile_sectors(const Scene& scene, Word trigger, std::vector<Actor>& actors);

/// Does the model have a role head, and does it find the trigger likely?
bool has_roles(const Scene& scene, Word trigger);

/// Actors and recipients of the grammar, corrected by the head: adds whom it is sure of, drops whom it surely denies.
void reconcile_roles(const Scene& scene, Candidate& candidate);

}  // namespace dateline
