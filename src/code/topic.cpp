#include "code/topic.h"

#include <algorithm>

namespace dateline {
namespace {

struct Hits {
  int sport = 0, market = 0, screen = 0;
};

Hits count(const Scene& scene, TokenRange range) {
  Hits hits;
  for (Word w = range.begin; w < range.end; ++w) {
    if (scene.name(w)) continue;
    hits.sport += scene.is(w, trait::sport);
    hits.market += scene.is(w, trait::market);
    hits.screen += scene.is(w, trait::screen);
  }
  return hits;
}

/// "a bomb attack": no turn of speech, wherever it is told.
bool has_weapon(const Scene& scene, Word word) {
  const auto children = scene.tree().children(word);
  return std::any_of(children.begin(), children.end(), [&](Word c) {
    return is_relation(scene.deprel(c), "compound") && scene.is(c, trait::weapon) && !scene.is(c, trait::hazard);
  });
}

}  // namespace

double topic_factor(const Scene& scene, Word word) {
  if (has_weapon(scene, word)) return 1;
  constexpr Word kWindow = 60;  // words on either side: the cost of a candidate does not grow with the sentence
  const std::uint32_t sentence = scene.tree().sentence(word);
  TokenRange range = scene.report().sentences[sentence].tokens;
  if (sentence > 0) range.begin = scene.report().sentences[sentence - 1].tokens.begin;  // what the talk was of
  range.begin = std::max(range.begin, word > kWindow ? word - kWindow : 0);
  range.end = std::min(range.end, word + kWindow);
  const Hits hits = count(scene, range);
  if (hits.sport >= 2 || hits.screen >= 3) return 0.35;
  if (hits.market >= 3) return 0.45;
  return 1;
}

}  // namespace dateline
