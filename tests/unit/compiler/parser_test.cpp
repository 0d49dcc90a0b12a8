// The parser: trees and spans as CPython's ast has them, errors as CPython words and places them, and texts that try
// to break it. The tables trees.txt and syntax_errors.txt were made by CPython 3.11.
#include <cstdio>
#include <gtest/gtest.h>
#include <sstream>

#include "compiler/compile.h"
#include "tests/unit/compiler/case_file.h"
#include "tests/unit/compiler/tree_dump.h"

namespace gillab::compiler {
namespace {

Module parse_text(const std::string& text, Mode mode = Mode::Exec) {
  Options options;
  options.mode = mode;
  std::vector<SourceWarning> warnings;
  return parse(text, options, warnings);
}

std::vector<SourceWarning> warnings_of(const std::string& text) {
  std::vector<SourceWarning> warnings;
  parse(text, {}, warnings);
  return warnings;
}

std::string kind_name(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Syntax:
      return "SyntaxError";
    case ErrorKind::Indentation:
      return "IndentationError";
    case ErrorKind::Tab:
      return "TabError";
    default:
      return "other";
  }
}

SourceError error_of(const std::string& text, Mode mode = Mode::Exec) {
  try {
    parse_text(text, mode);
  } catch (const SourceError& error) {
    return error;
  }
  return {ErrorKind::Value, "no error", 0, 0, 0, 0};
}

std::string repeated(const std::string& part, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += part;
  return result;
}

TEST(Parser, MakesTheTreesOfCPython) {
  const std::vector<TestCase> cases = read_cases("trees.txt");
  ASSERT_GT(cases.size(), 200u);
  for (const TestCase& each : cases) {
    try {
      EXPECT_EQ(dump(parse_text(each.source), true), each.expected) << each.source;
    } catch (const SourceError& error) {
      ADD_FAILURE() << "trees.txt:" << each.line << ": " << error.what() << "\n" << each.source;
    }
  }
}

// Where Python 3.11 is installed: its own library, module by module.
TEST(Parser, AgreesWithCPythonOnItsLibrary) {
  const std::string script = GILLAB_CASES "/_dump_trees.py";
  FILE* pipe = popen(("/usr/bin/python3 '" + script + "' 2>/dev/null").c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  std::string output;
  char buffer[65536];
  for (size_t count = 0; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, count);
  pclose(pipe);
  if (output.empty()) GTEST_SKIP() << "no Python 3.11";
  std::istringstream lines(output);
  for (std::string path, expected; std::getline(lines, path) && std::getline(lines, expected);) {
    std::ostringstream bytes;
    bytes << std::ifstream(path).rdbuf();
    EXPECT_TRUE(dump(parse_text(decode_source(bytes.str(), path)), true) == expected) << path;
  }
}

TEST(Parser, WordsAndPlacesErrorsAsCPython) {
  const std::vector<TestCase> cases = read_cases("syntax_errors.txt");
  ASSERT_GT(cases.size(), 800u);
  for (const TestCase& each : cases) {
    const SourceError error = error_of(each.source);
    const std::string place = kind_name(error.kind) + " " + std::to_string(error.line) + " " +
                              std::to_string(error.column) + " " + std::to_string(error.end_line) + " " +
                              std::to_string(error.end_column);
    EXPECT_EQ(place, each.head) << "syntax_errors.txt:" << each.line << "\n" << each.source;
    EXPECT_EQ(error.what(), each.expected) << "syntax_errors.txt:" << each.line << "\n" << each.source;
  }
}

TEST(Parser, ReadsOneExpressionInEvalMode) {
  EXPECT_EQ(dump(parse_text("a, b\n\n", Mode::Eval), false),
            "Tuple(elts=[Name(id='a', ctx=Load), Name(id='b', ctx=Load)], ctx=Load)");
  EXPECT_EQ(dump(parse_text("1", Mode::Eval), false), "Constant(value=1)");
  EXPECT_STREQ(error_of("a = 1", Mode::Eval).what(), "invalid syntax");
  EXPECT_STREQ(error_of("*a,", Mode::Eval).what(), "invalid syntax");
  EXPECT_STREQ(error_of("", Mode::Eval).what(), "invalid syntax");
  EXPECT_STREQ(error_of("pass", Mode::Eval).what(), "invalid syntax");
}

TEST(Parser, ReadsOneStatementInSingleMode) {
  EXPECT_EQ(parse_text("a; b", Mode::Single).body.size(), 2u);
  EXPECT_EQ(parse_text("a = 1\n", Mode::Single).body.size(), 1u);
  EXPECT_EQ(parse_text("if a:\n  b\n", Mode::Single).body.size(), 1u);
  EXPECT_EQ(parse_text("if a:\n  b", Mode::Single).body.size(), 1u);
}

TEST(Parser, SaysWhenMoreInputCouldHelp) {
  for (const char* text : {"(", "x = [1,", "if a:", "def f():\n", "\"\"\"a", "x = \\\n", "@a\n", "try:\n  a\n"}) {
    EXPECT_TRUE(error_of(text).incomplete) << text;
  }
  for (const char* text : {")", "x = ", "a b", "'a", "if a:\nb", "x = (1]"}) {
    EXPECT_FALSE(error_of(text).incomplete) << text;
  }
}

TEST(Parser, GivesTheLineOfAnError) {
  EXPECT_EQ(error_of("a\nb c\nd").text, "b c\n");
  EXPECT_EQ(error_of("x = f\"{a b}\"").text, "(a b)\n");
  EXPECT_EQ(error_of("x = (1,\ny").text, "x = (1,\n");
}

TEST(Parser, RefusesWhatIsTooDeep) {
  EXPECT_STREQ(error_of(repeated("(", 100000)).what(), "too many nested parentheses");
  EXPECT_EQ(error_of("x = " + repeated("-", 100000) + "1").kind, ErrorKind::Memory);
  EXPECT_EQ(error_of("x = " + repeated("not ", 100000) + "1").kind, ErrorKind::Memory);
  EXPECT_EQ(error_of("x = " + repeated("lambda: ", 100000) + "1").kind, ErrorKind::Memory);
  EXPECT_EQ(error_of("x = " + repeated("a if b else ", 100000) + "1").kind, ErrorKind::Memory);
  EXPECT_EQ(error_of("x = " + repeated("a ** ", 100000) + "1").kind, ErrorKind::Memory);
  std::string blocks;
  for (int i = 0; i < 150; ++i) blocks += std::string(static_cast<size_t>(i), ' ') + "if x:\n";
  EXPECT_STREQ(error_of(blocks).what(), "too many levels of indentation");
}

TEST(Parser, TakesWhatIsLong) {
  EXPECT_EQ(parse_text("x = a" + repeated(" + a", 100000)).body.size(), 1u);
  EXPECT_EQ(parse_text("x = a" + repeated(".a()[0]", 100000)).body.size(), 1u);
  EXPECT_EQ(parse_text("if a: b\n" + repeated("elif a: b\n", 100000)).body.size(), 1u);
  EXPECT_EQ(parse_text("x = [" + repeated("1, ", 1000000) + "]").body.size(), 1u);
  EXPECT_EQ(parse_text("x = '" + std::string(10'000'000, 'y') + "'").body.size(), 1u);
  EXPECT_EQ(parse_text(repeated("(", 200) + repeated(")", 200)).body.size(), 1u);
}

TEST(Parser, ExplainsErrorsInWhatIsLong) {
  EXPECT_STREQ(error_of("x = a" + repeated(" + a", 50000) + " b").what(), "invalid syntax");
  EXPECT_STREQ(error_of("x = [" + repeated("1, ", 50000) + "1 2]").what(),
               "invalid syntax. Perhaps you forgot a comma?");
  EXPECT_STREQ(error_of(repeated("[", 199) + "1 2" + repeated("]", 199)).what(),
               "invalid syntax. Perhaps you forgot a comma?");
  EXPECT_STREQ(error_of("if a: b\n" + repeated("elif a: b\n", 100000) + "else b").what(), "invalid syntax");
}

TEST(Parser, RefusesHugeDecimalInts) {
  EXPECT_EQ(parse_text("x = " + std::string(4300, '9')).body.size(), 1u);
  EXPECT_EQ(parse_text("x = 0x" + std::string(100000, 'f')).body.size(), 1u);
  const SourceError error = error_of("x = " + std::string(4301, '9'));
  EXPECT_STREQ(error.what(),
               "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use "
               "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to "
               "avoid decimal conversion limits.");
  EXPECT_EQ(error.column, 0);
}

TEST(Parser, WarnsOfEscapesThatMeanNothing) {
  ASSERT_EQ(warnings_of("b'\\q'").size(), 1u);
  EXPECT_EQ(warnings_of("b'\\q'")[0].message, "invalid escape sequence '\\q'");
  EXPECT_EQ(warnings_of("\n'\\d'")[0].line, 2);
  EXPECT_EQ(warnings_of("x = 1if y else 2")[0].message, "invalid decimal literal");
  EXPECT_TRUE(warnings_of("x = r'\\d' '\\n'").empty());
}

TEST(Parser, GivesOneFormToEveryIdentifier) {
  EXPECT_EQ(dump(parse_text("\uFB01"), false), "Expr(value=Name(id='fi', ctx=Load))");      // a ligature
  EXPECT_EQ(dump(parse_text("\U0001D431"), false), "Expr(value=Name(id='x', ctx=Load))");   // a bold letter
  EXPECT_EQ(dump(parse_text("e\u0301"), false), "Expr(value=Name(id='\\xe9', ctx=Load))");  // an accent of its own
  EXPECT_EQ(dump(parse_text("'\uFB01'"), false), "Expr(value=Constant(value='\\ufb01'))");
}

TEST(Parser, RefusesNullBytes) {
  EXPECT_STREQ(error_of(std::string("a\0b", 3)).what(), "source code string cannot contain null bytes");
}

}  // namespace
}  // namespace gillab::compiler
