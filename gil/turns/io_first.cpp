// The policy `io-first`: who comes back from I/O asks at once and goes before all who compute. Among equals the first
// come is first served; nobody overtakes.
// Promises: a thread back from I/O waits for the instruction the holder is in, and before that until the holder has had
// the turn for a five-hundredth of an interval, or for a fiftieth where it came back from I/O itself or had waited long;
// plus those that came back before it. A thread that computes goes before everybody once it has waited an interval.
#include "gil/turns/policy.h"

namespace gillab::gil {
namespace {

class IoFirstPolicy final : public Policy {
 public:
  using Policy::Policy;

  Nanoseconds asks_at(const Waiter& waiter, const Holder& holder, const Place& place) const override {
    if (waiter.came_from != Reason::Io) return after_intervals(interval(), waiter, holder, place.before);
    return std::max(waiter.since, holder.since + protected_time(holder));
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
  // Nobody is interrupted before it has done something. Left alone for longer are who waited long for its turn, and who
  // does the little work between two I/Os: made to pass on, it would count as computing and wait for the others.
  Nanoseconds protected_time(const Holder& holder) const {
    const bool longer = holder.came_from == Reason::Io || holder.waited >= interval();
    return interval() / (longer ? 50 : 500);
  }
};

}  // namespace

std::unique_ptr<Policy> make_io_first_policy(Nanoseconds interval) { return std::make_unique<IoFirstPolicy>(interval); }

}  // namespace gillab::gil
