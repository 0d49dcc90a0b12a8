// Starting, suspending and ending the frames of generators and coroutines.
#pragma once

#include "runtime/generator.h"
#include "vm/unwind.h"

namespace gillab {

// The running frame's function is a generator: moves its variables into a new one. sp: past the variables.
Value make_generator(Thread& thread, const Instruction* resume_at, Value* sp);
Resume leave_after_generator_made(Thread& thread, Value generator);
// Copies the generator to the stack and pushes its frame; its yields come back to `return_slot`. Null: it runs already,
// or there is no room. REQUIRES: not Finished
Frame* enter_generator(Thread& thread, Generator* generator, Value* return_slot);
bool can_enter_directly(Thread& thread, const Generator* generator);  // SEND: nothing but its frame to think of
Resume suspend_generator(Thread& thread, const Instruction* resume_at, Value* sp, Value result);
void end_generator(Thread& thread, Frame* frame, Value* sp);
Resume leave_ended_generator(Thread& thread, Value result);                    // to C++
Resume continue_after_generator(Thread& thread, Value* sp, Value result);      // to the ITER or SEND that entered it

// SEND on anything: what it yields; exhausted, with *returned owned, when it is done.
Value send_to(Thread& thread, Value receiver, Value sent, Value* returned);
Value yield_from_iterator(Thread& thread, Value iterable);
Value awaitable_iterator(Thread& thread, Value awaitable, uint32_t where);
Value async_iterator(Thread& thread, Value iterable);
Value async_next(Thread& thread, Value iterator);
Value wrap_async_value(Thread& thread, Value value);

}  // namespace gillab
