// The `tags` head: parts of speech, features, lemma, name tag, mention type and
// factuality of a word, all from one linear map.
#pragma once

#include <dateline/report.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "neural/linear.h"
#include "parse/lemma.h"
#include "parse/names.h"

namespace dateline {

class TagHead {
 public:
  explicit TagHead(const neural::ModelFile& model);

  /// Scores a word: linear().out().
  const neural::Linear& linear() const { return linear_; }
  /// Writes what the scores say of a word with this form.
  void annotate(const float* scores, std::string_view form, Token& token) const;
  MentionType mention(const float* scores) const;
  /// The scores of a word's name tags, and the tags.
  std::span<const float> name_scores(const float* scores) const { return {scores + names_.begin, names_.size}; }
  std::span<const NameTag> name_tags() const { return name_tags_; }

 private:
  struct Range {
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  Range next_range(std::size_t size);
  static std::size_t best(const float* scores, Range range);

  Range upos_, xpos_, feats_, lemma_, names_, mention_;
  std::size_t factuality_ = 0;
  std::vector<Upos> upos_labels_;
  std::vector<std::string> xpos_labels_;
  std::vector<std::string> feats_labels_;
  std::vector<LemmaScript> lemma_labels_;
  LemmaLexicon lexicon_;
  std::vector<NameTag> name_tags_;
  std::vector<MentionType> mention_labels_;
  neural::Linear linear_;
};

}  // namespace dateline
