// Who or what suffered in an event noun, as the participle above it tells, and
// the nouns for violence that has two sides and no victim.
#pragma once

#include "code/participants.h"

namespace dateline {

/// "a clash", "the fighting": whoever takes part acts.
bool is_fight(const Scene& scene, Word noun);

/// "homes damaged in Israeli strikes", "two men were hurt in the attack": people and things; empty if the noun stands
/// under no such participle or tells a fight.
Actors harmed_in(const Scene& scene, Word noun);

}  // namespace dateline
