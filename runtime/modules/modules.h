// The modules in C++ as start-up and imports see them.
#pragma once

#include "runtime/setup.h"

namespace gillab {

#define GILLAB_MODULE(identifier, name) bool init_##identifier(Thread& thread, Module* module);
#include "runtime/modules/modules.def"
#undef GILLAB_MODULE

// Flushes sys.stdout and sys.stderr as at exit. False: stdout could not be written, which was reported unless `quietly`.
bool flush_standard_streams(Thread& thread, bool quietly = false);
void unbuffer_standard_streams(Thread& thread);  // -u
// What a module has, which is imported if nobody has done so.
Ref attribute_of_module(Thread& thread, const char* module, const char* name);
// Looks a name up in the sys module; empty and no error when it is not there.
Ref sys_attribute(Thread& thread, Str* name);

}  // namespace gillab
