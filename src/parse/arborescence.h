// The best dependency tree: the maximum spanning arborescence with exactly one
// word under the artificial root.
//
// Each word's best head first: if that is a tree with one root word it is the
// best of all. If not, the algorithm of Chu & Liu 1965 and Edmonds 1967, with
// every root arc made so expensive that one is all it takes (words can reach each
// other, so one is enough, and among trees with one the best is unchanged).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// `scores[d * (n + 1) + h]` is the score of head h for word d; head 0 is the root and head i + 1 is word i.
/// Returns the head of each word, in the same numbering. The score of a word as its own head is not read.
std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words);

}  // namespace dateline
