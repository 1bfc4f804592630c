// For each head, scores = Q K^T and result = softmax(scores) V are both a small
// product C = A B with A read by broadcast and B by rows; one register-blocked
// kernel of six rows by 32 columns does both. K is transposed first so that its
// columns lie side by side. A row's sums run in the order of the window's own
// pieces, whatever else is in the batch.
#include "neural/attention.h"

#pragma GCC optimize("fp-contract=fast")

#include "neural/lanes.h"

namespace dateline::neural {
namespace {

constexpr std::size_t kRows = 6;
constexpr std::size_t kColumns = 2 * kLanes;

/// A matrix with `stride` values from row to row.
template <typename T>
struct Matrix {
  T* data;
  std::size_t stride;
  DATELINE_INLINE T* row(std::size_t i) const { return data + i * stride; }
};

/// c[0..Rows)[0..32) = a[0..Rows)[0..depth) * b[0..depth)[0..32)
template <std::size_t Rows>
DATELINE_INLINE void multiply_tile(Matrix<const float> a, Matrix<const float> b, std::size_t depth, Matrix<float> c) {
  Lanes left[Rows] = {};
  Lanes right[Rows] = {};
  for (std::size_t k = 0; k < depth; ++k) {
    const Lanes b0 = load(b.row(k));
    const Lanes b1 = load(b.row(k) + kLanes);
    for (std::size_t r = 0; r < Rows; ++r) {
      const float x = a.row(r)[k];
      left[r] += x * b0;
      right[r] += x * b1;
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    store(c.row(r), left[r]);
    store(c.row(r) + kLanes, right[r]);
  }
}

DATELINE_INLINE void multiply_column(Matrix<const float> a, std::size_t rows, Matrix<const float> b, std::size_t depth,
                                     Matrix<float> c) {
  std::size_t i = 0;
  for (; i + kRows <= rows; i += kRows) {
    multiply_tile<kRows>({a.row(i), a.stride}, b, depth, {c.row(i), c.stride});
  }
  for (; i + 2 <= rows; i += 2) multiply_tile<2>({a.row(i), a.stride}, b, depth, {c.row(i), c.stride});
  if (i < rows) multiply_tile<1>({a.row(i), a.stride}, b, depth, {c.row(i), c.stride});
}

/// Keys of one head as [size][padded], zeros beyond the window.
DATELINE_INLINE void transpose_keys(Matrix<const float> keys, std::size_t rows, std::size_t size, Matrix<float> out) {
  for (std::size_t first = 0; first < out.stride; first += kLanes) {
    for (std::size_t d = 0; d < size; d += kLanes) {
      Lanes square[kLanes];
      for (std::size_t r = 0; r < kLanes; ++r) square[r] = first + r < rows ? load(keys.row(first + r) + d) : Lanes{};
      transpose(square);
      for (std::size_t r = 0; r < kLanes; ++r) store(out.row(d + r) + first, square[r]);
    }
  }
}

/// Softmax of scale * row over its first `count` values; the rest of the padded row becomes zero.
DATELINE_INLINE void softmax(float* row, std::size_t count, std::size_t padded, float scale) {
  for (std::size_t i = count; i < padded; ++i) row[i] = -1e30F;
  Lanes most = load(row);
  for (std::size_t i = kLanes; i < padded; i += kLanes) most = maximum(most, load(row + i));
  const float top = largest(most);
  Lanes total{};
  for (std::size_t i = 0; i < padded; i += kLanes) {
    const Lanes e = exponential((load(row + i) - top) * scale);
    total += e;
    store(row + i, e);
  }
  const float inverse = 1.0F / sum(total);
  for (std::size_t i = 0; i < padded; i += kLanes) store(row + i, load(row + i) * inverse);
}

}  // namespace

DATELINE_KERNEL void attend_head(Matrix<const float> qkv, std::size_t rows, std::size_t size, std::size_t width,
                                 float* scratch, Matrix<float> out) {
  const std::size_t padded = (rows + kColumns - 1) / kColumns * kColumns;
  const Matrix<float> keys{scratch, padded};
  const Matrix<float> scores{scratch + size * padded, padded};
  transpose_keys({qkv.data + width, qkv.stride}, rows, size, keys);
  for (std::size_t j = 0; j < padded; j += kColumns) {
    multiply_column(qkv, rows, {keys.data + j, padded}, size, {scores.data + j, padded});
  }
  const float scale = 1.0F / __builtin_sqrtf(static_cast<float>(size));
  for (std::size_t i = 0; i < rows; ++i) softmax(scores.row(i), rows, padded, scale);
  for (std::size_t d = 0; d < size; d += kColumns) {
    multiply_column({scores.data, padded}, rows, {qkv.data + 2 * width + d, qkv.stride}, rows,
                    {out.data + d, out.stride});
  }
}

void attend(const AttentionInput& input, Buffer<float>& scratch, float* out) {
  const std::size_t width = input.heads * input.size;
  const std::size_t padded = (input.rows + kColumns - 1) / kColumns * kColumns;
  float* memory = scratch.reserve((input.size + input.rows) * padded);
  for (std::size_t head = 0; head < input.heads; ++head) {
    const std::size_t offset = head * input.size;
    attend_head({input.qkv + offset, 3 * width}, input.rows, input.size, width, memory, {out + offset, width});
  }
}

}  // namespace dateline::neural
