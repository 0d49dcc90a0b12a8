// atexit: functions that run, last registered first, when the program has ended.
#include "runtime/classes/construct.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/threads.h"

namespace gillab {
namespace {

Ref register_function(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is_callable(thread, args[0])) return raise(thread, Error::TypeError, "the first argument must be callable");
  Ref entry = make_tuple_of(thread, args[0], args[1], args[2]);
  if (!entry) return {};
  TableLocked lock(thread.interpreter->exit_lock);
  thread.interpreter->exit_functions.push_back(entry.release());
  return Ref::share(args[0]);
}

size_t how_many(Thread& thread) {
  TableLocked lock(thread.interpreter->exit_lock);
  return thread.interpreter->exit_functions.size();
}
Ref entry_at(Thread& thread, size_t i) {
  TableLocked lock(thread.interpreter->exit_lock);
  const std::vector<Value>& functions = thread.interpreter->exit_functions;
  return i < functions.size() ? Ref::share(functions[i]) : Ref();
}
// If it still is the one there.
Ref remove_at(Thread& thread, size_t i, Value entry) {
  TableLocked lock(thread.interpreter->exit_lock);
  std::vector<Value>& functions = thread.interpreter->exit_functions;
  if (i >= functions.size() || functions[i] != entry) return {};
  functions.erase(functions.begin() + static_cast<ptrdiff_t>(i));
  return Ref::own(entry);
}

// Comparing runs Python code, which may register and unregister: indices are looked at again each time.
Ref unregister_function(Thread& thread, const Value* args, uint32_t, Tuple*) {
  for (size_t i = how_many(thread); i-- > 0;) {
    Ref entry = entry_at(thread, i);
    if (!entry) continue;
    const Truth same = equal(thread, entry.as<Tuple>()->items[0], args[0]);
    if (same == Truth::Error) return {};
    if (same == Truth::Yes) Ref removed = remove_at(thread, i, entry.get());
  }
  return Ref::none();
}

Ref clear_functions(Thread& thread, const Value*, uint32_t, Tuple*) {
  std::vector<Value> functions;
  {
    TableLocked lock(thread.interpreter->exit_lock);
    functions.swap(thread.interpreter->exit_functions);
  }
  for (Value each : functions) drop(each);
  return Ref::none();
}

Ref run_functions(Thread& thread, const Value*, uint32_t, Tuple*) {
  run_exit_functions(thread);
  return Ref::none();
}

Ref count_functions(Thread& thread, const Value*, uint32_t, Tuple*) {
  return make_int(thread, static_cast<int64_t>(how_many(thread)));
}

constexpr MethodDef kFunctions[] = {{"register", "(func, /, *args, **kwargs)", register_function},
                                    {"unregister", "(func, /)", unregister_function},
                                    {"_clear", "()", clear_functions},
                                    {"_run_exitfuncs", "()", run_functions},
                                    {"_ncallbacks", "()", count_functions}};

}  // namespace

bool init_atexit(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
