// The policy `cpython`, as CPython 3.2 and later: whoever waits for an interval (5 ms) during which nobody else got the
// turn asks for it; the holder then passes it to the first in the queue and cannot take it straight back. A turn given
// up for another reason lies open: a thread that comes back from a short call takes it before the woken one is there.
// An interval too short for clocks and wake-ups is counted in instructions, and the holder gives way to threads that wait
// for its processor too: at a microsecond, threads that run for less than one wake-up still take turns.
// Promises: a waiter that is first in the queue waits one interval and the holder's current instruction at most, unless
// newcomers take an open turn before it.
#include "gil/turns/policy.h"

namespace gillab::gil {
namespace {

class CpythonPolicy final : public Policy {
 public:
  using Policy::Policy;
  static constexpr Nanoseconds kShortest = 20'000;
  static constexpr Nanoseconds kInstruction = 20;  // where they are counted

  Nanoseconds asks_at(const Waiter& waiter, const Holder& holder, const Place& place) const override {
    return after_intervals(interval(), waiter, holder, place.before);
  }
  uint32_t instructions() const override {
    return interval() < kShortest ? static_cast<uint32_t>(interval() / kInstruction + 1) : 0;
  }
  bool gives_way() const override { return true; }
  // Who had to give its turn up would snatch what the others let lie open for a moment.
  bool may_watch(const Waiter& waiter) const override { return waiter.came_from != Reason::Turn; }
  size_t choose(std::span<const Waiter* const>, Reason why, Nanoseconds) const override {
    return why == Reason::Turn ? 0 : kOpen;
  }
};

}  // namespace

std::unique_ptr<Policy> make_cpython_policy(Nanoseconds interval) { return std::make_unique<CpythonPolicy>(interval); }

}  // namespace gillab::gil
