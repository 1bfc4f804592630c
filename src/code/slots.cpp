// The heads that fill a codebook slot in a frame. For nouns the slots are a
// matter of reading: whose attack is the attacker's, whose arrest the
// prisoner's, unless a preposition says who acts.
#include <algorithm>

#include "code/match.h"

namespace dateline {
namespace {

using Words = std::vector<Word>;

bool holds(const Words& words, Word word) { return std::find(words.begin(), words.end(), word) != words.end(); }

void add_obliques(const Frame& frame, std::string_view preposition, Words& heads) {
  for (const Oblique& oblique : frame.obliques) {
    if (oblique.preposition == preposition && !holds(heads, oblique.head)) heads.push_back(oblique.head);
  }
}

bool has_oblique(const Frame& frame, std::initializer_list<std::string_view> prepositions) {
  return std::any_of(frame.obliques.begin(), frame.obliques.end(), [&](const Oblique& o) {
    return std::find(prepositions.begin(), prepositions.end(), o.preposition) != prepositions.end();
  });
}

}  // namespace

bool possessor_suffers(const Scene& scene, const Frame& frame) {
  if (frame.part != PartOfSpeech::noun || has_oblique(frame, {"of"})) return false;
  if (has_oblique(frame, {"by"})) return true;
  if (!scene.is(frame.word, trait::suffered)) return false;
  return std::any_of(frame.possessors.begin(), frame.possessors.end(),
                     [&](Word w) { return scene.deprel(w) == "nmod:poss" && is_class(scene, w, WordClass::person); });
}

namespace {

Words noun_subjects(const Scene& scene, const Frame& frame) {
  Words heads = frame.subjects;
  if (!heads.empty()) return heads;
  add_obliques(frame, "by", heads);
  if (!heads.empty()) return heads;
  if (!possessor_suffers(scene, frame)) heads = frame.possessors;
  if (heads.empty()) add_obliques(frame, "between", heads);
  if (heads.empty()) add_obliques(frame, "among", heads);
  return heads;
}

Words noun_objects(const Scene& scene, const Frame& frame) {
  Words heads = frame.objects;
  if (possessor_suffers(scene, frame)) heads.insert(heads.end(), frame.possessors.begin(), frame.possessors.end());
  add_obliques(frame, "of", heads);
  return heads;
}

Words complement_heads(const Frame& frame) {
  Words heads;
  for (const Complement& complement : frame.complements) heads.push_back(complement.head);
  return heads;
}

Words heads_of(const Scene& scene, const Frame& frame, const Slot& slot) {
  const bool noun = frame.part == PartOfSpeech::noun;
  Words heads;
  switch (slot.kind) {
    case Slot::Kind::subject:
      return noun ? noun_subjects(scene, frame) : frame.subjects;
    case Slot::Kind::object:
      return noun ? noun_objects(scene, frame) : frame.objects;
    case Slot::Kind::possessor:
      return noun ? noun_subjects(scene, frame) : Words{};
    case Slot::Kind::complement:
      return complement_heads(frame);
    case Slot::Kind::oblique:
      add_obliques(frame, slot.preposition, heads);
      return heads;
    case Slot::Kind::none:
      return heads;
  }
  return heads;
}

}  // namespace

std::vector<Word> slot_heads(const Scene& scene, const Frame& frame, const Slot& slot,
                             const std::vector<Word>& trigger) {
  Words heads = heads_of(scene, frame, slot);
  std::erase_if(heads, [&](Word w) { return holds(trigger, w); });
  return heads;
}

}  // namespace dateline
