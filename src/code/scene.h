// A report as the coder looks at it: the tree, the resolver's findings by word,
// and each word's number in the codebook. Built once a report, in linear time.
#pragma once

#include <dateline/evidence.h>
#include <dateline/report.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "code/lexicon.h"
#include "code/traits.h"
#include "report/tree.h"

namespace dateline {

class Knowledge;

using Word = std::uint32_t;
inline constexpr Word kNone = Token::kRoot;

class Scene {
 public:
  /// Report, lexicon and knowledge must outlive it; `knowledge` may be null (tests).
  Scene(const Report& report, const Lexicon& lexicon, const Knowledge* knowledge, Evidence evidence = {});

  const Report& report() const { return report_; }
  const Tree& tree() const { return tree_; }
  const Lexicon& lexicon() const { return lexicon_; }
  const Knowledge* knowledge() const { return knowledge_; }
  /// What may be gone by.
  const Evidence& evidence() const { return evidence_; }

  const Token& token(Word word) const { return report_.tokens[word]; }
  std::string_view deprel(Word word) const { return report_.tokens[word].deprel; }
  Word head(Word word) const { return report_.tokens[word].head; }
  Upos upos(Word word) const { return report_.tokens[word].upos; }
  const std::string& lemma(Word word) const { return lemmas_[word]; }  ///< lower case
  WordId lemma_id(Word word) const { return lemma_ids_[word]; }
  WordId form_id(Word word) const { return form_ids_[word]; }
  bool is(Word word, Traits wanted) const { return (traits_[word] & wanted) != 0; }
  bool has_feature(Word word, std::string_view feature) const;

  /// The widest mention headed by the word, or null.
  const Mention* mention(Word word) const { return at(mention_, word, report_.mentions); }
  /// The toponym that the word is part of, or null.
  const PlaceMention* place(Word word) const { return at(place_, word, report_.places); }
  /// The time expression that the word is part of, or null.
  const TimeMention* time(Word word) const { return at(time_, word, report_.times); }
  /// The event head's opinion of the word, or null.
  const EventScores* scores(Word word) const { return at(score_, word, report_.event_scores); }
  MentionType mention_type(Word word) const;
  /// The name that the word is part of, or null.
  const Name* name(Word word) const { return at(name_, word, report_.names); }

  /// Preposition of a nominal ("against", "according to", "because of"), or empty.
  std::string preposition(Word word) const;
  /// Marker of a clause ("to", "if", "that"), or empty.
  std::string marker(Word word) const;

  bool is_verb(Word word) const;
  bool is_noun(Word word) const;
  /// Finite or non-finite, verb or copular: holds a clause of its own.
  bool is_predicate(Word word) const;

 private:
  template <typename T>
  const T* at(const std::vector<std::int32_t>& index, Word word, const std::vector<T>& items) const {
    return index[word] < 0 ? nullptr : &items[static_cast<std::size_t>(index[word])];
  }
  void index_mentions();

  const Report& report_;
  const Lexicon& lexicon_;
  const Knowledge* knowledge_;
  Evidence evidence_;
  Tree tree_;
  std::vector<std::string> lemmas_;
  std::vector<WordId> lemma_ids_, form_ids_;
  std::vector<Traits> traits_;
  std::vector<std::int32_t> mention_, place_, time_, score_, name_;
};

/// Is the word among these few?
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

/// Is the relation that of a clause of its own (advcl, ccomp, acl, parataxis, csubj, conj excluded)?
bool is_clausal(std::string_view relation);

}  // namespace dateline
