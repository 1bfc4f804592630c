#include "parse/lemma.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "text/base_forms.h"

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

LemmaLexicon::LemmaLexicon(const std::vector<std::string>& rows, const std::vector<std::string>& words)
    : words_(words.begin(), words.end()) {
  lemmas_.reserve(rows.size());
  for (const std::string& row : rows) {
    const std::size_t tab = row.rfind('\t');
    if (tab == std::string::npos || row.find('\t') == tab || tab + 1 == row.size()) throw std::invalid_argument(row);
    lemmas_.emplace(row.substr(0, tab), row.substr(tab + 1));
    words_.insert(lower_case(row.substr(tab + 1)));
  }
}

const std::string* LemmaLexicon::find(std::string_view form, std::string_view xpos) const {
  const auto look = [&](std::string key) -> const std::string* {
    const auto found = lemmas_.find(key.append(1, '\t').append(xpos));
    return found == lemmas_.end() ? nullptr : &found->second;
  };
  const std::string* exact = look(std::string(form));
  return exact != nullptr ? exact : look(lower_case(form));
}

std::string LemmaLexicon::check(std::string predicted, std::string_view form, std::string_view xpos) const {
  const bool mistaken = (xpos == "VB" || xpos == "VBP") && predicted.ends_with('s');  // "postpones" for a plural's verb
  const bool inflected = mistaken || xpos == "VBD" || xpos == "VBN" || xpos == "VBG" || xpos == "VBZ" ||
                         xpos == "NNS" || xpos == "JJR" || xpos == "JJS";
  if (!inflected || words_.empty()) return predicted;
  return checked_lemma(predicted, lower_case(form), [&](const std::string& word) { return words_.contains(word); });
}

}  // namespace dateline
