// `engine dis`: the instructions of a script, as compiled or as they have become by running.
#pragma once

#include "vm/options.h"

namespace gillab {

struct Code;

// Runs a program, then hands its code over before that is freed. Returns the exit code. (main.cpp)
using RunThenShow = int (*)(const vm::RunOptions& options, void (*show)(Code* code));

int dis_command(int count, char** arguments, RunThenShow run);

}  // namespace gillab
