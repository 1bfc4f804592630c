// Values as the cells of a table, and cells as a line. Whatever a text holds, a line stays one line with as many cells.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

using Cells = std::vector<std::string>;

/// Valid UTF-8: invalid bytes are read as Windows-1252.
std::string valid(std::string_view text);

/// Valid UTF-8 in one line: control characters and line separators become spaces.
std::string one_line(std::string_view text);

/// Cells with tabs between them; `missing` for empty ones. Double quotes become single ones, since readers of
/// tab-separated files do not agree on what they mean.
std::string tsv_line(const Cells& cells, std::string_view missing = {});

/// RFC 4180: commas, quotes around cells that need them, CR LF. Line ends within cells stay.
std::string csv_line(const Cells& cells);

/// Items with "; " between them, `missing` for empty ones; a semicolon within one becomes a comma. Empty if all of them
/// are.
std::string joined(const Cells& items, std::string_view missing = {});

/// "20250618".
std::string compact(std::chrono::year_month_day day);
/// Without an exponent, without zeros at the end, with at most `decimals`.
std::string decimal(double value, int decimals = 5);

}  // namespace dateline
