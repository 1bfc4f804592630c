// The one door to Dateline: load once, code reports. Command line, bindings
// and tests all come through here.
#pragma once

#include <dateline/error.h>
#include <dateline/event.h>
#include <dateline/evidence.h>
#include <dateline/report.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace dateline {

/// Where the engine finds its files, and how it works.
struct EngineOptions {
  std::filesystem::path model;      ///< empty: found beside the program (see find_data)
  std::filesystem::path knowledge;  ///< empty: likewise
  std::filesystem::path codebook;   ///< empty: the PLOVER codebook
  /// Index of the codebook's examples; empty: the one beside the codebook (`plover.neighbours`), if there is one.
  std::filesystem::path neighbours;
  unsigned threads = 0;  ///< 0: as many as the machine has
  Evidence evidence;
};

/// Which stages to run. A later stage needs the earlier ones.
enum class Stage { parse, resolve, code };

/// Codes reports. Immutable after construction and safe to share between threads.
class Engine {
 public:
  /// Loads model, tables, codebook and index. Throws Error (bad_model, bad_knowledge, bad_codebook, bad_neighbours).
  explicit Engine(const EngineOptions& options = {});
  ~Engine();
  Engine(Engine&& other) noexcept;
  Engine& operator=(Engine&& other) noexcept;

  /// Adds the layers up to `last` to each report. The same report gives the same
  /// layers alone or among others, on any number of threads.
  void code(std::vector<Report>& reports, Stage last = Stage::code) const;
  void code(Report& report, Stage last = Stage::code) const;

  /// Type that the coder holds for what `source` does to `target`, two spans of a coded report's text: always
  /// one of the codebook's types, however weak the evidence. For scoring with given pairs.
  std::string type_between(const Report& coded, Span source, Span target) const;

  /// Are the codebook's examples used as neighbours?
  NeighbourState neighbours() const;

  /// Version of the model and codebook, for records and cards.
  std::string version() const;

  /// Tells this engine from those that may code otherwise: the version, and a hash of program version, model, tables
  /// and codebook. Reads the files: throws Error(file_not_found | file_unreadable) if they have gone.
  std::string fingerprint() const;

  /// Seconds that all threads of the process have spent in int8 products so far, for benchmarks.
  double seconds_in_products() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Finds a data file ("models/dateline.model") in $DATELINE_DATA, beside the program, under
/// its install prefix, or in the source tree it was built from. Throws Error(file_not_found).
std::filesystem::path find_data(const std::string& relative);

}  // namespace dateline
