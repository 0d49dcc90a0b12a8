// Natives: what arguments are refused in which words, and what a binder does with the others.
#include "runtime/native.h"

#include "runtime/list.h"
#include "tests/unit/engine.h"

namespace gillab {
namespace {

class Natives : public EngineTest {
 protected:
  Ref places(const char* signature, std::initializer_list<Value> args, Tuple* names = nullptr) {
    static const char* kept;
    kept = signature;
    MethodDef def{"probe", kept, [](Thread& thread, const Value* args, uint32_t count, Tuple*) {
                    Ref list = make_list(thread);
                    for (uint32_t i = 0; i < count; ++i) {
                      append(thread, list.as<List>(), args[i].is_empty() ? Ref::none() : Ref::share(args[i]));
                    }
                    return list;
                  }};
    Ref native = make_native(thread, def, nullptr, Value::empty(), Value::empty());
    uint32_t keywords = names ? static_cast<uint32_t>(names->length) : 0;
    return call_native(thread, native.as<Native>(), args.begin(), static_cast<uint32_t>(args.size()) - keywords, names);
  }
  Ref names(std::initializer_list<const char*> texts) {
    Tuple* tuple = new_tuple(thread, texts.size());
    size_t i = 0;
    for (const char* text : texts) tuple->items[i++] = Ref::share(intern(thread, std::string_view(text))).release();
    return Ref::own(tuple);
  }
  Value one = Value::integer(1), two = Value::integer(2), three = Value::integer(3);
};

TEST_F(Natives, MissingArgumentsLeaveEmptyPlaces) {
  EXPECT_EQ(shown(places("(a, b=5, c=None)", {one}).get()), "[1, None, None]");
}

TEST_F(Natives, KeywordsFindTheirPlaces) {
  Ref given = names({"c", "a"});
  EXPECT_EQ(shown(places("(a, b=5, *, c=None)", {one, two}, given.as<Tuple>()).get()), "[2, None, 1]");
}

TEST_F(Natives, RestAndKeywordsAreCollected) {
  Ref given = names({"x"});
  EXPECT_EQ(shown(places("(a, *rest, **others)", {one, two, three}, given.as<Tuple>()).get()), "[1, (2,), {'x': 3}]");
}

TEST_F(Natives, DefaultsMayHoldCommasAndBrackets) {
  EXPECT_EQ(shown(places("(a, b=', )', c=(1, 2))", {one, two, three}).get()), "[1, 2, 3]");
}

TEST_F(Natives, RefusalsAreWordedByShape) {
  EXPECT_FALSE(places("(x, /)", {}));
  EXPECT_EQ(pending(), "TypeError: probe() takes exactly one argument (0 given)");
  EXPECT_FALSE(places("()", {one}));
  EXPECT_EQ(pending(), "TypeError: probe() takes no arguments (1 given)");
  EXPECT_FALSE(places("(a, b, c=1, /)", {one}));
  EXPECT_EQ(pending(), "TypeError: probe expected at least 2 arguments, got 1");
  EXPECT_FALSE(places("(a, b)", {one}));
  EXPECT_EQ(pending(), "TypeError: probe() missing required argument 'b' (pos 2)");
  EXPECT_FALSE(places("(a, b=1)", {one, two, three}));
  EXPECT_EQ(pending(), "TypeError: probe() takes at most 2 arguments (3 given)");
  Ref given = names({"z"});
  EXPECT_FALSE(places("(a, b=1)", {one, two}, given.as<Tuple>()));
  EXPECT_EQ(pending(), "TypeError: 'z' is an invalid keyword argument for probe()");
  given = names({"a"});
  EXPECT_FALSE(places("(a, b=1)", {one, two}, given.as<Tuple>()));
  EXPECT_EQ(pending(), "TypeError: argument for probe() given by name ('a') and position (1)");
}

TEST_F(Natives, SelfOfAnotherTypeIsRefused) {
  Ref method = attribute(builtin("list"), "append");
  EXPECT_FALSE(call(thread, method.get(), one, two));
  EXPECT_EQ(pending(), "TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object");
}

TEST_F(Natives, BoundMethodsKeepTheirSelf) {
  Ref list = make_list(thread);
  Ref method = attribute(list.get(), "append");
  EXPECT_TRUE(call(thread, method.get(), one));
  EXPECT_EQ(shown(list.get()), "[1]");
}

}  // namespace
}  // namespace gillab
