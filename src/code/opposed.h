// Whom the word "anti-…" before an event noun tells the event to be against:
// "anti-government protests", "an anti-Israel rally".
#pragma once

#include "code/participants.h"

namespace dateline {

/// Empty if no such word stands before the noun. A body without a country's name has no country yet.
Actors opposed_by_prefix(const Scene& scene, Word noun);

}  // namespace dateline
