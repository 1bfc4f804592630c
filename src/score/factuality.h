// Did it happen? Event factuality of UDS-IH2, scored on raw text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "score/document.h"
#include "score/figures.h"

namespace dateline::score {

struct GoldFactuality {
  std::size_t document = 0;
  std::uint32_t at = 0;  ///< first character of the word, in the document's squeezed text
  double label = 0;      ///< -3 to 3
};

/// The targets of JSON lines {"text": words joined by blanks, "targets": [{"span1": [first, end), "label"}]}. Sentences
/// are found in the documents by their characters; targets of those that are not found are counted in `lost`. Throws
/// Error(bad_gold).
std::vector<GoldFactuality> read_factuality(std::string_view content, const std::string& file,
                                            const std::vector<GoldDocument>& documents, std::size_t& lost);

/// Pearson's r ("r", from -1 to 1) and mean absolute error of Token::factuality of the words that cover the targets.
Score score_factuality(const std::vector<GoldDocument>& documents, const std::vector<GoldFactuality>& gold,
                       const std::vector<Report>& reports, std::size_t lost);

}  // namespace dateline::score
