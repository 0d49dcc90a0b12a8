// Telling what runs: `sys.settrace` and `sys.setprofile`, event by event as CPython 3.11 tells it.
//
// How the loop comes here. A thread that tells has its interrupting table stay (Attached::interrupts_always), so that
// INTERRUPT stands before each of its instructions and calls step(). Nobody else pays: there is no test in the loop.
// While a trace function runs the thread is silent and runs undisturbed.
//
// What it runs. Lowered code joins instructions of several lines, so a thread that tells runs another form of each
// body (traced_body): one word an instruction, NOP and RESUME included, in which every line and every yield has a
// place. A frame changes over at the first instruction that is told, between two words, where its stack is the same in
// both; it stays there, told or not, until it ends. In the layers where threads run at once a suspended generator that
// goes on elsewhere changes back, as to any thread's own body.
//
// Which events, in which order:
//   call       a RESUME: a frame begins, or a generator goes on (by throw() too)
//   line       before the first instruction of a line, and where a jump goes back (not a SEND's to itself)
//   opcode     before every instruction behind the first RESUME, where f_trace_opcodes asks for it; after the line
//   return     before RETURN_VALUE and YIELD_VALUE, with the value; with None when an exception leaves the frame
//   exception  in every frame the exception comes to, once, before its handler; not when it is raised again without a
//              traceback row. StopIteration too, where it ends a loop or an await.
//   c_call, c_return, c_exception   around CALL of a C++ function, to the profile function only
// A frame's own f_trace hears all but `call`; what it returns, other than None, takes its place. The profile function
// hears all but line, opcode and exception. Whichever raises is called no more, and its exception goes on from there.
// A trace function of a `line` may set f_lineno (jumps.cpp): the instruction there runs next.
#pragma once

#include "runtime/tracing.h"
#include "vm/body.h"

namespace gillab {

struct Step {
  const Instruction* pc;  // which runs next, in the frame's body
  Value* sp;
  bool ok;                // false: an exception is set
};

// The instruction at pc has not begun; `previous` is the running frame's saved pc. REQUIRES: tells(thread)
Step step(Thread& thread, const Instruction* pc, Value* sp, const Instruction* previous);
// The pending exception came to the running frame, which is at its place. `again`: it has been here. `leaves`: no handler
// here wants it. Another may be pending afterwards.
void tell_raised(Thread& thread, bool again, bool leaves);
// What ran has ended by a StopIteration that no script sees: the running frame hears of it.
void tell_stop(Thread& thread, Value result);
// throw() begins in the running frame. False: an exception is set.
bool tell_thrown(Thread& thread);

// The other form of a body (traced_body.cpp), and the place in it where an instruction of the first begins.
Body* traced_body(Thread& thread, Body* body);
const Instruction* traced_place(const Body* traced, const Body* body, const Instruction* pc);
// The place in the body of a suspended generator's instruction in either form.
const Instruction* same_place(const Body* from, const Instruction* pc, const Body* to);

}  // namespace gillab
