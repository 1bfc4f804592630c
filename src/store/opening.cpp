#include "store/opening.h"

#include "store/deriving.h"
#include "store/schema.h"
#include "store/tables.h"

namespace dateline::store {
namespace {

namespace fs = std::filesystem;

void require_file(const fs::path& path, StoreAccess access) {
  if (is_store(path) || access == StoreAccess::create) return;
  std::error_code failure;
  if (fs::exists(path, failure)) throw Error(ErrorCode::bad_store, "is empty, so no store", path.string());
  throw Error(ErrorCode::file_not_found, "no such store", path.string());
}

/// Memory for pages; nothing that is deleted needs to be overwritten with zeros.
void settle_in(const Connection& connection) {
  connection.run("PRAGMA foreign_keys = ON");
  connection.run("PRAGMA cache_size = -65536");
  connection.run("PRAGMA temp_store = MEMORY");
  connection.run("PRAGMA secure_delete = OFF");
}

std::unique_ptr<Connection> open_for_writing(const fs::path& path, const StoreOptions& options) {
  const OpenMode mode = options.access == StoreAccess::create ? OpenMode::create : OpenMode::write;
  auto connection = std::make_unique<Connection>(path, mode, options.wait);
  if (!connection->is_writable())
    throw Error(ErrorCode::file_unwritable, "the store is write-protected", path.string());
  settle_in(*connection);
  if (options.access == StoreAccess::create && connection->value("PRAGMA application_id") == 0)
    make_tables(*connection);
  version_of(*connection, path);
  connection->run("PRAGMA journal_mode = WAL");
  connection->run("PRAGMA synchronous = NORMAL");
  migrate(*connection, path);
  return connection;
}

bool is_log_empty(const fs::path& path) {
  std::error_code failure;
  const auto size = fs::file_size(path.string() + "-wal", failure);
  return failure || size == 0;
}

/// SQLite wants to write beside a file that it reads, so that a writer may come at any time. Where that is not
/// allowed, nobody can be writing, and the file may be read as it is.
std::unique_ptr<Connection> open_for_reading(const fs::path& path, const StoreOptions& options) {
  std::optional<Error> refusal;
  for (const OpenMode mode : {OpenMode::write, OpenMode::read, OpenMode::read_unchanging}) {
    if (mode == OpenMode::read_unchanging && !is_log_empty(path)) break;
    try {
      auto connection = std::make_unique<Connection>(path, mode, options.wait);
      settle_in(*connection);
      version_of(*connection, path);
      connection->value("SELECT count(*) FROM sqlite_schema");
      connection->run("PRAGMA query_only = ON");
      return connection;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::file_unwritable && error.code() != ErrorCode::file_unreadable) throw;
      refusal.emplace(error);
    }
  }
  throw *refusal;
}

}  // namespace

void migrate(const Connection& connection, const fs::path& path) {
  if (version_of(connection, path) == newest_version()) return;
  Transaction transaction(connection, Transaction::Kind::write);
  bool derives = false;
  for (std::int64_t version = version_of(connection, path); version < newest_version(); ++version) {
    const Migration& step = migrations()[static_cast<std::size_t>(version)];
    connection.run(std::string(step.sql));
    derives = derives || step.derives;
  }
  connection.run("PRAGMA user_version = " + std::to_string(newest_version()));
  if (derives) {
    Tables tables(connection);
    derive(connection, tables);
  }
  transaction.commit();
}

std::unique_ptr<Connection> open_store(const fs::path& path, const StoreOptions& options) {
  require_file(path, options.access);
  if (options.access != StoreAccess::read) return open_for_writing(path, options);
  auto connection = open_for_reading(path, options);
  if (version_of(*connection, path) == newest_version()) return connection;
  connection.reset();
  open_for_writing(path, {StoreAccess::write, options.wait});
  return open_for_reading(path, options);
}

}  // namespace dateline::store
