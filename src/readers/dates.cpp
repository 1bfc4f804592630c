#include "readers/dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

namespace dateline {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

/// Words and numbers of the first part of the text, lower case, punctuation dropped.
std::vector<std::string> parts_of(std::string_view text) {
  constexpr std::size_t kEnough = 6;
  std::vector<std::string> parts;
  char last = ' ';
  for (const char c : text.substr(0, 64)) {
    const auto kind = [](char x) {
      return std::isdigit(static_cast<unsigned char>(x))   ? 'd'
             : std::isalpha(static_cast<unsigned char>(x)) ? 'a'
                                                           : ' ';
    };
    if (kind(c) == ' ') {
      last = ' ';
      continue;
    }
    if (kind(c) != last) {
      if (parts.size() == kEnough) break;
      parts.emplace_back();
    }
    parts.back().push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    last = kind(c);
  }
  return parts;
}

bool is_number(const std::string& part) { return std::isdigit(static_cast<unsigned char>(part.front())) != 0; }

unsigned month_of(const std::string& part) {
  for (unsigned m = 0; m < kMonths.size(); ++m) {
    if (part.size() >= 3 && part.starts_with(kMonths[m])) return m + 1;
  }
  return 0;
}

std::optional<year_month_day> date_of(const std::string& y, unsigned m, const std::string& d) {
  if (y.size() != 4 || d.size() > 2 || !is_number(y) || !is_number(d)) return std::nullopt;
  const year_month_day date{year(std::stoi(y)), month(m), day(static_cast<unsigned>(std::stoi(d)))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<year_month_day> compact(const std::string& digits) {
  if (digits.size() < 8 || digits.size() > 14) return std::nullopt;
  return date_of(digits.substr(0, 4), static_cast<unsigned>(std::stoi(digits.substr(4, 2))), digits.substr(6, 2));
}

bool is_weekday(const std::string& part) {
  constexpr std::array<std::string_view, 7> kDays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  const auto begins_with = [&](std::string_view day) { return part.starts_with(day); };
  return std::any_of(kDays.begin(), kDays.end(), begins_with) && month_of(part) == 0;
}

}  // namespace

std::optional<year_month_day> read_date(std::string_view text) {
  auto parts = parts_of(text);
  if (!parts.empty() && is_weekday(parts.front())) parts.erase(parts.begin());
  if (parts.empty()) return std::nullopt;
  if (parts.size() <= 2 && is_number(parts[0])) return compact(parts[0]);
  if (parts.size() < 3) return is_number(parts[0]) ? compact(parts[0]) : std::nullopt;
  if (is_number(parts[0]) && parts[0].size() == 8) return compact(parts[0]);
  if (is_number(parts[0]) && is_number(parts[1]) && parts[1].size() <= 2) {
    return date_of(parts[0], static_cast<unsigned>(std::stoi(parts[1])), parts[2]);
  }
  if (const unsigned m = month_of(parts[0]); m != 0 && is_number(parts[1])) return date_of(parts[2], m, parts[1]);
  if (const unsigned m = month_of(parts[1]); m != 0 && is_number(parts[0])) return date_of(parts[2], m, parts[0]);
  return std::nullopt;
}

}  // namespace dateline
