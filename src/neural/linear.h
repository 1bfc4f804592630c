// Linear maps y = W x + b in int8 or float32, as the model file has them, with
// what follows them fused: GELU, or residual sum and layer normalisation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "neural/buffer.h"
#include "neural/kernels.h"
#include "neural/model_file.h"
#include "neural/product.h"

namespace dateline::neural {

/// Scratch memory of one thread at work.
struct Workspace {
  Buffer<std::int8_t> quantised;
  Buffer<std::int32_t> accumulators;
  Buffer<float> rows;
  Buffer<float> products;
  Buffer<float> residual;
  Buffer<float> attention;
  Buffer<float> hidden;
  Buffer<float> context;
  ProductScratch library;
};

enum class Activation { none, gelu };

/// Immutable, so threads may share it; each brings its own Workspace. A row's result depends on that row alone.
class Linear {
 public:
  /// `name`.weight, .bias and, in int8, .scale, of the given size.
  Linear(const ModelFile& model, const std::string& name, std::size_t out, std::size_t in);
  /// Several maps of the same input as one: their outputs stand side by side. All are int8, or all float32.
  Linear(const ModelFile& model, const std::vector<std::pair<std::string, std::size_t>>& parts, std::size_t in);
  /// Weights [out, in] and biases given in float32, quantised here if `type` is int8.
  Linear(std::span<const float> weights, std::span<const float> bias, Type type, std::size_t in);

  std::size_t in() const { return in_; }
  std::size_t out() const { return out_; }
  Type type() const { return int8_ ? Type::int8 : Type::float32; }

  /// y[row] = activation(W x[row] + b); rows lie one after another and `y` does not overlap `x`.
  void apply(const float* x, std::size_t rows, float* y, Activation activation, Workspace& workspace) const;
  /// into[row] = norm(into[row] + W x[row] + b)
  void apply_residual(const float* x, std::size_t rows, float* into, const LayerNorm& norm, Workspace& workspace) const;

 private:
  void quantise(std::span<const float> weights);
  /// Writes W x + b of each row to place(row), then calls finish(row, that place).
  template <typename Place, typename Finish>
  void for_blocks(const float* x, std::size_t rows, Workspace& workspace, Place place, Finish finish) const;

  std::size_t out_ = 0;
  std::size_t in_ = 0;
  std::vector<float> scale_;
  std::vector<float> bias_;
  std::optional<Int8Product> int8_;
  std::optional<FloatProduct> float_;
};

}  // namespace dateline::neural
