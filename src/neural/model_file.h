// The model file: a JSON header and the tensors, mapped into memory and checked
// before use. docs/formats/model.md describes the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/memory_map.h"

namespace dateline::neural {

enum class Type : std::uint8_t { int8, float32 };

/// Sizes of the encoder and its heads.
struct Config {
  std::size_t hidden = 0;
  std::size_t layers = 0;
  std::size_t heads = 0;
  std::size_t intermediate = 0;
  std::size_t max_pieces = 0;
  std::size_t shapes = 0;
  std::size_t arc = 0;
  std::size_t relation = 0;
  std::size_t event_hidden = 0;
  std::size_t role = 0;  ///< 0: the model has no roles
  std::size_t sector_hidden = 0;
  float layer_norm_epsilon = 1e-12F;
};

/// Owns the mapping; tensors point into it. Everything that is wrong with a file is Error(bad_model) with its name.
class ModelFile {
 public:
  explicit ModelFile(const std::filesystem::path& path);

  const Config& config() const { return config_; }
  /// CRC-32 of the file's contents, as its head has it: other weights have another one.
  std::uint32_t checksum() const { return checksum_; }
  const std::vector<std::string>& vocabulary() const { return vocabulary_; }
  /// The label table of a head. Fails if there is none.
  const std::vector<std::string>& labels(const std::string& head) const;
  bool has_labels(const std::string& head) const { return labels_.contains(head); }

  bool has(const std::string& name) const { return tensors_.contains(name); }
  Type type(const std::string& name) const { return find(name).type; }
  const std::vector<std::size_t>& shape(const std::string& name) const { return find(name).shape; }
  /// The values of a tensor that must have this type and shape.
  std::span<const float> floats(const std::string& name, const std::vector<std::size_t>& shape) const;
  std::span<const std::int8_t> bytes(const std::string& name, const std::vector<std::size_t>& shape) const;

  /// Throws Error(bad_model) about this file.
  [[noreturn]] void fail(const std::string& message) const;

 private:
  struct Tensor {
    Type type = Type::float32;
    std::vector<std::size_t> shape;
    const std::byte* data = nullptr;
  };

  void read_header(std::string_view header);
  const Tensor& find(const std::string& name) const;
  const Tensor& find(const std::string& name, Type type, const std::vector<std::size_t>& shape) const;

  std::string path_;
  MemoryMap map_;
  std::uint32_t checksum_ = 0;
  Config config_;
  std::unordered_map<std::string, Tensor> tensors_;
  std::unordered_map<std::string, std::vector<std::string>> labels_;
  std::vector<std::string> vocabulary_;
};

}  // namespace dateline::neural
