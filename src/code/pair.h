// What does the coder hold between two given phrases? For gold sets that name
// source and target and ask for the type.
#pragma once

#include <string>
#include <vector>

#include "code/candidate.h"

namespace dateline {

/// What `source` does to `target` (byte spans). `candidates`: all candidates of the report, weak ones too,
/// with participants filled. Records that link the two come first, then candidates that stand on the path
/// between them in the tree, then the event head's opinion of the words on that path; always answers.
struct PairFinding {
  std::string type;
  const Candidate* candidate = nullptr;  ///< null where only the event head answered
  double link = 0;                       ///< how the candidate stands to the two phrases, 0 to 1
};
PairFinding find_between(const Scene& scene, const std::vector<Candidate>& candidates, Span source, Span target);

}  // namespace dateline
