// The parse stage: words, sentences, tags, names, dependencies and event scores
// of reports, by one encoder and its heads.
#pragma once

#include <dateline/report.h>

#include <filesystem>
#include <memory>
#include <span>

namespace dateline {

/// Immutable once loaded: any number of threads may call parse() at once, each with its own reports.
class Parser {
 public:
  /// Throws Error(file_not_found | bad_model).
  explicit Parser(const std::filesystem::path& model);
  ~Parser();
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;

  /// Fills tokens, sentences, names, mention_types, event_scores and event_labels (both empty if the model has no
  /// event head) from text, segments and paragraphs, replacing what was there. A report gets the same result alone and
  /// in any company; groups of some dozen reports keep the encoder's batches full.
  void parse(std::span<Report* const> reports) const;
  void parse(Report& report) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
