// Containers from the inside: what scripts cannot see of dicts, sets, lists and sorting.
#include <algorithm>
#include <utility>
#include <vector>

#include "runtime/containers/dict_table.h"
#include "runtime/list.h"
#include "runtime/set.h"
#include "runtime/containers/timsort.h"
#include "tests/unit/engine.h"

namespace gillab {
namespace {

class Containers : public EngineTest {
 protected:
  Str* name(const char* text) { return intern(thread, std::string_view(text)); }
};

TEST_F(Containers, CellFollowsItsNameThroughInsertionAndDeletion) {
  Ref dict = make_dict(thread);
  DictCell* cell = dict_cell(thread, dict.as<Dict>(), name("x"));
  EXPECT_TRUE(cell->value.peek().is_empty());
  ASSERT_TRUE(dict_set_name(thread, dict.as<Dict>(), name("x"), Ref::own(Value::integer(1))));
  EXPECT_EQ(cell->value.peek(), Value::integer(1));
  EXPECT_EQ(dict_peek_name(dict.as<Dict>(), name("x")), Value::integer(1));
  EXPECT_EQ(shown(dict.get()), "{'x': 1}");
  EXPECT_TRUE(dict_delete_name(thread, dict.as<Dict>(), name("x")));
  EXPECT_TRUE(cell->value.peek().is_empty());
  release_cell(thread, cell);
}

TEST_F(Containers, CellTakesOverAValueThatIsThere) {
  Ref dict = make_dict(thread);
  ASSERT_TRUE(dict_set_name(thread, dict.as<Dict>(), name("y"), Ref::own(Value::integer(7))));
  DictCell* cell = dict_cell(thread, dict.as<Dict>(), name("y"));
  EXPECT_EQ(cell->value.peek(), Value::integer(7));
  Ref copy = dict_copy(thread, dict.as<Dict>());
  dict_clear(thread, dict.as<Dict>());
  EXPECT_TRUE(cell->value.peek().is_empty());
  EXPECT_EQ(shown(copy.get()), "{'y': 7}");
  release_cell(thread, cell);
}

TEST_F(Containers, CellOutlivesItsDict) {
  DictCell* cell;
  {
    Ref dict = make_dict(thread);
    cell = dict_cell(thread, dict.as<Dict>(), name("z"));
  }
  EXPECT_TRUE(cell->value.peek().is_empty());
  release_cell(thread, cell);
}

TEST_F(Containers, VersionChangesWithKeysOnly) {
  Ref owner = make_dict(thread);
  Dict* dict = owner.as<Dict>();
  uint32_t before = dict->version.get();
  ASSERT_TRUE(dict_set(thread, dict, Value::integer(1), Ref::none()));
  EXPECT_NE(dict->version.get(), before);
  before = dict->version.get();
  ASSERT_TRUE(dict_set(thread, dict, Value::integer(1), Ref::boolean(true)));
  EXPECT_EQ(dict->version.get(), before);
}

TEST_F(Containers, TakingTheOldestAgainAndAgainNeverFillsTheTable) {
  Ref owner = make_dict(thread);
  Dict* dict = owner.as<Dict>();
  for (int64_t i = 0; i < 10000; ++i) {
    ASSERT_TRUE(dict_set(thread, dict, Value::integer(i), Ref::none()));
    Ref key, value;
    if (i >= 10) { ASSERT_TRUE(dict_pop_first(dict, &key, &value)); }
  }
  EXPECT_EQ(dict_size(dict), 10u);
  EXPECT_LE(dict->table.get()->log_size, 6u);
}

TEST_F(Containers, PopAndInsertNeverUseUpFreeSlots) {
  Ref owner = make_dict(thread);
  Dict* dict = owner.as<Dict>();
  for (int64_t i = 0; i < 10000; ++i) {
    ASSERT_TRUE(dict_set(thread, dict, Value::integer(i * 8), Ref::none()));
    Ref key, value, absent;
    ASSERT_TRUE(dict_pop_last(dict, &key, &value));
    EXPECT_EQ(dict_get(thread, dict, Value::integer(-5), &absent), Found::No);
  }
}

TEST_F(Containers, SmallSetsNeedNoTableOfTheirOwn) {
  Ref owner = make_set(thread);
  Set* set = owner.as<Set>();
  for (int64_t i = 0; i < 4; ++i) ASSERT_TRUE(set_add(thread, set, Value::integer(i)));
  EXPECT_EQ(set->table.get(), set->small);
  for (int64_t i = 4; i < 100; ++i) ASSERT_TRUE(set_add(thread, set, Value::integer(i)));
  EXPECT_NE(set->table.get(), set->small);
  EXPECT_LT(set->fill.get() * 5, set->mask.get() * 3);
}

TEST_F(Containers, AppendedItemsTakeEightBytesEach) {
  Ref list = list_from(thread, call(thread, builtin("range"), Value::integer(100000)).get());
  ASSERT_TRUE(list);
  EXPECT_EQ(list.as<List>()->capacity.get(), 100000u);
}

struct CountingLess {
  int* left;
  Truth operator()(int a, int b) const { return --*left < 0 ? Truth::Error : truth_of(a / 10 < b / 10); }
};

// Numbers of three digits without repetition; sorted by the first two alone, the order of the rest shows stability.
std::vector<int> sorted_by_tens(std::vector<int> items) {
  std::vector<std::pair<int, size_t>> ranks;
  for (size_t i = 0; i < items.size(); ++i) ranks.emplace_back(items[i] / 10, i);
  std::sort(ranks.begin(), ranks.end());
  std::vector<int> result;
  for (auto [tens, position] : ranks) result.push_back(items[position]);
  return result;
}

TEST_F(Containers, SortIsStableAndAFailedOneKeepsAllItems) {
  for (int budget : {1 << 30, 0, 1, 10, 100, 1000, 3000}) {
    std::vector<int> items;
    for (int i = 0; i < 700; ++i) items.push_back(i * 7919 % 1000);
    std::vector<int> expected = sorted_by_tens(items);
    int left = budget;
    bool ok = Timsort<int, CountingLess>(thread, items.data(), items.size(), CountingLess{&left}).sort();
    EXPECT_EQ(ok, left >= 0);
    if (!ok) {
      std::sort(items.begin(), items.end());
      std::sort(expected.begin(), expected.end());
    }
    EXPECT_EQ(items, expected) << budget;
  }
}

}  // namespace
}  // namespace gillab
