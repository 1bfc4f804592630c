#include "report/tree.h"

#include <algorithm>

namespace dateline {

Tree::Tree(const Report& report)
    : report_(&report),
      first_(report.tokens.size() + 1, 0),
      subtree_(report.tokens.size()),
      sentence_(report.tokens.size(), 0) {
  const auto& tokens = report.tokens;
  for (const Token& token : tokens) {
    if (token.head != Token::kRoot) ++first_[token.head + 1];
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  children_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    subtree_[i] = {i, i + 1};
    if (tokens[i].head != Token::kRoot) children_[next[tokens[i].head]++] = i;
  }
  for (std::uint32_t s = 0; s < report.sentences.size(); ++s) {
    const Sentence& sentence = report.sentences[s];
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) sentence_[i] = s;
  }
  // Every word widens the subtrees of its ancestors; trees are shallow, so this is nearly linear.
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    for (std::uint32_t up = tokens[i].head; up != Token::kRoot; up = tokens[up].head) {
      subtree_[up].begin = std::min(subtree_[up].begin, i);
      subtree_[up].end = std::max(subtree_[up].end, i + 1);
    }
  }
}

std::uint32_t Tree::child(std::uint32_t token, std::string_view relation) const {
  for (const std::uint32_t c : children(token)) {
    if (is_relation((*this)[c].deprel, relation)) return c;
  }
  return Token::kRoot;
}

std::vector<std::uint32_t> Tree::children(std::uint32_t token, std::string_view relation) const {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t c : children(token)) {
    if (is_relation((*this)[c].deprel, relation)) found.push_back(c);
  }
  return found;
}

bool is_relation(std::string_view relation, std::string_view name) {
  return relation.starts_with(name) && (relation.size() == name.size() || relation[name.size()] == ':');
}

Span span_of(const Report& report, TokenRange tokens) {
  return {report.tokens[tokens.begin].span.begin, report.tokens[tokens.end - 1].span.end};
}

}  // namespace dateline
