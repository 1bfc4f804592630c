// What the words around a time expression say of it as an event's date: "held
// since August", "closed until 30 June", "earlier this month", "on Thursday and
// Friday". The expression alone has no such event.
#pragma once

#include <vector>

#include "code/candidate.h"

namespace dateline {

/// Mends the dates of the candidate's own time expressions, by its status and type; adjacent ones become one period.
void read_around(const Scene& scene, const Candidate& candidate, std::vector<EventDate>& dates);

}  // namespace dateline
