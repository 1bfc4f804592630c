// The event head: how likely a word triggers an event of each of the codebook's types, and of a trigger the act, mode
// and contexts of its event.
#pragma once

#include <dateline/report.h>

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
  /// head). `keys` gets the hidden layer, key_width() numbers a row: what the head sees of the word.
  void score(const float* vectors, std::size_t words, float* keys, float* out, float* status,
             neural::Workspace& workspace) const;
  std::size_t key_width() const { return hidden_.out(); }
  /// How many statuses score() tells: 0 or all.
  std::size_t statuses() const { return status_ ? status_->out() : 0; }

  /// Labels of EventScores::acts, modes and contexts; empty if the model does not tell them.
  const std::vector<std::string>& acts() const { return acts_.labels; }
  const std::vector<std::string>& modes() const { return modes_.labels; }
  const std::vector<std::string>& contexts() const { return contexts_.labels; }
  /// Scratch memory of one thread.
  struct Details {
    neural::Buffer<float> vectors, hidden, acts, modes, contexts;
  };
  /// Fills acts, modes and contexts of triggers, whose vectors are the rows of `scratch.vectors`.
  void add_details(std::span<EventScores* const> triggers, Details& scratch, neural::Workspace& workspace) const;

 private:
  std::vector<std::string> labels_;
  neural::Linear hidden_;
  neural::Linear out_;
  std::optional<neural::Linear> status_;

  /// A head that a model may come without.
  struct Extra {
    Extra(const neural::ModelFile& model, const std::string& name);
    void score(const float* hidden, std::size_t words, float* out, neural::Workspace& workspace) const;

    std::vector<std::string> labels;
    std::optional<neural::Linear> linear;
  };
  Extra acts_, modes_, contexts_;
};

}  // namespace dateline
