#include "parse/neighbours.h"

#include <algorithm>
#include <array>

namespace dateline {

using neural::kBlockRows;

NeighbourIndex::NeighbourIndex(NeighbourFile file)
    : file_(std::move(file)), product_(file_.keys(), file_.size(), file_.width()) {}

void NeighbourIndex::search(std::span<const Query> queries, Workspace& scratch, neural::Workspace& workspace) const {
  for (std::size_t begin = 0; begin < queries.size(); begin += kBlockRows)
    search_block(queries.subspan(begin, std::min(kBlockRows, queries.size() - begin)), scratch, workspace);
}

void NeighbourIndex::search_block(std::span<const Query> queries, Workspace& scratch,
                                  neural::Workspace& workspace) const {
  const std::size_t width = file_.width();
  std::array<float, kBlockRows> scales{};
  std::int8_t* rows = scratch.rows.reserve(kBlockRows * width);
  std::int32_t* products = scratch.products.reserve(kBlockRows * file_.size());
  for (std::size_t i = 0; i < queries.size(); ++i) scales[i] = quantise_key({queries[i].key, width}, rows + i * width);
  product_.run(rows, queries.size(), products, workspace.library);
  for (std::size_t i = 0; i < queries.size(); ++i) choose(products + i * file_.size(), scales[i], queries[i]);
}

/// Of equally near examples the earlier comes first.
void NeighbourIndex::choose(const std::int32_t* products, float scale, const Query& query) const {
  std::array<Neighbour, kNeighbours> best;
  std::size_t count = 0;
  for (std::size_t i = 0; i < file_.size(); ++i) {
    const float similarity = static_cast<float>(products[i]) * (scale * file_.scales()[i]);
    if (count == kNeighbours && similarity <= best[count - 1].similarity) continue;
    if (query.left_out == file_.numbers()[i]) continue;
    if (count < kNeighbours) ++count;
    std::size_t at = count - 1;
    for (; at > 0 && best[at - 1].similarity < similarity; --at) best[at] = best[at - 1];
    best[at] = {file_.numbers()[i], similarity};
  }
  query.found->assign(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count));
}

}  // namespace dateline
