// Plain numbers, without bounds and ranges: digits with a scale ("2.5 million"), number words ("six-thousand", "four
// thousand three hundred and 21"), decimals told in words ("five point two"), fractions ("two thirds", "3 1/2", "one
// and a half million", "a quarter of a million"), a minus before them, and vague ones ("dozens", "several hundred").
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "resolve/pieces.h"

namespace dateline {

/// Either `value` or, of vague ones, `low` and `high`.
struct PlainNumber {
  std::size_t begin = 0;  ///< pieces [begin, end)
  std::size_t end = 0;
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
};

/// The number that begins at piece `at`. `money`: a currency sign stands before it, so "5m" is millions.
std::optional<PlainNumber> read_plain_number(const Pieces& pieces, std::size_t at, bool money);

/// The multiplier at `at` ("million", "bn"), or 0.
double scale_at(const Pieces& pieces, std::size_t at, bool money);
/// Is it a word of the number words ("seven", "hundred")?
bool is_number_word(std::string_view word);

}  // namespace dateline
