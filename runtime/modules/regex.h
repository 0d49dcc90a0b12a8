// The module re in its C++ files: regex_parse, regex_escape, regex_source (Python's syntax), regex_emit, regex_width,
// regex_case (translation), regex_library* and regex_tables (PCRE2), regex_engine (compiled patterns at work),
// regex_pattern and regex_match (the classes), regex_substitute (templates, sub), regex_module (functions, their cache).
#pragma once

#include <memory>

#include "runtime/native.h"
#include "runtime/modules/regex_library.h"
#include "runtime/modules/regex_tree.h"

namespace gillab::regex {

enum class Mode : uint8_t { Search, Match, FullMatch };

struct GroupOrder {
  uint32_t number;
  uint32_t loop;  // the outermost repeat the group stands in; 0: none
};

// A pattern's code for each width of subject and each mode, made when first needed. Thread safety: under the pattern's
// Guard; who finds `machine` true may read without.
struct Compiled {
  Tree tree;
  struct Code {
    void* code = nullptr;
    uint8_t bytes = 0;    // of the library that made it: wider than the subject where the pattern is large
  };
  struct Slot {
    Code ready;
    void* before = nullptr;  // the code it was before it became machine code, where others may still be running it
    uint8_t uses = 0;
    Cell<bool> machine{false};
  } slots[3][3][2];  // by width, mode, and whether it is patient
  std::vector<GroupOrder> closing;  // the groups in the order in which they close
  ~Compiled();
};

// A replacement as it was read: pieces of text and the groups that follow them.
struct Template {
  struct Piece {
    std::u32string text;
    int64_t group;  // -1: none
  };
  std::vector<Piece> pieces;
};

struct Pattern : Object {
  Field pattern;      // str or bytes
  Field group_index;  // dict: name -> number
  Field names;        // tuple: the name or None by number, the last named group included
  Field template_text;  // what `replacement` was read from; empty: nothing yet. Both under the Guard
  std::shared_ptr<const Template>* replacement;  // owned
  Compiled* compiled;
  uint32_t flags;
  uint32_t groups;  // without the group 0
  bool is_text;
};

struct Match : Object {
  Field pattern;
  Field string;
  int64_t position;
  int64_t end_position;
  uint32_t groups;  // the group 0 counts
  int64_t spans[2];  // start and end of each group, -1 where it did not take part

  int64_t start(uint32_t group) const { return spans[2 * group]; }
  int64_t end(uint32_t group) const { return spans[2 * group + 1]; }
};

struct Types {
  Type* pattern;
  Type* match;
  Type* scanner;
  Dict* cache;  // compiled patterns by their text, or (text, flags); owned
};

// The subject of an operation, held still while it lives. Characters below `end` are seen.
class Subject {
 public:
  Subject(Thread& thread, Pattern* pattern, Value string, int64_t start, int64_t end);
  ~Subject();
  Subject(const Subject&) = delete;
  bool ok() const { return ok_; }
  Value string() const { return string_.get(); }
  int64_t start() const { return start_; }
  int64_t end() const { return end_; }
  Ref slice(int64_t start, int64_t end) const;  // str or bytes

  // The next match from `start` on. Yes: spans() are its places, until anything else is matched.
  bool find(Mode mode, bool must_advance, bool* found);  // false: an exception is set
  void set_start(int64_t start) { start_ = start; }
  const size_t* spans() const { return spans_; }
  Ref group_or(uint32_t group, Value fallback) const;
  Ref make_match() const;

 private:
  bool read(Value string);
  void hold(int32_t change);
  bool code_for(Mode mode, bool patient, Compiled::Code* result);
  void make_code(Mode mode, bool patient, Compiled::Slot* slot, std::string* error);
  bool ask(Mode mode, bool must_advance, bool patient, int64_t last_start, Answer* answer);
  const void* widened(int bytes);

  Thread& thread_;
  Pattern* pattern_;
  Ref string_;
  const void* data_ = nullptr;
  int bytes_ = 1;
  int64_t start_ = 0, end_ = 0, first_ = 0, length_ = 0;
  const size_t* spans_ = nullptr;
  std::unique_ptr<std::u32string> wide_;
  bool ok_ = false;
};

// The matches of a subject one after the other, as search, split, sub and scanners step through them.
struct Steps {
  bool must_advance = false;
  bool next(Subject* subject, bool* found, Mode mode = Mode::Search) {
    if (!subject->find(mode, must_advance, found)) return false;
    if (!*found) return true;
    const size_t* spans = subject->spans();
    must_advance = spans[0] == spans[1];
    subject->set_start(static_cast<int64_t>(spans[1]));
    return true;
  }
};

Types& types_of(Thread& thread);
inline Pattern* as_pattern(Value value) { return reinterpret_cast<Pattern*>(value.as_object()); }
inline Match* as_match(Value value) { return reinterpret_cast<Match*>(value.as_object()); }

Ref compile_pattern(Thread& thread, Value pattern, uint32_t flags);
void raise_problem(Thread& thread, const Problem& problem, Value pattern);
std::u32string characters_of(Value string);  // of a str, or of bytes as latin-1

uint32_t last_group(const Match* match);  // 0: none
Ref group_text(Thread& thread, Match* match, uint32_t group, Value fallback);
Ref slice_of(Thread& thread, Value string, int64_t start, int64_t end);

// sub and subn; expand.
Ref substitute(Thread& thread, Pattern* pattern, Value replacement, Value string, Value count, bool with_count);
Ref expand(Thread& thread, Match* match, Value text);

bool add_pattern_type(Thread& thread, Types* types);
bool add_match_type(Thread& thread, Types* types);
Ref make_scanner(Thread& thread, Pattern* pattern, Value string, int64_t start, int64_t end);
// What the methods of a pattern do, also called by the functions of the module. Arguments as the methods get them.
Ref pattern_match(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref pattern_fullmatch(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref pattern_search(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref pattern_findall(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref pattern_finditer(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref pattern_split(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab::regex
