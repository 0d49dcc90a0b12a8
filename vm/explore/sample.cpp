#include "vm/explore/sample.h"

#include <algorithm>
#include <memory>

#include "gil/schedule/pages.h"

namespace gillab::explore {

Run run_from_checkpoint(bool started, const Policy& policy, Observer* observer, size_t most_steps) {
  gil::schedule::restore_checkpoint();
  Run run;
  Course course;
  run.halt = started ? settle() : Halt::Finished;
  while (run.halt == Halt::Choosing && run.steps < most_steps) {
    const std::vector<Choice> open = choices();
    const Choice next = open.size() == 1 ? open.front() : policy(open, course, run.steps);
    course.note(open, next, true, &run.id);
    ++run.steps;
    if (observer) observer->before(next);
    run.halt = choose(next);
    if (observer && run.halt != Halt::NewShared) observer->after(next);
  }
  if (run.halt == Halt::Choosing) run.halt = Halt::RanAway;
  run.preemptions = course.preemptions();
  if (run.halt == Halt::Finished || run.halt == Halt::Stuck || run.halt == Halt::Freed) run.outcome = outcome_of(run.halt);
  return run;
}

Policy uniform_policy(Random& random) {
  return [&random](const std::vector<Choice>& open, const Course&, size_t) { return open[random.below(open.size())]; };
}

// How long a thread goes on in PCT before others may, in steps: else one that spins would never end.
constexpr size_t kLongest = 2'000;

Policy pct_policy(Random& random, size_t steps, unsigned depth) {
  struct Plan {
    uint64_t priorities[gil::schedule::kMostFibers];
    uint32_t running = 0;
    size_t in_a_row = 0;
    std::vector<size_t> changes;
  };
  auto plan = std::make_shared<Plan>();
  for (uint64_t& priority : plan->priorities) priority = (random.next() >> 8) + depth;
  for (unsigned i = 1; i < depth; ++i) plan->changes.push_back(random.below(std::max<size_t>(steps, 1)));
  std::sort(plan->changes.begin(), plan->changes.end());
  return [plan, &random](const std::vector<Choice>& open, const Course& course, size_t step) {
    while (!plan->changes.empty() && plan->changes.front() <= step) {
      plan->changes.erase(plan->changes.begin());
      plan->priorities[course.last()] = plan->changes.size();
    }
    const Choice* best = &open.front();
    for (const Choice& each : open) {  // who can go on without the clock goes before who is waiting
      if (each.is_by_the_clock() && !best->is_by_the_clock()) break;
      if (plan->priorities[each.thread] > plan->priorities[best->thread]) best = &each;
    }
    plan->in_a_row = best->thread == plan->running ? plan->in_a_row + 1 : 0;
    plan->running = best->thread;
    if (plan->in_a_row > kLongest) plan->priorities[best->thread] = 0;  // it may be spinning
    std::vector<Choice> same;  // a thread's alternatives have no priorities
    for (const Choice& each : open) {
      if (each.thread == best->thread) same.push_back(each);
    }
    return same[random.below(same.size())];
  };
}

Policy Enumeration::policy() {
  auto depth = std::make_shared<size_t>(0);
  return [this, depth](const std::vector<Choice>& open, const Course&, size_t) {
    if (*depth == path_.size()) path_.push_back({0, static_cast<uint32_t>(open.size())});
    return open[std::min<size_t>(path_[(*depth)++].chosen, open.size() - 1)];
  };
}

bool Enumeration::more() {
  while (!path_.empty() && ++path_.back().chosen == path_.back().count) path_.pop_back();
  return !path_.empty();
}

}  // namespace gillab::explore
