// Scratch memory that grows and is never given back, aligned for vector loads:
// a warm worker allocates nothing.
#pragma once

#include <cstddef>
#include <memory>
#include <new>

namespace dateline::neural {

template <typename T>
class Buffer {
 public:
  static constexpr std::size_t kAlignment = 64;

  /// Room for `size` values. Growing loses the content.
  T* reserve(std::size_t size) {
    if (size > capacity_) {
      const std::size_t wanted = size + size / 4;
      data_.reset(static_cast<T*>(::operator new (wanted * sizeof(T), std::align_val_t{kAlignment})));
      capacity_ = wanted;
    }
    return data_.get();
  }
  T* data() { return data_.get(); }
  const T* data() const { return data_.get(); }

 private:
  struct Free {
    void operator()(T* data) const { ::operator delete (data, std::align_val_t{kAlignment}); }
  };
  std::unique_ptr<T, Free> data_;
  std::size_t capacity_ = 0;
};

}  // namespace dateline::neural
