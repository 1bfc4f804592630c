#include <dateline/formats.h>
#include <fmt/core.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <optional>
#include <thread>

#include "command.h"
#include "intake.h"
#include "output.h"
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
};

std::vector<std::string> choices() {
  std::vector<std::string> names = format_names();
  names.insert(names.begin(), {"table", "none"});
  return names;
}

class Code : public Command {
 public:
  void setup(CLI::App& app) override {
    intake_.setup(app);
    app.add_option("--format", format_,
                   "table (default on a terminal); none, to code for the summary alone; " + format_titles() +
                       " (default: jsonl)")
        ->check(CLI::IsMember(choices()))
        ->option_text("FORMAT");
    app.add_flag("--quiet", quiet_, "no summary");
    app.add_flag("--timing", timing_, "add seconds, words a second and the share of int8 products to the summary");
    add_engine_options(app, engine_options_);
  }

  int run() override {
    if (format_.empty()) format_ = ::isatty(STDOUT_FILENO) != 0 ? "table" : "jsonl";
    colour_ = has_colour();
    engine_.emplace(engine_options_);
    if (!quiet_) tell_neighbours(*engine_);
    if (format_ != "jsonl" && find_format(format_) != nullptr) exporter_.emplace(*find_format(format_));
    if (exporter_) write_out(exporter_->begin());
    start_ = std::chrono::steady_clock::now();
    progress_.emplace(intake_.bytes());
    intake_.read([this](std::vector<Report>& reports) { return take(reports); });
    if (exporter_) write_out(exporter_->end());
    flush_out();
    progress_.reset();
    if (!quiet_) summarise();
    return intake_.exit_status();
  }

 private:
  bool take(std::vector<Report>& reports) {
    engine_->code(reports);
    for (const Report& report : reports) write(report);
    progress_->update(tally_.bytes, tally_.reports, tally_.words, tally_.records);
    return std::ferror(stdout) == 0;
  }

  void write(const Report& report) {
    ++tally_.reports;
    tally_.bytes += report.text.size();
    tally_.sentences += report.sentences.size();
    tally_.words += report.tokens.size();
    tally_.records += report.events.size();
    if (format_ == "table") write_out(to_table(report, colour_, terminal_width()));
    if (format_ == "jsonl") write_out(to_jsonl(report));  // of a whole report at once, which is faster for long ones
    if (!exporter_) return;
    for (const Event& event : report.events) write_out(exporter_->write(exported(report, event)));
  }

  void summarise() const {
    fmt::print(stderr, "{} reports, {} sentences, {} words, {} records; {} skipped, {} repaired or incomplete\n",
               tally_.reports, tally_.sentences, tally_.words, tally_.records, intake_.skipped(), intake_.repaired());
    if (exporter_) tell_left_out(*exporter_, format_, "records");
    if (!timing_) return;
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    const double threads = engine_options_.threads != 0 ? engine_options_.threads : std::thread::hardware_concurrency();
    fmt::print(stderr, "{:.2f} s, {:.0f} words/s, {:.0f} % of thread time in int8 products\n", seconds,
               static_cast<double>(tally_.words) / seconds, 100 * engine_->seconds_in_products() / (seconds * threads));
  }

  Intake intake_;
  std::string format_;
  std::optional<Exporter> exporter_;
  EngineOptions engine_options_;
  bool quiet_ = false;
  bool timing_ = false;
  bool colour_ = false;
  std::optional<Engine> engine_;
  std::optional<Progress> progress_;
  std::chrono::steady_clock::time_point start_;
  Tally tally_;
};

}  // namespace

std::unique_ptr<Command> make_code() { return std::make_unique<Code>(); }

}  // namespace dateline::cli
