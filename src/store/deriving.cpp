#include "store/deriving.h"

#include "store/schema.h"

namespace dateline::store {
namespace {

std::vector<std::int64_t> current_texts(const Connection& connection) {
  Statement statement = connection.prepare("SELECT id FROM text WHERE current = 1 ORDER BY id");
  Rows rows = statement.rows();
  std::vector<std::int64_t> out;
  while (rows.next()) out.push_back(rows->integer(0));
  return out;
}

/// Rows of records change; what does not is their text and their place in it.
void keep_memberships(const Connection& connection) {
  connection.run(
      "CREATE TEMP TABLE kept_member AS SELECT r.text, r.position, m.story FROM story_member m "
      "JOIN record r ON r.id = m.record");
}

void restore_memberships(const Connection& connection) {
  connection.run(
      "INSERT INTO story_member SELECT r.id, k.story FROM kept_member k "
      "JOIN record r ON r.text = k.text AND r.position = k.position");
  connection.run("DROP TABLE kept_member");
}

}  // namespace

std::vector<std::string> derive(const Connection& connection, Tables& tables) {
  constexpr std::size_t kPending = 4096;
  std::vector<std::string> faults;
  keep_memberships(connection);
  empty_derived_tables(connection);
  for (const std::int64_t text : current_texts(connection)) {
    try {
      tables.records.insert(text, tables.reports.coded(text));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_store) throw;
      faults.push_back("text " + std::to_string(text) + " cannot be read: add its report again");
    }
    if (tables.records.pending() >= kPending) tables.records.flush();
  }
  tables.records.flush();
  restore_memberships(connection);
  return faults;
}

}  // namespace dateline::store
