// Saving and restoring the state of the program. A page is found by its first write since the checkpoint, which faults;
// from then on a copy stands beside it, and the lines that have been written are found by comparing the two. What they
// held before goes to a journal: going back to a state takes the journal back as far as there. A page in which nothing
// has changed for long is protected again, so that only those are compared that threads write to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gillab::gil::schedule {

inline constexpr size_t kPageSize = 4096;
inline constexpr size_t kLineSize = 64;

// A state on the way to that of now. Snapshots are a stack: restoring one makes those taken after it worthless.
struct Snapshot {
  size_t journal = 0;
#ifndef NDEBUG
  uint64_t content = 0;  // a hash, so that a debug build sees that it comes back
#endif
};

void begin_tracking();                     // the state of now is the checkpoint
// REQUIRES of all that follow: no fiber runs. What lies below the stack pointers of fibers is no part of a state.
void note_changes();                       // brings written_pages() up to date
Snapshot take_snapshot();
void restore(Snapshot snapshot);
void restore_checkpoint();

// The pages written since the checkpoint, whatever they hold now.
struct WrittenPage {
  char* place;
  const char* before;    // what it held at the checkpoint
  char* noted;           // the copy: what it held when changes were last noted
  uint64_t differs = 0;  // lines in which the copy is not as before: bits
  uint32_t quiet = 0;    // so many times it was compared in vain
  bool is_watched = true;
  bool is_stack = false; // of a fiber: never protected again, for the kernel writes there
};
const std::vector<WrittenPage>& written_pages();

}  // namespace gillab::gil::schedule
