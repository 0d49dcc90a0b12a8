// The loop. Handlers stand in handlers/*.inc, written once; how one leads to the next is chosen here: tail calls
// (clang 19, fastest), computed goto, or a plain switch. Hot state is four values: pc, sp (first free operand), fp (the
// running frame's variables) and ts (the thread).
//
// Every dispatch goes through the table that ts->attached.table points to. Another thread, a signal or the collector
// asks for attention by exchanging that pointer; the running loop pays nothing for it.
#include "vm/loop.h"

#include <array>

#include "gil/contention.h"
#include "runtime/collector.h"
#include "runtime/core/parameters.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/generator.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/iterators.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "vm/attributes.h"
#include "vm/body.h"
#include "vm/calls.h"
#include "vm/controlled.h"
#include "vm/generators.h"
#include "vm/operator_calls.h"
#include "vm/sharing.h"
#include "vm/slow.h"
#include "vm/tracing.h"
#include "vm/unwind.h"

namespace gillab {
namespace {

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
// The loop is compiled twice: loop_counting.cpp includes this file to count every instruction. Off, that costs nothing.
// On, the count is a fifth hot value; the thread has it whenever C++ code may look (SAVE_PC) and when the loop is left.
#ifdef GILLAB_COUNTING
#define COUNT_PARAMETER , [[maybe_unused]] uint64_t counted
#define COUNT_ARGUMENT , counted
#define COUNT_INSTRUCTION() (++counted)
#define SAVE_COUNT() (ts->instructions += counted, counted = 0)
// The line that made an object is known, too, for the names of those that threads get in each other's way at.
#define NOTE_MADE(value)                                                                             \
  do {                                                                                               \
    if (gil::Layer::kConcurrent && (value).is_object()) gil::note_made((value).as_object()->header, pc); \
  } while (0)
#else
#define NOTE_MADE(value) static_cast<void>(0)
#define COUNT_PARAMETER
#define COUNT_ARGUMENT
#define COUNT_INSTRUCTION() (static_cast<void>(0))
#define SAVE_COUNT() (static_cast<void>(0))
#endif
#define PARAMETERS                                                                                       \
  [[maybe_unused]] const Instruction *pc, [[maybe_unused]] Value *sp, [[maybe_unused]] Value *fp,        \
      [[maybe_unused]] Thread *ts COUNT_PARAMETER
#define ARGUMENTS pc, sp, fp, ts COUNT_ARGUMENT
#define LEAVE(value) \
  do {               \
    SAVE_COUNT();    \
    return value;    \
  } while (0)

#if defined(GILLAB_DISPATCH_TAIL)
#define CONVENTION __attribute__((preserve_none))
typedef CONVENTION Value (*Handler)(PARAMETERS);
#define HANDLER(name) CONVENTION Value op_##name(PARAMETERS)
#define DISPATCH()                                                                                                  \
  do {                                                                                                              \
    COUNT_INSTRUCTION();                                                                                            \
    [[clang::musttail]] return static_cast<const Handler*>(ts->attached.table.load(std::memory_order_relaxed))[pc->op]( \
        ARGUMENTS);                                                                                                 \
  } while (0)
#define DISPATCH_RUNNING() [[clang::musttail]] return static_cast<const Handler*>(ts->attached.running)[pc->op](ARGUMENTS)
#define GOTO(name) [[clang::musttail]] return op_##name(ARGUMENTS)
#define GILLAB_OPCODE(name, operand, pops, pushes, jump, flags) HANDLER(name);
#define GILLAB_INTERNAL(name, words) HANDLER(name);
#include "vm/opcodes.def"
#undef GILLAB_OPCODE
#define SLOW_HANDLER HANDLER
#define GILLAB_SLOW(name) HANDLER(name);
#include "vm/handlers/slow.def"
#undef GILLAB_SLOW
#else
#define SLOW_HANDLER(name) op_##name:
#define GOTO(name) goto op_##name
#endif

#define NEXT(words) \
  do {              \
    pc += (words);  \
    DISPATCH();     \
  } while (0)
// Where the frame stands, for whoever looks at it while C++ runs: tracebacks, sys._getframe, a call that comes back.
#define SAVE_PC() (SAVE_COUNT(), ts->frame->pc = pc + 1)
#define UNWIND() GOTO(UNWIND)
#define TRY(condition)                \
  do {                                \
    if (UNLIKELY(!(condition))) UNWIND(); \
  } while (0)
// A jump whose int32 offset stands in the low half of a word.
#define JUMP_BY_WORD(index)                                            \
  do {                                                                 \
    pc += static_cast<int32_t>(static_cast<uint32_t>(word_at(pc, index))); \
    DISPATCH();                                                        \
  } while (0)

#if defined(GILLAB_DISPATCH_TAIL)
#include "vm/handlers/all.inc"

constexpr Handler kRunning[kOpCount] = {
#define GILLAB_OPCODE(name, operand, pops, pushes, jump, flags) op_##name,
#define GILLAB_INTERNAL(name, words) op_##name,
#include "vm/opcodes.def"
#undef GILLAB_OPCODE
};
constexpr auto kInterrupting = [] {
  std::array<Handler, kOpCount> table{};
  for (Handler& handler : table) handler = op_INTERRUPT;
  return table;
}();

Value enter(PARAMETERS) { return static_cast<const Handler*>(ts->attached.table.load())[pc->op](ARGUMENTS); }

void publish_tables(gil::Attached& attached) {
  attached.running = kRunning;
  attached.interrupting = kInterrupting.data();
}

#elif defined(GILLAB_DISPATCH_GOTO)

// With a null thread: gives the two tables through `tables`, whose addresses exist only in here.
Value interpret(PARAMETERS, const void** tables) {
  static const void* const kRunning[kOpCount] = {
#define GILLAB_OPCODE(name, operand, pops, pushes, jump, flags) &&op_##name,
#define GILLAB_INTERNAL(name, words) &&op_##name,
#include "vm/opcodes.def"
#undef GILLAB_OPCODE
  };
  static const void* const kInterrupting[kOpCount] = {
#define GILLAB_OPCODE(name, operand, pops, pushes, jump, flags) &&op_INTERRUPT,
#define GILLAB_INTERNAL(name, words) &&op_INTERRUPT,
#include "vm/opcodes.def"
#undef GILLAB_OPCODE
  };
  if (tables) {
    tables[0] = kRunning;
    tables[1] = kInterrupting;
    return Value();
  }
#define DISPATCH()                                                                                     \
  do {                                                                                                 \
    COUNT_INSTRUCTION();                                                                               \
    goto* static_cast<const void* const*>(ts->attached.table.load(std::memory_order_relaxed))[pc->op]; \
  } while (0)
#define DISPATCH_RUNNING() goto* static_cast<const void* const*>(ts->attached.running)[pc->op]
#define HANDLER(name) op_##name:
  DISPATCH();
#include "vm/handlers/all.inc"
}

Value enter(PARAMETERS) { return interpret(ARGUMENTS, nullptr); }
void publish_tables(gil::Attached& attached) {
  const void* tables[2];
  #ifdef GILLAB_COUNTING
  interpret(nullptr, nullptr, nullptr, nullptr, 0, tables);
#else
  interpret(nullptr, nullptr, nullptr, nullptr, tables);
#endif
  attached.running = tables[0];
  attached.interrupting = tables[1];
}

#else  // a plain switch; the tables say which case an opcode stands for

constexpr auto kRunning = [] {
  std::array<uint16_t, kOpCount> table{};
  for (size_t i = 0; i < kOpCount; ++i) table[i] = static_cast<uint16_t>(i);
  return table;
}();
constexpr auto kInterrupting = [] {
  std::array<uint16_t, kOpCount> table{};
  for (uint16_t& entry : table) entry = static_cast<uint16_t>(Op::INTERRUPT);
  return table;
}();

Value enter(PARAMETERS) {
  const uint16_t* table = static_cast<const uint16_t*>(ts->attached.table.load(std::memory_order_relaxed));
dispatch:
#define DISPATCH()                                                                                    \
  do {                                                                                                \
    COUNT_INSTRUCTION();                                                                              \
    table = static_cast<const uint16_t*>(ts->attached.table.load(std::memory_order_relaxed));         \
    goto dispatch;                                                                                    \
  } while (0)
#define DISPATCH_RUNNING()                                              \
  do {                                                                  \
    table = static_cast<const uint16_t*>(ts->attached.running);         \
    goto dispatch;                                                      \
  } while (0)
#define HANDLER(name)      \
  case static_cast<uint16_t>(Op::name): \
  op_##name: __attribute__((unused));
  switch (table[pc->op]) {
#include "vm/handlers/all.inc"
    default: __builtin_unreachable();
  }
}
void publish_tables(gil::Attached& attached) {
  attached.running = kRunning.data();
  attached.interrupting = kInterrupting.data();
}
#endif

}  // namespace

#ifdef GILLAB_COUNTING
void publish_counting_tables(gil::Attached& attached) { publish_tables(attached); }

Value run_counting(Thread& thread, Value* sp) noexcept {
  Frame* frame = thread.frame;
  return enter(frame->pc, sp, frame->locals, &thread, 0);
}
#else
bool stops_always([[maybe_unused]] const Thread& thread) {
#ifdef GILLAB_HOSTILE
  return true;  // at every instruction, from the first one on
#else
  if (gil::kControlled && thread.attached.interrupts_always) return true;  // who explores looks at each
  return tells(thread) || thread.interpreter->turn.instructions_per_turn() != 0;
#endif
}

void listen(Thread& thread) {
  const bool always = stops_always(thread);
  thread.attached.interrupts_always = always;
  if (always) thread.attached.table.store(thread.attached.interrupting);  // else the next request has the other one back
}

void prepare_dispatch(Thread& thread) {
  gil::Attached& attached = thread.attached;
  thread.counts_instructions = thread.interpreter->figures;
  thread.counts_instructions ? publish_counting_tables(attached) : publish_tables(attached);
  attached.interrupts_always = stops_always(thread);
  attached.table.store(attached.interrupts_always ? attached.interrupting : attached.running);
}

// noexcept: what a C++ exception left of the frames could not be gone on with.
Value run(Thread& thread, Value* sp) noexcept {
  gil::Suspension suspension;  // C++ calls Python: what it guards others may use meanwhile
  if (UNLIKELY(thread.counts_instructions)) return run_counting(thread, sp);
  Frame* frame = thread.frame;
  return enter(frame->pc, sp, frame->locals, &thread);
}
#endif

}  // namespace gillab
