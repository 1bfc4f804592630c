#include "knowledge/name_key.h"

#include <algorithm>
#include <array>

#include "text/fold.h"
#include "text/utf8.h"

namespace dateline {
namespace {

struct Plain {
  char32_t letter;
  std::string_view text;  ///< what stands for it in a key
};

/// Letters that Unicode does not decompose, as English writes them, and marks that it leaves out.
constexpr std::array<Plain, 20> kPlain{{
    {U'\'', ""}, {U'"', ""},  {U'.', ""},  {U'-', " "},  {U'ł', "l"},  {U'ø', "o"},  {U'đ', "d"},
    {U'ð', "d"}, {U'ı', "i"}, {U'ə', "a"}, {U'ß', "ss"}, {U'æ', "ae"}, {U'œ', "oe"}, {U'þ', "th"},
    {U'ʻ', ""},  {U'ʽ', ""},  {U'ʾ', ""},  {U'ʿ', ""},   {U'ʹ', ""},   {U'ʺ', ""},
}};

bool is_plain(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9'); }

void append_plain(std::string& key, char32_t c) {
  const auto* const found = is_plain(c) ? kPlain.end() : std::ranges::find(kPlain, c, &Plain::letter);
  if (found == kPlain.end()) {
    append(key, c);
  } else {
    key += found->text;
  }
}

/// Runs of spaces as one, none at the ends.
void collapse_spaces(std::string& key) {
  const auto both = [](char a, char b) { return a == ' ' && b == ' '; };
  key.erase(std::unique(key.begin(), key.end(), both), key.end());
  if (key.starts_with(' ')) key.erase(0, 1);
  if (key.ends_with(' ')) key.pop_back();
}

}  // namespace

std::string name_key(std::string_view name) {
  const std::string folded = fold(name);
  std::string key;
  key.reserve(folded.size());
  for (std::size_t offset = 0; offset < folded.size();) append_plain(key, decode(folded, offset));
  collapse_spaces(key);
  return key;
}

std::uint32_t name_hash(std::string_view key) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const char c : key) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return static_cast<std::uint32_t>(value >> 32) ^ static_cast<std::uint32_t>(value);
}

}  // namespace dateline
