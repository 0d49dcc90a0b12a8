// Texts inside an interpreter: width, interning, growing in place, searching, codecs.
#include <gtest/gtest.h>

#include "runtime/bytes.h"
#include "runtime/errors.h"
#include "runtime/interpreter.h"
#include "runtime/modules/sha512.h"
#include "runtime/str.h"

namespace gillab {
namespace {

class Text : public testing::Test {
 protected:
  static void SetUpTestSuite() { thread_ = start_interpreter(std::make_unique<World>()); }
  static void TearDownTestSuite() { end_interpreter(*thread_); }

  Ref text(std::string_view utf8) { return make_str(*thread_, utf8); }
  static Thread* thread_;
};
Thread* Text::thread_ = nullptr;

TEST_F(Text, TakesTheNarrowestWidth) {
  EXPECT_TRUE(text("plain").as<Str>()->ascii);
  EXPECT_EQ(text("h\u00e9").as<Str>()->width, 1);
  EXPECT_EQ(text("\u65e5\u672c").as<Str>()->width, 2);
  EXPECT_EQ(text("\U0001F600x").as<Str>()->width, 4);
  Ref wide = text("ab\U0001F600");
  EXPECT_EQ(substring(*thread_, wide.as<Str>(), 0, 2).as<Str>()->width, 1);
}

TEST_F(Text, InternsOneObjectForOneText) {
  Ref first = text("some_name"), second = text("some_name");
  EXPECT_NE(first.get(), second.get());
  EXPECT_EQ(intern(*thread_, first.as<Str>()), intern(*thread_, second.as<Str>()));
  EXPECT_EQ(intern(*thread_, std::string_view("some_name")), intern(*thread_, second.as<Str>()));
}

TEST_F(Text, GrowsInPlaceOnlyWhenNobodyElseSeesIt) {
  Ref built = text("start-"), piece = text("0123456789");
  for (int i = 0; i < 1000; ++i) built = append(*thread_, std::move(built), piece.as<Str>());
  EXPECT_EQ(built.as<Str>()->length, 10006u);
  Ref other = built.share();
  Ref longer = append(*thread_, std::move(built), piece.as<Str>());
  EXPECT_EQ(other.as<Str>()->length, 10006u);
  EXPECT_EQ(longer.as<Str>()->length, 10016u);
}

TEST_F(Text, HashAndEqualityGoByContent) {
  Ref whole = text("abc\u65e5def"), tail = text("\u65e5abcdef");
  Ref ascii = substring(*thread_, tail.as<Str>(), 1, 4), same = text("abc");
  EXPECT_EQ(hash_of(ascii.as<Str>()), hash_of(same.as<Str>()));
  EXPECT_TRUE(same_text(ascii.as<Str>(), same.as<Str>()));
  EXPECT_LT(compare_text(same.as<Str>(), whole.as<Str>()), 0);
}

TEST_F(Text, FindsAcrossWidths) {
  Ref wide = text("\u3041\u4130\u0041abcabd"), part = text("abd"), single = text("A");
  EXPECT_EQ(find_text(wide.as<Str>(), part.as<Str>(), 0, 9), 6);
  EXPECT_EQ(find_text(wide.as<Str>(), single.as<Str>(), 0, 9), 2);  // not inside the bytes of another character
  EXPECT_EQ(find_text(wide.as<Str>(), text("ab").as<Str>(), 0, 9, true), 6);
  EXPECT_EQ(find_text(part.as<Str>(), wide.as<Str>(), 0, 3), -1);
}

TEST_F(Text, DecodesWithHandlersAndNamesTheFirstError) {
  Ref replace = text("replace");
  Ref decoded = decode(*thread_, "a\xE2\x82z\xFF", nullptr, replace.as<Str>());
  EXPECT_EQ(to_utf8(decoded.as<Str>()), "a\uFFFDz\uFFFD");
  EXPECT_FALSE(decode(*thread_, "ok\x80", nullptr, nullptr));
  EXPECT_TRUE(exception_matches(*thread_, Error::UnicodeDecodeError));
  clear_exception(*thread_);
}

TEST_F(Text, BuilderWidensWhatItHas) {
  StrBuilder builder(*thread_);
  for (int i = 0; i < 300; ++i) builder.add('x');
  builder.add(char32_t{0x20AC});
  builder.add(std::string_view("end"));
  Ref built = builder.finish();
  EXPECT_EQ(built.as<Str>()->length, 304u);
  EXPECT_EQ(built.as<Str>()->width, 2);
  EXPECT_EQ(built.as<Str>()->at(300), 0x20ACu);
}

TEST(Sha512, DigestOfAbc) {
  auto digest = sha512("abc");
  EXPECT_EQ(digest[0], 0xDD);
  EXPECT_EQ(digest[1], 0xAF);
  EXPECT_EQ(digest[63], 0x9F);
}

}  // namespace
}  // namespace gillab
