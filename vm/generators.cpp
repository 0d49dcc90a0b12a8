// Generator frames: how they come to run, stop and end.
#include "vm/generators.h"

#include <algorithm>

#include "runtime/collector.h"
#include "runtime/exception.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/frames.h"
#include "vm/loop.h"
#include "vm/stack.h"

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

// A few values at a time without a call: generators' frames are small. Both places have room up to the next four.
void copy_in_fours(Value* target, const Value* source, uint32_t count) {
  for (uint32_t i = 0; i < count; i += 4) {
    __builtin_memcpy(target + i, source + i, 4 * sizeof(Value));
    __asm__("" : "+r"(i));  // or the compiler makes one call of memcpy of it again
  }
}

// Whoever looks at the frame follows it between the stack and the generator.
void move_frame_object(Frame* from, Frame* to) {
  to->frame_object = std::exchange(from->frame_object, Value::from_bits(0));
  if (to->frame_object.is_object()) as<FrameObject>(to->frame_object)->frame = to;
}

}  // namespace

Value make_generator(Thread& thread, const Instruction* resume_at, Value* sp) {
  Frame* frame = thread.frame;
  uint32_t count = frame->body->variable_count;
  Code* code = frame->code;
  Type* type = generator_type(thread, code->flags);
  auto* generator = allocate<Generator>(thread, type->root, room_for_values(frame->body->frame_size) * sizeof(Value));
  if (!generator) return Value();
  generator->state.set(GeneratorState::Created);
  generator->finalizer_hooked = generator->running_async = generator->closed = false;
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
  std::copy(frame->locals, frame->locals + count, generator->values);
  std::fill(frame->locals, sp, Value::empty());
  return Value::object(generator);
}

Resume leave_after_generator_made(Thread& thread, Value generator) {
  return finish_frame(thread, thread.frame->locals, generator);
}

bool can_enter_directly(Thread&, const Generator* generator) {
  bool is_async_generator = (generator->frame.code->flags & compiler::kAsyncGenerator) != 0;
  return generator->state.get() == GeneratorState::Suspended && !is_async_generator;
}

Frame* enter_generator(Thread& thread, Generator* generator, Value* return_slot) {
  if (generator->state.get() == GeneratorState::Running)
    return raise(thread, Error::ValueError, "{} already executing", kind_name(generator));
  Value* base = std::max(stack_base_for_native(thread), return_slot);
  if (base + generator->value_count > thread.stack_limit || thread.frame >= thread.frame_limit)
    return raise(thread, Error::RecursionError, "maximum recursion depth exceeded");
  generator->state.set(GeneratorState::Running);
  Frame* frame = ++thread.frame;
  *frame = generator->frame;
  move_frame_object(&generator->frame, frame);
  frame->locals = base;
  frame->return_slot = return_slot;
  frame->generator = generator;
  frame->kind = kGeneratorFrame;
  frame->namespace_ = std::exchange(thread.handled, std::exchange(generator->frame.namespace_, Value::none()));
  copy_in_fours(base, generator->values, frame->body->variable_count + generator->depth);
  return frame;
}

namespace {

// The generator's own handled exception goes back into it, the resumer's comes back.
void leave_handling(Thread& thread, Frame* frame, Generator* generator) {
  Value own = std::exchange(thread.handled, std::exchange(frame->namespace_, Value::from_bits(0)));
  if (generator) generator->frame.namespace_ = own; else drop(own);
}

}  // namespace

Resume suspend_generator(Thread& thread, const Instruction* resume_at, Value* sp, Value result) {
  Frame* frame = thread.frame;
  auto* generator = reinterpret_cast<Generator*>(frame->generator);
  Value* slot = frame->return_slot;
  bool entry = (frame->kind & kEntryFrame) != 0;
  copy_in_fours(generator->values, frame->locals, static_cast<uint32_t>(sp - frame->locals));
  generator->depth = static_cast<uint32_t>(sp - frame->locals) - frame->body->variable_count;
  generator->frame.pc = resume_at;
  leave_handling(thread, frame, generator);
  move_frame_object(frame, &generator->frame);
  generator->state.set(GeneratorState::Suspended);
  frame->generator = nullptr;
  frame->kind = kCallFrame;
  --thread.frame;
  if (entry) return {nullptr, nullptr, nullptr, result};
  // The instruction that entered it: two words, the next stands at the caller's pc.
  const Instruction* at = thread.frame->pc - 2;
  Value* fp = thread.frame->locals;
  if (static_cast<Op>(at->op) == Op::SEND) {
    *slot++ = result;
    return {thread.frame->pc, slot, fp, Value()};
  }
  const Instruction* next = at + static_cast<int32_t>(static_cast<uint32_t>(word_at(at, 1)));
  if (static_cast<Op>(at->op) >= Op::ITER_ANY_TO && static_cast<Op>(at->op) <= Op::ITER_NATIVE_TO) {
    Value old = std::exchange(fp[at->a], result);
    drop(old);
  } else {
    *slot++ = result;
  }
  return {next, slot, fp, Value()};
}

void end_generator(Thread& thread, Frame* frame, Value* sp) {
  auto* generator = reinterpret_cast<Generator*>(frame->generator);
  generator->state.set(GeneratorState::Finished);
  generator->depth = 0;
  std::fill(generator->values, generator->values + generator->value_count, Value::empty());
  leave_handling(thread, frame, nullptr);
  generator->frame.namespace_ = Value::none();
  for (Value* p = frame->locals; p < sp; ++p) drop(std::exchange(*p, Value::empty()));
}

Resume leave_ended_generator(Thread& thread, Value result) {
  drop(std::exchange(thread.returned, result));
  return {nullptr, nullptr, nullptr, Value::exhausted()};
}

Resume continue_after_generator(Thread& thread, Value* sp, Value result) {
  const Instruction* at = thread.frame->pc - 2;
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

// Delegating: suspended in `yield from` or `await`, the receiver on top of its operands. Null: not.
const Instruction* delegating_send(const Generator* generator) {
  if (generator->state.get() != GeneratorState::Suspended || generator->depth == 0) return nullptr;
  const Instruction* pc = generator->frame.pc;
  if (static_cast<Op>(pc->op) != Op::JUMP) return nullptr;
  const Instruction* target = pc + pc->offset;
  return static_cast<Op>(target->op) == Op::SEND ? target : nullptr;
}

Value top_operand(const Generator* generator) {
  return generator->values[generator->frame.body->variable_count + generator->depth - 1];
}

}  // namespace

Value yield_from_target(const Generator* generator) {
  return delegating_send(generator) ? top_operand(generator) : Value::none();
}

Ref resume_generator(Thread& thread, Generator* generator, Value sent, Ref* returned) {
  if (generator->state.get() == GeneratorState::Finished) {
    *returned = Ref::none();
    return Ref::exhausted();
  }
  if (generator->state.get() == GeneratorState::Created && !sent.is_none())
    return raise(thread, Error::TypeError, "can't send non-None value to a just-started {}", kind_name(generator));
  NativeDepth depth(thread);
  if (!depth) return {};
  Ref held = Ref::share(static_cast<Object*>(generator));
  Frame* frame = enter_generator(thread, generator, stack_base_for_native(thread));
  if (!frame) return {};
  frame->kind |= kEntryFrame;
  Value* sp = frame->locals + frame->body->variable_count + generator->depth;
  *sp++ = Ref::share(sent).release();
  return result_of_run(thread, run(thread, sp), returned);
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
  Frame* frame = enter_generator(thread, generator, stack_base_for_native(thread));
  if (!frame) return {};
  frame->kind |= kEntryFrame;
  Value* sp = frame->locals + frame->body->variable_count + generator->depth;
  *sp++ = result.release();
  return result_of_run(thread, run(thread, sp), returned);
}

Ref raise_inside(Thread& thread, Generator* generator, Ref exception, Ref* returned) {
  Ref held = Ref::share(static_cast<Object*>(generator));
  bool created = generator->state.get() == GeneratorState::Created;
  Frame* frame = enter_generator(thread, generator, stack_base_for_native(thread));
  if (!frame) return {};
  frame->kind |= kEntryFrame;
  raise_value(thread, std::move(exception));
  Value* sp = frame->locals + frame->body->variable_count + generator->depth;
  const Instruction* at = created ? frame->body->entry : frame->pc - 1;
  Resume resume = unwind(thread, at, sp);
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
  if (!method) return !thread.has_exception();
  return static_cast<bool>(call(thread, method.get()));
}

}  // namespace

Ref throw_into_generator(Thread& thread, Generator* generator, Ref exception, Ref* returned) {
  NativeDepth depth(thread);
  if (!depth) return {};
  if (generator->state.get() == GeneratorState::Finished) return raise_value(thread, std::move(exception));
  const Instruction* send = delegating_send(generator);
  if (!send) return raise_inside(thread, generator, std::move(exception), returned);
  Ref receiver = Ref::share(top_operand(generator));
  if (is_exception_of(thread, exception.get(), Error::GeneratorExit)) {
    generator->state.set(GeneratorState::Running);
    bool closed = close_receiver(thread, receiver.get());
    generator->state.set(GeneratorState::Suspended);
    if (!closed) exception = take_exception(thread);
    return raise_inside(thread, generator, std::move(exception), returned);
  }
  bool has_throw = false;
  Ref result;
  generator->state.set(GeneratorState::Running);
  Ref yielded = throw_into_receiver(thread, receiver.get(), exception.get(), &result, &has_throw);
  generator->state.set(GeneratorState::Suspended);
  if (!has_throw && !thread.has_exception()) return raise_inside(thread, generator, std::move(exception), returned);
  if (!yielded) return raise_inside(thread, generator, take_exception(thread), returned);
  if (!yielded.get().is_exhausted()) return yielded;
  return resume_behind_send(thread, generator, send, std::move(result), returned);
}

bool close_generator(Thread& thread, Generator* generator) {
  if (generator->state.get() == GeneratorState::Finished) return true;
  if (generator->state.get() == GeneratorState::Created) {
    discard_generator(thread, generator);
    return true;
  }
  Ref exit = make_exception(thread, thread.error_type(Error::GeneratorExit), nullptr, 0);
  Ref returned;
  if (!exit) return false;
  Ref yielded = throw_into_generator(thread, generator, std::move(exit), &returned);
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
