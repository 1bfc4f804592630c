// Confidences against what is right.
#include "score/reliability.h"

#include <gtest/gtest.h>

namespace dateline::score {
namespace {

TEST(Reliability, DistanceOfConfidenceAndTruthByBin) {
  Reliability reliability;
  EXPECT_DOUBLE_EQ(reliability.expected_error(), 0);
  for (int i = 0; i < 4; ++i) reliability.add(0.75, i < 3);  // three of four are right: no error
  EXPECT_NEAR(reliability.expected_error(), 0, 1e-9);
  for (int i = 0; i < 4; ++i) reliability.add(1.0, i < 2);  // half are right: error 0.5 on half of the records
  EXPECT_NEAR(reliability.expected_error(), 25, 1e-9);
}

TEST(Reliability, TableHasTheBinsThatHoldRecords) {
  Reliability reliability;
  reliability.add(0.31, true);
  reliability.add(2, false);  // no confidence, but no crash either
  EXPECT_EQ(reliability.table(),
            "confidence         records      mean   right\n"
            "0.3 to 0.4                 1      0.31    1.00\n"
            "0.9 to 1.0                 1      1.00    0.00\n");
}

}  // namespace
}  // namespace dateline::score
