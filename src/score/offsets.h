// From the code points that gold files count to the bytes of the program.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::score {

/// Byte offset of each code point of the text, and of its end.
std::vector<std::uint32_t> code_point_offsets(std::string_view text);

}  // namespace dateline::score
