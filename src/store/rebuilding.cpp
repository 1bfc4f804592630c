// A damaged file read row by row: what SQLite still finds goes into a new file, and what follows from it is made anew.
// Rows have small dense numbers, so each number is asked for by itself, and a bad page costs no more than its own rows.
#include <functional>

#include "store/checking.h"
#include "store/deriving.h"
#include "store/opening.h"
#include "store/schema.h"

namespace dateline::store {
namespace {

namespace fs = std::filesystem;

struct Source {
  std::string table;
  std::string columns;
  int width;
};

/// Tables that do not follow from others, in an order in which references are there before they are used.
const std::vector<Source>& sources() {
  static const std::vector<Source> all = {
      {"label", "id, name", 2},
      {"coder", "id, fingerprint", 2},
      {"text", "id, hash, coder, current, reading, coding", 6},
      {"publication", "id, text, identity, report, origin, url, title, publisher, published, replaced_by", 10},
      {"mark", "id, text, trigger, field, value, verdict, note, code", 8},
      {"story_decision", "id, joins, first_text, first_trigger, first_code, second_text, second_trigger, second_code",
       8},
  };
  return all;
}

class Salvage {
 public:
  Salvage(const Connection& damaged, const Connection& fresh, CheckOutcome& outcome)
      : damaged_(damaged), fresh_(fresh), outcome_(outcome) {}

  void run() {
    fresh_.run("PRAGMA foreign_keys = OFF");
    Transaction transaction(fresh_, Transaction::Kind::write);
    for (const Source& source : sources()) copy(source);
    drop_loose_ends();
    Tables tables(fresh_);
    for (const std::string& fault : derive(fresh_, tables)) outcome_.faults.push_back(fault);
    transaction.commit();
    fresh_.run("PRAGMA foreign_keys = ON");
  }

 private:
  void copy(const Source& source) {
    std::string marks = "?";
    for (int i = 1; i < source.width; ++i) marks += ", ?";
    Statement read = damaged_.prepare("SELECT " + source.columns + " FROM " + source.table + " WHERE id = ?");
    Statement write =
        fresh_.prepare("INSERT OR IGNORE INTO " + source.table + " (" + source.columns + ") VALUES (" + marks + ")");
    std::size_t copied = 0;
    std::size_t lost = 0;
    const std::int64_t last = last_of(source.table);
    for (std::int64_t id = 1; id <= last; ++id) {
      try {
        copied += copy(read, write, id);
      } catch (const Error& error) {
        if (error.code() != ErrorCode::bad_store && error.code() != ErrorCode::file_unreadable) throw;
        ++lost;
      }
    }
    outcome_.repairs.push_back(std::to_string(copied) + " rows of table " + source.table + " were kept");
    if (lost > 0) outcome_.faults.push_back(std::to_string(lost) + " rows of table " + source.table + " are lost");
  }

  static bool copy(Statement& read, Statement& write, std::int64_t id) {
    Rows rows = read.rows(id);
    if (!rows.next()) return false;
    write.copy_row(*rows);
    return true;
  }

  /// The last row's number; if its page is bad, as far as rows can still be found.
  std::int64_t last_of(const std::string& table) {
    try {
      return damaged_.value("SELECT max(id) FROM " + table);
    } catch (const Error&) {
      return last_readable(table);
    }
  }

  std::int64_t last_readable(const std::string& table) {
    constexpr std::int64_t kGap = 100000;
    Statement find = damaged_.prepare("SELECT id FROM " + table + " WHERE id = ?");
    std::int64_t last = 0;
    for (std::int64_t id = 1; id <= last + kGap; ++id) {
      try {
        if (find.first(id)) last = id;
      } catch (const Error&) {
        continue;
      }
    }
    return last;
  }

  void drop_loose_ends() {
    for (const char* sql :
         {"DELETE FROM publication WHERE text NOT IN (SELECT id FROM text)",
          "UPDATE publication SET publisher = NULL WHERE publisher NOT IN (SELECT id FROM label)",
          "UPDATE publication SET replaced_by = NULL WHERE replaced_by NOT IN (SELECT id FROM publication)",
          "DELETE FROM mark WHERE text NOT IN (SELECT id FROM text)",
          "DELETE FROM story_decision WHERE first_text NOT IN (SELECT id FROM text) "
          "OR second_text NOT IN (SELECT id FROM text)",
          "INSERT OR IGNORE INTO coder SELECT coder, 'lost ' || coder FROM text",
          "DELETE FROM text WHERE id NOT IN (SELECT text FROM publication)",
          "UPDATE text SET current = EXISTS (SELECT 1 FROM publication p WHERE p.text = text.id AND "
          "p.replaced_by IS NULL)"})
      fresh_.run(sql);
  }

  const Connection& damaged_;
  const Connection& fresh_;
  CheckOutcome& outcome_;
};

void move_aside(const fs::path& path, const fs::path& fresh) {
  for (const char* part : {"", "-wal", "-shm"}) {
    std::error_code none;
    fs::rename(path.string() + part, path.string() + ".damaged" + part, none);
  }
  fs::rename(fresh, path);
}

void remove_store(const fs::path& path) {
  for (const char* part : {"", "-wal", "-shm", "-journal"}) {
    std::error_code none;
    fs::remove(path.string() + part, none);
  }
}

}  // namespace

CheckOutcome rebuild(const fs::path& path) {
  constexpr std::chrono::milliseconds kWait{1000};
  if (!is_store(path)) throw Error(ErrorCode::file_not_found, "no such store", path.string());
  const fs::path fresh = path.string() + ".rebuilt";
  remove_store(fresh);
  CheckOutcome outcome;
  {
    const Connection damaged(path, OpenMode::write, kWait);
    damaged.run("PRAGMA query_only = ON");
    version_of(damaged, path);
    const auto connection = open_store(fresh, {StoreAccess::create, kWait});
    Salvage(damaged, *connection, outcome).run();
  }
  move_aside(path, fresh);
  outcome.repairs.push_back("everything else was made anew; the damaged file is " + path.string() + ".damaged");
  return outcome;
}

}  // namespace dateline::store
