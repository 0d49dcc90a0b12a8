// What Unicode says about characters, as unicodedata asks it: made from the texts of lib/_unicode_data.py when the module
// is first imported. In unicodedata_tables.cpp: the tables; unicodedata_normalize.cpp: the forms; unicodedata.cpp: the
// module.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/str.h"

namespace gillab {

struct UnicodeTables {
  struct Kind {
    Str *category, *bidirectional, *width;  // interned
    int combining;
    bool mirrored;
  };
  struct Decomposition {
    std::string_view text;  // "<tag>,0020,0308", in lib/_unicode_data.py's own text
    std::vector<char32_t> parts;
    bool compatible;        // it has a tag
  };
  struct Number {
    char kind;  // d: decimal digit, g: digit, n: any other
    double value;
  };
  // What a quick look at a character says.
  enum Mark : uint8_t { kDecomposes = 1, kCompatible = 2, kMayCompose = 4, kCombines = 8 };

  const Kind& kind_of(char32_t code) const;
  const Decomposition* decomposition_of(char32_t code) const;
  uint8_t marks_of(char32_t code) const {
    const auto& page = marks[code >> 8];
    return page ? (*page)[code & 0xFF] : 0;
  }
  // 0: they make nothing together.
  char32_t composition_of(char32_t first, char32_t second) const;

  std::vector<std::string> texts;  // what `text` of decompositions points into
  std::vector<Kind> kinds;
  std::vector<char32_t> starts;    // where a run of one kind begins
  std::vector<uint16_t> run_kinds;
  std::vector<uint32_t> page_runs;  // the run that each 256 characters begin in
  std::unordered_map<char32_t, Decomposition> decompositions;
  std::unordered_map<uint64_t, char32_t> compositions;
  std::unordered_map<char32_t, Number> numbers;
  std::vector<std::unique_ptr<std::array<uint8_t, 256>>> marks;
};

// Null: an error is set.
const UnicodeTables* unicode_tables(Thread& thread);

// Hangul syllables are made of their parts by arithmetic.
inline constexpr char32_t kLead = 0x1100, kVowel = 0x1161, kTail = 0x11A7, kSyllable = 0xAC00;
inline constexpr char32_t kLeads = 19, kVowels = 21, kTails = 28, kSyllables = kLeads * kVowels * kTails;

struct UnicodeForm {
  bool compatible, composed;
};
// The text in a form: itself where it is in that form already.
Ref normalized(Thread& thread, const UnicodeTables& tables, Str* text, UnicodeForm form);

}  // namespace gillab
