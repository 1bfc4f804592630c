// For each head, scores = Q K^T and result = softmax(scores) V are both a small
// product C = A B with A read by broadcast and B by rows; one register-blocked
// kernel of six rows by two vectors of columns does both. K is transposed first so that its
// columns lie side by side. A row's sums run in the order of the window's own
// pieces, whatever else is in the batch.
#include "neural/attention.h"

// Fused multiply-add, and the machine's own maximum: nothing in here is infinite or no number.
#pragma GCC optimize("fp-contract=fast", "finite-math-only", "no-signed-zeros")

#include "neural/lanes.h"

namespace dateline::neural {
namespace {

constexpr std::size_t kRows = 6;

std::size_t padded_rows(std::size_t rows) { return (rows + kLanes - 1) / kLanes * kLanes; }

/// A matrix with `stride` values from row to row.
template <typename T>
struct Matrix {
  T* data;
  std::size_t stride;
  DATELINE_INLINE T* row(std::size_t i) const { return data + i * stride; }
};

template <typename Vector>
inline constexpr std::size_t kWidth = sizeof(Vector) / sizeof(float);

/// c[0..Rows)[0..n) = a[0..Rows)[0..depth) * b[0..depth)[0..n), n being the width of that many vectors
template <typename Vector, std::size_t Rows, std::size_t Vectors>
DATELINE_INLINE void multiply_tile(Matrix<const float> a, Matrix<const float> b, std::size_t depth, Matrix<float> c) {
  Vector sums[Rows][Vectors] = {};
  for (std::size_t k = 0; k < depth; ++k) {
    Vector line[Vectors];
    for (std::size_t v = 0; v < Vectors; ++v) line[v] = copy_of<Vector>(b.row(k) + v * kWidth<Vector>);
    for (std::size_t r = 0; r < Rows; ++r) {
      const float x = a.row(r)[k];
      for (std::size_t v = 0; v < Vectors; ++v) sums[r][v] += x * line[v];
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    for (std::size_t v = 0; v < Vectors; ++v)
      __builtin_memcpy(c.row(r) + v * kWidth<Vector>, &sums[r][v], sizeof(Vector));
  }
}

template <typename Vector, std::size_t Vectors>
DATELINE_INLINE void multiply_column(Matrix<const float> a, std::size_t rows, Matrix<const float> b, std::size_t depth,
                                     Matrix<float> c) {
  std::size_t i = 0;
  for (; i + kRows <= rows; i += kRows)
    multiply_tile<Vector, kRows, Vectors>({a.row(i), a.stride}, b, depth, {c.row(i), c.stride});
  for (; i + 2 <= rows; i += 2) multiply_tile<Vector, 2, Vectors>({a.row(i), a.stride}, b, depth, {c.row(i), c.stride});
  if (i < rows) multiply_tile<Vector, 1, Vectors>({a.row(i), a.stride}, b, depth, {c.row(i), c.stride});
}

/// c = a * b for all of b's `columns`, a multiple of kLanes: two vectors of columns at a time.
template <typename Vector>
DATELINE_INLINE void multiply(Matrix<const float> a, std::size_t rows, Matrix<const float> b, std::size_t depth,
                              std::size_t columns, Matrix<float> c) {
  std::size_t j = 0;
  for (; j + 2 * kWidth<Vector> <= columns; j += 2 * kWidth<Vector>)
    multiply_column<Vector, 2>(a, rows, {b.data + j, b.stride}, depth, {c.data + j, c.stride});
  if (j < columns) multiply_column<Vector, 1>(a, rows, {b.data + j, b.stride}, depth, {c.data + j, c.stride});
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

/// row = exp(scale * (row - its maximum)) over its first `count` values, zero in the padding. Returns 1 / their sum,
/// for softmax; the few results are divided later, not the many weights.
DATELINE_INLINE float exponentiate(float* row, std::size_t count, std::size_t padded, float scale) {
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
  return 1.0F / sum(total);
}

DATELINE_INLINE void scale_row(float* row, std::size_t width, float factor) {
  for (std::size_t i = 0; i < width; i += kLanes) store(row + i, load(row + i) * factor);
}

/// Six rows and two vectors of sums fit the registers.
template <typename Vector>
DATELINE_INLINE void attend_with(Matrix<const float> qkv, std::size_t rows, std::size_t size, std::size_t width,
                                 float* scratch,  // NOLINT(readability-non-const-parameter): written through Matrix
                                 Matrix<float> out) {
  const std::size_t padded = padded_rows(rows);
  const Matrix<float> keys{scratch, padded};
  const Matrix<float> scores{scratch + size * padded, padded};
  float* inverse = scores.row(rows);
  transpose_keys({qkv.data + width, qkv.stride}, rows, size, keys);
  multiply<Vector>(qkv, rows, {keys.data, padded}, size, padded, scores);
  const float scale = 1.0F / __builtin_sqrtf(static_cast<float>(size));
  for (std::size_t i = 0; i < rows; ++i) inverse[i] = exponentiate(scores.row(i), rows, padded, scale);
  multiply<Vector>({scores.data, padded}, rows, {qkv.data + 2 * width, qkv.stride}, rows, size, out);
  for (std::size_t i = 0; i < rows; ++i) scale_row(out.row(i), size, inverse[i]);
}

DATELINE_NARROW_KERNEL void attend_narrow(Matrix<const float> qkv, std::size_t rows, std::size_t size,
                                          std::size_t width, float* scratch, Matrix<float> out) {
  attend_with<HalfLanes>(qkv, rows, size, width, scratch, out);
}

DATELINE_WIDE_KERNEL void attend_wide(Matrix<const float> qkv, std::size_t rows, std::size_t size, std::size_t width,
                                      float* scratch, Matrix<float> out) {
  attend_with<Lanes>(qkv, rows, size, width, scratch, out);
}

}  // namespace

void attend(const AttentionInput& input, Buffer<float>& scratch, float* out) {
  const std::size_t width = input.heads * input.size;
  const auto attend_head = has_wide_registers() ? attend_wide : attend_narrow;
  float* memory = scratch.reserve((input.size + input.rows + 1) * padded_rows(input.rows));
  for (std::size_t head = 0; head < input.heads; ++head) {
    const std::size_t offset = head * input.size;
    attend_head({input.qkv + offset, 3 * width}, input.rows, input.size, width, memory, {out + offset, width});
  }
}

}  // namespace dateline::neural
