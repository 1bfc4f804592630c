// How records leave the program.
//
// For people there are the table and the explanation, for everything of a record JSON lines. The formats of other
// systems, and plain ones for spreadsheets, maps and data frames, are in one registry:
//
//   const Format* format = find_format("polecat");
//   Exporter out(*format);
//   std::cout << out.begin();
//   for (const Event& event : report.events) std::cout << out.write(exported(report, event));
//   std::cout << out.end();
//
// docs/formats/exports.md tells where each column comes from and what each format cannot carry. Whatever a report
// holds, the output is valid UTF-8 and as many lines and columns as its format says.
#pragma once

#include <dateline/report.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The records of a coded report as JSON, one object a line (docs/formats/record.md), in text order.
std::string to_jsonl(const Report& report);

/// One record of a coded report as a line of JSON; `story`: the story it belongs to, if it is known.
std::string to_jsonl(const Report& report, const Event& event, std::string_view story = {});

/// The records of a coded report for people: a heading, then a few lines a record. `colour`: with terminal
/// colours; `width`: columns of the terminal.
std::string to_table(const Report& report, bool colour, std::size_t width = 100);

/// Everything that the stages added to a report: words with tags and tree, names, mentions with their
/// meaning, places, dates, counts, who says what, and the records with their reasons.
std::string to_explanation(const Report& report);

/// One report that tells an event. The pointers are never null; what they point at must live until it is written.
struct Telling {
  const Report* report = nullptr;  ///< with text and sentences; its words and names may be missing
  const Event* event = nullptr;    ///< spans are those of `report`
};

/// What a row is about. One record of a report (exported() makes it), or a whole story as one merged record:
/// `main` is then a report with the event whose fields the row shows, `others` the rest of the story's records. The
/// event of `main` may be merged from several, as long as its spans slice the text of `main.report`.
struct ExportedRecord {
  Telling main;
  std::string id;               ///< of the record or of the story: 1 to 64 characters, the same in every run
  std::string story;            ///< id of the story that the row is or belongs to; empty outside a store
  std::vector<Telling> others;  ///< other records of the same event; empty where a row is one record
};

/// A record as it stands in its report.
ExportedRecord exported(const Report& report, const Event& event, std::string_view story = {});

/// A story as one row: `main` is the record that says most of what happened (one that tells it as actual before plans
/// and denials, then the one with most fields, then the first), `others` the rest in their order. Without a story it
/// is the record by itself. `tellings`: at least one, by day.
ExportedRecord exported_story(std::string_view story, std::span<const Telling> tellings);

/// What a format can say of whether the act happened.
enum class StatusCarried : std::uint8_t {
  yes,  ///< it has a field for it, and takes every record
  no    ///< a row says that it happened: the exporter leaves out acts that did not, or only may (happened_plainly)
};

/// One column of a format.
struct FormatColumn {
  std::string_view name;
  std::string_view
      type;  ///< string, date, int64, double, list<string>, list<double>; in a text format, of what it reads
};

/// An output format: data, filled in by src/formats/formats.cpp.
struct Format {
  std::string_view name;       ///< for --format: "polecat"
  std::string_view title;      ///< for people: "POLECAT, 40 columns"
  std::string_view extension;  ///< usual ending of its files, without the point
  StatusCarried status = StatusCarried::yes;
  std::vector<FormatColumn> columns;  ///< in order; empty for JSON lines
  std::string begin, between, end;    ///< text before the first row, between two, and after the last one
  std::string (*rows)(const ExportedRecord&) = nullptr;  ///< one or more rows, never none
};

/// All of them, in the order in which they are listed. Never changes.
const std::vector<Format>& formats();

/// The format of that name, or nothing.
const Format* find_format(std::string_view name);

/// The columns of a format and their types, as JSON: a schema for tools that want types (Parquet, databases).
std::string to_schema(const Format& format);

/// True if a row that says no more than who did what to whom would be true: the act happened or is under way, is a
/// promise (AGREE, future) or a threat (also conditional), or is background with a date of its own.
bool happened_plainly(const Event& event);

/// Writes a file of one format, piece by piece. The pieces are text to append; nothing is kept but what is counted.
class Exporter {
 public:
  explicit Exporter(const Format& format) : format_(&format) {}

  std::string begin() const { return format_->begin; }
  /// Empty if the format cannot carry the record. Of a story, those records are left out that it cannot carry.
  std::string write(const ExportedRecord& record);
  std::string end() const { return format_->end; }

  std::size_t written() const { return written_; }
  std::size_t left_out() const { return left_out_; }

 private:
  const Format* format_;
  std::size_t written_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace dateline
