// faulthandler: tracebacks of all threads on demand, at a signal, or when a time has passed.
#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "runtime/float.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/signals.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

// A file, a descriptor, or nothing for sys.stderr. -1: an error is set.
int descriptor_of(Thread& thread, Value file) {
  int64_t number = STDERR_FILENO;
  if (file.is_empty() || file.is_none()) return STDERR_FILENO;
  if (file.is_int()) return index_as_int64(thread, file, &number) ? static_cast<int>(number) : -1;
  Ref result = call_method(thread, file, intern(thread, "fileno"));
  if (!result || !index_as_int64(thread, result.get(), &number)) return -1;
  Ref flushed = call_method(thread, file, thread.names().flush);
  clear_exception(thread);
  return static_cast<int>(number);
}

bool wants_all(Thread& thread, Value all_threads, bool* all) {
  const Truth answer = all_threads.is_empty() ? Truth::Yes : truth(thread, all_threads);
  *all = answer == Truth::Yes;
  return answer != Truth::Error;
}

Ref dump_traceback(Thread& thread, Args args, uint32_t, Tuple*) {
  bool all;
  const int descriptor = descriptor_of(thread, args[0]);
  if (descriptor < 0 || !wants_all(thread, args[1], &all)) return {};
  dump_threads(thread, descriptor, all);
  return Ref::none();
}

// A crash of the engine itself is reported by whoever started it: here is only remembered that somebody asked.
Ref enable(Thread& thread, Args args, uint32_t, Tuple*) {
  if (descriptor_of(thread, args[0]) < 0) return {};
  thread.interpreter->fault_handler = true;
  return Ref::none();
}
Ref disable(Thread& thread, Args, uint32_t, Tuple*) {
  return Ref::boolean(thread.interpreter->fault_handler.exchange(false));
}
Ref is_enabled(Thread& thread, Args, uint32_t, Tuple*) { return Ref::boolean(thread.interpreter->fault_handler); }

// The signal's handler is a function that dumps: it runs in the main thread, between two instructions. `chained`: None, or
// what handled the signal before and does so after, an empty tuple for the system's own way.
Ref on_signal(Thread& thread, Args args, uint32_t, Tuple*) {
  const auto number = static_cast<int>(args[3].as_int());
  dump_threads(thread, static_cast<int>(args[0].as_int()), args[1].is_true());
  if (args[2].is_none()) return Ref::none();
  if (!is<Tuple>(args[2])) return call(thread, args[2], args[3], args[4]);
  set_signal_action(number, SignalAction::Default);
  ::raise(number);
  return Ref::none();
}
constexpr MethodDef kOnSignal = {"_dump", "(file, all_threads, chained, signum, frame, /)", on_signal};

// on_signal with all but its last two arguments.
Ref handler_for(Thread& thread, int descriptor, bool all, Value chained) {
  Ref function = make_native(thread, kOnSignal, nullptr, Value::empty(), Value::empty());
  Ref partial = function ? attribute_of_module(thread, "functools", "partial") : Ref();
  const Value given[] = {function.get(), Value::integer(descriptor), Value::boolean(all), chained};
  return partial ? call(thread, partial.get(), given, 4) : Ref();
}

bool signal_number(Thread& thread, Value value, int* number) {
  int64_t given;
  if (!index_as_int64(thread, value, &given)) return false;
  *number = static_cast<int>(given);
  return (given >= 1 && given < kSignalCount) || raise(thread, Error::ValueError, "signal number out of range");
}

Ref register_signal(Thread& thread, Args args, uint32_t, Tuple*) {
  int number;
  bool all;
  if (!signal_number(thread, args[0], &number)) return {};
  const int descriptor = descriptor_of(thread, args[1]);
  const Truth chains = args[3].is_empty() ? Truth::No : truth(thread, args[3]);
  if (descriptor < 0 || chains == Truth::Error || !wants_all(thread, args[2], &all)) return {};
  Ref before = thread.interpreter->signal_handlers[number].take();
  if (chains == Truth::No) before = Ref::none();
  else if (!before || !is_callable(thread, before.get())) before = Ref::share(Value::object(thread.interpreter->empty_tuple));
  Ref handler = handler_for(thread, descriptor, all, before.get());
  if (!handler) return {};
  thread.interpreter->signal_handlers[number].put(std::move(handler));
  return set_signal_action(number, SignalAction::Note) ? Ref::none() : Ref(raise_errno(thread, errno));
}

Ref unregister_signal(Thread& thread, Args args, uint32_t, Tuple*) {
  int number;
  if (!signal_number(thread, args[0], &number)) return {};
  Ref handler = thread.interpreter->signal_handlers[number].exchange({});
  const bool had = static_cast<bool>(handler);
  if (had) set_signal_action(number, SignalAction::Default);
  return Ref::boolean(had);
}

// What waits is a thread of its own, in Python: lib/_fault_timer.py
Ref dump_later(Thread& thread, Args args, uint32_t, Tuple*) {
  double seconds = 0;
  if (!as_double(thread, args[0], &seconds)) return {};
  if (!(seconds > 0)) return raise(thread, Error::ValueError, "timeout must be greater than 0");
  const int descriptor = descriptor_of(thread, args[2]);
  Ref begin = descriptor < 0 ? Ref() : attribute_of_module(thread, "_fault_timer", "begin");
  const Value given[] = {args[0], args[1].is_empty() ? Value::boolean(false) : args[1], Value::integer(descriptor),
                         args[3].is_empty() ? Value::boolean(false) : args[3]};
  return begin ? call(thread, begin.get(), given, 4) : Ref();
}
Ref cancel_later(Thread& thread, Args, uint32_t, Tuple*) {
  Ref cancel = attribute_of_module(thread, "_fault_timer", "cancel");
  return cancel ? call(thread, cancel.get()) : Ref();
}
Ref dump_others(Thread& thread, Args args, uint32_t, Tuple*) {
  const int descriptor = descriptor_of(thread, args[0]);
  if (descriptor < 0) return {};
  dump_threads(thread, descriptor, true, false);
  return Ref::none();
}

constexpr MethodDef kFunctions[] = {
    {"dump_traceback_later", "(timeout, repeat=False, file=None, exit=False)", dump_later},
    {"cancel_dump_traceback_later", "()", cancel_later},
    {"_dump_others", "(file, /)", dump_others},
    {"dump_traceback", "(file=None, all_threads=True)", dump_traceback},
    {"enable", "(file=None, all_threads=True)", enable},
    {"disable", "()", disable},
    {"is_enabled", "()", is_enabled},
    {"register", "(signum, file=None, all_threads=True, chain=False)", register_signal},
    {"unregister", "(signum, /)", unregister_signal}};

}  // namespace

bool init_faulthandler(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
