// Who says so: the chain of sources above a predicate, outermost first. A
// source is the subject of a verb of saying whose complement holds the
// predicate ("Shoigu said …"), the same verb set beside the clause ("…, the
// ministry said", "as Kyiv claims"), or "according to X".
#pragma once

#include <vector>

#include "code/participants.h"

namespace dateline {

/// The chain above `word` (the clause of an event's predicate).
std::vector<Source> find_sources(const Scene& scene, Word word);

}  // namespace dateline
