// The tables PCRE2 asks about characters below 256. It makes them for the C locale; Python's idea of latin-1 is added.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <cstring>

#include "runtime/modules/regex_library.h"
#include "runtime/text/unicode.h"

namespace gillab::regex {

namespace {

// The layout, as pcre2_dftables documents it: lower case, flipped case, ten sets of 32 bytes, a byte of bits for each
// character.
constexpr size_t kFlipped = 256, kSets = 512, kBits = 832, kSize = 1088;
constexpr size_t kSpaceSet = 0, kWordSet = 5;

struct Tables {
  uint8_t bytes[kSize];

  explicit Tables(bool ascii) {
    const uint8_t* made = pcre2_maketables(nullptr);
    std::memcpy(bytes, made, kSize);
    pcre2_maketables_free(nullptr, made);
    uint8_t space_bit = bytes[kBits + ' '], word_bit = bytes[kBits + '_'];
    for (unsigned c = 128; c < 256; ++c) forget(c);  // C's locale may not be the one the process runs in
    for (unsigned c = 0; c < 256 && !ascii; ++c) {
      if (unicode::is_space(c)) add(c, kSpaceSet, space_bit);
      if (unicode::has(c, unicode::kAlpha | unicode::kNumeric | unicode::kDigit)) add(c, kWordSet, word_bit);
      if (c >= 128) add_case(c);
    }
  }
  void forget(unsigned c) {
    bytes[c] = bytes[kFlipped + c] = static_cast<uint8_t>(c);
    for (int set = 0; set < 10; ++set) bytes[kSets + 32 * set + c / 8] &= static_cast<uint8_t>(~(1u << c % 8));
    bytes[kBits + c] = 0;
  }
  void add(unsigned c, size_t set, uint8_t bit) {
    bytes[kSets + 32 * set + c / 8] |= static_cast<uint8_t>(1u << c % 8);
    bytes[kBits + c] |= bit;
  }
  void add_case(unsigned c) {
    char32_t other[3];
    int count = unicode::map_case(unicode::Mapping::Lower, c, other);
    if (count != 1 || other[0] == c || other[0] > 255) return;
    bytes[c] = bytes[kFlipped + c] = static_cast<uint8_t>(other[0]);
    bytes[kFlipped + other[0]] = static_cast<uint8_t>(c);
  }
};

}  // namespace

const uint8_t* character_tables(bool ascii) {
  static const Tables kAsciiTables(true), kLatinTables(false);
  return (ascii ? kAsciiTables : kLatinTables).bytes;
}

}  // namespace gillab::regex
