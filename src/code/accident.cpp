// Harm without anybody who does it. "Five people are killed in a fire" is no ASSAULT: where nobody is said to act,
// the sentence names an accident or the weather, and nothing in it speaks of violence, the harm is no event between
// actors.
#include <algorithm>

#include "code/rules.h"

namespace dateline {
namespace {

constexpr double kAccident = 0.4;

bool names_accident(const Scene& scene, TokenRange sentence) {
  for (Word w = sentence.begin; w < sentence.end; ++w) {
    if (!scene.name(w) && scene.is(w, trait::accident | trait::weather)) return true;
  }
  return false;
}

bool is_harm(const Scene& scene, const Candidate& candidate) {
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  const std::string& lemma = scene.lemma(candidate.word());
  return candidate.actors.empty() && (type == "ASSAULT" || lemma == "displace" || lemma == "uproot");
}

bool is_patient_only(const Candidate& candidate) {
  return candidate.frame.passive || candidate.frame.part == PartOfSpeech::noun || candidate.frame.subjects.empty();
}

/// Soldiers who die in a crash are no sign of a fight.
bool is_harmed(const Scene& scene, const Candidate& harm, Word word) {
  const auto holds = [&](Word w) { return scene.tree().subtree(w).contains(word); };
  const auto& frame = harm.frame;
  return std::any_of(frame.objects.begin(), frame.objects.end(), holds) ||
         (frame.passive && std::any_of(frame.subjects.begin(), frame.subjects.end(), holds));
}

/// Weapons, armed people, or a word of violence beside the harm itself.
bool names_violence(const Scene& scene, const Candidate& harm, TokenRange sentence,
                    const std::vector<Candidate>& candidates) {
  for (Word w = sentence.begin; w < sentence.end; ++w) {
    if (scene.is(w, trait::weapon) && scene.lemma(w) != "fire" && scene.lemma(w) != "device") return true;
    if (scene.is(w, trait::armed) && !is_harmed(scene, harm, w)) return true;
  }
  return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& c) {
    if (!sentence.contains(c.word()) || c.score < 0.42) return false;
    const EventType& type = scene.lexicon().codebook().types[c.type];
    if (type.name == "PROTEST" || (type.quad == 4 && !c.actors.empty())) return true;
    return type.name == "ASSAULT" && c.frame.part == PartOfSpeech::noun && !scene.is(c.word(), trait::accident);
  });
}

}  // namespace

void discount_accidents(const Scene& scene, std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    if (!is_harm(scene, candidate) || !is_patient_only(candidate)) continue;
    const TokenRange sentence = scene.report().sentences[scene.tree().sentence(candidate.word())].tokens;
    if (!names_accident(scene, sentence) || names_violence(scene, candidate, sentence, candidates)) continue;
    candidate.score *= kAccident;
    candidate.because.push_back("rule:an accident");
  }
}

void discount_own_claims(const Scene& scene, std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    const CompiledSense* sense = sense_of(scene, candidate);
    const bool says =
        sense && candidate.frame.part == PartOfSpeech::verb && scene.is(candidate.word(), trait::reporting);
    if (!says || scene.lexicon().codebook().types[candidate.type].name != "ACCUSE" || !candidate.frame.objects.empty())
      continue;
    for (const Complement& complement : candidate.frame.complements) {
      const Candidate* told = candidate_at(candidates, complement.head);
      if (!told || told == &candidate || complement.kind == ComplementKind::gerund) continue;
      if (told->actors.empty() || overlap_loosely(told->actors, candidate.actors)) candidate.score *= kAccident;
    }
  }
}

}  // namespace dateline
