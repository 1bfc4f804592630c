// The parse stage: words, sentences, tags, names, dependencies and event scores
// of reports, by one encoder and its heads.
#pragma once

#include <dateline/evidence.h>
#include <dateline/report.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

namespace dateline {

/// Where an index of the codebook's examples is, and the checksum of the examples that it must be of.
struct NeighbourSource {
  std::filesystem::path path;  ///< empty: no neighbours
  std::uint32_t examples = 0;
};

/// Is shown what the event head sees of a word that may be a trigger: its key.
using KeyWatcher = std::function<void(const Report&, Span word, std::span<const float> key)>;

/// Immutable once loaded: any number of threads may call parse() at once, each with its own reports.
class Parser {
 public:
  /// An index of another model or of other examples is not used. Throws Error(file_not_found | bad_model |
  /// bad_neighbours).
  explicit Parser(const std::filesystem::path& model, const NeighbourSource& neighbours = {});
  ~Parser();
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;

  /// Fills tokens, sentences, names, mention_types, event_scores and event_labels (both empty if the model has no
  /// event head) from text, segments and paragraphs, replacing what was there. A report gets the same result alone and
  /// in any company; groups of some dozen reports keep the encoder's batches full.
  void parse(std::span<Report* const> reports) const;
  void parse(Report& report) const;
  /// The same, and `watcher` sees the words of all reports, in no particular order of the reports.
  void parse(std::span<Report* const> reports, const KeyWatcher& watcher) const;

  NeighbourState neighbours() const;
  /// Numbers of a key; 0: the model has no event head.
  std::size_t key_width() const;
  /// The model's checksum, to which an index is bound.
  std::uint32_t checksum() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
