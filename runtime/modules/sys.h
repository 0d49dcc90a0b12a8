// The parts of the module sys, for sys.cpp to put together.
#pragma once

#include "runtime/native.h"

namespace gillab {

bool add_system_functions(Thread& thread, Module* module);  // sys_functions.cpp
bool add_system_facts(Thread& thread, Module* module);      // sys_facts.cpp
bool add_unraisable_hook(Thread& thread, Module* module);   // sys_unraisable.cpp
bool add_async_functions(Thread& thread, Module* module);   // sys_async.cpp
bool add_standard_streams(Thread& thread, Module* module);  // sys_streams.cpp

}  // namespace gillab
