// The type of what a given source does to a given target: sentences with both
// marked, as in PLV (15 roots: CONCEDE and RETREAT are YIELD).
#pragma once

#include <dateline/report.h>

#include <string>
#include <string_view>
#include <vector>

#include "score/figures.h"

namespace dateline::score {

struct GoldPair {
  std::string id;
  std::string text;
  Span source, target;  ///< bytes of `text`; one may be empty: somebody that the sentence does not name
  std::string root;     ///< "ACCUSE", …, "YIELD"
  int quad = 0;
};

/// Rows of a file with the columns id, marked_sentence, root, quad (by header). Throws Error(bad_gold).
std::vector<GoldPair> read_pairs(std::string_view content, const std::string& file);

/// Macro-F1 over root, quad and binary (cooperation, conflict) classes. `types`: the answer to each pair.
Score score_pairs(const std::vector<GoldPair>& gold, const std::vector<std::string>& types, bool confusions);

}  // namespace dateline::score
