// The search over states: every choice in every state, each state once.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "vm/explore/graph.h"
#include "vm/explore/shared_states.h"

namespace gillab::explore {

// How a run of the script ended.
struct Outcome {
  std::string result;             // what --show gives, or the output
  std::string error;              // the last line of an uncaught exception's traceback; empty: none
  End end = End::Finished;
  std::string stuck;              // of a deadlock: who waits for what
  int claim = -1;                 // the first claim of the script that it meets
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// Hears of each choice before it is made and after.
struct Observer {
  virtual ~Observer() = default;
  virtual void before(Choice) {}
  virtual void after(Choice) {}
};

// Goes along with a search: what it knows belongs to the path, tells more states apart than the script could, and labels
// the steps of the graph.
struct Companion : Observer {
  virtual uint64_t digest() = 0;                        // of what it knows, as far as that can matter later
  virtual const std::vector<uint32_t>& labels() = 0;    // of the last step
  virtual void keep() = 0;                              // puts what it knows on a stack
  virtual void go_back() = 0;                           // to the top of that
  virtual void drop() = 0;                              // the top
};

struct SearchLimits {
  uint64_t most_states = 1'000'000;
  double seconds = 0;             // 0: none
  int preemptions = -1;           // only schedules with at most so many; -1: all
  unsigned shard = 0, shards = 1; // only the part of the schedules that falls to this shard
};

enum class SearchEnd : uint8_t { Complete, StatesSpent, TimeSpent, NewShared, RanAway, Refused };

struct SearchResult {
  SearchEnd end = SearchEnd::Complete;
  Graph graph;
  std::vector<Outcome> outcomes;
  uint64_t circles = 0;           // choices that led back to a state of their own path
};

// How far it is: states, and how deep the path is.
using Progress = std::function<void(uint64_t states, size_t depth)>;

// REQUIRES: the state is one in which settle() said Choosing, Finished or Stuck: `halt`.
// `progress` may be empty, `companion` null.
SearchResult search_states(Halt halt, const SearchLimits& limits, const Progress& progress, Companion* companion = nullptr);

// The same by several processes, of which this is number `me`: what it has found of it. Edges lead to numbers of
// SharedStates, and there are no circles yet: put_together() makes of all parts what one process would have found.
struct SearchPart {
  struct Piece {              // what is known of a node beside the graph
    uint32_t state;           // its number among the shared
    uint32_t first_choice;    // its edges are the state's choices from this one on
    bool whole;               // all of them, but for those given away
    StateKey plain;           // of what the script can see: several nodes may have the same
  };
  SearchResult result;
  std::vector<Piece> pieces;  // by node
};
SearchPart search_part(Halt halt, const SearchLimits& limits, const Progress& progress, SharedStates& shared, unsigned me);
SearchResult put_together(const std::vector<SearchPart>& parts);  // search_parts.cpp

// Asks the main thread, at the end of a run, what the script is to be judged by. Changes the state.
Outcome outcome_of(Halt halt);

}  // namespace gillab::explore
