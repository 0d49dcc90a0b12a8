// The lock of a file object: whoever reads or writes gives the turn away in the middle of it, and nobody else may see
// the buffers meanwhile. Taken while attached; waits outside the turn. Thread safety: all.
#pragma once

#include <atomic>

#include "runtime/blocking.h"
#include "runtime/errors.h"

namespace gillab {

class BusyLock {
 public:
  // False: this thread holds it already (a signal handler that prints inside a write), RuntimeError is set.
  bool take(Thread& thread, Value file) {
    uint32_t free = kFree;
    if (!state_.compare_exchange_strong(free, kHeld, std::memory_order_acquire)) [[unlikely]] {
      if (owner_.load(std::memory_order_relaxed) == &thread) {
        return raise(thread, Error::RuntimeError, "reentrant call inside {}", file);
      }
      wait(thread);
    }
    owner_.store(&thread, std::memory_order_relaxed);
    return true;
  }
  void give() {
    owner_.store(nullptr, std::memory_order_relaxed);
    if (state_.exchange(kFree, std::memory_order_release) == kAwaited) state_.notify_one();
  }
  // In the child after a fork: who held it does not live here.
  void forget() {
    owner_.store(nullptr, std::memory_order_relaxed);
    state_.store(kFree, std::memory_order_relaxed);
  }

 private:
  enum : uint32_t { kFree, kHeld, kAwaited };

  void wait(Thread& thread) {
    Blocking region(thread, gil::Reason::Lock);
    while (state_.exchange(kAwaited, std::memory_order_acquire) != kFree) state_.wait(kAwaited);
  }

  std::atomic<uint32_t> state_{kFree};
  std::atomic<Thread*> owner_{nullptr};
};

class [[nodiscard]] Busy {
 public:
  Busy(Thread& thread, BusyLock& lock, Value file) : lock_(lock.take(thread, file) ? &lock : nullptr) {}
  ~Busy() {
    if (lock_) lock_->give();
  }
  Busy(const Busy&) = delete;
  explicit operator bool() const { return lock_ != nullptr; }

 private:
  BusyLock* lock_;
};

}  // namespace gillab
