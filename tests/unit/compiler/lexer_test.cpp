// The lexer and what stands below it: tokens and their places, numbers, encodings.
#include <cmath>
#include <gtest/gtest.h>

#include "compiler/number_literal.h"
#include "compiler/token.h"

namespace gillab::compiler {
namespace {

std::string kinds_of(const std::string& text) {
  std::vector<SourceWarning> warnings;
  std::string result;
  for (const Token& token : tokenise(text, {}, warnings).tokens) {
    if (!result.empty()) result += ' ';
    switch (token.kind) {
      case TokenKind::EndMarker:
        result += "end";
        break;
      case TokenKind::Error:
        result += "error";
        break;
      case TokenKind::Newline:
        result += "newline";
        break;
      case TokenKind::Indent:
        result += "indent";
        break;
      case TokenKind::Dedent:
        result += "dedent";
        break;
      case TokenKind::Name:
        result += "name";
        break;
      case TokenKind::Number:
        result += "number";
        break;
      case TokenKind::String:
        result += "string";
        break;
      case TokenKind::Unknown:
        result += "unknown";
        break;
      default:
        result += text_of(token.kind);
    }
  }
  return result;
}

template <class Value>
Value number(const std::string& text) {
  return std::get<Value>(number_value(text).value);
}

std::string decoding_error(const std::string& bytes) {
  try {
    decode_source(bytes, "f.py");
  } catch (const SourceError& error) {
    return error.what();
  }
  return "no error";
}

TEST(Lexer, TellsNamesKeywordsAndOperatorsApart) {
  EXPECT_EQ(kinds_of("if iff **= ** * ...:=\n"), "if name **= ** * ... := newline end");
  EXPECT_EQ(kinds_of("a->b!=c<>d\n"), "name -> name != name unknown name newline end");
  EXPECT_EQ(kinds_of("rb'' bu'' f\"\" _1\n"), "string name string string name newline end");
  EXPECT_EQ(kinds_of("1.e5.real 1..a 0x1for\n"), "number . name number . name number or newline end");
}

TEST(Lexer, TurnsLayoutIntoTokens) {
  EXPECT_EQ(kinds_of("a:\n  b\n  c\nd\n"), "name : newline indent name newline name newline dedent name newline end");
  EXPECT_EQ(kinds_of("a:\n  b\n\n   # c\n"), "name : newline indent name newline dedent end");
  EXPECT_EQ(kinds_of("(a,\n   b\n)\n"), "( name , name ) newline end");
  EXPECT_EQ(kinds_of("a \\\n  b\n"), "name name newline end");
  EXPECT_EQ(kinds_of("\n\n# a\n"), "end");
  EXPECT_EQ(kinds_of("\f  a\n"), "indent name newline dedent end");
  EXPECT_EQ(kinds_of(" \fa\n"), "name newline end");
  EXPECT_EQ(kinds_of(""), "end");
}

TEST(Lexer, PlacesTokensByLineAndByte) {
  std::vector<SourceWarning> warnings;
  const TokenStream stream = tokenise("\xC3\xA9 = '''a\nb''' + c\n", {}, warnings);
  EXPECT_EQ(stream.tokens[1].span.column, 3);
  EXPECT_EQ(stream.tokens[2].span.line, 1);
  EXPECT_EQ(stream.tokens[2].span.end_line, 2);
  EXPECT_EQ(stream.tokens[2].span.end_column, 4);
  EXPECT_EQ(stream.tokens[4].span.column, 7);
}

TEST(Lexer, StopsAtWhatIsNoToken) {
  EXPECT_EQ(kinds_of("a 'b\n"), "name error");
  EXPECT_EQ(kinds_of("(a\n"), "( name error");
  EXPECT_EQ(kinds_of("a:\n  b\n c\n"), "name : newline indent name newline error");
}

TEST(NumberLiteral, KeepsEveryBit) {
  EXPECT_EQ(number<int64_t>("1_000"), 1000);
  EXPECT_EQ(number<int64_t>("0x7fff_ffff_ffff_ffff"), INT64_MAX);
  EXPECT_EQ(number<BigIntConstant>("9223372036854775808").hex, "8000000000000000");
  EXPECT_EQ(number<BigIntConstant>("0xFFFFFFFFFFFFFFFF").hex, "ffffffffffffffff");
  EXPECT_EQ(number<BigIntConstant>("0o2000000000000000000000").hex, "10000000000000000");
  EXPECT_EQ(number<BigIntConstant>("0b1" + std::string(64, '0')).hex, "10000000000000000");
  EXPECT_EQ(number<BigIntConstant>("123456789012345678901234567890").hex, "18ee90ff6c373e0ee4e3f0ad2");
  EXPECT_EQ(number<int64_t>("0x" + std::string(100, '0') + "1"), 1);
}

TEST(NumberLiteral, RoundsFloatsToTheNearest) {
  EXPECT_EQ(number<double>("0.1"), 0.1);
  EXPECT_EQ(number<double>("1e400"), HUGE_VAL);
  EXPECT_EQ(number<double>("5e-324"), 5e-324);
  EXPECT_EQ(number<double>("1_0.5_0e1_0"), 10.5e10);
  EXPECT_EQ(number<ComplexConstant>("2.5J").imaginary, 2.5);
}

TEST(Source, DecodesWhatTheFirstLinesDeclare) {
  EXPECT_EQ(decode_source("\xEF\xBB\xBF"
                          "a",
                          "f.py"),
            "a");
  EXPECT_EQ(decode_source("# -*- coding: latin-1 -*-\n\xE9", "f.py"), "# -*- coding: latin-1 -*-\n\xC3\xA9");
  EXPECT_EQ(decode_source("#!x\n# vim: set fileencoding=cp1252 :\n\x80", "f.py"),
            "#!x\n# vim: set fileencoding=cp1252 :\n\xE2\x82\xAC");
  EXPECT_EQ(decode_source("\n# coding: utf-8\n\xC3\xA9", "f.py"), "\n# coding: utf-8\n\xC3\xA9");
  EXPECT_EQ(decode_source("a\n# coding: latin-1\n", "f.py"), "a\n# coding: latin-1\n");
}

TEST(Source, RefusesWhatItCannotDecode) {
  EXPECT_EQ(decoding_error("a\n\xE9"),
            "Non-UTF-8 code starting with '\\xe9' in file f.py on line 2, but no encoding declared; see "
            "https://peps.python.org/pep-0263/ for details");
  EXPECT_EQ(decoding_error("# coding: klingon\n"), "encoding problem: klingon");
  EXPECT_EQ(decoding_error("# coding: utf-16\n"), "encoding problem: utf-16");
  EXPECT_EQ(decoding_error("# coding: ascii\n\xE9"), "encoding problem: ascii");
  EXPECT_EQ(decoding_error("\xEF\xBB\xBF# coding: latin-1\n"), "encoding problem: iso-8859-1 with BOM");
  EXPECT_EQ(decoding_error(std::string("a\0b", 3)), "source code cannot contain null bytes");
}

}  // namespace
}  // namespace gillab::compiler
