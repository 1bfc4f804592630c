// Temporal expressions of a report, resolved against its date.
#pragma once

#include <vector>

#include "report/tree.h"

namespace dateline {

/// All dates and periods that the report names, in text order, without overlaps. Durations ("for two years") and
/// times of the day are none. Without Report::published only complete dates are resolved.
std::vector<TimeMention> find_times(const Report& report, const Tree& tree);

}  // namespace dateline
