// The search past --max-states: depth first, storing no states, with partial-order reduction. Two neighbouring operations
// of different threads that do not touch one variable (or only read it) can change places: schedules that differ only so
// are one *class*, of which one is run (source sets and sleep sets). With a bound on preemptions there are no sleep sets,
// and where a choice is added one is added too where the stretch before began (conservative backtrack points).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "vm/explore/schedule_id.h"
#include "vm/explore/search.h"

namespace gillab::explore {

struct ReductionLimits {
  double seconds = 0;
  int preemptions = -1;      // -1: all classes
  uint64_t most_steps = 100'000;  // of a schedule
};

struct ReducedOutcome {
  Outcome outcome;
  uint64_t classes = 0;
  uint32_t preemptions = 0;  // of the cheapest schedule that was run
  ScheduleId id;             // of that
};

struct ReductionResult {
  SearchEnd end = SearchEnd::Complete;
  std::vector<ReducedOutcome> outcomes;
  uint64_t classes = 0;
  uint64_t runs = 0;         // to an end, some of one class
  bool was_bounded = false;  // the bound kept it from a choice: there are more
  uint64_t circles = 0;
};

// REQUIRES: as search_states(); at most 64 threads.
ReductionResult search_classes(Halt halt, const ReductionLimits& limits, const std::function<void(const ReductionResult&, size_t)>& progress);

// Can the two not change places? Of different threads.
bool depend(const Operation& a, const Operation& b);

}  // namespace gillab::explore
