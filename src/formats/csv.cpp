// The flat columns as comma-separated values.
#include "formats/cells.h"
#include "formats/flat.h"
#include "formats/writers.h"

namespace dateline {
namespace {

std::string cell(std::monostate /*missing*/) { return {}; }
std::string cell(const std::string& value) { return value; }
std::string cell(std::int64_t value) { return std::to_string(value); }
std::string cell(double value) { return decimal(value); }
std::string cell(const Strings& items) { return joined(items); }

std::string cell(const Numbers& items) {
  Cells out;
  for (const auto& item : items) out.push_back(item ? decimal(*item) : std::string());
  return joined(out);
}

}  // namespace

std::string csv_rows(const ExportedRecord& record) {
  Cells cells;
  for (const FlatValue& value : flat_values(record))
    cells.push_back(std::visit([](const auto& item) { return cell(item); }, value));
  return csv_line(cells);
}

}  // namespace dateline
