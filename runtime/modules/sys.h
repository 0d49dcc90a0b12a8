// The parts of the module sys, for sys.cpp to put together.
#pragma once

#include "runtime/native.h"

namespace gillab {

bool add_system_functions(Thread& thread, Module* module);  // sys_functions.cpp
bool add_system_facts(Thread& thread, Module* module);      // sys_facts.cpp

// sys.flags, as far as anything here can change them.
struct SystemFlags {
  int debug = 0, inspect = 0, optimize = 0, dont_write_bytecode = 0, no_user_site = 0, no_site = 0;
  int ignore_environment = 0, verbose = 0, bytes_warning = 0, quiet = 0, isolated = 0, utf8_mode = 0;
  int warn_default_encoding = 0;
  bool dev_mode = false, safe_path = false;
};
bool set_system_flags(Thread& thread, Module* module, const SystemFlags& flags);  // sys_facts.cpp

bool add_unraisable_hook(Thread& thread, Module* module);   // sys_unraisable.cpp
bool add_tracing_functions(Thread& thread, Module* module); // sys_tracing.cpp
bool add_audit_functions(Thread& thread, Module* module);   // sys_audit.cpp
bool add_async_functions(Thread& thread, Module* module);   // sys_async.cpp
bool add_standard_streams(Thread& thread, Module* module);  // sys_streams.cpp

}  // namespace gillab
