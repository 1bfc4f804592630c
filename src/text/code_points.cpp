#include "text/code_points.h"

#include "text/utf8.h"

namespace dateline {
namespace {
constexpr std::uint32_t kStride = 64;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStride + 1);
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += kStride) {
    before_.push_back(count);
    count += static_cast<std::uint32_t>(code_point_count(text.substr(begin, kStride)));
  }
}

std::uint32_t CodePointIndex::at(std::uint32_t offset) const {
  const std::uint32_t block = offset / kStride;
  const std::uint32_t begin = block * kStride;
  return before_[block] + static_cast<std::uint32_t>(code_point_count(text_.substr(begin, offset - begin)));
}

}  // namespace dateline
