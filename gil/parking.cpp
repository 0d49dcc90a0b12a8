// Futexes, and the one-token semaphore on top of them.
#include "gil/parking.h"

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

Woken wait_while(std::atomic<uint32_t>& word, uint32_t expected, Nanoseconds deadline) {
  timespec until{deadline / kSecond, deadline % kSecond};
  if (futex(word, FUTEX_WAIT_BITSET, expected, deadline == kForEver ? nullptr : &until) == 0) return Woken::Changed;
  if (errno == ETIMEDOUT) return Woken::TimedOut;
  return errno == EINTR ? Woken::Interrupted : Woken::Changed;
}

void wake(std::atomic<uint32_t>& word, int count) { futex(word, FUTEX_WAKE, static_cast<uint32_t>(count), nullptr); }

bool Parker::park(Nanoseconds deadline) {
  while (token_.exchange(0, std::memory_order_acquire) == 0) {
    if (wait_while(token_, 0, deadline) == Woken::TimedOut) {
      return token_.exchange(0, std::memory_order_acquire) != 0;
    }
  }
  return true;
}

void Parker::unpark() {
  if (token_.exchange(1, std::memory_order_release) == 0) wake(token_, 1);
}

}  // namespace gillab::gil
