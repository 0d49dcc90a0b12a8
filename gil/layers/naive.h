// The layer `naive`: all threads run at once, every count is atomic, and every access of an object locks it, reads too.
#pragma once

#include "gil/atomic_count.h"
#include "gil/free_turn.h"
#include "gil/object_lock.h"
#include "gil/shared_cell.h"

namespace gillab::gil {

// One of a table of locks, chosen by the field's address. Held for an access and its count, never longer.
class StripeLock {
 public:
  explicit StripeLock(const void* field) : lock_(locks_[(reinterpret_cast<uintptr_t>(field) >> 3) * 0x9E3779B9u >> 16 & (kCount - 1)]) {
    lock_.lock();
  }
  ~StripeLock() { lock_.unlock(); }
  StripeLock(const StripeLock&) = delete;

 private:
  static constexpr size_t kCount = 1024;
  static inline ShortLock locks_[kCount];
  ShortLock& lock_;
};

struct NaiveLayer {
  static constexpr const char* kName = "naive";
  static constexpr bool kConcurrent = true;
  static constexpr bool kProtects = true;
  static constexpr bool kLockFreeReads = false;

  using Count = AtomicCount;
  using Guard = ObjectGuard;
  static bool may_write(const Attached&, const Header&) { return false; }
  using Suspension = GuardSuspension;
  using FieldLock = StripeLock;
  template <class T>
  using Cell = OrderedCell<T>;
  using Turn = FreeTurn;
};

using layer_naive = NaiveLayer;

}  // namespace gillab::gil
