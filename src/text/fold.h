// Folding: how text is made equal for the model and for table look-ups. The
// rules are part of the model's format (docs/formats/model.md, "Text to pieces").
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Quotes and dashes to ASCII, accents off, lower case; may yield none or several code points.
void append_folded(std::u32string& out, char32_t code_point);

/// The folded text as UTF-8; white space runs become one space, ends are trimmed. For look-ups by name.
std::string fold(std::string_view text);

bool is_letter(char32_t code_point);     ///< Unicode L* or M*
bool is_digit(char32_t code_point);      ///< Unicode N*
bool is_space(char32_t code_point);      ///< White_Space
bool is_ignorable(char32_t code_point);  ///< Cc or Cf that is no space
bool is_upper(char32_t code_point);      ///< Lu or Lt

}  // namespace dateline
