// Labels of pairs of words: a bilinear form and a linear one for every label
// (docs/formats/model.md, "rel" and "role"). The head's side is mapped once,
// for all words that are paired with it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "neural/linear.h"

namespace dateline {

class PairScorer {
 public:
  /// Tensors NAME.bilinear [labels, size, size], NAME.linear [labels, 2 size], NAME.bias [labels]. `size` is a multiple
  /// of 16.
  PairScorer(const neural::ModelFile& model, const std::string& name, std::size_t labels, std::size_t size);

  std::size_t size() const { return size_; }
  std::size_t labels() const { return bias_.size(); }
  /// Numbers that map() writes for a head.
  std::size_t mapped() const { return maps_.out(); }

  /// For each of `count` head vectors (rows of `size`) its maps: for every label W_r h plus the dependent's half of
  /// p_r.
  void map(const float* heads, std::size_t count, float* out, neural::Workspace& workspace) const;
  /// What the head alone adds to each label: its half of p_r, and the bias.
  void constants(const float* head, std::span<float> out) const;
  /// Score of a label, given the head's maps and constants.
  float score(const float* dependent, const float* maps, std::span<const float> constants, std::size_t label) const;

 private:
  std::size_t size_;
  neural::Linear maps_;
  std::vector<float> head_halves_;
  std::span<const float> bias_;
};

}  // namespace dateline
