// A story with all that is claimed of it, side by side.
#pragma once

#include <dateline/store.h>

#include <optional>
#include <string_view>

#include "store/reports.h"
#include "store/sqlite.h"

namespace dateline::store {

/// Nothing if there is no such story.
std::optional<StoryAccount> account_of(const Connection& connection, Reports& reports, std::string_view story);

}  // namespace dateline::store
