// Publication dates as files and pages write them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace dateline {

/// The day named by "2025-06-18", "2025-06-18T10:00:00Z", "20250618", "June 18, 2025", "18 June 2025",
/// "Wed, 18 Jun 2025 10:00:00 GMT" or "Wednesday, June 18, 2025" at the start of `text`; nothing if it is none.
std::optional<std::chrono::year_month_day> read_date(std::string_view text);

}  // namespace dateline
