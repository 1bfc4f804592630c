// The event head: how likely a word triggers an event of each of the codebook's types.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "neural/linear.h"

namespace dateline {

class EventHead {
 public:
  explicit EventHead(const neural::ModelFile& model);
  /// A model may come without this head.
  static bool in(const neural::ModelFile& model) { return model.has("event.out.weight"); }

  /// The types, `NONE` last.
  const std::vector<std::string>& labels() const { return labels_; }
  /// Probabilities of the labels for each row of `vectors`, and of every Status in `status` (nothing without that
  /// head).
  void score(const float* vectors, std::size_t words, float* out, float* status, neural::Workspace& workspace) const;
  /// How many statuses score() tells: 0 or all.
  std::size_t statuses() const { return status_ ? status_->out() : 0; }

 private:
  std::vector<std::string> labels_;
  neural::Linear hidden_;
  neural::Linear out_;
  std::optional<neural::Linear> status_;
};

}  // namespace dateline
