// From the bottom up: pages and keys as SQLite sees them, then every text against its hash and its records, then the
// index, of which each record must be found by its status and no other row by any.
#include "store/checking.h"

#include <algorithm>
#include <set>

#include "store/identity.h"
#include "store/terms.h"

namespace dateline::store {
namespace {

constexpr std::size_t kMostFaults = 20;  ///< of one kind: nobody reads more

class Check {
 public:
  Check(const Connection& connection, Tables& tables) : connection_(connection), tables_(tables) {}

  std::vector<std::string> run() {
    attempt("pages", [this] { pages(); });
    attempt("references", [this] { references(); });
    attempt("places", [this] { places(); });
    attempt("texts", [this] { texts(); });
    attempt("words", [this] { words(); });
    attempt("stories", [this] { stories(); });
    return std::move(faults_);
  }

 private:
  template <typename Step>
  void attempt(const char* what, Step step) {
    try {
      step();
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_store && error.code() != ErrorCode::file_unreadable) throw;
      faults_.push_back(std::string(what) + ": " + error.what());
    }
  }

  void pages() {
    Statement statement = connection_.prepare("PRAGMA integrity_check(20)");
    Rows rows = statement.rows();
    while (rows.next()) {
      if (rows->text(0) != "ok") faults_.push_back("pages: " + std::string(rows->text(0)));
    }
  }

  void references() {
    Statement statement = connection_.prepare("PRAGMA foreign_key_check");
    Rows rows = statement.rows();
    for (std::size_t count = 0; rows.next() && count < kMostFaults; ++count) {
      faults_.push_back("references: row " + std::to_string(rows->integer(1)) + " of table " +
                        std::string(rows->text(0)) + " refers to nothing in " + std::string(rows->text(2)));
    }
  }

  void places() {
    Statement statement = connection_.prepare("SELECT rtreecheck('main', 'place_box')");
    Rows rows = statement.rows();
    if (rows.next() && rows->text(0) != "ok") faults_.push_back("places: " + std::string(rows->text(0)));
    const auto odd = connection_.value(
        "SELECT count(*) FROM place p LEFT JOIN place_box b ON b.id = p.id WHERE (p.latitude IS NULL) <> (b.id IS "
        "NULL)");
    if (odd != 0) faults_.push_back("places: " + std::to_string(odd) + " are not as the tree of places has them");
  }

  void texts() {
    Statement statement = connection_.prepare(
        "SELECT id, hash, current, EXISTS (SELECT 1 FROM publication p WHERE p.text = text.id AND replaced_by IS NULL) "
        "FROM text ORDER BY id");
    Rows rows = statement.rows();
    while (rows.next() && faults_.size() < 5 * kMostFaults) {
      if (rows->integer(2) != rows->integer(3)) say(rows->integer(0), "is current and replaced at once");
      text(rows->integer(0), rows->integer(1), rows->integer(2) != 0);
    }
  }

  void text(std::int64_t id, std::int64_t hash, bool current) try {
    const Report report = tables_.reports.coded(id);
    if (hash_of(normalised(report.text)) != hash) say(id, "is not the text that was added");
    const auto expected = current ? codes_of(report) : std::vector<std::int64_t>{};
    if (integers(codes_.rows(id)) != expected) say(id, "has other records than were coded");
  } catch (const Error& error) {
    say(id, "cannot be read: " + std::string(error.what()));
  }

  static std::vector<std::int64_t> codes_of(const Report& report) {
    std::vector<std::int64_t> out;
    for (const Event& event : report.events) out.push_back(code_of(record_id(report, event)));
    return out;
  }

  void say(std::int64_t text, const std::string& what) {
    faults_.push_back("text " + std::to_string(text) + " " + what);
  }

  void words() {
    if (connection_.is_writable() && connection_.value("PRAGMA query_only") == 0)
      connection_.run("INSERT INTO record_words (record_words) VALUES ('integrity-check')");
    for (int status = 0; status < 5; ++status) words_of(static_cast<Status>(status));
  }

  /// Walks through the table and the index side by side.
  void words_of(Status status) {
    Statement in_table = connection_.prepare("SELECT id FROM record WHERE status = ? ORDER BY id");
    Statement in_index =
        connection_.prepare("SELECT rowid FROM record_words WHERE record_words MATCH ? ORDER BY rowid");
    Rows records = in_table.rows(status);
    Rows indexed = in_index.rows("codes : \"" + code_term(CodeKind::status, name_of(status)) + "\"");
    while (true) {
      const bool record = records.next();
      const bool index = indexed.next();
      if (!record && !index) return;
      if (record && index && records->integer(0) == indexed->integer(0)) continue;
      faults_.push_back("words: the index does not have the records that are " + std::string(name_of(status)));
      return;
    }
  }

  /// What must not be there, counted.
  void stories() {
    count("records are in no story",
          "SELECT count(*) FROM record r WHERE rejected = 0 AND NOT EXISTS (SELECT 1 FROM story_member m WHERE "
          "m.record = r.id)");
    count("records are in a story though they were marked wrong",
          "SELECT count(*) FROM story_member m JOIN record r ON r.id = m.record WHERE r.rejected = 1");
    count("have no records",
          "SELECT count(*) FROM story s WHERE NOT EXISTS (SELECT 1 FROM story_member m WHERE m.story = s.id)");
    count("keys lead to no record",
          "SELECT count(*) FROM story_key k LEFT JOIN record r ON r.id = k.record AND r.rejected = 0 WHERE r.id IS "
          "NULL");
  }

  void count(const std::string& what, std::string_view sql) {
    const std::int64_t found = connection_.value(sql);
    if (found != 0) faults_.push_back("stories: " + std::to_string(found) + " " + what);
  }

  const Connection& connection_;
  Tables& tables_;
  Statement codes_ = connection_.prepare("SELECT code FROM record WHERE text = ? ORDER BY position");
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_of(const Connection& connection, Tables& tables) {
  return Check(connection, tables).run();
}

}  // namespace dateline::store
