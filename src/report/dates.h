// Dates as text.
#pragma once

#include <fmt/core.h>

#include <chrono>
#include <string>

namespace dateline {

/// ISO 8601: "2025-06-18".
inline std::string iso(std::chrono::year_month_day date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace dateline
