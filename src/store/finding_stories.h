// Stories of what a query finds, one after another.
#pragma once

#include <dateline/store.h>

#include <functional>
#include <span>

#include "store/reports.h"
#include "store/sqlite.h"

namespace dateline::store {

void each_story(const Connection& connection, Reports& reports, const StoreQuery& query,
                const std::function<bool(std::span<const StoredRecord>)>& take);

}  // namespace dateline::store
