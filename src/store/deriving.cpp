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

}  // namespace

std::vector<std::string> derive(const Connection& connection, Tables& tables) {
  constexpr std::size_t kPending = 4096;
  std::vector<std::string> faults;
  empty_derived_tables(connection);
  for (const std::int64_t text : current_texts(connection)) {
    try {
      tables.records.insert(text, tables.reports.coded(text));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_store) throw;
      faults.push_back("text " + std::to_string(text) + " cannot be read: add its report again");
    }
    if (tables.records.pending() >= kPending) tables.settle();
  }
  tables.settle();
  return faults;
}

}  // namespace dateline::store
