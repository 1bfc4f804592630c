#include "neural/exact_product.h"

#include "neural/lanes.h"

namespace dateline::neural {
namespace {

/// Four rows share each load of the weights.
template <std::size_t Rows>
DATELINE_INLINE void multiply_rows(const std::int8_t* rows, const std::int8_t* weights, std::size_t width,
                                   std::int32_t* out, std::size_t stride) {
  std::int32_t sums[Rows] = {};
  for (std::size_t r = 0; r < Rows; ++r) {
    const std::int8_t* row = rows + r * width;
    std::int32_t total = 0;
    for (std::size_t i = 0; i < width; ++i)
      total += static_cast<std::int16_t>(row[i]) * static_cast<std::int16_t>(weights[i]);
    sums[r] = total;
  }
  for (std::size_t r = 0; r < Rows; ++r) out[r * stride] = sums[r];
}

}  // namespace

DATELINE_KERNEL void exact_product(const std::int8_t* rows, std::size_t count, const std::int8_t* weights,
                                   std::size_t out_width, std::size_t in_width, std::int32_t* out) {
  for (std::size_t o = 0; o < out_width; ++o) {
    const std::int8_t* line = weights + o * in_width;
    std::size_t r = 0;
    for (; r + 4 <= count; r += 4)
      multiply_rows<4>(rows + r * in_width, line, in_width, out + r * out_width + o, out_width);
    for (; r < count; ++r) multiply_rows<1>(rows + r * in_width, line, in_width, out + r * out_width + o, out_width);
  }
}

}  // namespace dateline::neural
