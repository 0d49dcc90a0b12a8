// How the one turn of the layer `gil` is passed on. A policy decides and does nothing else: it never waits, reads no
// clock and keeps no thread, so it can be tested under a virtual one. gil/global_turn.h does what it decides.
//
// Contract of every policy: whoever waits gets the turn in the end if others keep giving it up when they are asked to,
// and a decision depends on nothing but its arguments and the policy's settings. Each file in this folder is one policy
// and opens with what it promises beyond that.
#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <string_view>

#include "gil/clock.h"
#include "gil/reason.h"

namespace gillab::gil {

// The thread that has the turn.
struct Holder {
  Reason came_from = Reason::Start;
  Nanoseconds since = 0;   // when another thread last had it
  Nanoseconds waited = 0;  // for this turn
};

// Where a waiter stands.
struct Place {
  size_t before;   // how many came earlier
  size_t waiters;  // in all
};

class Policy {
 public:
  explicit Policy(Nanoseconds interval) : interval_(interval) {}
  virtual ~Policy() = default;
  Policy(const Policy&) = delete;

  // When `waiter` asks the holder for the turn; after each switch it is decided anew. kForEver: it never asks.
  virtual Nanoseconds asks_at(const Waiter& waiter, const Holder& holder, const Place& place) const = 0;

  // The holder gives the turn up because of `why`; reason Turn: it was asked to. Which of `waiters` (in order of
  // arrival, never empty) has it next? kOpen: nobody yet. The first is woken, but whoever comes before it takes it.
  static constexpr size_t kOpen = static_cast<size_t>(-1);
  virtual size_t choose(std::span<const Waiter* const> waiters, Reason why, Nanoseconds now) const = 0;

  // May this waiter watch for the turn for a moment before it sleeps? Where the turn may lie open, who watches takes it
  // before who sleeps, and before who gave it up for a moment only.
  virtual bool may_watch(const Waiter&) const { return true; }

  // After how many instructions the holder gives the turn up unasked; 0: never.
  virtual uint32_t instructions() const { return 0; }
  // And when it has counted them and nobody waits: does it give way to threads that wait for its processor?
  virtual bool gives_way() const { return false; }

  Nanoseconds interval() const { return interval_; }

 protected:
  // An interval after the later of its arrival and the last switch, and one more for each that came earlier: so one
  // waiter wakes for each switch, not all.
  static Nanoseconds after_intervals(Nanoseconds interval, const Waiter& waiter, const Holder& holder, size_t before) {
    const Nanoseconds spacing = std::max(interval, kLeastSpacing);
    return std::max(waiter.since, holder.since) + interval + spacing * static_cast<Nanoseconds>(before);
  }

 private:
  static constexpr Nanoseconds kLeastSpacing = 100'000;

  const Nanoseconds interval_;  // what sys.setswitchinterval set
};

// Null: no policy has this name (names.h).
std::unique_ptr<Policy> make_policy(std::string_view name, Nanoseconds interval);

// One maker a file.
std::unique_ptr<Policy> make_cpython_policy(Nanoseconds interval);
std::unique_ptr<Policy> make_ticks_policy(Nanoseconds interval);
std::unique_ptr<Policy> make_fair_policy(Nanoseconds interval);
std::unique_ptr<Policy> make_io_first_policy(Nanoseconds interval);

}  // namespace gillab::gil
