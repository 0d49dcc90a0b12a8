// String atoms: concatenation of adjacent literals, bytes, and f-strings with the expressions in their braces.
#include <algorithm>

#include "compiler/parser.h"
#include "compiler/string_literal.h"
#include "compiler/syntax_errors.h"

namespace gillab::compiler {

// Builds one string atom from adjacent tokens, some of which may be formatted. All parts have the span of the whole.
class FormattedString {
 public:
  FormattedString(Parser& parser, const Token* first, const Token* last)
      : parser_(parser), span_{first->span.line, last->span.end_line, first->span.column, last->span.end_column} {
    unicode_prefix_ = split_string_token(parser.text(*first)).unicode_prefix;
  }

  void add(const Token& token) {
    token_ = &token;
    const StringToken parts = split_string_token(parser_.text(token));
    if (!parts.formatted) {
      literal_ += decode(parts.body, parts.raw);
      return;
    }
    formatted_ = true;
    raw_ = parts.raw;
    text_ = parts.body;
    cursor_ = 0;
    read_formatted(0);
  }

  Expr* finish() { return formatted_ ? make_joined(span_) : make_constant(span_); }

 private:
  static constexpr int kMaxNesting = 2;
  static constexpr size_t kMaxBrackets = 200;

  [[noreturn]] void fail(const std::string& message) { parser_.fail_here(message); }

  bool at_end() const { return cursor_ >= text_.size(); }
  char peek(size_t ahead = 0) const { return cursor_ + ahead < text_.size() ? text_[cursor_ + ahead] : '\0'; }

  std::string decode(std::string_view body, bool raw) {
    if (raw || body.find('\\') == std::string_view::npos) return std::string(body);
    try {
      return decode_text_escapes(body, token_->span.line, parser_.warnings_);
    } catch (const EscapeError& error) {
      fail(error.message);
    }
  }

  Expr* make_constant(const Span& span) {
    auto* node = parser_.tree_.make<ConstantExpr>(span);
    node->value = {StrConstant{std::move(literal_)}};
    node->unicode_prefix = unicode_prefix_;
    literal_.clear();
    return node;
  }

  Expr* make_joined(const Span& span) {
    flush_literal(span);
    auto* node = parser_.tree_.make<JoinedStrExpr>(span);
    node->values = std::move(values_);
    values_.clear();
    return node;
  }

  void flush_literal(const Span& span) {
    if (!literal_.empty()) values_.push_back(make_constant(span));
  }

  // To the end of the body, or to the brace that ends a format specification.
  void read_formatted(int nesting) {
    while (true) {
      if (read_literal(nesting)) continue;
      if (at_end() || peek() == '}') break;
      read_replacement(nesting);
    }
    if (nesting > 0 && peek() != '}') fail("f-string: expecting '}'");
  }

  // True: a doubled brace ended this piece of literal text, and more of it may follow.
  bool read_literal(int nesting) {
    const size_t start = cursor_;
    for (; !at_end(); ++cursor_) {
      if (!raw_ && peek() == '\\' && cursor_ + 1 < text_.size()) {
        ++cursor_;
        if (skip_named_character()) continue;
        if (peek() != '{' && peek() != '}') continue;
        if (peek() == '{') warn_escaped_brace();
      }
      if (peek() != '{' && peek() != '}') continue;
      if (nesting == 0 && peek(1) == peek()) {
        ++cursor_;
        literal_ += decode_piece(start);
        ++cursor_;
        return true;
      }
      if (nesting == 0 && peek() == '}') fail("f-string: single '}' is not allowed");
      break;
    }
    literal_ += decode_piece(start);
    return false;
  }

  // The cursor stands behind a backslash; where \N{...} goes on it moves to the last character of that.
  bool skip_named_character() {
    if (peek() != 'N') return false;
    if (peek(1) == '{') cursor_ = std::min(text_.find('}', cursor_), text_.size() - 1);
    return true;
  }

  void warn_escaped_brace() {
    parser_.warnings_.push_back(
        {SourceWarning::Category::Deprecation, "invalid escape sequence '\\{'", token_->span.line});
  }

  std::string decode_piece(size_t start) {
    std::string_view piece = text_.substr(start, cursor_ - start);
    // A backslash right before a brace stands for itself.
    if (!raw_ && ends_in_lone_backslash(piece)) {
      return decode(piece.substr(0, piece.size() - 1), raw_) + "\\";
    }
    return decode(piece, raw_);
  }

  static bool ends_in_lone_backslash(std::string_view piece) {
    size_t count = 0;
    while (count < piece.size() && piece[piece.size() - 1 - count] == '\\') ++count;
    return count % 2 == 1;
  }

  void read_replacement(int nesting) {
    if (nesting >= kMaxNesting) fail("f-string: expressions nested too deeply");
    const size_t start = ++cursor_;
    find_expression_end();
    const size_t end = cursor_;
    if (at_end()) fail("f-string: expecting '}'");
    Expr* value = compile(start, end);
    std::string own_text;
    if (peek() == '=') own_text = read_own_text(start);
    int conversion = peek() == '!' ? read_conversion() : -1;
    literal_ += own_text;
    flush_literal(span_);
    Expr* specification = peek() == ':' ? read_specification(nesting) : nullptr;
    if (peek() != '}') fail("f-string: expecting '}'");
    ++cursor_;
    if (!own_text.empty() && specification == nullptr && conversion == -1) conversion = 'r';
    auto* node = parser_.tree_.make<FormattedValueExpr>(span_);
    node->value = value;
    node->conversion = conversion;
    node->format_spec = specification;
    values_.push_back(node);
  }

  std::string read_own_text(size_t start) {
    ++cursor_;
    while (!at_end() && std::string_view(" \t\n\r\f\v").find(peek()) != std::string_view::npos) ++cursor_;
    if (at_end()) fail("f-string: expecting '}'");
    return std::string(text_.substr(start, cursor_ - start));
  }

  int read_conversion() {
    ++cursor_;
    if (at_end()) fail("f-string: expecting '}'");
    const char name = text_[cursor_++];
    if (name != 's' && name != 'r' && name != 'a') {
      fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
    return name;
  }

  Expr* read_specification(int nesting) {
    ++cursor_;
    if (at_end()) fail("f-string: expecting '}'");
    ExprList outer = std::move(values_);
    values_.clear();
    read_formatted(nesting + 1);
    Expr* specification = make_joined(token_->span);  // not the whole's: CPython's tables have it so
    values_ = std::move(outer);
    return specification;
  }

  // Moves the cursor to the `!`, `:`, `=` or `}` that ends the expression.
  void find_expression_end() {
    std::string open;
    while (!at_end()) {
      const char c = peek();
      if (c == '\\') fail("f-string expression part cannot include a backslash");
      if (c == '#') fail("f-string expression part cannot include '#'");
      if (c == '\'' || c == '"') {
        skip_string();
        continue;
      }
      if (open.empty() && skip_comparison()) continue;
      if (open.empty() && std::string_view("!:}=").find(c) != std::string_view::npos) return;
      track_bracket(c, open);
      ++cursor_;
    }
    if (!open.empty()) fail(std::string("f-string: unmatched '") + open.back() + "'");
  }

  bool skip_comparison() {
    if (std::string_view("!=<>").find(peek()) == std::string_view::npos) return false;
    if (cursor_ + 1 < text_.size() && peek(1) == '=') {
      cursor_ += 2;
      return true;
    }
    if (peek() != '<' && peek() != '>') return false;
    ++cursor_;
    return true;
  }

  void skip_string() {
    const char quote = peek();
    const bool triple = peek(1) == quote && peek(2) == quote;
    for (cursor_ += triple ? 3 : 1; !at_end(); ++cursor_) {
      if (peek() == '\\') fail("f-string expression part cannot include a backslash");
      if (peek() != quote || (triple && (peek(1) != quote || peek(2) != quote))) continue;
      cursor_ += triple ? 3 : 1;
      return;
    }
    fail("f-string: unterminated string");
  }

  void track_bracket(char c, std::string& open) {
    if (c == '(' || c == '[' || c == '{') {
      if (open.size() >= kMaxBrackets) fail("f-string: too many nested parenthesis");
      open += c;
    }
    if (c != ')' && c != ']' && c != '}') return;
    if (open.empty()) fail(std::string("f-string: unmatched '") + c + "'");
    const char expected = open.back() == '(' ? ')' : open.back() == '[' ? ']' : '}';
    if (c != expected) {
      fail(std::string("f-string: closing parenthesis '") + c + "' does not match opening parenthesis '" + open.back() +
           "'");
    }
    open.pop_back();
  }

  Expr* compile(size_t start, size_t end) {
    const std::string_view body = text_.substr(start, end - start);
    if (body.find_first_not_of(" \t\n\r\f\v") == std::string_view::npos) {
      if (peek() == '}') fail("f-string: empty expression not allowed");
      fail(std::string("f-string: expression required before '") + peek() + "'");
    }
    const std::string text = "(" + std::string(body) + ")";
    SourceText source{text, 1, 0, true};
    locate(start, &source.first_line, &source.first_column);
    LexOptions options;
    options.mode = Mode::Exec;
    options.first_line = source.first_line;
    options.first_column = source.first_column;
    return parse_expression(source, options);
  }

  Expr* parse_expression(const SourceText& source, const LexOptions& options) {
    const std::string with_newline = std::string(source.text) + "\n";
    SourceText complete = source;
    complete.text = with_newline;
    const TokenStream stream = tokenise(complete.text, options, parser_.warnings_);
    Parser inner(complete, stream.tokens, parser_.tree_, parser_.warnings_, parser_.depth_);
    const Parser::DepthGuard guard(parser_);
    try {
      return inner.parse_formatted_expression();
    } catch (const ParseFailure&) {
      throw explain_failure(complete, stream, {Mode::Exec, true, 0, inner.position()});
    }
  }

  // Where the brace before text_[start] stands: it is what the added parenthesis takes the place of.
  void locate(size_t start, int* line, int* column) const {
    const std::string_view whole = parser_.text(*token_);
    const size_t brace = static_cast<size_t>(text_.data() - whole.data()) + start - 1;
    const std::string_view before = whole.substr(0, brace);
    const int lines = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    const size_t after_newline = before.rfind('\n') + 1;  // 0 where there is none
    *line = token_->span.line + lines;
    *column = static_cast<int>(brace - after_newline);
    if (lines == 0) *column += token_->span.column;
    if (newline_follows(whole.substr(brace + 1))) *column = lines == 0 ? token_->span.column : 0;
  }

  static bool newline_follows(std::string_view rest) {
    const size_t offset = rest.find_first_not_of(" \t\f");
    return offset != std::string_view::npos && (rest[offset] == '\n' || rest[offset] == '}');
  }

  Parser& parser_;
  Span span_;
  const Token* token_ = nullptr;
  bool unicode_prefix_ = false;
  bool formatted_ = false;
  bool raw_ = false;
  std::string_view text_;  // the body of token_
  size_t cursor_ = 0;
  std::string literal_;  // text that no node holds yet
  ExprList values_;
};

Expr* Parser::strings() {
  const Token* first = token_;
  bool any_bytes = false;
  bool any_text = false;
  while (at(TokenKind::String)) {
    const bool bytes = split_string_token(text(take())).bytes;
    (bytes ? any_bytes : any_text) = true;
  }
  if (at(TokenKind::Error)) fail();  // what follows a string is read before the string is looked into
  if (any_bytes && any_text) fail_here("cannot mix bytes and nonbytes literals");
  if (any_bytes) return bytes_constant(first, token_ - 1);
  FormattedString string(*this, first, token_ - 1);
  for (const Token* token = first; token < token_ && token->kind == TokenKind::String; ++token) string.add(*token);
  return string.finish();
}

Expr* Parser::bytes_constant(const Token* first, const Token* last) {
  BytesConstant value;
  for (const Token* token = first; token <= last; ++token) {
    const StringToken parts = split_string_token(text(*token));
    const bool ascii = std::all_of(parts.body.begin(), parts.body.end(), [](char c) { return (c & 0x80) == 0; });
    if (!ascii) fail_here("bytes can only contain ASCII literal characters");
    try {
      value.bytes +=
          parts.raw ? std::string(parts.body) : decode_bytes_escapes(parts.body, token->span.line, warnings_);
    } catch (const EscapeError& error) {
      fail_here(error.message);
    }
  }
  auto* node = make<ConstantExpr>(first->span);
  node->value = {std::move(value)};
  return node;
}

}  // namespace gillab::compiler
