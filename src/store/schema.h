// The tables of a store, how they came about, and how a file is known for a store. docs/formats/store.md says what
// every column means.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "store/sqlite.h"

namespace dateline::store {

/// "DTLN": marks the file as a store (bytes 68 to 71).
inline constexpr std::int64_t kApplication = 0x44544c4e;

/// A step from one schema version to the next. Steps are never changed once a version is out.
struct Migration {
  std::string_view sql;
  bool derives = false;  ///< afterwards the tables that follow from the texts are made anew
};

/// Step i leads from version i to version i + 1; the first one makes the tables of version 1.
std::span<const Migration> migrations();
inline std::int64_t newest_version() { return static_cast<std::int64_t>(migrations().size()); }

/// Throws Error(bad_store) if the file is there and was not made by Dateline. Reads its first bytes only. False if
/// there is no file, or one in which nothing was ever committed.
bool is_store(const std::filesystem::path& path);

/// Makes the tables in an empty file, all or none of them.
void make_tables(const Connection& connection);

/// Version of the tables. Throws Error(bad_store) if this program does not know it.
std::int64_t version_of(const Connection& connection, const std::filesystem::path& path);

/// Tables whose rows follow from texts, publications and decisions, in an order in which they may be emptied.
std::span<const std::string_view> derived_tables();

/// The place boxes' and words' tables are virtual and emptied in their own way.
void empty_derived_tables(const Connection& connection);

}  // namespace dateline::store
