// What one thread did with the turn, counted by the lock layer itself at each change: nothing is sampled. Kept only
// when somebody asked (--stats, gillab.stats()); otherwise no clock is read.
#pragma once

#include <algorithm>
#include <cstdint>

#include "gil/clock.h"
#include "gil/reason.h"

namespace gillab::gil {

// Thread safety: written by its thread while it takes or gives the turn; read by whoever has the turn.
struct Figures {
  uint64_t turns = 0;                      // times it got the turn
  uint64_t released[kReasonCount] = {};    // Turn: it was made to; the others are its own will
  Nanoseconds held = 0;
  Nanoseconds waited = 0;                  // for the turn
  Nanoseconds longest_wait = 0;
  Nanoseconds away[kReasonCount] = {};     // without wanting the turn: in I/O, asleep, waiting for a lock ...

  void note_wanted(Nanoseconds time, Reason came_from) {
    away[static_cast<size_t>(came_from)] += time - changed_;
    changed_ = time;
  }
  void note_got(Nanoseconds time) {
    ++turns;
    waited += time - changed_;
    longest_wait = std::max(longest_wait, time - changed_);
    changed_ = time;
  }
  void note_gave(Nanoseconds time, Reason why) {
    ++released[static_cast<size_t>(why)];
    held += time - changed_;
    changed_ = time;
  }
  void begin(Nanoseconds time) { changed_ = time; }
  Nanoseconds held_until(Nanoseconds time) const { return held + (time - changed_); }  // by the holder itself

 private:
  Nanoseconds changed_ = 0;
};

}  // namespace gillab::gil
