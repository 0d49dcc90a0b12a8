// What a thread does before each instruction: looks whether the next one is an operation that others can see, and if so
// gives up until it is chosen.
#include "vm/controlled.h"

#include <algorithm>
#include <utility>

#include "gil/schedule/arena.h"
#include "runtime/exception.h"
#include "runtime/function.h"
#include "runtime/modules/deque.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/calls.h"
#include "vm/evaluate.h"
#include "vm/explore/main.h"
#include "vm/explore/place.h"
#include "vm/explore/micro.h"
#include "vm/explore/operation_read.h"
#include "vm/explore/session.h"
#include "vm/explore/step.h"

namespace gillab::explore {
namespace {

using gil::schedule::Machine;
using gil::schedule::machine;
using gil::schedule::OutsideScope;
using gil::schedule::Status;

constexpr uint32_t kMostFibers = gil::schedule::kMostFibers;
ThreadRecord records[kMostFibers];  // part of the state: static memory of the engine is
Session* the_session = nullptr;
constexpr size_t kMostHolders = 256;
Holder holders[kMostHolders];         // likewise
size_t holder_count = 0;

void on_made(uint32_t fiber, void* argument) {
  if (!records[machine().current].thread) {
    records[machine().current].thread = &current_thread();
    stop_at_each_instruction(current_thread(), true);
  }
  records[fiber] = ThreadRecord{};
  records[fiber].thread = static_cast<Thread*>(argument);
  records[fiber].did_shared = true;
  records[fiber].maker = machine().current;
  records[machine().current].has_started_one = true;
  for (uint32_t i = 0; i < fiber; ++i) {
    const bool waited = records[machine().current].joined.has(i);
    if (waited && machine().fibers[i].status == Status::Ended) records[fiber].made_after.add(i);
  }
  records[fiber].is_daemon = starts_daemon(*records[machine().current].thread);
  records[fiber].made_at = line_of_thread(*records[machine().current].thread);
  stop_at_each_instruction(*records[fiber].thread, true);
}

Sight sight(ThreadRecord& record) {
  const Code* code = record.thread->frame->code;
  if (code != record.last_code) {
    record.last_code = code;
    record.last_sight = sight_of(code);
  }
  return record.last_sight;
}

// The part of a Condition's wait() in which it takes its lock again: the one step of the machinery others compete for.
bool takes_lock_again(const Thread& thread, const Operation& operation) {
  if (operation.kind != Kind::Acquire) return false;
  if (std::string_view(operation.name) == "_acquire_restore") return true;
  const Value name = thread.frame->code->name.peek();
  return is<Str>(name) && as<Str>(name)->ascii && as<Str>(name)->ascii_view() == "_acquire_restore";
}

// A thread, a timer or a pool calls what the script gave it: a function in C++ is an operation of the script.
bool calls_for_script(const Frame& frame, uint32_t instruction) {
  return frame.body->unit().code[instruction].opcode == compiler::Opcode::CALL_FUNCTION_EX;
}

// A library's section under a lock is one step, at its beginning: giving a lock back earlier or later is the same to others.
void as_one_section(Operation& operation) {
  if (operation.kind == Kind::Release) operation = Operation{};
  if (operation.kind == Kind::Acquire) operation.kind = Kind::Call;
}

bool is_of_interest(const Thread& thread, Sight sight, const Operation& operation, uint32_t instruction) {
  if (operation.kind == Kind::None) return false;
  if (sight == Sight::All || calls_for_script(*thread.frame, instruction)) return true;
  if (sight == Sight::SyncOnly) return operation.is_sync;
  return takes_lock_again(thread, operation);
}

// True: others can see it.
bool note_touches(const Operation& operation, uint32_t me) {
  OutsideScope outside;
  bool shared = false;
  for (uint32_t i = 0; i < operation.touch_count; ++i) shared |= the_session->variables.touch(operation.touches[i], me);
  return shared;
}

void note_where_it_ran() {
  const Location place = location_of_thread(*records[machine().current].thread);
  OutsideScope outside;
  the_session->ran_away_at = thread_name(machine().current) + " at " + where(place);
}

// A daemon that computes has no end to wait for: the others go on without it.
void leave_alone(ThreadRecord& record) {
  const std::string place = thread_name(machine().current) + " at " + where(location_of_thread(*record.thread));
  {
    OutsideScope outside;
    the_session->computes_at = place;
  }
  record.pending = Operation{};
  record.pending.needs = Needs::Never;
  record.is_computing = true;
  for (;;) gil::schedule::give_up(Status::Operation);
}

// From where on a stack belongs to who has called; null: that is not known on this machine.
const char* stack_of_callers(const char* frame) {
#if defined(__x86_64__)
  constexpr size_t kSavedRegisters = 5;
  return frame - kSavedRegisters * sizeof(void*);
#else
  return frame ? nullptr : frame;
#endif
}

void check_endless(ThreadRecord& record) {
  Session& all = *the_session;
  ++all.all_instructions;
  ++all.instructions;
  if (record.is_daemon && all.explores && !all.only_looks && all.instructions > kMostOfDaemon) leave_alone(record);
  if (all.instructions <= all.most_instructions) return;
  all.ran_away = true;
  if (!all.only_looks) note_where_it_ran();
  gil::schedule::tell(gil::schedule::Event::Other);
}

// notify() wakes who stands first: another is put there.
void move_waiter_forward(const Operation& operation, uint32_t steps, Thread& thread) {
  Ref waiters = get_attribute(thread, operation.target, intern(thread, std::string_view("_waiters")));
  if (waiters) deque_rotate(reinterpret_cast<Deque*>(waiters.get().as_object()), -static_cast<int64_t>(steps));
  clear_exception(thread);
}

void forget_holder(Value lock) {
  for (size_t i = 0; i < holder_count; ++i) {
    if (holders[i].lock == lock) holders[i--] = holders[--holder_count];
  }
}

// A thread that got what it asked for.
void note_holder(const ThreadRecord& record, const Operation& operation) {
  if (operation.kind == Kind::Acquire || operation.kind == Kind::Release) forget_holder(operation.target);
  if (operation.kind != Kind::Acquire || record.gives_up_waiting || holder_count == kMostHolders) return;
  holders[holder_count++] = {operation.target, machine().current, line_of_thread(*record.thread)};
}

void stop_before(ThreadRecord& record, const Operation& operation) {
  record.pending = operation;
  record.alternative = 0;
  gil::schedule::give_up(Status::Operation);
  ++record.done;
  note_holder(record, operation);
  if (record.alternative > 0 && operation.kind == Kind::Notify) {
    move_waiter_forward(operation, record.alternative, *record.thread);
  }
  record.pending.kind = Kind::None;
}

// Where nothing is explored: after so many instructions somebody else goes on.
void take_turns() {
  constexpr uint64_t kTurn = 1000;
  if (++the_session->looked % kTurn == 0) gil::schedule::give_up(Status::Ready);
}

// The first run stops nowhere, but lets others run too: a thread may wait for what another does.
void look_on() {
  constexpr uint64_t kTurn = 64;
  if (++the_session->looked % kTurn == 0) gil::schedule::give_up(Status::Ready);
}

// A thread's ident is the address of its fiber.
void note_join(ThreadRecord& record, uint64_t ident) {
  const int line = line_of_thread(*record.thread);
  OutsideScope outside;
  std::vector<int>& lines = the_session->joined_at;
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
  for (uint32_t i = 0; i < machine().fiber_count; ++i) {
    if (reinterpret_cast<uint64_t>(&machine().fibers[i]) == ident) record.joined.add(i);
  }
}

// --switch loop: a thread that has done something others can see stops at the next edge of a loop, where a call begins or
// where one has ended. It stops at the first such place too.
void stop_at_switch_point(ThreadRecord& record, const Frame& frame, const Instruction* pc, uint32_t instruction) {
  using enum compiler::Opcode;
  const std::vector<compiler::Instruction>& code = frame.body->unit().code;
  if (!record.did_shared || !the_session->explores || the_session->only_looks) return;
  bool here = pc == frame.body->words.data();
  switch (code[instruction].opcode) {
    case FOR_ITER:
    case JUMP_BACKWARD:
    case POP_JUMP_BACKWARD_IF_FALSE:
    case POP_JUMP_BACKWARD_IF_TRUE:
    case POP_JUMP_BACKWARD_IF_NONE:
    case POP_JUMP_BACKWARD_IF_NOT_NONE: here = true; break;
    default: break;
  }
  if (instruction > 0 && (code[instruction - 1].opcode == CALL || code[instruction - 1].opcode == CALL_FUNCTION_EX)) here = true;
  if (!here) return;
  record.did_shared = record.has_started_one = false;
  Operation nothing;
  nothing.kind = Kind::Call;
  nothing.name = "a round";
  stop_before(record, nothing);
}

}  // namespace

bool stop_if_shared(ThreadRecord& record, const Operation& operation) {
  const bool shared = note_touches(operation, machine().current);
  if (the_session->only_looks) return look_on(), false;
  if (!the_session->explores) return false;
  if (the_session->variables.found_new) gil::schedule::tell(gil::schedule::Event::Other);
  if (shared) stop_before(record, operation);
  return shared;
}

Session& session() { return *the_session; }

void stop_at_each_instruction(Thread& thread, bool stops) {
  gil::Attached& attached = thread.attached;
  attached.interrupts_always = stops;
  attached.table.store(stops ? attached.interrupting : attached.running);
}

const Holder* holder_of(Value lock) {
  const Holder* found = std::find_if(holders, holders + holder_count, [&](const Holder& each) { return each.lock == lock; });
  return found == holders + holder_count ? nullptr : found;
}

void start_session() {
  the_session = new Session;
  gil::schedule::hooks().made = on_made;
  gil::schedule::hooks().element = at_element;
}

ThreadRecord& record_of(uint32_t fiber) { return records[fiber]; }

// Threads that live, or whose end this one has not waited for: what they did could have come later.
bool has_others(const ThreadRecord& me) {
  const Machine& all = machine();
  for (uint32_t i = 0; i < all.fiber_count; ++i) {
    if (&records[i] == &me || (i == 0 && all.fiber_count == 1)) continue;
    if (all.fibers[i].status != Status::Ended || !me.joined.has(i)) return true;
  }
  return false;
}

uint32_t alive_threads() {
  const Machine& all = machine();
  uint32_t alive = 0;
  for (uint32_t i = 0; i < all.fiber_count; ++i) alive += all.fibers[i].status != Status::Ended;
  return alive;
}

namespace {

void answer(Thread& thread, Session::Question& question) {
  compiler::Options options;
  options.mode = compiler::Mode::Eval;
  options.filename = "<expression>";
  Ref main = dict_get_name(thread.interpreter->modules, thread.names().__main__);
  Ref code = main ? compile_source(thread, question.expression, options) : Ref();
  Ref value;
  if (code) {
    value = run_code(thread, code.as<Code>(), module_dict(main.as<Module>()), Value::empty(), Value::empty());
  }
  Ref text = value ? repr(thread, value.get()) : Ref();
  const bool failed = !text;
  if (failed) {
    Ref exception = take_exception(thread);
    text = exception ? repr(thread, exception.get()) : Ref();
  }
  std::string shown = text ? to_utf8(text.as<Str>()) : "?";
  // Where in the source stood the mistake means nothing here: the expression is part of one of ours.
  if (failed && shown.starts_with("SyntaxError(")) shown = shown.substr(0, shown.find(", (")) + ")";
  OutsideScope outside;
  question.answer.assign(shown.data(), shown.size());
  question.failed = failed;
}

}  // namespace

void at_end_of_script(Thread& thread) {
  Session& all = *the_session;
  if (!all.explores) return;
  stop_at_each_instruction(thread, false);  // expressions are no part of the script
  if (alive_threads() > 1 && gil::schedule::has_new_memory()) {
    Operation exit;
    exit.kind = Kind::Exit;
    stop_before(records[0], exit);
  }
  for (;;) {
    gil::schedule::tell(gil::schedule::Event::Finished);
    if (!all.asks) continue;
    for (Session::Question& question : all.questions) answer(thread, question);
  }
}

}  // namespace gillab::explore

namespace gillab {

#if defined(__x86_64__)
// All that callers keep in registers is saved right below the frame of who says this.
#define GILLAB_SAVE_REGISTERS() asm volatile("" : : : "rbx", "r12", "r13", "r14", "r15")
#else
#define GILLAB_SAVE_REGISTERS() static_cast<void>(0)
#endif

void controlled_step(Thread& thread, const Instruction* pc, Value* sp) {
  GILLAB_SAVE_REGISTERS();
  using namespace explore;
  if (!gil::schedule::has_new_memory()) return take_turns();
  ThreadRecord& record = record_of(gil::schedule::machine().current);
  record.stack_top = sp;
  record.stack_base = stack_of_callers(static_cast<const char*>(__builtin_frame_address(0)));
  record.part = 0;
  check_endless(record);
  const Sight sees = sight(record);
  if (sees == Sight::Nothing) {
    // Only calls that take a lock again matter here, and calls of what the script gave.
    const Value name = record.last_code->name.peek();
    const std::string_view text = as<Str>(name)->ascii_view();
    if (text != "wait" && text != "_acquire_restore" && text != "run") return;
  }
  if (!has_others(record)) return;
  const Frame& frame = *thread.frame;
  const uint32_t instruction = frame.body->origins[static_cast<size_t>(pc - frame.body->words.data())];
  if (session().switch_mode == SwitchMode::Loop && sees == Sight::All) stop_at_switch_point(record, frame, pc, instruction);
  Operation operation;
  read_operation(thread, frame, instruction, sp, session().shows_output, &operation);
  if (operation.joins) note_join(record, operation.joins);
  if (sees == Sight::SyncOnly && (is_lock(operation.target) || is_rlock(operation.target))) as_one_section(operation);
  if (sees == Sight::All && session().switch_mode == SwitchMode::Micro && session().model == Model::None) {
    count_references(record, frame, instruction, sp);
    record.part = 2;  // what follows is the instruction itself
  }
  if (!is_of_interest(thread, sees, operation, instruction)) return;
  const bool shared = note_touches(operation, gil::schedule::machine().current);
  if (session().only_looks) return look_on();
  if (!session().explores) return;
  if (session().variables.found_new) gil::schedule::tell(gil::schedule::Event::Other);
  if (!shared) return;
  record.did_shared = true;
  if (walks_elements(operation)) return;
  const bool has_started_one = std::exchange(record.has_started_one, false);
  if (session().switch_mode != SwitchMode::Loop || operation.is_sync || has_started_one) stop_before(record, operation);
}

}  // namespace gillab
