#include "neural/kernels.h"

#include <bit>

// Fused multiply-add where the machine has it; nothing in here depends on other rows, so batches stay exact.
#pragma GCC optimize("fp-contract=fast")

#include "neural/lanes.h"

namespace dateline::neural {
namespace {

/// A last, short group of lanes is read into zeros and written back in part.
template <typename T>
DATELINE_INLINE Lanes load_some(const T* from, std::size_t count) {
  T padded[kLanes] = {};
  for (std::size_t i = 0; i < count; ++i) padded[i] = from[i];
  return load(padded);
}

DATELINE_INLINE void store_some(float* to, Lanes value, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) to[i] = value[i];
}

DATELINE_INLINE float largest_size(const float* row, std::size_t width) {
  Lanes even{};
  Lanes odd{};
  std::size_t i = 0;
  for (; i + 2 * kLanes <= width; i += 2 * kLanes) {
    even = maximum(even, absolute(load(row + i)));
    odd = maximum(odd, absolute(load(row + i + kLanes)));
  }
  for (; i + kLanes <= width; i += kLanes) even = maximum(even, absolute(load(row + i)));
  if (i < width) odd = maximum(odd, absolute(load_some(row + i, width - i)));
  return largest(maximum(even, odd));
}

/// x * inverse, rounded half to even: the low byte of the shifted float.
DATELINE_INLINE std::int8_t to_byte(float x, float inverse) {
  return static_cast<std::int8_t>(std::bit_cast<std::int32_t>(x * inverse + kRounder));
}

DATELINE_INLINE void normalise(float* row, const LayerNorm& norm) {
  const std::size_t width = norm.gamma.size();
  Lanes total{};
  for (std::size_t i = 0; i < width; i += kLanes) total += load(row + i);
  const float mean = sum(total) / static_cast<float>(width);
  Lanes squares{};
  for (std::size_t i = 0; i < width; i += kLanes) {
    const Lanes off = load(row + i) - mean;
    squares += off * off;
  }
  const float inverse = 1.0F / __builtin_sqrtf(sum(squares) / static_cast<float>(width) + norm.epsilon);
  for (std::size_t i = 0; i < width; i += kLanes) {
    store(row + i, (load(row + i) - mean) * inverse * load(&norm.gamma[i]) + load(&norm.beta[i]));
  }
}

}  // namespace

DATELINE_KERNEL float quantise_row(const float* row, std::size_t width, std::int8_t* out) {
  const float most = largest_size(row, width);
  const float scale = most == 0 ? 1.0F : most / 127.0F;
  const float inverse = 1.0F / scale;
  for (std::size_t i = 0; i < width; ++i) out[i] = to_byte(row[i], inverse);
  return scale;
}

DATELINE_KERNEL void rescale_row(const std::int32_t* row, float row_scale, const float* scale, const float* bias,
                                 std::size_t width, float* out) {
  std::size_t i = 0;
  for (; i + kLanes <= width; i += kLanes) {
    store(out + i, load(row + i) * (row_scale * load(scale + i)) + load(bias + i));
  }
  if (const std::size_t rest = width - i; rest > 0) {
    const Lanes value = load_some(row + i, rest) * (row_scale * load_some(scale + i, rest)) + load_some(bias + i, rest);
    store_some(out + i, value, rest);
  }
}

DATELINE_KERNEL void add_bias_row(const float* row, const float* bias, std::size_t width, float* out) {
  for (std::size_t i = 0; i < width; ++i) out[i] = row[i] + bias[i];
}

DATELINE_KERNEL void gelu_row(float* row, std::size_t width) {
  std::size_t i = 0;
  for (; i + kLanes <= width; i += kLanes) store(row + i, gelu(load(row + i)));
  if (i < width) store_some(row + i, gelu(load_some(row + i, width - i)), width - i);
}

DATELINE_KERNEL void normalise_row(float* row, const LayerNorm& norm) { normalise(row, norm); }

DATELINE_KERNEL void add_normalise_row(float* row, const float* other, const LayerNorm& norm) {
  for (std::size_t i = 0; i < norm.gamma.size(); i += kLanes) store(row + i, load(row + i) + load(other + i));
  normalise(row, norm);
}

DATELINE_KERNEL void embed_row(const std::int8_t* word, float scale, const float* position, const float* shape,
                               std::size_t width, float* row) {
  for (std::size_t i = 0; i < width; ++i) row[i] = static_cast<float>(word[i]) * scale + position[i] + shape[i];
}

DATELINE_KERNEL void embed_row(const float* word, const float* position, const float* shape, std::size_t width,
                               float* row) {
  for (std::size_t i = 0; i < width; ++i) row[i] = word[i] + position[i] + shape[i];
}

DATELINE_KERNEL float dot(const float* a, const float* b, std::size_t width) {
  Lanes total{};
  for (std::size_t i = 0; i < width; i += kLanes) total += load(a + i) * load(b + i);
  return sum(total);
}

}  // namespace dateline::neural
