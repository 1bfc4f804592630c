#include "base/memory_map.h"

#include <dateline/error.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace dateline {
namespace {

/// Closes the descriptor at the end of the scope.
struct Descriptor {
  int value;
  ~Descriptor() {
    if (value >= 0) ::close(value);
  }
};

[[noreturn]] void fail(const std::filesystem::path& path) {
  const ErrorCode code = errno == ENOENT ? ErrorCode::file_not_found : ErrorCode::file_unreadable;
  throw Error(code, std::strerror(errno), path.string());
}

}  // namespace

MemoryMap::MemoryMap(const std::filesystem::path& path) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat status {};
  if (file.value < 0 || ::fstat(file.value, &status) != 0) fail(path);
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* address = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.value, 0);
  if (address == MAP_FAILED) fail(path);
  data_ = static_cast<const std::byte*>(address);
}

MemoryMap::~MemoryMap() {
  if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}

MemoryMap::MemoryMap(MemoryMap&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MemoryMap& MemoryMap::operator=(MemoryMap&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

}  // namespace dateline
