// UTF-8: decoding, encoding, validation and repair. Everything else in the
// program may take for granted that text is valid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// Decodes the code point at `offset` of valid UTF-8 and advances `offset` past it.
char32_t decode(std::string_view text, std::size_t& offset);

/// Appends `code_point` to `text`.
void append(std::string& text, char32_t code_point);

/// Number of code points of valid UTF-8.
std::size_t code_point_count(std::string_view text);

/// Offset of the first invalid byte, or text.size() if all is valid.
std::size_t first_invalid(std::string_view text);

struct Repaired {
  std::string text;          ///< valid UTF-8
  std::size_t replaced = 0;  ///< bytes that were no UTF-8: read as Windows-1252, or U+FFFD where that has none
};

/// Reads invalid bytes as Windows-1252, the usual cause of them in news archives.
Repaired repair(std::string_view bytes);

}  // namespace dateline
