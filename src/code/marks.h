// Marks in codebook examples: "{A:Turkish jets} {T:bombed} {R:positions}".
#pragma once

#include <dateline/codebook.h>

#include <string_view>

namespace dateline {

/// Takes the marks out of `marked` and fills text and spans of the result.
/// Throws std::invalid_argument with the fault if a mark is unknown, empty, nested or left open.
Example read_marks(std::string_view marked);

}  // namespace dateline
