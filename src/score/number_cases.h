// Numbers against the cases of Recognizers-Text.
//
// A case is right if every expression that the suite gives a value is answered by an amount of the program that
// overlaps it and has its value, and, in the files that list all numbers or intervals of their inputs, nothing else is
// read as one. Of percentages, money, ages, lengths and temperatures the figure is compared. An interval is answered
// by an amount with its ends: one value with a lower bound for "at least 20".
//
// Left out are powers ("1.3x10^6"), ratios ("one over three") and fractions finer than tenths ("three twenty-firsts"),
// which news does not write, and, in the files of units, cases without an
// expression: they ask about units, and the program would be right without doing anything.
#pragma once

#include <string>
#include <vector>

#include "score/cases.h"

namespace dateline::score {

/// An amount that the program read.
struct FoundAmount {
  Span span;
  std::optional<double> value, low, high;
};

/// Is it a file (named without ".json") whose cases are scored as numbers?
bool is_number_file(std::string_view name);

/// Is the case one of those that are scored? `file`: the name of its file, without ".json".
bool is_number_case(const RecognizerCase& one, std::string_view file);
bool answers_numbers(const RecognizerCase& one, std::string_view file, const std::vector<FoundAmount>& found);

}  // namespace dateline::score
