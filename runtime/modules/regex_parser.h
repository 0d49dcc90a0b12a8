// The parser's state, shared by its two files: regex_parse.cpp (sequences, groups, repeats) and regex_escape.cpp
// (escapes, sets, inline flags).
#pragma once

#include "runtime/modules/regex_source.h"

namespace gillab::regex {

class Parser {
 public:
  Parser(const std::u32string& pattern, bool is_text, uint32_t flags, CharacterNames names, void* context, Tree* tree,
         Problem* problem);
  bool parse_all();

 private:
  // Each returns false when the source has failed.
  bool alternatives(Node* result, bool verbose, int nested);
  bool sequence(Node* result, bool verbose, int nested, bool first);
  bool item(Node* sequence, bool verbose, int nested, bool first);
  bool skip_comment();
  bool group(Node* sequence, bool verbose, int nested, bool first);
  bool extension(Node* sequence, int64_t start, bool verbose, int nested, bool first);
  bool python_extension(Node* sequence, int64_t start, bool verbose, int nested);
  bool group_body(Node* sequence, int64_t start, Node group, bool verbose, int nested);
  bool capturing(Node* sequence, int64_t start, const std::u32string* name, bool verbose, int nested);
  bool named_reference(Node* sequence);
  bool look(Node* sequence, int64_t start, char32_t kind, bool verbose, int nested);
  bool conditional(Node* sequence, int64_t start, bool verbose, int nested);
  bool condition_group(uint32_t* number);
  bool finish_group(int64_t start);
  bool repeat(Node* sequence, char32_t kind);
  bool repeat_bounds(char32_t kind, int64_t here, uint32_t* minimum, uint32_t* maximum, bool* literal);
  bool group_name(const std::u32string& name, int64_t offset);
  bool lookbehind_group(uint32_t number);
  bool refer(Node* sequence, uint32_t number, int64_t offset);
  bool open_group(const std::u32string* name, uint32_t* number);
  bool is_closed(uint32_t number) const { return number < tree_->groups && closed_[number]; }

  bool escape(Node* sequence);
  bool reference_or_octal(Node* sequence, std::u32string text);
  bool character_escape(std::u32string* text, char32_t c, int64_t* character);
  bool hexadecimal(std::u32string* text, int digits, int64_t* character);
  bool named_character(int64_t* character);
  bool set(Node* sequence);
  bool set_element(Node* set, int64_t here);
  bool set_atom(SetItem* item, std::u32string* text);
  bool set_escape(SetItem* item, std::u32string* text);
  void warn_about_set(char32_t c, bool first);
  bool inline_flags(int64_t first, uint32_t* add, uint32_t* del, bool* global);
  bool added_flags(int64_t* c, uint32_t* add);
  bool deleted_flags(uint32_t* del);

  bool fail_with_text(const char* message, const std::u32string& text, int64_t offset) {
    return source_.fail(widen(message) + text, offset);
  }
  void warn(std::string text, bool future) { tree_->warnings.push_back({std::move(text), future}); }

  Source source_;
  uint32_t flags_;
  CharacterNames names_;
  void* context_;
  Tree* tree_;
  Problem* problem_;
  int depth_ = 0;
  uint32_t lookbehind_groups_ = 0;  // groups there were when the outermost lookbehind began; 0: in none
  std::vector<bool> closed_{false};
  std::vector<std::pair<uint32_t, int64_t>> group_references_;  // conditions on groups that may come later
};

uint32_t flag_of(int64_t letter);  // 0: none
void fold_literal(Node* sequence, char32_t character);
void add_category(Node* sequence, char32_t letter);

}  // namespace gillab::regex
