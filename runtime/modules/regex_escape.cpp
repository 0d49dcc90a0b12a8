// Patterns: escapes, sets of characters and inline flags.
#include "runtime/modules/regex_parser.h"
#include "runtime/text/unicode.h"

namespace gillab::regex {

namespace {

bool is_category(char32_t c) {
  return c == 'd' || c == 'D' || c == 's' || c == 'S' || c == 'w' || c == 'W';
}
bool is_anchor(char32_t c) { return c == 'A' || c == 'b' || c == 'B' || c == 'Z'; }

bool same(const SetItem& left, const SetItem& right) {
  return left.category == right.category && left.low == right.low && left.high == right.high;
}

}  // namespace

uint32_t flag_of(int64_t letter) {
  switch (letter) {
    case 'i': return kIgnoreCase;
    case 'L': return kLocale;
    case 'm': return kMultiline;
    case 's': return kDotAll;
    case 'x': return kVerbose;
    case 'a': return kAscii;
    case 't': return kTemplate;
    case 'u': return kUnicode;
    default: return 0;
  }
}

void fold_literal(Node* sequence, char32_t character) {
  sequence->children.push_back(Node{.op = Op::Literal, .value = character});
}

void add_category(Node* sequence, char32_t letter) {
  Node node{Op::Set};
  node.items.push_back({static_cast<char>(letter), 0, 0});
  sequence->children.push_back(std::move(node));
}

// --- escapes

bool Parser::hexadecimal(std::u32string* text, int digits, int64_t* character) {
  *text += source_.take_while(digits, is_hex_digit);
  if (source_.failed()) return false;
  size_t length = text->size();
  if (length != static_cast<size_t>(digits) + 2) {
    return fail_with_text("incomplete escape ", *text, static_cast<int64_t>(length));
  }
  uint64_t value = 0;
  for (size_t i = 2; i < length; ++i) {
    char32_t c = (*text)[i];
    value = value * 16 + (is_digit(c) ? c - '0' : (c | 32) - 'a' + 10);
  }
  if (value > 0x10FFFF) return fail_with_text("bad escape ", *text, static_cast<int64_t>(length));
  *character = static_cast<int64_t>(value);
  return true;
}

bool Parser::named_character(int64_t* character) {
  if (!source_.match('{')) return source_.fail("missing {");
  std::u32string name = source_.take_until('}', "character name");
  char32_t found;
  if (source_.failed()) return false;
  if (!names_(context_, name, &found)) {
    return fail_with_text("undefined character name ", quoted(name), static_cast<int64_t>(name.size()) + 4);
  }
  *character = found;
  return true;
}

// What sets and sequences have in common: \x \u \U \N, and any character that is no letter. *character stays -1 where
// the escape is none of these.
bool Parser::character_escape(std::u32string* text, char32_t c, int64_t* character) {
  *character = -1;
  if (c == 'x') return hexadecimal(text, 2, character);
  if (source_.is_text()) {
    if (c == 'u') return hexadecimal(text, 4, character);
    if (c == 'U') return hexadecimal(text, 8, character);
    if (c == 'N') return named_character(character);
  }
  if (is_digit(c)) return true;
  if (is_ascii_letter(c)) return fail_with_text("bad escape ", *text, static_cast<int64_t>(text->size()));
  *character = c;
  return true;
}

bool Parser::escape(Node* sequence) {
  std::u32string text = source_.next_text();
  char32_t c = text[1];
  source_.advance();
  if (source_.failed()) return false;
  if (is_category(c)) {
    add_category(sequence, c);
    return true;
  }
  if (is_anchor(c)) {
    sequence->children.push_back(Node{.op = Op::At, .value = c});
    return true;
  }
  if (simple_escape(c) != 0) {
    fold_literal(sequence, simple_escape(c));
    return true;
  }
  int64_t character;
  if (!character_escape(&text, c, &character)) return false;
  if (character < 0) return reference_or_octal(sequence, text);
  fold_literal(sequence, static_cast<char32_t>(character));
  return true;
}

bool Parser::reference_or_octal(Node* sequence, std::u32string text) {
  auto octal = [&] {
    uint32_t value = 0;
    for (size_t i = 1; i < text.size(); ++i) value = value * 8 + (text[i] - '0');
    if (value > 0377) {
      source_.fail(U"octal escape value " + text + U" outside of range 0-0o377", static_cast<int64_t>(text.size()));
    } else {
      fold_literal(sequence, value);
    }
    return !source_.failed();
  };
  if (text[1] == '0') {
    text += source_.take_while(2, is_octal);
    return octal();
  }
  text += source_.take_while(1, is_digit);
  if (text.size() == 3 && is_octal(text[1]) && is_octal(text[2])) {
    std::u32string third = source_.take_while(1, is_octal);
    text += third;
    if (!third.empty()) return octal();
  }
  if (source_.failed()) return false;
  uint32_t number = 0;
  for (size_t i = 1; i < text.size(); ++i) number = number * 10 + (text[i] - '0');
  int64_t length = static_cast<int64_t>(text.size());
  if (number < tree_->groups) return refer(sequence, number, length);
  return source_.fail("invalid group reference " + std::to_string(number), length - 1);
}

bool Parser::set_escape(SetItem* item, std::u32string* text) {
  std::u32string escaped = *text;
  char32_t c = escaped[1];
  if (is_category(c)) {
    *item = {static_cast<char>(c), 0, 0};
    return true;
  }
  int64_t character = simple_escape(c);
  if (character == 0) {
    if (!character_escape(&escaped, c, &character)) return false;
    if (character < 0 && !is_octal(c)) {
      return fail_with_text("bad escape ", escaped, static_cast<int64_t>(escaped.size()));
    }
    if (character < 0) {
      escaped += source_.take_while(2, is_octal);
      character = 0;
      for (size_t i = 1; i < escaped.size(); ++i) character = character * 8 + (escaped[i] - '0');
      if (character > 0377) {
        return source_.fail(U"octal escape value " + escaped + U" outside of range 0-0o377",
                            static_cast<int64_t>(escaped.size()));
      }
    }
  }
  *item = {0, static_cast<uint32_t>(character), static_cast<uint32_t>(character)};
  return !source_.failed();
}

// --- sets

bool Parser::set_atom(SetItem* item, std::u32string* text) {
  *text = source_.next_text();
  bool escaped = source_.peek_escape();
  source_.advance();
  if (source_.failed()) return false;
  if (escaped) return set_escape(item, text);
  *item = {0, (*text)[0], (*text)[0]};
  return true;
}

void Parser::warn_about_set(char32_t c, bool first) {
  if (first || source_.peek() != static_cast<int64_t>(c)) return;
  const char* what = c == '-' ? "difference" : c == '&' ? "intersection" : c == '~' ? "symmetric difference"
                     : c == '|' ? "union" : nullptr;
  if (what) warn("Possible set " + std::string(what) + " at position " + std::to_string(source_.tell() - 1), true);
}

bool Parser::set_element(Node* set, int64_t here) {
  SetItem item, last;
  std::u32string text, last_text;
  bool escaped = source_.peek_escape();
  if (!set_atom(&item, &text)) return false;
  if (!escaped) warn_about_set(text[0], set->items.empty());
  if (!source_.match('-')) {
    set->items.push_back(item);
    return !source_.failed();
  }
  if (source_.failed()) return false;
  if (source_.at_end()) return source_.fail("unterminated character set", source_.tell() - here);
  if (source_.peek() == ']') {
    set->items.push_back(item);
    set->items.push_back({0, '-', '-'});
    return true;
  }
  bool dash = source_.peek() == '-';
  if (!set_atom(&last, &last_text)) return false;
  if (dash) warn("Possible set difference at position " + std::to_string(source_.tell() - 2), true);
  if (item.category != 0 || last.category != 0 || last.low < item.low) {
    return fail_with_text("bad character range ", text + U"-" + last_text,
                          static_cast<int64_t>(text.size() + 1 + last_text.size()));
  }
  set->items.push_back({0, item.low, last.low});
  return true;
}

bool Parser::set(Node* sequence) {
  int64_t here = source_.tell() - 1;
  Node node{Op::Set};
  if (source_.peek() == '[') {
    warn("Possible nested set at position " + std::to_string(source_.tell()), true);
  }
  node.negated = source_.match('^');
  while (node.items.empty() || source_.peek() != ']') {
    if (source_.failed()) return false;
    if (source_.at_end()) return source_.fail("unterminated character set", source_.tell() - here);
    if (!set_element(&node, here)) return false;
  }
  source_.advance();
  if (source_.failed()) return false;
  const SetItem& first = node.items[0];
  bool alone = true;
  for (const SetItem& item : node.items) alone = alone && same(item, first);
  if (alone && !node.negated && first.category == 0 && first.low == first.high) {
    fold_literal(sequence, first.low);
  } else {
    sequence->children.push_back(std::move(node));
  }
  return true;
}

// --- inline flags

bool Parser::added_flags(int64_t* c, uint32_t* add) {
  while (true) {
    uint32_t flag = flag_of(*c);
    if (source_.is_text() ? *c == 'L' : *c == 'u') {
      return source_.fail(source_.is_text() ? "bad inline flags: cannot use 'L' flag with a str pattern"
                                            : "bad inline flags: cannot use 'u' flag with a bytes pattern");
    }
    *add |= flag;
    if ((flag & kTypeFlags) && (*add & kTypeFlags) != flag) {
      return source_.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
    }
    if (source_.at_end()) return source_.fail("missing -, : or )");
    std::u32string text = source_.next_text();
    *c = source_.peek();
    source_.advance();
    if (source_.failed()) return false;
    if (*c == ')' || *c == '-' || *c == ':') return true;
    if (flag_of(*c) != 0) continue;
    bool letter = text.size() == 1 && unicode::has(text[0], unicode::kAlpha);
    return source_.fail(letter ? "unknown flag" : "missing -, : or )", static_cast<int64_t>(text.size()));
  }
}

bool Parser::deleted_flags(uint32_t* del) {
  while (true) {
    bool begun = *del != 0;
    if (source_.at_end()) return source_.fail(begun ? "missing :" : "missing flag");
    std::u32string text = source_.next_text();
    int64_t c = source_.peek();
    source_.advance();
    if (source_.failed()) return false;
    if (begun && c == ':') return true;
    uint32_t flag = flag_of(c);
    if (flag == 0) {
      bool letter = text.size() == 1 && unicode::has(text[0], unicode::kAlpha);
      return source_.fail(letter ? "unknown flag" : begun ? "missing :" : "missing flag",
                          static_cast<int64_t>(text.size()));
    }
    if (flag & kTypeFlags) return source_.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
    *del |= flag;
  }
}

// `first` has been read. Where the flags are for the whole pattern they are set, and *global is true.
bool Parser::inline_flags(int64_t first, uint32_t* add, uint32_t* del, bool* global) {
  int64_t c = first;
  if (c != '-' && !added_flags(&c, add)) return false;
  if (c == ')') {
    flags_ |= *add;
    *global = true;
    return true;
  }
  if (*add & kTemplate) return source_.fail("bad inline flags: cannot turn on global flag", 1);
  if (c == '-' && !deleted_flags(del)) return false;
  if (*del & kTemplate) return source_.fail("bad inline flags: cannot turn off global flag", 1);
  if (*add & *del) return source_.fail("bad inline flags: flag turned on and off", 1);
  return true;
}

}  // namespace gillab::regex
