// The lexer's state while it reads one text. Used by lexer*.cpp only; others call tokenise().
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/token.h"

namespace gillab::compiler {

// Thrown inside the lexer, caught by tokenise().
struct LexFailure {
  LexError error;
};

class Lexer {
 public:
  Lexer(std::string_view text, const LexOptions& options, std::vector<SourceWarning>& warnings)
      : text_(text), options_(options), warnings_(warnings), line_(options.first_line) {}
  TokenStream run();

 private:
  // Layout.
  void read_all();
  bool begin_line();  // false: the line is blank, and has been skipped
  void measure_indent(int* column, int* alternative_column);
  void apply_indent(int column, int alternative_column);
  void open_indent(int column, int alternative_column);
  void close_indents(int column, int alternative_column);
  void join_line();  // cursor_ stands behind a backslash
  void check_brackets_closed();
  void finish();

  // Tokens.
  void read_token();
  void skip_comment();
  void read_newline(size_t start);
  void read_name_or_prefixed_string();
  void read_string(size_t prefix_length);
  bool skip_string_body(char quote, bool triple);
  void read_operator();
  void open_bracket(char character);
  void close_bracket(char character);
  void check_identifier(size_t start, size_t end);

  // Numbers.
  void read_number();
  void read_radix_digits(int radix, const char* name);
  void read_leading_zeros();
  void read_decimal_tail();  // digits and underscores
  void read_fraction();      // cursor_ stands behind the point
  bool read_exponent();      // cursor_ stands at `e`; false: it belongs to a keyword, and the number ends before it
  void read_imaginary();
  void read_point_exponent_imaginary();
  void check_number_end(const char* kind);

  void push(TokenKind kind, size_t start, size_t end);
  void push_without_columns(TokenKind kind);
  char peek(size_t ahead = 0) const { return cursor_ + ahead < text_.size() ? text_[cursor_ + ahead] : '\0'; }
  bool at_end() const { return cursor_ >= text_.size(); }
  void start_line(size_t offset) { line_start_ = offset; }
  int column_of(size_t offset) const;

  [[noreturn]] void fail_at(size_t cursor, const std::string& message);  // cursor: behind the last character read
  [[noreturn]] void fail_range(int column, int end_column, const std::string& message);
  [[noreturn]] void fail_layout(ErrorKind kind, const std::string& message, int column, int end_column);
  int characters_before(size_t offset) const;  // on the line
  std::string current_line(bool with_newline) const;

  struct Indent {
    int column = 0;
    int alternative_column = 0;  // where a tab counts as one: differs from `column` when tabs and spaces mix badly
  };

  std::string_view text_;
  const LexOptions& options_;
  std::vector<SourceWarning>& warnings_;
  std::vector<Token> tokens_;
  std::vector<OpenBracket> brackets_;
  std::vector<Indent> indents_{Indent{}};
  size_t cursor_ = 0;
  size_t line_start_ = 0;
  int line_;
  bool at_line_start_ = true;
};

}  // namespace gillab::compiler
