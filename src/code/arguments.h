// Who acts and who is acted upon: the slots of a candidate's sense filled with
// actors, and what the sentence implies where a slot is empty.
#pragma once

#include <vector>

#include "code/candidate.h"

namespace dateline {

/// Fills actors and recipients of `candidate` from its own frame and the role head. Its sources must be known.
void fill_participants(const Scene& scene, Candidate& candidate);

/// Once all candidates have been filled, and sources are known: recipients from the act that is promised or
/// demanded, the sayer of a judgement as its actor, both sides of symmetric types.
void complete_participants(const Scene& scene, Candidate& candidate, const Candidate* act);

/// Those who do what a phrase or clause tells: "the attack by rebels" → rebels.
Actors doers_of(const Scene& scene, Word word);

}  // namespace dateline
