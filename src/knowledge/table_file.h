// The knowledge file: sections of fixed rows in one mapped file, checked once.
// The layout is docs/formats/knowledge.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "base/memory_map.h"

namespace dateline {

/// Maps the file and finds its sections. Rows are read in place: little-endian machines only.
class TableFile {
 public:
  /// Throws Error(bad_knowledge) on a missing, damaged or other-version file.
  explicit TableFile(const std::filesystem::path& path);

  /// The rows of section `name` (four letters). Throws Error(bad_knowledge) if it is absent, its rows have another
  /// size, or it begins where such rows cannot.
  template <typename Row>
  std::span<const Row> rows(std::string_view name) const {
    const auto [data, count] = section(name, sizeof(Row), alignof(Row));
    return {reinterpret_cast<const Row*>(data), count};
  }

  /// The string at `offset` of the pool; empty for an offset outside.
  std::string_view text(std::uint32_t offset) const;

 private:
  struct Section {
    const std::byte* data;
    std::size_t count;
  };
  Section section(std::string_view name, std::size_t row_size, std::size_t alignment) const;
  void check(const std::filesystem::path& path) const;

  MemoryMap map_;
  std::string path_;
  std::span<const char> pool_;
};

}  // namespace dateline
