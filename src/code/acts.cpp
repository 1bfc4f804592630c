// Acts: what is promised, demanded, threatened or refused. "Kenya promised to
// send police": the complement's type, AID, is the act of AGREE, and no event
// of its own.
#include <algorithm>

#include "code/rules.h"

namespace dateline {
namespace {

constexpr double kLeast = 0.2;    ///< an act may be weaker than an event of its own
constexpr double kByWords = 0.4;  ///< the head, trained on events, is silent on many acts

constexpr float kSureAct = 0.3F;     ///< of the act head, where the words tell none …
constexpr float kOverruling = 0.9F;  ///< … or another

/// The act that the head tells for the trigger, at least so sure; -1 if none.
int act_by_head(const Scene& scene, const Candidate& candidate, float least) {
  const EventScores* scores = scene.scores(candidate.word());
  if (!scores || scores->acts.empty()) return -1;
  const auto most = std::max_element(scores->acts.begin(), scores->acts.end());
  const std::string& name = scene.report().act_labels[static_cast<std::size_t>(most - scores->acts.begin())];
  return name.empty() || *most < least ? -1 : scene.lexicon().type(name);
}

bool holds(const std::vector<Word>& words, Word word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

const EventType& type_of(const Scene& scene, int type) { return scene.lexicon().codebook().types[type]; }

/// Words that may name the act beneath a clause: its head, the noun of a light verb, verbs coordinated or controlled.
void add_act_words(const Scene& scene, Word head, std::vector<Word>& words, int depth = 0) {
  if (depth > 3 || holds(words, head)) return;
  words.push_back(head);
  for (const Word c : scene.tree().children(head)) {
    const std::string_view relation = scene.deprel(c);
    const bool noun = scene.is_verb(head) && (is_relation(relation, "obj") || relation == "nsubj:pass");
    const bool deeper =
        is_relation(relation, "xcomp") || (is_relation(relation, "conj") && scene.is_verb(c) == scene.is_verb(head));
    const bool nested = scene.is_noun(head) && is_relation(relation, "nmod") &&
                        (scene.preposition(c) == "of" || scene.preposition(c) == "to");
    if (noun || deeper || nested) add_act_words(scene, c, words, depth + 1);
  }
}

std::vector<Word> act_words(const Scene& scene, const Candidate& candidate) {
  std::vector<Word> words;
  for (const Complement& complement : candidate.frame.complements) add_act_words(scene, complement.head, words);
  if (!words.empty()) return words;
  for (const Word w : slot_heads(scene, candidate.frame, {Slot::Kind::object, ""}, candidate.match.trigger))
    add_act_words(scene, w, words);
  const CompiledSense* sense = sense_of(scene, candidate);
  for (const Oblique& oblique : candidate.frame.obliques) {
    const auto& named = sense->sense->oblique;
    const bool wanted =
        std::find(named.begin(), named.end(), oblique.preposition) != named.end() || oblique.preposition == "for";
    if (wanted) add_act_words(scene, oblique.head, words);
  }
  return words;
}

const Candidate* best_act(const Candidate& candidate, const std::vector<Word>& words,
                          const std::vector<Candidate>& raw) {
  for (const Word w : words) {  // nearest first: the verb before its objects
    const Candidate* found = candidate_at(raw, w);
    if (found && found->word() != candidate.word() && std::max(found->score, kByWords * found->lexical) >= kLeast)
      return found;
  }
  return nullptr;
}

bool is_cooperative(const EventType& type) { return type.quad <= 2; }

/// Can the type be about such an act? "plans to attack" is no agreement, "said it had met" concedes nothing.
bool contradicts(const Scene& scene, const Candidate& candidate, const Candidate& act) {
  const EventType& type = type_of(scene, candidate.type);
  const EventType& told = type_of(scene, act.type);
  const bool undone = act.status == Status::negated && candidate.status != Status::negated;
  if (type.name == "AGREE") return told.quad == 4 || undone;
  if (type.name == "CONCEDE")
    return (told.name != "RETREAT" && told.name != "CONCEDE" && told.name != "AGREE") || undone;
  if (type.name == "THREATEN") return told.quad <= 2;
  return false;
}

/// Verbs that announce anything ("say", "signal") tell a type by their act alone.
bool needs_act(const Scene& scene, const Candidate& candidate) {
  const CompiledSense* sense = sense_of(scene, candidate);
  return sense->sense->weight < 0.6 || scene.is(candidate.word(), trait::reporting);
}

/// "denied that its jets had struck": a clause denied is told by its own words, negated.
bool only_denies(const Scene& scene, const Candidate& candidate, const Candidate& act) {
  const std::string& lemma = scene.lemma(candidate.word());
  if (lemma != "deny" && lemma != "refute" && lemma != "dismiss") return false;
  return std::any_of(candidate.frame.complements.begin(), candidate.frame.complements.end(),
                     [](const Complement& c) {
                       return c.kind == ComplementKind::clause || c.kind == ComplementKind::gerund ||
                              c.kind == ComplementKind::quote;
                     }) &&
         act.status == Status::negated;
}

void judge(const Scene& scene, Candidate& candidate, const Candidate* act) {
  Candidate otherwise;  // the words may not tell the act, or not whether soldiers or engineers are sent to help
  otherwise.type = act_by_head(scene, candidate, kSureAct);
  const bool told_by_head = otherwise.type >= 0 && !contradicts(scene, candidate, otherwise);
  if (!act && told_by_head) {
    candidate.act = otherwise.type;
    return;
  }
  if (!act) {
    if (needs_act(scene, candidate)) candidate.score *= 0.6;
    return;
  }
  if (contradicts(scene, candidate, *act)) {
    if (candidate.head >= kSureHead) return;  // "an ultimatum to release the hostages"
    if (!told_by_head || type_of(scene, act->type).name != "MOBILIZE") {
      candidate.score *= 0.2;
      return;
    }
    candidate.act = otherwise.type;
    candidate.act_word = act->word();
    return;
  }
  if (only_denies(scene, candidate, *act)) {
    candidate.score *= 0.2;
    return;
  }
  const bool helps = type_of(scene, candidate.type).name == "AGREE" && is_cooperative(type_of(scene, act->type));
  if (helps) candidate.score = std::max(candidate.score, 0.9 * act->score);
  candidate.act = act->type;
  candidate.act_word = act->word();
  const std::string& told = type_of(scene, act->type).name;
  const int concede = scene.lexicon().type("CONCEDE");
  if (concede < 0 || type_of(scene, candidate.type).name != "AGREE" || (told != "RETREAT" && told != "CONCEDE")) return;
  candidate.type = concede;
  if (candidate.status == Status::actual) candidate.status = Status::future;
  candidate.because.push_back("rule:a promise to yield is CONCEDE");
}

/// An act that is itself a promise or a demand passes on what it is about: "agreed to offer help".
int deepest_act(const Scene& scene, const Candidate& act, const std::vector<Candidate>& raw) {
  const CompiledSense* sense = sense_of(scene, act);
  if (!sense || !sense->sense->act || type_of(scene, act.type).name != "AGREE") return act.type;
  const Candidate* inner = best_act(act, act_words(scene, act), raw);
  return inner ? inner->type : act.type;
}

/// Types that are about another act.
bool can_have_act(const EventType& type) {
  return type.name == "AGREE" || type.name == "CONCEDE" || type.name == "REJECT" || type.name == "REQUEST" ||
         type.name == "THREATEN";
}

/// Can the type be what a promise, a concession or a threat is about?
bool can_be_act(const EventType& outcome, const EventType& act) {
  if (outcome.name == "AGREE") return act.quad <= 2 && act.name != "AGREE" && act.name != "CONCEDE";
  if (outcome.name == "CONCEDE") return act.name == "RETREAT";
  return outcome.name == "THREATEN" && act.quad == 4;
}

/// "will meet": where the head tells the promise at once, the word's own sense tells what is promised.
void find_own_act(const Scene& scene, Candidate& candidate) {
  if (candidate.act >= 0 || sense_of(scene, candidate)) return;
  const int told = act_by_head(scene, candidate, kSureAct);
  if (told >= 0 && can_be_act(type_of(scene, candidate.type), type_of(scene, told))) {
    candidate.act = told;
    return;
  }
  for (const Match& match : matches_of(scene, candidate.frame)) {
    const int type = scene.lexicon().senses()[match.sense].type;
    if (match.strength < kLeast || !can_be_act(type_of(scene, candidate.type), type_of(scene, type))) continue;
    candidate.act = type;
    return;
  }
}

/// What the head takes the trigger's event to be about.
void ask_act_head(const Scene& scene, Candidate& candidate) {
  const int act = act_by_head(scene, candidate, candidate.act < 0 ? kSureAct : kOverruling);
  if (act < 0 || act == candidate.act || !can_have_act(type_of(scene, candidate.type))) return;
  candidate.act = act;
  candidate.because.push_back("head:act");
}

}  // namespace

const Candidate* candidate_at(const std::vector<Candidate>& candidates, Word word) {
  const auto found = std::lower_bound(candidates.begin(), candidates.end(), word,
                                      [](const Candidate& c, Word w) { return c.word() < w; });
  return found != candidates.end() && found->word() == word ? &*found : nullptr;
}

void find_acts(const Scene& scene, std::vector<Candidate>& candidates, const std::vector<Candidate>& raw) {
  for (Candidate& candidate : candidates) {
    find_own_act(scene, candidate);
    const CompiledSense* sense = sense_of(scene, candidate);
    if (!sense || !sense->sense->act) continue;
    const auto words = act_words(scene, candidate);
    const Candidate* act = best_act(candidate, words, raw);
    judge(scene, candidate, act);
    if (act && candidate.act == act->type) candidate.act = deepest_act(scene, *act, raw);
  }
  for (Candidate& candidate : candidates) ask_act_head(scene, candidate);
}

}  // namespace dateline
