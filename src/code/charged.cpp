// Deeds for which somebody is caught, charged or sentenced: "arrested four
// suspects in the killing of", "convicted him of spying". The law names who did
// them, even where the deed's own words do not.
#include <algorithm>
#include <array>

#include "code/participants.h"
#include "code/rules.h"

namespace dateline {
namespace {

constexpr int kFarthest = 4;  ///< steps up the tree from the deed to the arrest

bool is_link(const Scene& scene, Word word) {
  constexpr std::array<std::string_view, 6> kPrepositions = {"in", "for", "of", "over", "on", "with"};
  const std::string preposition = scene.preposition(word);
  const std::string marker = preposition.empty() ? scene.marker(word) : preposition;
  return std::find(kPrepositions.begin(), kPrepositions.end(), marker) != kPrepositions.end();
}

bool is_legal(const Scene& scene, const Candidate& candidate) {
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  if (candidate.recipients.empty()) return false;
  return type == "COERCE" || type == "SANCTION" || type == "ACCUSE";
}

/// The arrest, charge or sentence that the deed is the reason of.
const Candidate* charge_of(const Scene& scene, const Candidate& deed, const std::vector<Candidate>& candidates) {
  bool linked = false;
  Word word = deed.word();
  for (int step = 0; step < kFarthest && word != kNone; ++step, word = scene.head(word)) {
    const Candidate* charge = word == deed.word() ? nullptr : candidate_at(candidates, word);
    if (linked && charge && is_legal(scene, *charge)) return charge;
    linked = linked || is_link(scene, word);
  }
  return nullptr;
}

}  // namespace

void apply_charges(const Scene& scene, std::vector<Candidate>& candidates) {
  for (Candidate& deed : candidates) {
    if (!deed.actors.empty() || scene.lexicon().codebook().types[deed.type].quad != 4) continue;
    const Candidate* charge = charge_of(scene, deed, candidates);
    if (!charge) continue;
    deed.actors = charge->recipients;
    remove_known(deed.recipients, deed.actors);
    if (deed.status == Status::actual) deed.status = Status::historical;
    deed.because.push_back("rule:who is charged with it did it");
  }
}

}  // namespace dateline
