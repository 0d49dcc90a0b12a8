// Starting, suspending and ending the frames of generators and coroutines.
#pragma once

#include "runtime/generator.h"
#include "vm/sharing.h"
#include "vm/unwind.h"

namespace gillab {

// The running frame's function is a generator: moves its variables into a new one.
Value make_generator(Thread& thread, const Instruction* resume_at);
// Checks that the generator may run and pushes its frame; its operands, and what it yields, go to `slot`. False: it runs
// already, or there is no room. REQUIRES: not Finished
bool enter_generator(Thread& thread, Generator* generator, Value* slot);
void move_frame_object(Frame* from, Frame* to);  // whoever looks at the frame follows it
void end_generator(Thread& thread, Frame* frame, Value* sp);
Resume leave_ended_generator(Thread& thread, Value result);                    // to C++
Resume continue_after_generator(Thread& thread, Value* sp, Value result);      // to the ITER or SEND that entered it

inline bool is_idle(GeneratorState state) { return state <= GeneratorState::Suspended; }
// Room for its frame, and for what it needs above `slot`.
inline bool has_room(const Thread& thread, const Generator* generator, const Value* slot) {
  return thread.frame < thread.frame_limit && slot + generator->value_count <= thread.stack_limit;
}

// A created or suspended generator becomes this thread's alone, Running: whoever comes next finds it executing already.
// It goes on in this thread's body. *before: what it was. False: it was not idle.
bool claim_shared(Thread& thread, Generator* generator, GeneratorState* before);
inline bool claim_generator(Thread& thread, Generator* generator, GeneratorState* before) {
  *before = generator->state.get();
  if (!is_idle(*before)) return false;
  const bool alone =
      !gil::Layer::kConcurrent || (may_write(thread, generator) && body_at(thread, generator->frame.body->place) == generator->frame.body);
  if (!alone) [[unlikely]] return claim_shared(thread, generator, before);
  generator->state.set(GeneratorState::Running);
  return true;
}
inline void unclaim_generator(Generator* generator, GeneratorState before) { generator->state.set(before); }

// Created or suspended, with room; where threads run at once it is claimed then.
inline bool may_enter(Thread& thread, Generator* generator, const Value* slot) {
  if (!is_idle(generator->state.get()) || !has_room(thread, generator, slot)) return false;
  if constexpr (!gil::Layer::kConcurrent) return true;
  GeneratorState before;
  bool alone = may_step(thread, Value::object(generator)) && body_at(thread, generator->frame.body->place) == generator->frame.body;
  return alone || claim_generator(thread, generator, &before);
}
inline bool is_async_generator(const Generator* generator) {
  return (generator->frame.code->flags & compiler::kAsyncGenerator) != 0;
}

// The variables are used where they are, in the generator; only the operands move, and there are few of them.
inline void push_generator(Thread& thread, Generator* generator, Value* slot) {
  Frame& saved = generator->frame;
  Frame* frame = ++thread.frame;
  generator->state.set(GeneratorState::Running);
  frame->pc = saved.pc;
  frame->locals = generator->values;
  frame->return_slot = slot;
  frame->code = saved.code;
  frame->body = saved.body;
  frame->function = saved.function;
  frame->globals = saved.globals;
  frame->generator = generator;
  frame->kind = kGeneratorFrame;
  frame->namespace_ = std::exchange(thread.handled, std::exchange(saved.namespace_, Value::none()));
  const Value* operands = generator->values + saved.body->variable_count;
  for (uint32_t i = 0; i < generator->depth; ++i) slot[i] = operands[i];
  if (saved.frame_object.is_object()) [[unlikely]] {
    move_frame_object(&saved, frame);
    frame->kind |= kWatchedFrame;
  }
}

// The running generator stops at a yield, its operands up to sp, and its frame goes.
inline void park_generator(Thread& thread, const Instruction* resume_at, Value* sp) {
  Frame* frame = thread.frame;
  auto* generator = reinterpret_cast<Generator*>(frame->generator);
  Value* slot = frame->return_slot;
  Value* operands = generator->values + frame->body->variable_count;
  generator->depth = static_cast<uint32_t>(sp - slot);
  for (uint32_t i = 0; i < generator->depth; ++i) operands[i] = slot[i];
  generator->frame.pc = resume_at;
  generator->frame.namespace_ = std::exchange(thread.handled, std::exchange(frame->namespace_, Value::from_bits(0)));
  if (frame->frame_object.is_object()) [[unlikely]]
    move_frame_object(frame, &generator->frame);
  generator->state.set(GeneratorState::Suspended);
  frame->generator = nullptr;
  frame->kind = kCallFrame;
  --thread.frame;
}

// SEND on anything: what it yields; exhausted, with *returned owned, when it is done.
Value send_to(Thread& thread, Value receiver, Value sent, Value* returned);
Value yield_from_iterator(Thread& thread, Value iterable);
Value awaitable_iterator(Thread& thread, Value awaitable, uint32_t where);
Value async_iterator(Thread& thread, Value iterable);
Value async_next(Thread& thread, Value iterator);
Value wrap_async_value(Thread& thread, Value value);

}  // namespace gillab
