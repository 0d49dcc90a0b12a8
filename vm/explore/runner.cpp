#include "vm/explore/runner.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "gil/schedule/arena.h"
#include "gil/schedule/pages.h"
#include "vm/explore/micro.h"
#include "vm/explore/place.h"
#include "vm/explore/state_key.h"

namespace gillab::explore {
namespace {

using gil::Nanoseconds;
using gil::schedule::Event;
using gil::schedule::Fiber;
using gil::schedule::machine;
using gil::schedule::Machine;
using gil::schedule::Status;

constexpr Nanoseconds kStartOfMonotonic = 1'000'000'000'000;  // as outside.cpp counts deadlines

// What is refused, and where: said after the state has gone back.
void note_refusal() {
  std::string& text = session().refusal;
  const Thread* thread = record_of(machine().current).thread;
  if (!text.empty()) return;
  text = std::string(machine().refused) == gil::schedule::kTooManyThreads
             ? "a script that starts more than " + std::to_string(gil::schedule::kMostFibers - 1) + " threads cannot be explored"
             : std::string(machine().refused) + "() cannot be taken back, so it is refused where schedules are explored";
  Location place;
  for_each_frame_of_script(thread ? *thread : current_thread(), [&](const Frame& frame) {
    const Location each = location_of_frame(frame);
    if (!place.line && !each.file.starts_with("<frozen")) place = each;
  });
  if (place.line) text = where(place) + ": " + text;
  else if (const int line = record_of(machine().current).made_at) text = "the thread started at line " + std::to_string(line) + ": " + text;
}

// After a fiber gave up with something to tell.
Halt halt_of(const Fiber& fiber) {
  if (fiber.status != Status::Event) return Halt::Choosing;
  switch (machine().event) {
    case Event::FirstThread: return Halt::FirstThread;
    case Event::Finished: return Halt::Finished;
    case Event::Refused: note_refusal(); return Halt::Refused;
    default: return freed_while_referenced() ? Halt::Freed : session().ran_away ? Halt::RanAway : Halt::NewShared;
  }
}

void advance_clock_to(Nanoseconds deadline) {
  Machine& all = machine();
  all.clock = std::max(all.clock, deadline - kStartOfMonotonic);
}

bool has_word_changed(const Fiber& fiber) { return *fiber.word != fiber.expected; }
bool is_timed(const Fiber& fiber) { return fiber.deadline != gil::kForEver; }

void resume(uint32_t number) {
  if (Thread* thread = record_of(number).thread) {
    set_current_thread(thread);
    gil::attached_here = &thread->attached;
  }
  gil::schedule::resume(number);
}

Halt run(uint32_t number) {
  Fiber& fiber = machine().fibers[number];
  if (!session().only_looks) session().instructions = 0;  // there threads take turns
  resume(number);
  // A timed wait that is to time out does so at once.
  while (fiber.status == Status::Word && record_of(number).gives_up_waiting && is_timed(fiber)) {
    record_of(number).gives_up_waiting = false;
    fiber.timed_out = true;
    advance_clock_to(fiber.deadline);
    resume(number);
  }
  return halt_of(fiber);
}

// Before the first thread: time passes while the main thread sleeps. False: nobody will wake it.
bool waits_alone(Fiber& fiber) {
  if (fiber.status == Status::Word && !has_word_changed(fiber)) {
    if (!is_timed(fiber)) return false;
    fiber.timed_out = true;
  }
  if (fiber.status == Status::Sleep || fiber.timed_out) advance_clock_to(fiber.deadline);
  return fiber.status == Status::Sleep || fiber.status == Status::Word;
}

bool somebody_computes() {
  for (uint32_t i = 0; i < machine().fiber_count; ++i) {
    if (machine().fibers[i].status == Status::Operation && record_of(i).is_computing) return true;
  }
  return false;
}

bool goes_on_unseen(const Fiber& fiber) {
  return fiber.status == Status::Ready || (fiber.status == Status::Word && has_word_changed(fiber));
}

}  // namespace

Halt start(void* (*function)(void*), void* argument) {
  const uint32_t main = gil::schedule::make_fiber(function, argument, gil::schedule::kMainStack);
  Halt halt = run(main);
  Fiber& fiber = machine().fibers[main];
  while (halt == Halt::Choosing && waits_alone(fiber)) halt = run(main);
  if (fiber.status == Status::Word) halt = Halt::Stuck;
  record_of(main).thread = &current_thread();
  return halt;
}

namespace {

// A signal ends a wait of the main thread, which then asks what it was.
bool has_signal(const Fiber& fiber) {
  const Thread* main = record_of(0).thread;
  return main && &fiber == &machine().fibers[0] && (main->attached.requests.load() & gil::kSignal);
}

bool can_have_a_turn(Fiber& fiber) {
  if (goes_on_unseen(fiber)) return true;
  if (fiber.status == Status::Word && has_signal(fiber)) return fiber.timed_out = true;
  const bool waits = fiber.status == Status::Sleep || (fiber.status == Status::Word && is_timed(fiber));
  if (!waits || fiber.deadline > machine().clock + kStartOfMonotonic) return false;
  return fiber.timed_out = true;
}

// All wait: for a moment that comes. False: for nothing.
bool jump_to_first_deadline() {
  Nanoseconds first = gil::kForEver;
  for (uint32_t i = 0; i < machine().fiber_count; ++i) {
    const Fiber& fiber = machine().fibers[i];
    if (fiber.status == Status::Sleep || fiber.status == Status::Word) first = std::min(first, fiber.deadline);
  }
  if (first != gil::kForEver) advance_clock_to(first);
  return first != gil::kForEver;
}

}  // namespace

Halt run_in_turns(void* (*function)(void*), void* argument) {
  const uint32_t main = gil::schedule::make_fiber(function, argument, gil::schedule::kMainStack);
  Machine& all = machine();
  for (bool anybody = true; anybody;) {
    anybody = false;
    gil::schedule::let_time_pass();
    for (uint32_t i = 0; i < all.fiber_count; ++i) {
      if (!can_have_a_turn(all.fibers[i])) continue;
      anybody = true;
      resume(i);
      if (all.fibers[main].status == Status::Ended) return Halt::Finished;
      if (all.fibers[i].status == Status::Event && all.event == Event::Refused) return note_refusal(), Halt::Refused;
    }
    anybody = anybody || jump_to_first_deadline();
  }
  return Halt::Stuck;
}

void begin_new_memory() {
  gil::schedule::begin_new_memory();
  Thread& main = *record_of(0).thread;
  for (FreeBlock*& list : main.free_blocks) list = nullptr;
  stop_at_each_instruction(main, true);
  if (machine().event == Event::FirstThread) machine().fibers[0].status = Status::Ready;
}

void begin_checkpoint() {
  begin_new_memory();
  prepare_keys();
  gil::schedule::begin_tracking();
}

Halt settle() {
  Machine& all = machine();
  for (bool again = true; again;) {
    again = false;
    for (uint32_t i = 0; i < all.fiber_count; ++i) {
      if (!goes_on_unseen(all.fibers[i])) continue;
      again = true;
      const Halt halt = run(i);
      if (halt != Halt::Choosing) return halt;
    }
  }
  if (!choices().empty()) return Halt::Choosing;
  if (!somebody_computes()) return Halt::Stuck;
  session().ran_away = true;
  session().ran_away_at = session().computes_at;
  return Halt::RanAway;
}

namespace {

// Waits no longer than to a moment that could be now.
bool may_be_due(uint32_t number) {
  const Fiber& fiber = machine().fibers[number];
  if (fiber.status == Status::Sleep) return true;
  if (fiber.status == Status::Word) return is_timed(fiber);
  const ThreadRecord& record = record_of(number);
  return fiber.status == Status::Operation && record.pending.timed && !is_possible(*record.thread, record.pending);
}

}  // namespace

// Of a wait that has not begun nothing is known but that it ends.
int64_t time_left(uint32_t number) {
  const Fiber& fiber = machine().fibers[number];
  if (fiber.status == Status::Operation) return 0;
  return std::max<Nanoseconds>(0, fiber.deadline - kStartOfMonotonic - machine().clock);
}

std::vector<Choice> choices() {
  const Machine& all = machine();
  std::vector<Choice> found;
  for (uint32_t i = 0; i < all.fiber_count; ++i) {
    const Fiber& fiber = all.fibers[i];
    const auto thread = static_cast<uint8_t>(i);
    if (fiber.status != Status::Operation) continue;
    const ThreadRecord& record = record_of(i);
    if (!is_possible(*record.thread, record.pending)) continue;
    for (uint32_t k = 0; k < record.pending.alternatives; ++k) found.push_back({thread, static_cast<uint8_t>(k)});
  }
  const auto by_the_clock = static_cast<std::ptrdiff_t>(found.size());
  for (uint32_t i = 0; i < all.fiber_count; ++i) {
    if (may_be_due(i)) found.push_back({static_cast<uint8_t>(i), Choice::kByTheClock});
  }
  std::sort(found.begin() + by_the_clock, found.end(), [](Choice a, Choice b) {
    return std::pair(time_left(a.thread), a.thread) < std::pair(time_left(b.thread), b.thread);
  });
  return found;
}

Halt choose(Choice choice) {
  Fiber& fiber = machine().fibers[choice.thread];
  ThreadRecord& record = record_of(choice.thread);
  record.alternative = choice.is_by_the_clock() ? 0 : choice.alternative;
  if (fiber.status == Status::Operation) {
    record.gives_up_waiting = choice.is_by_the_clock();
  } else {
    fiber.timed_out = true;
    advance_clock_to(fiber.deadline);
  }
  const Halt halt = run(choice.thread);
  return halt == Halt::Choosing ? settle() : halt;
}

Halt run_by_rule(uint64_t most_decisions) {
  Choice last{255, 0};
  for (Halt halt = settle();; ) {
    if (halt != Halt::Choosing) return halt;
    if (most_decisions-- == 0) return Halt::RanAway;
    const std::vector<Choice> open = choices();
    Choice next = open.front();
    for (const Choice& each : open) {
      if (each.thread == last.thread && !each.is_by_the_clock()) {
        next = each;
        break;
      }
    }
    last = next;
    halt = choose(next);
  }
}

}  // namespace gillab::explore
