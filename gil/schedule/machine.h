// The machine that threads of a script run on in the layer `controlled`: fibers, a virtual clock, words to wait on. All
// of it lies in the arena (arena.h), so a state of the program is saved and restored with it. Whoever decides who runs
// (vm/explore) stays outside: on the thread's own stack, with memory of its own.
#pragma once

#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gil/clock.h"

namespace gillab::gil::schedule {

inline constexpr uint32_t kMostFibers = 128;
inline constexpr size_t kFiberStack = 16 * 1024 * 1024;   // address space; pages come when touched
inline constexpr size_t kMainStack = 96 * 1024 * 1024;

// What a fiber waits for while it does not run.
enum class Status : uint8_t {
  Free,       // no such fiber
  Ready,      // can go on at once: just made, or between two instructions of no interest
  Operation,  // before an operation that others can see: goes on when it is chosen and the operation can be done
  Word,       // until `*word` is no longer `expected`, or the deadline
  Sleep,      // until the deadline
  Event,      // has something to tell (Machine::event) and goes on when that has been dealt with
  Ended,
};

struct Fiber {
  jmp_buf context;
  Status status;
  bool timed_out;               // how its wait on a word ended
  bool starting;                // has not run yet
  const volatile uint32_t* word;
  uint32_t expected;
  Nanoseconds deadline;
  void* (*function)(void*);
  void* argument;
  char* stack;                  // its lowest byte, and how many there are
  size_t stack_size;
  char* stack_pointer;          // when it last gave up
  void* owner;                  // whatever the decider hangs here: its own record of the thread, in the arena
};

enum class Event : uint8_t { None, FirstThread, Finished, Refused, Other };

struct Machine {
  Nanoseconds clock;
  bool clock_was_read;          // since the checkpoint: only then does the time matter to the script
  Event event;
  const char* refused;          // the system call a script may not make here
  uint32_t current;
  uint32_t fiber_count;         // fibers ever made; where schedules are explored they are never reused
  uint32_t random[kMostFibers]; // states of the streams that getrandom() gives
  struct FileTable* files;      // files.cpp; null: none was opened
  Fiber fibers[kMostFibers];
};

Machine& machine();             // in the arena, at a fixed address
inline Fiber& current_fiber() { return machine().fibers[machine().current]; }

// --- from outside
void start_machine();           // once, before anything
void let_time_pass();           // where nothing is explored: as much as has passed outside
uint32_t make_fiber(void* (*function)(void*), void* argument, size_t stack_size);
void resume(uint32_t fiber);    // returns when it gives up; its status says why
bool is_inside();               // a fiber runs: memory comes from the arena, time is virtual

uint64_t digest_of_files();     // of what they contain in this schedule, and where threads are in them (files.cpp)

// Called inside, when a thread has been made and before it runs; and before it reads an element of a container.
struct Hooks {
  void (*made)(uint32_t fiber, void* argument) = nullptr;
  void (*element)(const void* container, size_t position) = nullptr;
  bool explores = false;  // more than one run: a script may not end the process
};
Hooks& hooks();

// --- from inside
void give_up(Status why);
void tell(Event event);         // gives up until the event has been dealt with
[[noreturn]] void refuse(const char* call);  // a system call that cannot be taken back, or kTooManyThreads
inline constexpr std::string_view kTooManyThreads = "too many threads";

// For its lifetime code that runs on a fiber uses the outside: memory that is not part of the state.
class OutsideScope {
 public:
  OutsideScope();
  ~OutsideScope();
  OutsideScope(const OutsideScope&) = delete;

 private:
  bool was_inside_;
};

}  // namespace gillab::gil::schedule
