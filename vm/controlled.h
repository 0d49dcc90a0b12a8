// Where the loop meets a schedule: in the engine `controlled` (vm/explore) threads stop before each instruction.
#pragma once

#include "runtime/thread.h"

namespace gillab {

// The instruction at pc has not begun; `sp` is the first free operand. Returns when the thread may run it.
void controlled_step(Thread& thread, const Instruction* pc, Value* sp);

}  // namespace gillab
