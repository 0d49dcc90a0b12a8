// _thread: starting threads, who they are, how an exception that ends one is shown.
#include "runtime/modules/thread.h"

#include "runtime/classes/construct.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/signals.h"
#include "runtime/str.h"
#include "runtime/threads.h"

namespace gillab {
namespace {

using Args = const Value*;

constexpr size_t kLeastStack = 32 * 1024;

Ref start_new(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_callable(thread, args[0])) return raise(thread, Error::TypeError, "first arg must be callable");
  if (!is<Tuple>(args[1])) return raise(thread, Error::TypeError, "2nd arg must be a tuple");
  if (!args[2].is_empty() && !is<Dict>(args[2])) {
    return raise(thread, Error::TypeError, "optional 3rd arg must be a dictionary");
  }
  uint64_t ident = 0;
  Ref keywords = args[2].is_empty() ? Ref() : Ref::share(args[2]);
  if (!start_thread(thread, Ref::share(args[0]), Ref::share(args[1]), std::move(keywords), &ident)) return {};
  return make_int(thread, static_cast<int64_t>(ident));
}

Ref allocate_lock(Thread& thread, Args, uint32_t, Tuple*) { return make_script_lock(thread); }

Ref get_ident(Thread& thread, Args, uint32_t, Tuple*) { return make_int(thread, static_cast<int64_t>(thread.ident)); }
Ref get_native_id(Thread& thread, Args, uint32_t, Tuple*) { return make_int(thread, int64_t{thread.native_id}); }

Ref count(Thread& thread, Args, uint32_t, Tuple*) {
  int64_t started = -1;  // the main thread was not started by anybody
  for_each_thread(*thread.interpreter, [&](Thread&) { ++started; });
  return make_int(thread, started);
}

Ref set_sentinel(Thread& thread, Args, uint32_t, Tuple*) {
  Ref lock = make_script_lock(thread);
  if (!lock) return {};
  drop(std::exchange(thread.end_lock, lock.share().release()));
  return lock;
}

Ref stack_size(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t asked = 0;
  if (!args[0].is_empty() && !index_as_int64(thread, args[0], &asked)) return {};
  if (asked < 0) return raise(thread, Error::ValueError, "size must be 0 or a positive value");
  if (asked != 0 && asked < static_cast<int64_t>(kLeastStack)) {
    return raise(thread, Error::ValueError, "size not valid: {} bytes", asked);
  }
  const size_t before = thread.interpreter->thread_stack_size;
  if (!args[0].is_empty()) thread.interpreter->thread_stack_size = static_cast<size_t>(asked);
  return make_int(thread, static_cast<int64_t>(before));
}

Ref exit_thread(Thread& thread, Args, uint32_t, Tuple*) { return raise(thread, Error::SystemExit, ""); }

Ref interrupt_main(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t number = 2;
  if (!args[0].is_empty() && !index_as_int64(thread, args[0], &number)) return {};
  if (number < 1 || number > 64) return raise(thread, Error::ValueError, "signal number out of range");
  simulate_signal(thread, static_cast<int>(number));
  return Ref::none();
}

constexpr MethodDef kFunctions[] = {{"start_new_thread", "(function, args, kwargs=None, /)", start_new},
                                    {"start_new", "(function, args, kwargs=None, /)", start_new},
                                    {"allocate_lock", "()", allocate_lock},
                                    {"allocate", "()", allocate_lock},
                                    {"get_ident", "()", get_ident},
                                    {"get_native_id", "()", get_native_id},
                                    {"_count", "()", count},
                                    {"_set_sentinel", "()", set_sentinel},
                                    {"stack_size", "(size=0, /)", stack_size},
                                    {"exit", "()", exit_thread},
                                    {"exit_thread", "()", exit_thread},
                                    {"interrupt_main", "(signum=2, /)", interrupt_main}};

}  // namespace

bool init__thread(Thread& thread, Module* module) {
  return add_functions(thread, module, kFunctions) && add_lock_types(thread, module) &&
         add_local_type(thread, module) && add_excepthook(thread, module) &&
         add_value(thread, module, "error", Ref::share(thread.error_type(Error::RuntimeError))) &&
         add_value(thread, module, "TIMEOUT_MAX", make_float(thread, 9223372036.0));
}

}  // namespace gillab
