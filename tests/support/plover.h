// The project's codebook, read once.
#pragma once

#include <dateline/codebook.h>

#include <string>

namespace dateline::testing {

inline const Codebook& plover() {
  static const Codebook book = Codebook::load(std::string(DATELINE_SOURCE_DIR) + "/codebooks/plover.toml");
  return book;
}

}  // namespace dateline::testing
