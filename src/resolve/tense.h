// When, seen from the report: the tense of what governs a word. A weekday with
// a past verb is behind the report's date, with a future one ahead of it.
#pragma once

#include <cstdint>

#include "report/tree.h"

namespace dateline {

enum class Tense : std::uint8_t { unknown, past, present, future };

/// Tense of the clause that `token` stands in.
Tense tense_at(const Tree& tree, std::uint32_t token);

/// The predicate that governs `token`: the nearest verb, or noun or adjective with a copula, at or above it;
/// Token::kRoot if there is none.
std::uint32_t governing_predicate(const Tree& tree, std::uint32_t token);

}  // namespace dateline
