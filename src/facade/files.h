// The files that options mean: named ones, or those that come with the program.
#pragma once

#include <dateline/engine.h>

#include <filesystem>

#include "pipeline/pipeline.h"

namespace dateline {

/// Throws Error(file_not_found).
Pipeline::Files files_of(const EngineOptions& options);

/// Where the index of a codebook's examples is looked for: "my.toml" has "my.neighbours" beside it.
std::filesystem::path neighbours_beside(const std::filesystem::path& codebook);

}  // namespace dateline
