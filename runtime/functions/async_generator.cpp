// Asynchronous generators and the awaitables of async code: asend, athrow, aclose, anext; coroutine.__await__.
// An AsyncStep is one awaitable step; what it does is in `what`.
#include <cstdio>

#include "runtime/functions/async_step.h"
#include "runtime/collector.h"
#include "runtime/exception.h"
#include "runtime/functions/generator_methods.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/operations/operations_inner.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/warn.h"

namespace gillab {
namespace {

// Before its first step the thread's hooks are noted: the first is called now, the other when the generator is dropped.
bool begin_generator(Thread& thread, Generator* generator) {
  if (generator->finalizer_hooked) return true;
  generator->finalizer_hooked = true;
  generator->finalizer = Ref::share(thread.async.finalizer).release();
  if (thread.async.first_iteration.is_empty()) return true;
  Ref hook = Ref::share(thread.async.first_iteration);
  return static_cast<bool>(call(thread, hook.get(), Value::object(generator)));
}

AsyncStep* step_of(Value self) { return reinterpret_cast<AsyncStep*>(self.as_object()); }

Ref make_step(Thread& thread, Type* type, AsyncStep::What what, Value generator, Value value) {
  auto* step = allocate<AsyncStep>(thread, type->root);
  if (!step) return {};
  step->generator.init(Ref::share(generator));
  step->value.init(value.is_empty() ? Ref() : Ref::share(value));
  step->what = what;
  step->state.set(AsyncStep::Fresh);
  return Ref::own(step);
}

Failed finish_async(Generator* generator, bool closed) {
  generator->running_async = false;
  if (closed) generator->closed = true;
  return {};
}

// What the generator gave: a wrapped value is the step's result, anything else is what it awaits.
Ref unwrap(Thread& thread, AsyncStep* step, Ref yielded) {
  auto* generator = step->generator.peek().is_object() ? as<Generator>(step->generator.peek()) : nullptr;
  if (!yielded) {
    bool ended = exception_matches(thread, Error::StopAsyncIteration) || exception_matches(thread, Error::GeneratorExit);
    step->state.set(AsyncStep::Closed);
    return finish_async(generator, ended);
  }
  bool wrapped = yielded.get().is_object() && type_of(yielded.get().as_object()) == thread.types().async_generator_wrapped_value;
  if (!wrapped) return yielded;
  step->state.set(AsyncStep::Closed);
  finish_async(generator, false);
  Ref value = reinterpret_cast<AsyncStep*>(yielded.get().as_object())->value.take();
  return raise_stop_iteration(thread, value.get());
}

// Runs the generator; its return becomes StopAsyncIteration.
Ref run_step(Thread& thread, Generator* generator, Value sent, Ref exception) {
  Ref returned;
  Ref yielded = exception ? throw_into_generator(thread, generator, std::move(exception), &returned)
                          : resume_generator(thread, generator, sent, &returned);
  if (!yielded || !yielded.get().is_exhausted()) return yielded;
  generator->closed = true;
  return raise_bare(thread, Error::StopAsyncIteration);
}

Ref start_step(Thread& thread, AsyncStep* step, Generator* generator, const char* name) {
  if (generator->running_async) {
    step->state.set(AsyncStep::Closed);
    return raise(thread, Error::RuntimeError, "{}(): asynchronous generator is already running", name);
  }
  generator->running_async = true;
  step->state.set(AsyncStep::Iterating);
  return Ref::none();
}

// asend and __anext__
Ref send_step(Thread& thread, AsyncStep* step, Value sent) {
  auto* generator = as<Generator>(step->generator.peek());
  if (step->state.get() == AsyncStep::Closed)
    return raise(thread, Error::RuntimeError, "cannot reuse already awaited __anext__()/asend()");
  Value value = sent;
  if (step->state.get() == AsyncStep::Fresh) {
    if (!start_step(thread, step, generator, "anext")) return {};
    if (sent.is_none() && !step->value.peek().is_empty()) value = step->value.peek();
  }
  return unwrap(thread, step, run_step(thread, generator, value, Ref()));
}

// aclose: the end of the generator is what was asked for.
Ref finish_close(Thread& thread, AsyncStep* step, Generator* generator, Ref yielded) {
  if (yielded) {
    bool wrapped = yielded.get().is_object() && type_of(yielded.get().as_object()) == thread.types().async_generator_wrapped_value;
    if (!wrapped) return yielded;
    generator->running_async = false;
    step->state.set(AsyncStep::Closed);
    return raise(thread, Error::RuntimeError, "async generator ignored GeneratorExit");
  }
  generator->running_async = false;
  step->state.set(AsyncStep::Closed);
  bool ended = exception_matches(thread, Error::StopAsyncIteration) || exception_matches(thread, Error::GeneratorExit);
  if (!ended) return {};
  clear_exception(thread);
  generator->closed = true;
  return raise_bare(thread, Error::StopIteration);
}

Ref throw_step_send(Thread& thread, AsyncStep* step, Value sent) {
  auto* generator = as<Generator>(step->generator.peek());
  bool close = step->what == AsyncStep::Close;
  if (step->state.get() == AsyncStep::Closed)
    return raise(thread, Error::RuntimeError, "cannot reuse already awaited aclose()/athrow()");
  if (step->state.get() == AsyncStep::Iterating) {
    Ref yielded = run_step(thread, generator, sent, Ref());
    return close ? finish_close(thread, step, generator, std::move(yielded)) : unwrap(thread, step, std::move(yielded));
  }
  if (generator->state.get() == GeneratorState::Finished || generator->closed) {
    step->state.set(AsyncStep::Closed);
    return close ? raise_bare(thread, Error::StopIteration)
                 : raise_bare(thread, Error::StopAsyncIteration);
  }
  if (!start_step(thread, step, generator, close ? "aclose" : "athrow")) return {};
  if (close) {
    generator->closed = true;
    if (generator->state.get() == GeneratorState::Created) {
      discard_generator(thread, generator);
      generator->running_async = false;
      step->state.set(AsyncStep::Closed);
      return raise_bare(thread, Error::StopIteration);
    }
    Ref exit = make_exception(thread, thread.error_type(Error::GeneratorExit), nullptr, 0);
    return exit ? finish_close(thread, step, generator, run_step(thread, generator, Value::none(), std::move(exit))) : Ref();
  }
  Tuple* given = as<Tuple>(step->value.peek());
  Ref exception = exception_to_throw(thread, given->items[0], given->items[1], given->items[2]);
  return exception ? unwrap(thread, step, run_step(thread, generator, Value::none(), std::move(exception))) : Ref();
}

// coroutine.__await__(): passes everything on to the coroutine.
Ref wrapper_send(Thread& thread, AsyncStep* step, Value sent) {
  return send_value(thread, as<Generator>(step->generator.peek()), sent);
}

Ref or_default(Thread& thread, AsyncStep* step, Ref result) {
  if (result || !exception_matches(thread, Error::StopAsyncIteration)) return result;
  clear_exception(thread);
  return raise_stop_iteration(thread, step->value.peek());
}

// anext(iterator, default): the default when the iterator is at its end.
Ref default_send(Thread& thread, AsyncStep* step, Value sent) {
  Ref iterator = awaitable_steps(thread, step->generator.peek());
  if (!iterator) return {};
  step->generator.put(iterator.share());
  Value method = special_method(thread, iterator.get(), Dunder::Next);
  Ref result = sent.is_none() && !method.is_empty() ? call_special(thread, method, iterator.get())
                              : call_method(thread, iterator.get(), thread.names().send, &sent, 1);
  return or_default(thread, step, std::move(result));
}

// throw() and close() go to what is awaited.
Ref default_pass(Thread& thread, AsyncStep* step, const char* method, const Value* args, uint32_t count) {
  Ref iterator = awaitable_steps(thread, step->generator.peek());
  if (!iterator) return {};
  step->generator.put(iterator.share());
  return or_default(thread, step, call_method(thread, iterator.get(), intern(thread, std::string_view(method)), args, count));
}

Ref step_send_value(Thread& thread, AsyncStep* step, Value sent) {
  switch (step->what) {
    case AsyncStep::Send: return send_step(thread, step, sent);
    case AsyncStep::Throw:
    case AsyncStep::Close: return throw_step_send(thread, step, sent);
    case AsyncStep::Await: return wrapper_send(thread, step, sent);
    default: return default_send(thread, step, sent);
  }
}

Ref step_iter(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::share(args[0]); }
Ref step_send(Thread& thread, const Value* args, uint32_t, Tuple*) { return step_send_value(thread, step_of(args[0]), args[1]); }
Ref step_next(Thread& thread, const Value* args, uint32_t, Tuple*) { return step_send_value(thread, step_of(args[0]), Value::none()); }
Ref step_throw(Thread& thread, const Value* args, uint32_t, Tuple*) {
  AsyncStep* step = step_of(args[0]);
  if (step->what == AsyncStep::Default)
    return default_pass(thread, step, "throw", args + 1, args[2].is_empty() ? 1 : args[3].is_empty() ? 2 : 3);
  Ref exception = exception_to_throw(thread, args[1], args[2], args[3]);
  if (!exception) return {};
  if (!is<Generator>(step->generator.peek())) return raise_value(thread, std::move(exception));
  auto* generator = as<Generator>(step->generator.peek());
  if (step->what == AsyncStep::Await) return throw_exception(thread, generator, std::move(exception));
  if (step->state.get() == AsyncStep::Closed)
    return raise(thread, Error::RuntimeError, step->what == AsyncStep::Send ? "cannot reuse already awaited __anext__()/asend()"
                                                                            : "cannot reuse already awaited aclose()/athrow()");
  Ref yielded = run_step(thread, generator, Value::none(), std::move(exception));
  return step->what == AsyncStep::Close ? finish_close(thread, step, generator, std::move(yielded)) : unwrap(thread, step, std::move(yielded));
}
Ref step_close(Thread& thread, const Value* args, uint32_t, Tuple*) {
  AsyncStep* step = step_of(args[0]);
  if (step->what == AsyncStep::Default) return default_pass(thread, step, "close", nullptr, 0);
  if (step->what == AsyncStep::Await) return close_generator(thread, as<Generator>(step->generator.peek())) ? Ref::none() : Ref();
  step->state.set(AsyncStep::Closed);
  return Ref::none();
}

const MethodDef kStepMethods[] = {
    {"__iter__", "(self, /)", step_iter},    {"__await__", "(self, /)", step_iter}, {"__next__", "(self, /)", step_next},
    {"send", "(self, value, /)", step_send}, {"throw", "(self, type, value=None, traceback=None, /)", step_throw},
    {"close", "(self, /)", step_close},
};

Ref async_iter(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::share(args[0]); }
Ref async_next_step(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!begin_generator(thread, as<Generator>(args[0]))) return {};
  return make_step(thread, thread.types().async_generator_asend, AsyncStep::Send, args[0], Value::none());
}
Ref async_send(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!begin_generator(thread, as<Generator>(args[0]))) return {};
  return make_step(thread, thread.types().async_generator_asend, AsyncStep::Send, args[0], args[1]);
}
Ref async_throw(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!begin_generator(thread, as<Generator>(args[0]))) return {};
  Value given[] = {args[1], args[2].is_empty() ? Value::none() : args[2], args[3].is_empty() ? Value::none() : args[3]};
  Ref tuple = make_tuple(thread, given, 3);
  return tuple ? make_step(thread, thread.types().async_generator_athrow, AsyncStep::Throw, args[0], tuple.get()) : Ref();
}
Ref async_close(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!begin_generator(thread, as<Generator>(args[0]))) return {};
  return make_step(thread, thread.types().async_generator_athrow, AsyncStep::Close, args[0], Value::empty());
}
// Suspended when it is dropped: the hook has it closed by somebody who can await; without one it ends here.
Ref async_del(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Generator* generator = as<Generator>(args[0]);
  if (generator->state.get() != GeneratorState::Suspended) return Ref::none();
  Ref hook = Ref::own(std::exchange(generator->finalizer, Value::empty()));
  if (hook && !generator->closed) return call(thread, hook.get(), args[0]);
  return close_generator(thread, generator) ? Ref::none() : Ref();
}
Ref async_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  char address[32];
  std::snprintf(address, sizeof address, "%p", static_cast<void*>(args[0].as_object()));
  return format_text(thread, "<async_generator object {} at {}>", {as<Generator>(args[0])->qualified_name.take().get(), std::string_view(address)});
}
const MethodDef kAsyncGeneratorMethods[] = {
    {"__aiter__", "(self, /)", async_iter},     {"__anext__", "(self, /)", async_next_step},
    {"asend", "(self, value, /)", async_send},  {"athrow", "(self, type, value=None, traceback=None, /)", async_throw},
    {"aclose", "(self, /)", async_close},       {"__repr__", "(self, /)", async_repr},
    {"__del__", "(self, /)", async_del},
};
Ref get_running(Thread&, Value self) { return Ref::boolean(as<Generator>(self)->running_async); }
Ref get_code(Thread&, Value self) { return Ref::share(static_cast<Object*>(as<Generator>(self)->frame.code)); }
Ref get_await(Thread& thread, Value self) { return yield_from_target(thread, as<Generator>(self)); }
Ref get_frame(Thread& thread, Value self) { return generator_frame_object(thread, as<Generator>(self)); }
const GetSetDef kAsyncGeneratorAttributes[] = {
    {"ag_running", get_running}, {"ag_code", get_code}, {"ag_await", get_await}, {"ag_frame", get_frame}};

using StepFields = FieldLayout<AsyncStep, &AsyncStep::generator, &AsyncStep::value>;

}  // namespace

const Layout kAsyncStepLayout = StepFields::named("async_generator_asend");

Ref make_async_wrapped(Thread& thread, Value value) {
  return make_step(thread, thread.types().async_generator_wrapped_value, AsyncStep::Send, Value::none(), value);
}
Ref coroutine_await(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_step(thread, thread.types().coroutine_wrapper, AsyncStep::Await, args[0], Value::empty());
}
Ref make_anext_awaitable(Thread& thread, Value awaitable, Value default_value) {
  return make_step(thread, thread.types().anext_awaitable, AsyncStep::Default, awaitable, default_value);
}

void add_async_generator_methods(Thread& thread, Type* type) {
  add_methods(thread, type, kAsyncGeneratorMethods);
  add_getsets(thread, type, kAsyncGeneratorAttributes);
}
void setup_coroutine_wrapper(Thread& thread, Type* type) { add_methods(thread, type, kStepMethods); }
void setup_async_generator_asend(Thread& thread, Type* type) { add_methods(thread, type, kStepMethods); }
void setup_async_generator_athrow(Thread& thread, Type* type) { add_methods(thread, type, kStepMethods); }
void setup_anext_awaitable(Thread& thread, Type* type) { add_methods(thread, type, kStepMethods); }
void setup_async_generator_wrapped_value(Thread&, Type*) {}

namespace {

// What follows the warning where the thread keeps origins.
std::string origin_as_text(Thread& thread, const Generator* generator) {
  if (!is<Tuple>(generator->origin)) return "";
  std::string text = "\nCoroutine created at (most recent call last)";
  Tuple* rows = as<Tuple>(generator->origin);
  for (uint64_t i = rows->length; i-- > 0;) {
    const Tuple* row = as<Tuple>(rows->items[i]);
    Str* filename = as<Str>(row->items[0]);
    const auto line = static_cast<int>(row->items[1].as_int());
    text += "\n  File \"" + to_utf8(filename) + "\", line " + std::to_string(line) + ", in " + to_utf8(as<Str>(row->items[2]));
    const std::string source = source_line(thread, filename, line);
    const size_t start = source.find_first_not_of(" \t\f");
    if (start != std::string::npos) text += "\n    " + source.substr(start, source.find_last_not_of(" \t\r\n") + 1 - start);
  }
  return text;
}

}  // namespace

void warn_never_awaited(Thread& thread, Generator* generator) {
  if (!thread.interpreter->modules) return;  // all is being given up
  Ref text = format_text(thread, "coroutine '{}' was never awaited", {generator->qualified_name.take().get()});
  const std::string origin = origin_as_text(thread, generator);
  clear_exception(thread);
  if (!text) return;
  if (warnings_loaded(thread)) {
    if (!warn(thread, Error::RuntimeWarning, to_utf8(text.as<Str>()) + origin)) write_unraisable(thread, Value::object(generator));
    return;
  }
  std::fflush(stdout);
  WarningPlace place = running_place(thread);
  std::string line = place.filename ? source_line(thread, place.filename, place.line) : "";
  std::string where = place.filename ? to_utf8(place.filename) + ":" + std::to_string(place.line) : "sys:1";
  std::fprintf(stderr, "%s: RuntimeWarning: %s\n", where.c_str(), (to_utf8(text.as<Str>()) + origin).c_str());
  size_t start = line.find_first_not_of(" \t");
  if (start != std::string::npos) std::fprintf(stderr, "  %s\n", line.substr(start, line.find_last_not_of("\n") + 1 - start).c_str());
}

}  // namespace gillab
