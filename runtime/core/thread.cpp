// The thread state apart from its stacks, which belong to the VM: which one is current, and how deep C++ may go.
#include "runtime/thread.h"

#include <pthread.h>
#include <sys/resource.h>

#include "runtime/errors.h"
#include "runtime/interpreter.h"

namespace gillab {

namespace {

constexpr size_t kStackReserve = 256 * 1024;  // for what a RecursionError and its handlers need
constexpr size_t kMostStack = 64 * 1024 * 1024;

}  // namespace

constinit thread_local Thread* running_thread = nullptr;

// Files that do not know Interpreter call these; the others inline them.
[[gnu::used]] const Names& (Thread::*const kNames)() const = &Thread::names;
[[gnu::used]] const Types& (Thread::*const kTypes)() const = &Thread::types;
[[gnu::used]] Type* (Thread::*const kErrorType)(Error) const = &Thread::error_type;
[[gnu::used]] Str* (Thread::*const kDunderName)(Dunder) const = &Thread::dunder_name;

void set_current_thread(Thread* thread) { running_thread = thread; }

// REQUIRES: called near the bottom of the C++ thread's stack
void measure_stack(Thread& thread, size_t stack_size) {
  if (stack_size == 0) {
    rlimit limit{};
    getrlimit(RLIMIT_STACK, &limit);
    stack_size = limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur > kMostStack ? kMostStack : limit.rlim_cur;
    if (limit.rlim_cur == RLIM_INFINITY) stack_size = 8 * 1024 * 1024;
  }
  char* here = static_cast<char*>(__builtin_frame_address(0));
  thread.c_stack_limit = here - stack_size + kStackReserve;
}

bool NativeDepth::is_within_limits(const char* where) {
  size_t depth = static_cast<size_t>(thread_.frame - thread_.frames) + thread_.native_depth;
  bool stack_left = static_cast<char*>(__builtin_frame_address(0)) > thread_.c_stack_limit;
  if (depth <= thread_.interpreter->recursion_limit && stack_left) return true;
  return raise(thread_, Error::RecursionError, "maximum recursion depth exceeded{}", where);
}

}  // namespace gillab
