#include "knowledge/place_ids.h"

namespace dateline {
namespace {
constexpr std::uint32_t kWhosOnFirst = 1u << 31;
}

std::string_view PlaceIds::text(std::uint32_t id) {
  if (id == 0) return {};
  const std::lock_guard lock(mutex_);
  std::string& text = texts_[id];
  if (text.empty()) {
    text = (id & kWhosOnFirst) != 0 ? "wof:" : "geonames:";
    text += std::to_string(id & ~kWhosOnFirst);
  }
  return text;
}

}  // namespace dateline
