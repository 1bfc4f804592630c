// The index of a codebook's examples: for each the key of its trigger, which is
// what the event head sees of the word in its sentence. docs/formats/neighbours.md
// describes the bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/memory_map.h"

namespace dateline {

/// The model and the examples that an index belongs to, by their checksums.
struct NeighbourOrigin {
  std::uint32_t model = 0;
  std::uint32_t examples = 0;
  friend bool operator==(const NeighbourOrigin&, const NeighbourOrigin&) = default;
};

/// Owns the mapping. Everything that is wrong with a file is Error(bad_neighbours) with its name.
class NeighbourFile {
 public:
  /// Throws Error(bad_neighbours | file_not_found | file_unreadable).
  explicit NeighbourFile(const std::filesystem::path& path);

  NeighbourOrigin origin() const { return origin_; }
  std::size_t size() const { return numbers_.size(); }
  std::size_t width() const { return width_; }
  /// Numbers of the examples, ascending.
  std::span<const std::uint32_t> numbers() const { return numbers_; }
  /// Row by row: a key of length 1 is its bytes times its scale.
  std::span<const std::int8_t> keys() const { return keys_; }
  std::span<const float> scales() const { return scales_; }

  [[noreturn]] void fail(const std::string& message) const;

 private:
  void check_head(std::string_view all) const;
  void check_rows() const;

  std::string path_;
  MemoryMap map_;
  NeighbourOrigin origin_;
  std::size_t width_ = 0;
  std::span<const std::uint32_t> numbers_;
  std::span<const float> scales_;
  std::span<const std::int8_t> keys_;
};

/// Collects keys and writes the file.
class NeighbourWriter {
 public:
  NeighbourWriter(NeighbourOrigin origin, std::size_t width) : origin_(origin), width_(width) {}

  /// Numbers must ascend; `key` has any length but 0.
  void add(std::uint32_t number, std::span<const float> key);
  std::size_t size() const { return numbers_.size(); }
  std::string bytes() const;
  /// Throws Error(file_unwritable).
  void write(const std::filesystem::path& path) const;

 private:
  NeighbourOrigin origin_;
  std::size_t width_;
  std::vector<std::uint32_t> numbers_;
  std::vector<float> scales_;
  std::vector<std::int8_t> keys_;
};

/// Quantises `key` and returns the scale by which its bytes are a key of length 1.
float quantise_key(std::span<const float> key, std::int8_t* out);

}  // namespace dateline
