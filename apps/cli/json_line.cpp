#include "json_line.h"

#include <fmt/core.h>

namespace dateline::cli {

std::string iso(const std::optional<std::chrono::year_month_day>& day) {
  if (!day) return {};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day->year()), static_cast<unsigned>(day->month()),
                     static_cast<unsigned>(day->day()));
}

void put(Json& out, const char* key, const std::string& value) {
  if (!value.empty()) out[key] = value;
}

std::string json_line(const Json& row) { return row.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace dateline::cli
