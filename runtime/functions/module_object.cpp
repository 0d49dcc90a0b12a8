// Module objects. Importing is the VM's.
#include "runtime/classes/attributes.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

using ModuleFields = FieldLayout<Module, &Module::dict>;

void clear_module(Thread& thread, Object* object) {
  Value dict = static_cast<Module*>(object)->dict.peek();
  if (is<Dict>(dict)) dict_clear(thread, as<Dict>(dict));
}

bool fill(Thread& thread, Dict* dict, Value name, Value doc) {
  const Names& names = thread.names();
  if (!dict_set_name(thread, dict, names.__name__, Ref::share(name))) return false;
  if (!dict_set_name(thread, dict, names.__doc__, Ref::share(doc))) return false;
  for (Str* each : {names.__package__, names.__loader__, names.__spec__}) {
    if (dict_peek_name(dict, each).is_empty() && !dict_set_name(thread, dict, each, Ref::none())) return false;
  }
  return true;
}

Ref module_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref dict = make_dict(thread);
  auto* module = dict ? static_cast<Module*>(allocate_instance(thread, as<Type>(args[0]))) : nullptr;
  if (!module) return {};
  module->dict.init(std::move(dict));
  return Ref::own(module);
}
Ref module_init(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "module() argument 'name' must be str, not {}", type_name(thread, args[1]));
  }
  Value doc = args[2].is_empty() ? Value::none() : args[2];
  return fill(thread, module_dict(as<Module>(args[0])), args[1], doc) ? Ref::none() : Ref();
}
Ref module_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Dict* dict = module_dict(as<Module>(args[0]));
  Ref name = dict_get_name(dict, thread.names().__name__);
  Ref file = dict_get_name(dict, thread.names().__file__);
  Ref shown = name ? repr(thread, name.get()) : make_str(thread, "'?'");
  if (!shown) return {};
  if (file && is<Str>(file.get())) {
    Ref path = repr(thread, file.get());
    return path ? format_text(thread, "<module {} from {}>", {shown.get(), path.get()}) : Ref();
  }
  Ref loader = dict_get_name(dict, thread.names().__loader__);
  if (loader && !loader.get().is_none()) {
    Ref by = repr(thread, loader.get());
    return by ? format_text(thread, "<module {} ({})>", {shown.get(), by.get()}) : Ref();
  }
  bool native = name && is<Str>(name.get()) && find_native_module(to_utf8(name.as<Str>()).c_str());
  return format_text(thread, native ? "<module {} (built-in)>" : "<module {}>", {shown.get()});
}
Ref module_getattribute(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  return name ? module_get_attribute(thread, args[0], name) : Ref();
}
Ref module_dir(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref held = get_attribute(thread, args[0], thread.names().__dict__);
  if (!held) return {};
  if (!is<Dict>(held.get())) return raise(thread, Error::TypeError, "<module>.__dict__ is not a dictionary");
  Dict* dict = held.as<Dict>();
  Ref hook = dict_get_name(dict, thread.dunder_name(Dunder::Dir));
  return hook ? call(thread, hook.get()) : dict_keys_list(thread, dict);
}
const MethodDef kModuleMethods[] = {
    {"__new__", "(cls, *args, **kwargs)", module_new, MethodDef::Static},
    {"__init__", "(self, name, doc=None)", module_init},
    {"__repr__", "(self, /)", module_repr},
    {"__getattribute__", "(self, name, /)", module_getattribute},
    {"__dir__", "(self, /)", module_dir},
};

Ref read_dict(Thread&, Value self) { return as<Module>(self)->dict.take(); }
Ref read_annotations(Thread& thread, Value self) {
  Dict* dict = module_dict(as<Module>(self));
  Ref found = dict_get_name(dict, thread.names().__annotations__);
  if (found) return found;
  Ref made = make_dict(thread), result;
  if (!made) return {};
  Value name = Value::object(thread.names().__annotations__);
  return dict_set_default(thread, dict, name, made.get(), &result) == Found::Error ? Ref() : std::move(result);
}
bool write_annotations(Thread& thread, Value self, Value value) {
  Dict* dict = module_dict(as<Module>(self));
  Str* name = thread.names().__annotations__;
  if (!value.is_empty()) return dict_set_name(thread, dict, name, Ref::share(value));
  return dict_delete_name(thread, dict, name) || raise(thread, Error::AttributeError, "__annotations__");
}
const GetSetDef kModuleAttributes[] = {{"__dict__", read_dict},
                                       {"__annotations__", read_annotations, write_annotations}};

}  // namespace

const Layout kModuleLayout = {"module",    sizeof(Module), true, ModuleFields::destroy, ModuleFields::traverse,
                              clear_module};

Ref make_module(Thread& thread, Str* name) {
  Value type = Value::object(thread.types().module);
  Ref module = module_new(thread, &type, 1, nullptr);
  return module && fill(thread, module_dict(module.as<Module>()), Value::object(name), Value::none())
             ? std::move(module)
             : Ref();
}

void setup_module(Thread& thread, Type* type) {
  add_methods(thread, type, kModuleMethods);
  add_getsets(thread, type, kModuleAttributes);
}
}  // namespace gillab
