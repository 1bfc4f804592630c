// `dateline recode`: the reports that another model, tables or codebook coded, coded again. One transaction a group, so
// that a run that was cut short is taken up where it ended.
#include <dateline/store.h>
#include <fmt/core.h>

#include <cstdio>

#include "command.h"
#include "json_line.h"
#include "output.h"
#include "progress.h"

namespace dateline::cli {
namespace {

struct Tally {
  std::size_t reports = 0, unchanged = 0, changed = 0, added = 0, removed = 0, kept = 0, open = 0;

  void add(const RecodeOutcome& outcome) {
    reports += outcome.reports;
    unchanged += outcome.unchanged;
    kept += outcome.marks_kept;
    open += outcome.marks_open;
    for (const RecordChange& change : outcome.changes) {
      ++(change.kind == RecordChange::Kind::changed ? changed
         : change.kind == RecordChange::Kind::added ? added
                                                    : removed);
    }
  }
};

const char* name_of(RecordChange::Kind kind) {
  return kind == RecordChange::Kind::changed ? "changed" : kind == RecordChange::Kind::added ? "added" : "removed";
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out.append(out.empty() ? "" : ", ").append(item);
  return out;
}

std::string line_of(const RecordChange& change) {
  const std::string& id = change.after.empty() ? change.before : change.after;
  const std::string was = change.before.empty() || change.before == id ? "" : " (was " + change.before + ")";
  return fmt::format("{:<8} {}{}  {}  {}\n", name_of(change.kind), id, was, change.report, joined(change.fields));
}

std::string json_of(const RecordChange& change) {
  Json out;
  out["change"] = name_of(change.kind);
  out["report"] = change.report;
  put(out, "before", change.before);
  put(out, "after", change.after);
  if (!change.fields.empty()) out["fields"] = change.fields;
  return json_line(out);
}

class Recode : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("store", path_, "the store")->required();
    add_view_option(app, format_);
    app.add_flag("--quiet", quiet_, "no summary");
    add_wait_option(app, wait_);
    add_engine_options(app, engine_options_);
    app.footer(
        "Only reports that another model, tables or codebook coded are coded again. Each record that is no longer the\n"
        "same is one line of output. Marks stay, and hold for what is still coded so.\n\n"
        "  dateline recode events.db --codebook my-codebook.toml");
  }

  int run() override {
    Store store(path_, {StoreAccess::write, milliseconds_of(wait_)});
    const Engine engine(engine_options_);
    tell_neighbours(engine);
    const std::string coder = engine.fingerprint();
    {
      Progress progress(0);
      constexpr std::size_t kReports = 256;
      for (auto reports = store.stale(coder, kReports); !reports.empty(); reports = store.stale(coder, kReports)) {
        engine.code(reports);
        write(store.recode(reports, coder));
        for (const Report& report : reports) words_ += report.tokens.size();
        progress.update(0, tally_.reports, words_, tally_.unchanged + tally_.changed + tally_.added);
      }
    }
    flush_out();
    if (!quiet_) summarise();
    return 0;
  }

 private:
  void write(const RecodeOutcome& outcome) {
    tally_.add(outcome);
    const bool table = chosen(format_) == View::table;
    for (const RecordChange& change : outcome.changes) write_out(table ? line_of(change) : json_of(change));
  }

  void summarise() const {
    fmt::print(stderr,
               "{} reports coded again: {} records unchanged, {} changed, {} added, {} removed; {} marks hold, "
               "{} are on what is no longer coded so\n",
               tally_.reports, tally_.unchanged, tally_.changed, tally_.added, tally_.removed, tally_.kept,
               tally_.open);
  }

  std::string path_;
  View format_ = View::automatic;
  bool quiet_ = false;
  double wait_ = kUsualWait;
  EngineOptions engine_options_;
  Tally tally_;
  std::size_t words_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_recode() { return std::make_unique<Recode>(); }

}  // namespace dateline::cli
