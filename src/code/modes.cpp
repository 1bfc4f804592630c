#include "code/modes.h"

#include <algorithm>

namespace dateline {
namespace {

/// Words around the predicate with how much each counts.
struct Weighted {
  Word word;
  double weight;
};

void gather(const Scene& scene, Word word, double weight, int depth, std::vector<Weighted>& found) {
  if (depth > 4) return;
  for (const Word c : scene.tree().children(word)) {
    const std::string_view relation = scene.deprel(c);
    if (is_relation(relation, "punct") || relation == "acl:relcl" || is_relation(relation, "parataxis") ||
        is_relation(relation, "conj"))
      continue;
    const double own = is_clausal(relation) ? weight * 0.5 : weight;
    found.push_back({c, own});
    gather(scene, c, own * 0.8, depth + 1, found);
  }
}

std::vector<Weighted> words_around(const Scene& scene, const Candidate& candidate) {
  std::vector<Weighted> found;
  for (const Word w : candidate.match.trigger) found.push_back({w, 3});
  gather(scene, candidate.word(), 1, 0, found);
  if (candidate.frame.clause != candidate.word()) gather(scene, candidate.frame.clause, 0.8, 1, found);
  if (candidate.act_word != kNone) {
    found.push_back({candidate.act_word, 2});
    gather(scene, candidate.act_word, 1, 0, found);
  }
  return found;
}

bool shows(const Scene& scene, const WordSet& words, Word word) {
  return words.has(scene.lemma_id(word)) || words.has(scene.form_id(word));
}

constexpr float kSureMode = 0.6F;

/// The mode of the type that the head is sure of; empty if of none.
std::string mode_by_head(const Scene& scene, const Candidate& candidate) {
  const EventScores* scores = scene.scores(candidate.word());
  if (!scores || scores->modes.empty()) return {};
  const EventType& type = scene.lexicon().codebook().types[candidate.type];
  const auto& labels = scene.report().mode_labels;
  const auto most = std::max_element(scores->modes.begin(), scores->modes.end());
  const std::string& label = labels[static_cast<std::size_t>(most - scores->modes.begin())];
  if (*most < kSureMode || !label.starts_with(type.name + ".")) return {};
  std::string name = label.substr(type.name.size() + 1);
  return type.mode(name) ? name : std::string();
}

}  // namespace

std::string find_mode(const Scene& scene, const Candidate& candidate) {
  if (std::string sure = mode_by_head(scene, candidate); !sure.empty()) return sure;
  const CompiledSense* sense = sense_of(scene, candidate);
  if (sense && sense->type == candidate.type && !sense->sense->mode.empty()) return sense->sense->mode;
  const EventType& type = scene.lexicon().codebook().types[candidate.type];
  const std::vector<Weighted> around = words_around(scene, candidate);
  std::string best;
  double most = 0;
  for (std::size_t m = 0; m < type.modes.size(); ++m) {
    double sum = 0;
    for (const Weighted& w : around) {
      if (shows(scene, scene.lexicon().mode_words(candidate.type, m), w.word))
        sum = std::max(sum, w.weight) + 0.1 * w.weight;
    }
    if (sum <= most) continue;
    most = sum;
    best = type.modes[m].name;
  }
  return best;
}

}  // namespace dateline
