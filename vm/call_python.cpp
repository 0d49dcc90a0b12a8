// call(): the runtime's way back into Python code, and running the code of modules, classes and exec.
#include "runtime/classes/type_build.h"
#include "runtime/classes/type_call.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/numbers/quick_convert.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/calls.h"
#include "vm/loop.h"
#include "vm/stack.h"

namespace gillab {
namespace {

constexpr uint32_t kFewArguments = usual_or_smallest(8u, 2u);

Ref run_entered(Thread& thread) {
  Frame* frame = thread.frame;
  frame->kind |= kEntryFrame;
  return Ref::own(run(thread, frame->locals + frame->body->variable_count));
}

// A function that wants just as many arguments as it gets: nothing to bind, nothing to check but the room.
Ref run_simple(Thread& thread, Function* function, Body* body, Value self, const Value* args, uint32_t count) {
  Value* base = stack_base_for_native(thread);
  base[0] = Value::empty();
  base[1] = Ref::share(static_cast<Object*>(function)).release();
  Value* sp = base + 2;
  if (!self.is_empty()) *sp++ = Ref::share(self).release();
  for (uint32_t i = 0; i < count; ++i) *sp++ = Ref::share(args[i]).release();
  Frame* frame = push_frame(thread, body, function, base, base + 2, static_cast<uint32_t>(sp - base) - 2, kEntryFrame);
  return Ref::own(run(thread, frame->locals + body->variable_count));
}

Ref call_function(Thread& thread, Function* function, Value self, const Value* args, uint32_t total, Tuple* names) {
  NativeDepth depth(thread);
  if (!depth) return {};
  Value* base = stack_base_for_native(thread);
  Body* body = body_of(thread, function);
  bool simple = !names && body->simple_arguments == total + !self.is_empty() && thread.frame < thread.frame_limit &&
                base + 2 + body->frame_size <= thread.stack_limit;
  if (simple) [[likely]]
    return run_simple(thread, function, body, self, args, total);
  if (base + total + 3 > thread.stack_limit)
    return raise(thread, Error::RecursionError, "maximum recursion depth exceeded");
  Value* sp = base;
  *sp++ = Value::empty();
  *sp++ = Ref::share(static_cast<Object*>(function)).release();
  Value* first = sp;
  if (!self.is_empty()) *sp++ = Ref::share(self).release();
  for (uint32_t i = 0; i < total; ++i) *sp++ = Ref::share(args[i]).release();
  if (enter_function(thread, function, base, first, sp, names, kCallFrame) == CallOutcome::Entered) return run_entered(thread);
  drop_between(base, sp);
  return {};
}

// A function with all its arguments, or a method of a type on an instance of just that type.
bool fits(const Native* native, const Value* args, uint32_t count) {
  if (!native->only_positional.get() || native->maximum != count || native->iterates) return false;
  if (!native->owner) return true;
  return native->flag == MethodDef::None && count > 0 && args[0].is_object() && native->self.peek().is_empty() &&
         type_of(args[0].as_object()) == native->owner;
}

[[gnu::noinline]] Ref run_fitting(Thread& thread, const Native* native, const Value* args, uint32_t count) {
  NativeDepth depth(thread, " while calling a Python object");
  return depth ? run_native(thread, native, args, count, nullptr) : Ref();
}

// An object of a type in C++ that can be called: operator.itemgetter and its like.
[[gnu::noinline]] Ref call_callable(Thread& thread, const Native* native, Value callable, const Value* args, uint32_t count) {
  NativeDepth depth(thread, " while calling a Python object");
  if (!depth) return {};
  Value all[kFewArguments];
  all[0] = callable;
  std::copy(args, args + count, all + 1);
  return run_native(thread, native, all, count + 1, nullptr);
}

// Its __call__, where that takes just these arguments as they are.
const Native* fitting_call(Value callable, uint32_t count) {
  if (!callable.is_object() || count + 1 >= kFewArguments) return nullptr;
  const Type* type = type_of(callable.as_object());
  const Value method = dunder_of(type, Dunder::Call);
  if (!is<Native>(method) || as<Native>(method)->owner != type) return nullptr;
  const Native* native = as<Native>(method);
  const bool raw = native->maximum == Native::kRaw && native->minimum <= native->maximum;
  return raw || (native->only_positional.get() && native->maximum == count + 1) ? native : nullptr;
}

[[gnu::noinline]] Ref call_other(Thread& thread, Value callable, const Value* args, uint32_t count, Tuple* names) {
  uint32_t total = count + static_cast<uint32_t>(names ? names->length : 0);
  if (is<Native>(callable)) {
    NativeDepth depth(thread, " while calling a Python object");
    return depth ? call_native(thread, as<Native>(callable), args, count, names) : Ref();
  }
  if (is<BoundMethod>(callable)) {
    auto* bound = as<BoundMethod>(callable);
    Ref function = bound->function.take(), self = bound->self.take();
    if (is<Function>(function.get())) return call_function(thread, function.as<Function>(), self.get(), args, total, names);
    NativeDepth depth(thread, " while calling a Python object");  // a method of a method of a method ...
    return depth ? call_with_self(thread, function.get(), self.get(), args, count, names) : Ref();
  }
  if (is<Type>(callable) && type_of(callable.as_object()) == thread.types().type) {
    if (total == 1 && !names) {
      Ref converted = convert_quickly(thread, as<Type>(callable), args[0]);
      if (converted || thread.has_exception()) return converted;
    }
    NativeDepth depth(thread, " while calling a Python object");
    return depth ? call_type(thread, as<Type>(callable), args, count, names) : Ref();
  }
  Value method = special_method(thread, callable, Dunder::Call);
  if (method.is_empty()) return raise(thread, Error::TypeError, "'{}' object is not callable", type_name(thread, callable));
  NativeDepth depth(thread, " while calling a Python object");
  if (!depth) return {};
  Ref held = Ref::share(method);
  if (is<Native>(method) && count < kFewArguments && !names) {
    Value all[kFewArguments];
    all[0] = callable;
    std::copy(args, args + count, all + 1);
    return call_native(thread, as<Native>(method), all, count + 1, nullptr);
  }
  if (is<Function>(method) || is<Native>(method)) return call_with_self(thread, method, callable, args, count, names);
  Ref bound = bind_descriptor(thread, method, callable, Value::object(type_of(thread, callable)));
  return bound ? call(thread, bound.get(), args, count, names) : Ref();
}

}  // namespace

// Nothing but tail calls: keys of sort() and functions of map() come here for each item.
Ref call(Thread& thread, Value callable, const Value* args, uint32_t count, Tuple* names) {
  if (is<Function>(callable)) {
    uint32_t total = count + static_cast<uint32_t>(names ? names->length : 0);
    return call_function(thread, as<Function>(callable), Value::empty(), args, total, names);
  }
  if (is<Native>(callable) && !names && fits(as<Native>(callable), args, count)) {
    return run_fitting(thread, as<Native>(callable), args, count);
  }
  if (!names && !is<Native>(callable) && !is<BoundMethod>(callable) && !is<Type>(callable)) {
    if (const Native* native = fitting_call(callable, count)) return call_callable(thread, native, callable, args, count);
  }
  return call_other(thread, callable, args, count, names);
}

Ref call_with_self(Thread& thread, Value callable, Value self, const Value* args, uint32_t count, Tuple* names) {
  uint32_t total = count + static_cast<uint32_t>(names ? names->length : 0);
  constexpr uint32_t kInline = usual_or_smallest(16u, 2u);
  Value few[kInline];
  std::unique_ptr<Value[]> many(total < kInline ? nullptr : new Value[total + 1]);
  Value* all = many ? many.get() : few;
  all[0] = self;
  std::copy(args, args + total, all + 1);
  return call(thread, callable, all, count + 1, names);
}

Ref callable_text(Thread& thread, Value callable) {
  Ref name = get_attribute_or_empty(thread, callable, thread.names().__qualname__);
  if (!name) {
    clear_exception(thread);
    return str(thread, callable);
  }
  Ref module = get_attribute_or_empty(thread, callable, thread.names().__module__);
  clear_exception(thread);
  if (!is<Str>(module.get()) || equals_ascii(module.as<Str>(), "builtins")) return name;
  return format_text(thread, "{}.{}", {FormatArg(module.get()), FormatArg(name.get())});
}

Ref run_code(Thread& thread, Code* code, Dict* globals, Value namespace_, Value closure) {
  NativeDepth depth(thread);
  if (!depth) return {};
  bool plain = namespace_.is_empty() || namespace_ == Value::object(globals);
  Body* body = body_for(thread, code, globals, plain);
  Value* base = stack_base_for_native(thread);
  if (!body) return {};
  if (base + 2 + body->frame_size > thread.stack_limit || thread.frame >= thread.frame_limit)
    return raise(thread, Error::RecursionError, "maximum recursion depth exceeded");
  Ref function = make_function(thread, code, globals);  // carries the closure; the frame's callee
  if (!function) return {};
  if (!closure.is_empty()) function.as<Function>()->closure.put(Ref::share(closure));
  base[0] = Value::empty();
  base[1] = function.share().release();
  push_frame(thread, body, function.as<Function>(), base, base + 2, 0, kEntryFrame | kWatchedFrame);
  if (!plain) thread.frame->namespace_ = Ref::share(namespace_).release();
  return Ref::own(run(thread, thread.frame->locals + body->variable_count));
}

}  // namespace gillab
