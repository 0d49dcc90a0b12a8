// sys.set_asyncgen_hooks and sys.get_asyncgen_hooks: what a thread calls when an asynchronous generator begins, and
// when one that is suspended is dropped.
#include "runtime/modules/module_types.h"
#include "runtime/modules/sys.h"
#include "runtime/operations.h"
#include "runtime/stopped_world.h"
#include "runtime/text/struct_sequence.h"

namespace gillab {

namespace {

bool check_hook(Thread& thread, Value hook, const char* name) {
  if (hook.is_empty() || hook.is_none() || is_callable(thread, hook)) return true;
  return raise(thread, Error::TypeError, "callable {} expected, got {}", name, type_name(thread, hook));
}

// Empty: not given, stays. None: no hook.
void set_hook(Value* field, Value hook) {
  if (hook.is_empty()) return;
  Value kept = hook.is_none() ? Value::empty() : Ref::share(hook).release();
  drop(std::exchange(*field, kept));
}

Ref set_hooks(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_hook(thread, args[1], "finalizer") || !check_hook(thread, args[0], "firstiter")) return {};
  set_hook(&thread.async.finalizer, args[1]);
  set_hook(&thread.async.first_iteration, args[0]);
  return Ref::none();
}

Ref hook_or_none(Value hook) { return Ref::share(hook.is_empty() ? Value::none() : hook); }

Type* hooks_type(Thread& thread) {
  StoppedWorld stopped(thread);  // several threads may be the first to ask
  Type*& type = module_types(thread).asyncgen_hooks;
  static const char* const kFields[] = {"firstiter", "finalizer"};
  if (!type) type = make_struct_type(thread, {"sys.asyncgen_hooks", kFields, 2, 2});
  return type;
}

Ref get_hooks(Thread& thread, const Value*, uint32_t, Tuple*) {
  Type* type = hooks_type(thread);
  Ref values[] = {hook_or_none(thread.async.first_iteration), hook_or_none(thread.async.finalizer)};
  return type ? make_struct(thread, type, values, 2) : Ref();
}

constexpr MethodDef kFunctions[] = {
    {"get_asyncgen_hooks", "()", get_hooks},
    {"set_asyncgen_hooks", "(firstiter=None, finalizer=None)", set_hooks},
};

}  // namespace

bool add_async_functions(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
