// String and bytes tokens: prefix, quotes, escapes. What stands in the braces of an f-string is fstring.cpp's.
#include "compiler/string_literal.h"

#include <algorithm>
#include <cstdio>

#include "compiler/utf8.h"

namespace gillab::compiler {
namespace {

bool is_octal_digit(char c) { return c >= '0' && c < '8'; }

int hexadecimal_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = c | 0x20;
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

char simple_escape(char c) {  // '\0' where the character is no escape of this kind
  switch (c) {
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    case '\\':
    case '\'':
    case '"':
      return c;
    default:
      return '\0';
  }
}

// Reads the escapes of one body, for text or for bytes.
class EscapeReader {
 public:
  EscapeReader(std::string_view body, bool bytes, int line, std::vector<SourceWarning>& warnings)
      : body_(body), bytes_(bytes), line_(line), warnings_(warnings) {}

  std::string run() {
    while (cursor_ < body_.size()) {
      const size_t backslash = std::min(body_.find('\\', cursor_), body_.size());
      result_.append(body_.substr(cursor_, backslash - cursor_));
      cursor_ = backslash;
      if (cursor_ < body_.size()) read_escape();
    }
    return std::move(result_);
  }

 private:
  void read_escape() {
    const size_t start = cursor_++;
    const char c = cursor_ < body_.size() ? body_[cursor_] : '\0';
    if (cursor_ >= body_.size()) fail(start, cursor_, "\\ at end of string");
    if (const char simple = simple_escape(c)) {
      result_ += simple;
      ++cursor_;
    } else if (c == '\n') {
      ++cursor_;
    } else if (is_octal_digit(c)) {
      read_octal();
    } else if (c == 'x') {
      read_hexadecimal(start, 2, "truncated \\xXX escape");
    } else if (!bytes_ && c == 'u') {
      read_hexadecimal(start, 4, "truncated \\uXXXX escape");
    } else if (!bytes_ && c == 'U') {
      read_hexadecimal(start, 8, "truncated \\UXXXXXXXX escape");
    } else if (!bytes_ && c == 'N') {
      read_name(start);
    } else {
      keep_unknown();
    }
  }

  void append(char32_t code_point) {
    if (bytes_) {
      result_ += static_cast<char>(code_point);
    } else {
      append_utf8(result_, code_point);
    }
  }

  void read_octal() {
    char32_t value = 0;
    const size_t first = cursor_;
    for (int n = 0; n < 3 && cursor_ < body_.size() && is_octal_digit(body_[cursor_]); ++n, ++cursor_) {
      value = value * 8 + static_cast<char32_t>(body_[cursor_] - '0');
    }
    if (value > 0377) {
      const std::string escape(body_.substr(first, cursor_ - first));
      warnings_.push_back({SourceWarning::Category::Deprecation, "invalid octal escape sequence '\\" + escape + "'", line_});
    }
    append(value);
  }

  void read_hexadecimal(size_t start, int digits, const char* truncated) {
    ++cursor_;
    char32_t value = 0;
    for (int n = 0; n < digits; ++n, ++cursor_) {
      const int digit = cursor_ < body_.size() ? hexadecimal_digit(body_[cursor_]) : -1;
      if (digit < 0) fail(start, cursor_, truncated);
      value = (value << 4) | static_cast<char32_t>(digit);
    }
    if (value > 0x10FFFF) fail(start, cursor_, "illegal Unicode character");
    append(value);
  }

  void read_name(size_t start) {
    ++cursor_;
    if (cursor_ >= body_.size() || body_[cursor_] != '{') fail(start, cursor_, "malformed \\N character escape");
    const size_t close = body_.find('}', cursor_);
    if (close == std::string_view::npos) fail(start, body_.size(), "malformed \\N character escape");
    if (close == cursor_ + 1) fail(start, close + 1, "malformed \\N character escape");
    char32_t code_point = 0;
    if (!lookup_character_name(body_.substr(cursor_ + 1, close - cursor_ - 1), &code_point)) {
      fail(start, close + 1, "unknown Unicode character name");
    }
    cursor_ = close + 1;
    append(code_point);
  }

  void keep_unknown() {
    result_ += '\\';
    size_t offset = cursor_;
    next_code_point(body_, &offset);
    const std::string escape(body_.substr(cursor_ - 1, offset - cursor_ + 1));
    warnings_.push_back({SourceWarning::Category::Deprecation, "invalid escape sequence '" + escape + "'", line_});
  }

  // Positions count as in CPython's own buffer, where a character beyond ASCII takes ten places.
  size_t codec_position(size_t offset) const {
    size_t position = 0;
    for (size_t i = 0; i < offset;) position += next_code_point(body_, &i) < 128 ? 1 : 10;
    return position;
  }

  [[noreturn]] void fail(size_t start, size_t end, const std::string& reason) const {
    if (bytes_) throw EscapeError{"(value error) invalid \\x escape at position " + std::to_string(start)};
    const size_t first = codec_position(start);
    const size_t last = codec_position(end) - 1;
    const std::string where = first == last ? "byte 0x5c in position " + std::to_string(first)
                                            : "bytes in position " + std::to_string(first) + "-" + std::to_string(last);
    throw EscapeError{"(unicode error) 'unicodeescape' codec can't decode " + where + ": " + reason};
  }

  std::string_view body_;
  bool bytes_;
  int line_;
  std::vector<SourceWarning>& warnings_;
  size_t cursor_ = 0;
  std::string result_;
};

}  // namespace

StringToken split_string_token(std::string_view text) {
  StringToken token;
  size_t start = 0;
  for (; text[start] != '\'' && text[start] != '"'; ++start) {
    const char prefix = text[start] | 0x20;
    token.raw = token.raw || prefix == 'r';
    token.bytes = token.bytes || prefix == 'b';
    token.formatted = token.formatted || prefix == 'f';
    token.unicode_prefix = token.unicode_prefix || text[start] == 'u';
  }
  const bool triple = text.size() >= start + 6 && text[start + 1] == text[start] && text[start + 2] == text[start];
  const size_t quotes = triple ? 3 : 1;
  token.body = text.substr(start + quotes, text.size() - start - 2 * quotes);
  return token;
}

std::string decode_text_escapes(std::string_view body, int line, std::vector<SourceWarning>& warnings) {
  return EscapeReader(body, false, line, warnings).run();
}

std::string decode_bytes_escapes(std::string_view body, int line, std::vector<SourceWarning>& warnings) {
  return EscapeReader(body, true, line, warnings).run();
}

}  // namespace gillab::compiler
