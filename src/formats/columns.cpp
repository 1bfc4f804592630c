// The flat columns as JSON lines with every column in every row, and their types as a schema: what a Parquet writer, a
// data frame or a database wants to be told.
#include "formats/flat.h"
#include "formats/writers.h"

namespace dateline {

std::string columns_rows(const ExportedRecord& record) {
  nlohmann::ordered_json row;
  const std::vector<FlatValue> values = flat_values(record);
  for (std::size_t i = 0; i < values.size(); ++i) row[std::string(flat_columns()[i].name)] = json_of(values[i]);
  return row.dump() + "\n";
}

std::string to_schema(const Format& format) {
  nlohmann::ordered_json schema = {{"format", format.name}, {"columns", nlohmann::ordered_json::array()}};
  for (const FormatColumn& column : format.columns)
    schema["columns"].push_back({{"name", column.name}, {"type", column.type}});
  constexpr int kIndent = 1;
  return schema.dump(kIndent) + "\n";
}

}  // namespace dateline
