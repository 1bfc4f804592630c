#include <dateline/examples.h>
#include <fmt/core.h>

#include <map>

#include "command.h"

namespace dateline::cli {
namespace {

struct Tally {
  std::size_t examples = 0, types = 0, statuses = 0, actors = 0, recipients = 0, modes = 0, near_misses = 0,
              avoided = 0;

  void add(const ExampleOutcome& outcome) {
    ++(outcome.near_miss ? near_misses : examples);
    if (outcome.type_right) ++(outcome.near_miss ? avoided : types);
    statuses += outcome.status_right;
    actors += outcome.actors_right;
    recipients += outcome.recipients_right;
    modes += outcome.mode_right;
  }
  double pass_rate() const {
    return examples + near_misses == 0
               ? 1
               : static_cast<double>(types + avoided) / static_cast<double>(examples + near_misses);
  }
};

std::string share(std::size_t right, std::size_t all) {
  return all == 0 ? std::string("-")
                  : fmt::format("{:.1f}", 100.0 * static_cast<double>(right) / static_cast<double>(all));
}

void print_row(const std::string& name, const Tally& t) {
  fmt::print("{:<12}{:>9}{:>8}{:>8}{:>8}{:>11}{:>7}{:>13}{:>9}\n", name, t.examples, share(t.types, t.examples),
             share(t.statuses, t.types), share(t.actors, t.types), share(t.recipients, t.types),
             share(t.modes, t.types), t.near_misses, share(t.avoided, t.near_misses));
}

class CodebookCommand : public Command {
 public:
  void setup(CLI::App& app) override {
    app.require_subcommand(1);
    setup_check(app);
    setup_index(app);
  }

  int run() override { return work_(); }

 private:
  void setup_check(CLI::App& app) {
    CLI::App* check = app.add_subcommand(
        "check", "validate a codebook, code its examples and near misses, and print what came right");
    check->add_option("file", options_.codebook, "the codebook (default: the PLOVER codebook)");
    check->add_flag("--failures", failures_, "name every example that is not coded as marked");
    check->add_option("--at-least", floor_, "fail if fewer per cent of examples and near misses come right")
        ->check(CLI::Range(0.0, 100.0));
    check->add_option("--model", options_.model, "model file");
    check->add_option("--knowledge", options_.knowledge, "knowledge tables");
    check->add_option("--neighbours", options_.neighbours, "index of the examples (default: beside the codebook)");
    check->add_option("--threads", options_.threads, "threads to work with (default: all cores)")
        ->check(CLI::Range(1, 1024));
    check->callback([this] { work_ = [this] { return check_codebook(); }; });
  }

  void setup_index(CLI::App& app) {
    CLI::App* index = app.add_subcommand(
        "index", "write the index of a codebook's examples, by which the coder finds the nearest ones");
    index->add_option("file", options_.codebook, "the codebook (default: the PLOVER codebook)");
    index->add_option("-o,--output", output_, "the index (default: beside the codebook, ending in .neighbours)");
    index->add_option("--model", options_.model, "model file");
    index->add_flag("--check", only_check_, "write nothing: fail unless the index is that of model and codebook");
    index->callback([this] { work_ = [this] { return only_check_ ? check_index() : write_index(); }; });
  }

  int write_index() {
    const IndexOutcome outcome = index_examples(options_, output_);
    fmt::print(stderr, "{} examples indexed, {} left out\n", outcome.examples, outcome.left_out);
    return 0;
  }

  int check_index() {
    options_.neighbours = output_;
    const NeighbourState state = Engine(options_).neighbours();
    if (state == NeighbourState::used) return 0;
    throw Error(ErrorCode::bad_neighbours, state == NeighbourState::missing
                                               ? "there is no index beside the codebook"
                                               : "the index is that of another model or of other examples");
  }

  int check_codebook() {
    if (options_.codebook.empty()) options_.codebook = find_data("codebooks/plover.toml");
    const Codebook codebook = Codebook::load(options_.codebook);
    const Engine engine(options_);
    tell_neighbours(engine);
    const auto outcomes = run_examples(engine, codebook);
    if (failures_) print_failures(outcomes);
    const double rate = print_table(codebook, outcomes);
    if (100 * rate >= floor_) return 0;
    fmt::print(stderr, "dateline: {:.1f} % of the examples come right, {:.1f} % are asked for\n", 100 * rate, floor_);
    return describe(ErrorCode::bad_codebook).exit_status;
  }

  void print_failures(const std::vector<ExampleOutcome>& outcomes) const {
    for (const ExampleOutcome& o : outcomes) {
      if (o.type_right) continue;
      fmt::print("{}:{}: {}{}: {}\n    got {}\n", options_.codebook.string(), o.example->line,
                 o.near_miss ? "near miss of " : "", o.type->name, o.example->text, o.got);
    }
  }

  static double print_table(const Codebook& codebook, const std::vector<ExampleOutcome>& outcomes) {
    std::map<const EventType*, Tally> rows;
    Tally all;
    for (const ExampleOutcome& outcome : outcomes) {
      rows[outcome.type].add(outcome);
      all.add(outcome);
    }
    fmt::print("{:<12}{:>9}{:>8}{:>8}{:>8}{:>11}{:>7}{:>13}{:>9}\n", "type", "examples", "type", "status", "actors",
               "recipients", "mode", "near misses", "avoided");
    for (const EventType& type : codebook.types) print_row(type.name, rows[&type]);
    print_row("all", all);
    return all.pass_rate();
  }

  EngineOptions options_;
  std::filesystem::path output_;
  std::function<int()> work_;
  bool failures_ = false, only_check_ = false;
  double floor_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_codebook() { return std::make_unique<CodebookCommand>(); }

}  // namespace dateline::cli
