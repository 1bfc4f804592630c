// One event, several sentences: a definite noun ("the attack", "those talks")
// takes up what an earlier sentence told, unless it brings other people in.
#include <algorithm>
#include <span>

#include "code/participants.h"
#include "code/rules.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMemory = 12;  ///< sentences

}  // namespace

bool is_definite(const Scene& scene, Word noun) {
  for (const Word c : scene.tree().children(noun)) {
    const std::string_view relation = scene.deprel(c);
    const std::string& lemma = scene.lemma(c);
    if (is_relation(relation, "det") && (lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these"))
      return true;
  }
  return false;
}

namespace {

bool compatible(const Actors& later, const Actors& earlier) {
  return later.empty() || earlier.empty() || overlap_loosely(later, earlier);
}

bool takes_up(const Scene& scene, const Candidate& later, const Candidate& earlier) {
  const std::uint32_t at = scene.tree().sentence(later.word()), before = scene.tree().sentence(earlier.word());
  return later.type == earlier.type && before < at && at - before <= kMemory &&
         compatible(later.actors, earlier.actors) && compatible(later.recipients, earlier.recipients);
}

/// "three people", of no country that is said, or some of those who were attacked.
bool may_be_victims(const Actors& victims, const Actors& attacked) {
  return std::all_of(victims.begin(), victims.end(), [&](const Actor& a) {
    return a.country.empty() || attacked.empty() || overlap_loosely({a}, attacked);
  });
}

bool is_assault(const Scene& scene, const Candidate& candidate) {
  return candidate.type == scene.lexicon().type("ASSAULT");
}

/// "… struck the port. Three people were killed.": the attack that the sentence before told, if this one tells none.
Candidate* attack_before(const Scene& scene, std::vector<Candidate>& candidates, std::size_t harm) {
  const std::uint32_t sentence = scene.tree().sentence(candidates[harm].word());
  const auto at = [&](std::size_t i) { return scene.tree().sentence(candidates[i].word()); };
  const auto tells_attack = [&](const Candidate& c) {
    return !c.dropped && is_assault(scene, c) && !tells_harm(scene, c);
  };
  std::size_t first = harm, last = harm;
  while (first > 0 && at(first - 1) == sentence) --first;
  while (last < candidates.size() && at(last) == sentence) ++last;
  const std::span<const Candidate> own = std::span<const Candidate>(candidates).subspan(first, last - first);
  if (std::any_of(own.begin(), own.end(), tells_attack)) return nullptr;
  for (std::size_t i = first; i-- > 0 && at(i) + 1 == sentence;) {
    if (tells_attack(candidates[i]) && may_be_victims(candidates[harm].recipients, candidates[i].recipients))
      return &candidates[i];
  }
  return nullptr;
}

}  // namespace

void join_harm(const Scene& scene, std::vector<Candidate>& candidates) {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Candidate& harm = candidates[i];
    if (!tells_harm(scene, harm) || !harm.frame.passive || !harm.actors.empty()) continue;
    Candidate* attack = attack_before(scene, candidates, i);
    if (!attack) continue;
    if (attack->recipients.empty()) attack->recipients = harm.recipients;
    add_joined(scene, *attack, harm);
    harm.dropped = true;
  }
  std::erase_if(candidates, [](const Candidate& c) { return c.dropped; });
}

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
