// A subcommand of the program: `setup` says what it takes and touches no file,
// `run` works and returns the exit status. One a file, command_<name>.cpp.
#pragma once

#include <dateline/engine.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace dateline::cli {

class Command {
 public:
  virtual ~Command() = default;
  virtual void setup(CLI::App& app) = 0;
  virtual int run() = 0;
};

/// Name, one-line description and maker of every subcommand, in the order of `dateline -h`.
struct CommandRow {
  const char* name;
  const char* about;
  std::function<std::unique_ptr<Command>()> make;
};
const std::vector<CommandRow>& commands();

std::unique_ptr<Command> make_code();
std::unique_ptr<Command> make_explain();
std::unique_ptr<Command> make_score();
std::unique_ptr<Command> make_codebook();
std::unique_ptr<Command> make_who();
std::unique_ptr<Command> make_formats();
std::unique_ptr<Command> make_add();
std::unique_ptr<Command> make_find();
std::unique_ptr<Command> make_show();
std::unique_ptr<Command> make_stories();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_recode();
std::unique_ptr<Command> make_mark();

/// Adds --model, --knowledge, --codebook, --neighbours and --threads, which every command that codes takes.
void add_engine_options(CLI::App& app, EngineOptions& options);

/// Says on standard error that the index of examples is stale, if it is.
void tell_neighbours(const Engine& engine);

/// Adds --wait: seconds for another program that writes to the store.
inline constexpr double kUsualWait = 10;
void add_wait_option(CLI::App& app, double& seconds);
std::chrono::milliseconds milliseconds_of(double seconds);

/// The day that an option names. Throws Error(bad_date).
std::chrono::year_month_day day_option(const char* option, const std::string& text);

}  // namespace dateline::cli
