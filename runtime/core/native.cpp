// Natives: making them, binding them to instances, calling them, and filling types and modules from tables.
// How a signature is read and arguments are put in their places stands in parameters.cpp, what natives look like to
// scripts in native_types.cpp.
#include "runtime/native.h"

#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/core/parameters.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {

namespace {

// Special methods that CPython defines as ordinary methods; all other names of that form are operators. Sorted.
constexpr std::string_view kOrdinary[] = {"__alloc__",
                                          "__bytes__",
                                          "__ceil__",
                                          "__class_getitem__",
                                          "__complex__",
                                          "__copy__",
                                          "__deepcopy__",
                                          "__dir__",
                                          "__enter__",
                                          "__exit__",
                                          "__floor__",
                                          "__format__",
                                          "__getnewargs__",
                                          "__getnewargs_ex__",
                                          "__getstate__",
                                          "__init_subclass__",
                                          "__instancecheck__",
                                          "__instance_size__",
                                          "__length_hint__",
                                          "__missing__",
                                          "__mro_entries__",
                                          "__new__",
                                          "__prepare__",
                                          "__reduce__",
                                          "__reduce_ex__",
                                          "__reversed__",
                                          "__round__",
                                          "__set_name__",
                                          "__setstate__",
                                          "__sizeof__",
                                          "__subclasscheck__",
                                          "__subclasses__",
                                          "__subclasshook__",
                                          "__trunc__",
                                          "__typing_subst__",
                                          "__typing_prepare_subst__",
                                          "__typing_unpacked_tuple_args__"};

bool is_operator(std::string_view name) {
  if (name.size() < 5 || name[0] != '_' || name[1] != '_') return false;
  for (std::string_view ordinary : kOrdinary) {
    if (ordinary[2] == name[2] && ordinary == name) return false;
  }
  return true;
}

// Operators of the containers that CPython defines as methods for speed.
bool is_method_too(Thread& thread, std::string_view name, const Type* owner) {
  const Types& types = thread.types();
  if (name == "__getitem__") return owner == types.list || owner == types.dict;
  return name == "__contains__" && (owner == types.dict || owner == types.set || owner == types.frozenset);
}

Type* type_for(Thread& thread, const MethodDef& def, Type* owner) {
  const Types& types = thread.types();
  if (!owner || def.flag == MethodDef::Static) return types.native_function;
  if (def.flag == MethodDef::Class) return types.native_class_method;
  bool method = !is_operator(def.name) || is_method_too(thread, def.name, owner);
  return method ? types.native_method : types.native_slot;
}

Native* new_native(Thread& thread, Type* type) {
  Native* native = allocate<Native>(thread, type->root);
  if (!native) return nullptr;
  native->self.init_empty();
  native->module.init_empty();
  native->parameters.set(nullptr);
  return native;
}

Ref finish_call(Thread& thread, Native* native, Ref result) {
  if (native->iterates && result.get().is_exhausted()) [[unlikely]] {
    return raise_stop_iteration(thread, Value::none());
  }
  return result;
}

bool are_guarded(const Type* type) { return !has_flag(type, kOwnGuards); }

}  // namespace

Ref run_getter(Thread& thread, const GetSetDef* def, const Type* owner, Value instance) {
  if constexpr (gil::Layer::kConcurrent) {
    if (instance.is_object() && are_guarded(owner)) {
      Guard guard(instance.as_object()->header);
      return def->get(thread, instance);
    }
  }
  return def->get(thread, instance);
}

bool run_setter(Thread& thread, const GetSetDef* def, const Type* owner, Value instance, Value value) {
  if constexpr (gil::Layer::kConcurrent) {
    if (instance.is_object() && are_guarded(owner)) {
      Guard guard(instance.as_object()->header);
      return def->set(thread, instance, value);
    }
  }
  return def->set(thread, instance, value);
}

Ref make_native(Thread& thread, const MethodDef& def, Type* owner, Value self, Value module_name) {
  Native* native = new_native(thread, type_for(thread, def, owner));
  if (!native) return {};
  native->call = def.call;
  native->minimum = 1;
  native->maximum = def.signature[0] == '*' ? Native::kRaw : 0;
  native->only_positional.set(false);
  native->iterates = std::string_view(def.name) == "__next__";
  native->guarded = owner && def.flag == MethodDef::None && are_guarded(owner);
  native->flag = def.flag;
  native->name = def.name;
  native->signature = def.signature;
  native->owner = owner;
  if (!self.is_empty()) native->self.init(Ref::share(self));
  if (!module_name.is_empty()) native->module.init(Ref::share(module_name));
  return Ref::own(native);
}

bool is_class_for(Thread& thread, const Native* native, Value value) {
  std::string_view owner = name_of_type(native->owner);
  if (!is<Type>(value)) {
    return raise(thread, Error::TypeError, "descriptor '{}' for type '{}' needs a type, not a '{}' as arg 2",
                 native->name, owner, type_name(thread, value));
  }
  if (is_subtype(as<Type>(value), native->owner)) return true;
  return raise(thread, Error::TypeError, "descriptor '{}' requires a subtype of '{}' but received '{}'", native->name,
               owner, name_of_type(as<Type>(value)));
}

Ref bind_native(Thread& thread, Native* method, Value self) {
  const Types& types = thread.types();
  if (type_of(method) == types.native_slot) {
    Ref bound = make_bound_method(thread, Value::object(method), self);
    if (bound) bound.get().as_object()->shape.set(types.bound_slot->root);
    return bound;
  }
  if (!parse_signature(thread, method)) return {};
  Native* bound = new_native(thread, types.native_function);
  if (!bound) return {};
  bound->call = method->call;
  bound->minimum = method->minimum;
  bound->maximum = method->maximum;
  bound->only_positional.set(method->only_positional.get());
  bound->iterates = method->iterates;
  bound->guarded = method->guarded;
  bound->flag = method->flag;
  bound->name = method->name;
  bound->signature = method->signature;
  bound->parameters.set(method->parameters.get());
  bound->owner = method->owner;
  bound->self.init(Ref::share(self));
  bound->module.init(Ref::share(method));
  return Ref::own(bound);
}

// --- calls

namespace {

constexpr uint32_t kMostPadded = 8;

// The arguments stand where they belong, and those that follow have defaults.
bool fits_padded(const Parameters& parameters, uint32_t count) {
  return parameters.takes_defaults && count >= parameters.minimum && count <= parameters.positional &&
         parameters.places <= kMostPadded;
}

// REQUIRES: fits_padded()
Ref call_padded(Thread& thread, Native* native, const Value* args, uint32_t count) {
  uint32_t places = native->parameters.get()->places;
  if (count == places) return run_native(thread, native, args, count, nullptr);
  Value padded[kMostPadded];
  for (uint32_t i = 0; i < count; ++i) padded[i] = args[i];
  return run_native(thread, native, padded, places, nullptr);
}

// REQUIRES: the signature is parsed; args hold self where there is one
Ref call_placed(Thread& thread, Native* native, const Value* args, uint32_t count, Tuple* names) {
  if (native->maximum == Native::kRaw) return run_native(thread, native, args, count, names);
  const Parameters& parameters = *native->parameters.get();
  if (!names && fits_padded(parameters, count)) return call_padded(thread, native, args, count);
  Value places[kMaxPlaces];
  Ref rest, keywords;
  if (!bind_arguments(thread, native, args, count, names, places, &rest, &keywords)) return {};
  return run_native(thread, native, places, parameters.places, nullptr);
}

bool check_self(Thread& thread, Native* native, const Value* args, uint32_t count) {
  bool slot = type_of(native) == thread.types().native_slot;
  if (count == 0) {
    if (slot) {
      return raise(thread, Error::TypeError, "descriptor '{}' of '{}' object needs an argument", native->name,
                   name_of_type(native->owner));
    }
    return raise(thread, Error::TypeError, "unbound method {}.{}() needs an argument",
                 native->owner->name.peek(), native->name);
  }
  Type* type = type_of(thread, args[0]);
  if (type == native->owner || is_subtype(type, native->owner)) [[likely]]
    return true;
  const char* form = slot ? "descriptor '{}' requires a '{}' object but received a '{}'"
                          : "descriptor '{}' for '{}' objects doesn't apply to a '{}' object";
  return raise(thread, Error::TypeError, form, native->name, name_of_type(native->owner), name_of_type(type));
}

bool check_class(Thread& thread, Native* native, const Value* args, uint32_t count) {
  std::string_view owner = name_of_type(native->owner);
  if (count == 0) {
    return raise(thread, Error::TypeError, "descriptor '{}' of '{}' object needs an argument", native->name, owner);
  }
  return is_class_for(thread, native, args[0]);
}

// type.__new__ with a class: the class must be one whose instances this function can make.
bool check_new(Thread& thread, Native* native, const Value* args, uint32_t count) {
  std::string_view owner = name_of_type(native->owner);
  if (count == 0) return raise(thread, Error::TypeError, "{}.__new__(): not enough arguments", owner);
  if (!is<Type>(args[0])) {
    return raise(thread, Error::TypeError, "{}.__new__(X): X is not a type object ({})", owner,
                 type_name(thread, args[0]));
  }
  Type* type = as<Type>(args[0]);
  if (type == native->owner) return true;
  if (!is_subtype(type, native->owner)) {
    return raise(thread, Error::TypeError, "{}.__new__({}): {} is not a subtype of {}", owner, name_of_type(type),
                 name_of_type(type), owner);
  }
  Type* native_base = type;
  while (has_flag(native_base, kHeapType) && native_base->base) native_base = native_base->base;
  Value its_new = dunder_of(native_base, Dunder::New);
  if (is<Native>(its_new) && as<Native>(its_new)->call != native->call) {
    return raise(thread, Error::TypeError, "{}.__new__({}) is not safe, use {}.__new__()", owner, name_of_type(type),
                 name_of_type(native_base));
  }
  return true;
}

Ref call_bound(Thread& thread, Native* native, const Value* args, uint32_t count, Tuple* names) {
  if (!names && native->maximum != Native::kRaw && fits_padded(*native->parameters.get(), count + 1)) {
    Value all[kMostPadded];
    all[0] = native->self.peek();
    for (uint32_t i = 0; i < count; ++i) all[i + 1] = args[i];
    return run_native(thread, native, all, native->parameters.get()->places, nullptr);
  }
  uint32_t total = count + (names ? static_cast<uint32_t>(names->length) : 0) + 1;
  Value few[16];
  Value* all = few;
  size_t bytes = total * sizeof(Value);
  if (total > 16 && !(all = static_cast<Value*>(allocate_buffer(thread, bytes)))) return {};
  all[0] = native->self.peek();
  for (uint32_t i = 1; i < total; ++i) all[i] = args[i - 1];
  Ref result = call_placed(thread, native, all, count + 1, names);
  if (all != few) free_buffer(thread, all, bytes);
  return result;
}

}  // namespace

// Under the Guard of self.
Ref run_guarded(Thread& thread, const Native* native, const Value* args, uint32_t count, Tuple* names) {
  if (count == 0 || !args[0].is_object()) return native->call(thread, args, count, names);
  Guard guard(args[0].as_object()->header);
  return native->call(thread, args, count, names);
}

// Where a standard container of the function's own finds no room, that is a MemoryError as any.
Ref call_native(Thread& thread, Native* native, const Value* args, uint32_t count, Tuple* names) try {
  if (names && names->length == 0) names = nullptr;
  if (!native->parameters.get() && !parse_signature(thread, native)) return {};
  bool own_method = native->owner && native->flag == MethodDef::None && native->self.peek().is_empty() && count > 0 &&
                    args[0].is_object() && type_of(args[0].as_object()) == native->owner;
  if (native->owner && !own_method) {
    if (!native->self.peek().is_empty()) {
      return finish_call(thread, native, call_bound(thread, native, args, count, names));
    }
    if (native->flag == MethodDef::None && !check_self(thread, native, args, count)) return {};
    if (native->flag == MethodDef::Class && !check_class(thread, native, args, count)) return {};
    if (native->flag == MethodDef::Static && native->parameters.get()->is_new && !check_new(thread, native, args, count)) {
      return {};
    }
  }
  return finish_call(thread, native, call_placed(thread, native, args, count, names));
} catch (const std::bad_alloc&) {
  return raise_memory_error(thread);
}

Ref call_native_fitting(Thread& thread, Native* native, const Value* args, uint32_t count) {
  if (!parse_signature(thread, native)) return {};
  return finish_call(thread, native, call_placed(thread, native, args, count, nullptr));
}

Ref call_native_special(Thread& thread, Native* native, const Value* args, uint32_t count) {
  if (!parse_signature(thread, native)) return {};
  // A class may carry the method of a type that is none of its bases.
  Type* type = args[0].is_object() ? type_of(args[0].as_object()) : type_of(thread, args[0]);
  if (type != native->owner && !check_self(thread, native, args, count)) return {};
  return call_placed(thread, native, args, count, nullptr);
}

// --- tables

void add_methods(Thread& thread, Type* type, const MethodDef* defs, size_t count) {
  Dict* dict = as<Dict>(type->dict.peek());
  for (size_t i = 0; i < count; ++i) {
    Str* name = intern(thread, std::string_view(defs[i].name));
    Ref native = make_native(thread, defs[i], type, Value::empty(), Value::empty());
    if (native) dict_set_name(thread, dict, name, std::move(native));
  }
}

void add_getsets(Thread& thread, Type* type, const GetSetDef* defs, size_t count) {
  Dict* dict = as<Dict>(type->dict.peek());
  for (size_t i = 0; i < count; ++i) {
    Str* name = intern(thread, std::string_view(defs[i].name));
    GetSet* descriptor = name ? allocate<GetSet>(thread, thread.types().getset->root) : nullptr;
    if (!descriptor) return;
    descriptor->def = &defs[i];
    descriptor->owner = type;
    descriptor->name.init(Ref::share(name));
    descriptor->slot = 0;
    dict_set_name(thread, dict, name, Ref::own(descriptor));
  }
}

void add_constant(Thread& thread, Type* type, const char* name, Ref value) {
  if (value)
    dict_set_name(thread, as<Dict>(type->dict.peek()), intern(thread, std::string_view(name)), std::move(value));
}

bool add_functions(Thread& thread, Module* module, const MethodDef* defs, size_t count) {
  Dict* dict = module_dict(module);
  Ref module_name = dict_get_name(dict, thread.names().__name__);
  for (size_t i = 0; i < count; ++i) {
    Str* name = intern(thread, std::string_view(defs[i].name));
    Ref native = make_native(thread, defs[i], nullptr, Value::object(module), module_name.get());
    if (!name || !native || !dict_set_name(thread, dict, name, std::move(native))) return false;
  }
  return true;
}

bool add_function(Thread& thread, Module* module, const MethodDef& def) {
  return add_functions(thread, module, &def, 1);
}

bool add_value(Thread& thread, Module* module, const char* name, Ref value) {
  Str* key = value ? intern(thread, std::string_view(name)) : nullptr;
  return key && dict_set_name(thread, module_dict(module), key, std::move(value));
}

// Types of C++ modules bring a layout each; this one stands for them where a kind needs one.
const Layout kExtensionLayout = {"extension", sizeof(Object), false,
                                 [](Thread& thread, Object* object) { free_object(thread, object, sizeof(Object)); }};

bool has_layout(Value value, const Layout& layout) {
  return value.is_object() && type_of(value.as_object())->layout == &layout;
}

}  // namespace gillab
