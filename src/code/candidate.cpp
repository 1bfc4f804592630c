#include "code/candidate.h"

#include <algorithm>
#include <cmath>

#include "code/nearest.h"
#include "code/topic.h"

namespace dateline {
namespace {

constexpr double kNoSense = 0.05;
constexpr double kSaying = 0.3;  ///< "said it would not support …": what is said decides, and no sense can list it
constexpr double kFloor = 0.02;  ///< no opinion is surer than this
constexpr double kSureSense = 0.7;
constexpr double kSameQuad = 0.5;  ///< how much types of its quad count for one that a sense tells: "invaded"
constexpr double kOutcome = 0.7;   ///< how much an outcome's probability counts for the act

double logit(double p) {
  p = std::clamp(p, kFloor, 0.998);
  return std::log(p / (1 - p));
}

bool is_label(const Scene& scene, std::string_view type) {
  const auto& labels = scene.report().event_labels;
  return std::find(labels.begin(), labels.end(), type) != labels.end();
}

double label_probability(const Scene& scene, const EventScores& scores, std::string_view type) {
  const auto& labels = scene.report().event_labels;
  const auto found = std::find(labels.begin(), labels.end(), type);
  return found == labels.end() ? 0 : scores.probability[static_cast<std::size_t>(found - labels.begin())];
}

/// What the type is coded as once its status is known (future.cpp, help.cpp): the head was trained on the outcome, the
/// senses tell the act, so the outcome's probability speaks for the act.
std::vector<std::string_view> outcomes_of(const EventType& type) {
  if (type.name == "CONSULT" || type.name == "SUPPORT" || type.name == "COOPERATE" || type.name == "AID")
    return {"AGREE"};
  if (type.name == "RETREAT") return {"CONCEDE"};
  if (type.name == "MOBILIZE") return {"AID", "AGREE", "THREATEN"};
  if (type.quad == 4) return {"THREATEN"};
  return {};
}

/// The sum over the type and what it may be coded as where a sense of the codebook tells the type.
template <typename Share>
double with_outcomes(const EventType& type, bool by_sense, Share share) {
  double sum = share(type.name);
  if (!by_sense) return sum;
  for (const std::string_view outcome : outcomes_of(type)) sum += kOutcome * share(outcome);
  return std::min(sum, 1.0);
}

double head_probability(const Scene& scene, const Candidate& candidate, const EventType& type) {
  if (!is_label(scene, type.name)) return -1;  // a type of another codebook, of which the head knows nothing
  const Word word = candidate.word();
  const EventScores* scores = scene.scores(word);
  if (!scores) return scene.upos(word) == Upos::PART || scene.upos(word) == Upos::X ? -1 : 0;  // mistagged verbs
  const auto share = [&](std::string_view name) { return label_probability(scene, *scores, name); };
  double probability = with_outcomes(type, candidate.lexical > 0, share);
  if (candidate.lexical < kSureSense) return probability;
  for (const EventType& other : scene.lexicon().codebook().types) {
    if (other.quad == type.quad && other.name != type.name) probability += kSameQuad * share(other.name);
  }
  return std::min(probability, 1.0);
}

double vote_share(const Scene& scene, const Vote& vote, const Candidate& candidate, const EventType& type) {
  if (vote.empty()) return -1;
  return with_outcomes(type, candidate.lexical > 0, [&](std::string_view name) {
    const int index = scene.lexicon().type(name);
    return index < 0 ? 0 : vote.share(static_cast<std::size_t>(index));
  });
}

/// "attack helicopters", "ceasefire line": the first noun says what kind of thing the second is.
bool names_a_kind(const Scene& scene, Word word) {
  const Word head = scene.head(word);
  return is_relation(scene.deprel(word), "compound") && head != kNone && scene.is_noun(head) &&
         scene.is(head, trait::weapon | trait::armed | trait::person | trait::official | trait::place | trait::goods);
}

bool may_tell(const Scene& scene, Word word) {
  const Upos upos = scene.upos(word);
  if (upos != Upos::VERB && upos != Upos::NOUN && upos != Upos::PROPN && upos != Upos::ADJ && !scene.is_verb(word))
    return false;
  if (is_relation(scene.deprel(word), "aux") || is_relation(scene.deprel(word), "cop")) return false;
  const bool modifies = is_relation(scene.deprel(word), "amod");
  if (modifies && (upos == Upos::ADJ || scene.tree().children(word).empty())) return false;  // "occupied territory"
  return !names_a_kind(scene, word);
}

/// Part of a name: "the Security Council", "Foreign Relations Committee".
bool is_in_name(const Scene& scene, Word word) {
  if (scene.upos(word) != Upos::PROPN) return false;
  return scene.name(word) || scene.place(word) ||
         (scene.mention(word) && scene.mention(word)->form == MentionForm::name);
}

bool known_to_codebook(const Scene& scene, Word word) {
  return !scene.lexicon().entries(scene.lemma_id(word)).empty() ||
         !scene.lexicon().entries(scene.form_id(word)).empty();
}

bool noun_with_entry_before(const Scene& scene, Word word) {
  if (!scene.is_noun(word)) return false;
  for (const Word c : scene.tree().children(word)) {
    if (c < word && known_to_codebook(scene, c)) return true;
  }
  return false;
}

bool head_speaks(const Scene& scene, Word word) {
  const EventScores* scores = scene.scores(word);
  return scores && !scores->probability.empty() && scores->probability.back() < 0.6F;
}

/// Told by what is said: neither senses nor examples of the codebook have "said" as a trigger.
bool only_says(const Scene& scene, const Candidate& candidate, const EventType& type) {
  return candidate.lexical == 0 && scene.is(candidate.word(), trait::reporting) && type.quad % 2 == 1;
}

/// The formula of candidate.h.
double combined(const Scene& scene, const Candidate& candidate, const EventType& type, const Weights& weights) {
  const double lexical = only_says(scene, candidate, type) ? kSaying : candidate.lexical;
  if (candidate.head < 0) return lexical;
  const double least = type.quad <= 2 ? weights.least_rare : weights.least_head;
  const double head = std::max(candidate.head, lexical >= kSureSense ? least * lexical : 0);
  double z = weights.head * logit(head) + weights.offset;
  if (scene.evidence().triggers) z += weights.lexical * logit(std::max(lexical, kNoSense));
  if (const EventScores* scores = scene.scores(candidate.word()); scores && !scores->probability.empty())
    z += weights.any * logit(1.0 - scores->probability.back());
  if (candidate.vote >= 0) z += weights.vote * logit(candidate.vote);
  return 1 / (1 + std::exp(-z));
}

/// A bomb at a cricket match is no part of the match.
bool is_plain_violence(const Candidate& candidate, const EventType& type) {
  return candidate.head >= kSureHead && (type.name == "ASSAULT" || type.name == "COERCE");
}

/// Candidates of one word, as they are found.
struct Gathering {
  const Scene& scene;
  const Vote vote;
  const Weights& weights;
  double least;
  std::vector<Candidate> found;

  void add(Candidate candidate) {
    const EventType& type = scene.lexicon().codebook().types[candidate.type];
    candidate.head = head_probability(scene, candidate, type);
    candidate.vote = only_says(scene, candidate, type) ? -1 : vote_share(scene, vote, candidate, type);
    candidate.score = combined(scene, candidate, type, weights);
    if (!is_plain_violence(candidate, type)) candidate.score *= topic_factor(scene, candidate.word());
    if (candidate.score >= least) found.push_back(std::move(candidate));
  }
};

}  // namespace

const CompiledSense* sense_of(const Scene& scene, const Candidate& candidate) {
  return candidate.lexical > 0 ? &scene.lexicon().senses()[candidate.match.sense] : nullptr;
}

std::vector<Candidate> candidates_of(const Scene& scene, Word word, double least, const Weights& weights) {
  if (!may_tell(scene, word) || is_in_name(scene, word)) return {};
  const bool speaks = head_speaks(scene, word);
  if (!speaks && !known_to_codebook(scene, word) && !noun_with_entry_before(scene, word)) return {};
  Gathering all{scene, Vote(scene, word), weights, least, {}};
  Candidate blank;
  blank.frame = frame_of(scene, word);
  std::vector<bool> seen(scene.lexicon().codebook().types.size(), false);
  auto matches = scene.evidence().triggers ? matches_of(scene, blank.frame) : std::vector<Match>();
  for (Match& match : matches) {
    const int type = scene.lexicon().senses()[match.sense].type;
    if (seen[type]) continue;
    seen[type] = true;
    Candidate candidate = blank;
    candidate.type = type;
    candidate.lexical = match.strength;
    candidate.match = std::move(match);
    all.add(std::move(candidate));
  }
  for (std::size_t type = 0; speaks && type < seen.size(); ++type) {
    if (seen[type]) continue;
    Candidate candidate = blank;
    candidate.type = static_cast<int>(type);
    candidate.match.trigger = {word};
    all.add(std::move(candidate));
  }
  std::stable_sort(all.found.begin(), all.found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return std::move(all.found);
}

std::vector<Candidate> find_candidates(const Scene& scene, double least, const Weights& weights) {
  std::vector<Candidate> found;
  for (Word word = 0; word < scene.report().tokens.size(); ++word) {
    auto all = candidates_of(scene, word, least, weights);
    if (!all.empty()) found.push_back(std::move(all.front()));
  }
  return found;
}

}  // namespace dateline
