// Reads a paragraph window by window. A paragraph that does not fit into one
// window goes on, in the next, with the last sentence that began in this one, so
// that every sentence is read whole (docs/formats/model.md, "Windows").
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "neural/encoder.h"
#include "parse/atoms.h"

namespace dateline {

/// What the segment head says of an atom.
enum class AtomClass : std::uint8_t { continues, word, sentence };

class WindowReader {
 public:
  /// `text` and `vocabulary` must outlive the reader.
  WindowReader(const Vocabulary& vocabulary, std::string_view text, Span paragraph, std::size_t max_pieces);

  /// Appends the next window to the batch; false, and nothing appended, at the end of the paragraph.
  bool next(neural::Batch& batch);
  /// The atoms of the window in hand.
  std::span<const Atom> atoms() const { return {atoms_.data(), window_}; }
  /// Settles which atoms the window in hand decides, and lets them go with advance(): all if the paragraph ends with
  /// it, else those before the last sentence; if there is but one sentence it is cut hard before the window's last
  /// atom.
  std::size_t settle(std::span<const AtomClass> classes) const;
  void advance(std::size_t settled);

 private:
  void fill();

  const Vocabulary* vocabulary_;
  AtomReader reader_;
  std::size_t max_pieces_;
  std::vector<Atom> atoms_;            ///< read and not settled
  std::vector<std::uint32_t> pieces_;  ///< theirs
  std::size_t window_ = 0;             ///< atoms of the window in hand
  std::size_t window_pieces_ = 0;
  bool ended_ = false;
};

}  // namespace dateline
