// The lock that scripts see (threading.Lock). One word; who finds it held sleeps in the kernel. Waiting happens without
// the turn: the caller gives that up first.
#pragma once

#include <algorithm>

#include "gil/parking.h"

namespace gillab::gil {

// Thread safety: all. As CPython's: not owned, any thread may release it; who is awake takes it before who is woken.
class ScriptLock {
 public:
  bool try_acquire() {
    uint32_t expected = kFree;
    return state_.compare_exchange_strong(expected, kHeld, std::memory_order_acquire);
  }
  // True: acquired. False: the deadline came, or a signal handler ran.
  bool wait(Nanoseconds deadline) {
    if (try_acquire() || watch(std::min(deadline, now() + kWatched))) return true;
    while (state_.exchange(kAwaited, std::memory_order_acquire) != kFree) {
      if (wait_while(state_, kAwaited, deadline) != Woken::Changed) return try_acquire_awaited();
    }
    return true;
  }
  // REQUIRES: it is held
  void release() { (void)try_release(); }
  // False: it was not held.
  bool try_release() {
    const uint32_t before = state_.exchange(kFree, std::memory_order_release);
    if (before == kAwaited) wake(state_, 1);
    return before != kFree;
  }
  bool is_held() const { return state_.load(std::memory_order_relaxed) != kFree; }
  void reset() { state_.store(kFree); }  // after fork() in the child

 private:
  // Where another thread sleeps already, watching would not help.
  bool watch(Nanoseconds until) {
    for (Watch watch(until); watch.goes_on() && state_.load(std::memory_order_relaxed) != kAwaited;) {
      if (try_acquire()) return true;
    }
    return false;
  }

  enum State : uint32_t { kFree, kHeld, kAwaited };  // kAwaited: held, and somebody may sleep

  // Others may sleep beside the one that gives up, so the mark stays.
  bool try_acquire_awaited() {
    uint32_t expected = kFree;
    return state_.compare_exchange_strong(expected, kAwaited, std::memory_order_acquire);
  }

  std::atomic<uint32_t> state_{kFree};
};

// The same for short sections of the lock layers themselves, as std::mutex is used.
class ShortLock {
 public:
  void lock() {
    while (!lock_.try_acquire() && !lock_.wait(kForEver)) {}
  }
  void unlock() { lock_.release(); }
  void reset() { lock_.reset(); }

 private:
  ScriptLock lock_;
};

}  // namespace gillab::gil
