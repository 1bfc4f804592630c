// Who says, thinks, wants or judges what, in the whole report, whether or not
// an event is told in it: source phrase, cue and content.
//
// Content is looked for, in this order: a clause that the cue governs ("said that …"), the clause that it stands
// beside ("…, he said", "as Kyiv claims"), an infinitive ("plans to …"), a phrase with the cue's own preposition
// ("called for …"), an object ("criticised …"). Direct speech belongs to the cue that it touches, from mark to mark,
// and so does the quotation that follows in the paragraph unless it has a cue of its own. Besides verbs, cues are
// nouns ("the claim that …"), adjectives ("afraid that …"), "according to", and the dash or colon between a quotation
// and its speaker. What has no source in the text is no attribution.
#pragma once

#include <vector>

#include "code/scene.h"

namespace dateline {

/// All attributions in text order of their cues; each cue opens one at most.
std::vector<Attribution> find_attributions(const Scene& scene);

}  // namespace dateline
