// What Unicode says about characters: classes, digits, case mappings. The tables stand in unicode_tables.inc.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gillab::unicode {

enum Class : uint16_t {
  kAlpha = 1,
  kDecimal = 2,
  kDigit = 4,
  kNumeric = 8,
  kUpper = 16,
  kLower = 32,
  kTitle = 64,
  kSpace = 128,
  kPrintable = 256,
  kIdentifierStart = 512,
  kIdentifierContinue = 1024,
  kLineBreak = 2048,
  kCaseIgnorable = 4096,
  kCased = 8192,  // and not case-ignorable
  kSpecialCase = 16384,
};

uint16_t classes_of_any(char32_t character);
extern const uint16_t kLatin1Classes[256];
inline uint16_t classes_of(char32_t character) {
  return character < 256 ? kLatin1Classes[character] : classes_of_any(character);
}
inline bool has(char32_t character, uint16_t mask) { return (classes_of(character) & mask) != 0; }

inline bool is_space(char32_t character) { return has(character, kSpace); }
inline bool is_printable(char32_t character) { return has(character, kPrintable); }
inline bool is_line_break(char32_t character) { return has(character, kLineBreak); }

int decimal_value(char32_t character);  // -1: none
int digit_value(char32_t character);    // -1: none

// Case mappings write one to three characters to `target` and return how many.
enum class Mapping : uint8_t { Upper, Lower, Title, Fold };
int map_case(Mapping mapping, char32_t character, char32_t* target);

}  // namespace gillab::unicode
