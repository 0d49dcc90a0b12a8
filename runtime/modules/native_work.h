// Work of a library on plain memory: hashing, compressing, multiplying. From some size up it is done without the turn,
// so that other threads run meanwhile; below, giving the turn up would cost more than the work.
#pragma once

#include <mutex>

#include "runtime/blocking.h"
#include "runtime/files/pinned.h"

namespace gillab {

inline const unsigned char* octets(const Pinned& bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

// REQUIRES of every `work`: what Blocking asks. It touches plain memory that the caller keeps alive, nothing else.
template <class Work>
void native_work(Thread& thread, bool large, Work work) {
  if (!large) return work();
  Blocking region(thread, gil::Reason::Native);
  work();
}

// Holds the library's state of one object, which several threads may use, for one operation at a time: around
// native_work, not inside it. Who has to wait for it waits without the turn, so whoever has it always gets on. No
// Python may run while it is held.
class [[nodiscard]] StateLock {
 public:
  StateLock(Thread& thread, std::mutex& mutex) : lock_(mutex, std::try_to_lock) {
    if (lock_) return;
    Blocking region(thread, gil::Reason::Lock);
    lock_.lock();
  }
  StateLock(const StateLock&) = delete;

 private:
  std::unique_lock<std::mutex> lock_;
};

}  // namespace gillab
