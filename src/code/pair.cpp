#include "code/pair.h"

#include <algorithm>

#include "code/analysis.h"
#include "code/pair_type.h"

namespace dateline {
namespace {

// How much a candidate counts by how it stands to the two phrases.
constexpr double kLinked = 1.0;       ///< source acts, target is acted upon
constexpr double kSourceActs = 0.62;  ///< source acts, target stands within the predicate's words
constexpr double kTargetActed = 0.5;  ///< target is acted upon, source stands elsewhere
constexpr double kOnPath = 0.45;
constexpr double kElsewhere = 0.12;
constexpr double kBackground = 0.6;  ///< told by a clause that modifies a noun
constexpr double kOnlyAct = 0.3;     ///< what is only promised, demanded or refused
constexpr double kPlausible = 0.3;   ///< the score of a yield that others are the object of

TokenRange words_of(const Scene& scene, Span span) {
  const auto& tokens = scene.report().tokens;
  TokenRange range{static_cast<Word>(tokens.size()), 0};
  for (Word w = 0; w < tokens.size(); ++w) {
    if (tokens[w].span.begin >= span.end || tokens[w].span.end <= span.begin) continue;
    range.begin = std::min(range.begin, w);
    range.end = std::max(range.end, w + 1);
  }
  return range;
}

/// The word of a range that its others depend on.
Word head_of(const Scene& scene, TokenRange range) {
  for (Word w = range.begin; w < range.end; ++w) {
    if (scene.head(w) == kNone || !range.contains(scene.head(w))) return w;
  }
  return range.begin < range.end ? range.begin : kNone;
}

std::vector<Word> ancestors(const Scene& scene, Word word) {
  std::vector<Word> up;
  for (; word != kNone && up.size() < 64; word = scene.head(word)) up.push_back(word);
  return up;
}

/// The words between two words in the tree, their meeting point included.
std::vector<Word> path_between(const Scene& scene, Word a, Word b) {
  if (a == kNone || b == kNone) return {};
  const auto up_a = ancestors(scene, a), up_b = ancestors(scene, b);
  std::vector<Word> path;
  for (const Word w : up_a) {
    path.push_back(w);
    const auto meet = std::find(up_b.begin(), up_b.end(), w);
    if (meet == up_b.end()) continue;
    path.insert(path.end(), up_b.begin(), meet);
    return path;
  }
  path.insert(path.end(), up_b.begin(), up_b.end());
  return path;
}

bool holds(const std::vector<Word>& words, Word word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Linker {
 public:
  Linker(const Scene& scene, Span source, Span target)
      : scene_(scene), source_(words_of(scene, source)), target_(words_of(scene, target)) {
    path_ = path_between(scene, head_of(scene, source_), head_of(scene, target_));
  }

  double link(const Candidate& candidate) const {
    const bool acts = fills(source_, subject_heads(candidate));
    const bool acted = fills(target_, other_heads(candidate));
    double weight = kElsewhere;
    if (holds(path_, candidate.word()) || holds(path_, candidate.frame.clause)) weight = kOnPath;
    if (acted) weight = std::max(weight, kTargetActed);
    if (acts) weight = std::max(weight, acted ? kLinked : within(candidate) ? kSourceActs : kOnPath);
    if (is_background(candidate) && !acts) weight *= kBackground;
    if (says_more(candidate.frame.clause)) weight *= kBackground;
    if (inside(candidate.word(), source_) || inside(candidate.word(), target_)) weight = std::min(weight, kElsewhere);
    return weight;
  }

  const std::vector<Word>& path() const { return path_; }
  TokenRange target() const { return target_; }

 private:
  static bool inside(Word word, TokenRange range) { return range.contains(word); }

  /// "lifted the sanctions imposed on": a clause that only says which thing is meant.
  bool is_background(const Candidate& candidate) const {
    return is_relation(scene_.deprel(candidate.frame.clause), "acl");
  }

  /// Is what the act says told too: "passed a resolution criticising"?
  bool says_more(Word verb) const {
    for (const Word object : scene_.tree().children(verb)) {
      for (const Word c : scene_.tree().children(object)) {
        if (formal_act(c) == verb) return true;
      }
    }
    return false;
  }

  bool within(const Candidate& candidate) const {
    const TokenRange below = scene_.tree().subtree(candidate.frame.clause);
    return below.begin < target_.end && target_.begin < below.end;
  }

  bool fills(TokenRange range, const std::vector<Word>& heads) const {
    const Word head = head_of(scene_, range);
    for (const Word h : heads) {
      for (const Word w : with_conjuncts(scene_, h)) {
        if (range.contains(w) || range.contains(content_word(scene_, w)) || means(w, range)) return true;
        const TokenRange phrase = scene_.tree().subtree(w);
        if (head != kNone && phrase.contains(head) && scene_.is_noun(w) && is_near(head, w)) return true;
      }
    }
    return false;
  }

  /// Does the pronoun of what is said stand for somebody named within the words: "Iran said it would"?
  bool means(Word word, TokenRange range) const {
    const Mention* pronoun = scene_.mention(word);
    const Word said = scene_.head(word);
    if (!pronoun || pronoun->form != MentionForm::pronoun || said == kNone || scene_.deprel(said) != "ccomp")
      return false;
    return std::any_of(scene_.report().mentions.begin(), scene_.report().mentions.end(), [&](const Mention& m) {
      return m.entity == pronoun->entity && m.form != MentionForm::pronoun && range.contains(m.head);
    });
  }

  /// The verb whose object the clause tells the content of: "signed a decree granting"; kNone if there is none.
  Word formal_act(Word clause) const {
    if (!is_relation(scene_.deprel(clause), "acl")) return kNone;
    const Word text = scene_.head(clause), act = text == kNone ? kNone : scene_.head(text);
    if (act == kNone || !is_relation(scene_.deprel(text), "obj")) return kNone;
    const bool formal = is_one_of(scene_.lemma(act), {"pass", "adopt", "approve", "sign", "issue", "release"}) &&
                        is_one_of(scene_.lemma(text), {"resolution", "decree", "bill", "law", "order", "motion",
                                                       "statement", "report", "act", "legislation"});
    return formal ? act : kNone;
  }

  /// Part of the phrase, not of a clause within it.
  bool is_near(Word word, Word head) const {
    for (int depth = 0; depth < 4 && word != kNone; ++depth, word = scene_.head(word)) {
      if (word == head) return true;
      if (is_clausal(scene_.deprel(word))) return false;
    }
    return false;
  }

  /// Who does it; of a clause that tells what a formal act says ("passed a resolution criticising"), who passed it.
  std::vector<Word> subject_heads(const Candidate& candidate) const {
    std::vector<Word> heads;
    if (const Word act = formal_act(candidate.frame.clause); act != kNone) heads = logical_subjects(scene_, act);
    const CompiledSense* sense = sense_of(scene_, candidate);
    static const std::vector<Slot> otherwise{{Slot::Kind::subject, ""}};
    for (const Slot& slot : sense ? sense->sense->actor : otherwise) {
      for (const Word w : slot_heads(scene_, candidate.frame, slot, candidate.match.trigger)) heads.push_back(w);
    }
    return heads;
  }

  std::vector<Word> other_heads(const Candidate& candidate) const {
    const CompiledSense* sense = sense_of(scene_, candidate);
    std::vector<Word> heads = candidate.frame.objects;
    heads.insert(heads.end(), candidate.frame.indirect.begin(), candidate.frame.indirect.end());
    for (const Oblique& oblique : candidate.frame.obliques) heads.push_back(oblique.head);
    for (const Complement& complement : candidate.frame.complements) {
      for (const Word w : frame_of(scene_, complement.head).subjects) heads.push_back(w);
    }
    if (sense) {
      for (const Slot& slot : sense->sense->recipient) {
        for (const Word w : slot_heads(scene_, candidate.frame, slot, candidate.match.trigger)) heads.push_back(w);
      }
    }
    return heads;
  }

  const Scene& scene_;
  TokenRange source_, target_;
  std::vector<Word> path_;
};

/// "lifted a ban", "eased the sanctions imposed on": what somebody yields is told only as its object.
bool is_yielded(const Scene& scene, const Candidate& candidate, const Candidate& other) {
  const std::string& type = scene.lexicon().codebook().types[other.type].name;
  if (type != "CONCEDE" && type != "RETREAT") return false;
  const Word clause = candidate.frame.clause;
  const Word told = is_relation(scene.deprel(clause), "acl") ? scene.head(clause) : candidate.word();
  const std::vector<Word>& objects = other.frame.objects;
  return std::any_of(objects.begin(), objects.end(), [&](Word object) {
    return scene.is_noun(object) && !scene.mention(object) && (candidate.word() == object || told == object);
  });
}

/// Is the candidate what another one promises, demands or refuses, or does it stand beside that?
bool is_only_act(const Scene& scene, const Candidate& candidate, const std::vector<Candidate>& all) {
  for (const Candidate& other : all) {
    if (other.score >= kPlausible && is_yielded(scene, candidate, other)) return true;
    if (other.act_word == kNone || other.score < kThreshold) continue;
    if (other.act_word == candidate.word()) return true;
    const bool beside =
        is_relation(scene.deprel(candidate.word()), "conj") && scene.head(candidate.word()) == other.act_word;
    if (beside && other.word() != candidate.word()) return true;
  }
  return false;
}

/// The event head's likeliest type over the words of the path, or over all words.
std::string best_by_head(const Scene& scene, const std::vector<Word>& path) {
  const auto& types = scene.lexicon().codebook().types;
  std::string best = types.front().name;
  double most = -1;
  for (const EventScores& scores : scene.report().event_scores) {
    const double share = holds(path, scores.token) ? 1.0 : 0.3;
    for (std::size_t i = 0; i + 1 < scores.probability.size(); ++i) {
      if (share * scores.probability[i] <= most) continue;
      most = share * scores.probability[i];
      best = scene.report().event_labels[i];
    }
  }
  return best;
}

}  // namespace

PairFinding find_between(const Scene& scene, const std::vector<Candidate>& candidates, Span source, Span target) {
  const Linker linker(scene, source, target);
  PairFinding found;
  double most = 0;
  for (const Candidate& candidate : candidates) {
    const double link = linker.link(candidate);
    const double value = link * candidate.score * (is_only_act(scene, candidate, candidates) ? kOnlyAct : 1);
    if (value <= most) continue;
    most = value;
    found = {pair_type(scene, candidate, linker.target()), &candidate, link};
  }
  if (!found.candidate) found.type = best_by_head(scene, linker.path());
  return found;
}

}  // namespace dateline
