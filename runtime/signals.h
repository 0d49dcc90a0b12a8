// Signals as scripts see them: a C++ handler notes the number, and the main thread calls the script's handler between
// two instructions, or when a wait it is in ends early. vm/signals.cpp defines all this.
#pragma once

#include "runtime/thread.h"

namespace gillab {

inline constexpr int kSignalCount = 65;  // 1 to 64

// As if the signal had arrived.
void simulate_signal(Thread& thread, int number);
// What the operating system does from now on: false, errno is set.
enum class SignalAction : uint8_t { Default, Ignore, Note };
bool set_signal_action(int number, SignalAction action);
SignalAction signal_action(int number);  // Note: also somebody else's
void set_wakeup_descriptor(int descriptor);  // -1: none
int wakeup_descriptor();
// The tracebacks of all threads, the running one last, or without it, as faulthandler words them. REQUIRES: the caller has
// the turn.
void dump_threads(Thread& thread, int descriptor, bool all_threads, bool with_this = true);

}  // namespace gillab
