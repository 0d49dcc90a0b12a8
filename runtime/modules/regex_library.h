// PCRE2 behind one table for each width of character: regex_library_8.cpp, _16.cpp and _32.cpp fill it from
// regex_library.inc. Knows no object of the run time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace gillab::regex {

enum LibraryOptions : uint32_t {
  kCaseless = 1,
  kUnicodeClasses = 2,
  kAnchored = 4,
};

// What a match is asked. Patterns that call out call `interrupted`; true ends the match.
struct Question {
  const void* subject;
  size_t length;
  size_t start;
  size_t last_start;  // no match begins after it
  bool must_advance;  // not an empty match at start
  uint32_t steps;     // how many are tried at one place before the answer is TooLong
  bool (*interrupted)(void* context);
  void* context;
};

enum class Answer : int8_t { TooLong = -3, Interrupted = -2, NoMemory = -1, No = 0, Yes = 1 };

struct Library {
  // Null: *error says what PCRE2 calls it, *too_large that a library of wider characters has more room.
  void* (*compile)(const std::u32string& pattern, uint32_t options, const uint8_t* tables, std::string* error,
                   bool* too_large);
  void (*make_machine_code)(void* code);
  void* (*copy)(const void* code);  // without machine code. Null: no memory
  void (*free)(void* code);
  // *spans: start and end of each group, kUnset for those without a match; valid until this thread asks again.
  Answer (*match)(void* code, const Question& question, uint32_t groups, const size_t** spans);
};
inline constexpr size_t kUnset = ~size_t{0};

extern const Library kLibrary8, kLibrary16, kLibrary32;
inline const Library& library_for(int bytes) { return bytes == 1 ? kLibrary8 : bytes == 2 ? kLibrary16 : kLibrary32; }

// PCRE2's tables of classes and case for characters below 256 as Python sees them: of ASCII, or of latin-1.
const uint8_t* character_tables(bool ascii);

}  // namespace gillab::regex
