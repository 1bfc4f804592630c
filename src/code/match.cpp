#include "code/match.h"

#include <algorithm>

#include "code/participants.h"

namespace dateline {
namespace {

// How a sense's demands change its strength. Chosen by hand, in the order of how much a reader would mind;
// nouns leave their slots open more often than verbs, so an open slot costs them less.
constexpr double kMet = 1.15;
constexpr double kMissedByVerb = 0.30, kMissedByNoun = 0.45;
constexpr double kOpenVerb = 0.50, kOpenNoun = 0.85;
constexpr double kForbidden = 0.06;
constexpr double kWrongSubject = 0.40, kOpenSubject = 0.90;
constexpr double kNoObliqueVerb = 0.30, kNoObliqueNoun = 0.75;
constexpr double kWrongObliqueObject = 0.35;
constexpr double kNoComplementVerb = 0.22, kNoComplementNoun = 0.40;
constexpr double kPhrase = 1.10;    // entries of several words are surer
constexpr double kBareNoun = 0.80;  // a noun without any participant
constexpr double kStrongPhrase = 0.6, kOverruled = 0.5;
constexpr double kStrongest = 0.98;

bool holds(const std::vector<Word>& words, Word word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_word(const Scene& scene, Word word, WordId id) {
  return scene.lemma_id(word) == id || scene.form_id(word) == id;
}

/// "on Tuesday" is no "call on".
bool is_time(const Scene& scene, Word word) {
  return scene.time(word) || scene.mention_type(word) == MentionType::time;
}

/// Words that an entry's further words may be: under the verb, not in a clause of their own.
void gather_below(const Scene& scene, Word word, int depth, std::vector<Word>& found) {
  for (const Word c : scene.tree().children(word)) {
    const std::string_view relation = scene.deprel(c);
    if (is_clausal(relation) || is_relation(relation, "conj") || relation == "nsubj" || is_time(scene, c)) continue;
    found.push_back(c);
    if (depth < 2) gather_below(scene, c, depth + 1, found);
  }
}

bool match_verb_phrase(const Scene& scene, Word verb, const Phrase& rest, std::vector<Word>& trigger) {
  if (rest.empty()) return true;
  std::vector<Word> below;
  gather_below(scene, verb, 1, below);
  std::sort(below.begin(), below.end());
  for (const WordId id : rest) {
    const auto found =
        std::find_if(below.begin(), below.end(), [&](Word w) { return is_word(scene, w, id) && !holds(trigger, w); });
    if (found == below.end()) return false;
    trigger.push_back(*found);
  }
  std::sort(trigger.begin(), trigger.end());
  return true;
}

/// The words right after `first`; hyphens between them do not count.
bool match_next_words(const Scene& scene, Word first, const Phrase& rest, std::vector<Word>& trigger) {
  Word at = first;
  const Word end = scene.report().sentences[scene.tree().sentence(first)].tokens.end;
  for (const WordId id : rest) {
    ++at;
    while (at < end && scene.lemma(at) == "-") ++at;
    if (at >= end || !is_word(scene, at, id)) return false;
    trigger.push_back(at);
  }
  return true;
}

/// The word of a phrase that the others depend on.
Word phrase_head(const Scene& scene, const std::vector<Word>& words) {
  for (const Word w : words) {
    if (scene.head(w) == kNone || !holds(words, scene.head(w))) return w;
  }
  return words.back();
}

bool part_fits(const Scene& scene, Word word, PartOfSpeech part) {
  const std::string& xpos = scene.token(word).xpos;
  switch (part) {
    case PartOfSpeech::verb:
      return scene.is_verb(word) || (xpos.starts_with("VB") && scene.upos(word) != Upos::AUX);
    case PartOfSpeech::noun:
      return scene.is_noun(word);
    case PartOfSpeech::adjective:
      return scene.upos(word) == Upos::ADJ ||
             (scene.is_verb(word) && (xpos == "VBN" || xpos == "VBG") && scene.tree().child(word, "obj") == kNone);
  }
  return false;
}

class Strength {
 public:
  Strength(const Scene& scene, const Frame& frame, const CompiledSense& sense, Match& match)
      : scene_(scene), frame_(frame), sense_(sense), match_(match), noun_(frame.part == PartOfSpeech::noun) {}

  double value() {
    strength_ = sense_.sense->weight;
    if (match_.trigger.size() > 1) strength_ *= kPhrase;
    judge_object();
    judge_subject();
    judge_obliques();
    judge_complement();
    if (noun_ && is_bare()) strength_ *= kBareNoun;
    return std::min(strength_, kStrongest);
  }

 private:
  bool is_bare() const {
    return frame_.subjects.empty() && frame_.objects.empty() && frame_.possessors.empty() && frame_.obliques.empty() &&
           !frame_.governed;
  }

  /// The objects, or for intransitives what the sense's own prepositions govern.
  std::vector<Word> object_heads() const {
    std::vector<Word> heads = slot_heads(scene_, frame_, {Slot::Kind::object, ""}, match_.trigger);
    if (!heads.empty()) return heads;
    for (const Oblique& oblique : frame_.obliques) {
      if (holds(match_.trigger, oblique.head)) continue;
      if (is_named(oblique.preposition) || in_trigger(oblique.head)) heads.push_back(oblique.head);
    }
    return heads;
  }

  bool is_named(const std::string& preposition) const {
    const auto named = [&](const Slot& slot) {
      return slot.kind == Slot::Kind::oblique && slot.preposition == preposition;
    };
    const Sense& sense = *sense_.sense;
    return std::any_of(sense.recipient.begin(), sense.recipient.end(), named) ||
           std::any_of(sense.actor.begin(), sense.actor.end(), named);
  }

  bool in_trigger(Word oblique) const {
    for (const Word c : scene_.tree().children(oblique)) {
      if (is_relation(scene_.deprel(c), "case") && holds(match_.trigger, c)) return true;
    }
    return false;
  }

  void judge_object() {
    if (sense_.object.empty() && sense_.object_not.empty()) return;
    const std::vector<Word> heads = object_heads();
    for (const Word w : heads) {
      if (fits(scene_, sense_.object_not, w)) strength_ *= kForbidden;
    }
    if (sense_.object.empty()) return;
    if (heads.empty()) {
      strength_ *= noun_ ? kOpenNoun : kOpenVerb;
      return;
    }
    bool met = false;
    for (const Word w : heads) {
      if (!fits(scene_, sense_.object, w)) continue;
      met = true;
      if (!noun_) match_.consumed.push_back(w);
    }
    strength_ *= met ? kMet : noun_ ? kMissedByNoun : kMissedByVerb;
  }

  void judge_subject() {
    if (sense_.subject.empty() && sense_.subject_not.empty()) return;
    const std::vector<Word> heads = slot_heads(scene_, frame_, {Slot::Kind::subject, ""}, match_.trigger);
    const auto among = [&](const WordSet& set) {
      return std::any_of(heads.begin(), heads.end(), [&](Word w) { return fits(scene_, set, w); });
    };
    if (among(sense_.subject_not)) strength_ *= kForbidden;
    if (sense_.subject.empty()) return;
    strength_ *= heads.empty() ? kOpenSubject : among(sense_.subject) ? kMet : kWrongSubject;
  }

  void judge_obliques() {
    const Sense& sense = *sense_.sense;
    if (sense.oblique.empty() && sense_.oblique_object.empty()) return;
    bool there = false, met = false;
    for (const Oblique& oblique : frame_.obliques) {
      const bool named = sense.oblique.empty() || std::find(sense.oblique.begin(), sense.oblique.end(),
                                                            oblique.preposition) != sense.oblique.end();
      if (!named) continue;
      there = true;
      if (!fits(scene_, sense_.oblique_object, oblique.head)) continue;
      met = true;
      match_.consumed.push_back(oblique.head);
    }
    for (const Complement& complement : frame_.complements) {
      there = there || std::find(sense.oblique.begin(), sense.oblique.end(), complement.marker) != sense.oblique.end();
    }
    if (noun_ && frame_.governed && scene_.is(frame_.clause, trait::cause)) {
      strength_ *= kMet;  // "raised concern": what raised it stands where the oblique would
    } else if (!there) {
      strength_ *= noun_ ? kNoObliqueNoun : kNoObliqueVerb;
    } else if (!sense_.oblique_object.empty()) {
      strength_ *= met ? kMet : kWrongObliqueObject;
    }
  }

  void judge_complement() {
    const Sense& sense = *sense_.sense;
    if (sense.complement.empty()) return;
    const bool met = std::any_of(frame_.complements.begin(), frame_.complements.end(), [&](const Complement& c) {
      return std::find(sense.complement.begin(), sense.complement.end(), c.kind) != sense.complement.end() ||
             (c.kind == ComplementKind::quote && std::find(sense.complement.begin(), sense.complement.end(),
                                                           ComplementKind::clause) != sense.complement.end());
    });
    strength_ *= met ? kMet : noun_ ? kNoComplementNoun : kNoComplementVerb;
  }

  const Scene& scene_;
  const Frame& frame_;
  const CompiledSense& sense_;
  Match& match_;
  bool noun_;
  double strength_ = 0;
};

bool phrase_around(const Scene& scene, const Phrase& phrase, Word word) {
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (!is_word(scene, word, phrase[i]) || word < i) continue;
    std::vector<Word> trigger{static_cast<Word>(word - i)};
    if (is_word(scene, trigger.front(), phrase.front()) &&
        match_next_words(scene, trigger.front(), Phrase(phrase.begin() + 1, phrase.end()), trigger))
      return true;
  }
  return false;
}

bool fits_itself(const Scene& scene, const WordSet& set, Word word) {
  if (set.has(scene.lemma_id(word)) || set.has(scene.form_id(word))) return true;
  for (std::size_t c = 0; c < kWordClassCount; ++c) {
    const auto word_class = static_cast<WordClass>(c);
    if (set.has(word_class) && is_class(scene, word, word_class)) return true;
  }
  return std::any_of(set.phrases.begin(), set.phrases.end(),
                     [&](const Phrase& p) { return phrase_around(scene, p, word); });
}

void try_entry(const Scene& scene, const Frame& frame, Word first, const Entry& entry, std::vector<Match>& matches) {
  if (!part_fits(scene, frame.word, entry.part)) return;
  Match match;
  match.sense = entry.sense;
  match.trigger = {first};
  const bool verb = entry.part == PartOfSpeech::verb;
  if (verb ? !match_verb_phrase(scene, first, entry.rest, match.trigger)
           : !match_next_words(scene, first, entry.rest, match.trigger))
    return;
  if (!verb && phrase_head(scene, match.trigger) != frame.word) return;
  match.strength = Strength(scene, frame, scene.lexicon().senses()[entry.sense], match).value();
  matches.push_back(std::move(match));
}

void try_word(const Scene& scene, const Frame& frame, Word first, std::vector<Match>& matches) {
  const WordId lemma = scene.lemma_id(first), form = scene.form_id(first);
  for (const Entry& entry : scene.lexicon().entries(lemma)) try_entry(scene, frame, first, entry, matches);
  if (form == lemma) return;
  for (const Entry& entry : scene.lexicon().entries(form)) try_entry(scene, frame, first, entry, matches);
}

/// "peace mission" is not "mission", "scathing attack" not "attack": the longer entry overrules other types of the
/// shorter.
void prefer_phrases(const Scene& scene, std::vector<Match>& matches) {
  const auto type = [&](const Match& m) { return scene.lexicon().senses()[m.sense].type; };
  const std::vector<Match> all = matches;
  for (Match& m : matches) {
    const bool overruled = std::any_of(all.begin(), all.end(), [&](const Match& l) {
      return l.trigger.size() > m.trigger.size() && l.strength >= kStrongPhrase && type(l) != type(m);
    });
    if (overruled) m.strength *= kOverruled;
  }
}

}  // namespace

bool fits(const Scene& scene, const WordSet& set, Word word) {
  if (set.empty()) return false;
  for (const Word w : with_conjuncts(scene, word)) {
    if (fits_itself(scene, set, w)) return true;
    const Word content = content_word(scene, w);
    if (content != w && fits_itself(scene, set, content)) return true;
  }
  return false;
}

std::vector<Match> matches_of(const Scene& scene, const Frame& frame) {
  std::vector<Match> matches;
  try_word(scene, frame, frame.word, matches);
  if (frame.part == PartOfSpeech::noun) {  // the entry may begin before the head: "suicide bombing"
    for (const Word c : scene.tree().children(frame.word)) {
      if (c < frame.word && frame.word - c <= 4 && !scene.is(c, trait::relative)) try_word(scene, frame, c, matches);
    }
  }
  std::erase_if(matches, [&](const Match& m) { return !holds(m.trigger, frame.word); });
  if (frame.part == PartOfSpeech::noun) prefer_phrases(scene, matches);
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.strength > b.strength; });
  return matches;
}

}  // namespace dateline
