// Makes the index of a codebook's examples: each is parsed, and the key of its trigger kept.
#include <dateline/examples.h>

#include <map>
#include <optional>

#include "code/example_list.h"
#include "facade/files.h"
#include "parse/neighbour_file.h"

namespace dateline {
namespace {

using Key = std::vector<float>;

/// The key of each example's trigger: that of the first of its words that can be a trigger.
std::vector<std::optional<Key>> keys_of(const Parser& parser, const std::vector<ListedExample>& examples) {
  std::vector<Report> reports;
  reports.reserve(examples.size());
  for (const ListedExample& listed : examples) reports.push_back(report_of(*listed.example));
  std::vector<Report*> pointers;
  pointers.reserve(reports.size());
  for (Report& report : reports) pointers.push_back(&report);
  std::vector<std::optional<Key>> keys(examples.size());
  parser.parse(pointers, [&](const Report& report, Span word, std::span<const float> key) {
    const auto number = static_cast<std::size_t>(&report - reports.data());
    const Span trigger = examples[number].example->trigger;
    if (word.begin >= trigger.end || word.end <= trigger.begin || keys[number]) return;
    keys[number].emplace(key.begin(), key.end());
  });
  return keys;
}

}  // namespace

IndexOutcome index_examples(const EngineOptions& options, std::filesystem::path output) {
  EngineOptions bare = options;
  bare.evidence.neighbours = false;  // the index that is to be replaced may be a damaged one
  const Pipeline::Files files = files_of(bare);
  if (output.empty()) output = neighbours_beside(files.codebook);
  const Codebook codebook = Codebook::load(files.codebook);
  const auto examples = list_examples(codebook);
  const Parser parser(files.model);
  const auto keys = keys_of(parser, examples);
  NeighbourWriter writer({parser.checksum(), checksum_of(examples)}, parser.key_width());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i]) writer.add(static_cast<std::uint32_t>(i), *keys[i]);
  }
  writer.write(output);
  return {writer.size(), keys.size() - writer.size()};
}

}  // namespace dateline
