#include "vm/explore/replay.h"

#include <algorithm>
#include <map>

#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "vm/explore/value_text.h"
#include "vm/explore/world.h"

namespace gillab::explore {
namespace {

using gil::schedule::machine;
using gil::schedule::Status;

const ControlledWorld& world() { return static_cast<const ControlledWorld&>(*record_of(0).thread->interpreter->world); }

// The operation the thread is about to do; its value comes when it is done.
Event event_of(uint32_t thread) {
  const ThreadRecord& record = record_of(thread);
  Event event;
  event.thread = thread;
  event.number = record.done + 1;
  event.where = location_of_thread(*record.thread);
  event.kind = record.pending.kind;
  event.what = machine().fibers[thread].status == Status::Operation ? describe(*record.thread, record.pending) : "goes on";
  if (record.pending.touch_count && !record.pending.is_sync) event.variable = record.pending.touches[0].variable;
  if (event.variable.object) event.value = value_of_variable(*record.thread, event.variable);
  return event;
}

void finish_event(Event& event) {
  const Thread& main = *record_of(0).thread;
  if (event.kind == Kind::Write && event.variable.object) {
    const std::string before = event.value, after = value_of_variable(main, event.variable);
    event.value = before.empty() && after.empty() ? "" : before + " -> " + after;
  } else if (event.kind == Kind::Read && !event.value.empty()) {
    event.value = "-> " + event.value;
  }
  for (const Variable& variable : session().variables.shared_names()) {
    event.shared.emplace_back(to_utf8(reinterpret_cast<const Str*>(variable.place >> 4)), value_of_variable(main, variable));
  }
}

// A write is lost when another thread, which read the place before it, writes over it.
void mark_overwritten(std::vector<Event>& events) {
  for (size_t i = 0; i < events.size(); ++i) {
    if (events[i].kind != Kind::Write) continue;
    for (size_t k = i + 1; k < events.size(); ++k) {
      if (!(events[k].variable == events[i].variable)) continue;
      events[i].overwritten = events[k].kind == Kind::Write && events[k].thread != events[i].thread;
      break;
    }
  }
}

}  // namespace

Replayed replay(Halt halt, const ScheduleId& id, bool detailed) {
  Replayed run;
  Course course;
  size_t at = 0;
  while (halt == Halt::Choosing) {
    const std::vector<Choice> open = choices();
    const Choice next = course.wanted(open, id, &at);
    const uint32_t before = course.preemptions();
    course.note(open, next, true, nullptr);
    ++run.length;
    Event event;
    if (detailed) event = event_of(next.thread);
    halt = choose(next);
    if (!detailed) continue;
    event.ends_thread = machine().fibers[next.thread].status == Status::Ended || halt == Halt::Finished;
    event.preempts = course.preemptions() != before;
    finish_event(event);
    run.events.push_back(std::move(event));
  }
  run.halt = halt;
  run.preemptions = course.preemptions();
  if (at < id.departures.size()) {
    const ScheduleId rest{"", {id.departures[at]}};
    run.problem = "the schedule does not fit from its step " + text_of(rest).substr(2) + " on";
  }
  if (detailed) mark_overwritten(run.events);
  if (halt == Halt::Finished || halt == Halt::Stuck || halt == Halt::Freed) run.outcome = outcome_of(halt);
  run.output = world().output();
  run.errors = world().errors();
  return run;
}

}  // namespace gillab::explore
