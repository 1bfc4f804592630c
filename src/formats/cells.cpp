#include "formats/cells.h"

#include <fmt/core.h>

#include <algorithm>

#include "text/utf8.h"

namespace dateline {
namespace {

/// C0 and C1 control characters, DEL, line and paragraph separators: some reader takes each for the end of a line.
bool breaks_lines(char32_t c) { return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029; }

/// A copy of valid text in which a space stands for every character of that kind.
template <typename Kind>
std::string spaced(std::string_view text, Kind kind) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = decode(text, at);
    if (kind(c))
      out.push_back(' ');
    else
      out.append(text.substr(begin, at - begin));
  }
  return out;
}

std::string quoted(std::string_view cell) {
  std::string out = "\"";
  for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
  return out.append("\"");
}

std::string csv_cell(std::string_view text) {
  constexpr auto kUnseen = [](char32_t c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r'; };
  std::string cell = spaced(valid(text), kUnseen);
  return cell.find_first_of(",\"\r\n") == std::string::npos ? cell : quoted(cell);
}

std::string tsv_cell(std::string_view text, std::string_view missing) {
  std::string cell = one_line(text);
  std::replace(cell.begin(), cell.end(), '"', '\'');
  return cell.empty() ? std::string(missing) : cell;
}

}  // namespace

std::string valid(std::string_view text) {
  return first_invalid(text) == text.size() ? std::string(text) : repair(text).text;
}

std::string one_line(std::string_view text) { return spaced(valid(text), breaks_lines); }

std::string tsv_line(const Cells& cells, std::string_view missing) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line.append(i == 0 ? "" : "\t").append(tsv_cell(cells[i], missing));
  return line.append("\n");
}

std::string csv_line(const Cells& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line.append(i == 0 ? "" : ",").append(csv_cell(cells[i]));
  return line.append("\r\n");
}

std::string joined(const Cells& items, std::string_view missing) {
  const auto is_empty = [](const std::string& item) { return item.empty(); };
  if (std::all_of(items.begin(), items.end(), is_empty)) return {};
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::string item = items[i].empty() ? std::string(missing) : items[i];
    std::replace(item.begin(), item.end(), ';', ',');
    out.append(i == 0 ? "" : "; ").append(item);
  }
  return out;
}

std::string compact(std::chrono::year_month_day day) {
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string decimal(double value, int decimals) {
  std::string out = fmt::format("{:.{}f}", value, decimals);
  if (out.find('.') != std::string::npos) {
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
  }
  return out == "-0" ? "0" : out;
}

}  // namespace dateline
