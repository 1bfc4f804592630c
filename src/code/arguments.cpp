#include "code/arguments.h"

#include <algorithm>

#include "code/harmed.h"
#include "code/opposed.h"
#include "code/roles.h"

namespace dateline {
namespace {

constexpr double kFeeling = 0.9;  ///< a caused feeling's score by its sense alone

const std::vector<Slot>& actor_slots(const CompiledSense* sense) {
  static const std::vector<Slot> otherwise{{Slot::Kind::subject, ""}};
  return sense ? sense->sense->actor : otherwise;
}

const std::vector<Slot>& recipient_slots(const CompiledSense* sense) {
  static const std::vector<Slot> otherwise{{Slot::Kind::object, ""},      {Slot::Kind::oblique, "against"},
                                           {Slot::Kind::oblique, "on"},   {Slot::Kind::oblique, "to"},
                                           {Slot::Kind::oblique, "with"}, {Slot::Kind::oblique, "for"},
                                           {Slot::Kind::oblique, "of"},   {Slot::Kind::oblique, "at"}};
  return sense ? sense->sense->recipient : otherwise;
}

bool has_slot(const std::vector<Slot>& slots, Slot::Kind kind, std::string_view preposition = {}) {
  return std::any_of(slots.begin(), slots.end(),
                     [&](const Slot& s) { return s.kind == kind && s.preposition == preposition; });
}

/// Somebody may act through a thing: "the strike killed", "its plan angered": then its owner acts.
Actors actors_at(const Scene& scene, Word head) {
  Actors actors = named_by(scene, head);
  if (!actors.empty() || !scene.is_noun(head)) return actors;
  return doers_of(scene, head);
}

Actors fill_actor(const Scene& scene, const Candidate& candidate) {
  for (const Slot& slot : actor_slots(sense_of(scene, candidate))) {
    Actors actors;
    for (const Word w : slot_heads(scene, candidate.frame, slot, candidate.match.trigger))
      add_actors(actors, actors_at(scene, w));
    if (!actors.empty()) return actors;
  }
  return {};
}

/// Countries come before nameless people: "send engineers to clear mines in Russian territory" helps Russia.
Actors countries_first(const Actors& actors) {
  Actors countries;
  std::copy_if(actors.begin(), actors.end(), std::back_inserter(countries),
               [](const Actor& a) { return !a.country.empty(); });
  return countries.empty() ? actors : countries;
}

/// Whom or whose place something goes to: "to Haiti", "to Russia's Kursk region".
Actors goal_participants(const Scene& scene, const Frame& frame) {
  Actors actors;
  for (const Oblique& oblique : frame.obliques) {
    const bool goal = oblique.preposition == "to" || oblique.preposition == "into" || oblique.preposition == "for";
    if (goal && !scene.time(oblique.head)) add_actors(actors, participants_of(scene, oblique.head));
  }
  std::erase_if(actors, [](const Actor& a) { return a.country.empty(); });
  return actors;
}

/// Whom a clause that complements the predicate is about: its subject, else whom it acts upon.
Actors clause_participants(const Scene& scene, Word clause, const Actors& known) {
  Actors actors;
  const Frame frame = frame_of(scene, clause);
  for (const Word w : frame.subjects) add_actors(actors, participants_of(scene, w));
  remove_known(actors, known);
  if (!actors.empty()) return actors;
  for (const Word w : frame.indirect) add_actors(actors, participants_of(scene, w));
  add_actors(actors, goal_participants(scene, frame));
  remove_known(actors, known);
  if (!actors.empty()) return actors;  // who is sent to somebody is not acted upon
  for (const Word w : frame.objects) add_actors(actors, participants_of(scene, w));
  for (const Oblique& oblique : frame.obliques) {
    if (!scene.time(oblique.head)) add_actors(actors, participants_of(scene, oblique.head));
  }
  remove_known(actors, known);
  return countries_first(actors);
}

/// What is demanded or promised names whom it concerns: "a stop to the cooperation between A and B".
Actors participants_of_act(const Scene& scene, const Candidate& candidate) {
  const CompiledSense* sense = sense_of(scene, candidate);
  if (!sense || !sense->sense->act) return {};
  Actors actors;
  std::vector<Word> heads = candidate.frame.objects;
  for (const Oblique& oblique : candidate.frame.obliques) {
    if (oblique.preposition == "for" || oblique.preposition == "to") heads.push_back(oblique.head);
  }
  for (const Word w : heads) add_actors(actors, everyone_in(scene, w));
  return actors;
}

Actors recipients_at(const Scene& scene, const Candidate& candidate, const Slot& slot, Word head) {
  if (slot.kind == Slot::Kind::complement) return clause_participants(scene, head, candidate.actors);
  if (scene.time(head)) return {};
  Actors actors = named_by(scene, head);
  if (actors.empty()) actors = doers_of(scene, head);
  if (actors.empty() && scene.is_verb(head)) actors = clause_participants(scene, head, candidate.actors);
  return actors;
}

std::vector<Word> recipient_heads(const Scene& scene, const Candidate& candidate, const Slot& slot) {
  const Frame& frame = candidate.frame;
  const bool to = slot.kind == Slot::Kind::oblique && (slot.preposition == "to" || slot.preposition == "for");
  if ((slot.kind == Slot::Kind::object || to) && !frame.indirect.empty()) return frame.indirect;
  auto heads = slot_heads(scene, frame, slot, candidate.match.trigger);
  if (slot.kind == Slot::Kind::oblique) {
    for (const Complement& complement : frame.complements) {
      if (complement.marker == slot.preposition) heads.push_back(complement.head);
    }
  }
  return heads;
}

Actors fill_recipient(const Scene& scene, const Candidate& candidate) {
  for (const Slot& slot : recipient_slots(sense_of(scene, candidate))) {
    Actors actors;
    for (const Word w : recipient_heads(scene, candidate, slot))
      add_actors(actors, recipients_at(scene, candidate, slot, w));
    remove_known(actors, candidate.actors);
    if (!actors.empty()) return actors;
  }
  Actors actors = participants_of_act(scene, candidate);
  remove_known(actors, candidate.actors);
  return actors;
}

/// "the attack of the rebels on the town", "the withdrawal of Russian troops": "of" tells who acts where the
/// recipient stands elsewhere.
Actors actor_from_of(const Scene& scene, const Candidate& candidate) {
  const auto& slots = recipient_slots(sense_of(scene, candidate));
  const bool object = has_slot(slots, Slot::Kind::object) || has_slot(slots, Slot::Kind::oblique, "of");
  if (candidate.frame.part != PartOfSpeech::noun || (object && candidate.recipients.empty())) return {};
  Actors actors;
  for (const Oblique& oblique : candidate.frame.obliques) {
    if (oblique.preposition == "of") add_actors(actors, participants_of(scene, oblique.head));
  }
  remove_known(actors, candidate.recipients);
  return actors;
}

/// "the deployment of North Korean troops": where the moved are not the recipients, their owner moves them.
Actors actor_from_moved(const Scene& scene, const Candidate& candidate) {
  if (has_slot(recipient_slots(sense_of(scene, candidate)), Slot::Kind::object)) return {};
  Actors actors;
  for (const Word w : slot_heads(scene, candidate.frame, {Slot::Kind::object, ""}, candidate.match.trigger)) {
    add_actors(actors, participants_of(scene, w));
  }
  remove_known(actors, candidate.recipients);
  return actors;
}

/// Whose feeling is caused: "raised concerns for Seoul", "sparked outrage in Lima".
Actors feelers(const Scene& scene, const Candidate& candidate) {
  Actors actors;
  for (const std::string_view preposition : {"among", "for", "in", "from", "with", "across"}) {
    for (const Word w :
         slot_heads(scene, candidate.frame, {Slot::Kind::oblique, std::string(preposition)}, candidate.match.trigger)) {
      add_actors(actors, participants_of(scene, w));
    }
    if (!actors.empty()) return actors;
  }
  return actors;
}

/// A feeling's cause without a name: what it is said to be a sign of ("the move is a sign of the alliance between …").
Actors named_in_predicate(const Scene& scene, Word word) {
  const Word clause = scene.head(word);
  if (clause == kNone || scene.tree().child(clause, "cop") == kNone) return {};
  return everyone_in(scene, clause);
}

Actors cause_participants(const Scene& scene, const Candidate& candidate) {
  Actors actors;
  for (const Word w : candidate.frame.objects) {
    add_actors(actors, everyone_in(scene, w));
    if (actors.empty()) add_actors(actors, named_in_predicate(scene, w));
  }
  remove_known(actors, candidate.actors);
  return actors;
}

bool is_verbal(const Scene& scene, const Candidate& candidate) {
  const EventType& type = scene.lexicon().codebook().types[candidate.type];
  return (type.quad == 1 || type.quad == 3) && !type.symmetric;
}

bool is_caused_feeling(const Scene& scene, const Candidate& candidate) {
  return candidate.frame.part == PartOfSpeech::noun && candidate.frame.governed &&
         scene.is(candidate.frame.clause, trait::cause) && scene.lexicon().codebook().types[candidate.type].quad == 3;
}

/// Does the sentence say who acts, even if nobody knows who that is?
bool has_subject(const Scene& scene, const Candidate& candidate) {
  for (const Slot& slot : actor_slots(sense_of(scene, candidate))) {
    if (!slot_heads(scene, candidate.frame, slot, candidate.match.trigger).empty()) return true;
  }
  return false;
}

/// "Washington said the launch is deeply concerning": the judgement is the sayer's.
void take_sayer(const Scene& scene, Candidate& candidate) {
  if (!candidate.actors.empty() || candidate.sources.empty() || !is_verbal(scene, candidate) ||
      has_subject(scene, candidate))
    return;
  candidate.actors = {candidate.sources.back().actor};
  remove_known(candidate.recipients, candidate.actors);
  candidate.because.push_back("rule:the sayer judges");
}

/// "Moscow said agreements with the North were carried out": the side that is not named is the speaker's.
void take_sayer_as_side(Candidate& candidate) {
  if (candidate.actors.size() + candidate.recipients.size() != 1 || candidate.sources.empty()) return;
  if (overlap_loosely({candidate.sources.back().actor}, candidate.actors)) return;
  candidate.actors.insert(candidate.actors.begin(), candidate.sources.back().actor);
  candidate.because.push_back("rule:the sayer is the other side");
}

/// "dispatched 200 engineers to …": who is sent is not whom it helps.
bool is_sent(const Scene& scene, const Actor& actor) {
  constexpr std::string_view kSending[] = {"send", "dispatch", "deploy", "redeploy", "second", "fly", "ship"};
  Word word = head_word(scene, actor.span);
  while (word != kNone && is_relation(scene.deprel(word), "conj")) word = scene.head(word);
  if (word == kNone || !is_relation(scene.deprel(word), "obj")) return false;
  return std::find(std::begin(kSending), std::end(kSending), scene.lemma(scene.head(word))) != std::end(kSending);
}

/// Whom the promised act is for: where it goes, else the first other land that its clause names.
Actors helped_in(const Scene& scene, Word clause, const Actors& actors) {
  Actors helped = goal_participants(scene, frame_of(scene, clause));
  const TokenRange words = scene.tree().subtree(clause);
  for (Word w = words.begin; w < words.end && helped.empty(); ++w) {
    const PlaceMention* place = scene.place(w);
    if (!place || !place->place.located) continue;
    helped = participants_of(scene, w);
    std::erase_if(helped, [&](const Actor& a) { return overlap_loosely({a}, actors); });
  }
  return helped;
}

/// Help, given or promised, goes where the goal of the act is, or of the clause that tells it.
void find_helped(const Scene& scene, Candidate& candidate) {
  const int aid = scene.lexicon().type("AID");
  const bool promised = candidate.type == scene.lexicon().type("AGREE") && !sense_of(scene, candidate);  // "will send"
  if (candidate.type != aid && candidate.act != aid && !promised) return;
  std::erase_if(candidate.recipients, [&](const Actor& a) { return is_sent(scene, a); });
  if (!candidate.recipients.empty()) return;
  candidate.recipients = goal_participants(scene, candidate.frame);
  for (const Complement& complement : candidate.frame.complements) {
    if (candidate.recipients.empty()) candidate.recipients = helped_in(scene, complement.head, candidate.actors);
  }
  remove_known(candidate.recipients, candidate.actors);
}

/// Recipients whom the words around tell surely, though neither the grammar nor the head found anybody.
void add_told_by_words(const Scene& scene, Candidate& candidate) {
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  if (!candidate.recipients.empty()) return;
  if (type == "PROTEST") candidate.recipients = opposed_by_prefix(scene, candidate.word());
  if (type == "ASSAULT") candidate.recipients = harmed_in(scene, candidate.word());
  remove_known(candidate.recipients, candidate.actors);
}

bool is_two_sided(const Scene& scene, const Candidate& candidate) {
  const EventType& type = scene.lexicon().codebook().types[candidate.type];
  return type.symmetric;
}

}  // namespace

Actors doers_of(const Scene& scene, Word word) {
  Actors actors;
  if (!scene.is_noun(word)) return actors;
  const Frame frame = frame_of(scene, word);
  for (const Word w : slot_heads(scene, frame, {Slot::Kind::subject, ""}, {}))
    add_actors(actors, participants_of(scene, w));
  return actors.empty() ? owners_of(scene, word) : countries_first(actors);
}

void fill_participants(const Scene& scene, Candidate& candidate) {
  candidate.actors = fill_actor(scene, candidate);
  candidate.recipients = fill_recipient(scene, candidate);
  if (candidate.actors.empty()) candidate.actors = actor_from_of(scene, candidate);
  if (candidate.actors.empty()) candidate.actors = actor_from_moved(scene, candidate);
  reconcile_roles(scene, candidate);
  add_told_by_words(scene, candidate);
  if (is_caused_feeling(scene, candidate)) {
    const Actors feeling = feelers(scene, candidate);
    if (!feeling.empty()) {  // a party's own feeling is a judgement, which the event head, trained on acts, may miss
      candidate.actors = feeling;
      candidate.score = std::max(candidate.score, kFeeling * candidate.lexical);
    }
    candidate.recipients = cause_participants(scene, candidate);
  }
}

void complete_participants(const Scene& scene, Candidate& candidate, const Candidate* act) {
  take_sayer(scene, candidate);
  find_helped(scene, candidate);
  if (act && candidate.recipients.empty()) {
    for (const Actors* choice : {&act->actors, &act->recipients}) {
      Actors actors = *choice;
      remove_known(actors, candidate.actors);
      std::erase_if(actors, [&](const Actor& a) { return is_sent(scene, a); });
      if (candidate.recipients.empty()) candidate.recipients = actors;
    }
  }
  if (is_two_sided(scene, candidate)) {
    take_sayer_as_side(candidate);
    const bool exchange = scene.lexicon().codebook().types[candidate.type].requires_recipient;
    if (exchange && !candidate.actors.empty()) return;
    add_actors(candidate.actors, candidate.recipients);
    candidate.recipients.clear();
  }
}

}  // namespace dateline
