// One event, several sentences: a definite noun ("the attack", "those talks")
// takes up what an earlier sentence told, unless it brings other people in.
#include <algorithm>

#include "code/participants.h"
#include "code/rules.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMemory = 12;  ///< sentences

/// "the attack", "this meeting", "their talks".
bool is_definite(const Scene& scene, Word noun) {
  for (const Word c : scene.tree().children(noun)) {
    const std::string_view relation = scene.deprel(c);
    const std::string& lemma = scene.lemma(c);
    if (is_relation(relation, "det") && (lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these"))
      return true;
  }
  return false;
}

bool compatible(const Actors& later, const Actors& earlier) {
  return later.empty() || earlier.empty() || overlap_loosely(later, earlier);
}

bool takes_up(const Scene& scene, const Candidate& later, const Candidate& earlier) {
  const std::uint32_t at = scene.tree().sentence(later.word()), before = scene.tree().sentence(earlier.word());
  return later.type == earlier.type && before < at && at - before <= kMemory &&
         compatible(later.actors, earlier.actors) && compatible(later.recipients, earlier.recipients);
}

}  // namespace

void drop_retold(const Scene& scene, std::vector<Candidate>& candidates) {
  for (std::size_t later = 0; later < candidates.size(); ++later) {
    Candidate& candidate = candidates[later];
    if (candidate.frame.part != PartOfSpeech::noun || candidate.frame.governed || !is_definite(scene, candidate.word()))
      continue;
    const std::uint32_t sentence = scene.tree().sentence(candidate.word());
    for (std::size_t earlier = later; earlier-- > 0 && !candidate.dropped;) {
      if (scene.tree().sentence(candidates[earlier].word()) + kMemory < sentence) break;
      candidate.dropped = !candidates[earlier].dropped && takes_up(scene, candidate, candidates[earlier]);
    }
  }
  std::erase_if(candidates, [](const Candidate& c) { return c.dropped; });
}

}  // namespace dateline
