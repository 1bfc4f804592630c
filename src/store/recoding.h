// Coding again: new records in the place of old ones.
#pragma once

#include <dateline/store.h>

#include <cstdint>

#include "store/sqlite.h"
#include "store/tables.h"

namespace dateline::store {

/// Works within the caller's transaction. Throws Error(usage) for a report that the store has not.
void recode(const Connection& connection, Tables& tables, const Report& report, std::int64_t coder,
            RecodeOutcome& outcome);

}  // namespace dateline::store
