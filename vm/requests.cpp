// What a thread does when it was asked to stop between two instructions.
#include "runtime/collector.h"
#include "runtime/core/lent.h"
#include "runtime/interpreter.h"
#include "runtime/str.h"
#include "vm/body.h"
#include "vm/signals.h"
#include "vm/slow.h"

namespace gillab {
namespace {

bool is_edge(compiler::Opcode opcode) {
  using enum compiler::Opcode;
  switch (opcode) {
    case RESUME:
    case FOR_ITER:  // a lowered loop jumps back by a copy of it
    case JUMP_BACKWARD:
    case POP_JUMP_BACKWARD_IF_FALSE:
    case POP_JUMP_BACKWARD_IF_TRUE:
    case POP_JUMP_BACKWARD_IF_NONE:
    case POP_JUMP_BACKWARD_IF_NOT_NONE:
      return true;
    default:
      return false;
  }
}

bool is_call(compiler::Opcode opcode) {
  return opcode == compiler::Opcode::CALL || opcode == compiler::Opcode::CALL_FUNCTION_EX;
}

// --switch-at loop: at the edge of a loop, where a call begins and where it has ended, as CPython 3.10 and later. A word
// may stand for several instructions; one of them is enough, for what shares a word is never seen half done.
bool is_switch_point(const Thread& thread) {
  const Frame& frame = *thread.frame;
  const auto* begin = frame.body->words.data();
  const auto word = static_cast<size_t>(frame.pc - 1 - begin);
  if (word == 0) return true;
  const std::vector<uint32_t>& origins = frame.body->origins;
  const std::vector<compiler::Instruction>& code = frame.body->unit().code;
  const uint32_t first = origins[word];
  const size_t next_word = word + words_of(static_cast<Op>(begin[word].op));
  const uint32_t end = next_word < origins.size() ? origins[next_word] : static_cast<uint32_t>(code.size());
  if (first > 0 && is_call(code[first - 1].opcode)) return true;
  for (uint32_t i = first; i < std::max(end, first + 1); ++i) {
    if (is_edge(code[i].opcode)) return true;
  }
  return false;
}

void pass_turn_on(Thread& thread, bool counted_out) {
  if (thread.interpreter->switch_only_at_loops && !is_switch_point(thread)) {
    return thread.attached.ask(gil::kSwitch);  // again at the next instruction
  }
  gil::Turn& turn = thread.interpreter->turn;
  counted_out ? turn.count_out(thread.attached) : turn.safe_point(thread.attached);
}

// True: as many instructions have run as the policy gives a turn.
bool is_turn_counted_out(Thread& thread) {
  const uint32_t most = thread.interpreter->turn.instructions_per_turn();
  if (most == 0 || ++thread.countdown < most) return false;
  thread.countdown = 0;
  return true;
}

}  // namespace

bool serve_requests(Thread& thread) {
  gil::Attached& attached = thread.attached;
  const bool counts = attached.interrupts_always.load(std::memory_order_relaxed);
  attached.table.store(counts ? attached.interrupting : attached.running, std::memory_order_relaxed);
  const uint32_t requests = attached.requests.exchange(0, std::memory_order_acquire);
  if ((requests & gil::kCollect) && is_collectable_now(thread)) collect_when_due(thread);
  const bool counted_out = counts && is_turn_counted_out(thread);
  if ((requests & gil::kSwitch) || counted_out) pass_turn_on(thread, counted_out);
  if (requests & gil::kMerge) destroy_given_back(thread);
  if (requests & gil::kQuiesce) {
    thread.interpreter->turn.pass_grace(attached);
    free_retired(thread);
    free_lent(thread);
  }
  if (requests & gil::kReturn) return_surplus(thread);
  if (requests & gil::kStop) thread.interpreter->turn.safe_point(attached);
  if (requests & gil::kSignal) return handle_signals(thread);
  return true;
}

}  // namespace gillab
