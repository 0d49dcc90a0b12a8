// Threads of a script: how one starts and ends, and what all of them are told. The state of one is thread.h.
#pragma once

#include "runtime/interpreter.h"

namespace gillab {

// Runs callable(*arguments, **keywords) in a new thread. False: an exception is set. The VM defines it.
bool start_thread(Thread& thread, Ref callable, Ref arguments, Ref keywords, uint64_t* ident);
// Fills ident and native_id of the calling C++ thread.
void name_native_thread(Thread& thread);
inline bool is_main_thread(const Thread& thread) { return thread.interpreter->main_thread == &thread; }
// Calls `visit` for every thread. REQUIRES: the caller has the turn.
template <class Visit>
void for_each_thread(Interpreter& interpreter, Visit visit) {
  std::lock_guard lock(interpreter.threads_mutex);
  for (Thread* each : interpreter.threads) visit(*each);
}

// Of a thread that ends, with its turn for the last time: drops what it holds, takes it off the list.
void retire_thread(Thread& thread);
void release_end_lock(Thread& thread);
void drop_async_state(Thread& thread);

// threading._shutdown(), if it was imported: waits for all threads that are not daemons. Prints what goes wrong.
void join_threads_at_exit(Thread& thread);
// What atexit.register left, last first.
void run_exit_functions(Thread& thread);
// After fork() in the child: this thread is the only one there is, and the main one.
void after_fork_in_child(Thread& thread);
// sys.setswitchinterval
void set_switch_interval(Interpreter& interpreter, double seconds);
// From now on what this thread and those it starts do with the turn is counted.
void keep_figures(Thread& thread);
// The instruction of the script, not of the library, that runs: for gil::note_made. Null: none. The VM defines it.
const void* running_place(const Thread& thread);
void note_start(Thread& thread);  // of a thread before its first turn

}  // namespace gillab
