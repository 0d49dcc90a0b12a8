#include "vm/explore/step_session.h"

#include <algorithm>

#include "runtime/interpreter.h"
#include "vm/explore/command.h"
#include "vm/explore/place.h"
#include "vm/explore/step_threads.h"
#include "vm/explore/value_text.h"
#include "vm/explore/world.h"

namespace gillab::explore {
namespace {

using gil::schedule::restore;
using gil::schedule::take_snapshot;

constexpr SearchLimits kHintLimits = {200'000, 10};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

const ControlledWorld& world() { return static_cast<const ControlledWorld&>(*record_of(0).thread->interpreter->world); }

std::string preemptions_text(uint32_t count) { return std::to_string(count) + (count == 1 ? " preemption" : " preemptions"); }

}  // namespace

StepSession::StepSession(Exploration& all, Halt halt, const ScheduleId* schedule)
    : all_(all), schedule_(schedule), begins_(halt), source_(lines_of(all.source)) {
  start_over();
  if (schedule_) message_ = "space goes along the schedule " + text_of(*schedule_);
}

void StepSession::start_over() {
  gil::schedule::restore_checkpoint();
  history_.clear();
  made_.clear();
  course_ = Course();
  id_ = ScheduleId{all_.digest, {}};
  at_ = 0;
  session().variables.found_new = false;
  arrive(settle_from(begins_));
}

// A variable that turns out to be shared only now changes what a step is: the moves are made again from the start.
void StepSession::arrive(Halt halt) {
  halt_ = halt;
  if (halt == Halt::NewShared) {
    const std::vector<Choice> moves = made_;
    start_over();
    for (const Choice& choice : moves) {
      const std::vector<Choice> open = is_over() ? std::vector<Choice>() : choices();
      if (std::find(open.begin(), open.end(), choice) == open.end()) break;
      move(choice);
    }
    return;
  }
  if (is_over()) judge();
}

void StepSession::move(Choice choice) {
  const std::vector<Choice> open = choices();
  history_.push_back({take_snapshot(), halt_, course_, id_, at_, focus_});
  course_.note(open, choice, true, &id_);
  made_.push_back(choice);
  focus_ = choice.thread;
  message_.clear();
  arrive(choose(choice));
}

void StepSession::step(uint32_t thread) {
  if (is_over()) {
    message_ = "the script is at its end: u takes a step back";
    return;
  }
  const std::vector<Choice> open = choices();
  const auto first = std::find_if(open.begin(), open.end(), [&](const Choice& each) { return each.thread == thread; });
  if (first == open.end()) {
    message_ = thread < gil::schedule::machine().fiber_count ? thread_name(thread) + " cannot go on now" : "there is no such thread";
    return;
  }
  move(*first);
}

void StepSession::follow() {
  if (!schedule_ || is_over()) return step(focus_);
  const Choice wanted = course_.wanted(choices(), *schedule_, &at_);
  const size_t at = at_;
  move(wanted);
  at_ = at;
}

void StepSession::undo() {
  if (history_.empty()) {
    message_ = "this is the beginning";
    return;
  }
  Moment& before = history_.back();
  restore(before.state);
  halt_ = before.halt;
  course_ = before.course;
  id_ = before.id;
  at_ = before.at;
  focus_ = before.focus;
  history_.pop_back();
  made_.pop_back();
  reached_ = false;
  message_.clear();
}

void StepSession::run_to_end() {
  while (!is_over()) move(course_.usual(choices()));
}

// What the end is worth. Asking changes the state, which is put back.
void StepSession::judge() {
  if (halt_ != Halt::Finished && halt_ != Halt::Stuck) {
    message_ = halt_ == Halt::RanAway ? "a thread runs without end and without a shared operation" : "the script cannot go on here";
    return;
  }
  const gil::schedule::Snapshot end = take_snapshot();
  const Outcome outcome = outcome_of(halt_);
  restore(end);
  reached_ = !all_.options.goal.empty() && outcome.claim == 0;
  std::string result = outcome.result.substr(0, outcome.result.find_last_not_of('\n') + 1);
  std::replace(result.begin(), result.end(), '\n', ' ');
  message_ = outcome.end == End::Stuck ? "deadlock: " + outcome.stuck : "result: " + result;
  if (!outcome.error.empty()) message_ += "   " + outcome.error;
  if (!all_.options.goal.empty()) message_ += reached_ ? "   GOAL REACHED, " + score() : "   not the goal";
  message_ += "   " + text_of(id_);
}

std::string StepSession::score() const {
  std::string text = preemptions_text(course_.preemptions());
  if (fewest_ && *fewest_ < course_.preemptions()) text += "; " + std::to_string(*fewest_) + " would do";
  if (fewest_ && *fewest_ >= course_.preemptions()) text += ": nobody needs fewer";
  return text;
}

SearchResult StepSession::search_from_here() {
  const gil::schedule::Snapshot here = take_snapshot();
  SearchResult found;
  do {
    session().variables.found_new = false;
    found = search_states(halt_, kHintLimits, nullptr);
    restore(here);
  } while (found.end == SearchEnd::NewShared);
  return found;
}

// Towards the goal; without one, towards whatever the script does not call acceptable.
void StepSession::hint() {
  if (is_over()) return;
  const SearchResult found = search_from_here();
  const auto cheapest = found.graph.cheapest(static_cast<uint32_t>(found.outcomes.size()));
  const Graph::Cheapest* best = nullptr;
  for (size_t i = 0; i < cheapest.size(); ++i) {
    const bool wanted = all_.options.goal.empty() ? std::string_view(expectation(all_, found.outcomes[i])) != "Acceptable"
                                                  : found.outcomes[i].claim == 0;
    const bool better = !best || cheapest[i].preemptions < best->preemptions;
    if (wanted && cheapest[i].found && better && !cheapest[i].steps.empty()) best = &cheapest[i];
  }
  if (!best) {
    message_ = found.end == SearchEnd::Complete ? "there is no way there from here: u takes a step back"
                                                : "no way was found in ten seconds";
    return;
  }
  if (history_.empty()) fewest_ = best->preemptions;
  const Choice next = found.graph.edges[best->steps.front().edge].choice;
  message_ = "hint: step " + thread_name(next.thread) + "; " + preemptions_text(best->preemptions) + " from here will do";
}

StepView StepSession::view() const {
  StepView view;
  view.title = all_.file;
  view.standing = "moves " + std::to_string(made_.size()) + "   preemptions " + std::to_string(course_.preemptions());
  if (!all_.options.goal.empty()) view.standing += "   goal " + all_.options.goal;
  if (schedule_) view.standing += "   space: along the schedule";
  view.source = &source_;
  const std::vector<Choice> open = is_over() ? std::vector<Choice>() : choices();
  for (uint32_t i = 0; i < gil::schedule::machine().fiber_count; ++i) {
    view.threads.push_back(view_of_thread(all_, i, open));
  }
  view.shared = shared_values(*record_of(0).thread);
  view.output = world().output();
  view.message = message_;
  view.expanded = expanded_;
  view.focus = focus_;
  return view;
}

}  // namespace gillab::explore
