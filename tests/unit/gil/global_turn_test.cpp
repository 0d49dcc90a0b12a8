// The global turn under real threads: one at a time, nobody forgotten, whatever the policy.
#include "gil/global_turn.h"

#include <gtest/gtest.h>

#include <thread>

#include "gil/turns/names.h"

namespace gillab::gil {
namespace {

const int kRunningTable = 0, kInterruptingTable = 0;

// What the loop does, without instructions: works in turns, passes the turn on when it is asked to.
struct Worker {
  Attached attached;
  uint64_t work = 0;

  Worker() {
    attached.running = &kRunningTable;
    attached.interrupting = &kInterruptingTable;
    attached.table.store(attached.running);
  }
  void step(GlobalTurn& turn) {
    ++work;
    const uint32_t most = turn.instructions_per_turn();
    if (attached.requests.exchange(0) != 0 || (most != 0 && work % most == 0)) turn.safe_point(attached);
  }
};

class EveryTurn : public testing::TestWithParam<std::string_view> {
 protected:
  void SetUp() override {
    ASSERT_TRUE(turn.set_policy(GetParam()));
    turn.set_interval(20'000);
  }
  template <class Body>
  void in_threads(int count, Body body) {
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) threads.emplace_back(body, i);
    for (std::thread& each : threads) each.join();
  }
  GlobalTurn turn;
};
INSTANTIATE_TEST_SUITE_P(Policies, EveryTurn, testing::ValuesIn(kPolicyNames), [](const auto& info) {
  std::string name(info.param);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST_P(EveryTurn, LetsOneThreadInAtATime) {
  uint64_t shared = 0;  // not atomic: a race would be seen by ThreadSanitizer, or lose counts
  in_threads(4, [&](int) {
    Worker me;
    for (int round = 0; round < 2000; ++round) {
      turn.attach(me.attached);
      ++shared;
      turn.detach(me.attached, Reason::Io);
    }
  });
  EXPECT_EQ(shared, 8000u);
}

TEST_P(EveryTurn, ForgetsNobodyWhoWaits) {
  uint64_t finished = 0;
  in_threads(6, [&](int index) {
    Worker me;
    turn.attach(me.attached);
    for (int i = 0; i < 20000; ++i) me.step(turn);
    turn.detach(me.attached, index % 2 ? Reason::Io : Reason::Sleep);
    turn.attach(me.attached);
    for (int i = 0; i < 20000; ++i) me.step(turn);
    ++finished;
    turn.detach(me.attached, Reason::End);
  });
  EXPECT_EQ(finished, 6u);
}

TEST_P(EveryTurn, LetsAThreadInBesideOneThatNeverStops) {
  std::atomic<bool> stop{false};
  std::thread spinner([&] {
    Worker me;
    turn.attach(me.attached);
    while (!stop.load(std::memory_order_relaxed)) me.step(turn);
    turn.detach(me.attached, Reason::End);
  });
  Worker me;
  for (int i = 0; i < 50; ++i) {
    turn.attach(me.attached);
    turn.detach(me.attached, Reason::Io);
  }
  stop.store(true);
  spinner.join();
  EXPECT_GT(me.attached.waited.load(), -1);
}

TEST_P(EveryTurn, CountsWhatEachThreadDid) {
  Worker me;
  Figures figures;
  figures.begin(now());
  me.attached.figures = &figures;
  for (int i = 0; i < 10; ++i) {
    turn.attach(me.attached);
    turn.detach(me.attached, Reason::Io);
  }
  EXPECT_EQ(figures.turns, 10u);
  EXPECT_EQ(figures.released[static_cast<size_t>(Reason::Io)], 10u);
  EXPECT_EQ(figures.released[static_cast<size_t>(Reason::Turn)], 0u);
}

TEST(GlobalTurn, RefusesAnUnknownPolicy) {
  GlobalTurn turn;
  EXPECT_FALSE(turn.set_policy("roulette"));
}

TEST(GlobalTurn, PassesAForcedTurnToAnotherThread) {
  GlobalTurn turn;
  turn.set_interval(1'000'000'000);
  Worker me, other;
  uint64_t order = 0;
  turn.attach(me.attached);
  std::thread waiter([&] {
    turn.attach(other.attached);
    order = order * 10 + 1;
    turn.detach(other.attached, Reason::End);
  });
  while (order == 0) {  // passes on as soon as the other waits; comes back only after it had the turn
    turn.safe_point(me.attached);
  }
  order = order * 10 + 2;
  turn.detach(me.attached, Reason::End);
  waiter.join();
  EXPECT_EQ(order, 12u);
}

TEST(GlobalTurn, StaysWithItsKeeperOnceItIsClosed) {
  GlobalTurn turn;
  Worker keeper;
  turn.attach(keeper.attached);
  turn.close(keeper.attached);
  turn.detach(keeper.attached, Reason::Io);  // nobody else could take it: it comes back at once
  turn.attach(keeper.attached);
  SUCCEED();
}

TEST(GlobalTurn, IsHeldByTheOnlyThreadAfterAFork) {
  GlobalTurn turn;
  Worker me;
  turn.attach(me.attached);
  turn.reset(me.attached);
  turn.detach(me.attached, Reason::Io);
  turn.attach(me.attached);
  turn.detach(me.attached, Reason::End);
  SUCCEED();
}

}  // namespace
}  // namespace gillab::gil
