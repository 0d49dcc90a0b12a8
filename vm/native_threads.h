// The threads of the system that threads of a script run on. One whose thread has ended waits for the next: the system
// and the allocator need several times longer to make one.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gillab {

// Calls body(argument) on a thread with a stack of that many bytes, that has the caller's signal mask and processors as
// a new one would. *ident: what pthread_self() is there. False: the system has no more threads.
bool run_on_native_thread(size_t stack_size, void (*body)(void*), void* argument, uint64_t* ident);

}  // namespace gillab
