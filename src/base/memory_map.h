// A file mapped read-only into memory, so that tables and weights load in the
// time of a page fault and are shared between processes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

namespace dateline {

/// Owns the mapping; movable. Throws Error(file_not_found | file_unreadable). An empty file maps to an empty view.
class MemoryMap {
 public:
  MemoryMap() = default;
  explicit MemoryMap(const std::filesystem::path& path);
  ~MemoryMap();
  MemoryMap(MemoryMap&& other) noexcept;
  MemoryMap& operator=(MemoryMap&& other) noexcept;

  std::span<const std::byte> bytes() const { return {data_, size_}; }
  std::string_view view() const { return {reinterpret_cast<const char*>(data_), size_}; }

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace dateline
