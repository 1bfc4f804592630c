// A question as SQLite wants it: an expression over the index of words, a range of rows, and places to check.
#pragma once

#include <dateline/store.h>

#include <cstdint>
#include <string>
#include <unordered_set>

#include "store/sqlite.h"

namespace dateline::store {

struct Plan {
  std::string words;                                       ///< FTS5 expression; empty: every record
  std::int64_t first = 0, last = 0;                        ///< rows, both inclusive
  std::optional<std::unordered_set<std::int64_t>> places;  ///< the record's place must be one of them
};

/// Throws Error(usage) for a question without sense.
Plan plan_of(const StoreQuery& query, const Connection& connection);

}  // namespace dateline::store
