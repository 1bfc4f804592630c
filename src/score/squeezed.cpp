#include "score/squeezed.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace dateline::score {

std::string squeeze(std::string_view text) { return Squeezed(text).text(); }

Squeezed::Squeezed(std::string_view text) {
  text_.reserve(text.size());
  before_.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool space = is_space(decode(text, at));
    for (std::size_t i = begin; i < at; ++i) {
      before_.push_back(static_cast<std::uint32_t>(text_.size()));
      if (!space) text_.push_back(text[i]);
    }
  }
  before_.push_back(static_cast<std::uint32_t>(text_.size()));
}

}  // namespace dateline::score
