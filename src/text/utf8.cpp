#include "text/utf8.h"

#include <array>

namespace dateline {
namespace {

constexpr char32_t kReplacement = 0xfffd;

/// Windows-1252 for 0x80-0x9f; the rest of the upper half is Latin-1.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20ac,       kReplacement, 0x201a, 0x0192, 0x201e, 0x2026,       0x2020, 0x2021,
    0x02c6,       0x2030,       0x0160, 0x2039, 0x0152, kReplacement, 0x017d, kReplacement,
    kReplacement, 0x2018,       0x2019, 0x201c, 0x201d, 0x2022,       0x2013, 0x2014,
    0x02dc,       0x2122,       0x0161, 0x203a, 0x0153, kReplacement, 0x017e, 0x0178};

char32_t windows1252(unsigned char byte) { return byte < 0xa0 ? kWindows1252[byte - 0x80] : byte; }

bool continues(std::string_view text, std::size_t offset) {
  return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xc0) == 0x80;
}

/// Length of the well-formed sequence at `offset` (Unicode table 3-7), 0 if ill-formed.
std::size_t sequence_length(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text, offset + i)) return 0;
  }
  const auto second = static_cast<unsigned char>(text[offset + 1]);
  const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
  const bool surrogate = lead == 0xed && second > 0x9f;
  const bool beyond = lead == 0xf4 && second > 0x8f;
  return overlong || surrogate || beyond ? 0 : length;
}

}  // namespace

char32_t decode(std::string_view text, std::size_t& offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) {
    ++offset;
    return lead;
  }
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  char32_t value = lead & (0xff >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = value << 6 | (byte(i) & 0x3f);
  offset += length;
  return value;
}

void append(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | c >> 6);
    put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3f));
    put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3f));
    put(0x80 | (c >> 6 & 0x3f));
    put(0x80 | (c & 0x3f));
  }
}

std::size_t code_point_count(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

std::size_t first_invalid(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t length = sequence_length(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return offset;
}

Repaired repair(std::string_view bytes) {
  Repaired result;
  result.text.reserve(bytes.size());
  std::size_t offset = 0;
  while (offset < bytes.size()) {
    const std::size_t length = sequence_length(bytes, offset);
    if (length == 0) {
      append(result.text, windows1252(static_cast<unsigned char>(bytes[offset++])));
      ++result.replaced;
    } else {
      result.text.append(bytes.substr(offset, length));
      offset += length;
    }
  }
  return result;
}

}  // namespace dateline
