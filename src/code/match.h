// Which senses of the codebook a word may have in its frame, and how well the
// frame fits. A sense's weight says how often its lemmas mean the type; each
// demand of the sense (object, subject, oblique, complement) that is met, not
// met, or left open by the sentence multiplies it (the factors stand in
// match.cpp). Lists of lemmas are never complete, so a miss lowers and does
// not forbid: the event head may still speak for the type.
#pragma once

#include <string>
#include <vector>

#include "code/frame.h"

namespace dateline {

struct Match {
  std::uint32_t sense = 0;     ///< index in Lexicon::senses()
  std::vector<Word> trigger;   ///< the word and the further words of the entry, ascending
  double strength = 0;         ///< 0 to 1
  std::vector<Word> consumed;  ///< nouns that the sense names as its object: told by this match, no events of their own
};

/// All matches of the word, best strength first.
std::vector<Match> matches_of(const Scene& scene, const Frame& frame);

/// Is the head of a phrase among the words of a list: its lemma, its content word, its conjuncts, its class?
bool fits(const Scene& scene, const WordSet& set, Word word);
bool is_class(const Scene& scene, Word word, WordClass word_class);

/// Does the possessor of an event noun suffer the deed ("Navalny's arrest") or do it ("Russia's attack")?
bool possessor_suffers(const Scene& scene, const Frame& frame);

/// The heads that stand in a slot, words of the trigger excluded.
std::vector<Word> slot_heads(const Scene& scene, const Frame& frame, const Slot& slot,
                             const std::vector<Word>& trigger);

}  // namespace dateline
