// The name of a schedule: only where it departs from the rule that a thread runs until it blocks and then the lowest
// that can run goes on. "@c0f3:1.1>2,2.8>1": after thread 1's first shared operation thread 2 goes on, after thread 2's
// eighth thread 1. "1!3": when thread 1 blocks, 3 goes on instead of the lowest ("1.4!3" where it is not the next time).
// "2.3*1": thread 2's third operation takes its alternative 1 (which waiter notify() wakes).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vm/explore/runner.h"

namespace gillab::explore {

struct Departure {
  enum Kind : uint8_t { Preempts, Picks, Alternative } kind;
  uint32_t thread;       // who ran
  uint32_t operations;   // it had done
  bool counted;          // whether the id says so
  uint32_t next;         // who goes on, or which alternative
};

struct ScheduleId {
  std::string digest;    // four hexadecimal digits: of the bytecode, the mode of switching and the model
  std::vector<Departure> departures;
};

std::string text_of(const ScheduleId& id);
// Nothing, and a problem: this is not the id of a schedule.
std::optional<ScheduleId> read_schedule_id(std::string_view text, std::string* problem);

// Follows a run decision by decision, and says what the rule or the id wants next, or writes the id down.
class Course {
 public:
  // What the rule would do, from the choices there are.
  Choice usual(const std::vector<Choice>& open) const;
  // The decision `made` was taken. Adds to `id` where it departs from the rule.
  void note(const std::vector<Choice>& open, Choice made, bool counts, ScheduleId* id);
  // What the id wants; `at` moves on over the departures that were used.
  Choice wanted(const std::vector<Choice>& open, const ScheduleId& id, size_t* at) const;

  uint32_t last() const { return last_; }
  uint32_t operations(uint32_t thread) const { return thread < done_.size() ? done_[thread] : 0; }
  uint32_t preemptions() const { return preemptions_; }

 private:
  bool can_go_on(const std::vector<Choice>& open) const;
  uint32_t last_ = 0;               // the main thread runs first
  uint32_t preemptions_ = 0;
  uint32_t blocked_since_entry_ = 0;  // how often there was something to pick since the last departure
  std::vector<uint32_t> done_;
};

}  // namespace gillab::explore
