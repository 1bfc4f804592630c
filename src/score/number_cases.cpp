#include "score/number_cases.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace dateline::score {
namespace {

constexpr std::array<std::string_view, 7> kFiles = {"NumberModel",     "NumberRangeModel", "PercentModel",
                                                    "CurrencyModel",   "AgeModel",         "DimensionModel",
                                                    "TemperatureModel"};

/// The number that the text begins with; nothing for "" and for what is no number.
std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc{} ? std::optional(value) : std::nullopt;
}

bool same(std::optional<double> a, std::optional<double> b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return std::abs(*a - *b) <= 1e-6 * std::max({std::abs(*a), std::abs(*b), 1e-12});
}

/// "[20,30)", "(,15]".
bool answers_interval(std::string_view interval, const FoundAmount& found) {
  const std::size_t comma = interval.find(',');
  if (comma == std::string_view::npos || interval.size() < 3) return false;
  return same(number_in(interval.substr(1, comma - 1)), found.low) &&
         same(number_in(interval.substr(comma + 1)), found.high);
}

bool answers(const CaseResult& result, const FoundAmount& found) {
  if (!spans_overlap(result.span, found.span)) return false;
  return std::any_of(result.values.begin(), result.values.end(), [&](const CaseValue& v) {
    return result.type == "numberrange" ? answers_interval(v.value, found) : same(number_in(v.value), found.value);
  });
}

/// A whole, or halves to tenths of it.
bool is_plain_fraction(double value) {
  for (int below = 1; below <= 10; ++below) {
    if (std::abs(value * below - std::round(value * below)) < 1e-6) return std::abs(value) >= 0.05;
  }
  return false;
}

/// "Three twenty-firsts", "one over three".
bool is_arithmetic(const RecognizerCase& one, const CaseResult& result) {
  const std::string_view text =
      std::string_view(one.input).substr(result.span.begin, result.span.end - result.span.begin);
  const bool ratio = text.find(" over ") != std::string_view::npos || text.find(" out of ") != std::string_view::npos;
  return result.subtype == "fraction" &&
         (ratio || std::any_of(result.values.begin(), result.values.end(),
                               [](const CaseValue& v) { return !is_plain_fraction(number_in(v.value).value_or(0)); }));
}

bool has_value(const CaseResult& result) {
  return std::any_of(result.values.begin(), result.values.end(), [](const CaseValue& v) { return !v.value.empty(); });
}

/// Files that list every number, or every interval, of their inputs.
bool lists_all(std::string_view file) { return file == "NumberModel" || file == "NumberRangeModel"; }

}  // namespace

bool is_number_file(std::string_view name) { return std::find(kFiles.begin(), kFiles.end(), name) != kFiles.end(); }

bool is_number_case(const RecognizerCase& one, std::string_view file) {
  const bool power = std::any_of(one.results.begin(), one.results.end(),
                                 [&](const CaseResult& r) { return r.subtype == "power" || is_arithmetic(one, r); });
  return !power && (lists_all(file) || std::any_of(one.results.begin(), one.results.end(), has_value));
}

bool answers_numbers(const RecognizerCase& one, std::string_view file, const std::vector<FoundAmount>& found) {
  const bool all = std::all_of(one.results.begin(), one.results.end(), [&](const CaseResult& r) {
    return !has_value(r) ||
           std::any_of(found.begin(), found.end(), [&](const FoundAmount& f) { return answers(r, f); });
  });
  if (!all || !lists_all(file)) return all;
  return std::all_of(found.begin(), found.end(), [&](const FoundAmount& f) {
    return (file == "NumberRangeModel" && !f.low && !f.high) ||
           std::any_of(one.results.begin(), one.results.end(),
                       [&](const CaseResult& r) { return spans_overlap(r.span, f.span); });
  });
}

}  // namespace dateline::score
