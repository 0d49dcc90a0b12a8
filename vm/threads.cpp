// Starting a thread and ending it: the C++ thread, its stacks, its turn.
#include "runtime/threads.h"

#include <pthread.h>
#include <sys/prctl.h>

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/operations.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "vm/crash_report.h"
#include "vm/evaluate.h"
#include "vm/loop.h"
#include "vm/native_threads.h"
#include "vm/stack.h"

namespace gillab {
namespace {

// What a script asks for is for its calls; measure_stack() keeps half of this back from it.
constexpr size_t kBesidesAsked = 512 * 1024;
constexpr size_t kThreadStack = 8 * 1024 * 1024;  // as C programs have it: the system keeps those of ended threads

// As CPython: SystemExit ends a thread silently, anything else is reported.
void report_end(Thread& thread, Value target) {
  if (!thread.has_exception()) return;
  if (is_exception_of(thread, thread.exception, Error::SystemExit)) return clear_exception(thread);
  write_unraisable(thread, target, "in thread started by");
}

void run_target(Thread& thread) {
  Ref target = Ref::own(std::exchange(thread.target, Value::empty()));
  Ref arguments = Ref::own(std::exchange(thread.arguments, Value::empty()));
  Ref keywords = Ref::own(std::exchange(thread.keywords, Value::empty()));
  Dict* named = keywords ? keywords.as<Dict>() : nullptr;
  Ref result = call_with_dict(thread, target.get(), arguments.as<Tuple>(), named);
  if (!result) report_end(thread, target.get());
}

// From retire_thread on nobody knows this thread; the interpreter lives until `leaving` is back.
void leave(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  interpreter.leaving.fetch_add(1);
  retire_thread(thread);
  return_thread_stacks(thread);
  interpreter.turn.detach(thread.attached, gil::Reason::End);
  interpreter.turn.end(thread.attached);
  set_current_thread(nullptr);
  delete &thread;
  interpreter.leaving.fetch_sub(1, std::memory_order_release);
}

void run_thread(void* given) {
  Thread& thread = *static_cast<Thread*>(given);
  Interpreter& interpreter = *thread.interpreter;
  set_current_thread(&thread);
  pthread_attr_t attributes;
  size_t stack_size = kThreadStack;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstacksize(&attributes, &stack_size);
    pthread_attr_destroy(&attributes);
  }
  measure_stack(thread, stack_size);
  name_native_thread(thread);
  if (kUnprotected) prepare_crash_stack();
  note_start(thread);
  interpreter.turn.begin(thread.attached);
  interpreter.turn.attach(thread.attached);
  run_target(thread);
  leave(thread);
  if (kUnprotected) give_crash_stack_back();
}

// The kernel may wake a sleeper 50 microseconds late, to save power; here the lateness would be the measurement.
void wake_on_time() {
  static const int done = prctl(PR_SET_TIMERSLACK, 1);  // inherited by the threads that start later
  static_cast<void>(done);
}

}  // namespace

bool start_thread(Thread& thread, Ref callable, Ref arguments, Ref keywords, uint64_t* ident) {
  wake_on_time();
  Thread* child = make_thread(*thread.interpreter);
  if (!take_thread_stacks(*child)) {
    free_thread(child);
    return raise(thread, Error::RuntimeError, "can't start new thread");
  }
  prepare_dispatch(*child);
  child->target = callable.release();
  child->arguments = arguments.release();
  child->keywords = keywords.release();
  const size_t asked = child->interpreter->thread_stack_size;
  if (run_on_native_thread(asked ? asked + kBesidesAsked : kThreadStack, run_thread, child, ident)) return true;
  for (Value value : {child->target, child->arguments, child->keywords}) drop(value);
  return_thread_stacks(*child);
  free_thread(child);
  return raise(thread, Error::RuntimeError, "can't start new thread");
}

}  // namespace gillab
