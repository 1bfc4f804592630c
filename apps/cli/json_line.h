// JSON lines: objects whose empty fields are left out.
#pragma once

#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace dateline::cli {

using Json = nlohmann::ordered_json;

/// "2025-06-18"; empty without a day.
std::string iso(const std::optional<std::chrono::year_month_day>& day);

/// Sets a field unless it is empty.
void put(Json& out, const char* key, const std::string& value);

/// One line. Bytes that are no UTF-8, as a user's note may have them, are replaced.
std::string json_line(const Json& row);

}  // namespace dateline::cli
