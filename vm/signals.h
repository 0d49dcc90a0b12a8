// Signals of the process, as the main thread of a script meets them.
#pragma once

#include "runtime/thread.h"

namespace gillab {

// SIGINT asks the thread to stop at its next instruction, where KeyboardInterrupt is raised.
void install_signals(Thread& main_thread);
// False: an exception is set.
bool handle_signals(Thread& thread);
// Native code that runs long asks now and then; false: an exception is set. Costs one load.
bool check_signals(Thread& thread);

}  // namespace gillab
