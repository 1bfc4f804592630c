#include "store/sqlite.h"

#include <sqlite3.h>

#include <utility>

namespace dateline::store {
namespace {

/// What a failure of SQLite means to the user.
ErrorCode meaning(int result) {
  switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCode::store_busy;
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return ErrorCode::file_unwritable;
    case SQLITE_IOERR:
      return result == SQLITE_IOERR_READ || result == SQLITE_IOERR_SHORT_READ ? ErrorCode::file_unreadable
                                                                              : ErrorCode::file_unwritable;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_CONSTRAINT:
    case SQLITE_ERROR:  // a table that is not there, say
      return ErrorCode::bad_store;
    default:
      return ErrorCode::internal;
  }
}

std::string message(int result, const char* said) {
  switch (meaning(result)) {
    case ErrorCode::store_busy:
      return "another program is writing to the store";
    case ErrorCode::file_unwritable:
      return std::string("the store cannot be written (") + said + ")";
    case ErrorCode::file_unreadable:
      return std::string("the store cannot be read (") + said + ")";
    case ErrorCode::bad_store:
      return std::string("the store is damaged (") + said + ")";
    default:
      return std::string("SQLite: ") + said;
  }
}

[[noreturn]] void fail(sqlite3* database, int result) {
  const char* path = database == nullptr ? nullptr : sqlite3_db_filename(database, "main");
  const std::string said = database == nullptr ? sqlite3_errstr(result) : sqlite3_errmsg(database);
  const int extended = database == nullptr ? result : sqlite3_extended_errcode(database);
  throw Error(meaning(extended), message(extended, said.c_str()), path == nullptr ? "" : path);
}

/// A file name as the path of a URI.
std::string uri_of(const std::filesystem::path& path) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (kPlain.find(c) != std::string_view::npos)
      out.push_back(c);
    else
      out.append({'%', kDigits[byte >> 4], kDigits[byte & 15]});
  }
  return out;
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
  const int result = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement_, nullptr);
  if (result != SQLITE_OK) fail(database, result);
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}

void Statement::copy_row(const Statement& row) {
  reset();
  for (int i = 0; i < sqlite3_column_count(row.statement_); ++i)
    sqlite3_bind_value(statement_, i + 1, sqlite3_column_value(row.statement_, i));
  while (step()) continue;
  reset();
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Statement::text(int column) const {
  const auto* begin = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (begin == nullptr) return {};
  return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
  const auto* begin = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (begin == nullptr) return {};
  return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void Statement::bind_null(int position) { sqlite3_bind_null(statement_, position); }
void Statement::bind_integer(int position, std::int64_t value) { sqlite3_bind_int64(statement_, position, value); }
void Statement::bind_real(int position, double value) { sqlite3_bind_double(statement_, position, value); }

void Statement::bind_text(int position, std::string_view value) {
  const char* begin = value.data() == nullptr ? "" : value.data();
  if (sqlite3_bind_text64(statement_, position, begin, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK)
    fail(database_, sqlite3_errcode(database_));
}

void Statement::bind_blob(int position, std::string_view value) {
  const char* begin = value.data() == nullptr ? "" : value.data();
  if (sqlite3_bind_blob64(statement_, position, begin, value.size(), SQLITE_TRANSIENT) != SQLITE_OK)
    fail(database_, sqlite3_errcode(database_));
}

bool Statement::step() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  fail(database_, result);
}

void Statement::reset() { sqlite3_reset(statement_); }

std::vector<std::int64_t> integers(Rows rows) {
  std::vector<std::int64_t> out;
  while (rows.next()) out.push_back(rows->integer(0));
  return out;
}

Connection::Connection(const std::filesystem::path& path, OpenMode mode, std::chrono::milliseconds wait) {
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= mode == OpenMode::write    ? SQLITE_OPEN_READWRITE
           : mode == OpenMode::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                      : SQLITE_OPEN_READONLY;
  const std::string uri = uri_of(path) + (mode == OpenMode::read_unchanging ? "?immutable=1" : "");
  const int result = sqlite3_open_v2(uri.c_str(), &database_, flags, nullptr);
  if (result != SQLITE_OK) {
    const std::string said = sqlite3_errstr(result);
    sqlite3_close(std::exchange(database_, nullptr));
    const ErrorCode code =
        mode == OpenMode::write || mode == OpenMode::create ? ErrorCode::file_unwritable : ErrorCode::file_unreadable;
    throw Error(code, "the store cannot be opened (" + said + ")", path.string());
  }
  sqlite3_busy_timeout(database_, static_cast<int>(wait.count()));
}

Connection::~Connection() { sqlite3_close(database_); }

void Connection::run(const std::string& sql) const {
  const int result = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) fail(database_, result);
}

std::int64_t Connection::last_row() const { return sqlite3_last_insert_rowid(database_); }

bool Connection::is_writable() const { return sqlite3_db_readonly(database_, "main") == 0; }
bool Connection::in_transaction() const { return sqlite3_get_autocommit(database_) == 0; }

Transaction::Transaction(const Connection& connection, Kind kind) : connection_(connection) {
  if (connection_.in_transaction()) {
    if (kind == Kind::write) throw Error(ErrorCode::usage, "the store is written to while it is being read");
    return;
  }
  connection_.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
  open_ = true;
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    connection_.run("ROLLBACK");
  } catch (const Error&) {  // SQLite has rolled back by itself
  }
}

void Transaction::commit() {
  if (open_) connection_.run("COMMIT");
  open_ = false;
}

}  // namespace dateline::store
