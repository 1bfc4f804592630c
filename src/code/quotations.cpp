#include "code/quotations.h"

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

enum class Mark { none, opens, closes, either };

struct Found {
  Mark mark = Mark::none;
  std::uint32_t bytes = 1;
};

Found mark_at(std::string_view rest) {
  if (rest.starts_with("\xe2\x80\x9c") || rest.starts_with("\xe2\x80\x9e")) return {Mark::opens, 3};
  if (rest.starts_with("\xe2\x80\x9d")) return {Mark::closes, 3};
  if (rest.starts_with("``")) return {Mark::opens, 2};
  if (rest.starts_with("''")) return {Mark::either, 2};
  if (rest.starts_with("\"")) return {Mark::either, 1};
  return {};
}

/// Some editors turn every mark the same way; only a closing mark at the very start or after a blank opens.
bool opens(std::string_view text, std::uint32_t at, Found found, bool inside) {
  if (found.mark == Mark::opens) return true;
  if (found.mark == Mark::either) return !inside;
  const bool first = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n';
  return !inside && first;
}

}  // namespace

std::vector<Span> find_quotations(const Report& report) {
  std::vector<Span> found;
  for (const Span paragraph : report.paragraphs) {
    std::uint32_t open = paragraph.end;  // the end: none is open
    for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
      const Found mark = mark_at(std::string_view(report.text).substr(at));
      if (mark.mark != Mark::none) {
        if (opens(report.text, at, mark, open < paragraph.end)) {
          open = std::min(open, at);
        } else if (open < paragraph.end) {
          found.push_back({open, at + mark.bytes});
          open = paragraph.end;
        }
      }
      at += mark.bytes;
    }
    if (open < paragraph.end) found.push_back({open, paragraph.end});
  }
  return found;
}

}  // namespace dateline
