// Counting on graphs made by hand, against closed forms and against going through every path.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include "vm/explore/graph.h"

namespace gillab::explore {
namespace {

// A graph of named states, as a search would meet it.
class Maker {
 public:
  using Choices = std::vector<std::pair<uint8_t, uint64_t>>;  // thread, state it leads to

  // `choices` of a state; none: it is an end, `outcome` says which.
  Maker(std::function<Choices(uint64_t)> choices, std::function<uint32_t(uint64_t)> outcome) : choices_(choices), outcome_(outcome) {}

  Graph make(uint64_t first) {
    add(first);
    return std::move(graph_);
  }

 private:
  uint32_t add(uint64_t state) {
    const auto [node, fresh] = graph_.find_or_add(StateKey{state, state});
    if (!fresh) return node;
    const Choices choices = choices_(state);
    if (choices.empty()) graph_.nodes[node].outcome = outcome_(state);
    std::vector<Choice> open;
    for (const auto& [thread, to] : choices) {
      open.push_back({thread, 0});
      graph_.nodes[node].goes_on.add(thread);
    }
    graph_.set_choices(node, open);
    const uint32_t edge = graph_.nodes[node].first_edge;
    for (uint32_t i = 0; i < choices.size(); ++i) {
      const uint32_t to = add(choices[i].second);
      graph_.edges[edge + i].to = to;
    }
    return node;
  }

  std::function<Choices(uint64_t)> choices_;
  std::function<uint32_t(uint64_t)> outcome_;
  Graph graph_;
};

// `threads` of `steps` each, as digits of a number.
Graph grid(unsigned threads, unsigned steps, std::function<uint32_t(uint64_t)> outcome = [](uint64_t) { return 0u; }) {
  const auto choices = [=](uint64_t state) {
    Maker::Choices found;
    uint64_t place = 1;
    for (unsigned i = 0; i < threads; ++i, place *= 100) {
      if (state / place % 100 < steps) found.push_back({static_cast<uint8_t>(i + 1), state + place});
    }
    return found;
  };
  return Maker(choices, outcome).make(0);
}

std::string count(const Graph& graph, uint32_t outcomes = 1) {
  std::string all;
  graph.count_schedules(outcomes, &all);
  return all;
}

TEST(GraphCounts, ClosedForms) {
  EXPECT_EQ(count(grid(2, 2)), "6");            // (2n)! / (n!)^2
  EXPECT_EQ(count(grid(2, 10)), "184756");
  EXPECT_EQ(count(grid(3, 4)), "34650");        // (3n)! / (n!)^3
  EXPECT_EQ(count(grid(4, 4)), "63063000");
  EXPECT_EQ(count(grid(2, 40)), "107507208733336176461620");
}

TEST(GraphCounts, OneStateAlone) {
  EXPECT_EQ(count(grid(1, 0)), "1");
  EXPECT_EQ(count(Graph()), "0");
}

// Every path that is in no state twice, one by one.
uint64_t walk(const std::map<uint64_t, Maker::Choices>& graph, uint64_t at, std::set<uint64_t>& visited) {
  const Maker::Choices& choices = graph.at(at);
  if (choices.empty()) return 1;
  uint64_t paths = 0;
  visited.insert(at);
  for (const auto& [thread, to] : choices) {
    if (!visited.contains(to)) paths += walk(graph, to, visited);
  }
  visited.erase(at);
  return paths;
}

TEST(GraphCounts, WaysAroundAreCountedOneByOne) {
  uint64_t random = 12345;
  const auto next = [&](uint64_t below) {
    random = random * 6364136223846793005 + 1442695040888963407;
    return (random >> 33) % below;
  };
  for (int round = 0; round < 200; ++round) {
    constexpr uint64_t kStates = 9;  // of which the last is an end
    std::map<uint64_t, Maker::Choices> made;
    for (uint64_t i = 0; i < kStates; ++i) {
      std::set<uint64_t> to;
      for (uint64_t k = 1 + next(3); i + 1 < kStates && k > 0; --k) to.insert(next(kStates));
      to.erase(i);
      if (i + 1 < kStates && to.empty()) to.insert(kStates - 1);
      uint8_t thread = 1;
      for (uint64_t each : to) made[i].push_back({thread++, each});
      if (i + 1 == kStates) made[i];
    }
    const Graph graph = Maker([&](uint64_t state) { return made.at(state); }, [](uint64_t) { return 0u; }).make(0);
    std::set<uint64_t> visited;
    EXPECT_EQ(count(graph), std::to_string(walk(made, 0, visited))) << "round " << round;
    EXPECT_TRUE(graph.is_exact);
  }
}

TEST(GraphCounts, WithoutALabel) {
  Graph graph = grid(2, 2);
  graph.labels[graph.nodes[0].first_edge] = {0};  // whatever begins with thread 1
  std::string all;
  graph.count_schedules(1, &all, 0);
  EXPECT_EQ(all, "3");
}

// The same path counting by going through all paths: preemptions of the best for each outcome.
TEST(CheapestSchedule, NoOtherHasFewerPreemptions) {
  // The outcome is which thread was last at its second step, and how many steps thread 1 had done then.
  const auto choices = [](uint64_t state) {
    Maker::Choices found;
    const uint64_t first = state % 10, second = state / 10 % 10, seen = state / 100;
    if (first < 4) found.push_back({1, state + 1});
    if (second < 4) found.push_back({2, (second == 1 ? (seen ? seen : first + 1) * 100 : seen * 100) + (second + 1) * 10 + first});
    return found;
  };
  const auto outcome = [](uint64_t state) { return static_cast<uint32_t>(state / 100 - 1); };
  const Graph graph = Maker(choices, outcome).make(0);
  std::map<uint32_t, uint32_t> fewest;
  const std::function<void(uint64_t, uint8_t, uint32_t)> go = [&](uint64_t state, uint8_t last, uint32_t preemptions) {
    const Maker::Choices open = choices(state);
    if (open.empty()) {
      const auto [found, fresh] = fewest.try_emplace(outcome(state), preemptions);
      if (!fresh) found->second = std::min(found->second, preemptions);
    }
    bool goes_on = false;
    for (const auto& [thread, to] : open) goes_on |= thread == last;
    for (const auto& [thread, to] : open) go(to, thread, preemptions + (goes_on && thread != last));
  };
  go(0, 0, 0);
  const std::vector<Graph::Cheapest> cheapest = graph.cheapest(5);
  ASSERT_EQ(fewest.size(), 5u);
  for (const auto& [which, preemptions] : fewest) EXPECT_EQ(cheapest[which].preemptions, preemptions) << "outcome " << which;
}

TEST(Livelock, NeedsEveryThreadThatCanGoOn) {
  // Thread 1 goes round between states 0 and 1; thread 2 could end it at any time, or takes turns with it.
  const auto lets_end = [](uint64_t state) {
    if (state > 1) return Maker::Choices{};
    return Maker::Choices{{1, 1 - state}, {2, 2}};
  };
  Step step;
  EXPECT_FALSE(Maker(lets_end, [](uint64_t) { return 0u; }).make(0).find_livelock(&step));
  const auto both_turn = [](uint64_t state) {
    if (state > 1) return Maker::Choices{};
    return state == 0 ? Maker::Choices{{1, 1}, {2, 1}} : Maker::Choices{{2, 0}, {1, 2}};
  };
  EXPECT_TRUE(Maker(both_turn, [](uint64_t) { return 0u; }).make(0).find_livelock(&step));
}

}  // namespace
}  // namespace gillab::explore
