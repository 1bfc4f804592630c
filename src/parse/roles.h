// The role head: which words of a sentence take part in a trigger's event, and how.
#pragma once

#include <dateline/report.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "parse/pairs.h"

namespace dateline {

class RoleHead {
 public:
  explicit RoleHead(const neural::ModelFile& model);
  /// A model may come without this head.
  static bool in(const neural::ModelFile& model) { return model.has("role.word.weight"); }

  /// Names of RoleScores::sector; empty if the model does not tell sectors.
  const std::vector<std::string>& sectors() const { return sectors_; }

  /// Scratch memory of one thread.
  struct Workspace {
    neural::Buffer<float> gathered, triggers, words, maps, hidden, sectors;
  };

  /// Words `sentence` of a batch, whose vectors are rows of `vectors`, and its triggers among them: for each trigger
  /// the words that may take part, counted from the sentence's first.
  std::vector<std::vector<RoleScores>> score(const float* vectors, TokenRange sentence,
                                             std::span<const std::uint32_t> triggers, Workspace& scratch,
                                             neural::Workspace& workspace) const;

 private:
  std::vector<RoleScores> of_trigger(const float* words, std::size_t count, const float* trigger,
                                     const float* maps) const;
  void add_sectors(const float* vectors, std::size_t count, std::vector<std::vector<RoleScores>>& roles,
                   Workspace& scratch, neural::Workspace& workspace) const;

  neural::Linear trigger_, word_;
  PairScorer pairs_;
  std::vector<std::string> sectors_;
  std::optional<neural::Linear> sector_hidden_, sector_;
};

}  // namespace dateline
