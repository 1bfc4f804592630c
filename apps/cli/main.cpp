// The program `dateline`: finds the subcommand, runs it, and turns every
// failure into one line that says what to do next, and an exit status.
#include <dateline/reading.h>
#include <fmt/core.h>

#include <cstdio>
#include <exception>
#include <string_view>

#include "command.h"

namespace dateline::cli {

const std::vector<CommandRow>& commands() {
  static const std::vector<CommandRow> rows = {
      {"code", "read reports and write event records", make_code},
      {"add", "code reports and keep them in a store", make_add},
      {"find", "find records of a store", make_find},
      {"show", "show a record of a store with all that is known of it", make_show},
      {"stories", "show what many reports tell of one event, who says what of it", make_stories},
      {"export", "write records or stories of a store in the formats of others", make_export},
      {"mark", "say that a record of a store is right or wrong", make_mark},
      {"recode", "code the reports of a store again with another model or codebook", make_recode},
      {"check", "check a store, and repair it", make_check},
      {"explain", "show how a text is read and why each record was coded so", make_explain},
      {"score", "measure against annotated files", make_score},
      {"codebook", "check a codebook and run its examples", make_codebook},
      {"who", "show what the knowledge tables know of a name on a day", make_who},
      {"formats", "list the formats that records are written in, and their columns", make_formats},
  };
  return rows;
}

void add_engine_options(CLI::App& app, EngineOptions& options) {
  app.add_option("--model", options.model, "model file (default: models/dateline.model of this installation)");
  app.add_option("--knowledge", options.knowledge, "knowledge tables (default: knowledge/dateline.tables)");
  app.add_option("--codebook", options.codebook, "codebook (default: codebooks/plover.toml)");
  app.add_option("--neighbours", options.neighbours, "index of the codebook's examples (default: beside the codebook)");
  app.add_option("--threads", options.threads, "threads to work with (default: all cores)")->check(CLI::Range(1, 1024));
}

void tell_neighbours(const Engine& engine) {
  if (engine.neighbours() != NeighbourState::stale) return;
  fmt::print(stderr,
             "dateline: the index of examples is that of another model or codebook and is not used; "
             "dateline codebook index makes it anew\n");
}

void add_wait_option(CLI::App& app, double& seconds) {
  app.add_option("--wait", seconds, "seconds for another program to finish writing to the store")
      ->check(CLI::Range(0.0, 86400.0))
      ->capture_default_str();
}

std::chrono::milliseconds milliseconds_of(double seconds) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(1000 * seconds));
}

std::chrono::year_month_day day_option(const char* option, const std::string& text) {
  const auto date = parse_date(text);
  if (!date) throw Error(ErrorCode::bad_date, fmt::format("{} {} is no date", option, text));
  return *date;
}

namespace {

/// What CLI11 found wrong; a word that is no command is named instead of the command that is missing.
std::string usage_fault(const CLI::ParseError& error, int argc, char** argv) {
  const std::string word = argc > 1 ? argv[1] : "";
  const auto is_word = [&](const CommandRow& row) { return row.name == word; };
  const auto& rows = commands();
  if (word.empty() || word.front() == '-' || std::any_of(rows.begin(), rows.end(), is_word)) return error.what();
  return "no command is called " + word;
}

/// "dateline: what is wrong. What to do next."
int fail(const Error& error) {
  const ErrorRow& row = describe(error.code());
  std::string_view what = error.what();
  while (what.ends_with('.') || what.ends_with('\n')) what.remove_suffix(1);
  fmt::print(stderr, "dateline: {}. {}\n", what, row.next);
  return row.exit_status;
}

int run(int argc, char** argv) {
  CLI::App app(
      "Dateline reads news reports and writes down who did what to whom, where, when, how many, and who says so.",
      "dateline");
  app.set_version_flag("--version", DATELINE_VERSION);
  app.require_subcommand(1);
  std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>> rows;
  for (const CommandRow& row : commands()) {
    rows.emplace_back(app.add_subcommand(row.name, row.about), row.make());
    rows.back().second->setup(*rows.back().first);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return error.get_exit_code() == 0 ? app.exit(error) : fail({ErrorCode::usage, usage_fault(error, argc, argv)});
  }
  for (const auto& [sub, command] : rows) {
    if (sub->parsed()) return command->run();
  }
  return describe(ErrorCode::usage).exit_status;
}

}  // namespace
}  // namespace dateline::cli

int main(int argc, char** argv) {
  try {
    return dateline::cli::run(argc, argv);
  } catch (const dateline::Error& error) {
    return dateline::cli::fail(error);
  } catch (const std::exception& error) {
    return dateline::cli::fail({dateline::ErrorCode::internal, error.what()});
  }
}
