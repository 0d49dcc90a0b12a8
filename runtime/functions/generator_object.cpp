// Generators and coroutines as objects: their methods and attributes, their end as garbage. How they run: vm/generators.cpp;
// asynchronous generators: async_generator.cpp.
#include <cstdio>

#include "runtime/collector.h"
#include "runtime/exception.h"
#include "runtime/generator.h"
#include "runtime/functions/generator_methods.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {
namespace {

Generator* generator_of(Value self) { return reinterpret_cast<Generator*>(self.as_object()); }

void drop_content(Thread& thread, Generator* generator) {
  if (generator->state.get() != GeneratorState::Running) discard_generator(thread, generator);
  generator->name.end();
  generator->qualified_name.end();
  generator->function.end();
  drop(std::exchange(generator->finalizer, Value::empty()));
  drop(std::exchange(generator->origin, Value::empty()));
}

void destroy_generator(Thread& thread, Object* object) {
  auto* generator = reinterpret_cast<Generator*>(object);
  size_t size = sizeof(Generator) + generator->value_count * sizeof(Value);
  drop_content(thread, generator);
  Value frame_object = std::exchange(generator->frame.frame_object, Value::from_bits(0));
  if (is<FrameObject>(frame_object)) as<FrameObject>(frame_object)->frame.set(nullptr);  // somebody may hold it
  drop(frame_object);
  free_object(thread, object, size);
}
void traverse_generator(Object* object, const Visitor& visitor) {
  auto* generator = reinterpret_cast<Generator*>(object);
  visitor(generator->name);
  visitor(generator->qualified_name);
  visitor(generator->function);
  visitor(generator->finalizer);
  visitor(generator->origin);
  if (generator->state.get() == GeneratorState::Running) return;
  visitor(generator->frame.namespace_);
  uint32_t count = generator_operands(generator);
  for (uint32_t i = 0; i < count; ++i) visitor(generator->values[i]);
}
void clear_generator(Thread& thread, Object* object) {
  auto* generator = reinterpret_cast<Generator*>(object);
  if (generator->state.get() != GeneratorState::Running) discard_generator(thread, generator);
}

}  // namespace

namespace {

void warn_if_never_awaited(Thread& thread, Generator* generator) {
  const bool created = generator->state.get() == GeneratorState::Created;
  if (created && type_of(generator) == thread.types().coroutine) warn_never_awaited(thread, generator);
}

}  // namespace

bool clear_generator_frame(Thread& thread, Generator* generator) {
  if (generator->state.get() == GeneratorState::Running)
    return raise(thread, Error::RuntimeError, "cannot clear an executing frame");
  Ref held = Ref::share(static_cast<Object*>(generator));
  warn_if_never_awaited(thread, generator);
  return close_generator(thread, generator);
}

Failed raise_bare(Thread& thread, Error error) {
  Ref exception = make_exception(thread, thread.error_type(error), nullptr, 0);
  return exception ? raise_value(thread, std::move(exception)) : Failed{};
}

// The end of an iteration as a script sees it. `returned` is what the generator returned.
Ref stop_with(Thread& thread, Ref returned) {
  if (returned.get().is_none()) return raise_bare(thread, Error::StopIteration);
  return raise_stop_iteration(thread, returned.get());
}

Ref send_value(Thread& thread, Generator* generator, Value sent) {
  bool coroutine = type_of(generator) == thread.types().coroutine;
  if (coroutine && generator->state.get() == GeneratorState::Finished)
    return raise(thread, Error::RuntimeError, "cannot reuse already awaited coroutine");
  Ref returned;
  Ref yielded = resume_generator(thread, generator, sent, &returned);
  if (!yielded || !yielded.get().is_exhausted()) return yielded;
  return stop_with(thread, std::move(returned));
}

Ref exception_to_throw(Thread& thread, Value type, Value value, Value traceback) {
  bool has_traceback = !traceback.is_empty() && !traceback.is_none();
  if (has_traceback && !is<Traceback>(traceback))
    return raise(thread, Error::TypeError, "throw() third argument must be a traceback object");
  Ref exception;
  if (is<Type>(type) && is_subtype(as<Type>(type), thread.error_type(Error::BaseException))) {
    bool made = is<Exception>(value) && is_subtype(type_of(value.as_object()), as<Type>(type));
    if (made) exception = Ref::share(value);
    else if (value.is_empty() || value.is_none()) exception = call(thread, type);
    else if (is<Tuple>(value)) exception = call_with_dict(thread, type, reinterpret_cast<Tuple*>(value.as_object()), nullptr);
    else exception = call(thread, type, value);
    if (exception && !is<Exception>(exception.get())) {  // __new__ may give anything
      exception = raise(thread, Error::TypeError, "calling {} should have returned an instance of BaseException, not {}",
                        type, type_name(thread, exception.get()));
    }
    if (!exception) exception = take_exception(thread);  // what goes wrong here is thrown in its place
  } else if (is<Exception>(type)) {
    if (!value.is_empty() && !value.is_none())
      return raise(thread, Error::TypeError, "instance exception may not have a separate value");
    exception = Ref::share(type);
  } else {
    return raise(thread, Error::TypeError, "exceptions must be classes or instances deriving from BaseException, not {}", type_name(thread, type));
  }
  if (exception && has_traceback) exception.as<Exception>()->traceback.put(Ref::share(traceback));
  return exception;
}

Ref throw_exception(Thread& thread, Generator* generator, Ref exception) {
  Ref returned;
  Ref yielded = throw_into_generator(thread, generator, std::move(exception), &returned);
  if (!yielded || !yielded.get().is_exhausted()) return yielded;
  return stop_with(thread, std::move(returned));
}

namespace {

Ref generator_iter(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::share(args[0]); }
Ref generator_next(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref returned;
  Ref yielded = resume_generator(thread, generator_of(args[0]), Value::none(), &returned);
  if (!yielded || !yielded.get().is_exhausted() || returned.get().is_none()) return yielded;
  return raise_stop_iteration(thread, returned.get());
}
Ref generator_send(Thread& thread, const Value* args, uint32_t, Tuple*) { return send_value(thread, generator_of(args[0]), args[1]); }
Ref generator_throw(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref exception = exception_to_throw(thread, args[1], args[2], args[3]);
  return exception ? throw_exception(thread, generator_of(args[0]), std::move(exception)) : Ref();
}
Ref generator_close(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return close_generator(thread, generator_of(args[0])) ? Ref::none() : Ref();
}
Ref generator_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  char address[32];
  std::snprintf(address, sizeof address, "%p", static_cast<void*>(args[0].as_object()));
  return format_text(thread, "<{} object {} at {}>",
                     {type_name(thread, args[0]), generator_of(args[0])->qualified_name.take().get(), std::string_view(address)});
}

// A generator that dies while suspended in a try or with runs its finally clauses first.
Ref generator_del(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Generator* generator = generator_of(args[0]);
  warn_if_never_awaited(thread, generator);
  if (generator->state.get() != GeneratorState::Suspended) return Ref::none();
  return close_generator(thread, generator) ? Ref::none() : Ref();
}

Ref get_name(Thread&, Value self) { return generator_of(self)->name.take(); }
bool set_name(Thread& thread, Value self, Value value) {
  if (!is<Str>(value)) return raise(thread, Error::TypeError, "__name__ must be set to a string object");
  generator_of(self)->name.put(Ref::share(value));
  return true;
}
Ref get_qualified_name(Thread&, Value self) { return generator_of(self)->qualified_name.take(); }
bool set_qualified_name(Thread& thread, Value self, Value value) {
  if (!is<Str>(value)) return raise(thread, Error::TypeError, "__qualname__ must be set to a string object");
  generator_of(self)->qualified_name.put(Ref::share(value));
  return true;
}
Ref get_running(Thread&, Value self) { return Ref::boolean(generator_of(self)->state.get() == GeneratorState::Running); }
Ref get_suspended(Thread&, Value self) { return Ref::boolean(generator_of(self)->state.get() == GeneratorState::Suspended); }
Ref get_code(Thread&, Value self) { return Ref::share(static_cast<Object*>(generator_of(self)->frame.code)); }
Ref get_yield_from(Thread& thread, Value self) { return yield_from_target(thread, generator_of(self)); }
Ref get_frame(Thread& thread, Value self) { return generator_frame_object(thread, generator_of(self)); }

Ref get_origin(Thread&, Value self) {
  const Value origin = generator_of(self)->origin;
  return origin.is_empty() ? Ref::none() : Ref::share(origin);
}
const MethodDef kGeneratorMethods[] = {
    {"__iter__", "(self, /)", generator_iter},   {"__next__", "(self, /)", generator_next},
    {"send", "(self, value, /)", generator_send}, {"throw", "(self, type, value=None, traceback=None, /)", generator_throw},
    {"close", "(self, /)", generator_close},     {"__repr__", "(self, /)", generator_repr},
    {"__del__", "(self, /)", generator_del},
};
const MethodDef kCoroutineMethods[] = {
    {"send", "(self, value, /)", generator_send}, {"throw", "(self, type, value=None, traceback=None, /)", generator_throw},
    {"close", "(self, /)", generator_close},     {"__repr__", "(self, /)", generator_repr},
    {"__del__", "(self, /)", generator_del},     {"__await__", "(self, /)", coroutine_await},
};
const GetSetDef kNames[] = {{"__name__", get_name, set_name}, {"__qualname__", get_qualified_name, set_qualified_name}};
const GetSetDef kGeneratorAttributes[] = {
    {"gi_running", get_running}, {"gi_suspended", get_suspended}, {"gi_code", get_code}, {"gi_frame", get_frame},
    {"gi_yieldfrom", get_yield_from},
};
const GetSetDef kCoroutineAttributes[] = {
    {"cr_running", get_running}, {"cr_suspended", get_suspended}, {"cr_code", get_code}, {"cr_frame", get_frame},
    {"cr_await", get_yield_from}, {"cr_origin", get_origin},
};

}  // namespace

const Layout kGeneratorLayout = {"generator", sizeof(Generator), true, destroy_generator, traverse_generator, clear_generator};

void setup_generator(Thread& thread, Type* type) {
  add_methods(thread, type, kGeneratorMethods);
  add_getsets(thread, type, kNames);
  add_getsets(thread, type, kGeneratorAttributes);
}
void setup_coroutine(Thread& thread, Type* type) {
  add_methods(thread, type, kCoroutineMethods);
  add_getsets(thread, type, kNames);
  add_getsets(thread, type, kCoroutineAttributes);
}
void setup_async_generator(Thread& thread, Type* type) {
  add_async_generator_methods(thread, type);
  add_getsets(thread, type, kNames);
}

}  // namespace gillab
