// Text to tokens: names, strings, operators and brackets. Numbers stand in lexer_number.cpp, indentation and line
// joining in lexer_layout.cpp.
// What a string or a number is worth is found out later, by those who need its value.
#include "compiler/lexer.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

#include "compiler/unicode_ranges.h"
#include "compiler/utf8.h"

namespace gillab::compiler {
namespace {

constexpr size_t kMaxBrackets = 200;

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 128;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

struct Spelling {
  std::string_view text;
  TokenKind kind;
};

constexpr Spelling kOperators[] = {
#define X(name, text) {text, TokenKind::name},
    GILLAB_OPERATOR_TOKENS(X)
#undef X
};

constexpr Spelling kKeywords[] = {
#define X(name, text) {text, TokenKind::name},
    GILLAB_KEYWORD_TOKENS(X)
#undef X
};

TokenKind keyword_or_name(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return TokenKind::Name;
  switch (word[0]) {  // most names are told apart from every keyword by their first letter
    case 'F':
    case 'N':
    case 'T':
    case 'a':
    case 'b':
    case 'c':
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'i':
    case 'l':
    case 'n':
    case 'o':
    case 'p':
    case 'r':
    case 't':
    case 'w':
    case 'y':
      break;
    default:
      return TokenKind::Name;
  }
  for (const Spelling& keyword : kKeywords) {
    if (keyword.text[0] == word[0] && keyword.text == word) return keyword.kind;
  }
  return TokenKind::Name;
}

// Operators by their first character, the longest first.
struct OperatorTable {
  std::array<std::array<const Spelling*, 5>, 128> by_first{};
  OperatorTable() {
    for (size_t length = 3; length > 0; --length) {
      for (const Spelling& each : kOperators) {
        if (each.text.size() != length) continue;
        auto& slots = by_first[static_cast<size_t>(each.text[0])];
        *std::find(slots.begin(), slots.end(), nullptr) = &each;
      }
    }
  }
};

const Spelling* find_operator(std::string_view rest) {
  static const OperatorTable table;
  const auto first = static_cast<unsigned char>(rest[0]);
  if (first >= 128) return nullptr;
  for (const Spelling* each : table.by_first[first]) {
    if (each == nullptr) return nullptr;
    if (rest.substr(0, each->text.size()) == each->text) return each;
  }
  return nullptr;
}

std::string hexadecimal(char32_t code_point) {
  char digits[12];
  std::snprintf(digits, sizeof digits, "%04X", static_cast<unsigned>(code_point));
  return digits;
}

size_t string_prefix_length(std::string_view word) {  // word: a name that a quote follows
  if (word.size() > 2) return 0;
  std::string lower;
  for (const char c : word) lower += static_cast<char>(c | 0x20);
  for (const char* prefix : {"r", "b", "u", "f", "rb", "br", "fr", "rf"}) {
    if (lower == prefix) return lower.size();
  }
  return 0;
}

}  // namespace

std::string_view text_of(TokenKind kind) {
  switch (kind) {
#define X(name, text)   \
  case TokenKind::name: \
    return text;
    GILLAB_OPERATOR_TOKENS(X)
    GILLAB_KEYWORD_TOKENS(X)
#undef X
    default:
      return "";
  }
}

TokenStream tokenise(std::string_view text, const LexOptions& options, std::vector<SourceWarning>& warnings) {
  return Lexer(text, options, warnings).run();
}

TokenStream Lexer::run() {
  TokenStream stream;
  tokens_.reserve(text_.size() / 4 + 8);
  try {
    read_all();
    finish();
  } catch (LexFailure& failure) {
    push_without_columns(TokenKind::Error);
    stream.error = std::move(failure.error);
  }
  stream.tokens = std::move(tokens_);
  stream.open_brackets = std::move(brackets_);
  return stream;
}

void Lexer::read_all() {
  while (true) {
    if (at_line_start_ && !begin_line()) continue;
    while (!at_end() && (peek() == ' ' || peek() == '\t' || peek() == '\f')) ++cursor_;
    const size_t start = cursor_;
    if (peek() == '#') skip_comment();
    if (at_end()) return;
    if (peek() == '\n') {
      read_newline(start);
    } else {
      read_token();
    }
  }
}

void Lexer::read_token() {
  const char c = peek();
  if (is_name_start(c)) return read_name_or_prefixed_string();
  if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return read_number();
  if (c == '\'' || c == '"') return read_string(0);
  if (c == '\\') {
    ++cursor_;
    return join_line();
  }
  read_operator();
}

void Lexer::skip_comment() { cursor_ = std::min(text_.find('\n', cursor_), text_.size()); }

// The token begins at `start`: where a comment before the line's end begins.
void Lexer::read_newline(size_t start) {
  if (brackets_.empty()) push(TokenKind::Newline, start, cursor_);
  ++cursor_;
  ++line_;
  start_line(cursor_);
  at_line_start_ = true;
}

void Lexer::check_brackets_closed() {
  if (brackets_.empty()) return;
  const OpenBracket& open = brackets_.back();
  SourceError error(ErrorKind::Syntax, std::string("'") + open.character + "' was never closed", open.line,
                    open.column + 1, open.line, 0);
  error.incomplete = true;
  throw LexFailure{{LexError::Cause::EndOfInput, std::move(error)}};
}

void Lexer::finish() {
  check_brackets_closed();
  if (line_start_ == text_.size()) --line_;  // the end is not a line of its own
  const bool single = options_.mode == Mode::Single && !tokens_.empty();
  const bool newline_missing = single && tokens_.back().kind != TokenKind::Newline;
  if (newline_missing) push_without_columns(TokenKind::Newline);
  for (size_t i = 1; i < indents_.size(); ++i) push_without_columns(TokenKind::Dedent);
  // The end of what is typed at a prompt ends a block too.
  const bool ends_block = !newline_missing || (indents_.size() > 1 && !options_.dont_imply_dedent);
  if (single && ends_block) push_without_columns(TokenKind::Newline);
  push_without_columns(TokenKind::EndMarker);
}

void Lexer::read_name_or_prefixed_string() {
  const size_t start = cursor_;
  bool ascii = true;
  for (; cursor_ < text_.size() && is_name_part(text_[cursor_]); ++cursor_) {
    ascii = ascii && static_cast<unsigned char>(text_[cursor_]) < 128;
  }
  const std::string_view word = text_.substr(start, cursor_ - start);
  if (peek() == '\'' || peek() == '"') {
    if (const size_t length = string_prefix_length(word)) {
      cursor_ = start;
      return read_string(length);
    }
  }
  if (!ascii) check_identifier(start, cursor_);
  push(ascii ? keyword_or_name(word) : TokenKind::Name, start, cursor_);
}

void Lexer::check_identifier(size_t start, size_t end) {
  for (size_t offset = start; offset < end;) {
    const bool first = offset == start;
    const char32_t code_point = next_code_point(text_, &offset);
    if (first ? is_identifier_start(code_point) : is_identifier_part(code_point)) continue;
    if (!is_printable(code_point)) fail_at(offset, "invalid non-printable character U+" + hexadecimal(code_point));
    std::string message = "invalid character '";
    append_utf8(message, code_point);
    fail_at(offset, message + "' (U+" + hexadecimal(code_point) + ")");
  }
}

void Lexer::read_string(size_t prefix_length) {
  const size_t start = cursor_;
  const Span begin{line_, line_, column_of(start), 0};
  const size_t first_line_start = line_start_;
  cursor_ += prefix_length;
  const char quote = peek();
  const bool triple = peek(1) == quote && peek(2) == quote;
  cursor_ += triple ? 3 : 1;
  if (!skip_string_body(quote, triple)) {
    const std::string detected = " (detected at line " + std::to_string(line_) + ")";
    line_ = begin.line;
    line_start_ = first_line_start;
    fail_at(start + 1,
            (triple ? "unterminated triple-quoted string literal" : "unterminated string literal") + detected);
  }
  tokens_.push_back({TokenKind::String, static_cast<uint32_t>(start), static_cast<uint32_t>(cursor_),
                     Span{begin.line, line_, begin.column, column_of(cursor_)}});
}

// False: the text, or the line of a string that is not triple-quoted, ended first.
bool Lexer::skip_string_body(char quote, bool triple) {
  for (; !at_end(); ++cursor_) {
    char c = peek();
    if (c == quote) {
      if (!triple || (peek(1) == quote && peek(2) == quote)) {
        cursor_ += triple ? 3 : 1;
        return true;
      }
      continue;
    }
    const bool escaped = c == '\\';
    if (escaped) {
      ++cursor_;
      if (at_end()) break;
      c = peek();
    }
    if (c != '\n') continue;
    if (!triple && !escaped) return false;
    if (cursor_ + 1 >= text_.size()) break;  // the last newline starts no line
    ++line_;
    start_line(cursor_ + 1);
  }
  return false;
}

void Lexer::read_operator() {
  const std::string_view rest = text_.substr(cursor_);
  const Spelling* spelling = find_operator(rest);
  const size_t start = cursor_;
  if (rest.substr(0, 2) == "<>") {
    cursor_ += 2;
    return push(TokenKind::Unknown, start, cursor_);
  }
  if (spelling == nullptr) {
    const auto c = static_cast<unsigned char>(rest[0]);
    if (!is_printable(c)) fail_at(cursor_ + 1, "invalid non-printable character U+" + hexadecimal(c));
    ++cursor_;
    return push(TokenKind::Unknown, start, cursor_);
  }
  if (std::strchr("([{", rest[0]) != nullptr) open_bracket(rest[0]);
  if (std::strchr(")]}", rest[0]) != nullptr) close_bracket(rest[0]);
  cursor_ += spelling->text.size();
  push(spelling->kind, start, cursor_);
}

void Lexer::open_bracket(char character) {
  if (brackets_.size() >= kMaxBrackets) fail_at(cursor_ + 1, "too many nested parentheses");
  brackets_.push_back({character, line_, column_of(cursor_)});
}

void Lexer::close_bracket(char character) {
  if (brackets_.empty()) fail_at(cursor_ + 1, std::string("unmatched '") + character + "'");
  const OpenBracket open = brackets_.back();
  const bool matches = (open.character == '(' && character == ')') || (open.character == '[' && character == ']') ||
                       (open.character == '{' && character == '}');
  brackets_.pop_back();
  if (matches) return;
  std::string message = std::string("closing parenthesis '") + character + "' does not match opening parenthesis '" +
                        open.character + "'";
  if (open.line != line_) message += " on line " + std::to_string(open.line);
  fail_at(cursor_ + 1, message);
}

void Lexer::push(TokenKind kind, size_t start, size_t end) {
  tokens_.push_back({kind, static_cast<uint32_t>(start), static_cast<uint32_t>(end),
                     Span{line_, line_, column_of(start), column_of(end)}});
}

void Lexer::push_without_columns(TokenKind kind) {
  const auto offset = static_cast<uint32_t>(std::min(cursor_, text_.size()));
  tokens_.push_back({kind, offset, offset, Span{line_, line_, -1, -1}});
}

int Lexer::column_of(size_t offset) const {
  const int column = static_cast<int>(offset - line_start_);
  return line_ == options_.first_line ? column + options_.first_column : column;
}

int Lexer::characters_before(size_t offset) const {
  return static_cast<int>(count_code_points(text_.substr(line_start_, offset - line_start_)));
}

std::string Lexer::current_line(bool with_newline) const {
  size_t end = std::min(text_.find('\n', line_start_), text_.size());
  if (with_newline && end < text_.size()) ++end;
  return std::string(text_.substr(line_start_, end - line_start_));
}

void Lexer::fail_at(size_t cursor, const std::string& message) {
  const int column = characters_before(std::min(cursor, text_.size()));
  fail_range(column, column, message);
}

void Lexer::fail_range(int column, int end_column, const std::string& message) {
  SourceError error(ErrorKind::Syntax, message, line_, column, line_, end_column);
  error.text = current_line(false);
  error.incomplete = message.rfind("unterminated triple-quoted", 0) == 0;
  throw LexFailure{{LexError::Cause::Token, std::move(error)}};
}

}  // namespace gillab::compiler
