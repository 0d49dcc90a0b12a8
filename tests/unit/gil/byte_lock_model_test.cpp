// A model of the byte lock and its parking lot (gil/object_lock.h, gil/parking_lot.cpp): one thread at a time has it, and
// nobody sleeps for ever. What happens under a queue's mutex is one step.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>

#include "tests/unit/gil/interleavings.h"

namespace gillab::gil {
namespace {

using interleavings::Result;
using interleavings::Step;

constexpr int kThreads = 3, kRounds = 2;
enum : uint8_t { kHeld = 1, kAwaited = 2 };

struct One {
  uint8_t at, seen, rounds, woken, given;
};
struct Model {
  const char* wrong;
  uint8_t byte, inside, sleepers;
  int8_t queue[kThreads];
  One threads[kThreads];
};

struct Omit {
  bool look_before_sleep = false, keep_awaited = false, exclusion = false;
};

class Machine {
 public:
  Machine(Model& model, Omit omit) : m_(model), omit_(omit) {}

  Step step(int thread, bool hands_over) {
    One& me = m_.threads[thread];
    switch (me.at) {
      case 0:  // lock: the quick way
        if (me.rounds == kRounds) return Step::Done;
        me.at = change(0, kHeld) ? 10 : 1;
        break;
      case 1:
        me.seen = m_.byte;
        me.at = 2;
        break;
      case 2:  // free: take it; taken: say that somebody waits
        if (!(me.seen & kHeld)) {
          me.at = change(me.seen, me.seen | kHeld) ? 10 : 1;
        } else {
          me.at = (me.seen & kAwaited) || change(me.seen, me.seen | kAwaited) ? 4 : 1;
        }
        break;
      case 4:  // stand in the queue, unless something changed
        if (m_.byte != (kHeld | kAwaited) && !omit_.look_before_sleep) {
          me.at = 1;
          break;
        }
        m_.queue[m_.sleepers++] = static_cast<int8_t>(thread);
        me.at = 5;
        break;
      case 5:  // sleep
        if (!me.woken) return Step::Waits;
        me.woken = 0;
        me.at = me.given ? 10 : 1;
        me.given = 0;
        break;
      case 10:
        if (m_.inside++) m_.wrong = "two have the lock";
        me.at = 11;
        break;
      case 11:
        --m_.inside;
        me.at = 12;
        break;
      case 12:  // unlock: the quick way
        ++me.rounds;
        me.at = change(kHeld, 0) ? 0 : 13;
        break;
      case 13:
        unlock_slowly(hands_over);
        me.at = 0;
        break;
    }
    return Step::Taken;
  }

 private:
  bool change(uint8_t seen, int wanted) {
    if (m_.byte != seen) return false;
    m_.byte = static_cast<uint8_t>(wanted);
    return true;
  }
  void unlock_slowly(bool hands_over) {
    if (m_.sleepers == 0) {
      m_.byte = 0;
      return;
    }
    One& next = m_.threads[m_.queue[0]];
    std::memmove(m_.queue, m_.queue + 1, kThreads - 1);
    m_.queue[--m_.sleepers] = 0;
    next.woken = 1;
    next.given = hands_over;
    const bool stays = hands_over && !omit_.exclusion;
    m_.byte = static_cast<uint8_t>((stays ? kHeld : 0) | (m_.sleepers && !omit_.keep_awaited ? kAwaited : 0));
  }

  Model& m_;
  Omit omit_;
};

Result explore_model(Omit omit) {
  return interleavings::explore(Model{}, kThreads, [omit](Model& model, int thread, int choice) {
    return Machine(model, omit).step(thread, choice != 0);
  });
}

TEST(ByteLockModel, LetsOneInAndForgetsNobody) {
  const Result result = explore_model({});
  EXPECT_EQ(result.failure, "");
  EXPECT_GT(result.states, 500u);
}

TEST(ByteLockModel, NeedsALookBeforeSleeping) { EXPECT_NE(explore_model({.look_before_sleep = true}).failure, ""); }
TEST(ByteLockModel, NeedsTheMarkWhileOthersSleep) { EXPECT_NE(explore_model({.keep_awaited = true}).failure, ""); }
TEST(ByteLockModel, NeedsTheLockToStayHeldWhenHandedOver) { EXPECT_NE(explore_model({.exclusion = true}).failure, ""); }

}  // namespace
}  // namespace gillab::gil
