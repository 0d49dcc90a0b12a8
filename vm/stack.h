// The thread's operand and frame stacks: where they lie and where C++ may start a nested run.
#pragma once

#include "runtime/thread.h"
#include "vm/body.h"

namespace gillab {

// Reserves address space for the stacks (pages come when touched) and prepares the sentinel frame.
bool make_stacks(Thread& thread, size_t values, uint32_t frames);
void free_stacks(Thread& thread);
// The same for the threads that scripts start, whose stacks are kept for the next.
bool take_thread_stacks(Thread& thread);
void return_thread_stacks(Thread& thread);
void free_spare_stacks(Thread& thread);
// Frames allowed from now on: sys.setrecursionlimit.
void apply_recursion_limit(Thread& thread);

// Where the frame's operands begin: behind its variables, but a generator's variables stay in the generator.
inline Value* operands_of(const Frame* frame) {
  return frame->kind & kGeneratorFrame ? frame->return_slot : frame->locals + frame->body->variable_count;
}
// The first place above everything the running frame may use.
inline Value* stack_base_for_native(const Thread& thread) {
  const Frame* frame = thread.frame;
  return frame->body ? operands_of(frame) + (frame->body->frame_size - frame->body->variable_count) : frame->locals;
}

}  // namespace gillab
