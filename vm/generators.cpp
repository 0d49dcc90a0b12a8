// Generator frames: how they come to run, stop and end.
#include "vm/generators.h"

#include <algorithm>
#include <vector>

#include "runtime/collector.h"
#include "runtime/errors.h"
#include "runtime/exception.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/frames.h"
#include "vm/loop.h"
#include "vm/stack.h"
#include "vm/tracing.h"

namespace gillab {
namespace {

Type* generator_type(Thread& thread, uint32_t flags) {
  if (flags & compiler::kCoroutine) return thread.types().coroutine;
  if (flags & compiler::kAsyncGenerator) return thread.types().async_generator;
  return thread.types().generator;
}
const char* kind_name(const Generator* generator) {
  uint32_t flags = generator->frame.code->flags;
  return flags & compiler::kCoroutine ? "coroutine" : flags & compiler::kAsyncGenerator ? "async generator" : "generator";
}

}  // namespace

void move_frame_object(Frame* from, Frame* to) {
  to->frame_object = std::exchange(from->frame_object, Value::from_bits(0));
  as<FrameObject>(to->frame_object)->frame.set(to);
}

namespace {

// Where the call stands that made the coroutine, and the calls around it: (file, line, function) each.
void note_origin(Thread& thread, Generator* generator) {
  std::vector<Ref> rows;
  uint32_t left = thread.async.origin_depth;
  for (Frame* frame = thread.frame - 1; frame > thread.frames && left > 0; --frame, --left) {
    if (!frame->body || !frame->body->code) continue;
    const uint32_t index = instruction_index(*frame);
    Ref line = Ref::own(Value::integer(frame->code->positions[index].line));
    rows.push_back(make_tuple_of(thread, frame->code->filename.peek(), line.get(), frame->code->name.peek()));
    if (!rows.back()) return clear_exception(thread);
  }
  Tuple* origin = new_tuple(thread, rows.size());
  if (!origin) return clear_exception(thread);
  for (size_t i = 0; i < rows.size(); ++i) origin->items[i] = rows[i].release();
  generator->origin = Value::object(origin);
}

}  // namespace

Value make_generator(Thread& thread, const Instruction* resume_at) {
  Frame* frame = thread.frame;
  uint32_t count = frame->body->variable_count;
  Code* code = frame->code;
  Type* type = generator_type(thread, code->flags);
  auto* generator = allocate<Generator>(thread, type->root, frame->body->frame_size * sizeof(Value));
  if (!generator) return Value();
  generator->state.set(GeneratorState::Created);
  generator->finalizer_hooked = generator->running_async = generator->closed = false;
  generator->finalizer = Value::empty();
  generator->origin = Value::empty();
  generator->sink = nullptr;
  generator->name.init(frame->function->name.take());
  generator->qualified_name.init(frame->function->qualified_name.take());
  generator->function.init(Ref::share(static_cast<Object*>(frame->function)));
  generator->frame = *frame;
  generator->frame.pc = resume_at;
  generator->frame.locals = generator->values;
  generator->frame.generator = generator;
  generator->frame.kind = kGeneratorFrame;
  generator->frame.namespace_ = Value::none();
  generator->frame.frame_object = Value::from_bits(0);
  generator->depth = 0;
  generator->value_count = frame->body->frame_size;
  if (thread.async.origin_depth != 0 && (code->flags & compiler::kCoroutine)) note_origin(thread, generator);
  for (uint32_t i = 0; i < count; ++i) generator->values[i] = std::exchange(frame->locals[i], Value::empty());
  return Value::object(generator);
}

namespace {

Failed raise_executing(Thread& thread, const Generator* generator) {
  return raise(thread, Error::ValueError, "{} already executing", kind_name(generator));
}

// A place in the body of another thread is the same place in this thread's.
void move_to_own_body(Thread& thread, Frame* frame) {
  Body* body = frame->body;
  frame->body = own_body(thread, body);
  frame->pc = same_place(body, frame->pc, frame->body);
}

}  // namespace

bool claim_shared(Thread& thread, Generator* generator, GeneratorState* before) {
  {
    ShortGuard guard(generator);
    *before = generator->state.get();
    if (!is_idle(*before)) return false;
    generator->state.set(GeneratorState::Running);
  }
  if (gil::Layer::kConcurrent) move_to_own_body(thread, &generator->frame);
  return true;
}

bool enter_generator(Thread& thread, Generator* generator, Value* slot) {
  if (may_enter(thread, generator, slot)) {
    push_generator(thread, generator, slot);
    return true;
  }
  if (has_room(thread, generator, slot) || !is_idle(generator->state.get())) return raise_executing(thread, generator);
  return raise(thread, Error::RecursionError, "maximum recursion depth exceeded");
}

void end_generator(Thread& thread, Frame* frame, Value* sp) {
  auto* generator = reinterpret_cast<Generator*>(frame->generator);
  generator->state.set(GeneratorState::Finished);
  set_flags(generator, kFinalized);  // nothing of it is left to be run
  generator->depth = 0;
  drop(std::exchange(thread.handled, std::exchange(frame->namespace_, Value::from_bits(0))));
  for (uint32_t i = 0; i < frame->body->variable_count; ++i) drop(std::exchange(generator->values[i], Value::empty()));
  for (Value* p = frame->return_slot; p < sp; ++p) drop(std::exchange(*p, Value::empty()));
}

Resume leave_ended_generator(Thread& thread, Value result) {
  drop(std::exchange(thread.returned, result));
  return {nullptr, nullptr, nullptr, Value::exhausted()};
}

Resume continue_after_generator(Thread& thread, Value* sp, Value result) {
  const Instruction* at = thread.frame->pc - 2;
  if (tells(thread)) [[unlikely]] {
    const bool silent = result.is_none() && type_of(sp[-1].as_object()) == thread.types().generator;
    if (!silent) tell_stop(thread, result);
    if (thread.has_exception()) {
      drop(result);
      return unwind(thread, at, sp);
    }
  }
  Value iterator = *--sp;
  Value* fp = thread.frame->locals;
  drop(iterator);
  if (static_cast<Op>(at->op) == Op::SEND) {
    *sp++ = result;
    return {at + at->offset, sp, fp, Value()};
  }
  drop(result);
  return {at + static_cast<int32_t>(static_cast<uint32_t>(word_at(at, 1) >> 32)), sp, fp, Value()};
}

namespace {

Ref result_of_run(Thread& thread, Value result, Ref* returned) {
  if (result.is_exhausted()) *returned = Ref::own(std::exchange(thread.returned, Value::empty()));
  return Ref::own(result);
}

// The claimed generator's frame runs above everything the caller has; null: there is no room, it is idle again. Past its
// operands.
Value* enter_from_native(Thread& thread, Generator* generator, GeneratorState before) {
  Value* slot = stack_base_for_native(thread);
  if (!has_room(thread, generator, slot)) {
    unclaim_generator(generator, before);
    raise(thread, Error::RecursionError, "maximum recursion depth exceeded");
    return nullptr;
  }
  push_generator(thread, generator, slot);
  thread.frame->kind |= kEntryFrame;
  return thread.frame->return_slot + generator->depth;
}

// Delegating: suspended in `yield from` or `await`, the receiver on top of its operands. Null: not. REQUIRES: claimed
const Instruction* delegating_send(const Generator* generator, GeneratorState before) {
  if (before != GeneratorState::Suspended || generator->depth == 0) return nullptr;
  const Instruction* pc = generator->frame.pc;
  if (static_cast<Op>(pc->op) == Op::RESUME) ++pc;  // of a traced body
  if (static_cast<Op>(pc->op) != Op::JUMP) return nullptr;
  const Instruction* target = pc + pc->offset;
  return static_cast<Op>(target->op) == Op::SEND ? target : nullptr;
}

Value top_operand(const Generator* generator) {
  return generator->values[generator->frame.body->variable_count + generator->depth - 1];
}

}  // namespace

Ref yield_from_target(Thread& thread, Generator* generator) {
  GeneratorState before;
  if (!claim_generator(thread, generator, &before)) return Ref::none();
  Ref target = delegating_send(generator, before) ? Ref::share(top_operand(generator)) : Ref::none();
  unclaim_generator(generator, before);
  return target;
}

static Ref resume(Thread& thread, Generator* generator, Value sent, YieldSink* sink, Ref* returned) {
  if (generator->state.get() == GeneratorState::Finished) {
    *returned = Ref::none();
    return Ref::exhausted();
  }
  if (generator->state.get() == GeneratorState::Created && !sent.is_none())
    return raise(thread, Error::TypeError, "can't send non-None value to a just-started {}", kind_name(generator));
  NativeDepth depth(thread);
  if (!depth) return {};
  GeneratorState before;
  if (!claim_generator(thread, generator, &before)) return raise_executing(thread, generator);
  Ref held = Ref::share(static_cast<Object*>(generator));
  Value* sp = enter_from_native(thread, generator, before);
  if (!sp) return {};
  *sp++ = Ref::share(sent).release();
  generator->sink = sink;
  const Value result = run(thread, sp);
  generator->sink = nullptr;
  return result_of_run(thread, result, returned);
}

Ref resume_generator(Thread& thread, Generator* generator, Value sent, Ref* returned) {
  return resume(thread, generator, sent, nullptr, returned);
}
Ref resume_generator_into(Thread& thread, Generator* generator, YieldSink* sink, Ref* returned) {
  return resume(thread, generator, Value::none(), sink, returned);
}

namespace {

// The generator goes on behind its SEND, with the result of what it delegated to.
Ref resume_behind_send(Thread& thread, Generator* generator, const Instruction* send, Ref result, Ref* returned) {
  Ref held = Ref::share(static_cast<Object*>(generator));
  uint32_t top = generator->frame.body->variable_count + generator->depth - 1;
  Ref receiver = Ref::own(generator->values[top]);
  generator->values[top] = Value::empty();
  --generator->depth;
  generator->frame.pc = send + send->offset;
  Value* sp = enter_from_native(thread, generator, GeneratorState::Suspended);
  if (!sp) return {};
  *sp++ = result.release();
  return result_of_run(thread, run(thread, sp), returned);
}

Ref raise_inside(Thread& thread, Generator* generator, GeneratorState before, Ref exception, Ref* returned) {
  Ref held = Ref::share(static_cast<Object*>(generator));
  Value* sp = enter_from_native(thread, generator, before);
  if (!sp) return {};
  if (!tells(thread) || tell_thrown(thread)) raise_thrown(thread, std::move(exception));
  Resume resume = unwind(thread, thread.frame->pc - 1, sp);
  if (!resume.pc) return {};
  thread.frame->pc = resume.pc;
  return result_of_run(thread, run(thread, resume.sp), returned);
}

// throw() into what the generator delegates to. Empty with no exception: it has no throw(), raise here.
Ref throw_into_receiver(Thread& thread, Value receiver, Value exception, Ref* result, bool* has_throw) {
  *has_throw = true;
  if (is<Generator>(receiver)) return throw_into_generator(thread, as<Generator>(receiver), Ref::share(exception), result);
  Ref method = get_attribute_or_empty(thread, receiver, intern(thread, std::string_view("throw")));
  if (!method) {
    *has_throw = false;
    return Ref();
  }
  Ref yielded = call(thread, method.get(), exception);
  if (yielded || !exception_matches(thread, Error::StopIteration)) return yielded;
  Ref stop = take_exception(thread);
  *result = stop.as<Exception>()->extra[0].take();
  return Ref::exhausted();
}

bool close_receiver(Thread& thread, Value receiver) {
  if (is<Generator>(receiver)) return close_generator(thread, as<Generator>(receiver));
  Ref method = get_attribute_or_empty(thread, receiver, thread.names().close);
  if (!method) {
    if (thread.has_exception()) write_unraisable(thread, receiver);  // closing goes on
    return true;
  }
  return static_cast<bool>(call(thread, method.get()));
}

// REQUIRES: claimed. Afterwards it is not: it has run, or is as it was.
Ref throw_into_claimed(Thread& thread, Generator* generator, GeneratorState before, Ref exception, Ref* returned) {
  const Instruction* send = delegating_send(generator, before);
  if (!send) return raise_inside(thread, generator, before, std::move(exception), returned);
  Ref receiver = Ref::share(top_operand(generator));
  if (is_exception_of(thread, exception.get(), Error::GeneratorExit)) {
    if (!close_receiver(thread, receiver.get())) exception = take_exception(thread);
    return raise_inside(thread, generator, before, std::move(exception), returned);
  }
  bool has_throw = false;
  Ref result;
  Ref yielded = throw_into_receiver(thread, receiver.get(), exception.get(), &result, &has_throw);
  if (!has_throw && !thread.has_exception()) return raise_inside(thread, generator, before, std::move(exception), returned);
  if (!yielded) return raise_inside(thread, generator, before, take_exception(thread), returned);
  if (yielded.get().is_exhausted()) return resume_behind_send(thread, generator, send, std::move(result), returned);
  unclaim_generator(generator, before);
  return yielded;
}

// Closing it runs none of its code: it stands in no try or with, and delegates to nobody. REQUIRES: claimed
bool may_be_discarded(const Generator* generator, GeneratorState before) {
  if (before == GeneratorState::Created) return true;
  if (delegating_send(generator, before)) return false;
  uint32_t index = instruction_index(generator->frame);
  for (const auto& range : generator->frame.body->unit().exceptions) {
    if (index >= range.start && index < range.end) return false;
  }
  return true;
}

Ref throw_exit_into(Thread& thread, Generator* generator, GeneratorState before) {
  NativeDepth depth(thread);
  Ref exit = depth ? make_exception(thread, thread.error_type(Error::GeneratorExit), nullptr, 0) : Ref();
  if (!exit) {
    unclaim_generator(generator, before);
    return {};
  }
  Ref returned;
  return throw_into_claimed(thread, generator, before, std::move(exit), &returned);
}

}  // namespace

Ref throw_into_generator(Thread& thread, Generator* generator, Ref exception, Ref* returned) {
  NativeDepth depth(thread);
  if (!depth) return {};
  if (generator->state.get() == GeneratorState::Finished) {
    if (type_of(generator) == thread.types().coroutine)
      return raise(thread, Error::RuntimeError, "cannot reuse already awaited coroutine");
    return raise_value(thread, std::move(exception));
  }
  GeneratorState before;
  if (!claim_generator(thread, generator, &before)) return raise_executing(thread, generator);
  return throw_into_claimed(thread, generator, before, std::move(exception), returned);
}

bool close_generator(Thread& thread, Generator* generator) {
  if (generator->state.get() == GeneratorState::Finished) return true;
  GeneratorState before;
  if (!claim_generator(thread, generator, &before)) return raise_executing(thread, generator);
  if (may_be_discarded(generator, before) && (before == GeneratorState::Created || !tells(thread))) {
    discard_generator(thread, generator);
    return true;
  }
  Ref yielded = throw_exit_into(thread, generator, before);
  if (yielded && !yielded.get().is_exhausted())
    return raise(thread, Error::RuntimeError, "{} ignored GeneratorExit", kind_name(generator));
  if (yielded) return true;
  if (!exception_matches(thread, Error::GeneratorExit) && !exception_matches(thread, Error::StopIteration)) return false;
  clear_exception(thread);
  return true;
}

void discard_generator(Thread&, Generator* generator) {
  generator->state.set(GeneratorState::Finished);
  uint32_t count = generator->frame.body->variable_count + generator->depth;
  generator->depth = 0;
  for (uint32_t i = 0; i < count; ++i) drop(std::exchange(generator->values[i], Value::empty()));
  drop(std::exchange(generator->frame.namespace_, Value::none()));
}

}  // namespace gillab
