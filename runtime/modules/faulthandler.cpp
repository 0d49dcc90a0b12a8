// faulthandler: tracebacks of all threads on demand, at a signal, or when a time has passed.
#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "runtime/float.h"
#include "runtime/interpreter.h"
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

// The signal's handler is a function that dumps: it runs in the main thread, between two instructions.
Ref on_signal(Thread& thread, Args, uint32_t, Tuple*) {
  dump_threads(thread, STDERR_FILENO, true);
  return Ref::none();
}
constexpr MethodDef kOnSignal = {"_dump", "(signum, frame, /)", on_signal};

bool signal_number(Thread& thread, Value value, int* number) {
  int64_t given;
  if (!index_as_int64(thread, value, &given)) return false;
  *number = static_cast<int>(given);
  return (given >= 1 && given < kSignalCount) || raise(thread, Error::ValueError, "signal number out of range");
}

Ref register_signal(Thread& thread, Args args, uint32_t, Tuple*) {
  int number;
  if (!signal_number(thread, args[0], &number) || descriptor_of(thread, args[1]) < 0) return {};
  Ref handler = make_native(thread, kOnSignal, nullptr, Value::empty(), Value::empty());
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

constexpr MethodDef kFunctions[] = {
    {"dump_traceback", "(file=None, all_threads=True)", dump_traceback},
    {"enable", "(file=None, all_threads=True)", enable},
    {"disable", "()", disable},
    {"is_enabled", "()", is_enabled},
    {"register", "(signum, file=None, all_threads=True, chain=False)", register_signal},
    {"unregister", "(signum, /)", unregister_signal}};

}  // namespace

bool init_faulthandler(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
