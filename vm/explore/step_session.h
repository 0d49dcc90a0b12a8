// A student as the scheduler: one shared operation of a thread of his choice at a time, each of which can be taken back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gil/schedule/pages.h"
#include "vm/explore/exploration.h"
#include "vm/explore/schedule_id.h"
#include "vm/explore/step_view.h"

namespace gillab::explore {

class StepSession {
 public:
  // REQUIRES: the state is the checkpoint, and which variables are shared is known. With a schedule, follow() goes along
  // it. Both arguments must outlive this.
  StepSession(Exploration& all, Halt halt, const ScheduleId* schedule);

  void step(uint32_t thread);  // one operation, if it can go on
  void follow();               // the next decision of the schedule
  void undo();
  void run_to_end();           // by the rule: a thread runs until it blocks
  void hint();
  void toggle_instructions() { expanded_ = !expanded_; }
  StepView view() const;
  bool has_schedule() const { return schedule_ != nullptr; }

 private:
  struct Moment {  // before a move
    gil::schedule::Snapshot state;
    Halt halt;
    Course course;
    ScheduleId id;
    size_t at;
    uint32_t focus;
  };

  bool is_over() const { return halt_ != Halt::Choosing; }
  void move(Choice choice);
  void arrive(Halt halt);
  void start_over();
  void judge();
  std::string score() const;
  SearchResult search_from_here();

  Exploration& all_;
  const ScheduleId* schedule_;
  Halt begins_;
  Halt halt_ = Halt::Choosing;
  Course course_;
  ScheduleId id_;
  size_t at_ = 0;                  // departures of the schedule that were used
  uint32_t focus_ = 0;
  bool expanded_ = false;
  bool reached_ = false;           // the goal, at the end
  std::optional<uint32_t> fewest_; // preemptions that are enough for it, once known
  std::string message_;
  std::vector<Choice> made_;
  std::vector<Moment> history_;
  std::vector<std::string> source_;
};

// Shows the session in the terminal until it is left. The exit code.
int step_through(Exploration& all, Halt halt, const ScheduleId* schedule);

}  // namespace gillab::explore
