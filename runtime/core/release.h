// The end of an interpreter, last part: gives up, in order, all that the interpreter itself holds, so that what is left
// in the heap was leaked by somebody.
#pragma once

#include <string>

#include "runtime/thread.h"

namespace gillab {

// Afterwards only Type objects of C++ are alive, empty and each with the one count that native_types stands for.
// REQUIRES: modules are cleared, no other thread is left, nothing runs.
void release_everything(Thread& thread);

// What is alive that should not be, in words, a line for each sort; empty when nothing is.
std::string describe_leaks(Thread& thread);

void free_body_rows(Interpreter& interpreter);  // of the interpreter's end; the VM defines it

}  // namespace gillab
