// Texts of place ids. The file keeps numbers, which are a third of the size;
// a text is made when first asked for and kept.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline {

/// Safe to use from several threads.
class PlaceIds {
 public:
  /// "geonames:1234", "wof:1234" if the top bit is set, empty for 0. Lives as long as this.
  std::string_view text(std::uint32_t id);

 private:
  std::mutex mutex_;
  std::unordered_map<std::uint32_t, std::string> texts_;
};

}  // namespace dateline
