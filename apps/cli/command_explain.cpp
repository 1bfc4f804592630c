#include <dateline/formats.h>
#include <dateline/reading.h>

#include <cstdio>

#include "command.h"

namespace dateline::cli {
namespace {

class Explain : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("text", text_, "the text itself; - reads standard input, @FILE a file")->required();
    app.add_option("--published", published_, "date of the report: YYYY-MM-DD");
    add_engine_options(app, options_);
  }

  int run() override {
    Report report = read();
    if (!published_.empty()) report.published = parse_date(published_);
    if (!published_.empty() && !report.published)
      throw Error(ErrorCode::bad_date, "--published " + published_ + " is no date");
    const Engine engine(options_);
    tell_neighbours(engine);
    engine.code(report);
    const std::string out = to_explanation(report);
    std::fwrite(out.data(), 1, out.size(), stdout);
    return 0;
  }

 private:
  Report read() const {
    if (text_ != "-" && !text_.starts_with("@")) return report_of(text_, "text");
    Report found;
    ReadOptions options;
    options.format = InputFormat::text;
    std::optional<Error> fault;
    read_reports(
        {text_ == "-" ? text_ : text_.substr(1)}, options,
        [&](Report&& report) {
          found = std::move(report);
          return false;
        },
        [&](const Complaint& c) {
          if (c.skipped) fault.emplace(c.code, c.message, c.file, c.line);
        });
    if (fault) throw *fault;
    return found;
  }

  std::string text_;
  std::string published_;
  EngineOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_explain() { return std::make_unique<Explain>(); }

}  // namespace dateline::cli
