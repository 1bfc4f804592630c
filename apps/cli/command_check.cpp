// `dateline check`: is the store whole? With --repair it is made so, and what was done is said.
#include <dateline/store.h>
#include <fmt/core.h>

#include "command.h"
#include "output.h"

namespace dateline::cli {
namespace {

class Check : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("store", path_, "the store")->required();
    app.add_flag("--repair", repair_,
                 "make anew what follows from the texts; if the file itself is damaged, read what can be read into a "
                 "new one");
    add_wait_option(app, wait_);
    app.footer("The exit status is 6 if something is wrong and was not repaired.\n\n  dateline check events.db");
  }

  int run() override {
    CheckOutcome outcome = repair_ ? repaired() : Store(path_).check();
    for (const std::string& fault : outcome.faults) write_out("fault: " + fault + "\n");
    for (const std::string& repair : outcome.repairs) write_out("repair: " + repair + "\n");
    if (outcome.faults.empty() && outcome.repairs.empty()) write_out("the store is whole\n");
    flush_out();
    if (outcome.faults.empty() || repair_) return 0;
    fmt::print(stderr, "dateline: the store has {} faults; --repair mends it\n", outcome.faults.size());
    return describe(ErrorCode::bad_store).exit_status;
  }

 private:
  /// First what is cheap: the derived tables. If faults stay, the file itself is damaged.
  CheckOutcome repaired() const {
    CheckOutcome outcome;
    try {
      Store store(path_, {StoreAccess::write, milliseconds_of(wait_)});
      outcome = store.check(true);
      if (outcome.faults.empty() || store.check().faults.empty()) return outcome;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_store) throw;
      outcome.faults.emplace_back(error.what());
    }
    const CheckOutcome rebuilt = Store::rebuild(path_);
    outcome.faults.insert(outcome.faults.end(), rebuilt.faults.begin(), rebuilt.faults.end());
    outcome.repairs = rebuilt.repairs;
    return outcome;
  }

  std::string path_;
  bool repair_ = false;
  double wait_ = kUsualWait;
};

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<Check>(); }

}  // namespace dateline::cli
