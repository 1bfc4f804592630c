// Which of a few records are one story, when for every two of them is known how likely that is.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace dateline::store {

/// What people decided about two of the records.
struct PairDecision {
  std::size_t first = 0, second = 0;
  bool join = true;
};

/// Symmetric odds of `size` records.
class OddsTable {
 public:
  explicit OddsTable(std::size_t size) : size_(size), odds_(size * size, 0) {}

  std::size_t size() const { return size_; }
  float at(std::size_t a, std::size_t b) const { return odds_[a * size_ + b]; }
  void set(std::size_t a, std::size_t b, float odds) { odds_[a * size_ + b] = odds_[b * size_ + a] = odds; }

 private:
  std::size_t size_;
  std::vector<float> odds_;
};

/// The number of each record's story, in the order of their first records. `decisions`: the latest last; a later one
/// overrules what contradicts it.
std::vector<std::size_t> cluster(const OddsTable& odds, const std::vector<PairDecision>& decisions);

/// Average odds above which two groups are one story.
inline constexpr float kMergeOdds = 0;
/// Odds above which two records are looked at together at all.
inline constexpr float kLinkOdds = 0;

}  // namespace dateline::store
