// Indentation and the joining of lines: what the white space at the start of a line means.
#include "compiler/lexer.h"
#include "compiler/utf8.h"

namespace gillab::compiler {
namespace {

constexpr size_t kMaxIndents = 100;
constexpr int kTabSize = 8;

}  // namespace

bool Lexer::begin_line() {
  at_line_start_ = false;
  int column = 0;
  int alternative_column = 0;
  measure_indent(&column, &alternative_column);
  if (peek() == '#') skip_comment();
  if (peek() == '\n') {
    ++cursor_;
    ++line_;
    start_line(cursor_);
    at_line_start_ = true;
    return false;
  }
  const bool only_white_space_left = at_end() && column <= indents_.back().column;
  if (brackets_.empty() && !only_white_space_left) apply_indent(column, alternative_column);
  return true;
}

void Lexer::measure_indent(int* column, int* alternative_column) {
  int joined_column = 0;  // a backslash after white space: the first line's indentation counts
  for (;; ++cursor_) {
    const char c = peek();
    if (c == ' ') {
      ++*column;
      ++*alternative_column;
    } else if (c == '\t') {
      *column = (*column / kTabSize + 1) * kTabSize;
      ++*alternative_column;
    } else if (c == '\f') {
      *column = *alternative_column = 0;
    } else if (c == '\\') {
      if (joined_column == 0) joined_column = *column;
      ++cursor_;
      join_line();
      --cursor_;
    } else {
      break;
    }
  }
  if (joined_column != 0) *column = *alternative_column = joined_column;
}

void Lexer::apply_indent(int column, int alternative_column) {
  const Indent& top = indents_.back();
  if (column > top.column) return open_indent(column, alternative_column);
  if (column < top.column) return close_indents(column, alternative_column);
  if (alternative_column != top.alternative_column) {
    fail_layout(ErrorKind::Tab, "inconsistent use of tabs and spaces in indentation", 1, 0);
  }
}

void Lexer::open_indent(int column, int alternative_column) {
  if (indents_.size() >= kMaxIndents) fail_layout(ErrorKind::Indentation, "too many levels of indentation", 1, 0);
  if (alternative_column <= indents_.back().alternative_column) {
    fail_layout(ErrorKind::Tab, "inconsistent use of tabs and spaces in indentation", 1, 0);
  }
  indents_.push_back({column, alternative_column});
  push_without_columns(TokenKind::Indent);
}

void Lexer::close_indents(int column, int alternative_column) {
  size_t closed = 0;
  for (; column < indents_.back().column; ++closed) indents_.pop_back();
  const Indent& top = indents_.back();
  if (column != top.column) {
    fail_layout(ErrorKind::Indentation, "unindent does not match any outer indentation level",
                static_cast<int>(count_code_points(current_line(true))), -1);
  }
  if (alternative_column != top.alternative_column) {
    fail_layout(ErrorKind::Tab, "inconsistent use of tabs and spaces in indentation", 1, 0);
  }
  for (; closed > 0; --closed) push_without_columns(TokenKind::Dedent);
}

void Lexer::join_line() {
  if (at_end() || peek() != '\n') {
    fail_layout(ErrorKind::Syntax, "unexpected character after line continuation character",
                characters_before(cursor_) + (at_end() ? 0 : 1), 0);
  }
  if (cursor_ + 1 >= text_.size()) {
    check_brackets_closed();
    fail_layout(ErrorKind::Syntax, "unexpected EOF while parsing", characters_before(cursor_ + 1), -1);
  }
  ++cursor_;
  ++line_;
  start_line(cursor_);
}

void Lexer::fail_layout(ErrorKind kind, const std::string& message, int column, int end_column) {
  SourceError error(kind, message, line_, column, line_, end_column);
  error.text = current_line(true);
  error.incomplete = message == "unexpected EOF while parsing";
  throw LexFailure{{LexError::Cause::Layout, std::move(error)}};
}

}  // namespace gillab::compiler
