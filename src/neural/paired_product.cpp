#include "neural/paired_product.h"

#include <algorithm>

#include "neural/lanes.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define DATELINE_AVX2 __attribute__((target("avx2")))
#endif

namespace dateline::neural {
namespace {

constexpr std::size_t kPanel = 16;  ///< outputs that are computed together: two registers of eight sums
constexpr std::size_t kRows = 6;    ///< rows that share each load of the weights: twelve registers of sums

constexpr std::size_t even(std::size_t width) { return (width + 1) / 2 * 2; }

#if defined(__x86_64__)

/// Sums of `Rows` rows with one panel of weights.
template <std::size_t Rows>
DATELINE_AVX2 inline void multiply_rows(const std::int16_t* rows, std::size_t width, const std::int16_t* panel,
                                        std::int32_t* out, std::size_t stride) {
  __m256i low[Rows], high[Rows];
  for (std::size_t r = 0; r < Rows; ++r) low[r] = high[r] = _mm256_setzero_si256();
  for (std::size_t i = 0; i < width; i += 2, panel += 2 * kPanel) {
    const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(panel));
    const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(panel + kPanel));
    for (std::size_t r = 0; r < Rows; ++r) {
      std::int32_t pair;
      __builtin_memcpy(&pair, rows + r * width + i, sizeof pair);
      const __m256i both = _mm256_set1_epi32(pair);
      low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(both, first));
      high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(both, second));
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + r * stride), low[r]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + r * stride + kPanel / 2), high[r]);
  }
}

DATELINE_AVX2 void multiply_panel(const std::int16_t* rows, std::size_t count, std::size_t width,
                                  const std::int16_t* panel, std::int32_t* out, std::size_t stride) {
  std::size_t r = 0;
  for (; r + kRows <= count; r += kRows) multiply_rows<kRows>(rows + r * width, width, panel, out + r * stride, stride);
  for (; r < count; ++r) multiply_rows<1>(rows + r * width, width, panel, out + r * stride, stride);
}

#endif

}  // namespace

std::vector<std::int16_t> pair_weights(std::span<const std::int8_t> weights, std::size_t out_width,
                                       std::size_t in_width) {
  const std::size_t panels = (out_width + kPanel - 1) / kPanel, width = even(in_width);
  std::vector<std::int16_t> packed(panels * kPanel * width);
  for (std::size_t o = 0; o < out_width; ++o) {
    std::int16_t* panel = packed.data() + o / kPanel * kPanel * width;
    for (std::size_t i = 0; i < in_width; ++i)
      panel[i / 2 * 2 * kPanel + o % kPanel * 2 + i % 2] = weights[o * in_width + i];
  }
  return packed;
}

std::size_t paired_scratch(std::size_t count, std::size_t in_width) { return count * even(in_width); }

#if defined(__x86_64__)

bool has_paired_product() { return __builtin_cpu_supports("avx2") != 0; }

void paired_product(const std::int8_t* rows, std::size_t count, std::span<const std::int16_t> weights,
                    std::size_t out_width, std::size_t in_width, std::int32_t* out, std::int16_t* scratch) {
  const std::size_t width = even(in_width);
  for (std::size_t r = 0; r < count; ++r) {
    std::copy_n(rows + r * in_width, in_width, scratch + r * width);
    std::fill(scratch + r * width + in_width, scratch + (r + 1) * width, std::int16_t{0});
  }
  for (std::size_t o = 0; o < out_width; o += kPanel) {
    const std::int16_t* panel = weights.data() + o * width;
    if (o + kPanel <= out_width) {
      multiply_panel(scratch, count, width, panel, out + o, out_width);
      continue;
    }
    for (std::size_t r = 0; r < count; ++r) {
      std::int32_t sums[kPanel];
      multiply_panel(scratch + r * width, 1, width, panel, sums, kPanel);
      std::copy_n(sums, out_width - o, out + r * out_width + o);
    }
  }
}

#else

bool has_paired_product() { return false; }

void paired_product(const std::int8_t*, std::size_t, std::span<const std::int16_t>, std::size_t, std::size_t,
                    std::int32_t*, std::int16_t*) {}

#endif

}  // namespace dateline::neural
