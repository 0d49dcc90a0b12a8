// Where tracebacks put their marks inside an expression, as CPython 3.11 does.
#include "runtime/exceptions/traceback_anchors.h"

#include <gtest/gtest.h>
#include <string>

namespace gillab {
namespace {

// The segment's marks: ~ outside the anchors, ^ within; all ^ when there are none.
std::string marks(const std::string& segment) {
  Anchors anchors = find_anchors(segment);
  if (anchors.left < 0) return std::string(segment.size(), '^');
  std::string text(segment.size(), '~');
  for (int i = anchors.left; i < anchors.right && i < static_cast<int>(text.size()); ++i)
    text[static_cast<size_t>(i)] = '^';
  return text;
}

TEST(TracebackAnchors, MarksTheRootOperator) {
  EXPECT_EQ(marks("a / b"), "~~^~~");
  EXPECT_EQ(marks("a // b"), "~~^^~~");
  EXPECT_EQ(marks("a + b * c"), "~~^~~~~~~");
  EXPECT_EQ(marks("a - b - c"), "~~~~~~^~~");
  EXPECT_EQ(marks("a ** b ** c"), "~~^^~~~~~~~");
  EXPECT_EQ(marks("f(1, '+') % x['-']"), "~~~~~~~~~~^~~~~~~~");
  EXPECT_EQ(marks("a * -b"), "~~^~~~");
  EXPECT_EQ(marks("1e+5 + x"), "~~~~~^~~");
}

TEST(TracebackAnchors, CountsBracketsAsCPythonDoes) {
  EXPECT_EQ(marks("(a + b) / b"), "~~~~~~^~~~~");
  EXPECT_EQ(marks("(a)+'x'"), "~~^^~~~");
  EXPECT_EQ(marks("a+('x')"), "~^^~~~~");
  EXPECT_EQ(marks("(1, 2) + a"), "~~~~~~~^~~");
}

TEST(TracebackAnchors, MarksSubscripts) {
  EXPECT_EQ(marks("a[0]"), "~^^^");
  EXPECT_EQ(marks("a[0][1]"), "~~~~^^^");
  EXPECT_EQ(marks("a.b[f(x)]"), "~~~^^^^^^");
}

TEST(TracebackAnchors, LeavesEverythingElse) {
  for (const char* segment : {"f(x)", "a.b", "a < b", "not a", "-a", "-a ** b", "a if b else c", "lambda: a + b",
                              "raise ValueError(a + b)", "x = a + b", "'a + b'", "[a + b]", "a and b + c", "a +"}) {
    EXPECT_EQ(find_anchors(segment).left, -1) << segment;
  }
}

}  // namespace
}  // namespace gillab
