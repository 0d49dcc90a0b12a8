// Expressions written back as text: each example is its own outcome, or stands beside it.
#include <gtest/gtest.h>

#include "compiler/compile.h"

namespace gillab::compiler {
namespace {

std::string rewritten(const std::string& text) {
  Options options;
  options.mode = Mode::Eval;
  std::vector<SourceWarning> warnings;
  const Module module = parse(text, options, warnings);
  return unparse(*module.expression);
}

TEST(Unparse, KeepsWhatIsWrittenPlainly) {
  for (const char* text : {"a.b[c](d, *e, f=g, **h)",
                           "a if b else c",
                           "not a and b or c",
                           "a + b * c ** (-d)",
                           "(a + b) * c",
                           "a - (b - c)",
                           "(a ** b) ** c",
                           "a ** b ** c",
                           "lambda x, y=1: x",
                           "{a: b, **c}",
                           "{a, *b}",
                           "[*a, b]",
                           "(a, b)",
                           "(a,)",
                           "()",
                           "[a for b in c if d if e]",
                           "{a: b for c, d in e}",
                           "f(a for b in c)",
                           "(yield a)",
                           "(yield from a)",
                           "(a := b)",
                           "a < b <= c is not d not in e",
                           "(a < b) < c",
                           "a[b, c]",
                           "a[b:c:d, :]",
                           "a[::b]",
                           "...",
                           "'it'",
                           "b'x'",
                           "f'{a!r:>{w}}{{}}'",
                           "f'{ {a: b}}'",
                           "1 .real",
                           "u'x'",
                           "-1",
                           "~a",
                           "1.5",
                           "1j",
                           "await a ** b"}) {
    EXPECT_EQ(rewritten(text), text);
  }
}

TEST(Unparse, DropsAndAddsWhatTheTreeDoesNotHold) {
  EXPECT_EQ(rewritten("((a))+(b*c)"), "a + b * c");
  EXPECT_EQ(rewritten("a,b"), "(a, b)");
  EXPECT_EQ(rewritten("a[(b,c)]"), "a[b, c]");
  EXPECT_EQ(rewritten("'a' \"b\""), "'ab'");
  EXPECT_EQ(rewritten("1e400"), "1e309");
  EXPECT_EQ(rewritten("0x10"), "16");
  EXPECT_EQ(rewritten("lambda *a: 0"), "lambda*a: 0");
}

TEST(Unparse, RefusesWhatIsTooDeep) {
  std::string text = "a";
  for (int i = 0; i < 100000; ++i) text += " + a";
  EXPECT_THROW(rewritten(text), SourceError);
}

}  // namespace
}  // namespace gillab::compiler
