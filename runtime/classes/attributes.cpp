// Attribute lookup: instances, classes, modules, the hooks __getattribute__ and __getattr__. Storing:
// attribute_set.cpp; binding what is found: descriptors.cpp; where attributes stand: attribute_store.cpp.
#include "runtime/classes/attributes.h"

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

bool binds(Thread& thread, Value value) { return !dunder_of(type_of(thread, value), Dunder::Get).is_empty(); }

Ref read_module_hook(Thread& thread, Module* module, Str* name) {
  Ref hook = dict_get_name(module_dict(module), thread.dunder_name(Dunder::GetAttr));
  return hook ? call(thread, hook.get(), Value::object(name)) : Ref();
}

// The lookup of object.__getattribute__; empty without an error: absent.
Ref find_generic(Thread& thread, Value object, Type* type, Str* name) {
  Held on_type = find_in_type(thread, type, name);
  if (on_type.is_empty()) return instance_attribute(thread, object, name);
  if (is_data_descriptor(thread, on_type.get()) && binds(thread, on_type.get())) {
    return bind_descriptor(thread, on_type.get(), object, Value::object(type));
  }
  Ref held = on_type.share();
  Ref own = instance_attribute(thread, object, name);
  if (own) return own;
  return bind_descriptor(thread, held.get(), object, Value::object(type));
}

Ref find_in_class(Thread& thread, Type* type, Str* name) {
  Type* meta = type_of(type);
  Ref on_meta = find_in_type(thread, meta, name).share();
  if (on_meta && is_data_descriptor(thread, on_meta.get()) && binds(thread, on_meta.get())) {
    return bind_descriptor(thread, on_meta.get(), Value::object(type), Value::object(meta));
  }
  Held found = find_in_type(thread, type, name);
  if (!found.is_empty()) {
    Ref held = found.share();
    if (!binds(thread, held.get())) return held;
    return bind_descriptor(thread, held.get(), Value(), Value::object(type));
  }
  if (!on_meta) return {};
  return bind_descriptor(thread, on_meta.get(), Value::object(type), Value::object(meta));
}

Ref find_in_module(Thread& thread, Value module, Str* name) {
  Ref found = find_generic(thread, module, type_of(module.as_object()), name);
  if (found || thread.has_exception()) return found;
  return read_module_hook(thread, as<Module>(module), name);
}

// Which lookup a __getattribute__ stands for; those in C++ are not called through their table entry.
enum class Lookup { Generic, Class, Module, Called };

Lookup lookup_of(Thread& thread, const Type* type) {
  const Types& types = thread.types();
  Value entry = dunder_of(type, Dunder::GetAttribute);
  if (entry == dunder_of(types.object, Dunder::GetAttribute)) return Lookup::Generic;
  if (entry == dunder_of(types.type, Dunder::GetAttribute)) return Lookup::Class;
  if (entry == dunder_of(types.module, Dunder::GetAttribute)) return Lookup::Module;
  return Lookup::Called;
}

Ref find_hooked(Thread& thread, Value object, Type* type, Str* name) {
  switch (lookup_of(thread, type)) {
    case Lookup::Generic:
      return find_generic(thread, object, type, name);
    case Lookup::Class:
      return find_in_class(thread, as<Type>(object), name);
    case Lookup::Module:
      return find_in_module(thread, object, name);
    case Lookup::Called:
      break;
  }
  return call_special(thread, dunder_of(type, Dunder::GetAttribute), object, Value::object(name));
}

// Absent and AttributeError are one: then __getattr__ is asked.
Ref find_with_hooks(Thread& thread, Value object, Type* type, Str* name) {
  Ref found = find_hooked(thread, object, type, name);
  if (found) return found;
  Value hook = dunder_of(type, Dunder::GetAttr);
  if (hook.is_empty()) return {};
  if (thread.has_exception()) {
    if (!exception_matches(thread, Error::AttributeError)) return {};
    clear_exception(thread);
  }
  return call_special(thread, hook, object, Value::object(name));
}

Ref find_any(Thread& thread, Value object, Str* name) {
  if (!name) return {};
  Type* type = type_of(thread, object);
  if (has_flag(type, kPlainGetAttribute)) return find_generic(thread, object, type, name);
  return find_with_hooks(thread, object, type, name);
}

// What the sentence of an AttributeError begins with.
Failed raise_attribute_message(Thread& thread, Value object, Str* name) {
  if (is<Type>(object)) {
    return raise(thread, Error::AttributeError, "type object '{}' has no attribute '{}'",
                 name_of_type(as<Type>(object)), name);
  }
  if (is<Module>(object)) {
    Ref module_name = dict_get_name(module_dict(as<Module>(object)), thread.names().__name__);
    if (!module_name || !is<Str>(module_name.get())) {
      return raise(thread, Error::AttributeError, "module has no attribute '{}'", name);
    }
    return raise(thread, Error::AttributeError, "module '{}' has no attribute '{}'", module_name.get(), name);
  }
  return raise(thread, Error::AttributeError, "'{}' object has no attribute '{}'", type_name(thread, object), name);
}

// An AttributeError that a hook or a getter raised without naming what was looked for.
Failed say_what_was_asked(Thread& thread, Value object, Str* name) {
  if (!is_exception_of(thread, thread.exception, Error::AttributeError)) return {};
  auto* error = as<Exception>(thread.exception);
  const bool says = !error->extra[0].peek().is_empty() || !error->extra[1].peek().is_empty();
  return says ? Failed() : name_attribute_error(thread, object, name);
}

}  // namespace

bool is_data_descriptor(Thread& thread, Value value) {
  const Type* type = type_of(thread, value);
  return !dunder_of(type, Dunder::Set).is_empty() || !dunder_of(type, Dunder::Delete).is_empty();
}

Ref instance_attribute(Thread& thread, Value value, Str* name) {
  if (!value.is_object()) return {};
  Object* object = value.as_object();
  for (const Shape* shape = object->shape.get(); static_cast<ShapeMode>(shape->mode) == ShapeMode::Slots;) {
    uint32_t number = find_attribute(shape, name);
    if (number == kNoAttribute) return {};
    Ref found = read_attribute(object, shape, number);
    if (!gil::Layer::kConcurrent || found || object->shape.get() == shape) return found;
    shape = object->shape.get();
  }
  Value dict = is<Type>(value) ? as<Type>(value)->dict.peek() : peek_attribute_dict(thread, object);
  return dict.is_empty() ? Ref() : dict_get_name(as<Dict>(dict), name);
}

Ref get_attribute_or_empty(Thread& thread, Value object, Str* name) {
  Ref found = find_any(thread, object, name);
  if (!found && thread.has_exception() && exception_matches(thread, Error::AttributeError)) clear_exception(thread);
  return found;
}

Ref get_attribute(Thread& thread, Value object, Str* name) {
  Ref found = find_any(thread, object, name);
  if (found) return found;
  return thread.has_exception() ? say_what_was_asked(thread, object, name) : raise_no_attribute(thread, object, name);
}

Ref generic_get_attribute(Thread& thread, Value object, Str* name) {
  Ref found = find_generic(thread, object, type_of(thread, object), name);
  if (found || thread.has_exception()) return found;
  return raise_no_attribute(thread, object, name);
}

Ref type_get_attribute(Thread& thread, Type* type, Str* name) {
  Ref found = find_in_class(thread, type, name);
  if (found || thread.has_exception()) return found;
  return raise_no_attribute(thread, Value::object(type), name);
}

Ref module_get_attribute(Thread& thread, Value module, Str* name) {
  Ref found = find_in_module(thread, module, name);
  if (found || thread.has_exception()) return found;
  return raise_no_attribute(thread, module, name);
}

Failed raise_no_attribute(Thread& thread, Value object, Str* name) {
  Ref held = Ref::share(object);
  (void)raise_attribute_message(thread, object, name);
  return name_attribute_error(thread, object, name);
}

Str* attribute_name(Thread& thread, Value value) {
  if (is<Str>(value)) return intern(thread, as<Str>(value));
  return raise(thread, Error::TypeError, "attribute name must be string, not '{}'", type_name(thread, value));
}

Failed name_attribute_error(Thread& thread, Value object, Str* name) {
  if (!thread.has_exception() || !is_exception_of(thread, thread.exception, Error::AttributeError)) return {};
  auto* error = as<Exception>(thread.exception);
  error->extra[0].put(Ref::share(name));
  error->extra[1].put(Ref::share(object));
  return {};
}

}  // namespace gillab
