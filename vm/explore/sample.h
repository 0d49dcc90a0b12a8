// Whole runs from the checkpoint, each decided as it goes: at random, by changing priorities (PCT), or one after the
// other through all there are.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "vm/explore/runner.h"
#include "vm/explore/schedule_id.h"
#include "vm/explore/search.h"

namespace gillab::explore {

// Says what to choose. `steps` so far.
using Policy = std::function<Choice(const std::vector<Choice>& open, const Course& course, size_t steps)>;

struct Run {
  Halt halt = Halt::Finished;
  Outcome outcome;
  ScheduleId id;
  uint32_t preemptions = 0;
  size_t steps = 0;
};

// From the checkpoint; the state is left at the run's end.
Run run_from_checkpoint(bool started, const Policy& policy, Observer* observer = nullptr, size_t most_steps = 1'000'000);

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15 + 1) {}
  uint64_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    return state_ ^= state_ << 17;
  }
  size_t below(size_t count) { return static_cast<size_t>(next() % count); }

 private:
  uint64_t state_;
};

Policy uniform_policy(Random& random);
// Priorities at random, changed at `depth` - 1 places among `steps`.
Policy pct_policy(Random& random, size_t steps, unsigned depth);

// Through all schedules, by what was chosen where. `more()` after each run: false when there are none left.
class Enumeration {
 public:
  Policy policy();
  bool more();

 private:
  struct Place {
    uint32_t chosen;
    uint32_t count;
  };
  std::vector<Place> path_;
};

}  // namespace gillab::explore
