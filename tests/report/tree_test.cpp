// Walking trees, and names of the enumerations.
#include "report/tree.h"

#include <gtest/gtest.h>

#include "../support/report_lines.h"

namespace dateline {
namespace {

using testing::report_of;
using testing::word;

const char* kTwoSentences =
    "Soldiers soldier NOUN NNS 4 nsubj:pass\n"
    "were be AUX VBD 4 aux:pass\n"
    "not not PART RB 4 advmod\n"
    "moved move VERB VBN 0 root\n"
    "by by ADP IN 6 case\n"
    "train train NOUN NN 4 obl\n"
    "\n"
    "Rain rain NOUN NN 2 nsubj\n"
    "fell fall VERB VBD 0 root\n";

TEST(Tree, GivesChildrenInTextOrder) {
  const Report report = report_of(kTwoSentences);
  const Tree tree(report);
  const auto children = tree.children(word(report, "moved"));
  EXPECT_EQ(std::vector<std::uint32_t>(children.begin(), children.end()), (std::vector<std::uint32_t>{0, 1, 2, 5}));
  EXPECT_TRUE(tree.children(word(report, "by")).empty());
}

TEST(Tree, FindsChildrenByRelation) {
  const Report report = report_of(kTwoSentences);
  const Tree tree(report);
  EXPECT_EQ(tree.child(3, "nsubj"), 0U) << "nsubj:pass refines nsubj";
  EXPECT_EQ(tree.child(3, "obj"), Token::kRoot);
  EXPECT_EQ(tree.children(3, "aux"), std::vector<std::uint32_t>{1});
}

TEST(Tree, KeepsSentencesApart) {
  const Report report = report_of(kTwoSentences);
  const Tree tree(report);
  EXPECT_EQ(tree.subtree(3), (TokenRange{0, 6}));
  EXPECT_EQ(tree.subtree(5), (TokenRange{4, 6}));
  EXPECT_EQ(tree.subtree(7), (TokenRange{6, 8}));
  EXPECT_EQ(tree.sentence(5), 0U);
  EXPECT_EQ(tree.sentence(6), 1U);
}

TEST(Tree, OfNothingIsEmpty) { EXPECT_NO_THROW(Tree(Report{})); }

TEST(Relation, RefinesItsName) {
  EXPECT_TRUE(is_relation("nsubj", "nsubj"));
  EXPECT_TRUE(is_relation("nsubj:pass", "nsubj"));
  EXPECT_FALSE(is_relation("nsubj", "nsubj:pass"));
  EXPECT_FALSE(is_relation("obl", "obj"));
  EXPECT_FALSE(is_relation("objx", "obj"));
}

TEST(Spans, ReachFromFirstToLastWord) {
  const Report report = report_of(kTwoSentences);
  EXPECT_EQ(report.slice(span_of(report, {4, 6})), "by train");
}

TEST(Names, GoBothWays) {
  for (const Status status :
       {Status::actual, Status::historical, Status::future, Status::hypothetical, Status::negated}) {
    EXPECT_EQ(status_of(name_of(status)), status);
  }
  EXPECT_FALSE(status_of("certain"));
  for (std::size_t i = 0; i < kUposCount; ++i) {
    const auto upos = static_cast<Upos>(i);
    EXPECT_EQ(upos_of(name_of(upos)), upos);
  }
  EXPECT_FALSE(upos_of("noun"));
}

}  // namespace
}  // namespace dateline
