// Sections in one or two objects, locked by a byte in the header: what the layers `object` and `naive` call Guard.
// Thread safety: a section belongs to the thread that opened it.
#pragma once

#include "gil/layer.h"

namespace gillab::gil {

// One byte of an object as a lock. Not recursive: HeldGuard looks for that.
class ByteLock {
 public:
  static bool try_lock(Header& header) {
    uint8_t expected = 0;
    return __atomic_compare_exchange_n(&header.lock, &expected, kHeld, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
  }
  static void lock(Header& header) {
    if (!try_lock(header)) [[unlikely]] lock_slowly(header);
  }
  // A full fence.
  static void unlock(Header& header) {
    uint8_t expected = kHeld;
    if (!__atomic_compare_exchange_n(&header.lock, &expected, uint8_t{0}, false, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED))
      [[unlikely]] unlock_slowly(header);
  }

 private:
  static constexpr uint8_t kHeld = 1;
  static void lock_slowly(Header& header);
  static void unlock_slowly(Header& header);
};

// A section that is open. Those of a thread form a list, the innermost first. Where an outer section has the object
// already, the inner one has nothing to lock (null).
struct HeldGuard {
  Header* lower = nullptr;
  Header* higher = nullptr;  // null unless two objects are guarded
  HeldGuard* outer = nullptr;

  void open(Header* first, Header* second);
  void close();
};

// Unlocks what these sections have, and locks it again; sections may be null.
void release_objects(HeldGuard* sections);
void take_objects(HeldGuard* sections);

class ObjectGuard {
 public:
  explicit ObjectGuard(Header& header) {
    if (ByteLock::try_lock(header)) [[likely]] {
      Attached& me = *attached_here;
      section_.lower = &header;
      section_.outer = me.guards;
      me.guards = &section_;
    } else {
      section_.open(&header, nullptr);
    }
  }
  ObjectGuard(Header& first, Header& second) { section_.open(&first, &second); }
  ~ObjectGuard() {
    attached_here->guards = section_.outer;
    if (section_.lower && !section_.higher) [[likely]] {
      ByteLock::unlock(*section_.lower);
    } else {
      section_.close();
    }
  }
  ObjectGuard(const ObjectGuard&) = delete;

 private:
  HeldGuard section_;
};

// While it lives its thread has none of the objects that the sections around it guard.
class GuardSuspension {
 public:
  GuardSuspension() : guards_(attached_here->guards) {
    if (!guards_) return;
    attached_here->guards = nullptr;
    release_objects(guards_);
  }
  ~GuardSuspension() {
    if (!guards_) return;
    take_objects(guards_);
    attached_here->guards = guards_;
  }
  GuardSuspension(const GuardSuspension&) = delete;

 private:
  HeldGuard* guards_;
};

}  // namespace gillab::gil
