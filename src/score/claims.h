// Who says what, as PolNeAR annotates news: source, cue and content of every
// attribution, in brat's stand-off format.
//
// What counts, exactly: an attribution of the program answers one of the annotation if their sources overlap in a
// character and their contents do (as Citron's authors count overlap). Each answers one at most; of all assignments
// the one with the most answers counts. Attributions that the annotation gives no source are left out. An article that
// two people annotated counts once for each of them. `contents` and `cues` ask for overlap of these alone.
#pragma once

#include <dateline/report.h>

#include <string>
#include <string_view>
#include <vector>

#include "score/figures.h"

namespace dateline::score {

struct GoldClaim {
  std::vector<Span> source, cue, content;  ///< bytes of the text, in pieces where something stands between
};

/// Attributions of one .ann file; `text`: the article. Throws Error(bad_gold).
std::vector<GoldClaim> read_claims(std::string_view content, std::string_view text, const std::string& file);

/// Adds up one article after the other.
class ClaimTotals {
 public:
  explicit ClaimTotals(bool errors = false) : errors_(errors) {}
  void add(const std::vector<GoldClaim>& gold, const Report& report);
  Score score() &&;

 private:
  bool errors_;
  std::string lines_;
  Tally claims_, contents_, cues_;
};

}  // namespace dateline::score
