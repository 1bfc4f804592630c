// The word-piece vocabulary, and WordPiece: greedy longest match from the left
// (Wu et al. 2016, as in BERT).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "neural/model_file.h"

namespace dateline {

/// Numbers of the pieces that the format names.
struct SpecialPieces {
  std::uint32_t begin = 0;     ///< [CLS]
  std::uint32_t end = 0;       ///< [SEP]
  std::uint32_t unknown = 0;   ///< [UNK]
  std::uint32_t negation = 0;  ///< not
};

class Vocabulary {
 public:
  /// Fails with Error(bad_model) if a special piece is missing.
  explicit Vocabulary(const neural::ModelFile& model);

  const SpecialPieces& special() const { return special_; }
  /// Appends the pieces of a word (folded UTF-8, not empty), or one [UNK] if some part of it has none.
  void append_pieces(std::string_view word, std::vector<std::uint32_t>& out) const;

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t piece = kNone;
  };

  void insert(std::string_view text, std::uint32_t piece);
  std::uint32_t find(std::string_view text, bool continued, std::uint64_t key) const;
  /// Longest piece at the start of `rest`: its number and length, or kNone.
  std::pair<std::uint32_t, std::size_t> longest(std::string_view rest, bool continued) const;

  std::vector<std::string_view> texts_;  ///< by piece, without "##"
  std::vector<bool> continued_;
  std::vector<Slot> slots_;  ///< open addressing, at most half full
  std::size_t longest_ = 0;  ///< bytes of the longest piece
  SpecialPieces special_;
};

}  // namespace dateline
