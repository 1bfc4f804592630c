// What `code` and `add` have in common: reports from files, folders and standard input, in groups.
#pragma once

#include <dateline/reading.h>

#include <CLI/CLI.hpp>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace dateline::cli {

class Intake {
 public:
  /// Adds the inputs and the options of reading.
  void setup(CLI::App& app);

  /// Reads the inputs and gives reports to `take` in groups, so that threads have work and memory stays bounded; it
  /// returns false to stop. Faults go to standard error.
  void read(const std::function<bool(std::vector<Report>&)>& take);

  /// Bytes of the inputs, 0 if unknown.
  std::size_t bytes() const;
  std::size_t skipped() const { return skipped_; }
  std::size_t repaired() const { return repaired_; }
  /// That of the first fault for which something was skipped, or 0.
  int exit_status() const { return status_; }

 private:
  bool take(Report&& report);
  bool flush();
  void note(const Complaint& complaint);

  std::vector<std::string> inputs_;
  std::string published_;
  ReadOptions options_;
  std::function<bool(std::vector<Report>&)> take_;
  std::vector<Report> pending_;
  std::size_t pending_bytes_ = 0;
  std::size_t skipped_ = 0;
  std::size_t repaired_ = 0;
  int status_ = 0;
};

}  // namespace dateline::cli
