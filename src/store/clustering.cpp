// Average link: the two groups whose records fit best on average become one, until no two fit. A single wrong pair can
// then not join two stories, and records that say little come in with those they fit. Decisions of people hold before
// all odds.
#include "store/clustering.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace dateline::store {
namespace {

class Grouping {
 public:
  Grouping(const OddsTable& odds, const std::vector<PairDecision>& decisions)
      : size_(odds.size()), sums_(odds), apart_(size_ * size_, false), members_(size_, 1), group_(size_) {
    std::iota(group_.begin(), group_.end(), std::size_t{0});
    for (std::size_t later = decisions.size(); later-- > 0;) decide(decisions[later]);
  }

  std::vector<std::size_t> run() {
    while (const auto best = best_pair()) merge(best->first, best->second);
    return numbered();
  }

 private:
  /// The latest come first; what contradicts them comes too late.
  void decide(const PairDecision& decision) {
    const std::size_t a = group_[decision.first];
    const std::size_t b = group_[decision.second];
    if (a == b || apart(a, b)) return;
    if (decision.join)
      merge(std::min(a, b), std::max(a, b));
    else
      set_apart(a, b);
  }

  bool apart(std::size_t a, std::size_t b) const { return apart_[a * size_ + b]; }
  void set_apart(std::size_t a, std::size_t b) { apart_[a * size_ + b] = apart_[b * size_ + a] = true; }

  float average(std::size_t a, std::size_t b) const {
    return sums_.at(a, b) / static_cast<float>(members_[a] * members_[b]);
  }

  /// The first of the best, so that the result does not depend on more than the order of the records.
  std::optional<std::pair<std::size_t, std::size_t>> best_pair() const {
    std::optional<std::pair<std::size_t, std::size_t>> best;
    float most = kMergeOdds;
    for (std::size_t a = 0; a < size_; ++a) {
      if (members_[a] == 0) continue;
      for (std::size_t b = a + 1; b < size_; ++b) {
        if (members_[b] == 0 || apart(a, b) || average(a, b) <= most) continue;
        most = average(a, b);
        best = {a, b};
      }
    }
    return best;
  }

  void merge(std::size_t into, std::size_t from) {
    for (std::size_t other = 0; other < size_; ++other) {
      if (other == into || other == from) continue;
      sums_.set(into, other, sums_.at(into, other) + sums_.at(from, other));
      if (apart(from, other)) set_apart(into, other);
    }
    members_[into] += members_[from];
    members_[from] = 0;
    std::replace(group_.begin(), group_.end(), from, into);
  }

  std::vector<std::size_t> numbered() const {
    std::vector<std::size_t> number(size_, size_);
    std::vector<std::size_t> out;
    std::size_t next = 0;
    for (const std::size_t group : group_) {
      if (number[group] == size_) number[group] = next++;
      out.push_back(number[group]);
    }
    return out;
  }

  std::size_t size_;
  OddsTable sums_;
  std::vector<bool> apart_;
  std::vector<std::size_t> members_, group_;
};

}  // namespace

std::vector<std::size_t> cluster(const OddsTable& odds, const std::vector<PairDecision>& decisions) {
  return Grouping(odds, decisions).run();
}

}  // namespace dateline::store
