// How a thread waits without running: on one word, in the kernel (a futex). What the word means is its owner's matter.
#pragma once

#include <atomic>

#include "gil/clock.h"

namespace gillab::gil {

enum class Woken : uint8_t { Changed, TimedOut, Interrupted };

// Sleeps while `word` holds `expected`, at most until `deadline`. Changed: somebody woke us, or the word differed, or
// for no reason: look again. Interrupted: a signal handler ran.
Woken wait_while(std::atomic<uint32_t>& word, uint32_t expected, Nanoseconds deadline);
void wake(std::atomic<uint32_t>& word, int count);

void rest_processor();  // tells it that this is a waiting loop

// For how long it pays to watch before sleeping: more than twice what the kernel takes to wake a sleeper. With less, two
// threads that answer each other could go on missing each other by a little for ever.
inline constexpr Nanoseconds kWatched = 50'000;

// The pace of a loop that watches: `while (!there && watch.goes_on())`. It does not give way to other threads: where the
// awaited one waits for this very processor, giving way would let it run here with another processor idle, whereas who
// sleeps is woken there.
class Watch {
 public:
  explicit Watch(Nanoseconds until) : until_(until) {}
  bool goes_on();  // false: it has lasted long enough

 private:
  Nanoseconds until_;
  unsigned rests_ = 0;
};

// One thread's place to sleep. A wake-up that comes before the sleep is kept, so none is lost; several are one.
class Parker {
 public:
  // False: the deadline came first. Looks for the wake-up until `awake_until`, which costs a processor but not the
  // kernel's time to wake a sleeper; then sleeps.
  bool park(Nanoseconds deadline, Nanoseconds awake_until = 0);
  void unpark();

 private:
  enum State : uint32_t { kAwake, kWoken, kAsleep };
  bool take_wake_up();
  bool watch(Nanoseconds until);

  std::atomic<uint32_t> state_{kAwake};
};

}  // namespace gillab::gil
