// Sport, markets, weather and films borrow the words of conflict. What a
// sentence and its neighbours talk about lowers what a word alone suggests.
#pragma once

#include "code/scene.h"

namespace dateline {

/// 1 for news of politics, down to 0.2 where the sentence is full of words of another field.
double topic_factor(const Scene& scene, Word word);

}  // namespace dateline
