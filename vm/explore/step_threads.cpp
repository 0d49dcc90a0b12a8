#include "vm/explore/step_threads.h"

#include <algorithm>

#include "compiler/disassembler.h"
#include "vm/explore/place.h"
#include "vm/explore/value_text.h"
#include "vm/stack.h"

namespace gillab::explore {
namespace {

using gil::schedule::Fiber;
using gil::schedule::machine;
using gil::schedule::Status;

std::string state_of(uint32_t number, bool can_go_on) {
  const Fiber& fiber = machine().fibers[number];
  if (fiber.status == Status::Ended) return "ended";
  if (can_go_on) return "can go on";
  if (fiber.status == Status::Sleep) return "sleeps";
  if (fiber.status != Status::Operation) return number == 0 ? "waits for other threads" : "waits";
  const ThreadRecord& record = record_of(number);
  std::string text = "waits for " + name_of_lock(*record.thread, record.pending.target);
  if (const Holder* holder = holder_of(record.pending.target)) text += ", held by " + thread_name(holder->thread);
  return text;
}

// The instructions of the line at which the frame stands, and which of them is next.
void list_line(const Frame& frame, ThreadView* view) {
  const compiler::CodeUnit& unit = frame.body->unit();
  const uint32_t next = instruction_index(frame);
  const auto listed = compiler::list_instructions(unit);
  const int line = unit.positions[next].line;
  size_t first = next, end = next + 1;
  while (first > 0 && unit.positions[first - 1].line == line) --first;
  while (end < listed.size() && unit.positions[end].line == line) ++end;
  for (size_t i = first; i < end; ++i) {
    std::string text(compiler::name_of(listed[i].instruction.opcode));
    if (!listed[i].meaning.empty()) text += " " + listed[i].meaning;
    else if (listed[i].has_argument) text += " " + std::to_string(listed[i].instruction.arg);
    view->instructions.push_back(text);
  }
  view->instruction = next - first;
}

void list_operands(const Thread& thread, const Frame* frame, const ThreadRecord& record, ThreadView* view) {
  const Value* end = frame == thread.frame ? record.stack_top : (frame + 1)->return_slot;
  const Value* begin = operands_of(frame);
  if (!end || end < begin || end - begin > 1000) return;
  for (const Value* at = begin; at < end; ++at) view->operands.push_back(short_text(thread, *at, 12));
}

}  // namespace

ThreadView view_of_thread(const Exploration& all, uint32_t number, const std::vector<Choice>& open) {
  ThreadView view;
  view.name = thread_name(number);
  view.key = static_cast<char>(number < 10 ? '0' + number : 'A' + (number - 10) % 26);
  view.can_go_on = std::any_of(open.begin(), open.end(), [&](const Choice& each) { return each.thread == number; });
  view.state = state_of(number, view.can_go_on);
  if (machine().fibers[number].status == Status::Ended) return view;
  const ThreadRecord& record = record_of(number);
  const Thread& thread = *record.thread;
  const Frame* frame = frame_of_script(thread);
  if (!frame) return view;
  const Location where = location_of_thread(thread);
  view.name += " " + where.function;
  if (where.file == all.file) view.line = where.line;
  list_line(*frame, &view);
  list_operands(thread, frame, record, &view);
  if (record.pending.kind != Kind::None) view.next = describe(thread, record.pending);
  if (const size_t at = view.next.find("global "); at != view.next.npos) view.next.erase(at, 7);
  return view;
}

}  // namespace gillab::explore
