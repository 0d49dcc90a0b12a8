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
  thread.interpreter->exit_functions.push_back(entry.release());
  return Ref::share(args[0]);
}

// Comparing runs Python code, which may register and unregister: indices are looked at again each time.
Ref unregister_function(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::vector<Value>& functions = thread.interpreter->exit_functions;
  for (size_t i = functions.size(); i-- > 0;) {
    if (i >= functions.size()) continue;
    Ref entry = Ref::share(functions[i]);
    const Truth same = equal(thread, entry.as<Tuple>()->items[0], args[0]);
    if (same == Truth::Error) return {};
    if (same == Truth::No || i >= functions.size() || functions[i] != entry.get()) continue;
    functions.erase(functions.begin() + static_cast<ptrdiff_t>(i));
    drop(entry.get());
  }
  return Ref::none();
}

Ref clear_functions(Thread& thread, const Value*, uint32_t, Tuple*) {
  std::vector<Value> functions;
  functions.swap(thread.interpreter->exit_functions);
  for (Value each : functions) drop(each);
  return Ref::none();
}

Ref run_functions(Thread& thread, const Value*, uint32_t, Tuple*) {
  run_exit_functions(thread);
  return Ref::none();
}

Ref count_functions(Thread& thread, const Value*, uint32_t, Tuple*) {
  return make_int(thread, static_cast<int64_t>(thread.interpreter->exit_functions.size()));
}

constexpr MethodDef kFunctions[] = {{"register", "(func, /, *args, **kwargs)", register_function},
                                    {"unregister", "(func, /)", unregister_function},
                                    {"_clear", "()", clear_functions},
                                    {"_run_exitfuncs", "()", run_functions},
                                    {"_ncallbacks", "()", count_functions}};

}  // namespace

bool init_atexit(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
