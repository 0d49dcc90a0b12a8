// What processes of one search share, by threads of this one; and their parts put together.
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <thread>

#include "vm/explore/search.h"

namespace gillab::explore {
namespace {

struct Discard {
  void operator()(SharedStates* all) const { all->discard(); }
};
using Shared = std::unique_ptr<SharedStates, Discard>;

TEST(SharedStates, EachStateIsClaimedOnce) {
  constexpr unsigned kProcesses = 4;
  constexpr uint64_t kStates = 20'000;
  Shared all(SharedStates::make(kProcesses, kStates));
  std::vector<std::vector<SharedStates::Claim>> claims(kProcesses);
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < kProcesses; ++i) {
    threads.emplace_back([&, i] {
      for (uint64_t state = 0; state < kStates; ++state) claims[i].push_back(all->claim({state * 64, state}, i));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(all->count(), kStates);
  std::set<uint32_t> numbers;
  for (uint64_t state = 0; state < kStates; ++state) {
    unsigned fresh = 0;
    for (unsigned i = 0; i < kProcesses; ++i) {
      fresh += claims[i][state].fresh;
      if (claims[i][state].fresh) EXPECT_EQ(claims[i][state].made, i);
      EXPECT_EQ(claims[i][state].state, claims[0][state].state);
      EXPECT_EQ(claims[i][state].made, claims[0][state].made);
    }
    EXPECT_EQ(fresh, 1u);
    numbers.insert(claims[0][state].state);
  }
  EXPECT_EQ(numbers.size(), kStates);
  EXPECT_EQ(*numbers.rbegin(), kStates - 1);
}

TEST(SharedStates, KeepsListsForEverybody) {
  Shared all(SharedStates::make(2, 10));
  const uint64_t first = all->put_list({7, 8}), second = all->put_list({});
  EXPECT_EQ(std::vector<uint64_t>(all->list(first), all->list(first) + 3), (std::vector<uint64_t>{2, 7, 8}));
  EXPECT_EQ(all->list(second)[0], 0u);
}

// One has a number of things to do and gives half of them away, whoever has none does the same.
void work_on(SharedStates& all, unsigned me, uint32_t first, std::atomic<uint64_t>& done) {
  uint32_t left = first;
  for (Work work;;) {
    while (left > 0) {
      if (left > 1 && all.is_wanted() && all.give({{{1, 0}}, 0, 0, left / 2})) left -= left / 2;
      --left;
      ++done;
    }
    if (!all.take(me, &work)) return;
    EXPECT_EQ(work.way, (std::vector<Choice>{{1, 0}}));
    left = work.end;
  }
}

TEST(SharedStates, WorkIsGivenToWhoeverHasNoneUntilAllIsDone) {
  constexpr unsigned kProcesses = 4;
  Shared all(SharedStates::make(kProcesses, 10));
  std::atomic<uint64_t> done = 0;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < kProcesses; ++i) {
    threads.emplace_back([&, i] { work_on(*all, i, i == 0 ? 100'000 : 0, done); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(done, 100'000u);
  EXPECT_EQ(all->stopped(), 0u);
}

TEST(SharedStates, StoppingEndsAllWaits) {
  Shared all(SharedStates::make(2, 10));
  Work work;
  std::thread waits([&] {
    Work none;
    EXPECT_FALSE(all->take(1, &none));
  });
  all->stop(3);
  waits.join();
  all->stop(4);
  EXPECT_EQ(all->stopped(), 3u);
}

SearchPart part_of(std::vector<std::pair<SearchPart::Piece, std::vector<Edge>>> pieces) {
  SearchPart part;
  Graph& graph = part.result.graph;
  for (const auto& [piece, edges] : pieces) {
    Node& node = graph.nodes.emplace_back();
    node.first_edge = static_cast<uint32_t>(graph.edges.size());
    node.edge_count = static_cast<uint16_t>(edges.size());
    if (edges.empty()) node.outcome = 0;
    graph.edges.insert(graph.edges.end(), edges.begin(), edges.end());
    part.pieces.push_back(piece);
  }
  return part;
}

// Two threads of one step each: state 0 leads to 5 and 3, both to 2. The second choice in 0 was given away.
TEST(PutTogether, NumbersStatesAsOneProcessWouldMeetThem) {
  SearchPart first = part_of({{{0, 0, true, {0, 0}}, {{5, {1, 0}}, {kNowhere, {2, 0}}}}, {{5, 0, true, {5, 0}}, {{2, {2, 0}}}}});
  SearchPart second = part_of({{{0, 1, false, {0, 0}}, {{3, {2, 0}}}}, {{3, 0, true, {3, 0}}, {{2, {1, 0}}}}, {{2, 0, true, {2, 0}}, {}}});
  second.result.outcomes.resize(1);
  second.result.outcomes[0].result = "both";
  const SearchResult whole = put_together({first, second});
  ASSERT_EQ(whole.graph.nodes.size(), 4u);
  ASSERT_EQ(whole.outcomes.size(), 1u);
  EXPECT_EQ(whole.outcomes[0].result, "both");
  std::vector<uint32_t> leads_to;
  for (const Edge& edge : whole.graph.edges) leads_to.push_back(edge.to);
  EXPECT_EQ(leads_to, (std::vector<uint32_t>{1, 3, 2, 2}));
  EXPECT_EQ(whole.graph.nodes[2].outcome, 0u);
  EXPECT_EQ(whole.circles, 0u);
  std::string all;
  EXPECT_EQ(whole.graph.count_schedules(1, &all), (std::vector<std::string>{"2"}));
}

TEST(PutTogether, FindsCirclesThatNoPartSaw) {
  SearchPart first = part_of({{{0, 0, true, {0, 0}}, {{1, {1, 0}}}}});
  SearchPart second = part_of({{{1, 0, true, {1, 0}}, {{0, {1, 0}}, {2, {2, 0}}}}, {{2, 0, true, {2, 0}}, {}}});
  second.result.outcomes.resize(1);
  const SearchResult whole = put_together({first, second});
  EXPECT_EQ(whole.circles, 1u);
  EXPECT_TRUE(whole.graph.edges[1].back);
}

}  // namespace
}  // namespace gillab::explore
