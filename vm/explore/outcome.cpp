// How a run ended: what the script shows, which of its claims hold, who waits for whom.
#include <algorithm>

#include "runtime/interpreter.h"
#include "runtime/modules/thread.h"
#include "vm/explore/micro.h"
#include "vm/explore/place.h"
#include "vm/explore/search.h"
#include "vm/explore/world.h"

namespace gillab::explore {
namespace {

using gil::schedule::machine;
using gil::schedule::Status;

const ControlledWorld& world() { return static_cast<const ControlledWorld&>(*record_of(0).thread->interpreter->world); }

// "AssertionError: account overdrawn": the last line that does not go on from the one before.
std::string error_in(const std::string& text) {
  if (text.find("Traceback (most recent call last)") == text.npos) return "";
  std::string last;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (end > at && text[at] != ' ') last = text.substr(at, end - at);
    at = end + 1;
  }
  return last;
}

std::string at_line(const Thread& thread) {
  const Location place = location_of_thread(thread);
  return place.line ? " at " + place.file + ":" + std::to_string(place.line) : "";
}

std::string waits_for(uint32_t number) {
  const ThreadRecord& record = record_of(number);
  const Thread& thread = *record.thread;
  std::string text = thread_name(number) + at_line(thread) + " waits for ";
  if (machine().fibers[number].status == Status::Operation) {
    text += name_of_lock(thread, record.pending.target);
    const Holder* holder = holder_of(record.pending.target);
    if (holder) text += ", held by " + thread_name(holder->thread) + " since line " + std::to_string(holder->line);
    return text;
  }
  return text + (number == 0 ? "other threads" : "a notification that nobody is left to give");
}

std::string who_waits() {
  std::string text;
  for (uint32_t i = 0; i < machine().fiber_count; ++i) {
    if (machine().fibers[i].status == Status::Ended) continue;
    if (!text.empty()) text += "; ";
    text += waits_for(i);
  }
  return text;
}

}  // namespace

Outcome outcome_of(Halt halt) {
  Outcome outcome;
  outcome.error = error_in(world().errors());
  if (halt == Halt::Stuck) {
    outcome.end = End::Stuck;
    outcome.result = "deadlock";
    outcome.stuck = who_waits();
    return outcome;
  }
  if (halt == Halt::Freed) {
    outcome.result = "freed while referenced";
    outcome.error = freed_while_referenced();
    return outcome;
  }
  Session& all = session();
  if (!all.questions.empty()) {
    all.asks = true;
    gil::schedule::resume(0);
    all.asks = false;
  }
  size_t next = 0;
  if (all.shows_expression) {
    const Session::Question& shown = all.questions[next++];
    outcome.result = shown.failed ? "raises " + shown.answer : shown.answer;
  } else {
    outcome.result = world().output();
    if (outcome.result.ends_with('\n')) outcome.result.pop_back();
  }
  for (int claim = 0; next < all.questions.size(); ++next, ++claim) {
    if (all.questions[next].failed) all.problem = "claim " + all.questions[next].name + ": " + all.questions[next].answer;
    if (all.questions[next].answer == "True" && outcome.claim < 0) outcome.claim = claim;
  }
  return outcome;
}

}  // namespace gillab::explore
