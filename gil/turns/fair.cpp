// The policy `fair`: first come, first served. The turn goes to the head of the queue whatever it was given up for, and
// nobody overtakes. Those who compute share an interval among them, so that with many threads a round stays short.
// Promises: between two turns of a thread each other waiter has at most one; a round of n threads takes one interval, or
// n times kShortest where that is longer.
#include <algorithm>

#include "gil/turns/policy.h"

namespace gillab::gil {
namespace {

constexpr Nanoseconds kShortest = 200'000;  // a switch costs some microseconds: below this it would show

class FairPolicy final : public Policy {
 public:
  using Policy::Policy;
  Nanoseconds asks_at(const Waiter& waiter, const Holder& holder, const Place& place) const override {
    const Nanoseconds share = interval() / static_cast<Nanoseconds>(place.waiters + 1);
    return after_intervals(std::min(interval(), std::max(share, kShortest)), waiter, holder, place.before);
  }
  size_t choose(std::span<const Waiter* const>, Reason, Nanoseconds) const override { return 0; }
};

}  // namespace

std::unique_ptr<Policy> make_fair_policy(Nanoseconds interval) { return std::make_unique<FairPolicy>(interval); }

}  // namespace gillab::gil
