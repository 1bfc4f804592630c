// The cases of Microsoft's Recognizers-Text suite: a short input, the day that
// it is read on, and what each expression in it means.
#pragma once

#include <dateline/report.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "score/figures.h"

namespace dateline::score {

/// One reading of an expression: a number or interval in `value`, a day in `value`, or a period from `start` to `end`,
/// one of which may be open. Empty where the suite leaves it so.
struct CaseValue {
  std::string value, start, end;
};

struct CaseResult {
  Span span;         ///< bytes of the input
  std::string type;  ///< "number", "daterange", …
  std::string subtype;
  std::vector<CaseValue> values;  ///< any of them is right
};

struct RecognizerCase {
  std::string input;
  std::optional<std::chrono::year_month_day> reference;
  std::vector<CaseResult> results;
};

/// Cases of one file, without those that the suite's own reference implementation ("dotnet") does not pass and those
/// without input. Throws Error(bad_gold).
std::vector<RecognizerCase> read_cases(std::string_view content, const std::string& file);

/// A report of the input, published on the reference day.
Report report_of_case(const RecognizerCase& one);

/// How many cases of a file, or of a kind, are right.
struct CaseTally {
  std::size_t right = 0;
  std::size_t all = 0;
  double rate() const { return percent(static_cast<double>(right), static_cast<double>(all)); }
};

bool spans_overlap(Span a, Span b);

}  // namespace dateline::score
