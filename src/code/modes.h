// How it was done: the mode of an event, from its sense or from the words around the predicate.
#pragma once

#include <string>

#include "code/candidate.h"

namespace dateline {

/// Name of the type's mode, or empty. The sense's own mode comes first; else the mode whose words stand nearest:
/// in the trigger, in its arguments, in its clause.
std::string find_mode(const Scene& scene, const Candidate& candidate);

}  // namespace dateline
