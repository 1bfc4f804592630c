// One party told twice in one list: "the Iranian ambassadors" and "Iranian", "the energy firm Chevron" twice.
#pragma once

#include "code/participants.h"

namespace dateline {

/// Leaves of every party the words that say most of it.
void drop_repeated(const Scene& scene, Actors& actors);

}  // namespace dateline
