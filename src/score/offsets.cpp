#include "score/offsets.h"

namespace dateline::score {

std::vector<std::uint32_t> code_point_offsets(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80)
      offsets.push_back(static_cast<std::uint32_t>(i));
  }
  return offsets;
}

}  // namespace dateline::score
