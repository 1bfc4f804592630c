// The encoder against a plain double-precision one, and against itself in other batches.
#include "neural/encoder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <thread>

#include "model_writer.h"

namespace dateline::neural {
namespace {

std::vector<std::string> numbered_words(std::size_t count) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(fmt::format("w{}", i));
  return words;
}

class EncoderTest : public ::testing::TestWithParam<Type> {
 protected:
  void load(Config config, Type type) {
    testing::ModelWriter writer(config, type, numbered_words(200));
    writer.add_encoder();
    writer.write(file_.path());
    model_ = std::make_unique<ModelFile>(file_.path());
    encoder_ = std::make_unique<Encoder>(*model_);
  }

  std::vector<float> encode(const Batch& batch) const {
    Workspace workspace;
    std::vector<float> out(batch.rows() * encoder_->width());
    encoder_->encode(batch, out.data(), workspace);
    return out;
  }

  testing::TemporaryFile file_{"encoder"};
  std::unique_ptr<ModelFile> model_;
  std::unique_ptr<Encoder> encoder_;
};

void add_window(Batch& batch, std::size_t size, unsigned seed) {
  for (std::size_t i = 0; i < size; ++i) {
    batch.pieces.push_back((seed * 31 + static_cast<unsigned>(i) * 17) % 200);
    batch.shapes.push_back(static_cast<std::uint8_t>((seed + i * 5) % 16));
  }
  batch.ends.push_back(static_cast<std::uint32_t>(batch.rows()));
}

TEST_P(EncoderTest, WindowIsTheSameAloneInABatchAndOnThreads) {
  load(testing::full_size(), GetParam());
  const std::vector<std::size_t> sizes = {2, 3, 17, 64, 65, 100, 1, 31, 256, 47};
  Batch together;
  for (std::size_t i = 0; i < sizes.size(); ++i) add_window(together, sizes[i], static_cast<unsigned>(i));
  const std::vector<float> all = encode(together);
  std::vector<float> from_thread;
  std::thread([&] { from_thread = encode(together); }).join();
  EXPECT_EQ(all, from_thread);
  for (std::size_t i = 0, begin = 0; i < sizes.size(); begin += sizes[i], ++i) {
    Batch alone;
    add_window(alone, sizes[i], static_cast<unsigned>(i));
    const std::vector<float> one = encode(alone);
    EXPECT_EQ(0, std::memcmp(one.data(), &all[begin * encoder_->width()], one.size() * sizeof(float))) << sizes[i];
  }
}

INSTANTIATE_TEST_SUITE_P(Types, EncoderTest, ::testing::Values(Type::int8, Type::float32));

/// The definition, in double precision and without a thought for speed.
class PlainEncoder {
 public:
  PlainEncoder(const ModelFile& model, const Batch& batch) : model_(model), config_(model.config()), batch_(batch) {}

  std::vector<double> encode() {
    embed();
    normalise(x_, "embeddings.norm");
    for (std::size_t i = 0; i < config_.layers; ++i) run_layer("layer." + std::to_string(i) + ".");
    return x_;
  }

 private:
  using Values = std::vector<double>;

  void embed() {
    const std::size_t width = config_.hidden;
    const auto words = model_.floats("embeddings.word", {model_.vocabulary().size(), width});
    const auto positions = model_.floats("embeddings.position", {config_.max_pieces, width});
    const auto shapes = model_.floats("embeddings.shape", {config_.shapes, width});
    for (std::size_t r = 0; r < batch_.rows(); ++r) {
      for (std::size_t i = 0; i < width; ++i) {
        x_.push_back(static_cast<double>(words[batch_.pieces[r] * width + i]) + positions[r * width + i] +
                     shapes[batch_.shapes[r] * width + i]);
      }
    }
  }

  Values linear(const Values& x, const std::string& name, std::size_t out, std::size_t in) const {
    const auto weight = model_.floats(name + ".weight", {out, in});
    const auto bias = model_.floats(name + ".bias", {out});
    Values y;
    for (std::size_t r = 0; r < batch_.rows(); ++r) {
      for (std::size_t o = 0; o < out; ++o) {
        double total = bias[o];
        for (std::size_t i = 0; i < in; ++i) total += weight[o * in + i] * x[r * in + i];
        y.push_back(total);
      }
    }
    return y;
  }

  void normalise(Values& x, const std::string& name) const {
    const std::size_t width = config_.hidden;
    const auto gamma = model_.floats(name + ".gamma", {width});
    const auto beta = model_.floats(name + ".beta", {width});
    for (std::size_t r = 0; r < batch_.rows(); ++r) {
      double mean = 0, variance = 0;
      for (std::size_t i = 0; i < width; ++i) mean += x[r * width + i] / static_cast<double>(width);
      for (std::size_t i = 0; i < width; ++i)
        variance += std::pow(x[r * width + i] - mean, 2) / static_cast<double>(width);
      for (std::size_t i = 0; i < width; ++i) {
        double& value = x[r * width + i];
        value = (value - mean) / std::sqrt(variance + 1e-12) * gamma[i] + beta[i];
      }
    }
  }

  Values attend(const Values& qkv) const {
    const std::size_t width = config_.hidden, size = width / config_.heads, rows = batch_.rows();
    Values out(rows * width);
    for (std::size_t head = 0; head < config_.heads; ++head) {
      for (std::size_t r = 0; r < rows; ++r) {
        Values weight(rows);
        double total = 0;
        for (std::size_t k = 0; k < rows; ++k) {
          double score = 0;
          for (std::size_t i = 0; i < size; ++i) {
            score += qkv[r * 3 * width + head * size + i] * qkv[k * 3 * width + width + head * size + i];
          }
          total += weight[k] = std::exp(score / std::sqrt(static_cast<double>(size)));
        }
        for (std::size_t k = 0; k < rows; ++k) {
          for (std::size_t i = 0; i < size; ++i) {
            out[r * width + head * size + i] += weight[k] / total * qkv[k * 3 * width + 2 * width + head * size + i];
          }
        }
      }
    }
    return out;
  }

  void run_layer(const std::string& layer) {
    const std::size_t width = config_.hidden;
    const Values context = attend(linear(x_, layer + "qkv", 3 * width, width));
    add(linear(context, layer + "out", width, width));
    normalise(x_, layer + "norm1");
    Values inner = linear(x_, layer + "up", config_.intermediate, width);
    for (double& value : inner) value = 0.5 * value * (1 + std::erf(value / std::sqrt(2.0)));
    add(linear(inner, layer + "down", width, config_.intermediate));
    normalise(x_, layer + "norm2");
  }

  void add(const Values& more) {
    for (std::size_t i = 0; i < x_.size(); ++i) x_[i] += more[i];
  }

  const ModelFile& model_;
  const Config config_;
  const Batch& batch_;
  Values x_;
};

using EncoderReference = EncoderTest;

TEST_F(EncoderReference, FloatModelComputesTheDefinition) {
  load(testing::small_size(), Type::float32);
  for (const std::size_t size : {1, 5, 33, 64}) {
    Batch batch;
    add_window(batch, size, 7);
    const std::vector<float> fast = encode(batch);
    const std::vector<double> plain = PlainEncoder(*model_, batch).encode();
    for (std::size_t i = 0; i < fast.size(); ++i) ASSERT_NEAR(fast[i], plain[i], 2e-4) << size << ' ' << i;
  }
}

TEST_F(EncoderReference, Int8StaysNearFloat) {
  load(testing::small_size(), Type::int8);
  Batch batch;
  add_window(batch, 40, 3);
  const std::vector<float> coarse = encode(batch);
  load(testing::small_size(), Type::float32);
  const std::vector<float> fine = encode(batch);
  double off = 0, size = 0;
  for (std::size_t i = 0; i < fine.size(); ++i) {
    off += std::pow(fine[i] - coarse[i], 2);
    size += std::pow(fine[i], 2);
  }
  EXPECT_LT(std::sqrt(off / size), 0.05);
}

}  // namespace
}  // namespace dateline::neural
