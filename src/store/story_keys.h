// By what a record is found that may tell of the same event: its town, its people, its rarest words, each with the kind
// of act. Rows carry their day, so a key and a period are one short range of the index.
#pragma once

#include <cstdint>
#include <vector>

#include "store/sketch.h"

namespace dateline::store {

/// Follows from the record alone. Whoever changes what is written here makes a new version of the tables.
std::vector<std::int64_t> story_keys(const Sketch& sketch);

/// Rows in which records of the same event are looked for.
struct KeyRange {
  std::int64_t key = 0;
  std::int64_t first = 0, last = 0;
};
std::vector<KeyRange> ranges_of(const Sketch& sketch);

}  // namespace dateline::store
