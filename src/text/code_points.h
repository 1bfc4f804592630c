// From byte offsets to code-point offsets: records count in code points, the
// program in bytes.
#pragma once

#include <dateline/event.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

/// Answers "how many code points stand before this byte?" in constant time
/// with one counter every 64 bytes. `text` must outlive the index.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  /// Code points before byte `offset`; offset at most text.size(), on a code-point boundary.
  std::uint32_t at(std::uint32_t offset) const;
  /// The span in code points.
  Span operator()(Span bytes) const { return {at(bytes.begin), at(bytes.end)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;
};

}  // namespace dateline
