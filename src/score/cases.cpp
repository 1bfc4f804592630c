#include "score/cases.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "score/document.h"
#include "score/lines.h"
#include "score/offsets.h"

namespace dateline::score {
namespace {

using nlohmann::json;

std::string text_in(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return {};
  return found->is_string() ? found->get<std::string>() : found->dump();
}

CaseValue value_of(const json& object) {
  CaseValue value{text_in(object, "value"), text_in(object, "start"), text_in(object, "end")};
  if (value.value.empty()) value.value = text_in(object, "date");
  if (value.start.empty()) value.start = text_in(object, "startDate");
  if (value.end.empty()) value.end = text_in(object, "endDate");
  return value;
}

/// A whole model gives a list of values; a parser gives one for the past and one for the future.
std::vector<CaseValue> values_of(const json& resolution) {
  std::vector<CaseValue> values;
  if (!resolution.is_object()) return values;
  if (const auto list = resolution.find("values"); list != resolution.end() && list->is_array()) {
    for (const json& one : *list) values.push_back(value_of(one));
  } else if (resolution.contains("PastResolution") || resolution.contains("FutureResolution")) {
    for (const char* side : {"PastResolution", "FutureResolution"}) {
      if (resolution.contains(side)) values.push_back(value_of(resolution[side]));
    }
  } else {
    values.push_back(value_of(resolution));
  }
  return values;
}

CaseResult result_of(const json& object, const std::vector<std::uint32_t>& offsets) {
  CaseResult result;
  const auto start = object.at("Start").get<std::size_t>();
  const auto end =
      object.contains("End") ? object["End"].get<std::size_t>() + 1 : start + object.at("Length").get<std::size_t>();
  if (start >= end || end >= offsets.size() + 1) throw std::out_of_range("a result lies outside of its input");
  result.span = {offsets[start], offsets[std::min(end, offsets.size() - 1)]};
  result.type = text_in(object, object.contains("TypeName") ? "TypeName" : "Type");
  constexpr std::string_view kPrefix = "datetimeV2.";
  if (result.type.starts_with(kPrefix)) result.type.erase(0, kPrefix.size());
  const char* key = object.contains("Resolution") ? "Resolution" : "Value";
  if (!object.contains(key)) return result;
  result.values = values_of(object[key]);
  if (object[key].is_object()) result.subtype = text_in(object[key], "subtype");
  return result;
}

RecognizerCase case_of(const json& object) {
  RecognizerCase one;
  one.input = object.at("Input").get<std::string>();
  const auto offsets = code_point_offsets(one.input);
  if (object.contains("Context")) {
    int y = 0;
    unsigned m = 0, d = 0;
    const std::string day = text_in(object["Context"], "ReferenceDateTime");
    if (std::sscanf(day.c_str(), "%4d-%2u-%2u", &y, &m, &d) == 3)
      one.reference = std::chrono::year(y) / std::chrono::month(m) / std::chrono::day(d);
  }
  if (!object.contains("Results")) return one;
  for (const json& result : object["Results"]) one.results.push_back(result_of(result, offsets));
  return one;
}

bool is_supported(const json& object) {
  for (const char* key : {"NotSupported", "NotSupportedByDesign"}) {
    if (object.contains(key) && text_in(object, key).find("dotnet") != std::string::npos) return false;
  }
  return true;
}

}  // namespace

std::vector<RecognizerCase> read_cases(std::string_view content, const std::string& file) {
  std::vector<RecognizerCase> cases;
  try {
    for (const json& object : json::parse(content)) {
      if (!is_supported(object)) continue;
      cases.push_back(case_of(object));
      if (cases.back().input.empty()) cases.pop_back();
    }
  } catch (const std::exception& fault) {  // nlohmann's, and out_of_range
    bad_gold(fault.what(), file, 0);
  }
  return cases;
}

Report report_of_case(const RecognizerCase& one) {
  Report report = bare_report("case", one.input);
  report.published = one.reference;
  return report;
}

bool spans_overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

}  // namespace dateline::score
