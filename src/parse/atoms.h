// Cuts a paragraph into atoms, the smallest things that can be words, and atoms
// into word pieces. The rules are those of docs/formats/model.md, "Text to
// pieces"; training/pieces.py has them in Python.
#pragma once

#include <dateline/event.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/vocabulary.h"

namespace dateline {

/// A run of letters or digits, or one other character; bytes of the report's text.
struct Atom {
  Span span;
  std::uint16_t pieces = 0;  ///< how many
  std::uint8_t shape = 0;    ///< shape id, glued bit included
  bool glued = false;        ///< nothing stands between it and the atom before
};

/// Reads a paragraph from front to back with three runs of look-ahead, so that memory and time stay linear in its
/// length.
class AtomReader {
 public:
  /// `text` (valid UTF-8) and `vocabulary` must outlive the reader. Spans count from the start of `text`.
  AtomReader(const Vocabulary& vocabulary, std::string_view text, Span paragraph, std::size_t most_pieces);

  /// The next atom, its pieces appended to `pieces`; nothing at the end of the paragraph.
  std::optional<Atom> next(std::vector<std::uint32_t>& pieces);

 private:
  enum class Kind : std::uint8_t { none, letters, digits, other };

  /// Characters of one kind, as they stand and folded.
  struct Run {
    Span span;
    Kind kind = Kind::none;  ///< none: the paragraph has ended
    std::uint32_t code_points = 0;
    std::uint32_t last = 0;       ///< where its last code point begins
    std::size_t last_folded = 0;  ///< where that one's folding begins in `folded`
    std::string folded;
  };

  /// An atom before its pieces are looked up.
  struct Cut {
    Span span;
    std::string folded;
    bool negation = false;
  };

  static Kind kind_of(char32_t code_point);
  void read_run(Run& run);
  void consume(std::size_t runs);
  bool starts_negation() const;
  bool starts_clitic() const;
  void cut_next();
  void cut_negation();
  void cut_compound(std::size_t first);
  Atom finish(const Cut& cut, std::vector<std::uint32_t>& pieces);
  void append_pieces(const Cut& cut, std::vector<std::uint32_t>& pieces) const;

  const Vocabulary* vocabulary_;
  std::string_view text_;
  std::size_t most_pieces_;
  std::size_t offset_;
  std::size_t end_;
  std::array<Run, 3> runs_;                    ///< the run in hand and two ahead
  Run before_;                                 ///< the run before it
  Cut cut_;                                    ///< the atom to be told
  std::optional<Cut> second_;                  ///< second half of a split, told after it
  std::optional<std::uint32_t> previous_end_;  ///< of the atom told last
  std::u32string scratch_;
};

/// The shape class k of an atom's original text (0 is for special pieces).
std::uint8_t shape_of(std::string_view text);

}  // namespace dateline
