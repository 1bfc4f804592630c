// Quantised and float maps, and the kernels around them, against double precision.
#include "neural/linear.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "neural/exact_product.h"
#include "neural/paired_product.h"

namespace dateline::neural {
namespace {

std::vector<float> noise(std::size_t count, unsigned seed) {
  std::mt19937 source(seed);
  std::normal_distribution<float> normal;
  std::vector<float> values(count);
  for (float& value : values) value = normal(source);
  return values;
}

std::vector<float> apply(const Linear& linear, const std::vector<float>& x, std::size_t rows, Activation activation) {
  Workspace workspace;
  const SingleThreaded guard;
  std::vector<float> y(rows * linear.out());
  linear.apply(x.data(), rows, y.data(), activation, workspace);
  return y;
}

/// The contract's arithmetic for one row: q = round(x * (1 / s)), y = sum(q w) (s t) + b. A tie may round the
/// other way where the machine multiplies and adds in one step; that moves a result by one weight, 0.1 at most here.
std::vector<double> quantised_reference(const float* x, std::size_t in, const std::vector<float>& weights,
                                        const std::vector<float>& bias) {
  const auto quantise = [in](const float* row, std::vector<int>& q) {
    float most = 0;
    for (std::size_t i = 0; i < in; ++i) most = std::max(most, std::fabs(row[i]));
    const float scale = most == 0 ? 1 : most / 127;
    const float inverse = 1 / scale;
    for (std::size_t i = 0; i < in; ++i)
      q.push_back(static_cast<int>(std::nearbyint(static_cast<double>(row[i]) * inverse)));
    return static_cast<double>(scale);
  };
  std::vector<int> q;
  const double scale = quantise(x, q);
  std::vector<double> y;
  for (std::size_t o = 0; o < bias.size(); ++o) {
    std::vector<int> w;
    const double weight_scale = quantise(&weights[o * in], w);
    long total = 0;
    for (std::size_t i = 0; i < in; ++i) total += q[i] * w[i];
    y.push_back(static_cast<double>(total) * scale * weight_scale + bias[o]);
  }
  return y;
}

TEST(LinearTest, Int8IsTheContractsArithmetic) {
  for (const auto& [rows, in, out] :
       {std::tuple{1, 64, 3}, {70, 384, 96}, {17, 96, 100}, {64, 1536, 384}, {130, 32, 7}}) {
    const std::size_t n = static_cast<std::size_t>(in), m = static_cast<std::size_t>(out);
    const std::vector<float> weights = noise(m * n, 1), bias = noise(m, 2);
    std::vector<float> x = noise(static_cast<std::size_t>(rows) * n, 3);
    std::fill_n(x.begin(), n, 0.0F);  // a row of zeros has scale 1
    const Linear linear(weights, bias, Type::int8, n);
    const std::vector<float> y = apply(linear, x, static_cast<std::size_t>(rows), Activation::none);
    for (std::size_t r = 0; r < static_cast<std::size_t>(rows); ++r) {
      const std::vector<double> expected = quantised_reference(&x[r * n], n, weights, bias);
      for (std::size_t o = 0; o < m; ++o) ASSERT_NEAR(y[r * m + o], expected[o], 0.15) << r << ' ' << o;
    }
  }
}

TEST(LinearTest, RowDoesNotDependOnOthers) {
  for (const Type type : {Type::int8, Type::float32}) {
    const std::size_t in = 384, out = 1152, rows = 150;
    const Linear linear(noise(out * in, 1), noise(out, 2), type, in);
    const std::vector<float> x = noise(rows * in, 3);
    const std::vector<float> all = apply(linear, x, rows, Activation::gelu);
    for (const std::size_t row : {0, 1, 63, 64, 77, 149}) {
      const std::vector<float> one(x.begin() + static_cast<long>(row * in),
                                   x.begin() + static_cast<long>((row + 1) * in));
      const std::vector<float> alone = apply(linear, one, 1, Activation::gelu);
      EXPECT_TRUE(std::equal(alone.begin(), alone.end(), all.begin() + static_cast<long>(row * out))) << row;
    }
  }
}

TEST(LinearTest, FloatIsNearDouble) {
  const std::size_t in = 384, out = 50, rows = 5;
  const std::vector<float> weights = noise(out * in, 1), bias = noise(out, 2), x = noise(rows * in, 3);
  const std::vector<float> y = apply(Linear(weights, bias, Type::float32, in), x, rows, Activation::none);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t o = 0; o < out; ++o) {
      double total = bias[o];
      for (std::size_t i = 0; i < in; ++i) total += static_cast<double>(weights[o * in + i]) * x[r * in + i];
      ASSERT_NEAR(y[r * out + o], total, 1e-4);
    }
  }
}

TEST(KernelTest, GeluIsTheErfForm) {
  for (float x = -12; x < 12; x += 0.01F) {
    float value = x;
    gelu_row(&value, 1);
    ASSERT_NEAR(value, 0.5 * x * (1 + std::erf(x / std::sqrt(2.0))), 1e-5) << x;
  }
  float large[] = {-1e30F, 1e30F};
  gelu_row(large, 2);
  EXPECT_EQ(large[0], 0);
  EXPECT_EQ(large[1], 1e30F);
}

TEST(KernelTest, QuantiseHalvesToEvenAndKeepsTheExtremes) {
  const float row[] = {127, -127, 0.5F, 1.5F, 2.5F, -0.5F, -1.5F, 0};
  std::int8_t out[8];
  EXPECT_EQ(quantise_row(row, 8, out), 1.0F);
  const std::int8_t expected[] = {127, -127, 0, 2, 2, 0, -2, 0};
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(out[i], expected[i]) << i;
}

TEST(KernelTest, PairedProductAgreesWithTheExactOne) {
  if (!has_paired_product()) GTEST_SKIP() << "no AVX2";
  std::mt19937 source(6);
  std::uniform_int_distribution<int> byte(-127, 127);
  for (const std::size_t in : {1, 100, 101, 384}) {
    for (const std::size_t out : {1, 16, 37}) {
      const std::size_t rows = 23;
      std::vector<std::int8_t> weights(out * in, -127), x(rows * in, -127);  // the greatest sums
      for (std::size_t i = 0; i < weights.size() / 2; ++i) weights[i] = static_cast<std::int8_t>(byte(source));
      for (std::size_t i = 0; i < x.size() / 2; ++i) x[i] = static_cast<std::int8_t>(byte(source));
      std::vector<std::int32_t> paired(rows * out), exact(rows * out);
      std::vector<std::int16_t> scratch(paired_scratch(rows, in));
      paired_product(x.data(), rows, pair_weights(weights, out, in), out, in, paired.data(), scratch.data());
      exact_product(x.data(), rows, weights.data(), out, in, exact.data());
      EXPECT_EQ(paired, exact) << out << " x " << in;
    }
  }
}

TEST(KernelTest, ExactProductAgreesWithOneDnn) {
  const std::size_t in = 100, out = 37, rows = 23;
  std::mt19937 source(5);
  std::uniform_int_distribution<int> byte(-127, 127);
  std::vector<std::int8_t> weights(out * in), x(kBlockRows * in);
  for (auto& value : weights) value = static_cast<std::int8_t>(byte(source));
  for (auto& value : x) value = static_cast<std::int8_t>(byte(source));
  std::vector<std::int32_t> fast(kBlockRows * out), plain(kBlockRows * out);
  ProductScratch scratch;
  const SingleThreaded guard;
  Int8Product(weights, out, in).run(x.data(), rows, fast.data(), scratch);
  exact_product(x.data(), rows, weights.data(), out, in, plain.data());
  EXPECT_TRUE(std::equal(plain.begin(), plain.begin() + rows * out, fast.begin()));
}

}  // namespace
}  // namespace dateline::neural
