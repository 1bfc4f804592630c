// `dateline add`: code and store. One transaction a group of reports, so that a run that was cut short is taken up
// where it ended by giving the same command again; what the store has is not coded again.
#include <dateline/store.h>
#include <fmt/core.h>

#include <cstdio>
#include <optional>

#include "command.h"
#include "intake.h"
#include "progress.h"

namespace dateline::cli {
namespace {

class Add : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("store", path_, "the store; made if there is none")->required();
    intake_.setup(app);
    app.add_flag("--quiet", quiet_, "no summary");
    add_wait_option(app, wait_);
    add_engine_options(app, engine_options_);
    app.footer(
        "Adding a report twice changes nothing, so a run that was cut short is given again. A text that the store has\n"
        "from elsewhere gets another publication; a newer version of a report (same URL, or same id and publisher)\n"
        "takes the place of the older one.\n\n"
        "  dateline add events.db reports/*.txt archive.jsonl\n"
        "  fetch-news | dateline add events.db -");
  }

  int run() override {
    store_.emplace(path_, StoreOptions{StoreAccess::create, milliseconds_of(wait_)});
    progress_.emplace(intake_.bytes());
    intake_.read([this](std::vector<Report>& reports) { return take(reports); });
    progress_.reset();
    if (!quiet_) summarise();
    return intake_.exit_status();
  }

 private:
  bool take(std::vector<Report>& reports) {
    code_what_is_new(reports);
    outcome_ += store_->add(reports, coder_);
    for (const Report& report : reports) {
      bytes_ += report.text.size();
      words_ += report.tokens.size();
    }
    reports_ += reports.size();
    progress_->update(bytes_, reports_, words_, outcome_.records);
    return true;
  }

  void code_what_is_new(std::vector<Report>& reports) {
    std::vector<std::size_t> places;
    std::vector<Report> fresh;
    for (std::size_t i = 0; i < reports.size(); ++i) {
      if (!store_->lacks(reports[i])) continue;
      places.push_back(i);
      fresh.push_back(std::move(reports[i]));
    }
    if (fresh.empty()) return;
    engine().code(fresh);
    for (std::size_t i = 0; i < places.size(); ++i) reports[places[i]] = std::move(fresh[i]);
  }

  /// Loaded when the first report needs it.
  const Engine& engine() {
    if (!engine_) {
      engine_.emplace(engine_options_);
      if (!quiet_) tell_neighbours(*engine_);
      coder_ = engine_->fingerprint();
    }
    return *engine_;
  }

  void summarise() const {
    fmt::print(
        stderr,
        "{} reports: {} new texts with {} records, {} published elsewhere, {} known; {} newer or older versions; "
        "{} skipped, {} repaired or incomplete\n",
        reports_, outcome_.texts, outcome_.records, outcome_.publications, outcome_.known, outcome_.versions,
        intake_.skipped(), intake_.repaired());
  }

  std::string path_;
  Intake intake_;
  double wait_ = kUsualWait;
  bool quiet_ = false;
  EngineOptions engine_options_;
  std::optional<Store> store_;
  std::optional<Engine> engine_;
  std::string coder_;
  std::optional<Progress> progress_;
  AddOutcome outcome_;
  std::size_t reports_ = 0, bytes_ = 0, words_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_add() { return std::make_unique<Add>(); }

}  // namespace dateline::cli
