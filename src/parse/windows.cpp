#include "parse/windows.h"

#include <algorithm>

namespace dateline {

WindowReader::WindowReader(const Vocabulary& vocabulary, std::string_view text, Span paragraph, std::size_t max_pieces)
    : vocabulary_(&vocabulary), reader_(vocabulary, text, paragraph, max_pieces - 2), max_pieces_(max_pieces) {}

/// Reads on until the window overflows by an atom or the paragraph ends.
void WindowReader::fill() {
  while (!ended_ && pieces_.size() + 2 <= max_pieces_) {
    if (const std::optional<Atom> atom = reader_.next(pieces_)) {
      atoms_.push_back(*atom);
    } else {
      ended_ = true;
    }
  }
  window_ = 0;
  window_pieces_ = 0;
  while (window_ < atoms_.size() && window_pieces_ + atoms_[window_].pieces + 2 <= max_pieces_) {
    window_pieces_ += atoms_[window_++].pieces;
  }
}

bool WindowReader::next(neural::Batch& batch) {
  fill();
  if (window_ == 0) return false;
  const auto add = [&](std::uint32_t piece, std::uint8_t shape) {
    batch.pieces.push_back(piece);
    batch.shapes.push_back(shape);
  };
  add(vocabulary_->special().begin, 0);
  std::size_t piece = 0;
  for (const Atom& atom : atoms()) {
    for (std::size_t i = 0; i < atom.pieces; ++i) add(pieces_[piece++], atom.shape);
  }
  add(vocabulary_->special().end, 0);
  batch.ends.push_back(static_cast<std::uint32_t>(batch.rows()));
  return true;
}

std::size_t WindowReader::settle(std::span<const AtomClass> classes) const {
  if (ended_ && window_ == atoms_.size()) return window_;
  for (std::size_t i = window_; i-- > 1;) {
    if (classes[i] == AtomClass::sentence) return i;
  }
  return std::max<std::size_t>(1, window_ - 1);
}

void WindowReader::advance(std::size_t settled) {
  std::ptrdiff_t pieces = 0;
  for (std::size_t i = 0; i < settled; ++i) pieces += atoms_[i].pieces;
  atoms_.erase(atoms_.begin(), atoms_.begin() + static_cast<std::ptrdiff_t>(settled));
  pieces_.erase(pieces_.begin(), pieces_.begin() + pieces);
}

}  // namespace dateline
