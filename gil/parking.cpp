// Futexes, and the one-token semaphore on top of them.
#include "gil/parking.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace gillab::gil {
namespace {

constexpr Nanoseconds kSecond = 1'000'000'000;

long futex(std::atomic<uint32_t>& word, int operation, uint32_t value, const timespec* until) {
  return syscall(SYS_futex, &word, operation | FUTEX_PRIVATE_FLAG, value, until, nullptr, FUTEX_BITSET_MATCH_ANY);
}

}  // namespace

void rest_processor() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

bool Watch::goes_on() {
  constexpr unsigned kClock = 8;  // rests between looks at the clock
  rest_processor();
  return ++rests_ % kClock != 0 || now() < until_;
}


Woken wait_while(std::atomic<uint32_t>& word, uint32_t expected, Nanoseconds deadline) {
  timespec until{deadline / kSecond, deadline % kSecond};
  if (futex(word, FUTEX_WAIT_BITSET, expected, deadline == kForEver ? nullptr : &until) == 0) return Woken::Changed;
  if (errno == ETIMEDOUT) return Woken::TimedOut;
  return errno == EINTR ? Woken::Interrupted : Woken::Changed;
}

void wake(std::atomic<uint32_t>& word, int count) { futex(word, FUTEX_WAKE, static_cast<uint32_t>(count), nullptr); }

bool Parker::take_wake_up() { return state_.exchange(kAwake, std::memory_order_acquire) == kWoken; }

// True: a wake-up came.
bool Parker::watch(Nanoseconds until) {
  for (Watch watch(until); watch.goes_on();) {
    if (state_.load(std::memory_order_relaxed) == kWoken) return true;
  }
  return false;
}

bool Parker::park(Nanoseconds deadline, Nanoseconds awake_until) {
  if (awake_until != 0 && watch(std::min(deadline, awake_until))) return take_wake_up();
  uint32_t expected = kAwake;
  if (!state_.compare_exchange_strong(expected, kAsleep, std::memory_order_acquire)) return take_wake_up();
  while (state_.load(std::memory_order_acquire) == kAsleep) {
    if (wait_while(state_, kAsleep, deadline) == Woken::TimedOut) break;
  }
  return take_wake_up();
}

void Parker::unpark() {
  if (state_.exchange(kWoken, std::memory_order_release) == kAsleep) wake(state_, 1);
}

}  // namespace gillab::gil
