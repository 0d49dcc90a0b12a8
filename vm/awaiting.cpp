// What SEND, yield from, await, async for and async with ask of objects.
#include "runtime/functions/async_step.h"
#include "runtime/exception.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/operations/operations_inner.h"
#include "runtime/stopped_world.h"
#include "runtime/str.h"
#include "vm/frames.h"
#include "vm/generators.h"
#include "vm/tracing.h"

namespace gillab {
namespace {

bool is_coroutine(const Generator* generator) {
  return (generator->frame.code->flags & (compiler::kCoroutine | compiler::kIterableCoroutine)) != 0;
}

}  // namespace

Value send_to(Thread& thread, Value receiver, Value sent, Value* returned) {
  if (is<Generator>(receiver)) {
    Generator* generator = as<Generator>(receiver);
    bool spent = generator->state.get() == GeneratorState::Finished && type_of(generator) == thread.types().coroutine;
    if (spent) return raise(thread, Error::RuntimeError, "cannot reuse already awaited coroutine");
    Ref result;
    Ref yielded = resume_generator(thread, generator, sent, &result);
    if (yielded.get().is_exhausted()) *returned = result.release();
    return yielded.release();
  }
  Value step = sent.is_none() ? special_method(thread, receiver, Dunder::Next) : Value::empty();
  Ref yielded = !step.is_empty()
                    ? call_special(thread, step, receiver)
                    : call_method(thread, receiver, thread.names().send, &sent, 1);
  if (yielded || !exception_matches(thread, Error::StopIteration)) return yielded.release();
  if (tells(thread)) [[unlikely]] {
    tell_raised(thread, false, false);
    if (!exception_matches(thread, Error::StopIteration)) return Value();
  }
  Ref stop = take_exception(thread);
  *returned = stop.as<Exception>()->extra[0].take().release();
  if (returned->is_empty()) *returned = Value::none();
  return Value::exhausted();
}

Value yield_from_iterator(Thread& thread, Value iterable) {
  if (is<Generator>(iterable)) {
    bool coroutine = type_of(iterable.as_object()) == thread.types().coroutine;
    bool allowed = (thread.frame->code->flags & (compiler::kCoroutine | compiler::kIterableCoroutine)) != 0;
    if (!coroutine || allowed) return Ref::share(iterable).release();
    return raise(thread, Error::TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
  }
  return iterate(thread, iterable).release();
}

// A coroutine, or a generator of what types.coroutine() has marked.
bool is_awaited_itself(Value awaitable) {
  if (!is<Generator>(awaitable)) return false;
  return is_coroutine(as<Generator>(awaitable)) ||
         (as<Generator>(awaitable)->frame.code->flags & compiler::kIterableCoroutine) != 0;
}

Ref awaitable_steps(Thread& thread, Value awaitable) {
  if (is_awaited_itself(awaitable)) return Ref::share(awaitable);
  Value method = special_method(thread, awaitable, Dunder::Await);
  if (method.is_empty())
    return raise(thread, Error::TypeError, "object {} can't be used in 'await' expression", type_name(thread, awaitable));
  Ref steps = call_special(thread, method, awaitable);
  if (!steps) return {};
  if (is<Generator>(steps.get()) && is_coroutine(as<Generator>(steps.get())))
    return raise(thread, Error::TypeError, "__await__() returned a coroutine");
  if (special_method(thread, steps.get(), Dunder::Next).is_empty())
    return raise(thread, Error::TypeError, "__await__() returned non-iterator of type '{}'", type_name(thread, steps.get()));
  return steps;
}

Value awaitable_iterator(Thread& thread, Value awaitable, uint32_t where) {
  bool plain = is_awaited_itself(awaitable);
  if (where && !plain && special_method(thread, awaitable, Dunder::Await).is_empty()) {
    return raise(thread, Error::TypeError,
                 "'async with' received an object from {} that does not implement __await__: {}",
                 where == 1 ? "__aenter__" : "__aexit__", type_name(thread, awaitable));
  }
  Ref steps = awaitable_steps(thread, awaitable);
  if (steps && is<Generator>(steps.get()) && yield_from_target(thread, steps.as<Generator>()).get().is_object())
    return raise(thread, Error::RuntimeError, "coroutine is being awaited already");
  return steps.release();
}

Value async_iterator(Thread& thread, Value iterable) {
  Value method = special_method(thread, iterable, Dunder::AIter);
  if (method.is_empty())
    return raise(thread, Error::TypeError, "'async for' requires an object with __aiter__ method, got {}", type_name(thread, iterable));
  Ref iterator = call_special(thread, method, iterable);
  if (!iterator) return Value();
  if (special_method(thread, iterator.get(), Dunder::ANext).is_empty())
    return raise(thread, Error::TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: {}",
                 type_name(thread, iterator.get()));
  return iterator.release();
}

Value async_next(Thread& thread, Value iterator) {
  Value method = special_method(thread, iterator, Dunder::ANext);
  if (method.is_empty())
    return raise(thread, Error::TypeError, "'async for' requires an iterator with __anext__ method, got {}", type_name(thread, iterator));
  Ref step = call_special(thread, method, iterator);
  if (!step) return Value();
  if (type_of(thread, step.get()) == thread.types().async_generator_asend) return step.release();
  Ref steps = awaitable_steps(thread, step.get());
  if (steps) return steps.release();
  Ref cause = take_exception(thread);
  raise(thread, Error::TypeError, "'async for' received an invalid object from __anext__: {}", type_name(thread, step.get()));
  Ref error = take_exception(thread);
  if (error) error.as<Exception>()->cause.put(std::move(cause));
  thread.exception = error.release();
  return Value();
}

Value wrap_async_value(Thread& thread, Value value) { return make_async_wrapped(thread, value).release(); }

Ref generator_frame_object(Thread& thread, Generator* generator) {
  StoppedWorld stopped(thread);  // else another thread might just be going on with it
  if (generator->state.get() == GeneratorState::Finished) return Ref::none();
  if (generator->state.get() != GeneratorState::Running) return frame_object(thread, &generator->frame);
  for (Frame* frame = thread.frame; frame > thread.frames; --frame) {
    if (frame->generator == generator) return frame_object(thread, frame);
  }
  return Ref::none();
}
uint32_t generator_operands(const Generator* generator) { return generator->frame.body->variable_count + generator->depth; }

WarningPlace running_place(Thread& thread) {
  Frame* frame = running_frame(thread);
  if (!frame) return {nullptr, 0};
  return {as<Str>(frame->code->filename.peek()), frame->body->unit().positions[instruction_index(*frame)].line};
}

}  // namespace gillab
