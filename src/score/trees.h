// Words, tags and trees, scored as the CoNLL 2018 shared task did (Zeman et
// al. 2018, section 4): on raw text, so that an error of segmentation costs
// the words it breaks and no others.
#pragma once

#include <dateline/report.h>

#include <cstdint>
#include <string>
#include <vector>

#include "score/document.h"
#include "score/figures.h"

namespace dateline::score {

/// For each gold word the word of the report that it is aligned with, or kUnaligned. Words align if they cover the
/// same characters; within a gold multiword token, the longest common subsequence of lower-cased forms aligns.
inline constexpr std::uint32_t kUnaligned = 0xffffffff;
std::vector<std::uint32_t> align_words(const GoldDocument& gold, const Report& report, const Squeezed& squeezed);

/// The shared task's metrics, and LAS with subtypes of relations beside them.
struct TreeScores {
  Tally tokens, sentences, words, upos, xpos, ufeats, alltags, lemmas, uas, las, las_subtypes;

  TreeScores& operator+=(const TreeScores& other);
};

/// Scores a parsed report of the document's text.
TreeScores score_trees(const GoldDocument& gold, const Report& report);

/// The sum over documents; reports in the documents' order.
Score score_trees(const std::vector<GoldDocument>& gold, const std::vector<Report>& reports);

}  // namespace dateline::score
