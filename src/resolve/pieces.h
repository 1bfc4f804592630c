// Pieces: a sentence cut into runs of letters, numbers and single marks,
// whatever the tokeniser made of it. Dates and numbers are read from pieces, so
// that "2024-03-05", "six-thousand", "3.5bn" and "1990s" read the same whether
// they are one word or several.
#pragma once

#include <dateline/report.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct Piece {
  enum class Kind : std::uint8_t { word, number, mark };

  Span span;              ///< bytes of Report::text
  std::string_view text;  ///< ASCII-lowered; dashes are "-", apostrophes "'"
  Kind kind = Kind::mark;
  bool glued = false;             ///< no space before it
  bool after_thin_blank = false;  ///< a blank before it that breaks no line, as in "40 000"
  bool capital = false;           ///< starts with a capital letter
  double value = 0;               ///< of a number
  std::uint8_t digits = 0;        ///< of a number: how many digits before the decimal point
  bool plain = false;             ///< a number of digits only: no grouping, no decimals
  std::uint32_t token = 0;        ///< the word that it starts in

  /// A number of digits only, of at most four of them, as dates have; otherwise 0.
  int short_number() const { return kind == Kind::number && plain && digits <= 4 ? static_cast<int>(value) : 0; }
};

/// The pieces of one sentence. Reading beyond either end gives an empty mark.
class Pieces {
 public:
  Pieces(const Report& report, const Sentence& sentence);
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;

  std::size_t size() const { return pieces_.size(); }
  const Piece& operator[](std::size_t i) const { return i < pieces_.size() ? pieces_[i] : none_; }
  /// Words from the piece at `begin` to the one before `end`, begin < end.
  TokenRange tokens(std::size_t begin, std::size_t end) const {
    return {pieces_[begin].token, pieces_[end - 1].token + 1};
  }
  bool is(std::size_t i, std::string_view text) const { return (*this)[i].text == text; }
  bool is_word(std::size_t i) const { return (*this)[i].kind == Piece::Kind::word; }
  bool is_number(std::size_t i) const { return (*this)[i].kind == Piece::Kind::number; }

 private:
  void add(std::uint32_t begin, std::uint32_t end, Piece::Kind kind);
  std::uint32_t end_of_number(std::uint32_t at) const;

  std::string lower_;  ///< the sentence, ASCII-lowered, same byte offsets
  std::uint32_t offset_ = 0;
  std::vector<Piece> pieces_;
  bool thin_blank_ = false;  ///< the last thing read was one
  Piece none_;
};

/// Is `text` one of the (few) words?
template <typename List>
bool any_of(std::string_view text, const List& words) {
  for (const std::string_view word : words) {
    if (text == word) return true;
  }
  return false;
}

}  // namespace dateline
