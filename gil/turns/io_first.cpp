// The policy `io-first`: who comes back from I/O asks at once and goes before all who compute. Among equals the first
// come is first served; nobody overtakes.
// Promises: a thread back from I/O waits for the instruction the holder is in, or a fiftieth of an interval where the
// holder came back from I/O itself, plus those that came back before it. A thread that computes waits at most two
// intervals beyond the turns of its like: after one it goes before everybody, and then keeps the turn for a fiftieth of
// an interval whoever asks.
#include "gil/turns/policy.h"

namespace gillab::gil {
namespace {

class IoFirstPolicy final : public Policy {
 public:
  using Policy::Policy;

  Nanoseconds patience(const Waiter& waiter, const Holder& holder, size_t) const override {
    if (waiter.came_from != Reason::Io) return interval();
    return protected_time(holder);
  }

  size_t choose(std::span<const Waiter* const> waiters, Reason, Nanoseconds now) const override {
    for (size_t i = 0; i < waiters.size(); ++i) {
      if (waiters[i]->came_from != Reason::Io && now - waiters[i]->since >= interval()) return i;
    }
    for (size_t i = 0; i < waiters.size(); ++i) {
      if (waiters[i]->came_from == Reason::Io) return i;
    }
    return 0;
  }

 private:
  // Left alone for a while are who waited long for its turn, and who does the little work between two I/Os: made to
  // pass on, it would count as computing and wait for the others.
  Nanoseconds protected_time(const Holder& holder) const {
    return holder.came_from == Reason::Io || holder.waited >= interval() ? interval() / 50 : 0;
  }
};

}  // namespace

std::unique_ptr<Policy> make_io_first_policy(Nanoseconds interval) { return std::make_unique<IoFirstPolicy>(interval); }

}  // namespace gillab::gil
