// Each turn policy keeps its contract, under a virtual clock.
#include <gtest/gtest.h>

#include "gil/turns/names.h"
#include "tests/unit/gil/simulation.h"

namespace gillab::gil {
namespace {

constexpr Nanoseconds kMillisecond = 1'000'000, kMicrosecond = 1'000, kInterval = 5 * kMillisecond;

class EveryPolicy : public testing::TestWithParam<std::string_view> {
 protected:
  std::unique_ptr<Policy> policy = make_policy(GetParam(), kInterval);
};
INSTANTIATE_TEST_SUITE_P(Policies, EveryPolicy, testing::ValuesIn(kPolicyNames), [](const auto& info) {
  std::string name(info.param);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST_P(EveryPolicy, HasItsName) { EXPECT_NE(policy, nullptr); }

TEST_P(EveryPolicy, GivesEveryThreadThatDoesIoItsTurn) {
  const Nanoseconds away = 10 * kMicrosecond;  // longer than a wake-up: who is woken finds the turn
  Simulation simulation(*policy, {serving(kMillisecond, away), serving(kMillisecond, away), serving(2 * kMillisecond, away)});
  simulation.run(1000 * kMillisecond);
  for (const SimulatedThread& each : simulation.threads) EXPECT_GT(each.turns, 10u);
}

TEST_P(EveryPolicy, ChoosesAWaiterThatIsThereOrNobody) {
  const Waiter io{Reason::Io, 5}, computing{Reason::Turn, 1};
  const Waiter* waiters[] = {&computing, &io};
  for (Reason why : {Reason::Turn, Reason::Io, Reason::Sleep, Reason::Lock, Reason::Native, Reason::End}) {
    const size_t chosen = policy->choose(waiters, why, 100);
    EXPECT_TRUE(chosen == Policy::kOpen || chosen < 2);
  }
}

TEST(NoPolicy, HasAnUnknownName) { EXPECT_EQ(make_policy("roulette", kInterval), nullptr); }

// --- cpython

TEST(Cpython, SwitchesBetweenComputingThreadsEveryInterval) {
  auto policy = make_cpython_policy(kInterval);
  Simulation simulation(*policy, {spinner(), spinner(), spinner()});
  simulation.run(300 * kMillisecond);
  EXPECT_EQ(simulation.order.size(), 61u);  // the first turn, then one switch an interval
  EXPECT_GT(jain_index(simulation.threads), 0.999);
}

TEST(Cpython, HonoursAForcedSwitch) {
  auto policy = make_cpython_policy(kInterval);
  Simulation simulation(*policy, {spinner(), spinner()});
  simulation.run(200 * kMillisecond);
  for (size_t i = 1; i < simulation.order.size(); ++i) EXPECT_NE(simulation.order[i], simulation.order[i - 1]);
}

TEST(Cpython, MakesAThreadThatDoesIoWaitAnInterval) {
  auto policy = make_cpython_policy(kInterval);
  Simulation simulation(*policy, {serving(10 * kMicrosecond, 100 * kMicrosecond), spinner()});
  simulation.run(1000 * kMillisecond);
  EXPECT_EQ(simulation.threads[0].longest_wait, kInterval);
  EXPECT_LT(simulation.threads[0].turns, 210u);
}

TEST(Cpython, LetsAShortCallTakeItsTurnBack) {
  auto policy = make_cpython_policy(kInterval);
  Simulation simulation(*policy, {serving(10 * kMicrosecond, 200), spinner()});
  simulation.run(20 * kMillisecond);
  EXPECT_GT(simulation.threads[0].turns, 300u);
}

// --- ticks

TEST(Ticks, LetsTheHolderCountAndNobodyAsk) {
  auto policy = make_ticks_policy(kInterval);
  EXPECT_EQ(policy->instructions(), 100u);
  EXPECT_EQ(policy->asks_at({Reason::Io, 0}, {}, {0, 1}), kForEver);
  const Waiter waiter{Reason::Io, 0};
  const Waiter* waiters[] = {&waiter};
  EXPECT_EQ(policy->choose(waiters, Reason::Turn, kInterval), Policy::kOpen);
}

// --- fair

TEST(Fair, SharesTimeEquallyAmongEight) {
  auto policy = make_fair_policy(kInterval);
  Simulation simulation(*policy, std::vector<SimulatedThread>(8, spinner()));
  simulation.run(100 * kMillisecond);
  EXPECT_GT(jain_index(simulation.threads), 0.95);
}

TEST(Fair, ServesFirstComeFirst) {
  auto policy = make_fair_policy(kInterval);
  Simulation simulation(*policy, std::vector<SimulatedThread>(4, spinner()));
  simulation.run(100 * kMillisecond);
  for (size_t i = 4; i < simulation.order.size(); ++i) EXPECT_EQ(simulation.order[i], simulation.order[i - 4]);
}

TEST(Fair, LetsNobodyOvertakeAfterIo) {
  auto policy = make_fair_policy(kInterval);
  Simulation simulation(*policy, {serving(10 * kMicrosecond, 200), spinner(), spinner()});
  simulation.run(500 * kMillisecond);
  for (size_t i = 1; i < simulation.order.size(); ++i) EXPECT_NE(simulation.order[i], simulation.order[i - 1]);
}

TEST(Fair, BoundsEveryWaitByARound) {
  auto policy = make_fair_policy(kInterval);
  Simulation simulation(*policy, std::vector<SimulatedThread>(8, spinner()));
  simulation.run(1000 * kMillisecond);
  for (const SimulatedThread& each : simulation.threads) EXPECT_LE(each.longest_wait, kInterval + kMillisecond);
}

// --- io-first

TEST(IoFirst, GivesTheTurnAtOnceToWhoComesBackFromIo) {
  auto policy = make_io_first_policy(kInterval);
  Simulation simulation(*policy, {serving(10 * kMicrosecond, kMillisecond), spinner()});
  simulation.run(1000 * kMillisecond);
  EXPECT_LE(simulation.threads[0].longest_wait, kInterval / 50);
  EXPECT_GT(simulation.threads[0].turns, 900u);
  EXPECT_GT(simulation.threads[1].held, 900 * kMillisecond);
}

TEST(IoFirst, DoesNotStarveWhoComputes) {
  auto policy = make_io_first_policy(kInterval);
  std::vector<SimulatedThread> threads(4, serving(kMillisecond, 100));
  threads.push_back(spinner());
  Simulation simulation(*policy, threads);
  simulation.run(1000 * kMillisecond);
  EXPECT_GT(simulation.threads[4].turns, 20u);
  EXPECT_LE(simulation.threads[4].longest_wait, 3 * kInterval);
}

TEST(IoFirst, LeavesTheLittleWorkBetweenTwoIosAlone) {
  auto policy = make_io_first_policy(kInterval);
  EXPECT_EQ(policy->asks_at({Reason::Io, 10}, {Reason::Io, 0, 0}, {0, 1}), kInterval / 50);
  EXPECT_EQ(policy->asks_at({Reason::Io, kMillisecond}, {Reason::Io, 0, 0}, {0, 1}), kMillisecond);
}

TEST(IoFirst, LetsNobodyBeInterruptedBeforeItHasDoneSomething) {
  auto policy = make_io_first_policy(kInterval);
  EXPECT_EQ(policy->asks_at({Reason::Io, 10}, {Reason::Turn, 0, 0}, {0, 1}), kInterval / 500);
  EXPECT_EQ(policy->asks_at({Reason::Io, kMillisecond}, {Reason::Turn, 0, 0}, {3, 4}), kMillisecond);
}

TEST(IoFirst, LeavesTimeToComputeBesideAThreadThatIsAlwaysBack) {
  auto policy = make_io_first_policy(kInterval);
  Simulation simulation(*policy, {serving(kMicrosecond, 300), spinner()});
  simulation.run(100 * kMillisecond);
  EXPECT_GT(simulation.threads[1].held, 50 * kMillisecond);
}

TEST(IoFirst, TreatsComputingThreadsAlike) {
  auto policy = make_io_first_policy(kInterval);
  Simulation simulation(*policy, std::vector<SimulatedThread>(4, spinner()));
  simulation.run(400 * kMillisecond);
  EXPECT_GT(jain_index(simulation.threads), 0.99);
}

}  // namespace
}  // namespace gillab::gil
