// Stories against events worked out by hand.
#include "score/stories.h"

#include <dateline/error.h>
#include <gtest/gtest.h>

namespace dateline::score {
namespace {

double figure(const Score& score, std::string_view name) {
  for (const Figure& f : score.figures) {
    if (f.name == name) return f.value;
  }
  return -1;
}

TEST(Stories, MarksAreTakenOut) {
  const auto reports = read_stories(
      R"({"id": "a", "published": "2025-05-01", "publisher": "p", "text": "Rebels {raid:stormed} Goma and {theft:took} cars."})",
      "gold");
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports[0].report.text, "Rebels stormed Goma and took cars.");
  ASSERT_EQ(reports[0].labels.size(), 2U);
  EXPECT_EQ(reports[0].labels[1].story, "theft");
  EXPECT_EQ(reports[0].report.slice(reports[0].labels[1].words), "took");
}

TEST(Stories, HeadingsOfOneAttackAreEvents) {
  const auto reports = read_stories(
      "{\"id\": \"a\", \"date\": \"2025-05-01\", \"text\": \"x\", \"stories\": [\"War\", \"2025 Goma bombing\"]}\n"
      "{\"id\": \"b\", \"date\": \"2025-05-01\", \"text\": \"y\", \"stories\": [\"Kidnapping in Mali\"]}\n",
      "gold");
  ASSERT_EQ(reports.size(), 2U);
  ASSERT_EQ(reports[0].labels.size(), 1U);
  EXPECT_EQ(reports[0].labels[0].story, "2025 Goma bombing");
  EXPECT_TRUE(reports[1].labels.empty());
}

TEST(Stories, BrokenLinesAreNamed) {
  EXPECT_THROW(read_stories("[1]", "gold"), Error);
  EXPECT_THROW(read_stories(R"({"id": "a", "text": ""})", "gold"), Error);
  EXPECT_THROW(read_stories(R"({"id": "a", "text": "Rebels {stormed Goma."})", "gold"), Error);
  EXPECT_THROW(read_stories(R"({"id": "a", "text": "x", "stories": [1]})", "gold"), Error);
}

/// Two events of two records each; one record of the second was put into the story of the first.
TEST(Stories, PairsAndBCubed) {
  const Score score = score_stories({{"e", "s", ""}, {"e", "s", ""}, {"f", "s", ""}, {"f", "t", ""}}, 5, false);
  EXPECT_NEAR(figure(score, "pairs.precision"), 100.0 / 3, 1e-9);
  EXPECT_NEAR(figure(score, "pairs.recall"), 50, 1e-9);
  EXPECT_NEAR(figure(score, "b_cubed.precision"), 100 * (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4, 1e-9);
  EXPECT_NEAR(figure(score, "b_cubed.recall"), 100 * (1 + 1 + 0.5 + 0.5) / 4, 1e-9);
  EXPECT_NEAR(figure(score, "found"), 80, 1e-9);
}

}  // namespace
}  // namespace dateline::score
