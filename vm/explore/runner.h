// Running threads one at a time: each as far as its next shared operation. Who goes on there is the caller's choice.
#pragma once

#include <string>
#include <vector>

#include "gil/schedule/machine.h"
#include "vm/explore/session.h"

namespace gillab::explore {

struct Choice {
  static constexpr uint8_t kByTheClock = 0x80;
  uint8_t thread = 0;
  uint8_t alternative = 0;
  // The thread waits or sleeps, and its time is over: it can be so at any moment, the others may be slow.
  bool is_by_the_clock() const { return alternative & kByTheClock; }
  friend bool operator==(const Choice&, const Choice&) = default;
};

// Does the choice interrupt a thread? `goes_on`: who can go on without the clock.
inline bool is_preemption(Choice choice, uint32_t last, const ThreadSet& goes_on) {
  return choice.is_by_the_clock() ? !goes_on.is_empty() : choice.thread != last && goes_on.has(last);
}
inline ThreadSet who_goes_on(const std::vector<Choice>& open) {
  ThreadSet found;
  for (const Choice& each : open) {
    if (!each.is_by_the_clock()) found.add(each.thread);
  }
  return found;
}

enum class Halt : uint8_t {
  Choosing,   // somebody can go on
  Finished,   // the script is at its end
  Stuck,      // nobody can go on: a deadlock
  NewShared,  // a variable turned out to be shared that was not known as such
  RanAway,    // instructions without end and without a shared operation
  Refused,    // a system call that cannot be taken back
  FirstThread,
  Freed,      // an object that somebody still refers to was freed (model none)
};

// Nothing is explored: threads take turns until the main one has ended, as on any engine, with as much time as passes; where
// all wait, it jumps to the first deadline.
Halt run_in_turns(void* (*function)(void*), void* argument);
// Starts the machine with `function` on its main fiber and runs it until the script starts its first thread (then the
// state is the checkpoint) or ends.
Halt start(void* (*function)(void*), void* argument);
void begin_new_memory();  // from here on each thread has memory of its own, and stops at each instruction
void begin_checkpoint();  // the same, and the state of now is the one to come back to

// Runs all threads that can go on without being seen by others.
Halt settle();
// The choices there are, in the order of threads; those by the clock last, who is due first before the others. After settle() said Choosing.
std::vector<Choice> choices();
Halt choose(Choice choice);
int64_t time_left(uint32_t thread);  // until it is due, in nanoseconds: 0 also when that is past

// One run from here to the end without anything to choose: the running thread goes on while it can, then the lowest.
Halt run_by_rule(uint64_t most_decisions = ~uint64_t{0});

}  // namespace gillab::explore
