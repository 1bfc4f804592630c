// Reads the reports of the named files and prints who did what to whom, one record a line:
//
//   AID  Egypt GOV -> Sudan  (future)  "send"
//
// The headers in include/dateline/ are the manual of everything used here.
#include <dateline/engine.h>
#include <dateline/reading.h>

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace {

/// "Egypt GOV + Sudan", or "somebody" where the report names nobody.
std::string names(const std::vector<dateline::Actor>& actors) {
  std::string out;
  for (const dateline::Actor& actor : actors) {
    out += (out.empty() ? "" : " + ") + actor.name;
    if (!actor.sector.empty()) out += " " + actor.sector;
  }
  return out.empty() ? "somebody" : out;
}

void print(const dateline::Report& report) {
  for (const dateline::Event& event : report.events) {
    std::cout << event.type << "  " << names(event.actors);
    if (!event.recipients.empty()) std::cout << " -> " << names(event.recipients);
    // A span is a range of bytes of the report's text; slice() gives the words.
    std::cout << "  (" << name_of(event.status) << ")  \"" << report.slice(event.trigger) << "\"\n";
  }
}

}  // namespace

int main(int argc, char** argv) try {
  // Left empty, the paths are looked for beside the program, where Dateline was installed and in $DATELINE_DATA.
  const std::filesystem::path data = DATELINE_DATA_DIR;
  dateline::EngineOptions options;
  options.model = data / "models/dateline.model";
  options.knowledge = data / "knowledge/dateline.tables";
  options.codebook = data / "codebooks/plover.toml";

  // Load once. An engine does not change afterwards, and threads may share it.
  const dateline::Engine engine(options);

  // Reading never throws for a bad report: what is wrong with one is told to the second function, and the next is read.
  dateline::read_reports(
      std::vector<std::string>(argv + 1, argv + argc), {},
      [&](dateline::Report&& report) {
        engine.code(report);
        print(report);
        return true;  // false would stop reading
      },
      [](const dateline::Complaint& complaint) { std::cerr << to_string(complaint) << "\n"; });
  return 0;
} catch (const dateline::Error& error) {
  // The table of errors knows what to do next, and the exit status of the command line.
  const dateline::ErrorRow& row = dateline::describe(error.code());
  std::cerr << error.what() << "\n" << row.next << "\n";
  return row.exit_status;
}
