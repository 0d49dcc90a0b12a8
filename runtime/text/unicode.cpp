// Lookup in the tables of unicode_tables.inc: ranges of characters that share a record, found by bisection; the first
// 256 characters have a table of their own. Texts and their methods are not here (str_*.cpp).
#include "runtime/text/unicode.h"

#include <algorithm>
#include <iterator>

namespace gillab::unicode {
namespace {

struct CharacterRecord {
  uint16_t classes;
  int32_t upper;  // differences to the mapped character
  int32_t lower;
  int32_t title;
  int8_t digit;  // of those that are digits and not decimals
};

struct SpecialCase {  // up to three characters each, ended by 0
  uint32_t code;
  uint16_t mapped[4][3];
};

#include "runtime/text/unicode_tables.inc"

// The range a character is in: start << 8 | record.
uint32_t range_of(char32_t character) {
  const uint32_t* after = std::upper_bound(std::begin(kRanges), std::end(kRanges), character << 8 | 0xFF);
  return after[-1];
}

const CharacterRecord& record_of(char32_t character) { return kRecords[range_of(character) & 0xFF]; }

int map_special(Mapping mapping, char32_t character, char32_t* target) {
  const SpecialCase* found =
      std::lower_bound(std::begin(kSpecialCases), std::end(kSpecialCases), character,
                       [](const SpecialCase& special, char32_t wanted) { return special.code < wanted; });
  const uint16_t* mapped = found->mapped[static_cast<int>(mapping)];
  int count = 0;
  while (count < 3 && mapped[count] != 0) {
    target[count] = mapped[count];
    ++count;
  }
  return count;
}

}  // namespace

uint16_t classes_of_any(char32_t character) { return record_of(character).classes; }

int decimal_value(char32_t character) {
  if (character < 128) return character >= '0' && character <= '9' ? static_cast<int>(character - '0') : -1;
  uint32_t range = range_of(character);
  if ((kRecords[range & 0xFF].classes & kDecimal) == 0) return -1;
  return static_cast<int>(character - (range >> 8));  // a range of decimals begins at each zero
}

int digit_value(char32_t character) {
  int decimal = decimal_value(character);
  return decimal >= 0 || character < 128 ? decimal : record_of(character).digit;
}

int map_case(Mapping mapping, char32_t character, char32_t* target) {
  const CharacterRecord& record = record_of(character);
  if (record.classes & kSpecialCase) return map_special(mapping, character, target);
  int32_t difference = mapping == Mapping::Upper   ? record.upper
                       : mapping == Mapping::Title ? record.title
                                                   : record.lower;
  target[0] = static_cast<char32_t>(static_cast<int32_t>(character) + difference);
  return 1;
}

const uint16_t kLatin1Classes[256] = {
    0,     0,     0,     0,     0,     0,     0,     0,     0,     128,   2176,  2176,  2176,  2176,  0,     0,
    0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     2176,  2176,  2176,  128,
    384,   256,   256,   256,   256,   256,   256,   4352,  256,   256,   256,   256,   256,   256,   4352,  256,
    1294,  1294,  1294,  1294,  1294,  1294,  1294,  1294,  1294,  1294,  4352,  256,   256,   256,   256,   256,
    256,   10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001,
    10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 256,   256,   256,   4352,  1792,
    4352,  10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017,
    10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 256,   256,   256,   256,   0,
    0,     0,     0,     0,     0,     2176,  0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
    0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
    128,   256,   256,   256,   256,   256,   256,   256,   4352,  256,   10017, 256,   256,   4096,  256,   4352,
    256,   256,   268,   268,   4352,  26401, 256,   5376,  4352,  268,   10017, 256,   264,   264,   264,   256,
    10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001, 10001,
    10001, 10001, 10001, 10001, 10001, 10001, 10001, 256,   10001, 10001, 10001, 10001, 10001, 10001, 10001, 26401,
    10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017,
    10017, 10017, 10017, 10017, 10017, 10017, 10017, 256,   10017, 10017, 10017, 10017, 10017, 10017, 10017, 10017,
};

}  // namespace gillab::unicode
