#include "code/roles.h"

#include <algorithm>

namespace dateline {
namespace {

// Chosen on the dev part of the annotation.
constexpr float kSector = 0.64F;
constexpr float kKnownSector = 0.81F;  ///< sureness that overrules a guess, and the tables
constexpr float kTake = 0.32F;         ///< where the grammar found nobody
constexpr float kAdd = 0.73F;          ///< beside those whom the grammar found
constexpr float kDeny = 0.72F;         ///< whom the grammar found, and the head sees others in their place
constexpr float kDenyAll = 0.02F;      ///< whom the grammar found, and the head sees nobody
constexpr float kDenyTaken = 0.08F;    ///< whom the grammar found, and the head sees on the other side
constexpr float kNoSource = 0.06F;     ///< who says something else in the sentence

float at(const RoleScores& scores, EventRole role) { return scores.probability[static_cast<std::size_t>(role)]; }

const std::vector<RoleScores>* roles_of(const Scene& scene, Word trigger) {
  const EventScores* scores = scene.scores(trigger);
  return scores == nullptr || scores->status.empty() ? nullptr : &scores->roles;
}

/// The probability of the likeliest word of the actor's phrase.
float of_actor(const Scene& scene, const std::vector<RoleScores>& roles, const Actor& actor, EventRole role) {
  float most = 0;
  for (const RoleScores& scores : roles) {
    const Span word = scene.token(scores.token).span;
    if (word.begin < actor.span.end && actor.span.begin < word.end) most = std::max(most, at(scores, role));
  }
  return most;
}

/// The head's opinion of the actor's sector, by the word that heads its phrase or by any other of it.
const RoleScores* surest_sector(const Scene& scene, const std::vector<RoleScores>& roles, const Actor& actor) {
  const RoleScores* best = nullptr;
  for (const RoleScores& scores : roles) {
    const Span word = scene.token(scores.token).span;
    const bool inside = word.begin < actor.span.end && actor.span.begin < word.end;
    if (inside && (!best || scores.sector_probability > best->sector_probability)) best = &scores;
  }
  return best;
}

/// The annotation marks what a pronoun or "the two countries" stands for, so the head never saw one act.
bool is_pronoun(const Scene& scene, const Actor& actor) {
  const Word word = head_word(scene, actor.span);
  if (word == kNone) return false;
  const Mention* mention = scene.mention(word);
  return scene.upos(word) == Upos::PRON || (mention && mention->actors.size() > 1);
}

bool in_sentence(const Scene& scene, Word trigger, const Actor& actor) {
  const Span sentence = scene.report().sentences[scene.tree().sentence(trigger)].span;
  return sentence.begin <= actor.span.begin && actor.span.end <= sentence.end;
}

/// "Moscow's use of foreign workers is deplorable": whose deed is judged is told, and whom it is done to is not judged.
bool is_done_to(const Scene& scene, const Actor& actor, const Actors& doers) {
  const Word word = head_word(scene, actor.span);
  return word != kNone && std::any_of(doers.begin(), doers.end(), [&](const Actor& doer) {
           const Word owner = head_word(scene, doer.span);
           if (owner == kNone || owner == word || scene.deprel(owner) != "nmod:poss") return false;
           return scene.tree().subtree(scene.head(owner)).contains(word);
         });
}

/// One side of an event, and how far the head is asked about it.
struct Side {
  EventRole role, other;
  float deny_all = kDenyAll;
  bool judges = false;  ///< may be whom a judged deed is done to, who is not judged
  bool things = false;  ///< may be a thing that no resolver knows
};

/// `claimants` are never added beside others: the head takes "he said that she …" for two who act.
void reconcile(const Scene& scene, Word trigger, const Side& side, const Actors& claimants, Actors& actors) {
  const std::vector<RoleScores>& roles = *roles_of(scene, trigger);
  Actors sure = by_role(scene, trigger, side.role, actors.empty() ? kTake : kAdd, side.things);
  const auto only_claims = [&](const Actor& a) { return overlap({a}, claimants) && !overlap({a}, actors); };
  if (!actors.empty()) std::erase_if(sure, only_claims);
  if (side.judges) std::erase_if(sure, [&](const Actor& a) { return is_done_to(scene, a, actors); });
  std::erase_if(actors, [&](const Actor& a) {
    if (!in_sentence(scene, trigger, a) || overlap({a}, sure)) return false;
    if (is_pronoun(scene, a)) return overlap({a}, by_role(scene, trigger, side.other, kAdd));
    const float own = of_actor(scene, roles, a, side.role);
    return own < (sure.empty() ? side.deny_all : kDeny) ||
           (own < kDenyTaken && of_actor(scene, roles, a, side.other) > kAdd);
  });
  add_actors(actors, sure);
}

}  // namespace

bool has_roles(const Scene& scene, Word trigger) { return roles_of(scene, trigger) != nullptr; }

float role_probability(const Scene& scene, Word trigger, Word word, EventRole role) {
  const std::vector<RoleScores>* roles = roles_of(scene, trigger);
  if (roles == nullptr) return 0;
  const auto found =
      std::lower_bound(roles->begin(), roles->end(), word, [](const RoleScores& r, Word w) { return r.token < w; });
  return found != roles->end() && found->token == word ? at(*found, role) : 0;
}

float role_probability(const Scene& scene, Word trigger, TokenRange words, EventRole role) {
  float most = 0;
  for (Word w = words.begin; w < words.end; ++w) most = std::max(most, role_probability(scene, trigger, w, role));
  return most;
}

namespace {

/// The phrase's head answers for its other words: "the governments of A and B" are the governments.
bool is_within_another(const Scene& scene, Word trigger, Word word, EventRole role, float least) {
  while (word != kNone && is_relation(scene.deprel(word), "conj")) word = scene.head(word);
  const Word head = word == kNone ? kNone : scene.head(word);
  return head != kNone && role_probability(scene, trigger, head, role) >= least;
}

}  // namespace

Actors by_role(const Scene& scene, Word trigger, EventRole role, float least, bool things) {
  Actors actors;
  const std::vector<RoleScores>* roles = roles_of(scene, trigger);
  if (roles == nullptr) return actors;
  for (const RoleScores& scores : *roles) {
    if (at(scores, role) < least) continue;
    if (is_within_another(scene, trigger, scores.token, role, least)) continue;
    Actors found;
    if (const Mention* mention = mention_of(scene, scores.token)) found = mention->actors;
    if (found.empty() && !scene.name(scores.token)) found = named_by(scene, scores.token);
    if (found.empty()) found = owners_of(scene, scores.token);
    if (found.empty() && things) found = thing_of(scene, scores.token);
    add_actors(actors, found);
  }
  return actors;
}

namespace {

/// "X said that it was bombed and burnt": the event's own clause, or one beside it, is what is said.
bool is_said_plainly(const Scene& scene, Word trigger, const Source& source) {
  Word word = trigger;
  for (int steps = 0; steps < 2 && word != kNone; ++steps) {
    const std::string_view relation = scene.deprel(word);
    const Word head = scene.head(word);
    if (head == kNone) return false;
    if (is_relation(relation, "ccomp") && scene.lemma(head) == source.verb) return true;
    if (!is_relation(relation, "conj")) return false;
    word = head;
  }
  return false;
}

}  // namespace

void reconcile_sources(const Scene& scene, Candidate& candidate) {
  const std::vector<RoleScores>* roles = roles_of(scene, candidate.word());
  if (roles == nullptr) return;
  // Whoever claims a deed of his own is the actor to the head, which gives a word one role.
  const bool deed = candidate.type >= 0 && scene.lexicon().codebook().types[candidate.type].quad % 2 == 0;
  std::erase_if(candidate.sources, [&](const Source& source) {
    if (!in_sentence(scene, candidate.word(), source.actor)) return false;
    if (is_said_plainly(scene, candidate.word(), source) &&
        of_actor(scene, *roles, source.actor, EventRole::actor) < kTake)
      return false;
    if (deed && of_actor(scene, *roles, source.actor, EventRole::actor) > kTake) return false;
    return of_actor(scene, *roles, source.actor, EventRole::source) < kNoSource;
  });
}

/// The tables or words of the phrase tell the actor's sector; that of a name alone is a guess.
bool is_told(const Actor& actor) { return !actor.id.empty() || (!actor.sector.empty() && actor.sector != "CVL"); }

void reconcile_sectors(const Scene& scene, Word trigger, std::vector<Actor>& actors) {
  const std::vector<RoleScores>* roles = roles_of(scene, trigger);
  if (roles == nullptr || scene.report().sector_labels.empty()) return;
  for (Actor& actor : actors) {
    const RoleScores* sure = surest_sector(scene, *roles, actor);
    if (!sure || sure->sector_probability <= (is_told(actor) ? kKnownSector : kSector)) continue;
    const std::string& sector = scene.report().sector_labels[sure->sector];
    if (actor.sector == "IGO" && sector == "GOV") continue;  // an official, but of no country's government
    if (!sector.empty()) actor.sector = sector;              // whom the tables know as more than a country is more
  }
}

namespace {

/// "Navalny's arrest": whose arrest it is, the grammar knows better than the head.
void keep_sufferers(const Scene& scene, Candidate& candidate, const Actors& by_grammar) {
  if (!possessor_suffers(scene, candidate.frame)) return;
  for (const Actor& actor : by_grammar) {
    const Word word = head_word(scene, actor.span);
    if (word == kNone || scene.head(word) != candidate.word() || scene.deprel(word) != "nmod:poss") continue;
    remove_known(candidate.actors, {actor});
    add_actor(candidate.recipients, actor);
  }
}

}  // namespace

void reconcile_roles(const Scene& scene, Candidate& candidate) {
  if (!has_roles(scene, candidate.word())) return;
  const Actors actors = candidate.actors, recipients = candidate.recipients;
  Actors claimants;
  Actors hearsay;  // "according to X": X did not do it
  for (const Source& source : candidate.sources)
    (source.verb == "according to" ? hearsay : claimants).push_back(source.actor);
  const CompiledSense* sense = sense_of(scene, candidate);
  const bool by_act =
      sense && sense->sense->act;  // whom a demand is about stands in what is demanded, beyond the head's view
  const EventType& type = scene.lexicon().codebook().types[candidate.type];
  const bool at_things =
      type.name == "ASSAULT" || type.name == "COERCE" || type.name == "SANCTION" || type.name == "REJECT";
  const Side acting{EventRole::actor, EventRole::recipient};
  const Side acted_upon{EventRole::recipient, EventRole::actor, by_act ? 0 : kDenyAll, type.quad == 3, at_things};
  reconcile(scene, candidate.word(), acting, claimants, candidate.actors);
  reconcile(scene, candidate.word(), acted_upon, claimants, candidate.recipients);
  keep_sufferers(scene, candidate, recipients);
  remove_known(candidate.recipients, candidate.actors);
  std::erase_if(candidate.actors, [&](const Actor& a) { return overlap({a}, hearsay) && !overlap({a}, actors); });
  if (actors != candidate.actors || recipients != candidate.recipients) candidate.because.push_back("head:roles");
}

}  // namespace dateline
