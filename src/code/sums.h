// Parts and wholes among counts: where one record tells 6,000 and another of the same kind 1,000 engineers and 5,000
// builders, both say so in because[], so that nobody adds the three.
#pragma once

#include <dateline/event.h>

#include <vector>

namespace dateline {

/// Notes sums among records of one type, act and actors' countries. Linear in the number of counts.
void note_sums(std::vector<Event>& events);

}  // namespace dateline
