// Memory: blocks are used again, every live object is visited, the limit ends in MemoryError.
#include "runtime/memory.h"

#include "runtime/list.h"
#include "tests/unit/engine.h"

namespace gillab {
namespace {

class Memory : public EngineTest {};

bool is_visited(Interpreter& interpreter, Object* wanted) {
  struct Search {
    Object* wanted;
    bool found = false;
  } search{wanted};
  auto visit = [](Object* object, void* context) {
    auto* search = static_cast<Search*>(context);
    search->found = search->found || object == search->wanted;
  };
  for_each_object(interpreter, visit, &search);
  return search.found;
}

TEST_F(Memory, FreedBlockIsUsedAgain) {
  Ref first = make_list(thread);
  Object* place = first.get().as_object();
  first = Ref();
  Ref second = make_list(thread);
  EXPECT_EQ(second.get().as_object(), place);
}

TEST_F(Memory, VisitsSmallAndLargeObjectsWhileTheyLive) {
  Ref small = make_list(thread);
  Ref large = Ref::own(new_tuple(thread, 1000));
  for (int i = 0; i < 1000; ++i) large.as<Tuple>()->items[i] = Value::none();
  EXPECT_TRUE(is_visited(*thread.interpreter, small.get().as_object()));
  EXPECT_TRUE(is_visited(*thread.interpreter, large.get().as_object()));
  Object* gone = small.get().as_object();
  small = Ref();
  EXPECT_FALSE(is_visited(*thread.interpreter, gone));
}

TEST_F(Memory, LimitEndsInMemoryError) {
  set_memory_limit(*thread.interpreter, memory_figures(*thread.interpreter).bytes_in_use + 1'000'000);
  void* buffer = allocate_buffer(thread, 100'000'000);
  set_memory_limit(*thread.interpreter, 0);
  EXPECT_EQ(buffer, nullptr);
  EXPECT_EQ(pending(), "MemoryError: ");
}

TEST_F(Memory, ImpossibleSizeEndsInMemoryError) {
  EXPECT_EQ(allocate_buffer(thread, SIZE_MAX / 2), nullptr);
  EXPECT_EQ(pending(), "MemoryError: ");
}

TEST_F(Memory, FiguresCountObjects) {
  MemoryFigures before = memory_figures(*thread.interpreter);
  Ref list = make_list(thread);
  MemoryFigures after = memory_figures(*thread.interpreter);
  EXPECT_EQ(after.objects_allocated, before.objects_allocated + 1);
}

}  // namespace
}  // namespace gillab
