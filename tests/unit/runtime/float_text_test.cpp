// Floats to text and back: layouts, digits, and that what is written reads back as the same number.
#include "runtime/numbers/float_text.h"

#include <bit>
#include <cmath>
#include <gtest/gtest.h>

#include "runtime/float.h"

namespace gillab {
namespace {

TEST(FloatText, ReprChoosesTheLayoutByTheExponent) {
  EXPECT_EQ(float_to_repr(0.1), "0.1");
  EXPECT_EQ(float_to_repr(1.0), "1.0");
  EXPECT_EQ(float_to_repr(-0.0), "-0.0");
  EXPECT_EQ(float_to_repr(1e16), "1e+16");
  EXPECT_EQ(float_to_repr(9999999999999998.0), "9999999999999998.0");
  EXPECT_EQ(float_to_repr(0.0001), "0.0001");
  EXPECT_EQ(float_to_repr(0.00001), "1e-05");
  EXPECT_EQ(float_to_repr(5e-324), "5e-324");
  EXPECT_EQ(float_to_repr(-HUGE_VAL), "-inf");
  EXPECT_EQ(float_to_repr(std::nan("")), "nan");
}

TEST(FloatText, StylesFollowFormat) {
  EXPECT_EQ(float_to_text(2.5, {.type = 'f', .precision = 0}), "2");
  EXPECT_EQ(float_to_text(2.5, {.type = 'f', .precision = 0, .point = true}), "2.");
  EXPECT_EQ(float_to_text(12345.678, {.type = 'e', .precision = 3}), "1.235e+04");
  EXPECT_EQ(float_to_text(1e-10, {.type = 'g', .capitals = true}), "1E-10");
  EXPECT_EQ(float_to_text(1.0, {.type = 'g', .point = true}), "1.00000");
}

TEST(FloatText, WhatIsWrittenReadsBack) {
  uint64_t state = 88172645463325252u;
  for (int i = 0; i < 20000; ++i) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    double number = std::bit_cast<double>(state), read = 0;
    if (!std::isfinite(number)) continue;
    ASSERT_TRUE(parse_float(float_to_repr(number), &read));
    ASSERT_EQ(std::bit_cast<uint64_t>(read), state) << float_to_repr(number);
  }
}

TEST(FloatText, ParsesWhatPythonParses) {
  double number;
  EXPECT_TRUE(parse_float(" 1_000.5e1 ", &number));
  EXPECT_EQ(number, 10005.0);
  EXPECT_TRUE(parse_float("-Infinity", &number));
  EXPECT_TRUE(std::isinf(number));
  EXPECT_TRUE(parse_float("1e400", &number));
  EXPECT_TRUE(std::isinf(number));
  for (const char* wrong : {"", " ", "1__0", "_1", "1_", "0x10", "1 2", "nan(1)", "infinit", "--1", "e5", "."}) {
    EXPECT_FALSE(parse_float(wrong, &number)) << wrong;
  }
}

}  // namespace
}  // namespace gillab
