// Indexes of examples: each is refused with Error(bad_neighbours), or finds neighbours among its own examples.
#include <dateline/error.h>

#include <algorithm>
#include <string>

#include "check.h"
#include "file_in_memory.h"
#include "parse/neighbours.h"

namespace {

using namespace dateline;

void ask(NeighbourFile file) {
  const NeighbourIndex index(std::move(file));
  std::vector<float> key(index.file().width());
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<float>(i % 7) - 2;
  NeighbourIndex::Workspace scratch;
  neural::Workspace workspace;
  std::vector<Neighbour> found;
  const NeighbourIndex::Query query{key.data(), index.file().numbers().front(), &found};
  index.search({&query, 1}, scratch, workspace);
  fuzz::check(found.size() == std::min(kNeighbours, index.file().size() - 1), "as many as there are, up to the most");
  for (const Neighbour& n : found) {
    const auto numbers = index.file().numbers();
    fuzz::check(std::binary_search(numbers.begin(), numbers.end(), n.example), "neighbours are examples of the index");
    fuzz::check(n.example != query.left_out, "the one left out is none");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string file(fuzz::text_of(data, size));
  fuzz::sign(file, 20, 24);
  const fuzz::FileInMemory stored(file);
  try {
    ask(NeighbourFile(stored.path()));
  } catch (const Error& error) {
    fuzz::check(error.code() == ErrorCode::bad_neighbours, "the fault is the index's");
  }
  return 0;
}
