// What a codebook's parts must agree on once they are read.
#pragma once

#include <dateline/codebook.h>

namespace dateline {

/// Throws Error(bad_codebook) with file and line at the first contradiction: doubled names, modes or types
/// that do not exist, senses without words, examples without a trigger, numbers out of range.
void check_codebook(const Codebook& codebook);

}  // namespace dateline
