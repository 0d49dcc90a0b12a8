// Parts of a graph of states within which each state can be reached from each other: a state alone, or those between
// which threads that spin go round.
#pragma once

#include "vm/explore/graph.h"

namespace gillab::explore {

struct Parts {
  std::vector<uint32_t> nodes;    // part by part; a part stands before those it leads to
  std::vector<size_t> begins;     // of each part in `nodes`, and the end of the last
  std::vector<uint32_t> part_of;  // by node
  size_t count() const { return begins.size() - 1; }
};

Parts parts_of(const Graph& graph);

}  // namespace gillab::explore
