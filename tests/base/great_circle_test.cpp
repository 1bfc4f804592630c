#include "base/great_circle.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(GreatCircle, KilometresOnTheSphere) {
  EXPECT_NEAR(kilometres(0, 0, 0, 1), 111.2, 0.1);
  EXPECT_NEAR(kilometres(59.91, 10.75, 59.33, 18.07), 416, 3);
}

}  // namespace
}  // namespace dateline
