// Numbers as news writes them: "5,000", "six-thousand", "2.5 million", "$3.5bn",
// "a dozen", "dozens", "tens of thousands", "between 10 and 12", "at least 20".
#pragma once

#include <cstddef>
#include <optional>

#include "resolve/pieces.h"

namespace dateline {

/// A number and what is known of it: "at least 20" has value and low, "dozens" has low and high only.
struct NumberMatch {
  std::size_t begin = 0;  ///< pieces [begin, end): the number words, without "at least"
  std::size_t end = 0;
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
  bool money = false;  ///< a currency sign stands before it, which `begin` then includes
};

/// The number expression that begins at piece `at`, with its bounds; nothing if none does, or if the number is part
/// of a word ("F-16", "34-year-old"), a time of day, a score ("3-1") or an ordinal. A unit may be written onto it or
/// hang from it ("40km", "a 3-inch gun").
std::optional<NumberMatch> read_amount(const Pieces& pieces, std::size_t at);

}  // namespace dateline
