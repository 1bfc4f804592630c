#include "neural/encoder.h"

#include <fmt/format.h>

#include <algorithm>

#include "neural/attention.h"

namespace dateline::neural {
namespace {

LayerNorm read_norm(const ModelFile& model, const std::string& name) {
  const Config& config = model.config();
  return {model.floats(name + ".gamma", {config.hidden}), model.floats(name + ".beta", {config.hidden}),
          config.layer_norm_epsilon};
}

}  // namespace

void Batch::clear() {
  pieces.clear();
  shapes.clear();
  ends.clear();
}

Encoder::Layer Encoder::read_layer(const ModelFile& model, const std::string& name) {
  const Config& config = model.config();
  return {Linear(model, name + "qkv", 3 * config.hidden, config.hidden),
          Linear(model, name + "out", config.hidden, config.hidden),
          Linear(model, name + "up", config.intermediate, config.hidden),
          Linear(model, name + "down", config.hidden, config.intermediate),
          read_norm(model, name + "norm1"),
          read_norm(model, name + "norm2")};
}

Encoder::Encoder(const ModelFile& model) : config_(model.config()), words_(model.vocabulary().size()) {
  const std::size_t width = config_.hidden;
  if (width / config_.heads % 32 != 0) model.fail("attention heads must have a multiple of 32 values");
  if (model.type("embeddings.word") == Type::int8) {
    word_bytes_ = model.bytes("embeddings.word", {words_, width});
    word_scales_ = model.floats("embeddings.word.scale", {words_});
  } else {
    word_floats_ = model.floats("embeddings.word", {words_, width});
  }
  positions_ = model.floats("embeddings.position", {config_.max_pieces, width});
  shapes_ = model.floats("embeddings.shape", {config_.shapes, width});
  embedding_norm_ = read_norm(model, "embeddings.norm");
  for (std::size_t i = 0; i < config_.layers; ++i) layers_.push_back(read_layer(model, fmt::format("layer.{}.", i)));
  for (std::size_t i = 0; i < config_.event_layers; ++i)
    event_layers_.push_back(read_layer(model, fmt::format("event.layer.{}.", i)));
}

void Encoder::embed(const Batch& batch, float* out) const {
  const std::size_t width = config_.hidden;
  std::size_t row = 0;
  for (const std::size_t end : batch.ends) {
    for (const std::size_t begin = row; row < end; ++row) {
      const std::size_t word = batch.pieces[row];
      const float* position = &positions_[(row - begin) * width];
      const float* shape = &shapes_[batch.shapes[row] * width];
      float* to = out + row * width;
      if (word_floats_.empty()) {
        embed_row(&word_bytes_[word * width], word_scales_[word], position, shape, width, to);
      } else {
        embed_row(&word_floats_[word * width], position, shape, width, to);
      }
      normalise_row(to, embedding_norm_);
    }
  }
}

void Encoder::attend_windows(const Batch& batch, const float* qkv, float* context, Workspace& workspace) const {
  const std::size_t width = config_.hidden;
  std::size_t begin = 0;
  for (const std::size_t end : batch.ends) {
    attend({qkv + begin * 3 * width, end - begin, config_.heads, width / config_.heads}, workspace.attention,
           context + begin * width);
    begin = end;
  }
}

void Encoder::run_layer(const Layer& layer, const Batch& batch, float* x, Workspace& workspace) const {
  const std::size_t rows = batch.rows();
  const std::size_t width = config_.hidden;
  float* qkv = workspace.hidden.reserve(rows * std::max(3 * width, config_.intermediate));
  float* context = workspace.context.reserve(rows * width);
  layer.qkv.apply(x, rows, qkv, Activation::none, workspace);
  attend_windows(batch, qkv, context, workspace);
  // Block by block, so that what one map leaves is still in the cache for the next.
  for (std::size_t first = 0; first < rows; first += kBlockRows) {
    const std::size_t count = std::min(kBlockRows, rows - first);
    float* block = x + first * width;
    float* inner = qkv;
    layer.attention_out.apply_residual(context + first * width, count, block, layer.attention_norm, workspace);
    layer.up.apply(block, count, inner, Activation::gelu, workspace);
    layer.down.apply_residual(inner, count, block, layer.output_norm, workspace);
  }
}

void Encoder::encode(const Batch& batch, float* out, float* event_out, Workspace& workspace) const {
  if (batch.rows() == 0) return;
  const SingleThreaded guard;
  embed(batch, out);
  const std::size_t shared = layers_.size() - event_layers_.size();
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (i == shared && event_out != nullptr) std::copy_n(out, batch.rows() * width(), event_out);
    run_layer(layers_[i], batch, out, workspace);
  }
  if (event_out == nullptr) return;
  for (const Layer& layer : event_layers_) run_layer(layer, batch, event_out, workspace);
}

}  // namespace dateline::neural
