// The codebook's examples as neighbours: what those that the model sees much as
// a word say of its type (k nearest neighbours, as of Cover and Hart 1967, each
// weighing by its nearness), and which of them a record names.
#pragma once

#include <string>
#include <vector>

#include "code/scene.h"

namespace dateline {

/// How the neighbours of a word vote: shares of the types, which sum to less than 1. What is missing went to near
/// misses that tell no event, and to nobody where the neighbours are far.
class Vote {
 public:
  /// No vote if the word has no neighbours.
  Vote(const Scene& scene, Word word);

  bool empty() const { return shares_.empty(); }
  double share(std::size_t type) const { return shares_[type]; }

 private:
  std::vector<double> shares_;
};

/// Adds to each event's because[] the nearest example that tells its type, if it is near, and returns what was named.
std::vector<CitedExample> cite_examples(const Scene& scene, std::vector<Event>& events);

}  // namespace dateline
