// Copies of memory that other threads may change, for C++ functions that look at it without its Guard: they see it as it
// was at one moment, and where it was, whatever becomes of it.
#pragma once

#include <string_view>

#include "runtime/thread.h"

namespace gillab {

// Valid until this thread's next safe point. False: MemoryError.
bool lend_copy(Thread& thread, std::string_view content, std::string_view* copy);
void free_lent(Thread& thread);  // all of them: at a safe point

// Memory of a bytes-like object that gets other memory: who has a view of it keeps that to his next safe point, in each
// layer that protects.
inline void retire_viewed(Thread& thread, void* memory, size_t bytes) {
  gil::Layer::kConcurrent && gil::Layer::kProtects ? retire_slowly(thread, memory, bytes) : free_buffer(thread, memory, bytes);
}

}  // namespace gillab
