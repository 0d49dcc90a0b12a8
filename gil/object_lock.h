// Sections in one or two objects, locked by a byte in the header: what the layers `object` and `naive` call Guard.
#pragma once

#include <algorithm>
#include <atomic>

#include "gil/layer.h"

namespace gillab::gil {

// A byte of an object as a lock. Thread safety: all. Not recursive (HeldGuard looks for that), not owned.
//   0                  free
//   kHeld              taken
//   kHeld | kAwaited   taken, and somebody sleeps in the parking lot
//   kAwaited           free, and somebody sleeps or has just been woken: who comes first takes it
// Who finds it taken looks again for a moment, then sleeps. Fairness: who wakes up may find that a newcomer was faster; but
// when the first in the queue has waited a millisecond, the lock is handed to it. Taking a free one and giving it up with
// nobody waiting is an exchange each, and giving it up a full fence.
class ByteLock {
 public:
  static bool try_lock(Header& header) {
    uint8_t expected = 0;
    return __atomic_compare_exchange_n(&header.lock, &expected, kHeld, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
  }
  static void lock(Header& header) {
    if (!try_lock(header)) [[unlikely]] lock_slowly(header);
  }
  // REQUIRES: it is taken
  static void unlock(Header& header) {
    uint8_t expected = kHeld;
    if (!__atomic_compare_exchange_n(&header.lock, &expected, uint8_t{0}, false, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED))
      [[unlikely]] unlock_slowly(header);
  }

 private:
  enum : uint8_t { kHeld = 1, kAwaited = 2 };
  static void lock_slowly(Header& header);
  static void wait_for(Header& header);
  static void unlock_slowly(Header& header);
};

class FreeTurn;

// Whether more than one thread has begun, in all interpreters: where there is one alone, nothing needs a fence. It becomes
// true while the world is stopped.
extern constinit std::atomic<bool> several_threads;

// Biased sections. As long as nobody but one thread has opened sections in objects of its slot, they need no lock: the
// thread's `biased` is its slot. Who wants to lock such an object first has the bias ended (FreeTurn::end_bias), which the
// thread does where it is in no section: at a safe point, or while it waits for something. From then on it locks too.
inline bool is_biased(const Attached& me, const Header& header) {
  return __atomic_load_n(&header.owner, __ATOMIC_RELAXED) == me.biased;
}

// What threads know of each other's slots: of one FreeTurn.
struct Slots {
  FreeTurn* turn;
  std::atomic<bool> biased[256] = {};  // by slot: the thread there has its bias
  std::atomic<bool> wanted[256] = {};  // somebody waits for the end of it
};

// A section that is open. Those of a thread form a list, the innermost first.
struct HeldGuard {
  Header* lower = nullptr;
  Header* higher = nullptr;      // null unless two objects are guarded
  bool locked_lower = false;     // not where the object is biased, or an outer section has it already
  bool locked_higher = false;
  bool keeps_all = false;
  HeldGuard* outer = nullptr;

  void open(Attached& me);       // lower and higher are set
  void close();
};

// Unlocks what these sections have, and locks it again; sections may be null. Between the two they are suspended.
void release_objects(HeldGuard* sections);
void take_objects(Attached& me, HeldGuard* sections);
// The object gets another owner while its own thread may be in sections of it, which go on locked. Called by that thread.
void lock_held_sections(Attached& me, Header& header);

class ObjectGuard {
 public:
  explicit ObjectGuard(Header& header) {
    Attached& me = *attached_here;
    section_.lower = &header;
    section_.outer = me.guards;
    if (is_biased(me, header)) [[likely]] {
      me.guards = &section_;
    } else {
      section_.open(me);
    }
  }
  ObjectGuard(Header& first, Header& second) {
    Attached& me = *attached_here;
    section_.lower = std::min(&first, &second);
    section_.higher = &first == &second ? nullptr : std::max(&first, &second);
    section_.outer = me.guards;
    section_.open(me);
  }
  ~ObjectGuard() {
    attached_here->guards = section_.outer;
    if (section_.locked_lower | section_.locked_higher) {
      section_.close();
    } else if (!section_.keeps_all && several_threads.load(std::memory_order_relaxed)) {
      [[maybe_unused]] bool fence = __atomic_exchange_n(&section_.keeps_all, true, __ATOMIC_SEQ_CST);
    }
  }
  ObjectGuard(const ObjectGuard&) = delete;

  void keeps_all() { section_.keeps_all = true; }

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
    take_objects(*attached_here, guards_);
    attached_here->guards = guards_;
  }
  GuardSuspension(const GuardSuspension&) = delete;

 private:
  HeldGuard* guards_;
};

}  // namespace gillab::gil
