// The transformer encoder (BERT, post-norm) over windows of pieces.
//
// The windows of a batch are packed without padding: linear maps see all rows at
// once, attention sees each window alone. A window's result is the same bit for
// bit whatever other windows are in the batch.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "neural/linear.h"
#include "neural/model_file.h"

namespace dateline::neural {

/// Windows one after another. `ends[i]` is where window i ends; positions count from 0 in each.
struct Batch {
  std::vector<std::uint32_t> pieces;
  std::vector<std::uint8_t> shapes;
  std::vector<std::uint32_t> ends;

  std::size_t rows() const { return pieces.size(); }
  void clear();
};

/// Immutable, so threads may share it; each brings its own Workspace. Keeps pointers into the model file.
class Encoder {
 public:
  explicit Encoder(const ModelFile& model);

  std::size_t width() const { return config_.hidden; }
  /// Windows have at most this many pieces.
  std::size_t max_pieces() const { return config_.max_pieces; }
  std::size_t vocabulary_size() const { return words_; }

  /// Do events have last layers of their own? Otherwise their heads read what the others read.
  bool has_event_layers() const { return !event_layers_.empty(); }

  /// `out` gets width() values for each piece of the batch; so does `event_out` from the layers of events, unless it is
  /// null (as it must be without such layers).
  void encode(const Batch& batch, float* out, float* event_out, Workspace& workspace) const;
  void encode(const Batch& batch, float* out, Workspace& workspace) const { encode(batch, out, nullptr, workspace); }

 private:
  struct Layer {
    Linear qkv, attention_out, up, down;
    LayerNorm attention_norm, output_norm;
  };

  static Layer read_layer(const ModelFile& model, const std::string& name);
  void embed(const Batch& batch, float* out) const;
  void attend_windows(const Batch& batch, const float* qkv, float* context, Workspace& workspace) const;
  void run_layer(const Layer& layer, const Batch& batch, float* x, Workspace& workspace) const;

  Config config_;
  std::size_t words_ = 0;
  std::span<const std::int8_t> word_bytes_;  ///< empty in a float32 file
  std::span<const float> word_scales_;
  std::span<const float> word_floats_;  ///< empty in an int8 file
  std::span<const float> positions_;
  std::span<const float> shapes_;
  LayerNorm embedding_norm_;
  std::vector<Layer> layers_;
  std::vector<Layer> event_layers_;  ///< stand for the last of layers_ where events are read
};

}  // namespace dateline::neural
