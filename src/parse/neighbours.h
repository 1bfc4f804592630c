// Nearest examples: the index searched by cosine, all of it for each word. Some
// thousand keys of 256 bytes are one small int8 product, which takes a few
// microseconds a word: no tree or graph would be quicker, and sums of int8
// products are exact, so that a word has the same neighbours in any company.
#pragma once

#include <dateline/report.h>

#include <filesystem>
#include <optional>
#include <vector>

#include "neural/linear.h"
#include "parse/neighbour_file.h"

namespace dateline {

/// How many examples a word has as neighbours.
inline constexpr std::size_t kNeighbours = 8;

/// Immutable; threads share it and bring their own workspaces.
class NeighbourIndex {
 public:
  explicit NeighbourIndex(NeighbourFile file);

  const NeighbourFile& file() const { return file_; }

  struct Workspace {
    neural::Buffer<std::int8_t> rows;
    neural::Buffer<std::int32_t> products;
  };

  /// A word whose neighbours are sought.
  struct Query {
    const float* key = nullptr;               ///< of any length
    std::optional<std::uint32_t> left_out;    ///< number of an example that does not count
    std::vector<Neighbour>* found = nullptr;  ///< gets the neighbours, nearest first
  };
  void search(std::span<const Query> queries, Workspace& scratch, neural::Workspace& workspace) const;

 private:
  void search_block(std::span<const Query> queries, Workspace& scratch, neural::Workspace& workspace) const;
  void choose(const std::int32_t* products, float scale, const Query& query) const;

  NeighbourFile file_;
  neural::Int8Product product_;
};

}  // namespace dateline
