#include <dateline/reading.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "readers/dates.h"
#include "readers/json_lines.h"
#include "readers/plain_text.h"
#include "text/utf8.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool is_json_name(const fs::path& path) {
  const auto extension = path.extension();
  return extension == ".json" || extension == ".jsonl" || extension == ".ndjson";
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, failure), end;
       !failure && at != end; at.increment(failure)) {
    if (at->is_regular_file(failure) && (is_json_name(at->path()) || at->path().extension() == ".txt")) {
      files.push_back(at->path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Reads the inputs one after another and stops when the sink says so.
class Reading {
 public:
  Reading(const ReadOptions& options, const ReportSink& take, const ComplaintSink& complain)
      : options_(options), take_(take), complain_(complain) {}

  bool input(const std::string& name) {
    if (name == "-") return stream(std::cin, "<stdin>", false);
    std::error_code failure;
    if (fs::is_directory(name, failure)) return folder(name);
    return file(name);
  }

 private:
  bool folder(const fs::path& path) {
    const auto files = files_in(path);
    if (files.empty())
      complain(ErrorCode::file_not_found, "no .txt, .json, .jsonl or .ndjson file in it", path.string());
    return std::all_of(files.begin(), files.end(), [&](const fs::path& f) { return file(f); });
  }

  bool file(const fs::path& path) {
    std::error_code failure;
    if (!fs::exists(path, failure)) return complain(ErrorCode::file_not_found, "no such file", path.string());
    std::ifstream in(path, std::ios::binary);
    if (!in) return complain(ErrorCode::file_unreadable, "cannot be opened", path.string());
    return stream(in, path.string(), is_json_name(path));
  }

  bool stream(std::istream& in, const std::string& name, bool json_name) {
    std::string blank;
    const bool json = options_.format == InputFormat::jsonl ||
                      (options_.format == InputFormat::automatic && (json_name || begins_with_brace(in, blank)));
    return json ? json_lines(in, name) : text(in, name, std::move(blank));
  }

  /// Looks at the first character that is no white space; what it skips goes to `blank`.
  static bool begins_with_brace(std::istream& in, std::string& blank) {
    while (in.good() && std::isspace(in.peek()) != 0) blank += static_cast<char>(in.get());
    return in.good() && in.peek() == '{';
  }

  bool json_lines(std::istream& in, const std::string& name) {
    JsonLines lines(in, name, options_);
    while (true) {
      Report report;
      Complaint complaint;
      switch (lines.next(report, complaint)) {
        case JsonLines::Result::end:
          return true;
        case JsonLines::Result::complaint:
          complain_(complaint);
          break;
        case JsonLines::Result::report:
          if (!finish(std::move(report), name, lines.line())) return false;
      }
    }
  }

  bool text(std::istream& in, const std::string& name, std::string bytes) {
    std::string block(1 << 16, '\0');
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
      if (bytes.size() <= options_.max_bytes) bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) return complain(ErrorCode::file_unreadable, "reading broke off", name);
    if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
    Report report;
    const bool standard_input = name == "<stdin>";
    report.id = standard_input ? "stdin" : fs::path(name).stem().string();
    report.id_origin = standard_input ? IdOrigin::position : IdOrigin::file_name;
    report.text = std::move(bytes);
    return finish(std::move(report), name, 0);
  }

  /// Checks and completes a report that any format delivered.
  bool finish(Report&& report, const std::string& name, std::size_t line) {
    if (report.text.size() > options_.max_bytes) {
      return complain(ErrorCode::too_large, "report is larger than " + std::to_string(options_.max_bytes) + " bytes",
                      name, line);
    }
    if (first_invalid(report.text) != report.text.size()) mend(report, name, line);
    lay_out(report, options_.format == InputFormat::transcript);
    if (report.paragraphs.empty()) return complain(ErrorCode::bad_report, "report has no text", name, line);
    if (!report.published) report.published = options_.published;
    if (!report.published) {
      complain(ErrorCode::bad_date, "report has no date: relative dates stay open", name, line, false);
    }
    return take_(std::move(report));
  }

  void mend(Report& report, const std::string& name, std::size_t line) {
    auto repaired = repair(report.text);
    report.text = std::move(repaired.text);
    complain(ErrorCode::bad_encoding, std::to_string(repaired.replaced) + " bytes are not UTF-8, read as Windows-1252",
             name, line, false);
  }

  /// Always true: reading goes on.
  bool complain(ErrorCode code, const std::string& message, const std::string& file, std::size_t line = 0,
                bool skipped = true) {
    complain_({code, message, file, line, skipped});
    return true;
  }

  const ReadOptions& options_;
  const ReportSink& take_;
  const ComplaintSink& complain_;
};

}  // namespace

std::string to_string(const Complaint& complaint) {
  std::string out = complaint.file;
  if (complaint.line != 0) out.append(1, ':').append(std::to_string(complaint.line));
  return out.append(": ")
      .append(complaint.message)
      .append(complaint.skipped ? " (skipped)" : " (repaired or left open)");
}

void read_reports(const std::vector<std::string>& inputs, const ReadOptions& options, const ReportSink& take,
                  const ComplaintSink& complain) {
  Reading reading(options, take, complain);
  for (const std::string& input : inputs) {
    if (!reading.input(input)) return;
  }
}

Report report_of(std::string_view text, std::string id) {
  Report report;
  report.id = std::move(id);
  report.text = repair(text).text;
  lay_out(report);
  if (report.paragraphs.empty()) throw Error(ErrorCode::bad_report, "report has no text", report.id);
  return report;
}

std::optional<std::chrono::year_month_day> parse_date(std::string_view text) { return read_date(text); }

}  // namespace dateline
