// FNV-1a, 64 bits: the hash of ids and of look-ups whose hits are compared in full afterwards. Fixed for ever: ids in
// records and stores depend on it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

class Hash64 {
 public:
  /// Adds a field; ("ab", "c") and ("a", "bc") differ.
  void add(std::string_view field) {
    for (const char c : field) value_ = (value_ ^ static_cast<unsigned char>(c)) * kPrime;
    value_ = (value_ ^ 0xff) * kPrime;  // a byte that UTF-8 never has ends the field
  }
  std::uint64_t value() const { return value_; }

 private:
  static constexpr std::uint64_t kPrime = 0x100000001b3;
  std::uint64_t value_ = 0xcbf29ce484222325;
};

/// 16 digits.
inline std::string hexadecimal(std::uint64_t value) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out.push_back(kDigits[value >> shift & 0xf]);
  return out;
}

}  // namespace dateline
