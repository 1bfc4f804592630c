#include "store/deriving.h"

#include "store/schema.h"

namespace dateline::store {
std::vector<std::string> derive(const Connection& connection, Tables& tables) {
  constexpr std::size_t kPending = 4096;
  std::vector<std::string> faults;
  empty_derived_tables(connection);
  Statement current = connection.prepare("SELECT id FROM text WHERE current = 1 ORDER BY id");
  for (const std::int64_t text : integers(current.rows())) {
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
