#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

#include "text/utf8.h"

namespace dateline {
namespace {

char32_t plain_punctuation(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x02bc:
    case 0x60:
    case 0xb4:
      return U'\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
      return U'"';
    case 0x2212:
      return U'-';
    case 0x2026:
      return U'.';
    default:
      return c >= 0x2010 && c <= 0x2015 ? U'-' : c;
  }
}

const icu::Normalizer2& decomposer() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2& instance = *icu::Normalizer2::getNFDInstance(status);
  return instance;
}

void append_decomposed(std::u32string& out, char32_t c) {
  icu::UnicodeString parts;
  if (!decomposer().getDecomposition(static_cast<UChar32>(c), parts))
    parts = icu::UnicodeString(static_cast<UChar32>(c));
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (u_charType(part) == U_NON_SPACING_MARK) continue;
    out.push_back(static_cast<char32_t>(u_tolower(part)));
  }
}

bool has_type(char32_t c, std::uint32_t mask) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0; }

}  // namespace

void append_folded(std::u32string& out, char32_t c) {
  if (c < 0x80) {
    if (c == U'`') c = U'\'';
    out.push_back(is_space(c) ? U' ' : c >= U'A' && c <= U'Z' ? c + 32 : c);
    return;
  }
  const char32_t plain = is_space(c) ? U' ' : plain_punctuation(c);
  if (plain < 0x80) {
    out.push_back(plain);
  } else {
    append_decomposed(out, plain);
  }
}

std::string fold(std::string_view text) {
  std::u32string folded;
  for (std::size_t offset = 0; offset < text.size();) append_folded(folded, decode(text, offset));
  std::string out;
  for (const char32_t c : folded) {
    if (c != U' ') {
      append(out, c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 32) >= U'a' && (c | 32) <= U'z';
  return has_type(c, U_GC_L_MASK | U_GC_M_MASK);
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= U'0' && c <= U'9';
  return has_type(c, U_GC_N_MASK);
}

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }

bool is_ignorable(char32_t c) { return !is_space(c) && has_type(c, U_GC_CC_MASK | U_GC_CF_MASK); }

bool is_upper(char32_t c) { return has_type(c, U_GC_LU_MASK | U_GC_LT_MASK); }

}  // namespace dateline
