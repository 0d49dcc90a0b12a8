// The text of a pattern or a template, character by character with escapes kept together, as re's error positions
// count it. Failure is remembered: after fail() the source is at its end and every caller unwinds by failed().
#pragma once

#include "runtime/modules/regex_tree.h"

namespace gillab::regex {

inline constexpr int64_t kEnd = -1;

class Source {
 public:
  Source(const std::u32string& text, bool is_text, Problem* problem) : text_(text), is_text_(is_text), problem_(problem) {
    advance();
  }

  // The next character; `escaped` says that it stands behind a backslash.
  bool at_end() const { return length_ == 0; }
  int64_t peek() const { return length_ == 1 ? static_cast<int64_t>(text_[start_]) : kEnd; }  // kEnd: an escape, too
  bool peek_escape() const { return length_ == 2; }
  char32_t escaped() const { return text_[start_ + 1]; }  // REQUIRES: peek_escape()
  void advance();
  bool match(char32_t c) {
    if (peek() != static_cast<int64_t>(c)) return false;
    advance();
    return true;
  }
  std::u32string next_text() const { return text_.substr(start_, length_); }
  std::u32string take_while(int count, bool (*wanted)(char32_t));
  // Up to `terminator`, which is taken. Fails with "missing NAME" or "missing >, unterminated name".
  std::u32string take_until(char32_t terminator, const char* name);
  int64_t tell() const { return static_cast<int64_t>(start_); }
  void seek(int64_t index) {
    start_ = static_cast<size_t>(index);
    length_ = 0;
    advance();
  }

  bool is_text() const { return is_text_; }
  bool failed() const { return problem_->kind != Problem::None; }
  // False, for `return source.fail(...)`. The position is `offset` before the next character.
  bool fail(const std::u32string& message, int64_t offset = 0, Problem::Kind kind = Problem::Pattern);
  bool fail(std::string_view message, int64_t offset = 0) { return fail(widen(message), offset); }
  bool fail_as(Problem::Kind kind, std::string_view message);

 private:
  const std::u32string& text_;
  size_t start_ = 0;   // of the next character
  size_t length_ = 0;  // of the next character: 0 at the end, 2 for an escape
  bool is_text_;
  Problem* problem_;
};

bool is_hex_digit(char32_t c);
// The character that \a, \b (in a set), \f, \n, \r, \t, \v and \\ stand for; 0: none.
char32_t simple_escape(char32_t c);

}  // namespace gillab::regex
