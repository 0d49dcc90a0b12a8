// The graph of states that a search has met: which choices each has and where they lead. Counting schedules and finding
// the cheapest one is done on it, without running anything.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "vm/explore/runner.h"
#include "vm/explore/state_key.h"

namespace gillab::explore {

inline constexpr uint32_t kNowhere = ~0u;

struct Edge {
  uint32_t to = kNowhere;
  Choice choice;
  bool back = false;      // closes a circle: leads to a state this path has been through
};

enum class End : uint8_t { None, Finished, Stuck };

struct Node {
  uint32_t first_edge;
  uint16_t edge_count;
  End end = End::None;
  bool on_path = false;
  uint32_t outcome = kNowhere;  // of an end: which
  uint64_t possible = 0;        // threads among its choices: bits
  uint64_t goes_on = 0;         // threads that could go on, also where a bound leaves them no choice
};

struct Step {
  uint32_t node;          // where it starts
  uint32_t edge;
};

class Graph {
 public:
  // The node of the state, and whether it is new.
  std::pair<uint32_t, bool> find_or_add(const StateKey& key);
  void set_choices(uint32_t node, const std::vector<Choice>& choices);
  void note_left(uint32_t node) { order_.push_back(node); }  // all that lies behind it has been met

  std::vector<Node> nodes;
  std::vector<Edge> edges;

  // How many schedules end in each outcome, as decimal numbers, and in all. `outcomes`: how many there are.
  std::vector<std::string> count_schedules(uint32_t outcomes, std::string* all) const;
  // For each outcome the schedule with the fewest preemptions, then the fewest steps. Empty: it is not reached.
  struct Cheapest {
    uint32_t preemptions = 0;
    std::vector<Step> steps;
    bool found = false;
  };
  std::vector<Cheapest> cheapest(uint32_t outcomes) const;
  // Is there a circle that a fair scheduler could stay in for ever? One step of it, or false.
  bool find_livelock(Step* step) const;

 private:
  std::unordered_map<StateKey, uint32_t> numbers_;
  std::vector<uint32_t> order_;   // nodes, each after all it leads to
};

}  // namespace gillab::explore
