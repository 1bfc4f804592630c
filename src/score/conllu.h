// Gold trees in CoNLL-U (universaldependencies.org/format.html).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "score/document.h"

namespace dateline::score {

/// Reads a CoNLL-U file and builds the raw text of its documents: tokens joined by a space unless SpaceAfter=No,
/// a blank line where a paragraph begins. `# newdoc` begins a document, `# newpar` a paragraph; empty words (8.1)
/// are left out. `file` is for messages. Throws Error(bad_gold).
std::vector<GoldDocument> read_conllu(std::string_view content, const std::string& file);

}  // namespace dateline::score
