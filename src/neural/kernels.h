// What happens to a row before and after its product with a weight matrix:
// quantising, scaling back, bias, GELU, residual sum and layer normalisation.
// Widths are multiples of 16 unless said otherwise; rows need no alignment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace dateline::neural {

/// Gain and offset of a layer normalisation.
struct LayerNorm {
  std::span<const float> gamma;
  std::span<const float> beta;
  float epsilon = 1e-12F;
};

/// Quantises `row` symmetrically to [-127, 127], halves to even, and returns the scale s of x = q * s. Any width.
float quantise_row(const float* row, std::size_t width, std::int8_t* out);

/// out = row * (row_scale * scale) + bias. Any width.
void rescale_row(const std::int32_t* row, float row_scale, const float* scale, const float* bias, std::size_t width,
                 float* out);
/// out = row + bias. Any width.
void add_bias_row(const float* row, const float* bias, std::size_t width, float* out);

/// GELU in place. Any width.
void gelu_row(float* row, std::size_t width);

/// row = norm(row).
void normalise_row(float* row, const LayerNorm& norm);
/// row = norm(row + other).
void add_normalise_row(float* row, const float* other, const LayerNorm& norm);

/// row = word * scale + position + shape.
void embed_row(const std::int8_t* word, float scale, const float* position, const float* shape, std::size_t width,
               float* row);
/// row = word + position + shape.
void embed_row(const float* word, const float* position, const float* shape, std::size_t width, float* row);

/// Sum of a[i] * b[i].
float dot(const float* a, const float* b, std::size_t width);

}  // namespace dateline::neural
