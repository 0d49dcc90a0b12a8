// The objects that threads got in each other's way at, for --stats: what they are, what they are called, where they were
// made. Counting them is gil/contention.h.
#pragma once

#include <string>
#include <vector>

#include "runtime/thread.h"

namespace gillab {

struct ContendedObject {
  std::string type;      // "an object that is gone" when it is
  std::string name;      // of a class, function or module its own; else a variable's that leads to it; may be empty
  std::string made_at;   // "counter.py:12"; empty: not known
  uint64_t waits;
  double waited;         // seconds
  uint64_t foreign;      // references counted by threads that do not own it, about
};

// The ten at most that were waited for longest, and those that others counted most. The world stands still
// meanwhile.
std::vector<ContendedObject> most_waited_for(Thread& thread);
std::vector<ContendedObject> most_counted_by_others(Thread& thread);

// Code of modules is gone when they have run; what was made there could not be named any more. Keeps it to the end of
// the process, where contention is watched.
void keep_for_figures(Code* code);
void release_kept_code();

// As a part of the texts of vm/stats.h; empty when there was no contention.
std::string contention_as_text(Thread& thread);

}  // namespace gillab
