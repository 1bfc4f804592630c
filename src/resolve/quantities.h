// Counts of a report: numbers with what they count.
#pragma once

#include <vector>

#include "report/tree.h"

namespace dateline {

/// All counts, in text order. Numbers inside dates, names, ages, times of day and durations are no counts; nor are
/// numbers that name something ("Resolution 1701"). `times` are the report's temporal expressions.
std::vector<QuantityMention> find_quantities(const Report& report, const Tree& tree,
                                             const std::vector<TimeMention>& times);

}  // namespace dateline
