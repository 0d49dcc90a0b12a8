// The module _weakref: what lib/weakref.py builds on.
#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/classes/weak_table.h"

namespace gillab {

namespace {

Ref weakref_proxy(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Types& types = thread.types();
  Type* type = is_callable(thread, args[0]) ? types.weakcallableproxy : types.weakproxy;
  return make_weak(thread, type, args[0], args[1].is_empty() ? Value::none() : args[1]);
}
Ref weakref_count(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!args[0].is_object()) return Ref::own(Value::integer(0));
  return Ref::own(Value::integer(static_cast<int64_t>(weak_references_to(thread, args[0].as_object()).size())));
}
Ref weakref_all(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref list = make_list(thread);
  if (!list || !args[0].is_object()) return list;
  for (Ref& each : weak_references_to(thread, args[0].as_object())) {
    if (!append(thread, list.as<List>(), std::move(each))) return {};
  }
  return list;
}
Ref weakref_remove_dead(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Dict>(args[0])) return raise(thread, Error::TypeError, "_remove_dead_weakref() argument 1 must be dict");
  Ref found;
  if (dict_get(thread, as<Dict>(args[0]), args[1], &found) == Found::Error) return {};
  if (!found || !is<WeakRef>(found.get()) || !weak_target(thread, found.as<WeakRef>()).get().is_none())
    return Ref::none();
  return dict_delete(thread, as<Dict>(args[0]), args[1]) == Found::Error ? Ref() : Ref::none();
}

const MethodDef kFunctions[] = {
    {"proxy", "(object, callback=None, /)", weakref_proxy},
    {"getweakrefcount", "(object, /)", weakref_count},
    {"getweakrefs", "(object, /)", weakref_all},
    {"_remove_dead_weakref", "(dct, key, /)", weakref_remove_dead},
};

}  // namespace

bool init__weakref(Thread& thread, Module* module) {
  const Types& types = thread.types();
  const std::pair<const char*, Type*> named[] = {{"ref", types.weakref},
                                                 {"ReferenceType", types.weakref},
                                                 {"ProxyType", types.weakproxy},
                                                 {"CallableProxyType", types.weakcallableproxy}};
  for (const auto& row : named) {
    if (!add_value(thread, module, row.first, Ref::share(row.second))) return false;
  }
  return add_functions(thread, module, kFunctions);
}

}  // namespace gillab
