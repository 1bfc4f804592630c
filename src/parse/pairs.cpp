#include "parse/pairs.h"

#include "neural/kernels.h"

namespace dateline {
namespace {

using neural::ModelFile;

/// One half of every label's linear part, label by label.
std::vector<float> read_halves(const ModelFile& model, const std::string& name, std::size_t labels, std::size_t size,
                               std::size_t half) {
  const auto linear = model.floats(name + ".linear", {labels, 2 * size});
  std::vector<float> halves;
  for (std::size_t r = 0; r < labels; ++r) {
    const auto part = linear.subspan((2 * r + half) * size, size);
    halves.insert(halves.end(), part.begin(), part.end());
  }
  return halves;
}

}  // namespace

PairScorer::PairScorer(const ModelFile& model, const std::string& name, std::size_t labels, std::size_t size)
    : size_(size),
      maps_(model.floats(name + ".bilinear", {labels, size, size}), read_halves(model, name, labels, size, 0),
            model.type("tags.weight"), size),
      head_halves_(read_halves(model, name, labels, size, 1)),
      bias_(model.floats(name + ".bias", {labels})) {}

void PairScorer::map(const float* heads, std::size_t count, float* out, neural::Workspace& workspace) const {
  maps_.apply(heads, count, out, neural::Activation::none, workspace);
}

void PairScorer::constants(const float* head, std::span<float> out) const {
  for (std::size_t r = 0; r < out.size(); ++r) out[r] = neural::dot(&head_halves_[r * size_], head, size_) + bias_[r];
}

float PairScorer::score(const float* dependent, const float* maps, std::span<const float> constants,
                        std::size_t label) const {
  return neural::dot(dependent, maps + label * size_, size_) + constants[label];
}

}  // namespace dateline
