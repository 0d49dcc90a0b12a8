// sys.addaudithook and sys.audit, and how C++ code announces what it is about to do.
#include "runtime/audit.h"
#include "runtime/errors.h"
#include "runtime/list.h"
#include "runtime/modules/sys.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/tracing.h"

namespace gillab {

namespace {

Ref hook_at(Thread& thread, size_t i) {
  TableLocked lock(thread.interpreter->audit_lock);
  const std::vector<Value>& hooks = thread.interpreter->audit_hooks;
  return i < hooks.size() ? Ref::share(hooks[i]) : Ref();
}

// A hook is traced only where it says that it may be.
bool call_hook(Thread& thread, Value hook, Value event, Tuple* arguments) {
  Ref may_trace = get_attribute_or_empty(thread, hook, intern(thread, std::string_view("__cantrace__")));
  if (!may_trace && thread.has_exception()) return false;
  const Truth traced = may_trace ? truth(thread, may_trace.get()) : Truth::No;
  if (traced == Truth::Error) return false;
  const bool silent = thread.tracing && traced == Truth::No;
  if (silent) ++thread.tracing->silence, listen(thread);
  Ref done = call(thread, hook, event, Value::object(arguments));
  if (silent) --thread.tracing->silence, listen(thread);
  return static_cast<bool>(done);
}

Ref add_hook(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!audit(thread, "sys.addaudithook")) {
    if (!is_exception_of(thread, thread.exception, Error::Exception)) return {};
    clear_exception(thread);  // a hook that is there does not want another
    return Ref::none();
  }
  TableLocked lock(thread.interpreter->audit_lock);
  thread.interpreter->audit_hooks.push_back(Ref::share(args[0]).release());
  thread.interpreter->audited = true;
  return Ref::none();
}

Ref announce(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[0]))
    return raise(thread, Error::TypeError, "expected str for argument 'event', not {}", type_name(thread, args[0]));
  return !audits(thread) || tell_hooks(thread, args[0], as<Tuple>(args[1])) ? Ref::none() : Ref();
}

constexpr MethodDef kFunctions[] = {
    {"addaudithook", "(hook)", add_hook},
    {"audit", "(event, /, *args)", announce},
};

}  // namespace

bool tell_hooks(Thread& thread, Value event, Tuple* arguments) {
  for (size_t i = 0;; ++i) {
    Ref hook = hook_at(thread, i);
    if (!hook) return true;
    if (!call_hook(thread, hook.get(), event, arguments)) return false;
  }
}

void forget_hooks(Thread& thread) {
  std::vector<Value> hooks;
  {
    TableLocked lock(thread.interpreter->audit_lock);
    hooks.swap(thread.interpreter->audit_hooks);
    thread.interpreter->audited = false;
  }
  for (Value hook : hooks) drop(hook);
}

bool audit_values(Thread& thread, const char* event, const Value* arguments, size_t count) {
  Str* name = intern(thread, std::string_view(event));
  Tuple* all = name ? new_tuple(thread, count) : nullptr;
  if (!all) return false;
  Ref held = Ref::own(all);
  for (size_t i = 0; i < count; ++i)
    all->items[i] = arguments[i].is_empty() ? Value::none() : Ref::share(arguments[i]).release();
  return tell_hooks(thread, Value::object(name), all);
}

bool add_audit_functions(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
