// The registry: what each format is called, how its file begins and ends, and who writes its rows.
#include <dateline/formats.h>

#include <algorithm>

#include "formats/cells.h"
#include "formats/flat.h"
#include "formats/writers.h"

namespace dateline {
namespace {

Cells names_of(const std::vector<FormatColumn>& columns) {
  Cells names;
  for (const FormatColumn& column : columns) names.emplace_back(column.name);
  return names;
}

Format jsonl() {
  Format format;
  format.name = "jsonl";
  format.title = "JSON lines: every field of the record";
  format.extension = "jsonl";
  format.rows = jsonl_rows;
  return format;
}

Format csv() {
  Format format;
  format.name = "csv";
  format.title = "comma-separated values (RFC 4180), one row a record, lists joined";
  format.extension = "csv";
  format.columns = flat_columns();
  format.begin = csv_line(names_of(format.columns));
  format.rows = csv_rows;
  return format;
}

Format columns() {
  Format format;
  format.name = "columns";
  format.title = "typed flat columns as JSON lines, for Parquet and data frames";
  format.extension = "jsonl";
  format.columns = flat_columns();
  format.rows = columns_rows;
  return format;
}

Format geojson() {
  Format format;
  format.name = "geojson";
  format.title = "GeoJSON (RFC 7946), one feature a record";
  format.extension = "geojson";
  format.columns = flat_columns();
  format.begin = "{\"type\": \"FeatureCollection\", \"features\": [\n";
  format.between = ",\n";
  format.end = "\n]}\n";
  format.rows = geojson_rows;
  return format;
}

/// A table of another system, which has tabs and no status.
Format table(std::string_view name, std::string_view title, std::vector<FormatColumn> columns,
             std::string (*rows)(const ExportedRecord&)) {
  Format format;
  format.name = name;
  format.title = title;
  format.extension = "tsv";
  format.status = StatusCarried::no;
  format.columns = std::move(columns);
  format.rows = rows;
  return format;
}

Format with_header(Format format) {
  format.begin = tsv_line(names_of(format.columns));
  return format;
}

std::vector<Format> all_formats() {
  return {jsonl(),
          csv(),
          columns(),
          geojson(),
          with_header(table("polecat", "POLECAT, 40 columns", polecat_columns(), polecat_rows)),
          with_header(table("icews", "ICEWS, 20 columns", icews_columns(), icews_rows)),
          table("gdelt", "GDELT 2.0 events, 61 columns", gdelt_events_columns(), gdelt_events_rows),
          table("gdelt-mentions", "GDELT 2.0 mentions, 16 columns", gdelt_mentions_columns(), gdelt_mentions_rows),
          table("phoenix", "Phoenix, 26 columns", phoenix_columns(), phoenix_rows),
          table("petrarch", "PETRARCH, 8 columns", petrarch_columns(), petrarch_rows)};
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> all = all_formats();
  return all;
}

const Format* find_format(std::string_view name) {
  const auto& all = formats();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Format& format) { return format.name == name; });
  return found == all.end() ? nullptr : &*found;
}

ExportedRecord exported(const Report& report, const Event& event, std::string_view story) {
  ExportedRecord record;
  record.main = {&report, &event};
  record.id = record_id(report, event);
  record.story = story;
  return record;
}

bool happened_plainly(const Event& event) {
  switch (event.status) {
    case Status::actual:
      return true;
    case Status::historical:  // without a date of its own it would be dated as news
      return event.date && event.date->precision != DatePrecision::unknown && !event.date->span.empty();
    case Status::future:
      return event.type == "AGREE" || event.type == "THREATEN";
    case Status::hypothetical:
      return event.type == "THREATEN";
    case Status::negated:
      return false;
  }
  return false;
}

std::string Exporter::write(const ExportedRecord& record) {
  if (format_->status == StatusCarried::no && !happened_plainly(*record.main.event)) {
    ++left_out_;
    return {};
  }
  const std::string between = written_++ == 0 ? std::string() : format_->between;
  if (format_->status == StatusCarried::yes || record.others.empty()) return between + format_->rows(record);
  ExportedRecord carried = record;
  std::erase_if(carried.others, [](const Telling& telling) { return !happened_plainly(*telling.event); });
  return between + format_->rows(carried);
}

}  // namespace dateline
