// Small numbers in few bytes: how the blobs of the store are written. Numbers are base 128 with the low bits first,
// signed ones zigzag, strings their length and bytes, floating point eight bytes with the low byte first.
#pragma once

#include <dateline/error.h>

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::store {

class ByteWriter {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_.push_back(static_cast<char>(value | 0x80));
    out_.push_back(static_cast<char>(value));
  }
  void signed_number(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void string(std::string_view value) {
    number(value.size());
    out_.append(value);
  }
  void real(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (int shift = 0; shift < 64; shift += 8) out_.push_back(static_cast<char>(bits >> shift));
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// Reads what ByteWriter wrote. Throws Error(bad_store) where the bytes end too early or make no sense.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto next = static_cast<unsigned char>(bytes(1).front());
      value |= static_cast<std::uint64_t>(next & 0x7f) << shift;
      if (next < 0x80) return value;
    }
    fail();
  }
  /// A number that must be below `end`.
  std::uint64_t below(std::uint64_t end) {
    const std::uint64_t value = number();
    if (value >= end) fail();
    return value;
  }
  std::uint32_t number32() { return static_cast<std::uint32_t>(below(std::uint64_t{1} << 32)); }
  /// How many things follow that take at least a byte each.
  std::size_t count() { return below(rest_.size() + 1); }
  std::int64_t signed_number() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  std::string string() { return std::string(bytes(number())); }
  double real() {
    std::uint64_t bits = 0;
    const std::string_view eight = bytes(8);
    for (int i = 7; i >= 0; --i) bits = bits << 8 | static_cast<unsigned char>(eight[static_cast<std::size_t>(i)]);
    return std::bit_cast<double>(bits);
  }
  std::string_view rest() const { return rest_; }
  /// All must have been read.
  void finish() const {
    if (!rest_.empty()) fail();
  }

 private:
  [[noreturn]] static void fail() { throw Error(ErrorCode::bad_store, "a report in the store is damaged"); }

  std::string_view bytes(std::uint64_t size) {
    if (size > rest_.size()) fail();
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
};

}  // namespace dateline::store
