// Who the words of a report mean: every referring expression that can act,
// with the actors it stands for. A sieve of rules, precise ones first, in text
// order; each mention names the rule that resolved it.
#pragma once

#include <vector>

#include "knowledge/knowledge.h"
#include "resolve/country_words.h"

namespace dateline {

/// Mentions in text order. `report` must have its places.
std::vector<Mention> find_mentions(const Report& report, const Tree& tree, const Knowledge& knowledge,
                                   const CountryWords& countries);

}  // namespace dateline
