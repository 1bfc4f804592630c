// Frames: what stands around a predicate, whatever the syntax that put it
// there. A passive, a reduced relative, a controlled infinitive, a light verb
// with its noun and a nominalisation all give the same logical slots, so that
// one codebook entry serves them all. Relations are those of Universal
// Dependencies v2 as the English EWT treebank uses them.
#pragma once

#include <dateline/codebook.h>

#include <string>
#include <vector>

#include "code/scene.h"

namespace dateline {

struct Oblique {
  std::string preposition;  ///< "against"; empty for a bare adverbial noun
  Word head = kNone;
};

struct Complement {
  ComplementKind kind = ComplementKind::clause;
  Word head = kNone;
  std::string marker;  ///< "to", "that", or the preposition of a gerund ("of killing")
};

/// Slots hold head words; coordinated phrases are reached through their first conjunct.
struct Frame {
  PartOfSpeech part = PartOfSpeech::verb;
  Word word = kNone;  ///< the predicate
  Word clause =
      kNone;  ///< the word that carries tense, negation and claimants: the light verb of a noun, else the predicate
  bool passive = false;
  bool governed = false;         ///< a noun under a light or occurrence verb
  std::vector<Word> subjects;    ///< who does it
  std::vector<Word> objects;     ///< to whom or what
  std::vector<Word> indirect;    ///< "sent *Haiti* police"
  std::vector<Word> possessors;  ///< "*Ukrainian* attacks", "*its* offensive"
  std::vector<Oblique> obliques;
  std::vector<Complement> complements;
};

/// The frame of a verb, noun or adjective. Cost is linear in the words around it.
Frame frame_of(const Scene& scene, Word word);

/// Who does what the verb says, and to whom, through voice, relative clauses, control and coordination.
std::vector<Word> logical_subjects(const Scene& scene, Word verb);
std::vector<Word> logical_objects(const Scene& scene, Word verb);
/// The grammatical subject, own or inherited.
std::vector<Word> surface_subjects(const Scene& scene, Word verb);
bool is_passive(const Scene& scene, Word verb);

}  // namespace dateline
