// Lookup in the tables of characters, at the borders of their ranges.
#include "runtime/text/unicode.h"

#include <gtest/gtest.h>
#include <string>

namespace gillab::unicode {
namespace {

std::u32string mapped(Mapping mapping, char32_t character) {
  char32_t target[3];
  int count = map_case(mapping, character, target);
  return std::u32string(target, target + count);
}

TEST(Unicode, TheFirstCharactersHaveTheClassesOfTheRanges) {
  for (char32_t c = 0; c < 256; ++c) EXPECT_EQ(kLatin1Classes[c], classes_of_any(c)) << static_cast<uint32_t>(c);
}

TEST(Unicode, ClassesAtTheEnds) {
  EXPECT_FALSE(has(0x10FFFF, kAlpha | kPrintable));
  EXPECT_FALSE(has(0xD800, kPrintable));
  EXPECT_TRUE(has(0x1F600, kPrintable));
  EXPECT_TRUE(has(U'é', kAlpha | kLower));
  EXPECT_TRUE(is_space(0x3000));
  EXPECT_TRUE(is_line_break(0x2028));
  EXPECT_TRUE(has(U'日', kIdentifierStart));
}

TEST(Unicode, Digits) {
  EXPECT_EQ(decimal_value(U'7'), 7);
  EXPECT_EQ(decimal_value(0x0663), 3);   // Arabic-Indic
  EXPECT_EQ(decimal_value(0x1D7FF), 9);  // the last of the mathematical ones
  EXPECT_EQ(decimal_value(0x00B2), -1);
  EXPECT_EQ(digit_value(0x00B2), 2);  // superscript two
  EXPECT_EQ(digit_value(U'a'), -1);
}

TEST(Unicode, CaseMappingsOfOneAndOfSeveralCharacters) {
  EXPECT_EQ(mapped(Mapping::Upper, U'a'), U"A");
  EXPECT_EQ(mapped(Mapping::Upper, U'ß'), U"SS");
  EXPECT_EQ(mapped(Mapping::Title, U'ǆ'), U"ǅ");
  EXPECT_EQ(mapped(Mapping::Lower, U'İ'), U"i̇");
  EXPECT_EQ(mapped(Mapping::Fold, U'ß'), U"ss");
  EXPECT_EQ(mapped(Mapping::Upper, U'日'), U"日");
}

}  // namespace
}  // namespace gillab::unicode
