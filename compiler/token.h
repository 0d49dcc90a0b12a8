// Tokens of Python's lexical grammar, and the stream of them that a source text gives.
// What tokens mean together is the parser's affair.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compile.h"

namespace gillab::compiler {

// clang-format off
#define GILLAB_OPERATOR_TOKENS(X) \
  X(LeftParen, "(") X(RightParen, ")") X(LeftBracket, "[") X(RightBracket, "]") X(LeftBrace, "{") X(RightBrace, "}") \
  X(Colon, ":") X(Comma, ",") X(Semicolon, ";") X(Dot, ".") X(Equal, "=") X(At, "@") X(Tilde, "~") \
  X(Plus, "+") X(Minus, "-") X(Star, "*") X(Slash, "/") X(Percent, "%") X(Pipe, "|") X(Ampersand, "&") X(Caret, "^") \
  X(DoubleStar, "**") X(DoubleSlash, "//") X(LeftShift, "<<") X(RightShift, ">>") \
  X(Less, "<") X(Greater, ">") X(EqualEqual, "==") X(NotEqual, "!=") X(LessEqual, "<=") X(GreaterEqual, ">=") \
  X(Arrow, "->") X(Ellipsis, "...") X(ColonEqual, ":=") \
  X(PlusEqual, "+=") X(AmpersandEqual, "&=") X(DoubleSlashEqual, "//=") X(LeftShiftEqual, "<<=") X(AtEqual, "@=") \
  X(StarEqual, "*=") X(PercentEqual, "%=") X(PipeEqual, "|=") X(DoubleStarEqual, "**=") X(RightShiftEqual, ">>=") \
  X(MinusEqual, "-=") X(SlashEqual, "/=") X(CaretEqual, "^=")

#define GILLAB_KEYWORD_TOKENS(X) \
  X(False, "False") X(None, "None") X(True, "True") X(And, "and") X(As, "as") X(Assert, "assert") X(Async, "async") \
  X(Await, "await") X(Break, "break") X(Class, "class") X(Continue, "continue") X(Def, "def") X(Del, "del") \
  X(Elif, "elif") X(Else, "else") X(Except, "except") X(Finally, "finally") X(For, "for") X(From, "from") \
  X(Global, "global") X(If, "if") X(Import, "import") X(In, "in") X(Is, "is") X(Lambda, "lambda") \
  X(Nonlocal, "nonlocal") X(Not, "not") X(Or, "or") X(Pass, "pass") X(Raise, "raise") X(Return, "return") \
  X(Try, "try") X(While, "while") X(With, "with") X(Yield, "yield")
// clang-format on

enum class TokenKind : uint8_t {
  EndMarker,
  Error,  // the last token of a stream that could not be read to its end
  Newline,
  Indent,
  Dedent,
  Name,
  Number,
  String,
  Unknown,  // a character that no token starts with, or `<>`
#define X(name, text) name,
  GILLAB_OPERATOR_TOKENS(X) GILLAB_KEYWORD_TOKENS(X)
#undef X
      kCount
};

std::string_view text_of(TokenKind kind);  // of an operator or a keyword; empty for the others

// Newline, Indent, Dedent and EndMarker have no text. Indent, Dedent and EndMarker have no columns (-1), and `start`
// tells where the next token begins.
struct Token {
  TokenKind kind = TokenKind::EndMarker;
  uint32_t start = 0;  // byte offsets in the text
  uint32_t end = 0;
  Span span;
};

struct OpenBracket {
  char character;
  int line;
  int column;  // in bytes, from 0
};

// Why the text could not be read to its end.
struct LexError {
  enum class Cause : uint8_t {
    Token,       // a malformed token: reported before any error of the parser's
    Layout,      // indentation or line joining: reported only when the parser gets there
    EndOfInput,  // the text ends inside brackets
  };
  Cause cause;
  SourceError error;
};

struct TokenStream {
  std::vector<Token> tokens;  // the last one is EndMarker or Error
  std::optional<LexError> error;
  std::vector<OpenBracket> open_brackets;  // at the end of what was read
};

struct LexOptions {
  Mode mode = Mode::Exec;
  int first_line = 1;
  bool dont_imply_dedent = false;  // Single: the end of the text ends no block
  int first_column = 0;  // added to the columns of the first line: the text was cut out of another
};

// `text` is UTF-8, with '\n' as its only line end, and less than 4 GiB. Never throws SourceError.
TokenStream tokenise(std::string_view text, const LexOptions& options, std::vector<SourceWarning>& warnings);

}  // namespace gillab::compiler
