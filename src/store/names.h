// Names that many rows share, each kept once: labels, coders, places, actors. Not found is not made unless asked.
#pragma once

#include <dateline/event.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/sqlite.h"

namespace dateline::store {

/// Looks up and makes rows for names. Remembers those it has seen: forget() after a transaction was rolled back.
class Names {
 public:
  explicit Names(const Connection& connection);

  /// Nothing for an empty name.
  std::optional<std::int64_t> label(std::string_view name);
  std::int64_t coder(std::string_view fingerprint);
  std::int64_t actor(const Actor& actor);
  std::int64_t place(const Place& place);
  void forget();

 private:
  const Connection& connection_;
  Statement find_label_, make_label_, find_coder_, make_coder_, find_actor_, make_actor_, find_place_, make_place_,
      make_box_;
  std::unordered_map<std::string, std::int64_t> labels_;
};

}  // namespace dateline::store
