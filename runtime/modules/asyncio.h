// _asyncio: futures, tasks, handles and the loop's core, as their files share them. The rest of asyncio is Python
// (lib/asyncio/), which also runs with loops and futures that are not these.
#pragma once

#include <mutex>

#include "runtime/generator.h"
#include "runtime/list.h"
#include "runtime/modules/context.h"
#include "runtime/modules/deque.h"
#include "runtime/modules/module_types.h"
#include "runtime/operations.h"

namespace gillab {

enum class FutureState : uint8_t { Pending, Cancelled, Finished };

// All fields: under the Guard where they can change.
struct Future : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field loop;               // empty: __init__ has not run
  Field callback;           // the first to be called: a function, or a Task to be woken up; empty: none
  Field callback_context;   // Context; empty for a Task
  Field callbacks;          // the further ones: a list of (function, context) and Tasks; or empty
  Field result;
  Field error;              // an exception or empty
  Field error_traceback;
  Field source_traceback;   // where it was made, in debug mode; or empty
  Field cancel_message;     // or None
  Field cancelled_error;    // the CancelledError that ended a task; or empty
  Cell<FutureState> state;
  Cell<bool> log_traceback; // nobody has asked for the exception yet
  Cell<bool> blocking;      // yielded by `await` to the task, not by a plain yield
};

struct Task : Future {
  Field coroutine;
  Field awaited;            // what it waits for, or empty
  Field context;
  Field name;               // a str; or the int N of "Task-N", as long as nobody asks
  Cell<bool> must_cancel;
  Cell<bool> logs_destroy;
  Cell<int64_t> cancel_requests;
  Task* next;               // in the list of all that are pending: under its mutex
  Task* previous;
  bool listed;
};

struct Handle : Object {
  static constexpr Kind kKind = Kind::Extension;
  enum What : uint8_t {
    Call,     // callback(*argument), a tuple
    CallOne,  // callback(argument)
    Step,     // the Task `callback` goes on
    Throw,    // the same, with an exception
    WakeUp,   // the same, with the outcome of the Future `argument`
  };
  Field callback;           // None once cancelled
  Field argument;
  Field context;
  Field loop;
  Field source_traceback;   // in debug mode; or empty
  Field text;               // its repr when it was cancelled, in debug mode; or empty
  Cell<bool> cancelled;
  Cell<What> what;
};

struct TimerHandle : Handle {
  double when;
  Cell<bool> scheduled;
};

// What the event loops of lib/asyncio/ derive from.
struct LoopCore : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field ready;              // deque of Handles
  Field scheduled;          // list of TimerHandles: a heap by time
  Field running_task;       // of this loop, while a step runs in some thread; or empty
  Field resolution;         // what counts as the same time: a float
  Cell<bool> debug;
  Cell<bool> closed;
  Cell<bool> stopping;
  Cell<int64_t> cancelled_timers;
};

extern const Layout kFutureLayout;
extern const Layout kTaskLayout;
extern const Layout kHandleLayout;
extern const Layout kTimerHandleLayout;
extern const Layout kLoopLayout;

inline bool is_task(Value value) { return has_layout(value, kTaskLayout); }
inline bool is_future(Value value) { return has_layout(value, kFutureLayout) || is_task(value); }
inline bool is_loop(Value value) { return has_layout(value, kLoopLayout); }
inline bool is_handle(Value value) { return has_layout(value, kHandleLayout) || has_layout(value, kTimerHandleLayout); }
inline Future* future_of(Value value) { return reinterpret_cast<Future*>(value.as_object()); }
inline Task* task_of(Value value) { return reinterpret_cast<Task*>(value.as_object()); }
inline Handle* handle_of(Value value) { return reinterpret_cast<Handle*>(value.as_object()); }
inline LoopCore* loop_of(Value value) { return reinterpret_cast<LoopCore*>(value.as_object()); }

// Tasks that are pending, of all loops of an interpreter.
struct TaskRegistry {
  std::mutex mutex;
  Task* first = nullptr;
  int64_t last_number = 0;
};

// --- asyncio_future.cpp
bool init_future(Thread& thread, Future* future, Value loop);  // loop empty or None: the current one
void start_future_fields(Future* future);
// The result as `result()` gives it: raises the exception, a CancelledError or InvalidStateError.
Ref future_result(Thread& thread, Future* future);
bool future_set_result(Thread& thread, Future* future, Ref result);       // false: InvalidStateError or a failed call_soon
bool future_set_error(Thread& thread, Future* future, Value exception);
Truth future_cancel(Thread& thread, Future* future, Value message);
bool future_add_callback(Thread& thread, Future* future, Value callback, Value context);
Ref make_cancelled_error(Thread& thread, Future* future);
void note_retrieved(Future* future);                           // its exception need not be told at its end
bool report_unretrieved(Thread& thread, Future* future);
Ref future_source_traceback(Thread& thread, Value loop);       // None unless the loop is in debug mode; empty: error

// --- asyncio_future_type.cpp, asyncio_task_type.cpp
Type* make_future_type(Thread& thread);
Type* make_task_type(Thread& thread, Type* future);
bool check_future(Thread& thread, Value value);                // false: "... is not initialized"
void unlist_task(Thread& thread, Task* task);
Ref task_name(Thread& thread, Task* task);
void destroy_future_fields(Future* future);

// --- asyncio_task.cpp
// One step: exception None or to be thrown. False: SystemExit, KeyboardInterrupt or an error of asyncio itself.
bool task_step(Thread& thread, Task* task, Value exception);
bool task_wake_up(Thread& thread, Task* task, Value future);
bool task_call_soon(Thread& thread, Task* task, Handle::What what, Value argument);
Truth cancel_awaited(Thread& thread, Value future, Value message);
Type* make_task_call_type(Thread& thread);
Ref make_task_call(Thread& thread, Value task, Handle::What what, Value argument);  // callable, for foreign loops

// --- asyncio_handle.cpp
Ref make_handle(Thread& thread, Handle::What what, Value callback, Value argument, Value loop, Value context);
bool run_handle(Thread& thread, Handle* handle);               // false: SystemExit, KeyboardInterrupt
bool make_handle_types(Thread& thread);
Ref handle_callback(Thread& thread, Handle* handle);           // as `_callback` shows it
Ref handle_arguments(Thread& thread, Handle* handle);

// --- asyncio_loop.cpp
Type* make_loop_type(Thread& thread);
bool is_plain_loop(Thread& thread, Value loop);                // a LoopCore whose call_soon is ours, not in debug mode
bool loop_append(Thread& thread, Value loop, Ref handle);

// --- asyncio_module.cpp
Str* asyncio_name(Thread& thread, std::string_view name);
// A function of the package, by the name of its module.
Ref call_asyncio(Thread& thread, std::string_view module, std::string_view function, const Value* args, uint32_t count);
Ref call_with_keyword(Thread& thread, Value callable, const Value* args, uint32_t count, std::string_view name,
                      Value value);
bool call_exception_handler(Thread& thread, Value loop, Value context);  // context: a dict
bool add_context_entry(Thread& thread, const Ref& dict, std::string_view key, Value value);

}  // namespace gillab
