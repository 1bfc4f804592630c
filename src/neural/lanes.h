// Sixteen floats at a time, by the compiler's vector extensions: one source for
// AVX-512, AVX2 and plain machines. A kernel is compiled once for each by
// DATELINE_KERNEL and the loader picks the best (GCC's function multiversioning).
//
// Sums run over sixteen lanes that are folded in a fixed order, so a result does
// not depend on how wide the machine's registers are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#pragma GCC diagnostic ignored "-Wpsabi"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define DATELINE_KERNEL __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
// For kernels whose tiles must fit the registers: one source compiled for narrow and one for wide ones, and the caller
// asks has_wide_registers().
#define DATELINE_NARROW_KERNEL __attribute__((target_clones("arch=x86-64-v3", "default")))
#define DATELINE_WIDE_KERNEL __attribute__((target("arch=x86-64-v4")))
#else
#define DATELINE_KERNEL
#define DATELINE_NARROW_KERNEL
#define DATELINE_WIDE_KERNEL
#endif
#define DATELINE_INLINE inline __attribute__((always_inline))

namespace dateline::neural {

inline constexpr std::size_t kLanes = 16;

using Lanes = float __attribute__((vector_size(64)));
using HalfLanes = float __attribute__((vector_size(32)));
using IntLanes = std::int32_t __attribute__((vector_size(64)));

/// May DATELINE_WIDE_KERNEL run here?
inline bool has_wide_registers() {
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
  return __builtin_cpu_supports("x86-64-v4") != 0;
#else
  return false;
#endif
}

// From and to any address.
template <typename Vector>
DATELINE_INLINE Vector copy_of(const void* from) {
  Vector value;
  __builtin_memcpy(&value, from, sizeof value);
  return value;
}
DATELINE_INLINE Lanes load(const float* from) { return copy_of<Lanes>(from); }
DATELINE_INLINE Lanes load(const std::int32_t* from) { return __builtin_convertvector(copy_of<IntLanes>(from), Lanes); }
DATELINE_INLINE void store(float* to, Lanes value) { __builtin_memcpy(to, &value, sizeof value); }
DATELINE_INLINE Lanes all(float value) { return value - Lanes{}; }
DATELINE_INLINE Lanes maximum(Lanes a, Lanes b) { return a > b ? a : b; }
DATELINE_INLINE Lanes absolute(Lanes a) { return Lanes(IntLanes(a) & 0x7fffffff); }

DATELINE_INLINE float sum(Lanes a) {
  a += __builtin_shufflevector(a, a, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7);
  a += __builtin_shufflevector(a, a, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11);
  return (a[0] + a[2]) + (a[1] + a[3]);
}

DATELINE_INLINE float largest(Lanes a) {
  a = maximum(a, __builtin_shufflevector(a, a, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  a = maximum(a, __builtin_shufflevector(a, a, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  const float left = a[0] > a[1] ? a[0] : a[1];
  const float right = a[2] > a[3] ? a[2] : a[3];
  return left > right ? left : right;
}

template <int Step, int... I>
DATELINE_INLINE void exchange(Lanes& a, Lanes& b, std::integer_sequence<int, I...> /*lanes*/) {
  const Lanes first = __builtin_shufflevector(a, b, ((I & Step) ? 16 + (I ^ Step) : I)...);
  b = __builtin_shufflevector(a, b, ((I & Step) ? 16 + I : I ^ Step)...);
  a = first;
}

template <int Step>
DATELINE_INLINE void exchange_all(Lanes* rows) {
  for (std::size_t i = 0; i < kLanes; ++i) {
    if ((i & Step) == 0) exchange<Step>(rows[i], rows[i + Step], std::make_integer_sequence<int, 16>());
  }
}

/// Transposes a square of sixteen rows: swaps off-diagonal blocks of 1, 2, 4 and 8.
DATELINE_INLINE void transpose(Lanes* rows) {
  exchange_all<1>(rows);
  exchange_all<2>(rows);
  exchange_all<4>(rows);
  exchange_all<8>(rows);
}

/// Added to a float of magnitude below 2^22, leaves its value rounded half to even in the low mantissa bits.
inline constexpr float kRounder = 12582912.0F;

/// exp(x) for x <= 0 (below -87: about 0), relative error below 2e-7: 2^n * p(r), p of degree 6 (Taylor).
DATELINE_INLINE Lanes exponential(Lanes x) {
  x = maximum(x, all(-87.0F));
  const Lanes shifted = x * 1.44269504088896F + kRounder;
  const Lanes n = shifted - kRounder;
  const Lanes r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  Lanes p = all(1.0F / 720) * r + 1.0F / 120;
  p = p * r + 1.0F / 24;
  p = p * r + 1.0F / 6;
  p = p * r + 0.5F;
  p = p * r + 1.0F;
  p = p * r + 1.0F;
  const IntLanes power = (IntLanes(shifted) << 23) + (127 << 23);
  return p * Lanes(power);
}

/// x * Phi(x), error below 1e-6 * |x|. Abramowitz & Stegun 7.1.28: erf(z) = 1 - 1 / (1 + a1 z + … + a6 z^6)^16.
DATELINE_INLINE Lanes gelu(Lanes x) {
  const Lanes size = absolute(x);
  const Lanes z = size * 0.70710678118654752F;
  Lanes t = z * 0.0000430638F + 0.0002765672F;
  t = t * z + 0.0001520143F;
  t = t * z + 0.0092705272F;
  t = t * z + 0.0422820123F;
  t = t * z + 0.0705230784F;
  t = t * z + 1.0F;
  t *= t;
  t *= t;
  t *= t;
  t *= t;
  return maximum(x, Lanes{}) - 0.5F * size / t;
}

}  // namespace dateline::neural
