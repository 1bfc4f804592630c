// How many: the quantities that are an event's own, and their roles.
#pragma once

#include <vector>

#include "code/candidate.h"

namespace dateline {

/// Quantities within the event's arguments and those of the act that it is about (null if none), and what the role
/// head takes for its own, in the order found.
std::vector<Count> find_counts(const Scene& scene, const Candidate& candidate, const Candidate* act);

/// Gives dead and injured whom no event counts to the attack that the two sentences before told.
void count_later_victims(const Scene& scene, std::vector<Event>& events);

}  // namespace dateline
