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
  uint32_t state = kNowhere;    // of nodes that are one state to the script: the first; nowhere: it is one of its own
  uint32_t outcome = kNowhere;  // of an end: which
  ThreadSet possible;           // threads among its choices
  ThreadSet goes_on;            // threads that could go on, also where a bound leaves them no choice
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

  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::unordered_map<uint32_t, std::vector<uint32_t>> labels;  // of edges: what a companion of the search met there

  // How many schedules end in each outcome, as decimal numbers, and in all. `outcomes`: how many there are. With a label:
  // only those that never meet it. A schedule is in no state twice: where a thread can spin, ways around are counted one
  // by one, and not all (`is_exact`) where there are very many.
  std::vector<std::string> count_schedules(uint32_t outcomes, std::string* all, uint32_t without = kNowhere) const;
  // For each outcome, and then for each label, the schedule with the fewest preemptions, then the fewest steps, then the
  // earliest preemptions. Of a label: as far as its step.
  struct Cheapest {
    uint32_t preemptions = 0;
    std::vector<Step> steps;
    bool found = false;
  };
  std::vector<Cheapest> cheapest(uint32_t outcomes, uint32_t labels_wanted = 0) const;
  // Is there a circle that a fair scheduler could stay in for ever? One step of it, or false.
  bool find_livelock(Step* step) const;
  mutable bool is_exact = true;
  uint32_t state_of(uint32_t node) const { return nodes[node].state == kNowhere ? node : nodes[node].state; }

 private:
  void make_room();
  std::vector<StateKey> keys_;      // by node
  std::vector<uint32_t> places_;    // node + 1, by a hash of its key; 0: free. A power of two, at most half full
};

}  // namespace gillab::explore
