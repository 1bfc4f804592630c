// Self-attention within one window, in float32.
#pragma once

#include <cstddef>

#include "neural/buffer.h"

namespace dateline::neural {

/// The queries, keys and values of one window's rows, side by side as the encoder's `qkv` map leaves them.
struct AttentionInput {
  const float* qkv;  ///< rows of 3 * heads * size values
  std::size_t rows;
  std::size_t heads;
  std::size_t size;  ///< values a head, a multiple of 32
};

/// out[row] = the heads' weighted values, side by side (heads * size values a row).
void attend(const AttentionInput& input, Buffer<float>& scratch, float* out);

}  // namespace dateline::neural
