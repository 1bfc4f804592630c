// What a count is about: the dead, the injured, soldiers sent, money.
#pragma once

#include <cstdint>

#include "report/tree.h"

namespace dateline {

/// The role of a counted word, from itself ("fatalities"), from what modifies it ("20 people killed"), from the verb
/// that it is an object or subject of ("injured 35"), or from what it is ("tanks"), in this order.
CountRole role_of_count(const Tree& tree, std::uint32_t counted);

/// Is the word a currency ("dollar", "yuan")?
bool is_currency(std::string_view lemma);

}  // namespace dateline
