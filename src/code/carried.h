// A report that goes on about one quarrel names its target once: "… sued the ministry. Lawyers called the rule
// illegal." The criticism, refusal or protest that names nobody is directed at whom the last of its kind was; who was
// judged and now answers, answers his judge; who was arrested, threatened or asked and refuses or accuses, means those
// who did that to him.
#pragma once

#include <dateline/event.h>

#include <vector>

#include "code/candidate.h"

namespace dateline {

/// Gives demands, refusals, accusations and threats without recipients, in text order, those whom their actors answer:
/// who did something to them within the twelve sentences before. An event is compared with those of these sentences.
void answer(std::vector<Event>& events);

/// Gives praise, criticism and refusals of a deed ("condemned the arrest") those who did it: the actors of the last
/// event within three sentences, of the deed's own type if that is violence; its victims are not judged. `all`: the
/// candidates.
void judge_deeds(const Scene& scene, const std::vector<Candidate>& all, std::vector<Event>& events);

/// Gives criticism, refusals and protests of one report, in text order, the recipients of the last event of their type
/// within twelve sentences. Linear in their number.
void carry_targets(std::vector<Event>& events);

}  // namespace dateline
