#include "facade/files.h"

namespace dateline {

Pipeline::Files files_of(const EngineOptions& options) {
  const auto chosen = [](const std::filesystem::path& named, const char* usual) {
    return named.empty() ? find_data(usual) : named;
  };
  Pipeline::Files files;
  files.model = chosen(options.model, "models/dateline.model");
  files.knowledge = chosen(options.knowledge, "knowledge/dateline.tables");
  files.codebook = chosen(options.codebook, "codebooks/plover.toml");
  files.threads = options.threads;
  files.evidence = options.evidence;
  if (!options.evidence.neighbours) return files;
  files.neighbours = options.neighbours.empty() ? neighbours_beside(files.codebook) : options.neighbours;
  std::error_code failure;
  if (options.neighbours.empty() && !std::filesystem::exists(files.neighbours, failure)) files.neighbours.clear();
  return files;
}

std::filesystem::path neighbours_beside(const std::filesystem::path& codebook) {
  return std::filesystem::path(codebook).replace_extension(".neighbours");
}

}  // namespace dateline
