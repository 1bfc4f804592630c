// Gold files line by line, with line numbers for the message when one is broken.
#pragma once

#include <dateline/error.h>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::score {

/// The whole file, repaired where it is no UTF-8. Throws Error(file_not_found | file_unreadable).
std::string contents_of(const std::filesystem::path& file);

/// Calls `take(line, number)` for each line of `text`, without its line end; numbers count from 1.
void for_each_line(std::string_view text, const std::function<void(std::string_view, std::size_t)>& take);

/// The parts of `line` between `separator`s; one empty part if the line is empty.
std::vector<std::string_view> split(std::string_view line, char separator);

/// The value of the comment "# key = value", or nothing.
std::string_view comment_value(std::string_view line, std::string_view key);

[[noreturn]] inline void bad_gold(const std::string& message, const std::string& file, std::size_t line) {
  throw Error(ErrorCode::bad_gold, message, file, line);
}

}  // namespace dateline::score
