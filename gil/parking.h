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

void rest_processor();           // tells the processor that this is a waiting loop
bool has_processors_to_spare();  // false: whoever watches instead of sleeping keeps the others from running

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
