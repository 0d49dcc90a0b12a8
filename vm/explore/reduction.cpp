#include "vm/explore/reduction.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "gil/schedule/pages.h"
#include "runtime/interpreter.h"
#include "vm/explore/clock.h"
#include "vm/explore/state_key.h"
#include "vm/explore/world.h"

namespace gillab::explore {
namespace {

using gil::schedule::machine;
using gil::schedule::Snapshot;
using gil::schedule::Status;
using Clock = std::vector<uint32_t>;  // by thread: of its steps on the path, how far they come before
using Bits = uint64_t;                // threads

Bits bit(uint32_t thread) { return Bits{1} << (thread % 64); }
uint64_t mixed(uint64_t a, uint64_t b) { return (a ^ b * 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93 + (a >> 29); }

bool same_place(uint64_t a, uint64_t b) {
  if (a == b) return true;
  return a == kWhole || b == kWhole;
}

// What a thread is about to do, as far as others can tell.
struct Next {
  bool comes = false;               // it has a next step of its own; else it waits for others
  bool is_known = false;            // else it commutes with nothing
  bool enabled = false;
  uint32_t number = 0;              // of the thread's operations
  Operation operation;
};

struct Done {                       // a step of the path
  uint32_t thread = 0;
  Next what;
  Clock clock;                      // what comes before it, itself included
};

struct Level {
  std::vector<Choice> open;
  std::vector<bool> tried;
  std::vector<Next> next;           // by thread
  std::vector<Clock> clocks;        // by thread: what comes before its next step
  Bits enabled = 0, backtrack = 0, sleep = 0;
  uint32_t last = 0;                // who ran
  Course course;
  ScheduleId id;
  Snapshot state;
  StateKey key;
  bool entered = false;
  Done step;                        // the choice being tried
};

bool commute(const Next& a, const Next& b) {
  if (!a.is_known || !b.is_known) return false;
  return !depend(a.operation, b.operation);
}

bool comes_before(const Done& step, const Clock& clock) {
  return step.thread < clock.size() && step.clock[step.thread] <= clock[step.thread];
}

void join(Clock& clock, const Clock& other) {
  if (clock.size() < other.size()) clock.resize(other.size(), 0);
  for (size_t i = 0; i < other.size(); ++i) clock[i] = std::max(clock[i], other[i]);
}

class Reduction {
 public:
  Reduction(const ReductionLimits& limits, const std::function<void(const ReductionResult&, size_t)>& progress)
      : limits_(limits), progress_(progress), began_(seconds_now()), bounded_(limits.preemptions >= 0), prints_matter_(!session().shows_expression) {}

  ReductionResult run(Halt halt) {
    Level first;
    arrive(halt, std::move(first));
    while (!path_.empty() && result_.end == SearchEnd::Complete) go_on();
    return std::move(result_);
  }

 private:
  // --- the path

  void go_on() {
    const int choice = choose_next(*path_.back());
    if (choice < 0) return path_.pop_back();
    Level& level = *path_.back();
    if (level.entered) gil::schedule::restore(level.state);
    level.entered = true;
    level.tried[static_cast<size_t>(choice)] = true;
    make(level, level.open[static_cast<size_t>(choice)]);
    watch_time();
  }

  // A choice of a thread that is to be tried here; -1: there is none.
  int choose_next(Level& level) {
    for (size_t i = 0; i < level.open.size(); ++i) {
      const uint32_t thread = level.open[i].thread;
      if (level.tried[i] || !(level.backtrack & bit(thread)) || (level.sleep & bit(thread))) continue;
      if (bounded_ && is_too_dear(level, level.open[i])) {
        level.tried[i] = true;
        result_.was_bounded = true;
        continue;
      }
      return static_cast<int>(i);
    }
    return -1;
  }

  bool is_too_dear(const Level& level, Choice choice) const {
    return is_preemption(choice, level.last, who_goes_on(level.open)) && level.course.preemptions() >= static_cast<uint32_t>(limits_.preemptions);
  }

  void make(Level& level, Choice choice) {
    Level next;
    next.course = level.course;
    next.id = level.id;
    next.last = choice.thread;
    next.course.note(level.open, choice, true, &next.id);
    next.sleep = 0;
    if (!bounded_) {
      const Bits asleep = level.sleep;
      for (uint32_t q = 0; q < level.next.size() && q < 64; ++q) {
        if ((asleep & bit(q)) && commute(level.next[q], level.next[choice.thread])) next.sleep |= bit(q);
      }
    }
    std::vector<Status> before;
    for (uint32_t i = 0; i < machine().fiber_count; ++i) before.push_back(machine().fibers[i].status);
    level.step = step_of(level, choice.thread);
    next.clocks = level.clocks;
    const size_t printed = output_size();
    const Halt halt = choose(choice);
    if (prints_matter_ && output_size() != printed) note_print(level, choice.thread);
    next.clocks[choice.thread] = level.step.clock;
    next.clocks.resize(machine().fiber_count);
    for (uint32_t i = 0; i < machine().fiber_count; ++i) {  // whom it started or woke
      const bool moved = i >= before.size() || machine().fibers[i].status != before[i];
      if (i != choice.thread && moved) join(next.clocks[i], level.step.clock);
    }
    // All choices of this thread tried: those that follow need not begin with it.
    bool all = true;
    for (size_t i = 0; i < level.open.size(); ++i) all &= level.open[i].thread != choice.thread || level.tried[i];
    if (!bounded_ && all) level.sleep |= bit(choice.thread);
    arrive(halt, std::move(next));
  }

  // Where the output is the result, its order matters; that a step prints is known when it has been done.
  void note_print(Level& level, uint32_t thread) {
    Operation& operation = level.next[thread].operation;
    const Kind kind = operation.kind;
    operation.touch(machine().fibers, place_of(kOutput, 1), true);
    operation.kind = kind;
    level.step = step_of(level, thread);
    find_races(level, thread, path_.size() - 1, false);
  }

  static size_t output_size() { return static_cast<const ControlledWorld&>(*record_of(0).thread->interpreter->world).output().size(); }

  Done step_of(const Level& level, uint32_t thread) const {
    Done step{thread, level.next[thread], level.clocks[thread]};
    for (const auto& earlier : path_) {
      if (earlier.get() == &level) break;
      if (earlier->step.thread != thread && !commute(earlier->step.what, step.what)) join(step.clock, earlier->step.clock);
    }
    if (step.clock.size() <= thread) step.clock.resize(thread + 1u, 0);
    ++step.clock[thread];
    return step;
  }

  void arrive(Halt halt, Level next) {
    if (halt == Halt::NewShared || halt == Halt::Refused || halt == Halt::RanAway) {
      result_.end = halt == Halt::NewShared ? SearchEnd::NewShared : halt == Halt::Refused ? SearchEnd::Refused : SearchEnd::RanAway;
      return;
    }
    if (halt == Halt::Choosing) next.open = choices();
    look_at_threads(next);
    for (uint32_t q = 0; q < next.next.size(); ++q) {
      if (!path_.empty()) find_races(next, q, path_.size(), was_there(q, next.next[q].number));
    }
    if (halt != Halt::Choosing) return note_end(halt, next);
    if (path_.size() >= limits_.most_steps) {
      result_.end = SearchEnd::RanAway;
      return;
    }
    next.state = gil::schedule::take_snapshot();
    next.key = key_of_state();
    if (closes_circle(next)) return;
    next.tried.assign(next.open.size(), false);
    const Bits awake = next.enabled & ~next.sleep;
    if (!awake) return;  // all that can follow has been run in another order
    next.backtrack = first_of(next, awake);
    path_.push_back(std::make_unique<Level>(std::move(next)));
  }

  void look_at_threads(Level& level) const {
    level.clocks.resize(machine().fiber_count);
    level.next.resize(machine().fiber_count);
    for (const Choice& each : level.open) level.enabled |= bit(each.thread);
    for (uint32_t i = 0; i < machine().fiber_count; ++i) {
      Next& next = level.next[i];
      const gil::schedule::Fiber& fiber = machine().fibers[i];
      const bool at_operation = fiber.status == Status::Operation;
      if (at_operation) next.operation = record_of(i).pending;
      next.number = record_of(i).done;
      if (at_operation && was_there(i, next.number)) next.operation = path_.back()->next[i].operation;  // what it prints may be known
      next.comes = at_operation || fiber.status == Status::Sleep || (fiber.status == Status::Word && fiber.deadline != gil::kForEver);
      next.is_known = at_operation && next.operation.touch_count > 0 && session().switch_mode != SwitchMode::Loop;
      next.enabled = level.enabled & bit(i);
    }
  }

  // Was the thread before the same operation a step ago?
  bool was_there(uint32_t thread, uint32_t number) const {
    if (path_.empty() || path_.back()->step.thread == thread || thread >= path_.back()->next.size()) return false;
    return path_.back()->next[thread].is_known && path_.back()->next[thread].number == number;
  }

  // Who runs first where nothing else is asked for: who ran before, else the lowest.
  static Bits first_of(const Level& level, Bits awake) {
    if (awake & bit(level.last)) return bit(level.last);
    for (const Choice& each : level.open) {
      if (awake & bit(each.thread)) return bit(each.thread);
    }
    return awake;
  }

  // A thread that spins: the path ends where it comes back to a state it has been in. What others could do on the way
  // must not be forgotten.
  bool closes_circle(const Level& next) {
    const auto same = std::find_if(path_.begin(), path_.end(), [&](const auto& level) { return level->key == next.key; });
    if (same == path_.end()) return false;
    ++result_.circles;
    for (auto level = same; level != path_.end(); ++level) (*level)->backtrack |= (*level)->enabled;
    return true;
  }

  // --- races

  // Steps of the path, of the first `steps`, that could have come after the thread's next one: there it must be tried
  // first. Of what it waited for before only the last step is new.
  void find_races(const Level& now, uint32_t thread, size_t steps, bool only_last) {
    if (!now.next[thread].comes) return;
    Clock before = now.clocks[thread];
    bool moved = false;  // after the step looked at
    for (size_t i = steps; i-- > 0;) {
      const Level& level = *path_[i];
      const Done& step = level.step;
      moved |= step.thread == thread;
      if (step.thread != thread && !commute(step.what, now.next[thread]) && !comes_before(step, before)) {
        const bool waited = !moved && thread < level.next.size() && level.next[thread].comes && level.next[thread].number == now.next[thread].number;
        if (!waited || level.next[thread].enabled) {  // else something held it up: the step did not come in between
          add_choice(i, now, thread, steps);
          join(before, step.clock);
        }
      }
      if (only_last) return;
    }
  }

  void add_choice(size_t at, const Level& now, uint32_t thread, size_t steps) {
    Level& level = *path_[at];
    if (bounded_) {
      add_thread(level, thread);
      size_t begin = at;
      while (begin > 0 && path_[begin - 1]->step.thread == path_[at]->step.thread) --begin;
      if (begin != at) add_thread(*path_[begin], thread);
      return;
    }
    const Bits first = initials(at, now, thread, steps);
    if (first & level.backtrack) return;
    const Bits possible = first & level.enabled;
    if (!possible) {
      level.backtrack |= level.enabled;
    } else {
      level.backtrack |= possible & bit(thread) ? bit(thread) : possible & (~possible + 1);
    }
  }

  static void add_thread(Level& level, uint32_t thread) { level.backtrack |= level.enabled & bit(thread) ? bit(thread) : level.enabled; }

  // Threads one of which must be tried first at the level so that the thread's next step comes before the level's.
  Bits initials(size_t at, const Level& now, uint32_t thread, size_t steps) const {
    Bits seen = 0, first = 0;
    std::vector<const Done*> among;
    const auto look = [&](const Done& step) {
      if (seen & bit(step.thread)) return;
      seen |= bit(step.thread);
      const bool free = std::none_of(among.begin(), among.end(), [&](const Done* each) { return comes_before(*each, step.clock); });
      if (free) first |= bit(step.thread);
    };
    for (size_t i = at + 1; i < steps; ++i) {
      const Done& step = path_[i]->step;
      if (comes_before(path_[at]->step, step.clock)) continue;
      look(step);
      among.push_back(&step);
    }
    Done last{thread, now.next[thread], now.clocks[thread]};
    for (const Done* each : among) {
      if (!commute(each->what, last.what)) join(last.clock, each->clock);
    }
    look(last);
    return first;
  }

  // --- ends

  // What the path's steps come before, whatever their order: two schedules of one class have one hash.
  uint64_t class_of_path() const {
    uint64_t sum = path_.size();
    for (const auto& level : path_) {
      uint64_t hash = level->step.thread + 1;
      for (uint32_t each : level->step.clock) hash = mixed(hash, each);
      sum += mixed(hash, 7);
    }
    return sum;
  }

  void note_end(Halt halt, const Level& now) {
    Outcome outcome = outcome_of(halt);
    const auto found = std::find_if(result_.outcomes.begin(), result_.outcomes.end(), [&](const ReducedOutcome& each) { return each.outcome == outcome; });
    const bool fresh = classes_.insert(class_of_path()).second;
    ++result_.runs;
    result_.classes += fresh;
    if (found == result_.outcomes.end()) {
      result_.outcomes.push_back({std::move(outcome), 1, now.course.preemptions(), now.id});
      return;
    }
    found->classes += fresh;
    if (now.course.preemptions() >= found->preemptions) return;
    found->preemptions = now.course.preemptions();
    found->id = now.id;
  }

  void watch_time() {
    if (++steps_ % 256 != 0) return;
    if (limits_.seconds > 0 && seconds_now() - began_ > limits_.seconds) result_.end = SearchEnd::TimeSpent;
    if (progress_) progress_(result_, path_.size());
  }

  const ReductionLimits limits_;
  const std::function<void(const ReductionResult&, size_t)>& progress_;
  const double began_;
  const bool bounded_;
  const bool prints_matter_;
  ReductionResult result_;
  std::vector<std::unique_ptr<Level>> path_;
  std::unordered_set<uint64_t> classes_;
  uint64_t steps_ = 0;
};

}  // namespace

bool depend(const Operation& a, const Operation& b) {
  for (uint32_t i = 0; i < a.touch_count; ++i) {
    for (uint32_t k = 0; k < b.touch_count; ++k) {
      const Touch &one = a.touches[i], &other = b.touches[k];
      if (one.variable.object != other.variable.object || (!one.writes && !other.writes)) continue;
      if (same_place(one.variable.place, other.variable.place)) return true;
    }
  }
  return false;
}

ReductionResult search_classes(Halt halt, const ReductionLimits& limits, const std::function<void(const ReductionResult&, size_t)>& progress) {
  return Reduction(limits, progress).run(halt);
}

}  // namespace gillab::explore
