// Reading patterns and templates: see regex_source.h. Also names and numbers in them.
#include "runtime/modules/regex_source.h"

#include "runtime/text/unicode.h"

namespace gillab::regex {

void Source::advance() {
  start_ += length_;
  if (failed() || start_ >= text_.size()) {
    start_ = text_.size();
    length_ = 0;
    return;
  }
  length_ = 1;
  if (text_[start_] != '\\') return;
  length_ = 2;
  if (start_ + 1 < text_.size()) return;
  length_ = 0;
  fail("bad escape (end of pattern)");
}

std::u32string Source::take_while(int count, bool (*wanted)(char32_t)) {
  std::u32string taken;
  for (int i = 0; i < count && peek() != kEnd && wanted(static_cast<char32_t>(peek())); ++i) {
    taken += static_cast<char32_t>(peek());
    advance();
  }
  return taken;
}

std::u32string Source::take_until(char32_t terminator, const char* name) {
  std::u32string taken;
  while (!at_end()) {
    if (match(terminator)) {
      if (taken.empty()) fail("missing " + std::string(name), 1);
      return taken;
    }
    taken += next_text();
    advance();
  }
  if (failed()) return taken;
  std::u32string message = U"missing ";
  if (taken.empty()) {
    fail("missing " + std::string(name));
  } else {
    fail(message + terminator + U", unterminated name", static_cast<int64_t>(taken.size()));
  }
  return taken;
}

bool Source::fail(const std::u32string& message, int64_t offset, Problem::Kind kind) {
  if (failed()) return false;
  problem_->kind = kind;
  problem_->position = tell() - offset;
  for (char32_t c : message) {
    if (is_text_ || c < 128) {
      problem_->message += c;
    } else {
      static const char kHex[] = "0123456789abcdef";
      problem_->message += U"\\x";
      problem_->message += static_cast<char32_t>(kHex[c >> 4 & 15]);
      problem_->message += static_cast<char32_t>(kHex[c & 15]);
    }
  }
  return false;
}

bool Source::fail_as(Problem::Kind kind, std::string_view message) {
  if (failed()) return false;
  problem_->kind = kind;
  problem_->message = widen(message);
  return false;
}

bool is_hex_digit(char32_t c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

char32_t simple_escape(char32_t c) {
  switch (c) {
    case 'a': return 7;
    case 'b': return 8;
    case 'f': return 12;
    case 'n': return 10;
    case 'r': return 13;
    case 't': return 9;
    case 'v': return 11;
    case '\\': return '\\';
    default: return 0;
  }
}

std::u32string widen(std::string_view ascii) { return std::u32string(ascii.begin(), ascii.end()); }

bool is_identifier(const std::u32string& name) {
  if (name.empty() || !(name[0] == '_' || unicode::has(name[0], unicode::kIdentifierStart))) return false;
  for (char32_t c : name) {
    if (!unicode::has(c, unicode::kIdentifierContinue)) return false;
  }
  return true;
}

bool number_in(const std::u32string& name, int64_t* number) {
  size_t first = 0, last = name.size();
  while (first < last && unicode::is_space(name[first])) ++first;
  while (last > first && unicode::is_space(name[last - 1])) --last;
  bool minus = first < last && name[first] == '-';
  if (first < last && (name[first] == '-' || name[first] == '+')) ++first;
  if (first == last || name[last - 1] == '_') return false;
  *number = 0;
  bool after_digit = false;
  for (size_t i = first; i < last; ++i) {
    int digit = unicode::decimal_value(name[i]);
    if (digit < 0 && !(name[i] == '_' && after_digit)) return false;
    after_digit = digit >= 0;
    if (digit >= 0 && *number < int64_t{1} << 40) *number = *number * 10 + digit;
  }
  if (minus) *number = -*number;
  return true;
}

}  // namespace gillab::regex
