// From a path to an open store whose tables are those of this program.
#pragma once

#include <dateline/store.h>

#include <memory>

#include "store/sqlite.h"

namespace dateline::store {

/// Throws Error as Store's constructor does. An older store is brought to the newest tables first.
std::unique_ptr<Connection> open_store(const std::filesystem::path& path, const StoreOptions& options);

/// Brings the tables to the newest version, all or nothing.
void migrate(const Connection& connection, const std::filesystem::path& path);

}  // namespace dateline::store
