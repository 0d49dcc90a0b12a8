// The policy `ticks`, as Python 2: the holder lets the turn lie open after every 100 instructions and takes part in the
// race for it at once, so it mostly wins: waking a sleeping thread takes longer. That is the convoy: a thread that does
// I/O beside one that computes hardly runs. Nobody asks for anything; the interval means nothing.
// Promises: no waiter is refused for ever, but there is no bound.
#include "gil/turns/policy.h"

namespace gillab::gil {
namespace {

constexpr uint32_t kInstructions = 100;

class TicksPolicy final : public Policy {
 public:
  using Policy::Policy;
  Nanoseconds asks_at(const Waiter&, const Holder&, const Place&) const override { return kForEver; }
  bool may_watch(const Waiter&) const override { return false; }  // sleepers lose the race: that is the convoy
  size_t choose(std::span<const Waiter* const>, Reason, Nanoseconds) const override { return kOpen; }
  uint32_t instructions() const override { return kInstructions; }
};

}  // namespace

std::unique_ptr<Policy> make_ticks_policy(Nanoseconds interval) { return std::make_unique<TicksPolicy>(interval); }

}  // namespace gillab::gil
