// What the command line and PYTHON* variables say about the module sys: flags, warnings, settings, sys.path.
#pragma once

#include <string>

#include "runtime/thread.h"
#include "vm/options.h"

namespace gillab::vm {

// -E and -I turn the variables off, but for those of gillab's own start (PYTHONHASHSEED, PYTHON_GIL).
void take_environment(RunOptions& options);

void set_system(Thread& thread, const char* name, Ref value);

// sys.path begins with `path_entry`, unless -P or -I say otherwise; PYTHONPATH follows.
void set_system_path(Thread& thread, const RunOptions& options, const std::string& path_entry);

// sys.flags, sys.warnoptions, sys._xoptions.
void set_system_settings(Thread& thread, const RunOptions& options);

}  // namespace gillab::vm
