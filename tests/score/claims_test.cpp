// Attributions against a small stand-off file worked out by hand.
#include "score/claims.h"

#include <gtest/gtest.h>

#include "score/document.h"

namespace dateline::score {
namespace {

const std::string kText = "“Go,” Ann said. Bob knows she left.";
constexpr const char* kAnnotation =
    "T1\tSource 6 9\tAnn\nT2\tCue 10 14\tsaid\nT3\tContent 0 5\t“Go,”\nT4\tAttribution 10 14\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    "T5\tSource 16 19\tBob\nT6\tCue 20 25\tknows\nT7\tContent 26 29;30 34\tshe left\nT8\tAttribution 20 25\tknows\n"
    "E2\tAttribution:T8 Source:T5 Content:T7 Cue:T6\n"
    "T9\tContent 0 5\tx\nE3\tAttribution-no-source:T4 Content:T9 Cue:T2\n";

double figure(const Score& score, std::string_view name) {
  for (const Figure& f : score.figures) {
    if (f.name == name) return f.value;
  }
  return -1;
}

Attribution attribution(const Report& report, std::string_view source, std::string_view content) {
  const auto span = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(report.text.find(words));
    return Span{at, at + static_cast<std::uint32_t>(words.size())};
  };
  Attribution a;
  a.source = span(source);
  a.content = {span(content)};
  return a;
}

TEST(Claims, SpansInPiecesAreReadAndSourcelessOnesLeftOut) {
  const auto claims = read_claims(kAnnotation, kText, "gold");
  ASSERT_EQ(claims.size(), 2U);
  ASSERT_EQ(claims[1].content.size(), 2U);
  EXPECT_EQ(kText.substr(claims[0].source[0].begin, 3), "Ann");
}

TEST(Claims, SourceAndContentMustOverlap) {
  Report report = bare_report("d", kText);
  report.attributions = {attribution(report, "Ann", "Go"), attribution(report, "Bob", "Go")};
  ClaimTotals totals;
  totals.add(read_claims(kAnnotation, kText, "gold"), report);
  const Score score = std::move(totals).score();
  EXPECT_DOUBLE_EQ(figure(score, "claims"), 50);
  EXPECT_DOUBLE_EQ(figure(score, "contents"), 50);  // each content is answered once
}

TEST(Claims, TheAssignmentWithTheMostAnswersCounts) {
  Report report = bare_report("d", kText);
  report.attributions = {attribution(report, "Ann said. Bob", "Go,” Ann said. Bob knows she"),
                         attribution(report, "Ann", "Go")};
  ClaimTotals totals;
  totals.add(read_claims(kAnnotation, kText, "gold"), report);
  EXPECT_DOUBLE_EQ(figure(std::move(totals).score(), "claims"), 100);
}

TEST(Claims, BrokenFilesAreNamed) {
  EXPECT_THROW(read_claims("T1\tSource 0 999\tx\n", kText, "gold"), Error);
  EXPECT_THROW(read_claims("T1\tSource 0 x\tx\n", kText, "gold"), Error);
  EXPECT_THROW(read_claims("E1\tAttribution:T1 Source:T2\n", kText, "gold"), Error);
}

}  // namespace
}  // namespace dateline::score
