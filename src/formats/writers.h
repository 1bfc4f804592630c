// The writers of the registry, one file each: the rows of one record, and the names of their columns. A writer may take
// for granted that the registry has asked happened_plainly() where its format has no status.
#pragma once

#include <dateline/formats.h>

#include <string>
#include <vector>

namespace dateline {

std::string jsonl_rows(const ExportedRecord& record);
std::string csv_rows(const ExportedRecord& record);
std::string columns_rows(const ExportedRecord& record);
std::string geojson_rows(const ExportedRecord& record);  ///< one feature, without the comma after it

std::string polecat_rows(const ExportedRecord& record);
std::vector<FormatColumn> polecat_columns();

// One row for each source and target (formats/dyads.h).
std::string icews_rows(const ExportedRecord& record);
std::vector<FormatColumn> icews_columns();
std::string gdelt_events_rows(const ExportedRecord& record);
std::vector<FormatColumn> gdelt_events_columns();
std::string gdelt_mentions_rows(const ExportedRecord& record);  ///< times one for each report that tells it
std::vector<FormatColumn> gdelt_mentions_columns();
std::string phoenix_rows(const ExportedRecord& record);
std::vector<FormatColumn> phoenix_columns();
std::string petrarch_rows(const ExportedRecord& record);
std::vector<FormatColumn> petrarch_columns();

}  // namespace dateline
