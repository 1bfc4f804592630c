// Attacks whose doer is told apart from them: "Three people are shot dead in Lyon. The gunman is arrested.", "The army
// of … claimed responsibility." Looked for in the sentence of the attack and in the next few.
#include <algorithm>
#include <array>

#include "code/participants.h"
#include "code/rules.h"

namespace dateline {
namespace {

constexpr std::uint32_t kSentences = 3;  ///< how far behind the attack

/// "no suspects", "the perpetrators are unknown".
bool is_unknown(const Scene& scene, Word word) {
  const Word determiner = scene.tree().child(word, "det");
  const Word head = scene.head(word);
  return (determiner != kNone && scene.lemma(determiner) == "no") ||
         (head != kNone && (scene.lemma(head) == "unknown" || scene.lemma(head) == "unidentified"));
}

/// Words that mean whoever did it.
bool means_doer(const Scene& scene, Word word) {
  constexpr std::array<std::string_view, 14> kWords = {"suspect",  "perpetrator", "attacker", "assailant", "gunman",
                                                       "shooter",  "killer",      "culprit",  "kidnapper", "abductor",
                                                       "arsonist", "knifeman",    "hijacker", "murderer"};
  return scene.is_noun(word) && !scene.name(word) && !is_unknown(scene, word) &&
         std::find(kWords.begin(), kWords.end(), scene.lemma(word)) != kWords.end();
}

/// "claimed responsibility": who claims it.
Word claimant_at(const Scene& scene, Word word) {
  const std::string& lemma = scene.lemma(word);
  if (lemma != "responsibility" || !is_relation(scene.deprel(word), "obj")) return kNone;
  const Word verb = scene.head(word);
  if (verb == kNone || (scene.lemma(verb) != "claim" && scene.lemma(verb) != "take")) return kNone;
  const Word claimant = scene.tree().child(verb, "nsubj");
  if (claimant == kNone || scene.upos(claimant) == Upos::PRON || is_unknown(scene, claimant)) return kNone;
  return claimant;
}

bool is_open(const Scene& scene, const Candidate& candidate) {
  return candidate.actors.empty() && candidate.type == scene.lexicon().type("ASSAULT") &&
         candidate.status != Status::future && candidate.status != Status::negated;
}

/// Takes whom the word names as the doer of an attack before it, unless the attack hit them; true if it does. Whoever
/// claims an attack is its claimant too.
bool take_doer(const Scene& scene, Word word, Candidate& attack) {
  const Word claimant = claimant_at(scene, word);
  if (claimant == kNone && !means_doer(scene, word)) return false;
  const Actors doer = named_by(scene, claimant == kNone ? word : claimant);
  if (doer.empty() || overlap(doer, attack.recipients)) return false;
  attack.actors = doer;
  if (claimant != kNone && attack.sources.empty()) {
    for (const Actor& actor : doer) attack.sources.push_back({actor, "claim", std::nullopt});
  }
  attack.because.push_back("rule:who did it is told apart");
  return true;
}

void look_for_doer(const Scene& scene, Candidate& attack) {
  const std::uint32_t sentence = scene.tree().sentence(attack.word());
  const auto& sentences = scene.report().sentences;
  const std::size_t last = std::min<std::size_t>(sentence + kSentences, sentences.size() - 1);
  for (Word word = sentences[sentence].tokens.begin; word < sentences[last].tokens.end; ++word) {
    if (take_doer(scene, word, attack)) return;
  }
}

}  // namespace

void apply_perpetrators(const Scene& scene, std::vector<Candidate>& candidates) {
  for (Candidate& attack : candidates) {
    if (is_open(scene, attack)) look_for_doer(scene, attack);
  }
}

}  // namespace dateline
