// Preparing calls that the loop makes. call(), the runtime's way back into Python code: call_python.cpp
#include "vm/calls.h"

#include "gil/contention.h"

#include <algorithm>
#include <utility>

#include "runtime/classes/type_build.h"
#include "runtime/interpreter.h"
#include "runtime/core/parameters.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/numbers/quick_convert.h"
#include "runtime/sizes.h"
#include "runtime/str.h"
#include "vm/loop.h"
#include "vm/sharing.h"
#include "vm/stack.h"

namespace gillab {

void drop_between(Value* from, Value* to) {
  while (to > from) {
    Value value = *--to;
    *to = Value::empty();
    drop(value);
  }
}

CallOutcome enter_function(Thread& thread, Function* function, Value* base, Value* args, Value* sp, Tuple* names,
                           uint8_t kind) {
  Body* body = function_body(thread, function);
  if (!body) return CallOutcome::Failed;
  uint32_t given = static_cast<uint32_t>(sp - args);
  if (args + std::max(given, body->frame_size) > thread.stack_limit || thread.frame >= thread.frame_limit) {
    raise(thread, Error::RecursionError, "maximum recursion depth exceeded");
    return CallOutcome::Failed;
  }
  uint32_t bound = given;
  if (names || body->simple_arguments != given) {
    if (!bind_arguments(thread, function, body, args, given, names)) return CallOutcome::Failed;
    bound = body->local_arguments;
  }
  push_frame(thread, body, function, base, args, bound, kind);
  return CallOutcome::Entered;
}

namespace {

CallOutcome finish(Value* base, Value* sp, Ref result) {
  if (!result) return CallOutcome::Failed;
  drop_between(base, sp);
  *base = result.release();
  return CallOutcome::Done;
}

// NULL bound args -> function self args. What is bound never changes.
void unpack_bound(Value* base) {
  auto* bound = as<BoundMethod>(base[1]);
  Value whole = base[1];
  base[0] = Ref::share(bound->function.peek()).release();
  base[1] = Ref::share(bound->self.peek()).release();
  drop(whole);
}

// Where contention is watched somebody may ask later which line made an object.
void note_made_here(const Thread& thread, Value made) {
  if (gil::watches_contention() && made.is_object()) gil::note_made(made.as_object()->header, thread.frame->pc - 1);
}

// A class whose instances need nothing but their __init__.
CallOutcome construct(Thread& thread, Type* type, Value* base, Value* sp, Tuple* names) {
  Value initialiser = dunder_of(type, Dunder::Init);
  Ref instance = make_instance(thread, type);
  note_made_here(thread, instance.get());
  if (!instance) return CallOutcome::Failed;
  Value class_ = base[1];
  base[0] = Ref::share(initialiser).release();
  base[1] = instance.share().release();
  CallOutcome outcome = enter_function(thread, as<Function>(initialiser), base, base + 1, sp, names, kConstructorFrame);
  if (outcome == CallOutcome::Entered) thread.frame->namespace_ = instance.release();
  drop(class_);
  return outcome;
}

}  // namespace

Frame* push_frame(Thread& thread, Body* body, Function* function, Value* base, Value* args, uint32_t bound, uint8_t kind) {
  for (Value* p = args + bound; p < args + body->variable_count; ++p) *p = Value::empty();
  Frame* frame = ++thread.frame;
  frame->locals = args;
  frame->return_slot = base;
  frame->code = body->code;
  frame->body = body;
  frame->function = function;
  frame->globals = body->globals;
  frame->kind = kind;
  frame->pc = body->entry;
  return frame;
}

namespace {

// As a with statement leaves its __exit__: bound args -> function self args. There is room for one more above sp.
CallOutcome call_bound_above(Thread& thread, Value* base, Value* sp, Tuple* names) {
  auto* bound = as<BoundMethod>(base[0]);
  bool direct = is<Function>(bound->function.peek()) && type_of(bound) == thread.types().bound_method;
  if (!direct) {
    uint32_t positional = static_cast<uint32_t>(sp - base) - 1 - static_cast<uint32_t>(names ? names->length : 0);
    return finish(base, sp, call(thread, base[0], base + 1, positional, names));
  }
  std::copy_backward(base + 1, sp, sp + 1);
  Value whole = base[0];
  base[0] = bound->function.take().release();
  base[1] = bound->self.take().release();
  drop(whole);
  CallOutcome outcome = enter_function(thread, as<Function>(base[0]), base, base + 1, sp + 1, names, kCallFrame);
  if (outcome == CallOutcome::Failed) drop(std::exchange(*sp, Value::empty()));
  return outcome;
}

}  // namespace

CallOutcome prepare_call(Thread& thread, Value* base, Value* sp, Tuple* names) {
  if (base[0].is_empty() && is<BoundMethod>(base[1]) && type_of(base[1].as_object()) == thread.types().bound_method)
    unpack_bound(base);
  Value* args = base + 1;
  Value callee = base[0];
  if (callee.is_empty()) callee = *args++;
  if (is<Function>(callee)) return enter_function(thread, as<Function>(callee), base, args, sp, names, kCallFrame);
  if (is<BoundMethod>(callee) && callee == base[0]) return call_bound_above(thread, base, sp, names);
  uint32_t total = static_cast<uint32_t>(sp - args);
  uint32_t positional = total - static_cast<uint32_t>(names ? names->length : 0);
  if (is<Native>(callee)) return finish(base, sp, call_native(thread, as<Native>(callee), args, positional, names));
  Value call_method = base[0].is_empty() ? special_method(thread, callee, Dunder::Call) : Value();
  if (is<Function>(call_method)) {  // NULL object args -> function object args
    base[0] = Ref::share(call_method).release();
    return enter_function(thread, as<Function>(call_method), base, base + 1, sp, names, kCallFrame);
  }
  if (base[0].is_empty() && is<Type>(callee) && is_plain_class(thread, as<Type>(callee)) &&
      is<Function>(dunder_of(as<Type>(callee), Dunder::Init)))
    return construct(thread, as<Type>(callee), base, sp, names);
  Ref result = call(thread, callee, args, positional, names);
  if (is<Type>(callee)) note_made_here(thread, result.get());
  return finish(base, sp, std::move(result));
}

void raise_init_result(Thread& thread, Value result) {
  raise(thread, Error::TypeError, "__init__() should return None, not '{}'", type_name(thread, result));
}

bool is_append_method(Thread& thread, Value function) { return function == thread.interpreter->list_append; }
bool is_range_type(Thread& thread, Value callee) { return callee == Value::object(thread.types().range); }
bool is_super_type(Thread& thread, Value callee) { return callee == Value::object(thread.types().super); }
bool is_len_function(Thread& thread, Value function) { return function == thread.interpreter->len_function; }

namespace {

bool calls_method_next(const Instruction* pc) {
  Op op = static_cast<Op>(pc[1].op);
  return op == Op::METHOD_S || op == Op::METHOD_ENTRY_S || op == Op::METHOD_PLAIN_S;
}

}  // namespace

Ref construct_native(Thread& thread, Value* base, Value* sp) {
  Value* args = base + 1;
  uint32_t count = static_cast<uint32_t>(sp - args);
  Type* type = as<Type>(args[0]);
  if (count == 2) {
    Ref converted = convert_quickly(thread, type, args[1]);
    if (converted || thread.has_exception()) return converted;
  }
  if (type == thread.types().type) return call(thread, args[0], args + 1, count - 1);
  Ref instance = call_native_fitting(thread, as<Native>(dunder_of(type, Dunder::New)), args, count);
  Type* made = instance ? type_of(thread, instance.get()) : type;
  Value initialiser = dunder_of(made, Dunder::Init);
  if (!instance || has_flag(made, kPlainInit) || (made != type && !is_subtype(made, type)) || !is<Native>(initialiser))
    return instance;
  args[0] = instance.get();
  Ref none = call_native_fitting(thread, as<Native>(initialiser), args, count);
  args[0] = Value::object(type);
  return none ? std::move(instance) : Ref();
}

void specialise_keywords(Thread& thread, const Instruction* pc, Value* base, Tuple* names) {
  Value callee = base[0].is_empty() ? base[1] : base[0];
  if (!is<Function>(callee)) return;
  if (pc->a >= 32) return set_op(pc, Op::CALL_KEYWORDS_OTHER);
  const_cast<Instruction*>(pc)->a++;
  Body* body = function_body(thread, as<Function>(callee));
  if (!body) return clear_exception(thread);
  uint32_t given = pc->arg + !base[0].is_empty();
  uint32_t plan = plan_keywords(body, given - static_cast<uint32_t>(names->length), names);
  if (plan != kNoPlan) set_word(pc, 1, body->id | uint64_t{plan} << 32);
}

void specialise_call(Thread& thread, const Instruction* pc, Value* base) {
  if (pc->a >= 32) return set_op(pc, Op::CALL_OTHER);
  const_cast<Instruction*>(pc)->a++;
  if (base[0].is_empty() && is<BoundMethod>(base[1]) && type_of(base[1].as_object()) == thread.types().bound_method)
    unpack_bound(base);
  Value callee = base[0].is_empty() ? base[1] : base[0];
  if (is<Function>(callee)) {
    Body* body = function_body(thread, as<Function>(callee));
    if (!body) return clear_exception(thread);
    uint32_t given = pc->arg + !base[0].is_empty();
    if (body->simple_arguments == given) return set_op(pc, Op::CALL_PYTHON);
    if (body->simple_arguments != kNotSimple && given < body->simple_arguments) set_op(pc, Op::CALL_PYTHON_DEFAULTS);
  } else if (is<Native>(callee)) {
    if (is_append_method(thread, base[0]) && pc->arg == 1) return set_op(pc, Op::CALL_APPEND);
    if (base[0].is_empty() && pc->arg == 1 && is_len_function(thread, callee)) return set_op(pc, Op::CALL_LEN);
    set_op(pc, Op::CALL_NATIVE);
  } else if (pc->arg == 0 && base[0].is_empty() && is_super_type(thread, callee) && calls_method_next(pc)) {
    set_op(pc, Op::CALL_SUPER);
  } else if (base[0].is_empty() && pc->arg >= 1 && pc->arg <= 3 && is_range_type(thread, callee) &&
             static_cast<Op>(pc[1].op) == Op::GET_ITER) {
    set_op(pc, Op::CALL_RANGE);
  } else if (is_native_class(thread, base)) {
    set_op(pc, Op::CALL_TYPE);
  } else if (is<Type>(callee) && base[0].is_empty() && is_plain_class(thread, as<Type>(callee)) &&
             is<Function>(dunder_of(as<Type>(callee), Dunder::Init))) {
    function_body(thread, as<Function>(dunder_of(as<Type>(callee), Dunder::Init)));
    if (thread.has_exception()) return clear_exception(thread);
    set_op(pc, Op::CALL_CLASS);
  } else if (is<Type>(callee) && base[0].is_empty() && pc->arg == 0 && is_plain_class(thread, as<Type>(callee)) &&
             has_flag(as<Type>(callee), kPlainInit)) {
    set_op(pc, Op::CALL_CLASS);
  }
}

namespace {

bool check_keywords(Thread& thread, Dict* keywords) {
  uint32_t position = 0;
  Value key, value;
  while (dict_next(keywords, &position, &key, &value)) {
    if (!is<Str>(key)) return raise(thread, Error::TypeError, "keywords must be strings");
  }
  return true;
}

bool enter_with_dict(Thread& thread, Function* function, Value* base, Value* args, uint32_t positional, Dict* keywords) {
  Body* body = function_body(thread, function);
  if (!body || !check_keywords(thread, keywords)) return false;
  if (args + positional + dict_size(keywords) + body->frame_size > thread.stack_limit || thread.frame >= thread.frame_limit)
    return raise(thread, Error::RecursionError, "maximum recursion depth exceeded");
  if (!bind_with_dict(thread, function, body, args, positional, keywords)) return false;
  push_frame(thread, body, function, base, args, body->local_arguments, kCallFrame);
  return true;
}

// The tuple's items lie where it lay itself: a call with a Python function goes on on the stack.
CallOutcome enter_spread(Thread& thread, Value* base, Tuple* tuple, Dict* keywords) {
  Value* args = base + 2;
  if (args + tuple->length > thread.stack_limit) {
    raise(thread, Error::RecursionError, "maximum recursion depth exceeded");
    return CallOutcome::Failed;
  }
  Ref held = Ref::own(base[2]);
  Ref held_keywords = Ref::own(keywords ? base[3] : Value::empty());
  uint32_t count = static_cast<uint32_t>(tuple->length);
  for (uint32_t i = 0; i < count; ++i) args[i] = Ref::share(tuple->items[i]).release();
  if (is<BoundMethod>(base[1])) unpack_bound(base);
  Value* sp = args + count;
  bool is_method = !base[0].is_empty();
  auto* function = as<Function>(base[is_method ? 0 : 1]);
  args -= is_method;
  bool named = keywords && dict_size(keywords);
  bool entered = named ? enter_with_dict(thread, function, base, args, count + is_method, keywords)
                       : enter_function(thread, function, base, args, sp, nullptr, kCallFrame) == CallOutcome::Entered;
  if (entered) return CallOutcome::Entered;
  drop_between(base + 2, sp);
  base[2] = base[3] = Value::empty();
  return CallOutcome::Failed;
}

}  // namespace

namespace {

// function(*tuple) or function(*tuple, **{}) of a function that wants just as many arguments.
bool enter_tuple(Thread& thread, Value* base, bool has_keywords) {
  if (!is<Function>(base[1]) || !is_exact<Tuple>(base[2]) || (has_keywords && dict_size(as<Dict>(base[3])))) return false;
  auto* function = as<Function>(base[1]);
  auto* tuple = as<Tuple>(base[2]);
  Body* body = body_of(thread, function);
  Value* args = base + 2;
  bool fits = body->simple_arguments == tuple->length && thread.frame < thread.frame_limit &&
              args + body->frame_size <= thread.stack_limit;
  if (!fits) return false;
  Ref held = Ref::own(base[2]);
  Ref held_keywords = Ref::own(has_keywords ? base[3] : Value::empty());
  uint32_t count = static_cast<uint32_t>(tuple->length);
  for (uint32_t i = 0; i < count; ++i) args[i] = Ref::share(tuple->items[i]).release();
  push_frame(thread, body, function, base, args, count, kCallFrame);
  return true;
}

// The dict of keywords is read until the call has begun: where others may write to it meanwhile it becomes a copy.
bool keep_keywords(Thread& thread, Value* place) {
  if (!gil::Layer::kConcurrent || may_write(thread, place->as_object()) || is_unshared(*place)) return true;
  Ref copy = dict_copy(thread, as<Dict>(*place));
  if (!copy) return false;
  drop(std::exchange(*place, copy.release()));
  return true;
}

}  // namespace

CallOutcome prepare_call_ex(Thread& thread, Value* base, bool has_keywords) {
  if (enter_tuple(thread, base, has_keywords)) return CallOutcome::Entered;
  Value* sp = base + 3 + has_keywords;
  Ref arguments = tuple_from(thread, base[2]);
  if (!arguments) {
    bool iterable = !special_method(thread, base[2], Dunder::Iter).is_empty();
    if (exception_matches(thread, Error::TypeError) && !iterable) {
      clear_exception(thread);
      raise(thread, Error::TypeError, "{}() argument after * must be an iterable, not {}",
            callable_text(thread, base[1]).get(), type_name(thread, base[2]));
    }
    return CallOutcome::Failed;
  }
  Value old = base[2];
  base[2] = arguments.share().release();
  drop(old);
  if (has_keywords && !keep_keywords(thread, base + 3)) return CallOutcome::Failed;
  Dict* keywords = has_keywords ? as<Dict>(base[3]) : nullptr;
  Value callee = base[1];
  bool is_method = is<BoundMethod>(callee) && is<Function>(as<BoundMethod>(callee)->function.peek());
  if (is<Function>(callee) || is_method) {
    arguments = Ref();
    return enter_spread(thread, base, as<Tuple>(base[2]), keywords);
  }
  return finish(base, sp, call_with_dict(thread, callee, arguments.as<Tuple>(), keywords));
}

}  // namespace gillab
