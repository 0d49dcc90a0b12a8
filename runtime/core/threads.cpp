// What the interpreter does with its threads as a whole: names, ends, fork, exit.
#include "runtime/fork.h"
#include "runtime/threads.h"
#include "runtime/tracing.h"

#include "gil/contention.h"

#include <algorithm>

#include <pthread.h>
#include <unistd.h>

#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/signals.h"
#include "runtime/str.h"

namespace gillab {

void name_native_thread(Thread& thread) {
  thread.ident = static_cast<uint64_t>(pthread_self());
  thread.native_id = static_cast<int32_t>(gettid());
}

namespace {

void drop_locals(Thread& thread) {
  while (!thread.locals.empty()) {  // a finalizer may make more
    Value dict = thread.locals.back().dict;
    thread.locals.pop_back();
    drop(dict);
  }
}

void add_ended_figures(Interpreter& interpreter, const Thread& thread) {
  if (!thread.own_figures) return;
  gil::Figures figures = *thread.own_figures;
  figures.note_gave(gil::now(), gil::Reason::End);
  interpreter.ended_threads.push_back(
      {thread.id, figures, thread.instructions, thread.objects_allocated, thread.objects_freed});
}

}  // namespace

void drop_async_state(Thread& thread) {
  AsyncState& state = thread.async;
  for (Value* field : {&state.running_task, &state.running_loop, &state.first_iteration, &state.finalizer,
                       &state.context}) {
    drop(std::exchange(*field, Value::empty()));
  }
}

// The lock goes last: who waits for it finds nothing of the thread any more.
void retire_thread(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  drop_locals(thread);
  drop_async_state(thread);
  end_tracing(thread);
  drop(std::exchange(thread.exception, Value::empty()));
  drop(std::exchange(thread.handled, Value::none()));
  if (&thread == &current_thread()) disown_objects(thread);  // else it never began
  end_retired(thread);  // which may have to wait: once the lock is given, the interpreter may end
  release_end_lock(thread);
  return_blocks(thread);
  std::lock_guard lock(interpreter.threads_mutex);
  add_ended_figures(interpreter, thread);
  std::erase(interpreter.threads, &thread);
}

void join_threads_at_exit(Thread& thread) {
  Ref threading = dict_get_name(thread.interpreter->modules, intern(thread, "threading"));
  if (!threading) return clear_exception(thread);
  Ref done = call_method(thread, threading.get(), intern(thread, "_shutdown"));
  if (done) return;
  const bool interrupted = exception_matches(thread, Error::KeyboardInterrupt);
  write_unraisable(thread, threading.get());
  if (interrupted) dump_threads(thread, STDERR_FILENO, true);  // who waits for threads that hang wants to see where
}

static Ref pop_exit_function(Interpreter& interpreter) {
  TableLocked lock(interpreter.exit_lock);
  std::vector<Value>& functions = interpreter.exit_functions;
  if (functions.empty()) return {};
  Ref entry = Ref::own(functions.back());
  functions.pop_back();
  return entry;
}

void run_exit_functions(Thread& thread) {
  while (Ref entry = pop_exit_function(*thread.interpreter)) {
    const Value* parts = entry.as<Tuple>()->items;
    Dict* keywords = is<Dict>(parts[2]) ? as<Dict>(parts[2]) : nullptr;
    Ref done = call_with_dict(thread, parts[0], as<Tuple>(parts[1]), keywords);
    if (!done) write_unraisable(thread, parts[0], "in atexit callback");
  }
}

// The other threads are not in this process: what they held stays held, and their memory is left alone.
void after_fork_in_child(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  new (&interpreter.threads_mutex) std::mutex;
  interpreter.threads.assign(1, &thread);
  interpreter.main_thread = &thread;
  interpreter.leaving.store(0);
  interpreter.turn.reset(thread.attached);
  name_native_thread(thread);
  forget_locks_after_fork(thread);
}

namespace {

void keep_figures_of(Thread& thread) {
  thread.own_figures = std::make_unique<gil::Figures>();
  thread.own_figures->begin(gil::now());
}

}  // namespace

// Threads that wait meanwhile notice when they next have the turn: `figures` is read by its thread alone.
void keep_figures(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  if (interpreter.figures) return;
  interpreter.figures = true;
  gil::watch_contention();
  interpreter.figures_since = gil::now();
  keep_figures_of(thread);
  thread.own_figures->turns = 1;
  thread.attached.figures = thread.own_figures.get();
}

void note_start(Thread& thread) {
  if (!thread.interpreter->figures) return;
  keep_figures_of(thread);
  thread.attached.figures = thread.own_figures.get();
}

void set_switch_interval(Interpreter& interpreter, double seconds) {
  constexpr double kLongest = 1e9;  // seconds
  interpreter.switch_interval = seconds;
  const double nanoseconds = std::min(seconds, kLongest) * 1e9;
  interpreter.turn.set_interval(std::max<gil::Nanoseconds>(static_cast<gil::Nanoseconds>(nanoseconds), 1));
#ifndef GILLAB_HOSTILE
  const bool counts = interpreter.turn.instructions_per_turn() != 0;
  for_each_thread(interpreter, [&](Thread& each) {
    each.attached.interrupts_always.store(counts, std::memory_order_relaxed);
    if (each.attached.running) each.attached.ask(gil::kSwitch);  // it takes notice at its next instruction
  });
#endif
}

}  // namespace gillab
