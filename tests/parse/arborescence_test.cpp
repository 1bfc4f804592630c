// The tree decoder against every tree there is.
#include "parse/arborescence.h"

#include <gtest/gtest.h>

#include <random>

namespace dateline {
namespace {

double total(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + heads[i]];
  return sum;
}

bool is_tree(const std::vector<std::uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    std::size_t node = word + 1;
    for (std::size_t steps = 0; node != 0; node = heads[node - 1]) {
      if (++steps > heads.size()) return false;
    }
  }
  return true;
}

/// The best total of all assignments that are trees with one root word.
double best_total(const std::vector<float>& scores, std::size_t words) {
  double best = -1e300;
  std::vector<std::uint32_t> heads(words, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t i = 0;
    while (i < words && ++heads[i] > words) heads[i++] = 0;
    if (i == words) return best;
  }
}

TEST(ArborescenceTest, FindsTheBestOfAllTrees) {
  std::mt19937 source(1);
  std::normal_distribution<float> normal(0, 3);
  for (int round = 0; round < 600; ++round) {
    const std::size_t words = 1 + static_cast<std::size_t>(round) % 6;
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores) score = round % 3 == 0 ? std::round(normal(source)) : normal(source);
    const auto heads = best_tree(scores, words);
    ASSERT_TRUE(is_tree(heads)) << round;
    ASSERT_NEAR(total(scores, heads), best_total(scores, words), 1e-3) << round;
  }
}

TEST(ArborescenceTest, LongSentencesStayTrees) {
  std::mt19937 source(2);
  std::normal_distribution<float> normal(0, 3);
  for (const std::size_t words : {100, 254}) {
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores) score = normal(source);
    EXPECT_TRUE(is_tree(best_tree(scores, words)));
    std::fill(scores.begin(), scores.end(), 0.0F);
    EXPECT_TRUE(is_tree(best_tree(scores, words)));
  }
}

TEST(ArborescenceTest, NestedCyclesOpen) {
  // A chain of ever better arcs back and forth makes cycles within cycles.
  const std::size_t words = 60;
  std::vector<float> scores(words * (words + 1), -5.0F);
  for (std::size_t d = 0; d < words; ++d) {
    if (d + 1 < words) scores[d * (words + 1) + d + 2] = 10.0F + static_cast<float>(d);
    if (d > 0) scores[d * (words + 1) + d] = 9.0F + static_cast<float>(d);
  }
  EXPECT_TRUE(is_tree(best_tree(scores, words)));
}

}  // namespace
}  // namespace dateline
