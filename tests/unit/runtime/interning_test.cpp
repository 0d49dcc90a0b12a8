// Names, texts, lists and sets from the inside: one object for a name, narrow texts, borrowed places.
#include <algorithm>
#include <string>
#include <vector>

#include "runtime/list.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "tests/unit/engine.h"

namespace gillab {
namespace {

class Interning : public EngineTest {};

TEST_F(Interning, ManyNamesStayFoundWhileTheTableGrows) {
  std::vector<Str*> names;
  for (int i = 0; i < 10000; ++i) names.push_back(intern(thread, std::string_view("grown_" + std::to_string(i))));
  for (int i = 0; i < 10000; ++i) {
    EXPECT_EQ(intern(thread, std::string_view("grown_" + std::to_string(i))), names[static_cast<size_t>(i)]);
  }
}

TEST_F(Interning, AnEqualTextGivesWayToTheInternedOne) {
  Str* first = intern(thread, std::string_view("a name of its own"));
  Ref equal = make_str(thread, "a name of its own");
  EXPECT_NE(equal.get().as_object(), static_cast<Object*>(first));
  EXPECT_FALSE(equal.as<Str>()->interned());
  EXPECT_EQ(intern(thread, equal.as<Str>()), first);
  EXPECT_TRUE(first->interned());
}

TEST_F(Interning, TheWholeOfATextIsTheTextItself) {
  Ref text = make_str(thread, "whole");
  EXPECT_EQ(substring(thread, text.as<Str>(), 0, 5).get(), text.get());
  EXPECT_EQ(shown(substring(thread, text.as<Str>(), 1, 3).get()), "'ho'");
  EXPECT_EQ(substring(thread, text.as<Str>(), 2, 2).get(), Value::object(thread.interpreter->empty_string));
}

TEST_F(Interning, APartOfAWideTextIsNarrowAgain) {
  Ref wide = make_str(thread, "ab\xF0\x9F\x98\x80");
  EXPECT_EQ(wide.as<Str>()->width, 4u);
  Ref part = substring(thread, wide.as<Str>(), 0, 2);
  EXPECT_EQ(part.as<Str>()->width, 1u);
  EXPECT_TRUE(part.as<Str>()->ascii);
}

TEST_F(Interning, OneCharacterTextsAreShared) {
  EXPECT_EQ(make_character(thread, 'x').get(), make_character(thread, 'x').get());
  EXPECT_EQ(make_character(thread, 0xE9).get(), make_character(thread, 0xE9).get());
}

TEST_F(Interning, AListGivesItsItemsAwayAndTakesThemIn) {
  Ref list = make_list(thread);
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(append(thread, list.as<List>(), Ref::own(Value::integer(i))));
  EXPECT_TRUE(list_insert(thread, list.as<List>(), 1000, Ref::own(Value::integer(100))));
  EXPECT_EQ(list_take(list.as<List>(), 0).get(), Value::integer(0));
  EXPECT_FALSE(list_take(list.as<List>(), 100));
  EXPECT_EQ(list.as<List>()->length.get(), 100u);
  EXPECT_EQ(list.as<List>()->items.get()[99], Value::integer(100));
  list_clear(thread, list.as<List>());
  EXPECT_EQ(list.as<List>()->capacity.get(), 0u);
  EXPECT_FALSE(append(thread, list.as<List>(), Ref()));
}

TEST_F(Interning, ASetFindsWhatItHoldsThroughGrowthAndDeletion) {
  Ref set = make_set(thread);
  for (int i = 0; i < 1000; ++i) ASSERT_TRUE(set_add(thread, set.as<Set>(), Value::integer(i)));
  for (int i = 0; i < 1000; i += 2) ASSERT_EQ(set_discard(thread, set.as<Set>(), Value::integer(i)), Found::Yes);
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(set_contains(thread, set.as<Set>(), Value::integer(i)), i % 2 ? Found::Yes : Found::No);
  }
  EXPECT_EQ(set.as<Set>()->used.get(), 500u);
  Ref copy = set_copy(thread, set.as<Set>());
  EXPECT_EQ(set_is_subset(thread, copy.as<Set>(), set.as<Set>()), Truth::Yes);
  set_clear(thread, set.as<Set>());
  EXPECT_EQ(set.as<Set>()->used.get(), 0u);
}

TEST_F(Interning, ASetRefusesWhatHasNoHash) {
  Ref set = make_set(thread);
  Ref list = make_list(thread);
  EXPECT_FALSE(set_add(thread, set.as<Set>(), list.get()));
  EXPECT_EQ(pending(), "TypeError: unhashable type: 'list'");
}

}  // namespace
}  // namespace gillab
