// Shapes and where attributes stand: shared trees, ids that are never used again, overflow, dict mode.
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/classes/attribute_store.h"
#include "runtime/classes/type_build.h"
#include "tests/unit/engine.h"

namespace gillab {
namespace {

class Shapes : public EngineTest {
 protected:
  Str* name(const std::string& text) { return intern(thread, std::string_view(text)); }
  Ref make_plain_class() {
    Ref bases = empty_tuple(thread);
    Ref dict = make_dict(thread);
    return make_class(thread, thread.types().type, name("Plain"), bases.as<Tuple>(), dict.as<Dict>(), nullptr, nullptr);
  }
  bool set(Value object, const std::string& attribute, int64_t value) {
    return set_attribute(thread, object, name(attribute), Value::integer(value));
  }
  int64_t get(Value object, const std::string& attribute) {
    Ref value = get_attribute(thread, object, name(attribute));
    return value ? value.get().as_int() : -1;
  }
  Shape* shape_of(const Ref& object) { return object.get().as_object()->shape.get(); }

  Ref class_ = make_plain_class();
  Type* type = class_.as<Type>();
};

TEST_F(Shapes, SameAttributesInTheSameOrderShareAShape) {
  Ref one = make_instance(thread, type), two = make_instance(thread, type), other = make_instance(thread, type);
  for (const Ref* each : {&one, &two}) {
    EXPECT_TRUE(set(each->get(), "a", 1));
    EXPECT_TRUE(set(each->get(), "b", 2));
  }
  EXPECT_TRUE(set(other.get(), "b", 2));
  EXPECT_TRUE(set(other.get(), "a", 1));
  EXPECT_EQ(shape_of(one), shape_of(two));
  EXPECT_NE(shape_of(one), shape_of(other));
  EXPECT_EQ(find_attribute(shape_of(one), name("b")), find_attribute(shape_of(other), name("a")));
  EXPECT_EQ(find_attribute(shape_of(one), name("missing")), kNoAttribute);
}

TEST_F(Shapes, ManyAttributesAreFoundWhereverTheyStand) {
  Ref object = make_instance(thread, type);
  for (int i = 0; i < 60; ++i) EXPECT_TRUE(set(object.get(), "field" + std::to_string(i), i));
  for (int i = 0; i < 60; ++i) EXPECT_EQ(get(object.get(), "field" + std::to_string(i)), i);
}

TEST_F(Shapes, AskingForTheDictKeepsWhatIsThere) {
  Ref object = make_instance(thread, type);
  set(object.get(), "a", 1);
  set(object.get(), "b", 2);
  const uint32_t before = shape_of(object)->id;
  Dict* dict = attributes_as_dict(thread, object.get().as_object());
  ASSERT_NE(dict, nullptr);
  EXPECT_EQ(shown(Value::object(dict)), "{'a': 1, 'b': 2}");
  EXPECT_NE(shape_of(object)->id, before);
  EXPECT_TRUE(dict_set_name(thread, dict, name("c"), Ref::own(Value::integer(3))));
  EXPECT_EQ(get(object.get(), "c"), 3);
}

TEST_F(Shapes, DeletingTheLastGoesBackAndAnotherGoesToDictMode) {
  Ref object = make_instance(thread, type);
  set(object.get(), "a", 1);
  Shape* with_a = shape_of(object);
  set(object.get(), "b", 2);
  EXPECT_TRUE(delete_attribute(thread, object.get(), name("b")));
  EXPECT_EQ(shape_of(object), with_a);
  set(object.get(), "b", 3);
  EXPECT_TRUE(delete_attribute(thread, object.get(), name("a")));
  EXPECT_EQ(get(object.get(), "b"), 3);
  EXPECT_FALSE(delete_attribute(thread, object.get(), name("a")));
  EXPECT_EQ(pending(), "AttributeError: 'Plain' object has no attribute 'a'");
}

TEST_F(Shapes, AChangedClassGetsNewIdsForAllItsShapes) {
  Ref object = make_instance(thread, type);
  set(object.get(), "a", 1);
  const uint32_t instance_id = shape_of(object)->id, root_id = type->root->id;
  Ref function = Ref::share(builtin("len"));
  EXPECT_TRUE(set_type_attribute(thread, type, name("method"), function.get()));
  EXPECT_NE(shape_of(object)->id, instance_id);
  EXPECT_NE(type->root->id, root_id);
  EXPECT_EQ(get(object.get(), "a"), 1);
}

TEST_F(Shapes, AnInstanceKeepsItsClassAlive) {
  const uint32_t before = gil::Count::total(type->header);
  Ref object = make_instance(thread, type);
  EXPECT_EQ(gil::Count::total(type->header), before + 1);
  object = Ref();
  EXPECT_EQ(gil::Count::total(type->header), before);
}

}  // namespace
}  // namespace gillab
