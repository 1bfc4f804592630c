// A subcommand of the program: `setup` says what it takes and touches no file,
// `run` works and returns the exit status. One a file, command_<name>.cpp.
#pragma once

#include <dateline/engine.h>

#include <CLI/CLI.hpp>
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

/// Adds --model, --knowledge, --codebook, --neighbours and --threads, which every command that codes takes.
void add_engine_options(CLI::App& app, EngineOptions& options);

/// Says on standard error that the index of examples is stale, if it is.
void tell_neighbours(const Engine& engine);

}  // namespace dateline::cli
