// Walking the dependency tree of a report's sentences.
#pragma once

#include <dateline/report.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline {

/// Children of every word, in text order, in one allocation. The report must outlive it.
class Tree {
 public:
  explicit Tree(const Report& report);

  std::span<const std::uint32_t> children(std::uint32_t token) const {
    return {children_.data() + first_[token], first_[token + 1] - first_[token]};
  }
  /// First child whose relation is `relation` ("nsubj" matches "nsubj:pass" too), or Token::kRoot.
  std::uint32_t child(std::uint32_t token, std::string_view relation) const;
  /// All such children.
  std::vector<std::uint32_t> children(std::uint32_t token, std::string_view relation) const;
  /// The words of the subtree from its leftmost to its rightmost word.
  TokenRange subtree(std::uint32_t token) const { return subtree_[token]; }
  /// Sentence of the word.
  std::uint32_t sentence(std::uint32_t token) const { return sentence_[token]; }
  const Report& report() const { return *report_; }
  const Token& operator[](std::uint32_t token) const { return report_->tokens[token]; }

 private:
  const Report* report_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> children_;
  std::vector<TokenRange> subtree_;
  std::vector<std::uint32_t> sentence_;
};

/// Does `relation` (with subtype) equal `name` or refine it: ("nsubj:pass", "nsubj")?
bool is_relation(std::string_view relation, std::string_view name);

/// The bytes from the first to the last word of a non-empty range.
Span span_of(const Report& report, TokenRange tokens);

}  // namespace dateline
