// A report that goes on about one quarrel names its target once: "… sued the ministry. Lawyers called the rule
// illegal." The criticism, refusal or protest that names nobody is directed at whom the last of its kind was; who was
// judged and now answers, answers his judge.
#pragma once

#include <dateline/event.h>

#include <vector>

namespace dateline {

/// Gives such events of one report, in text order, the recipients of the last event of their type within twelve
/// sentences. Linear in their number.
void carry_targets(std::vector<Event>& events);

}  // namespace dateline
