#include <dateline/formats.h>
#include <dateline/reading.h>
#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <thread>

#include "command.h"
#include "progress.h"

namespace dateline::cli {
namespace {

/// What a run has done so far.
struct Tally {
  std::size_t reports = 0;
  std::size_t bytes = 0;
  std::size_t sentences = 0;
  std::size_t words = 0;
  std::size_t records = 0;
  std::size_t skipped = 0;
  std::size_t repaired = 0;
};

std::size_t terminal_width() {
  winsize size{};
  constexpr std::size_t kUsual = 100;
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

std::size_t bytes_of(const std::vector<std::string>& inputs) {
  std::size_t total = 0;
  for (const std::string& input : inputs) {
    std::error_code failure;
    const auto size = std::filesystem::file_size(input, failure);
    if (failure) return 0;
    total += size;
  }
  return total;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names = {"table", "none"};
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

/// Every format with what it is, for -h.
std::string format_help() {
  std::string out = "table (default on a terminal); none, to code for the summary alone";
  for (const Format& format : formats()) out.append(fmt::format("; {}: {}", format.name, format.title));
  return out + " (default: jsonl)";
}

class Code : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("input", inputs_, "files, folders, or - for standard input")->required();
    app.add_option("--published", published_, "date of reports that do not say theirs: YYYY-MM-DD");
    app.add_option("--input-format", read_.format, "auto, text, transcript or jsonl")
        ->transform(CLI::CheckedTransformer(std::map<std::string, InputFormat>{{"auto", InputFormat::automatic},
                                                                               {"text", InputFormat::text},
                                                                               {"transcript", InputFormat::transcript},
                                                                               {"jsonl", InputFormat::jsonl}}))
        ->option_text("FORMAT");
    app.add_option("--format", format_, format_help())->check(CLI::IsMember(format_names()))->option_text("FORMAT");
    app.add_option("--max-bytes", read_.max_bytes, "largest report to read")->capture_default_str();
    app.add_flag("--quiet", quiet_, "no summary");
    app.add_flag("--timing", timing_, "add seconds, words a second and the share of int8 products to the summary");
    add_engine_options(app, engine_options_);
  }

  int run() override {
    if (!published_.empty()) read_.published = published_date();
    if (format_.empty()) format_ = ::isatty(STDOUT_FILENO) != 0 ? "table" : "jsonl";
    colour_ = ::isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
    engine_.emplace(engine_options_);
    if (format_ != "jsonl" && find_format(format_) != nullptr) exporter_.emplace(*find_format(format_));
    if (exporter_) put(exporter_->begin());
    start_ = std::chrono::steady_clock::now();
    progress_.emplace(bytes_of(inputs_));
    read_reports(
        inputs_, read_, [this](Report&& report) { return take(std::move(report)); },
        [this](const Complaint& c) { note(c); });
    flush();
    if (exporter_) put(exporter_->end());
    if (std::fflush(stdout) != 0) throw unwritable();
    progress_.reset();
    if (!quiet_) summarise();
    return status_;
  }

 private:
  std::chrono::year_month_day published_date() const {
    const auto date = parse_date(published_);
    if (!date) throw Error(ErrorCode::bad_date, "--published " + published_ + " is no date");
    return *date;
  }

  /// Reports are coded in groups, so that threads have work and memory stays bounded.
  bool take(Report&& report) {
    constexpr std::size_t kReports = 512;
    constexpr std::size_t kBytes = std::size_t{4} << 20;
    pending_bytes_ += report.text.size();
    pending_.push_back(std::move(report));
    return pending_.size() < kReports && pending_bytes_ < kBytes ? true : flush();
  }

  bool flush() {
    engine_->code(pending_);
    for (const Report& report : pending_) write(report);
    progress_->update(tally_.bytes, tally_.reports, tally_.words, tally_.records);
    pending_.clear();
    pending_bytes_ = 0;
    return std::ferror(stdout) == 0;
  }

  void write(const Report& report) {
    ++tally_.reports;
    tally_.bytes += report.text.size();
    tally_.sentences += report.sentences.size();
    tally_.words += report.tokens.size();
    tally_.records += report.events.size();
    if (format_ == "table") put(to_table(report, colour_, terminal_width()));
    if (format_ == "jsonl") put(to_jsonl(report));  // of a whole report at once, which is faster for long ones
    if (!exporter_) return;
    for (const Event& event : report.events) put(exporter_->write(exported(report, event)));
  }

  static void put(const std::string& out) {
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) throw unwritable();
  }

  static Error unwritable() { return {ErrorCode::file_unwritable, "standard output cannot be written"}; }

  void note(const Complaint& complaint) {
    fmt::print(stderr, "dateline: {}\n", to_string(complaint));
    ++(complaint.skipped ? tally_.skipped : tally_.repaired);
    if (complaint.skipped && status_ == 0) status_ = describe(complaint.code).exit_status;
  }

  void summarise() const {
    fmt::print(stderr, "{} reports, {} sentences, {} words, {} records; {} skipped, {} repaired or incomplete\n",
               tally_.reports, tally_.sentences, tally_.words, tally_.records, tally_.skipped, tally_.repaired);
    if (exporter_ && exporter_->left_out() > 0)
      fmt::print(stderr, "{} records left out: {} cannot say that an act did not happen, or only may\n",
                 exporter_->left_out(), format_);
    if (!timing_) return;
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    const double threads = engine_options_.threads != 0 ? engine_options_.threads : std::thread::hardware_concurrency();
    fmt::print(stderr, "{:.2f} s, {:.0f} words/s, {:.0f} % of thread time in int8 products\n", seconds,
               static_cast<double>(tally_.words) / seconds, 100 * engine_->seconds_in_products() / (seconds * threads));
  }

  std::vector<std::string> inputs_;
  std::string published_;
  ReadOptions read_;
  std::string format_;
  std::optional<Exporter> exporter_;
  EngineOptions engine_options_;
  bool quiet_ = false;
  bool timing_ = false;
  bool colour_ = false;
  std::optional<Engine> engine_;
  std::optional<Progress> progress_;
  std::chrono::steady_clock::time_point start_;
  std::vector<Report> pending_;
  std::size_t pending_bytes_ = 0;
  Tally tally_;
  int status_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_code() { return std::make_unique<Code>(); }

}  // namespace dateline::cli
