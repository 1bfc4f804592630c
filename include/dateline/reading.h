// Reading: from files, folders and standard input to reports. What is wrong
// with an input is noted with file and line, and reading goes on.
#pragma once

#include <dateline/error.h>
#include <dateline/report.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// One thing that was wrong with an input. `skipped`: the report or line was left out; otherwise it was repaired.
struct Complaint {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  std::string file;
  std::size_t line = 0;
  bool skipped = true;
};
/// "file:line: message (skipped|repaired)".
std::string to_string(const Complaint& complaint);

enum class InputFormat { automatic, text, transcript, jsonl };

struct ReadOptions {
  InputFormat format = InputFormat::automatic;
  std::optional<std::chrono::year_month_day> published;  ///< for reports that do not say
  std::size_t max_bytes = std::size_t{16} << 20;         ///< of one report; larger ones are skipped
};

/// Takes each report that was read. Returns false to stop reading.
using ReportSink = std::function<bool(Report&&)>;
using ComplaintSink = std::function<void(const Complaint&)>;

/// Reads `inputs` in order: files, folders (their .txt, .json, .jsonl, .ndjson files in name order, subfolders
/// too), "-" for standard input. Never throws for bad input: every fault goes to `complain`.
void read_reports(const std::vector<std::string>& inputs, const ReadOptions& options, const ReportSink& take,
                  const ComplaintSink& complain);

/// A report of `text` as if read from a plain file: repaired, laid out, with its speakers. Throws
/// Error(bad_report) if it is empty.
Report report_of(std::string_view text, std::string id);

/// The day that `text` begins with, in any of the ways that files and pages write dates.
std::optional<std::chrono::year_month_day> parse_date(std::string_view text);

}  // namespace dateline
