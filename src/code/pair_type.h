// The type of a candidate as an answer about a pair. Gold sets of pairs (PLV) grew out of CAMEO's roots, which differ
// from PLOVER's in places: a signed agreement is diplomatic cooperation (057) and no promise, a yield that is only
// announced is intent (035) and no yield, blockades and occupations are fighting (191, 192).
#pragma once

#include <string>

#include "code/candidate.h"

namespace dateline {

/// One of the codebook's types. `target`: the words that the question names as acted upon.
std::string pair_type(const Scene& scene, const Candidate& candidate, TokenRange target);

}  // namespace dateline
