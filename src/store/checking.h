// Is a store whole? What is wrong is said in sentences.
#pragma once

#include <dateline/store.h>

#include <filesystem>
#include <string>
#include <vector>

#include "store/sqlite.h"
#include "store/tables.h"

namespace dateline::store {

/// Reads everything, within the caller's transaction.
std::vector<std::string> faults_of(const Connection& connection, Tables& tables);

/// Store::rebuild().
CheckOutcome rebuild(const std::filesystem::path& path);

}  // namespace dateline::store
