// Texts without their white space. Gold files and the program may disagree on
// spaces and line breaks, never on the characters between them, so spans are
// compared as offsets into the squeezed text.
#pragma once

#include <dateline/event.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::score {

/// `text`, which is valid UTF-8, without white space.
std::string squeeze(std::string_view text);

/// A squeezed text that knows where the bytes of the original went.
class Squeezed {
 public:
  explicit Squeezed(std::string_view text);

  const std::string& text() const { return text_; }
  /// Bytes that are no white space before byte `offset` of the original.
  std::uint32_t at(std::uint32_t offset) const { return before_[offset]; }
  Span operator()(Span bytes) const { return {at(bytes.begin), at(bytes.end)}; }

 private:
  std::string text_;
  std::vector<std::uint32_t> before_;
};

}  // namespace dateline::score
