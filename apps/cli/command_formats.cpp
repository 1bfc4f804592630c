// `dateline formats`: what the formats of --format are, and the columns of each.
#include <dateline/formats.h>
#include <fmt/core.h>

#include "command.h"

namespace dateline::cli {
namespace {

class Formats : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("name", name_, "print the columns of this format and their types, as JSON");
  }

  int run() override {
    if (name_.empty()) {
      for (const Format& format : formats())
        fmt::print("{:<15} .{:<8} {}\n", format.name, format.extension, format.title);
      return 0;
    }
    const Format* format = find_format(name_);
    if (format == nullptr) throw Error(ErrorCode::usage, "no format is called " + name_);
    fmt::print("{}", to_schema(*format));
    return 0;
  }

 private:
  std::string name_;
};

}  // namespace

std::unique_ptr<Command> make_formats() { return std::make_unique<Formats>(); }

}  // namespace dateline::cli
