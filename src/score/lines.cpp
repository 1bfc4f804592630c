#include "score/lines.h"

#include "base/memory_map.h"
#include "text/utf8.h"

namespace dateline::score {

std::string contents_of(const std::filesystem::path& file) {
  const MemoryMap map(file);
  std::string_view text = map.view();
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  return repair(text).text;
}

void for_each_line(std::string_view text, const std::function<void(std::string_view, std::size_t)>& take) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    take(line, number);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t end = line.find(separator, at);
    parts.push_back(line.substr(at, end - at));
    if (end == std::string_view::npos) return parts;
    at = end + 1;
  }
}

std::string_view comment_value(std::string_view line, std::string_view key) {
  if (!line.starts_with("# ")) return {};
  line.remove_prefix(2);
  if (!line.starts_with(key) || !line.substr(key.size()).starts_with(" = ")) return {};
  return line.substr(key.size() + 3);
}

}  // namespace dateline::score
