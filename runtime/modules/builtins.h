// The built-in functions, one table a file, for builtins.cpp to put together.
#pragma once

#include "runtime/native.h"

namespace gillab {

bool add_object_builtins(Thread& thread, Module* module);     // builtins_objects.cpp
bool add_number_builtins(Thread& thread, Module* module);     // builtins_numbers.cpp
bool add_iteration_builtins(Thread& thread, Module* module);  // builtins_iteration.cpp
bool add_output_builtins(Thread& thread, Module* module);     // builtins_output.cpp
bool add_leaving_builtins(Thread& thread, Module* module);

}  // namespace gillab
