// Everything that follows from texts, publications and decisions, made anew from them.
#pragma once

#include <string>
#include <vector>

#include "store/sqlite.h"
#include "store/tables.h"

namespace dateline::store {

/// Empties and fills the derived tables within the caller's transaction. Says which texts could not be read.
std::vector<std::string> derive(const Connection& connection, Tables& tables);

}  // namespace dateline::store
