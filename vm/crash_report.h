// What an engine says when it dies: the signal, what was being touched, the script's line in every thread. The process
// reports itself and ends with 128 + the signal's number; whoever started it only reads. Nothing here takes a lock or
// asks for memory, for what is broken may be just that.
#pragma once

#include <string_view>

#include "runtime/thread.h"

namespace gillab {

// The layer in which scripts can break objects; in all others a crash is an error of ours.
inline constexpr bool kUnprotected = std::string_view(gil::Layer::kName) == "none";

// From here on signals of a broken process are reported. The calling thread is the main one.
void install_crash_report(Thread& main_thread);
// A stack for the report of a thread whose own is used up; where nothing is protected, threads get one when they start.
void prepare_crash_stack();
void give_crash_stack_back();

// Stops all threads of the script for good and writes where they are. For who is about to end the process.
void report_all_threads(int descriptor);

// "gillab: WHAT" and where all threads are, then the end: exit code 128 + signal.
[[noreturn]] void stop_with_report(int signal, const char* what, const char* more);

// Ends the interpreter and the process, and says on stderr what should have been freed by then. Where the heap is broken
// that may be impossible.
[[noreturn]] void end_counting_leaks(Thread& thread, int exit_code);

}  // namespace gillab
