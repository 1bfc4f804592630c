#include "parse/lemma.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace dateline {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  if (is_ascii(text)) {
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
  }
  out.clear();
  icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
      .toLower(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

/// Removes the last `count` code points, or all.
void drop_last(std::string& text, std::size_t count) {
  std::size_t size = text.size();
  for (; count > 0 && size > 0; --count) {
    do --size;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80);
  }
  text.resize(size);
}

}  // namespace

LemmaScript LemmaScript::parse(std::string_view label) {
  const std::size_t colon = label.find(':', 2);
  LemmaScript script;
  if (label.size() < 4 || label[1] != ':' || colon == std::string_view::npos || (label[0] != 'l' && label[0] != 'k')) {
    throw std::invalid_argument(std::string(label));
  }
  const auto [end, error] = std::from_chars(label.data() + 2, label.data() + colon, script.drop);
  if (error != std::errc{} || end != label.data() + colon) throw std::invalid_argument(std::string(label));
  script.lower = label[0] == 'l';
  script.suffix = label.substr(colon + 1);
  return script;
}

std::string LemmaScript::apply(std::string_view form) const {
  std::string out = lower ? lower_case(form) : std::string(form);
  drop_last(out, drop);
  out += suffix;
  return out.empty() ? std::string(form) : out;
}

}  // namespace dateline
