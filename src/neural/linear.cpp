#include "neural/linear.h"

#include <algorithm>
#include <array>

namespace dateline::neural {
namespace {

template <typename T>
void extend(std::vector<T>& values, std::span<const T> more) {
  values.insert(values.end(), more.begin(), more.end());
}

}  // namespace

Linear::Linear(const ModelFile& model, const std::string& name, std::size_t out, std::size_t in)
    : Linear(model, {{name, out}}, in) {}

Linear::Linear(const ModelFile& model, const std::vector<std::pair<std::string, std::size_t>>& parts, std::size_t in)
    : in_(in) {
  const Type type = model.type(parts.front().first + ".weight");
  std::vector<std::int8_t> bytes;
  std::vector<float> floats;
  for (const auto& [name, out] : parts) {
    out_ += out;
    extend(bias_, model.floats(name + ".bias", {out}));
    if (type == Type::int8) {
      extend(bytes, model.bytes(name + ".weight", {out, in}));
      extend(scale_, model.floats(name + ".scale", {out}));
    } else {
      extend(floats, model.floats(name + ".weight", {out, in}));
    }
  }
  if (type == Type::int8) {
    int8_.emplace(bytes, out_, in_);
  } else {
    float_.emplace(floats, out_, in_);
  }
}

Linear::Linear(std::span<const float> weights, std::span<const float> bias, Type type, std::size_t in)
    : out_(bias.size()), in_(in), bias_(bias.begin(), bias.end()) {
  if (type == Type::int8) {
    quantise(weights);
  } else {
    float_.emplace(weights, out_, in_);
  }
}

void Linear::quantise(std::span<const float> weights) {
  std::vector<std::int8_t> bytes(weights.size());
  for (std::size_t o = 0; o < out_; ++o) scale_.push_back(quantise_row(&weights[o * in_], in_, &bytes[o * in_]));
  int8_.emplace(bytes, out_, in_);
}

template <typename Place, typename Finish>
void Linear::for_blocks(const float* x, std::size_t rows, Workspace& workspace, Place place, Finish finish) const {
  for (std::size_t first = 0; first < rows; first += kBlockRows) {
    const std::size_t count = std::min(kBlockRows, rows - first);
    const float* block = x + first * in_;
    if (int8_) {
      std::array<float, kBlockRows> scales;
      std::int8_t* quantised = workspace.quantised.reserve(kBlockRows * in_);
      std::int32_t* sums = workspace.accumulators.reserve(kBlockRows * out_);
      for (std::size_t r = 0; r < count; ++r) scales[r] = quantise_row(block + r * in_, in_, quantised + r * in_);
      int8_->run(quantised, count, sums, workspace.library);
      for (std::size_t r = 0; r < count; ++r) {
        float* to = place(first + r);
        rescale_row(sums + r * out_, scales[r], scale_.data(), bias_.data(), out_, to);
        finish(first + r, to);
      }
      continue;
    }
    float* products = workspace.products.reserve(kBlockRows * out_);
    if (count < kBlockRows) {
      float* padded = workspace.rows.reserve(kBlockRows * in_);
      std::fill(std::copy_n(block, count * in_, padded), padded + kBlockRows * in_, 0.0F);
      block = padded;
    }
    float_->run(block, count, products, workspace.library);
    for (std::size_t r = 0; r < count; ++r) {
      float* to = place(first + r);
      add_bias_row(products + r * out_, bias_.data(), out_, to);
      finish(first + r, to);
    }
  }
}

void Linear::apply(const float* x, std::size_t rows, float* y, Activation activation, Workspace& workspace) const {
  for_blocks(
      x, rows, workspace, [&](std::size_t row) { return y + row * out_; },
      [&](std::size_t, float* values) {
        if (activation == Activation::gelu) gelu_row(values, out_);
      });
}

void Linear::apply_residual(const float* x, std::size_t rows, float* into, const LayerNorm& norm,
                            Workspace& workspace) const {
  float* scratch = workspace.residual.reserve(out_);
  for_blocks(
      x, rows, workspace, [&](std::size_t) { return scratch; },
      [&](std::size_t row, const float* values) { add_normalise_row(into + row * out_, values, norm); });
}

}  // namespace dateline::neural
