// Writes small model files with random weights, so that the reader, the encoder
// and the parser can be tested without the trained model.
#pragma once

#include <zlib.h>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "neural/model_file.h"

namespace dateline::testing {

/// Collects tensors and writes the container of docs/formats/model.md.
class ModelWriter {
 public:
  ModelWriter(neural::Config config, neural::Type type, std::vector<std::string> vocabulary)
      : config_(config), type_(type), vocabulary_(std::move(vocabulary)) {}

  std::vector<float> random(std::size_t count, float size) {
    std::normal_distribution<float> normal(0.0F, size);
    std::vector<float> values(count);
    for (float& value : values) value = normal(source_);
    return values;
  }

  void add_floats(const std::string& name, const std::vector<std::size_t>& shape, const std::vector<float>& values) {
    tensors_[name] = {{"dtype", "f32"}, {"shape", shape}, {"offset", append(values.data(), values.size() * 4)}};
  }

  /// A matrix in the file's type; int8 with a scale for each row.
  void add_matrix(const std::string& name, const std::string& scale_name, std::size_t rows, std::size_t columns,
                  const std::vector<float>& values) {
    if (type_ == neural::Type::float32) return add_floats(name, {rows, columns}, values);
    std::vector<std::int8_t> bytes(values.size());
    std::vector<float> scales(rows);
    for (std::size_t r = 0; r < rows; ++r) {
      float most = 0;
      for (std::size_t c = 0; c < columns; ++c) most = std::max(most, std::fabs(values[r * columns + c]));
      scales[r] = most == 0 ? 1.0F : most / 127.0F;
      for (std::size_t c = 0; c < columns; ++c) {
        bytes[r * columns + c] = static_cast<std::int8_t>(std::nearbyint(values[r * columns + c] / scales[r]));
      }
    }
    tensors_[name] = {{"dtype", "i8"}, {"shape", {rows, columns}}, {"offset", append(bytes.data(), bytes.size())}};
    add_floats(scale_name, {rows}, scales);
  }

  void add_linear(const std::string& name, std::size_t out, std::size_t in) {
    const float size = 1.0F / std::sqrt(static_cast<float>(in));
    add_matrix(name + ".weight", name + ".scale", out, in, random(out * in, size));
    add_floats(name + ".bias", {out}, random(out, 0.1F));
  }

  void add_norm(const std::string& name) {
    add_floats(name + ".gamma", {config_.hidden}, std::vector<float>(config_.hidden, 1.0F));
    add_floats(name + ".beta", {config_.hidden}, random(config_.hidden, 0.1F));
  }

  void add_encoder() {
    const std::size_t width = config_.hidden;
    const std::size_t words = vocabulary_.size();
    add_matrix("embeddings.word", "embeddings.word.scale", words, width, random(words * width, 1.0F));
    add_floats("embeddings.position", {config_.max_pieces, width}, random(config_.max_pieces * width, 0.3F));
    add_floats("embeddings.shape", {config_.shapes, width}, random(config_.shapes * width, 0.3F));
    add_norm("embeddings.norm");
    for (std::size_t i = 0; i < config_.layers; ++i) {
      const std::string layer = "layer." + std::to_string(i) + ".";
      add_linear(layer + "qkv", 3 * width, width);
      add_linear(layer + "out", width, width);
      add_linear(layer + "up", config_.intermediate, width);
      add_linear(layer + "down", width, config_.intermediate);
      add_norm(layer + "norm1");
      add_norm(layer + "norm2");
    }
  }

  void add_labels(const std::string& head, const std::vector<std::string>& labels) { labels_[head] = labels; }
  void remove(const std::string& tensor) { tensors_.erase(tensor); }

  /// The bytes of the file.
  std::string bytes() const {
    nlohmann::json tensors = tensors_;
    std::string header = header_text(tensors);
    // Offsets depend on the header's length, which depends on their digits: leave room for them.
    const std::size_t start = (32 + header.size() + 16 * tensors_.size() + 63) / 64 * 64;
    for (auto& tensor : tensors) tensor["offset"] = tensor["offset"].get<std::size_t>() + start;
    header = header_text(tensors);
    header.resize(start - 32, ' ');
    const std::string body = header + data_;
    const auto crc = crc32_z(0, reinterpret_cast<const Bytef*>(body.data()), body.size());
    return std::string("DATELINE-MODEL\0\0", 16) + number(1) + number(header.size()) + number(crc) + number(0) + body;
  }

  void write(const std::filesystem::path& path) const { std::ofstream(path, std::ios::binary) << bytes(); }

 private:
  static std::string number(std::size_t value) {
    std::string out;
    for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift & 255));
    return out;
  }

  std::string header_text(const nlohmann::json& tensors) const {
    const nlohmann::json config = {
        {"hidden", config_.hidden},         {"layers", config_.layers},
        {"heads", config_.heads},           {"intermediate", config_.intermediate},
        {"max_pieces", config_.max_pieces}, {"arc", config_.arc},
        {"relation", config_.relation},     {"event_hidden", config_.event_hidden},
        {"shapes", config_.shapes},         {"layer_norm_epsilon", config_.layer_norm_epsilon}};
    return nlohmann::json{
        {"config", config}, {"tensors", tensors}, {"labels", labels_}, {"vocabulary", vocabulary_}, {"card", nullptr}}
        .dump();
  }

  std::size_t append(const void* data, std::size_t size) {
    data_.resize((data_.size() + 63) / 64 * 64);
    const std::size_t offset = data_.size();
    data_.append(static_cast<const char*>(data), size);
    return offset;
  }

  neural::Config config_;
  neural::Type type_;
  std::vector<std::string> vocabulary_;
  std::map<std::string, nlohmann::json> tensors_;
  std::map<std::string, std::vector<std::string>> labels_;
  std::string data_;
  std::mt19937 source_{42};
};

/// A path that no other test uses; the file is removed at the end of the scope.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& name)
      : path_(std::filesystem::temp_directory_path() /
              (name + "." + std::to_string(std::random_device()()) + ".model")) {}
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The trained model's sizes.
inline neural::Config full_size() {
  return {.hidden = 384,
          .layers = 6,
          .heads = 12,
          .intermediate = 1536,
          .max_pieces = 256,
          .shapes = 16,
          .arc = 256,
          .relation = 96,
          .event_hidden = 256};
}

/// Small and quick.
inline neural::Config small_size() {
  return {.hidden = 64,
          .layers = 2,
          .heads = 2,
          .intermediate = 128,
          .max_pieces = 64,
          .shapes = 16,
          .arc = 32,
          .relation = 16,
          .event_hidden = 32};
}

}  // namespace dateline::testing
