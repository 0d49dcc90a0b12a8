// Waiting on a word, for fibers: takes the place of gil/parking.cpp in the engine `controlled`.
#include "gil/parking.h"

#include <cstdlib>

#include "gil/schedule/machine.h"

namespace gillab::gil {

void rest_processor() {}

// Nobody else runs while a fiber watches.
bool Watch::goes_on() { return false; }

Woken wait_while(std::atomic<uint32_t>& word, uint32_t expected, Nanoseconds deadline) {
  if (word.load() != expected) return Woken::Changed;
  schedule::Fiber& fiber = schedule::current_fiber();
  fiber.word = reinterpret_cast<const volatile uint32_t*>(&word);
  fiber.expected = expected;
  fiber.deadline = deadline;
  fiber.timed_out = false;
  schedule::give_up(schedule::Status::Word);
  fiber.word = nullptr;
  return fiber.timed_out ? Woken::TimedOut : Woken::Changed;
}

// Who waits is found by looking at its word.
void wake(std::atomic<uint32_t>&, int) {}

bool Parker::take_wake_up() { return state_.exchange(kAwake) == kWoken; }
bool Parker::watch(Nanoseconds) { return false; }
bool Parker::park(Nanoseconds deadline, Nanoseconds) {
  uint32_t expected = kAwake;
  if (!state_.compare_exchange_strong(expected, kAsleep)) return take_wake_up();
  while (state_.load() == kAsleep) {
    if (wait_while(state_, kAsleep, deadline) == Woken::TimedOut) break;
  }
  return take_wake_up();
}
void Parker::unpark() { state_.store(kWoken); }

}  // namespace gillab::gil
