// SQLite as C++: a connection, statements and transactions that clean up after themselves, and its failures as ours.
#pragma once

#include <dateline/error.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace dateline::store {

/// Bytes to bind as a BLOB.
struct Blob {
  std::string_view bytes;
};

class Rows;

/// A text as a column that has NULL for none.
inline std::optional<std::string_view> or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

/// A prepared statement. `run`, `first` and `rows` bind their arguments in order; std::nullopt binds NULL.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) = delete;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Runs it to the end and forgets the rows.
  template <typename... Arguments>
  void run(const Arguments&... arguments) {
    bind_all(arguments...);
    while (step()) continue;
    reset();
  }

  /// The first column of the first row as an integer; nothing if there is no row or it is NULL.
  template <typename... Arguments>
  std::optional<std::int64_t> first(const Arguments&... arguments) {
    bind_all(arguments...);
    std::optional<std::int64_t> found;
    if (step() && !is_null(0)) found = integer(0);
    reset();
    return found;
  }

  template <typename... Arguments>
  Rows rows(const Arguments&... arguments);

  /// Runs it with the columns of another statement's current row as arguments.
  void copy_row(const Statement& row);

  // Columns of the current row, from 0. Views hold until the next step or reset.
  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;
  std::string_view blob(int column) const;

 private:
  friend class Rows;

  template <typename... Arguments>
  void bind_all(const Arguments&... arguments) {
    reset();
    [[maybe_unused]] int position = 0;
    (bind(++position, arguments), ...);
  }
  template <typename Value>
  void bind(int position, const Value& value) {
    if constexpr (std::is_same_v<Value, std::nullopt_t>) {
      bind_null(position);
    } else if constexpr (std::is_same_v<Value, Blob>) {
      bind_blob(position, value.bytes);
    } else if constexpr (std::is_floating_point_v<Value>) {
      bind_real(position, value);
    } else if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
      bind_integer(position, static_cast<std::int64_t>(value));
    } else {
      bind_text(position, value);
    }
  }
  template <typename Value>
  void bind(int position, const std::optional<Value>& value) {
    value ? bind(position, *value) : bind_null(position);
  }
  void bind_null(int position);
  void bind_integer(int position, std::int64_t value);
  void bind_real(int position, double value);
  void bind_text(int position, std::string_view value);
  void bind_blob(int position, std::string_view value);

  bool step();
  void reset();

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

/// The rows of a statement: while (rows.next()) rows->integer(0). Lets go of them at its end, so that no snapshot
/// of the file outlives it.
class Rows {
 public:
  explicit Rows(Statement& statement) : statement_(statement) {}
  ~Rows() { statement_.reset(); }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  bool next() { return statement_.step(); }
  const Statement& operator*() const { return statement_; }
  const Statement* operator->() const { return &statement_; }

 private:
  Statement& statement_;
};

template <typename... Arguments>
Rows Statement::rows(const Arguments&... arguments) {
  bind_all(arguments...);
  return Rows(*this);
}

/// The first column of all rows.
std::vector<std::int64_t> integers(Rows rows);

enum class OpenMode : std::uint8_t { read, read_unchanging, write, create };

class Connection {
 public:
  /// `read_unchanging`: nobody writes to the file, and nothing may be written beside it.
  Connection(const std::filesystem::path& path, OpenMode mode, std::chrono::milliseconds wait);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Statement prepare(std::string_view sql) const { return {database_, sql}; }
  /// Runs any number of statements without arguments.
  void run(const std::string& sql) const;
  /// An integer that a query has for an answer, 0 if it has none.
  std::int64_t value(std::string_view sql) const { return prepare(sql).first().value_or(0); }
  std::int64_t last_row() const;
  bool is_writable() const;
  bool in_transaction() const;

 private:
  sqlite3* database_ = nullptr;
};

/// Everything between its making and commit() happens or nothing does. Reading within a transaction is part of it;
/// writing within one throws Error(usage).
class Transaction {
 public:
  enum class Kind : std::uint8_t { read, write };
  Transaction(const Connection& connection, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  const Connection& connection_;
  bool open_ = false;
};

}  // namespace dateline::store
