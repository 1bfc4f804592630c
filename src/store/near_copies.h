// Agency copy: texts that are the same but for a few words, or of which one holds most of the other.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::store {

/// Hashes of all runs of four words, ascending, each once (Broder, 1997: shingles).
using Shingles = std::vector<std::uint64_t>;
Shingles shingles_of(std::string_view text);

/// Holds one of the two most of the other? A text of less than ten words is nobody's copy.
bool are_near_copies(const Shingles& a, const Shingles& b);

}  // namespace dateline::store
