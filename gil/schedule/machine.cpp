// Fibers: made by makecontext, changed by setjmp and longjmp, which cost no system call. The saved registers lie in the
// arena beside the stacks, so a restored state goes on where it was.
#undef _FORTIFY_SOURCE  // its longjmp refuses to leave for another stack
#include "gil/schedule/machine.h"

#include <csignal>
#include <cstdlib>
#include <ucontext.h>

#include "gil/schedule/arena.h"
#include "gil/schedule/elements.h"
#include "gil/schedule/outside_state.h"

namespace gillab::gil::schedule {
namespace {

void save_place(Fiber& fiber) { fiber.stack_pointer = static_cast<char*>(__builtin_frame_address(0)); }

// The first time through: back to the maker. The second: the decider wants it to run.
void begin_fiber() {
  Machine& all = machine();
  Fiber& fiber = all.fibers[outside_state.making];
  save_place(fiber);
  if (_setjmp(fiber.context) == 0) _longjmp(outside_state.outside, 2);
  fiber.starting = false;
  fiber.function(fiber.argument);
  give_up(Status::Ended);
  std::abort();
}

// Enters the fiber as far as its first setjmp. `outside` is borrowed for it: its owner waits in resume() or is here.
void prepare(Fiber& fiber) {
  jmp_buf kept;
  __builtin_memcpy(&kept, &outside_state.outside, sizeof kept);
  ucontext_t context;
  getcontext(&context);
  context.uc_stack.ss_sp = fiber.stack;
  context.uc_stack.ss_size = fiber.stack_size;
  context.uc_link = nullptr;
  makecontext(&context, begin_fiber, 0);
  if (_setjmp(outside_state.outside) == 0) setcontext(&context);
  __builtin_memcpy(&outside_state.outside, &kept, sizeof kept);
}

}  // namespace

void at_element(const void* container, size_t position) {
  if (outside_state.hooks.element) outside_state.hooks.element(container, position);
}

Hooks& hooks() { return outside_state.hooks; }
bool is_inside() { return outside_state.inside; }

namespace {

// One that has ended, with its stack, where nothing is explored; else a new one. kMostFibers: there is none.
uint32_t free_fiber(size_t stack_size, char** stack) {
  Machine& all = machine();
  for (uint32_t i = 1; i < all.fiber_count && !hooks().explores; ++i) {
    if (all.fibers[i].status != Status::Ended || all.fibers[i].stack_size != stack_size) continue;
    *stack = all.fibers[i].stack;
    return i;
  }
  if (all.fiber_count == kMostFibers) return kMostFibers;
  *stack = static_cast<char*>(arena_pages(stack_size));
  return *stack ? all.fiber_count++ : kMostFibers;
}

}  // namespace

uint32_t make_fiber(void* (*function)(void*), void* argument, size_t stack_size) {
  Machine& all = machine();
  char* stack;
  const uint32_t number = free_fiber(stack_size, &stack);
  if (number == kMostFibers) return kMostFibers;
  outside_state.making = number;
  Fiber& fiber = all.fibers[number];
  fiber = Fiber{};
  fiber.status = Status::Ready;
  fiber.starting = true;
  fiber.function = function;
  fiber.argument = argument;
  fiber.stack = stack;
  fiber.stack_size = stack_size;
  prepare(fiber);
  return number;
}

void resume(uint32_t number) {
  Machine& all = machine();
  Fiber& fiber = all.fibers[number];
  all.current = number;
  all.event = Event::None;
  fiber.status = Status::Ready;
  outside_state.inside = outside_state.has_run = true;
  if (_setjmp(outside_state.outside) == 0) _longjmp(fiber.context, 1);
  outside_state.inside = false;
}

namespace {

// What functions that have returned left on the stack would lie in the gaps of those that are called next, and where their
// frames are a part of a state, tell it from others that are the same.
[[gnu::noinline]] void wipe_dead_stack() {
  constexpr size_t kUsualDepth = 8192;
  char dead[kUsualDepth];
  __builtin_memset(dead, 0, sizeof dead);
  asm volatile("" : : "r"(dead) : "memory");
}

}  // namespace

void give_up(Status why) {
  Fiber& fiber = current_fiber();
  fiber.status = why;
  if (outside_state.pages) wipe_dead_stack();
  save_place(fiber);
  if (_setjmp(fiber.context) == 0) _longjmp(outside_state.outside, 1);
}

void tell(Event event) {
  machine().event = event;
  give_up(Status::Event);
}

void refuse(const char* call) {
  sigset_t none;  // a caller that is about to start a process has signals blocked: pages are watched by one
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  machine().refused = call;
  for (;;) tell(Event::Refused);
}

OutsideScope::OutsideScope() : was_inside_(outside_state.inside) { outside_state.inside = false; }
OutsideScope::~OutsideScope() { outside_state.inside = was_inside_; }

}  // namespace gillab::gil::schedule
