// Number tokens: their shape, and the errors and warnings about it. Values are number_literal.cpp's.
#include "compiler/lexer.h"

namespace gillab::compiler {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_part(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c) ||
         static_cast<unsigned char>(c) >= 128;
}
bool is_hexadecimal_digit(char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }
bool is_radix_digit(char c, int radix) { return radix == 16 ? is_hexadecimal_digit(c) : c >= '0' && c < '0' + radix; }
bool either(char c, char lower) { return (c | 0x20) == lower; }

}  // namespace

void Lexer::read_number() {
  const size_t start = cursor_;
  if (peek() == '0' && (either(peek(1), 'x') || either(peek(1), 'o') || either(peek(1), 'b'))) {
    cursor_ += 2;
    const char kind = text_[cursor_ - 1] | 0x20;
    if (kind == 'x') read_radix_digits(16, "hexadecimal");
    if (kind == 'o') read_radix_digits(8, "octal");
    if (kind == 'b') read_radix_digits(2, "binary");
  } else if (peek() == '0') {
    read_leading_zeros();
  } else if (peek() == '.') {
    ++cursor_;
    read_fraction();
  } else {
    read_decimal_tail();
    read_point_exponent_imaginary();
  }
  push(TokenKind::Number, start, cursor_);
}

void Lexer::read_radix_digits(int radix, const char* name) {
  const auto refuse_digit = [&] {
    if (!is_digit(peek())) return;
    fail_at(cursor_ + 1, std::string("invalid digit '") + peek() + "' in " + name + " literal");
  };
  do {
    if (peek() == '_') ++cursor_;
    if (!is_radix_digit(peek(), radix)) {
      refuse_digit();
      fail_at(cursor_, std::string("invalid ") + name + " literal");
    }
    while (is_radix_digit(peek(), radix)) ++cursor_;
  } while (peek() == '_');
  refuse_digit();
  check_number_end(name);
}

void Lexer::read_leading_zeros() {
  const size_t start = cursor_;
  while (true) {
    if (peek() == '_') {
      ++cursor_;
      if (!is_digit(peek())) fail_at(cursor_, "invalid decimal literal");
    }
    if (peek() != '0') break;
    ++cursor_;
  }
  const size_t zeros_end = cursor_;
  const bool other_digits = is_digit(peek());
  if (other_digits) read_decimal_tail();
  if (peek() == '.' || either(peek(), 'e') || either(peek(), 'j')) return read_point_exponent_imaginary();
  if (other_digits) {
    fail_range(static_cast<int>(start - line_start_) + 1, static_cast<int>(zeros_end - line_start_) + 1,
               "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
  }
  check_number_end("decimal");
}

void Lexer::read_decimal_tail() {
  while (true) {
    while (is_digit(peek())) ++cursor_;
    if (peek() != '_') return;
    ++cursor_;
    if (!is_digit(peek())) fail_at(cursor_, "invalid decimal literal");
  }
}

void Lexer::read_point_exponent_imaginary() {
  if (peek() == '.') {
    ++cursor_;
    return read_fraction();
  }
  if (either(peek(), 'e') && !read_exponent()) return;
  read_imaginary();
}

void Lexer::read_fraction() {
  if (is_digit(peek())) read_decimal_tail();
  if (either(peek(), 'e') && !read_exponent()) return;
  read_imaginary();
}

bool Lexer::read_exponent() {
  if (peek(1) == '+' || peek(1) == '-') {
    if (!is_digit(peek(2))) {
      fail_at(cursor_ + 2, "invalid decimal literal");
    }
    cursor_ += 2;
  } else if (is_digit(peek(1))) {
    ++cursor_;
  } else {
    check_number_end("decimal");
    return false;
  }
  read_decimal_tail();
  return true;
}

void Lexer::read_imaginary() {
  if (!either(peek(), 'j')) return check_number_end("decimal");
  ++cursor_;
  check_number_end("imaginary");
}

// A keyword may follow a number at once, with a warning; another name may not.
void Lexer::check_number_end(const char* kind) {
  if (!is_name_part(peek())) return;
  const std::string_view rest = text_.substr(cursor_);
  for (const std::string_view keyword : {"and", "else", "for", "or", "not", "if", "in", "is"}) {
    if (rest.substr(0, keyword.size()) != keyword) continue;
    const bool may_go_on = keyword[0] == 'i';  // `1ifx` passes here, and the name `ifx` is refused by the parser
    if (!may_go_on && is_name_part(peek(keyword.size()))) continue;
    warnings_.push_back({SourceWarning::Category::Syntax, std::string("invalid ") + kind + " literal", line_});
    return;
  }
  fail_at(cursor_, std::string("invalid ") + kind + " literal");
}

}  // namespace gillab::compiler
