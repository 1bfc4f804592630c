#include "resolve/words.h"

#include <algorithm>

namespace dateline {

bool is_capitalised(const Report& report, std::uint32_t token) {
  const auto c = static_cast<unsigned char>(report.text[report.tokens[token].span.begin]);
  return (c >= 'A' && c <= 'Z') || c >= 0xc3;  // accented capitals cannot be told apart cheaply; look-ups fold anyway
}

const Name* name_at(const Report& report, std::uint32_t token) {
  const auto& names = report.names;
  auto after = std::upper_bound(names.begin(), names.end(), token,
                                [](std::uint32_t t, const Name& name) { return t < name.tokens.begin; });
  if (after == names.begin() || !(--after)->tokens.contains(token)) return nullptr;
  return &*after;
}

std::string_view words_of(const Report& report, TokenRange tokens) {
  return tokens.empty() ? std::string_view{} : report.slice(span_of(report, tokens));
}

std::string text_of(const Report& report, TokenRange tokens) {
  std::string_view text = words_of(report, tokens);
  if (text.starts_with("the ") || text.starts_with("The ")) text.remove_prefix(4);
  for (const std::string_view ending : {"'s", "\xe2\x80\x99s", "'", "\xe2\x80\x99", ","}) {
    if (text.ends_with(ending)) text.remove_suffix(ending.size());
  }
  return std::string(text);
}

std::uint32_t head_of(const Report& report, TokenRange tokens) {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = report.tokens[i];
    const bool outside = token.head == Token::kRoot || !tokens.contains(token.head);
    if (outside && token.upos != Upos::PUNCT && token.upos != Upos::DET && token.upos != Upos::PART &&
        token.upos != Upos::ADP)
      return i;
  }
  return tokens.end - 1;
}

std::string preposition_of(const Tree& tree, std::uint32_t token) {
  std::string out;
  for (const std::uint32_t child : tree.children(token)) {
    if (child > token || !is_relation(tree[child].deprel, "case") || tree[child].xpos == "POS") continue;
    if (!out.empty()) out += ' ';
    out += tree[child].lemma;
    for (const std::uint32_t more : tree.children(child)) {
      if (is_relation(tree[more].deprel, "fixed")) (out += ' ') += tree[more].lemma;
    }
  }
  return out;
}

bool has_child(const Tree& tree, std::uint32_t token, std::string_view relation, std::string_view lemma) {
  for (const std::uint32_t child : tree.children(token)) {
    if (is_relation(tree[child].deprel, relation) && tree[child].lemma == lemma) return true;
  }
  return false;
}

bool is_noun(const Token& token) { return token.upos == Upos::NOUN || token.upos == Upos::PROPN; }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

}  // namespace dateline
