// Names in IOB2 columns, scored on raw text by exact span and type.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "score/document.h"
#include "score/figures.h"

namespace dateline::score {

/// A gold name: characters of the document's squeezed text.
struct GoldName {
  Span span;
  std::string kind;  ///< "PER", "ORG", "LOC"
  friend bool operator==(const GoldName&, const GoldName&) = default;
};

/// Names of each document. Sentences are found by "# sent_id"; one whose characters differ from the document's is left
/// out and counted in `lost`. Throws Error(bad_gold).
std::vector<std::vector<GoldName>> read_names(std::string_view content, const std::string& file,
                                              const std::vector<GoldDocument>& documents, std::size_t& lost);

/// Scores the reports of the documents, in their order.
Score score_names(const std::vector<GoldDocument>& documents, const std::vector<std::vector<GoldName>>& gold,
                  const std::vector<Report>& reports, std::size_t lost);

}  // namespace dateline::score
