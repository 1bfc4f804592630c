// One event, several words: a verb and the noun beneath it ("killed in an
// airstrike"), a light verb and its noun, a demand and what is demanded.
#include <algorithm>
#include <span>

#include "code/modes.h"
#include "code/rules.h"

namespace dateline {
namespace {

constexpr double kMuchSurer = 0.25;  ///< "kill eleven in two operations": the harm names the event

bool holds(const std::vector<Word>& words, Word word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Is `below` within a few steps beneath `above`, through phrases and non-finite clauses?
bool is_beneath(const Scene& scene, Word below, Word above) {
  for (int depth = 0; depth < 5; ++depth) {
    const std::string_view relation = scene.deprel(below);
    if (relation == "acl:relcl" || is_relation(relation, "parataxis") || is_relation(relation, "ccomp")) return false;
    below = scene.head(below);
    if (below == kNone) return false;
    if (below == above) return true;
  }
  return false;
}

bool linked(const Scene& scene, const Candidate& a, const Candidate& b) {
  return is_beneath(scene, a.word(), b.word()) || is_beneath(scene, b.word(), a.word()) ||
         a.frame.clause == b.frame.clause;
}

bool compatible(const Actors& a, const Actors& b) { return a.empty() || b.empty() || overlap_loosely(a, b); }

bool is_symmetric(const Scene& scene, const Candidate& candidate) {
  return scene.lexicon().codebook().types[candidate.type].symmetric;
}

/// Verbs that tell what an attack did to its victims, rather than another act.
bool is_harm(const Scene& scene, Word verb) {
  constexpr std::string_view kHarm[] = {"kill",   "injure",  "wound",    "hurt", "maim",
                                        "damage", "destroy", "displace", "trap", "leave"};
  return std::find(std::begin(kHarm), std::end(kHarm), scene.lemma(verb)) != std::end(kHarm);
}

/// "kills three and injures five", "the strikes killed three": what one attack did to several is one event.
bool one_attack(const Scene& scene, const Candidate& a, const Candidate& b) {
  if (a.type != b.type || a.type != scene.lexicon().type("ASSAULT")) return false;
  const bool conjoined = is_relation(scene.deprel(b.word()), "conj") && scene.head(b.word()) == a.word();
  const bool both_harm = conjoined && is_harm(scene, a.word()) && is_harm(scene, b.word());  // "… killed and … injured"
  const bool shares_subject = conjoined && scene.tree().child(b.word(), "nsubj") == kNone && is_harm(scene, b.word());
  const bool is_subject = scene.head(a.word()) == b.word() && is_relation(scene.deprel(a.word()), "nsubj") &&
                          scene.is_noun(a.word()) && is_harm(scene, b.word());
  const bool follows = scene.head(b.word()) == a.word() && is_harm(scene, b.word()) &&
                       (is_relation(scene.deprel(b.word()), "acl") ||  // "a shooting that killed two"
                        (is_relation(scene.deprel(b.word()), "advcl") && scene.token(b.word()).xpos == "VBG"));
  return both_harm || shares_subject || is_subject || follows;
}

bool conjoined_clauses(const Scene& scene, const Candidate& a, const Candidate& b) {
  return is_relation(scene.deprel(b.word()), "conj") && scene.head(b.word()) == a.word() && scene.is_verb(b.word()) &&
         !b.frame.objects.empty() && a.frame.objects != b.frame.objects;
}

/// Takes what the weaker one knows and the stronger does not.
void absorb(const Scene& scene, Candidate& kept, const Candidate& other) {
  if (kept.actors.empty()) {
    kept.actors = other.actors;
    remove_known(kept.actors, kept.recipients);  // "he was arrested following his declaration"
  }
  if (kept.recipients.empty()) kept.recipients = other.recipients;
  if (is_symmetric(scene, kept)) add_actors(kept.actors, other.actors);
  if (one_attack(scene, kept, other) || one_attack(scene, other, kept)) add_actors(kept.recipients, other.recipients);
  remove_known(kept.recipients, kept.actors);
  if (kept.act < 0) kept.act = other.act;
  for (const Oblique& oblique : other.frame.obliques) kept.frame.obliques.push_back(oblique);
  for (const Word w : other.frame.objects) {
    if (!holds(kept.frame.objects, w)) kept.frame.objects.push_back(w);
  }
  add_joined(scene, kept, other);
}

/// "found guilty and sentenced to …": one conviction.
bool one_judgement(const Scene& scene, const Candidate& a, const Candidate& b) {
  return find_mode(scene, a) == "convict" && find_mode(scene, b) == "convict";
}

/// "conduct raids and detain 74", "protests and strikes": two acts, if the head is sure of both and the second is not
/// the harm that the first did.
bool side_by_side(const Scene& scene, const Candidate& a, const Candidate& b) {
  return std::min(a.head, b.head) >= kSureHead && is_relation(scene.deprel(b.word()), "conj") &&
         scene.head(b.word()) == a.word() && !is_harm(scene, b.word()) &&
         scene.lemma(a.word()) != scene.lemma(b.word()) && !one_judgement(scene, a, b);
}

bool is_same(const Scene& scene, const Candidate& a, const Candidate& b) {
  if (a.type != b.type) return false;
  if (one_attack(scene, a, b)) return true;
  if (side_by_side(scene, a, b)) return false;
  const bool link = linked(scene, a, b);
  if (!link && (a.actors.empty() || b.actors.empty())) return false;
  if (conjoined_clauses(scene, a, b) && !one_judgement(scene, a, b)) return false;
  if (link) return compatible(a.actors, b.actors) && compatible(a.recipients, b.recipients);
  return overlap(a.actors, b.actors) && compatible(a.recipients, b.recipients) && a.status == b.status;
}

/// Candidates of one sentence.
using Group = std::span<Candidate>;

/// Is `b` told by a sense of `a` that names it as its object?
bool tells(const Scene& scene, const Candidate& a, const Candidate& b) {
  const CompiledSense* sense = sense_of(scene, a);
  if (!sense || !holds(a.match.consumed, b.word())) return false;
  const bool by_word =
      sense->object.has(scene.lemma_id(b.word())) || sense->oblique_object.has(scene.lemma_id(b.word()));
  return by_word || a.type == b.type || sense->sense->act;
}

void drop_consumed(const Scene& scene, Group group) {
  for (Candidate& a : group) {
    for (Candidate& b : group) {
      if (&a == &b || a.dropped || b.dropped || !tells(scene, a, b)) continue;
      const bool noun_wins = b.type == a.type && b.score > a.score;
      if (b.type == a.type) absorb(scene, noun_wins ? b : a, noun_wins ? a : b);
      (noun_wins ? a : b).dropped = true;
    }
  }
}

/// "rejects an appeal by the family": somebody else's demand, which was made, whatever became of it.
bool was_made(const Candidate& act, const Candidate& answer) {
  return act.head >= kSureHead && act.frame.part == PartOfSpeech::noun && act.type != answer.type &&
         !act.actors.empty() && !overlap_loosely(act.actors, answer.actors);
}

/// What was made is actual, though the verb above says no to it.
void stand(Candidate& made) {
  if (made.status != Status::negated) return;
  made.status = Status::actual;
  std::erase_if(made.because, [](const std::string& reason) { return reason.starts_with("status:"); });
}

void drop_acts(const Scene& scene, Group group) {
  for (const Candidate& a : group) {
    if (a.act_word == kNone) continue;  // the act of an act ("rejected a demand to withdraw") is none of its own either
    for (Candidate& b : group) {
      if (was_made(b, a)) {
        stand(b);
        continue;
      }
      const bool beside = is_relation(scene.deprel(b.word()), "conj") && scene.head(b.word()) == a.act_word &&
                          b.frame.part == PartOfSpeech::verb;
      if (b.word() == a.act_word || (beside && b.word() != a.word())) b.dropped = true;
    }
  }
}

/// Which of two words that tell one event names it: the violence rather than its harm, else the surer, else the
/// earlier.
bool comes_first(const Scene& scene, const Candidate& a, const Candidate& b) {
  const bool harm = tells_harm(scene, a), other_harm = tells_harm(scene, b);
  if (harm != other_harm && std::abs(a.score - b.score) < kMuchSurer) return other_harm;
  return a.score + 0.05 >= b.score;
}

void join_group(const Scene& scene, Group group) {
  drop_acts(scene, group);
  drop_consumed(scene, group);
  for (Candidate& a : group) {
    for (Candidate& b : group) {
      if (a.word() >= b.word() || a.dropped || b.dropped || !is_same(scene, a, b)) continue;
      const bool first = comes_first(scene, a, b);
      absorb(scene, first ? a : b, first ? b : a);
      (first ? b : a).dropped = true;
    }
  }
}

}  // namespace

void add_joined(const Scene& scene, Candidate& kept, const Candidate& other) {
  kept.joined.push_back(other.frame);
  kept.joined.insert(kept.joined.end(), other.joined.begin(), other.joined.end());
  kept.because.push_back("joined:" + scene.lemma(other.word()));
}

bool tells_harm(const Scene& scene, const Candidate& candidate) {
  return candidate.lexical > 0 && candidate.type == scene.lexicon().type("ASSAULT") && is_harm(scene, candidate.word());
}

void join_same(const Scene& scene, std::vector<Candidate>& candidates) {
  for (std::size_t begin = 0; begin < candidates.size();) {
    std::size_t end = begin;
    while (end < candidates.size() &&
           scene.tree().sentence(candidates[end].word()) == scene.tree().sentence(candidates[begin].word()))
      ++end;
    join_group(scene, Group(candidates).subspan(begin, end - begin));
    begin = end;
  }
  std::erase_if(candidates, [](const Candidate& c) { return c.dropped; });
}

}  // namespace dateline
