// The collector of cycles and weak references: what is found, what is kept, what is told.
#include "runtime/collector.h"

#include "runtime/dict.h"
#include "runtime/list.h"
#include "tests/unit/engine.h"

namespace gillab {
namespace {

class Collector : public EngineTest {
 protected:
  Collector() { collect_cycles(thread); }
  // A list that holds itself; the only reference from outside is the result.
  Ref make_loop() {
    Ref list = make_list(thread);
    append(thread, list.as<List>(), list.share());
    return list;
  }
  Ref make_weakly_referenced() {
    Ref set = call(thread, builtin("set"));
    return set;
  }
};

TEST_F(Collector, FindsALoopWhenNobodyElseHoldsIt) {
  Ref loop = make_loop();
  EXPECT_EQ(collect_cycles(thread), 0);
  loop = Ref();
  EXPECT_EQ(collect_cycles(thread), 1);
}

TEST_F(Collector, KeepsWhatIsReachedThroughALoop) {
  Ref loop = make_loop();
  Ref inner = make_list(thread);
  append(thread, inner.as<List>(), Ref::own(Value::integer(7)));
  append(thread, loop.as<List>(), inner.share());
  Object* kept = inner.get().as_object();
  inner = Ref();
  EXPECT_EQ(collect_cycles(thread), 0);
  EXPECT_EQ(gil::Count::total(kept->header), 1u);
  loop = Ref();
  EXPECT_EQ(collect_cycles(thread), 2);
}

TEST_F(Collector, YoungCollectionsLeaveTheOldAlone) {
  Ref loop = make_loop();
  EXPECT_EQ(generation_of(loop.get().as_object()), 0);
  collect_cycles(thread, 0);
  EXPECT_EQ(generation_of(loop.get().as_object()), 1);
  collect_cycles(thread, 1);
  EXPECT_EQ(generation_of(loop.get().as_object()), kOldest);
  loop = Ref();
  EXPECT_EQ(collect_cycles(thread, 1), 0);
  EXPECT_EQ(collect_cycles(thread, kOldest), 1);
}

TEST_F(Collector, WhatIsFrozenIsNotLookedAt) {
  Ref loop = make_loop();
  Object* object = loop.get().as_object();
  set_generation(object, kPermanent);
  loop = Ref();
  EXPECT_EQ(collect_cycles(thread), 0);
  set_generation(object, kOldest);
  EXPECT_EQ(collect_cycles(thread), 1);
}

TEST_F(Collector, GenerationAndOtherFlagsAreSeparate) {
  Ref list = make_list(thread);
  Object* object = list.get().as_object();
  set_flags(object, kFinalized);
  for (int generation : {3, 1, 2, 0}) {
    set_generation(object, generation);
    EXPECT_EQ(generation_of(object), generation);
    EXPECT_TRUE(object->header.flags & kFinalized);
  }
  object->header.flags = 0;
}

TEST_F(Collector, ATupleOfPlainThingsIsALeaf) {
  Ref plain = make_tuple_of(thread, Value::integer(1), Value::none());
  Ref list = make_list(thread);
  Ref holding = make_tuple_of(thread, list.get());
  EXPECT_TRUE(is_leaf(plain.get().as_object()));
  EXPECT_FALSE(is_leaf(holding.get().as_object()));
  EXPECT_FALSE(is_leaf(list.get().as_object()));
}

TEST_F(Collector, AThresholdFollowsTheSettings) {
  CollectorState state;
  EXPECT_GT(collector_threshold(state), 0);
  state.adapts = false;
  EXPECT_EQ(collector_threshold(state), 700);
  state.thresholds[0] = 0;
  EXPECT_EQ(collector_threshold(state), INT64_MAX);
  state.thresholds[0] = 5;
  state.enabled = false;
  EXPECT_EQ(collector_threshold(state), INT64_MAX);
}

TEST_F(Collector, OneWeakReferenceForOneTarget) {
  Ref target = make_weakly_referenced();
  Ref one = make_weak_reference(thread, target.get(), Value::none());
  Ref two = make_weak_reference(thread, target.get(), Value::none());
  EXPECT_EQ(one.get(), two.get());
  EXPECT_TRUE(target.get().as_object()->header.flags & kHasWeakRefs);
  EXPECT_EQ(weak_target(thread, one.as<WeakRef>()).get(), target.get());
}

TEST_F(Collector, AWeakReferenceIsClearedWithItsTarget) {
  Ref target = make_weakly_referenced();
  Ref reference = make_weak_reference(thread, target.get(), Value::none());
  target = Ref();
  EXPECT_TRUE(weak_target(thread, reference.as<WeakRef>()).get().is_none());
}

TEST_F(Collector, TheLastWeakReferenceTakesTheFlagAway) {
  Ref target = make_weakly_referenced();
  Ref reference = make_weak_reference(thread, target.get(), Value::none());
  reference = Ref();
  EXPECT_FALSE(target.get().as_object()->header.flags & kHasWeakRefs);
}

TEST_F(Collector, ACallbackGetsTheDeadReference) {
  Ref seen = make_list(thread);
  Ref append_to_seen = attribute(seen.get(), "append");
  Ref target = make_weakly_referenced();
  Ref reference = make_weak_reference(thread, target.get(), append_to_seen.get());
  target = Ref();
  ASSERT_EQ(seen.as<List>()->length.get(), 1u);
  EXPECT_EQ(seen.as<List>()->items.get()[0], reference.get());
}

TEST_F(Collector, ADictThatHoldsItselfIsFound) {
  Ref dict = make_dict(thread);
  ASSERT_TRUE(dict_set_name(thread, dict.as<Dict>(), intern(thread, std::string_view("me")), dict.share()));
  dict = Ref();
  EXPECT_EQ(collect_cycles(thread), 1);
}

}  // namespace
}  // namespace gillab
