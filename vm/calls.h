// Calls as the loop makes them: arguments lie on the stack and become the callee's variables.
#pragma once

#include "runtime/function.h"
#include "runtime/native.h"
#include "vm/body.h"

namespace gillab {

enum class CallOutcome : uint8_t {
  Entered,  // a frame was pushed; it starts at its body's entry
  Done,     // the result stands at `base`, everything above is gone
  Failed,   // an exception is set; what is between base and sp is owned or empty
};

// base: NULL callable args.. | method self args..; sp is just past the last. `names`: keywords of the last arguments.
CallOutcome prepare_call(Thread& thread, Value* base, Value* sp, Tuple* names);
// base: NULL callable tuple [dict]
CallOutcome prepare_call_ex(Thread& thread, Value* base, bool has_keywords);
// Chooses what the instruction at pc becomes, from what it is about to call. Unpacks a bound method in place.
void specialise_call(Thread& thread, const Instruction* pc, Value* base);
void specialise_keywords(Thread& thread, const Instruction* pc, Value* base, Tuple* names);
// A built-in class with nothing but its C++ __new__ and __init__. `args` has one place before it, which holds the class.
Ref construct_native(Thread& thread, Value* base, Value* sp);

// type.__call__, object.__new__ and no abstract methods: an instance is made by make_instance.
inline bool is_plain_class(Thread& thread, Type* type) {
  return has_flag(type, kPlainNew) && !has_flag(type, kAbstract | kNoInstances) && type->shape.get()->type == thread.types().type && type->instance_kind == Kind::Instance;
}
// Made by the runtime, with type's own __call__: what it does is its __new__ and __init__, in C++.
inline bool is_native_class(Thread& thread, const Value* base) {
  if (!base[0].is_empty() || !is<Type>(base[1])) return false;
  Type* type = as<Type>(base[1]);
  return type_of(type) == thread.types().type && !has_flag(type, kHeapType | kNoInstances | kAbstract) &&
         is<Native>(dunder_of(type, Dunder::New)) && is<Native>(dunder_of(type, Dunder::Init));
}
bool is_append_method(Thread& thread, Value function);
bool is_super_type(Thread& thread, Value callee);
bool is_range_type(Thread& thread, Value callee);
bool is_len_function(Thread& thread, Value function);
void raise_init_result(Thread& thread, Value result);

// Binds `given` arguments at `args` (the last names->length by keyword) to the function's parameters, in place:
// afterwards args[0 .. local_arguments) are the parameters' values. False: a TypeError, and the places are empty.
bool bind_arguments(Thread& thread, Function* function, Body* body, Value* args, uint32_t given, Tuple* names);

// The same with the keywords in a dict, whose size the stack has room for above args[positional].
bool bind_with_dict(Thread& thread, Function* function, Body* body, Value* args, uint32_t positional, Dict* keywords);

// Without running Python code. Unfit: nothing has changed. The values of keywords are taken over when it is Bound.
enum class DirectOutcome : uint8_t { Bound, Failed, Unfit };
inline constexpr uint32_t kMostDirect = 16;  // keywords
DirectOutcome bind_directly(Thread& thread, Function* function, Body* body, Value* args, uint32_t positional,
                            const Value* names, const Value* values, uint32_t count);

// Where the keywords of one call instruction go in one body: kPlanBits for each, the number of its parameter. Remembered
// with the body's id in one word.
inline constexpr uint32_t kPlanBits = 5, kPlanMask = 31, kMostPlanned = 6, kNoPlan = ~0u;
uint32_t plan_keywords(const Body* body, uint32_t positional, const Tuple* names);
// Follows it. Past the last parameter; null: a parameter is missing that has no default in a tuple, nothing has changed.
Value* place_by_plan(Function* function, Body* body, Value* args, Value* sp, const Tuple* names, uint32_t plan);

// A call with a Python function: `args` are its arguments up to sp, bound or not; its result goes to `base`.
CallOutcome enter_function(Thread& thread, Function* function, Value* base, Value* args, Value* sp, Tuple* names, uint8_t kind);
void drop_between(Value* from, Value* to);  // from the top down, leaving empty places

// Pushes a frame whose variables are at `args` (bound, the rest still to be emptied); null: RecursionError.
Frame* push_frame(Thread& thread, Body* body, Function* function, Value* base, Value* args, uint32_t bound, uint8_t kind);

// callable(self, *args): without a bound method.
Ref call_with_self(Thread& thread, Value callable, Value self, const Value* args, uint32_t count, Tuple* names);
// As messages about calls name what is called: its qualified name with its module where that is not builtins.
Ref callable_text(Thread& thread, Value callable);

// Runs module, class or exec code. namespace_ may be empty: then names are globals.
Ref run_code(Thread& thread, Code* code, Dict* globals, Value namespace_, Value closure);

}  // namespace gillab
