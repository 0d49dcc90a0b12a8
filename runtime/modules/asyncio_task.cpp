// How a task runs: one step of its coroutine, what it then waits for, and how it is woken up.
#include <algorithm>

#include "runtime/classes/layouts.h"
#include "runtime/exception.h"
#include "runtime/modules/asyncio.h"
#include "runtime/str.h"

namespace gillab {

namespace {

// While a step runs the task is the current one of its loop: in the loop, and in the thread for the running loop.
class Entered {
 public:
  Entered(Thread& thread, Task* task) : thread_(thread), loop_(task->loop.take()) {
    if (!is_loop(loop_.get())) {
      Value args[] = {loop_.get(), Value::object(task)};
      foreign_ = true;
      ok_ = static_cast<bool>(call_asyncio(thread, "_asyncio", "_enter_task", args, 2));
      task_ = Ref::share(task);
      return;
    }
    LoopCore* loop = loop_of(loop_.get());
    Ref running = loop->running_task.take();
    ok_ = !running || is_allowed(thread, task, running.get());
    if (ok_) loop->running_task.put(Ref::share(task));
  }
  // An exception that is set stays set.
  ~Entered() {
    if (!ok_) return;
    if (!foreign_) {
      loop_of(loop_.get())->running_task.clear();
      return;
    }
    Ref pending = thread_.has_exception() ? take_exception(thread_) : Ref();
    Value args[] = {loop_.get(), task_.get()};
    if (!call_asyncio(thread_, "_asyncio", "_leave_task", args, 2)) write_unraisable(thread_, task_.get());
    if (pending) thread_.exception = pending.release();
  }
  explicit operator bool() const { return ok_; }

 private:
  static bool is_allowed(Thread& thread, Task* task, Value running) {
    return raise(thread, Error::RuntimeError, "Cannot enter into task {} while another task {} is being executed.",
                 Value::object(task), running);
  }
  Thread& thread_;
  Ref loop_;
  Ref task_;
  bool foreign_ = false;
  bool ok_ = false;
};

// What the coroutine did: it yielded `value`, returned it, or raised what is set on the thread.
struct Outcome {
  enum { Yielded, Returned, Raised } what;
  Ref value;
};

Outcome outcome_of(Ref yielded, Ref returned) {
  if (!yielded) return {Outcome::Raised, Ref()};
  if (yielded.get().is_exhausted()) return {Outcome::Returned, std::move(returned)};
  return {Outcome::Yielded, std::move(yielded)};
}

Outcome run_foreign(Thread& thread, Value coroutine, Value exception) {
  const bool throws = !exception.is_none();
  Ref yielded = call_method(thread, coroutine, throws ? asyncio_name(thread, "throw") : thread.names().send, &exception, 1);
  if (yielded || !exception_matches(thread, Error::StopIteration)) return outcome_of(std::move(yielded), Ref());
  Ref stop = take_exception(thread), value = stop.as<Exception>()->extra[0].take();
  return {Outcome::Returned, value ? std::move(value) : Ref::none()};
}

Outcome run_coroutine(Thread& thread, Value coroutine, Value exception) {
  if (!is<Generator>(coroutine)) return run_foreign(thread, coroutine, exception);
  auto* generator = as<Generator>(coroutine);
  if (generator->state.get() == GeneratorState::Finished) return run_foreign(thread, coroutine, exception);
  Ref returned;
  Ref yielded = exception.is_none() ? resume_generator(thread, generator, Value::none(), &returned)
                                    : throw_into_generator(thread, generator, Ref::share(exception), &returned);
  return outcome_of(std::move(yielded), std::move(returned));
}

bool finish(Thread& thread, Task* task, Ref result) {
  if (!task->must_cancel.get()) return future_set_result(thread, task, std::move(result));
  task->must_cancel.set(false);  // it was cancelled right before it stopped
  Ref message = task->cancel_message.take();
  return future_cancel(thread, task, message ? message.get() : Value::none()) != Truth::Error;
}

bool fail(Thread& thread, Task* task) {
  Ref error = take_exception(thread);
  if (is_subtype(type_of(error.get().as_object()), module_types(thread).cancelled_error)) {
    task->cancelled_error.put(error.share());
    Ref message = task->cancel_message.take();
    return future_cancel(thread, task, message ? message.get() : Value::none()) != Truth::Error;
  }
  if (!future_set_error(thread, task, error.get())) return false;
  const bool leaves = is_exception_of(thread, error.get(), Error::KeyboardInterrupt) ||
                      is_exception_of(thread, error.get(), Error::SystemExit);
  return leaves ? static_cast<bool>(raise_value(thread, std::move(error))) : true;
}

template <class... Args>
bool throw_soon(Thread& thread, Task* task, std::string_view text, const Args&... args) {
  Ref message = format_text(thread, text, {FormatArg(args)...});
  Value argument = message.get();
  Ref error = message ? make_exception(thread, thread.error_type(Error::RuntimeError), &argument, 1) : Ref();
  return error && task_call_soon(thread, task, Handle::Throw, error.get());
}

bool cancel_what_it_awaits(Thread& thread, Task* task, Value future) {
  if (!task->must_cancel.get()) return true;
  Ref message = task->cancel_message.take();
  Truth done = cancel_awaited(thread, future, message ? message.get() : Value::none());
  if (done == Truth::Yes) task->must_cancel.set(false);
  return done != Truth::Error;
}

// future.add_done_callback(wake_up, context=...), for classes that may have their own.
bool call_add_callback(Thread& thread, Task* task, Value future) {
  Ref wake_up = make_task_call(thread, Value::object(task), Handle::WakeUp, Value::none());
  Ref method = get_attribute(thread, future, asyncio_name(thread, "add_done_callback"));
  Ref context = task->context.take();
  Value argument = wake_up.get();
  return wake_up && method && call_with_keyword(thread, method.get(), &argument, 1, "context", context.get());
}

bool wait_for_future(Thread& thread, Task* task, Ref yielded) {
  Value self = Value::object(task);
  Future* future = future_of(yielded.get());
  if (future->loop.peek() != task->loop.peek()) {
    return throw_soon(thread, task, "Task {} got Future {} attached to a different loop", self, yielded.get());
  }
  if (!future->blocking.get()) {
    return throw_soon(thread, task, "yield was used instead of yield from in task {} with {}", self, yielded.get());
  }
  if (yielded.get() == self) return throw_soon(thread, task, "Task cannot await on itself: {}", self);
  future->blocking.set(false);
  const ModuleTypes& types = module_types(thread);
  const bool exact = type_of(future) == types.future || type_of(future) == types.task;
  const bool added = exact ? future_add_callback(thread, future, self, Value::empty())
                           : call_add_callback(thread, task, yielded.get());
  if (!added) return false;
  task->awaited.put(yielded.share());
  return cancel_what_it_awaits(thread, task, yielded.get());
}

bool wait_for_foreign(Thread& thread, Task* task, Value future, Value blocking) {
  Value self = Value::object(task);
  Ref loop = call_asyncio(thread, "asyncio.futures", "_get_loop", &future, 1);
  if (!loop) return false;
  if (loop.get() != task->loop.peek()) {
    return throw_soon(thread, task, "Task {} got Future {} attached to a different loop", self, future);
  }
  Truth blocks = truth(thread, blocking);
  if (blocks == Truth::Error) return false;
  if (blocks == Truth::No) {
    return throw_soon(thread, task, "yield was used instead of yield from in task {} with {}", self, future);
  }
  if (future == self) return throw_soon(thread, task, "Task cannot await on itself: {}", self);
  if (!set_attribute(thread, future, asyncio_name(thread, "_asyncio_future_blocking"), Value::boolean(false))) return false;
  if (!call_add_callback(thread, task, future)) return false;
  task->awaited.put(Ref::share(future));
  return cancel_what_it_awaits(thread, task, future);
}

// The coroutine yielded something: a future it awaits, None for a turn of the loop, or a mistake.
bool go_on_waiting(Thread& thread, Task* task, Ref yielded) {
  Value value = yielded.get(), self = Value::object(task);
  if (is_future(value)) return wait_for_future(thread, task, std::move(yielded));
  if (value.is_none()) return task_call_soon(thread, task, Handle::Step, Value::none());
  Ref blocking = get_attribute_or_empty(thread, value, asyncio_name(thread, "_asyncio_future_blocking"));
  if (!blocking && thread.has_exception()) return false;
  if (blocking && !blocking.get().is_none()) return wait_for_foreign(thread, task, value, blocking.get());
  if (is<Generator>(value) && type_of(value.as_object()) == thread.types().generator) {
    return throw_soon(thread, task, "yield was used instead of yield from for generator in task {} with {}", self, value);
  }
  return throw_soon(thread, task, "Task got bad yield: {}", value);
}

Ref exception_of_step(Thread& thread, Task* task, Value exception) {
  if (!task->must_cancel.get()) return Ref::share(exception);
  task->must_cancel.set(false);
  const bool is_cancel =
      exception.is_object() && is_subtype(type_of(exception.as_object()), module_types(thread).cancelled_error);
  return is_cancel ? Ref::share(exception) : make_cancelled_error(thread, task);
}

}  // namespace

bool task_step(Thread& thread, Task* task, Value given) {
  Ref held = Ref::share(task);
  if (task->state.get() != FutureState::Pending) {
    return raise_formatted(thread, module_types(thread).invalid_state, "_step(): already done: {} {}",
                           {Value::object(task), given});
  }
  Ref exception = exception_of_step(thread, task, given);
  task->awaited.clear();
  Ref coroutine = task->coroutine.take();
  if (!exception || !coroutine) return false;
  Entered entered(thread, task);
  if (!entered) return false;
  Outcome outcome = run_coroutine(thread, coroutine.get(), exception.get());
  if (outcome.what == Outcome::Yielded) return go_on_waiting(thread, task, std::move(outcome.value));
  return outcome.what == Outcome::Returned ? finish(thread, task, std::move(outcome.value)) : fail(thread, task);
}

bool task_wake_up(Thread& thread, Task* task, Value future) {
  if (is_future(future)) {
    Future* awaited = future_of(future);
    const bool plain = awaited->state.get() == FutureState::Finished && awaited->error.peek().is_empty();
    if (plain || future_result(thread, awaited)) return task_step(thread, task, Value::none());
  } else if (call_method(thread, future, asyncio_name(thread, "result"))) {
    return task_step(thread, task, Value::none());
  }
  Ref error = take_exception(thread);
  return task_step(thread, task, error.get());
}

Truth cancel_awaited(Thread& thread, Value future, Value message) {
  const bool plain = future.is_object() && type_of(future.as_object()) == module_types(thread).future;
  if (plain) return future_cancel(thread, future_of(future), message);
  Ref method = get_attribute(thread, future, asyncio_name(thread, "cancel"));
  Ref done = method ? call_with_keyword(thread, method.get(), nullptr, 0, "msg", message) : Ref();
  return done ? truth(thread, done.get()) : Truth::Error;
}

bool task_call_soon(Thread& thread, Task* task, Handle::What what, Value argument) {
  Ref loop = task->loop.take(), context = task->context.take();
  if (is_plain_loop(thread, loop.get())) {
    Ref handle = make_handle(thread, what, Value::object(task), argument, loop.get(), context.get());
    return loop_append(thread, loop.get(), std::move(handle));
  }
  Ref step = make_task_call(thread, Value::object(task), what, argument);
  Ref method = get_attribute(thread, loop.get(), asyncio_name(thread, "call_soon"));
  Value args[] = {step.get(), argument};
  const uint32_t count = what == Handle::WakeUp ? 2 : 1;
  return step && method && call_with_keyword(thread, method.get(), args, count, "context", context.get());
}

// --- a step as something to be called, for loops that are not ours

namespace {

struct TaskCall : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field task;
  Field argument;  // the exception to be thrown, or None
  Handle::What what;
};
constexpr Layout kTaskCallLayout = FieldLayout<TaskCall, &TaskCall::task, &TaskCall::argument>::named("TaskStepMethWrapper");

TaskCall* call_of(Value self) { return reinterpret_cast<TaskCall*>(self.as_object()); }

Ref call_step(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TaskCall* step = call_of(args[0]);
  Ref task = step->task.take(), argument = step->argument.take();
  const bool wakes = step->what == Handle::WakeUp;
  if (wakes && args[1].is_empty()) return raise(thread, Error::TypeError, "expected a future");
  bool done = wakes ? task_wake_up(thread, task_of(task.get()), args[1])
                    : task_step(thread, task_of(task.get()), argument.get());
  return done ? Ref::none() : Ref();
}
Ref call_self(Thread&, Value self) { return call_of(self)->task.take(); }
Ref call_name(Thread& thread, Value self) {
  if (call_of(self)->what == Handle::WakeUp) return make_str(thread, "Task.task_wakeup");
  Ref coroutine = task_of(call_of(self)->task.peek())->coroutine.take();
  return coroutine ? get_attribute(thread, coroutine.get(), asyncio_name(thread, "__qualname__")) : Ref::none();
}

constexpr MethodDef kMethods[] = {{"__call__", "(self, future=None, /)", call_step}};
constexpr GetSetDef kGetSets[] = {{"__self__", call_self}, {"__qualname__", call_name}};

}  // namespace

Ref make_task_call(Thread& thread, Value task, Handle::What what, Value argument) {
  auto* step = allocate<TaskCall>(thread, module_types(thread).task_call->root);
  if (!step) return {};
  step->task.init(Ref::share(task));
  step->argument.init(what == Handle::Throw ? Ref::share(argument) : Ref::none());
  step->what = what;
  return Ref::own(step);
}

Type* make_task_call_type(Thread& thread) {
  Type* type = make_native_type(thread, {"_asyncio.TaskStepMethWrapper", "_asyncio", &kTaskCallLayout, kNoInstances}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
