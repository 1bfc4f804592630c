// What a word's sentence holds.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "code/scene.h"

namespace dateline {

/// The mentions of the word's sentence, of a list ascending by tokens.
template <typename M>
std::span<const M> in_sentence(const Scene& scene, const std::vector<M>& mentions, Word word) {
  const TokenRange sentence = scene.report().sentences[scene.tree().sentence(word)].tokens;
  const auto before = [](const M& m, Word w) { return m.tokens.begin < w; };
  const auto first = std::lower_bound(mentions.begin(), mentions.end(), sentence.begin, before);
  return {first, std::lower_bound(first, mentions.end(), sentence.end, before)};
}

}  // namespace dateline
