// The arithmetic of gillab bench on figures small enough to check by hand.
#include "vm/commands/bench_statistics.h"

#include <gtest/gtest.h>

namespace gillab::driver {
namespace {

TEST(Median, OfAnOddNumberIsTheOneInTheMiddle) { EXPECT_DOUBLE_EQ(median({9, 1, 5}), 5); }
TEST(Median, OfAnEvenNumberLiesBetweenTheTwoInTheMiddle) { EXPECT_DOUBLE_EQ(median({4, 100, 1, 2}), 3); }
TEST(Median, OfOneIsThatOne) { EXPECT_DOUBLE_EQ(median({7}), 7); }
TEST(Median, IsNotMovedByOneWildSample) { EXPECT_DOUBLE_EQ(median({1, 2, 1e9}), 2); }

TEST(GeometricMean, OfOppositeRatiosIsOne) { EXPECT_DOUBLE_EQ(geometric_mean({4, 0.25}), 1); }
TEST(GeometricMean, IsTheRootOfTheProduct) { EXPECT_DOUBLE_EQ(geometric_mean({1, 3, 9}), 3); }

TEST(Ratio, IsThatOfTheMedians) { EXPECT_DOUBLE_EQ(ratio_of({2, 6, 4}, {1, 2, 3}).middle, 2); }

TEST(Ratio, SpreadsFromTheSmallestRoundToTheLargest) {
  const Ratio ratio = ratio_of({2, 6, 4}, {1, 2, 4});
  EXPECT_DOUBLE_EQ(ratio.lowest, 1);
  EXPECT_DOUBLE_EQ(ratio.highest, 3);
}

TEST(Ratio, PairsTheSamplesOfARound) {
  // The machine was slow in the second round, for both.
  const Ratio ratio = ratio_of({2, 20, 2}, {1, 10, 1});
  EXPECT_DOUBLE_EQ(ratio.lowest, 2);
  EXPECT_DOUBLE_EQ(ratio.highest, 2);
}

}  // namespace
}  // namespace gillab::driver
