// A regular expression as Python reads it: the tree its parser (regex_parse.cpp, regex_escape.cpp) makes and the
// translation to PCRE2's syntax (regex_emit.cpp) walks. Nothing here knows objects of the run time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gillab::regex {

enum Flags : uint32_t {
  kTemplate = 1,
  kIgnoreCase = 2,
  kLocale = 4,
  kMultiline = 8,
  kDotAll = 16,
  kUnicode = 32,
  kVerbose = 64,
  kDebug = 128,
  kAscii = 256,
};
inline constexpr uint32_t kTypeFlags = kAscii | kLocale | kUnicode;

inline constexpr uint32_t kUnlimited = 0xFFFFFFFF;  // Python's MAXREPEAT
inline constexpr uint32_t kMaximumGroups = 2147483647 / 2;

enum class Op : uint8_t {
  Literal,      // value: the character
  Any,
  Set,          // items, negated
  At,           // value: the letter of the anchor: ^ $ A Z b B
  Sequence,     // children
  Branch,       // children: the alternatives
  Group,        // value: its number, 0 for none; children[0]; add_flags, delete_flags
  Atomic,       // children[0]
  Repeat,       // minimum, maximum, mode; children[0]
  BackReference,  // value: the group
  Conditional,  // value: the group; children[0] and, where written, children[1]
  Look,         // negated, behind; children[0]
  Failure,
};

struct SetItem {  // a category (\d \D \s \S \w \W) or a range of characters
  char category;  // 0: a range
  uint32_t low;
  uint32_t high;
};

struct Node {
  Op op;
  bool negated = false;
  bool behind = false;
  char mode = 0;  // of Repeat: 0 greedy, '?' lazy, '+' possessive
  uint32_t value = 0;
  uint32_t minimum = 0;
  uint32_t maximum = 0;
  uint32_t add_flags = 0;
  uint32_t delete_flags = 0;
  std::vector<SetItem> items{};
  std::vector<Node> children{};
};

struct Width {
  uint64_t minimum;
  uint64_t maximum;
};

struct Warning {
  std::string text;
  bool future;  // FutureWarning; else DeprecationWarning
};

// What went wrong, as re.error and its like report it.
struct Problem {
  enum Kind : uint8_t { None, Pattern, WithoutPlace, Overflow, Value, Index, Recursion } kind = None;
  std::u32string message;
  int64_t position = 0;
};

struct Tree {
  Node root{Op::Sequence};
  uint32_t flags = 0;
  uint32_t groups = 1;  // the group 0 counts
  std::vector<std::pair<std::u32string, uint32_t>> names;
  std::vector<Warning> warnings;
  std::vector<Width> group_widths;
};

// Looks up \N{...}. False: no such character.
using CharacterNames = bool (*)(void* context, const std::u32string& name, char32_t* character);

// Reads a pattern (of bytes: as latin-1). False: `problem` says why.
bool parse(const std::u32string& pattern, bool is_text, uint32_t flags, CharacterNames names, void* context, Tree* tree,
           Problem* problem);

// How wide what the node matches can be. Fills in the widths of the groups inside.
Width width_of(const Node& node, std::vector<Width>* group_widths);
bool lookbehinds_are_fixed(const Node& node, std::vector<Width>* group_widths);

// The pattern in PCRE2's syntax for subjects of 1, 2 or 4 bytes a character. `whole`: it must match to the end.
// `patient`: it calls out in every loop, so that a match that goes on for ever can be interrupted.
std::u32string emit(const Tree& tree, bool is_text, int bytes, bool whole, bool patient);

// Every character that matches `character` when case is ignored, itself included.
void add_case_variants(char32_t character, bool ascii, std::vector<char32_t>* variants);
// Characters in a range that have others as variants: calls add_case_variants for each.
void add_case_variants(char32_t low, char32_t high, bool ascii, std::vector<char32_t>* variants);

inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_octal(char32_t c) { return c >= '0' && c <= '7'; }
inline bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
// repr(name) as Python's messages have it.
std::u32string quoted(const std::u32string& name);
std::u32string widen(std::string_view ascii);
bool is_identifier(const std::u32string& name);
// int(name) where Python allows it (signs, spaces, underscores and all decimal digits). False: not a number.
bool number_in(const std::u32string& name, int64_t* number);

}  // namespace gillab::regex
