// The codebook compiled for look-up: words as numbers, senses found by the
// first word of their entries. Built once, read by many threads.
#pragma once

#include <dateline/codebook.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "code/example_list.h"

namespace dateline {

/// Number of a word of the codebook in lower case; 0 for any other word.
using WordId = std::uint32_t;

using Phrase = std::vector<WordId>;  ///< words in order, hyphens apart

/// A WordList compiled: single words sorted, phrases, classes as bits.
struct WordSet {
  std::vector<WordId> words;
  std::vector<Phrase> phrases;
  std::uint32_t classes = 0;

  bool empty() const { return words.empty() && phrases.empty() && classes == 0; }
  bool has(WordId word) const;
  bool has(WordClass word_class) const { return classes & (1u << static_cast<unsigned>(word_class)); }
};

struct CompiledSense {
  std::uint16_t type = 0;  ///< index in Codebook::types
  const Sense* sense = nullptr;
  WordSet object, object_not, subject, subject_not, oblique_object;
};

enum class PartOfSpeech : std::uint8_t { verb, noun, adjective };

/// One lemma, or several words, of a sense.
struct Entry {
  std::uint32_t sense = 0;  ///< index in Lexicon::senses()
  PartOfSpeech part = PartOfSpeech::verb;
  Phrase rest;  ///< words after the first
};

class Lexicon {
 public:
  /// The codebook must outlive it.
  explicit Lexicon(const Codebook& codebook);

  WordId id(std::string_view word) const;
  /// Entries that begin with `word`.
  const std::vector<Entry>& entries(WordId word) const;
  const std::vector<CompiledSense>& senses() const { return senses_; }
  /// Words that show a mode: [type][mode].
  const WordSet& mode_words(std::size_t type, std::size_t mode) const { return mode_words_[type][mode]; }
  const Codebook& codebook() const { return *codebook_; }
  const std::vector<ListedExample>& examples() const { return examples_; }
  /// Index of the type, or -1.
  int type(std::string_view name) const;

 private:
  WordId intern(std::string_view word);
  std::vector<Phrase> phrases(std::string_view text);
  WordSet compile(const WordList& list);
  void add(const EventType& type, std::uint16_t index);
  void add_entries(const std::vector<std::string>& lemmas, PartOfSpeech part);

  const Codebook* codebook_;
  std::vector<ListedExample> examples_;
  std::unordered_map<std::string, WordId> ids_;
  std::vector<std::vector<Entry>> entries_;  ///< by first word
  std::vector<CompiledSense> senses_;
  std::vector<std::vector<WordSet>> mode_words_;
};

/// `word` in lower case; ASCII is quick, the rest folded.
std::string lower(std::string_view word);

}  // namespace dateline
