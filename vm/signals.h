// Signals on their way to the main thread.
#pragma once

#include "runtime/signals.h"

namespace gillab {

// Ctrl-C and SIGQUIT are noted from now on; a closed pipe is an error and no signal.
void install_signals(Thread& main_thread);
// Does what is due, in the main thread; others leave it. False: an exception is set.
bool handle_signals(Thread& thread);
// How often SIGQUIT was answered: with the tracebacks of all threads, or by the script's own handler.
unsigned quits_answered();

}  // namespace gillab
