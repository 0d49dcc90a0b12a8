// The ends of frames, and the way of an exception to its handler.
#pragma once

#include "runtime/errors.h"
#include "vm/body.h"

namespace gillab {

// Where the loop goes on. A null pc: back to C++, with `result`.
struct Resume {
  const Instruction* pc;
  Value* sp;
  Value* fp;
  Value result;
};

// The pending exception was raised at pc with the operands up to sp. Adds the traceback's row, cuts stacks, finds the
// handler or the entry frame.
Resume unwind(Thread& thread, const Instruction* pc, Value* sp);
// A frame of a rare kind returns `result`; sp is just past what it leaves on the stack.
Resume finish_frame(Thread& thread, Value* sp, Value result);
// Drops variables and operands up to sp and what the frame owns, and pops it. Its return_slot is empty then.
void pop_frame(Thread& thread, Value* sp);

void raise_statement(Thread& thread, Value exception, Value cause);  // empty: what is not given
void reraise(Thread& thread, Value exception);                       // takes it over; this frame has its row already
Truth exception_match(Thread& thread, Value exception, Value wanted);
Value exception_group_match(Thread& thread, Value exception, Value wanted, Value* rest);
Value prepare_reraise(Thread& thread, Value original, Value list);
void set_handled(Thread& thread, Value exception);

Value enter_context(Thread& thread, Value manager, Value* exit, bool is_async);
Value exit_with_exception(Thread& thread, Value exit, Value exception);

}  // namespace gillab
