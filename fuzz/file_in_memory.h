// A file that exists in memory only, for readers that map what they read.
#pragma once

#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>

#include "check.h"

namespace dateline::fuzz {

class FileInMemory {
 public:
  explicit FileInMemory(std::string_view bytes) : descriptor_(::memfd_create("fuzz", MFD_CLOEXEC)) {
    check(descriptor_ >= 0, "a file in memory can be made");
    while (!bytes.empty()) {
      const auto written = ::write(descriptor_, bytes.data(), bytes.size());
      check(written > 0, "a file in memory can be written");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  ~FileInMemory() { ::close(descriptor_); }
  FileInMemory(const FileInMemory&) = delete;
  FileInMemory& operator=(const FileInMemory&) = delete;

  std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

/// Writes the CRC-32 of all from `begin` on to `offset`: otherwise hardly an input would get past the checksum.
inline void sign(std::string& file, std::size_t offset, std::size_t begin) {
  if (file.size() < begin || offset + 4 > file.size()) return;
  const auto crc =
      static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(file.data()) + begin, file.size() - begin));
  std::memcpy(file.data() + offset, &crc, sizeof crc);
}

}  // namespace dateline::fuzz
