// The methods of `object` and the layout of plain instances. __new__ and __init__: type_call.cpp; pickling:
// object_reduce.cpp.
#include <cstdio>

#include "runtime/classes/attributes.h"
#include "runtime/collector.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/classes/object_reduce.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/stopped_world.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"
#include "runtime/classes/type_call.h"

namespace gillab {

namespace {

void destroy_instance(Thread& thread, Object* object) {
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(Object)));
}
void clear_instance(Thread& thread, Object* object) { drop_attributes(thread, object); }

void* address_of(Value value) {
  return value.is_object() ? static_cast<void*>(value.as_object()) : reinterpret_cast<void*>(value.bits());
}

Ref object_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* type = type_of(thread, args[0]);
  Ref module = get_attribute_or_empty(thread, Value::object(type), thread.names().__module__);
  if (thread.has_exception()) return {};
  char address[32];
  std::snprintf(address, sizeof address, "%p", address_of(args[0]));
  Value name = type->qualified_name.peek();
  if (!module || !is<Str>(module.get()) || equals_ascii(module.as<Str>(), "builtins")) {
    return format_text(thread, "<{} object at {}>", {name, address});
  }
  return format_text(thread, "<{}.{} object at {}>", {module.get(), name, address});
}
Ref object_str(Thread& thread, const Value* args, uint32_t, Tuple*) { return repr(thread, args[0]); }
Ref object_eq(Thread&, const Value* args, uint32_t, Tuple*) {
  return args[0] == args[1] ? Ref::boolean(true) : Ref::not_implemented();
}
Ref object_ne(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value eq = special_method(thread, args[0], Dunder::Eq);
  if (eq.is_empty() || eq.is_none()) return Ref::not_implemented();
  Ref result = call_special(thread, eq, args[0], args[1]);
  if (!result || result.get().is_not_implemented()) return result;
  Truth same = truth(thread, result.get());
  return same == Truth::Error ? Ref() : Ref::boolean(same == Truth::No);
}
Ref object_order(Thread&, const Value*, uint32_t, Tuple*) { return Ref::not_implemented(); }
Ref object_hash(Thread&, const Value* args, uint32_t, Tuple*) {
  return Ref::own(Value::integer(static_cast<int64_t>(reinterpret_cast<uintptr_t>(address_of(args[0])) >> 4)));
}
Ref object_getattribute(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  return name ? generic_get_attribute(thread, args[0], name) : Ref();
}
// object.__setattr__(SomeClass, ...) would go behind the class's tables.
bool check_own_hook(Thread& thread, Value object, const char* hook) {
  if (!is<Type>(object)) return true;
  return raise(thread, Error::TypeError, "can't apply this {} to {} object", hook, type_name(thread, object));
}
Ref object_setattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  if (!name || !check_own_hook(thread, args[0], "__setattr__")) return {};
  return generic_set_attribute(thread, args[0], name, args[2]) ? Ref::none() : Ref();
}
Ref object_delattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  if (!name || !check_own_hook(thread, args[0], "__delattr__")) return {};
  return generic_set_attribute(thread, args[0], name, Value()) ? Ref::none() : Ref();
}
Ref object_format(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "__format__() argument must be str, not {}", type_name(thread, args[1]));
  }
  if (as<Str>(args[1])->length > 0) {
    return raise(thread, Error::TypeError, "unsupported format string passed to {}.__format__",
                 type_name(thread, args[0]));
  }
  return str(thread, args[0]);
}
Ref object_init_subclass(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  std::string_view name = name_of_type(as<Type>(args[0]));
  if (names && names->length > 0) {
    return raise(thread, Error::TypeError, "{}.__init_subclass__() takes no keyword arguments", name);
  }
  if (count > 1)
    return raise(thread, Error::TypeError, "{}.__init_subclass__() takes no arguments ({} given)", name, count - 1);
  return Ref::none();
}
Ref object_subclasshook(Thread&, const Value*, uint32_t, Tuple*) { return Ref::not_implemented(); }
Ref object_sizeof(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!args[0].is_object()) return Ref::own(Value::integer(16));
  const Object* object = args[0].as_object();
  return make_int(thread, static_cast<int64_t>(size_with_attributes(object, type_of(object)->layout->size)));
}

// Attributes that stand in the object are named by its shape: asking for __dict__ would move them into one for good.
bool shape_names(Thread& thread, const Object* object, Dict* names) {
  const Shape* shape = object->shape.get();
  for (const Shape* each = shape; each->parent; each = each->parent) {
    if (!dict_set_name(thread, names, each->last_name, Ref::none())) return false;
  }
  return true;
}
bool names_are_in_shape(Thread& thread, Value self) {
  if (!self.is_object() || static_cast<ShapeMode>(head_of(self.as_object()).mode) != ShapeMode::Slots) return false;
  Type* type = type_of(self.as_object());
  return has_flag(type, kPlainGetAttribute) && is_exact<GetSet>(find_in_type(thread, type, thread.names().__dict__).get());
}

Ref object_dir(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref names = make_dict(thread);
  if (!names) return {};
  Dict* dict = names.as<Dict>();
  Ref own;
  if (names_are_in_shape(thread, args[0])) {
    if (!shape_names(thread, args[0].as_object(), dict)) return {};
  } else {
    own = get_attribute_or_empty(thread, args[0], thread.names().__dict__);
    if (thread.has_exception()) return {};
  }
  if (own && is<Dict>(own.get()) && !dict_update(thread, dict, own.get())) return {};
  Ref type = get_attribute_or_empty(thread, args[0], thread.names().__class__);
  if (thread.has_exception()) return {};
  if (type && is<Type>(type.get()) && !collect_class_names(thread, type.as<Type>(), dict)) return {};
  return dict_keys_list(thread, dict);
}

// --- __class__

// The nearest class that adds slots, a dict or weak references.
const Type* laid_out_by(const Type* type) {
  constexpr uint32_t parts = kHasDict | kHasWeakref;
  while (type->base && type->layout == type->base->layout && type->slot_count == type->base->slot_count &&
         (type->flags.get() & parts) == (type->base->flags.get() & parts)) {
    type = type->base;
  }
  return type;
}

// Every slot one class has made is at the same place in the other.
bool same_slots(const Type* left, const Type* right) {
  uint32_t position = 0;
  Value key, member;
  while (dict_next(type_dict(left), &position, &key, &member)) {
    if (!is<GetSet>(member) || as<GetSet>(member)->def) continue;
    Value other = dict_peek_name(type_dict(right), as<Str>(key));
    if (!is<GetSet>(other) || as<GetSet>(other)->def || as<GetSet>(other)->slot != as<GetSet>(member)->slot)
      return false;
  }
  return true;
}

// Slots keep their places; what else the object has moves into a dict, whatever the new class's instances begin as.
bool move_to_class(Thread& thread, Object* object, Type* type) {
  Ref dict;
  if (has_flag(type, kHasDict) && !own_dict_field(object)) {
    Dict* attributes = attributes_as_dict(thread, object);
    if (!attributes) return false;
  }
  Shape* from = object->shape.get();
  Shape* to = type->root;
  if (from->offset != 0 && (from->offset != to->offset || from->capacity != to->capacity)) {
    if (!(to = make_root_shape(thread, type))) return false;
    for (Shape* each : {to, to->dict_shape}) {
      if (each) each->capacity = from->capacity;
    }
  }
  bool in_dict = static_cast<ShapeMode>(from->mode) == ShapeMode::Dict && from->offset != 0;
  object->shape.set(in_dict ? to->dict_shape : to);
  return true;
}

bool may_change_class(Thread& thread, Value self, const Type* old_type, const Type* new_type) {
  if (is<Module>(self) && is_subtype(new_type, thread.types().module)) return true;
  if (!(has_flag(old_type, kHeapType) && has_flag(new_type, kHeapType))) {
    return raise(thread, Error::TypeError,
                 "__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  if (same_layout(old_type, new_type)) return true;
  return raise(thread, Error::TypeError, "__class__ assignment: '{}' object layout differs from '{}'",
               name_of_type(new_type), name_of_type(old_type));
}

Ref read_class(Thread& thread, Value self) { return Ref::share(type_of(thread, self)); }
bool write_class(Thread& thread, Value self, Value value) {
  if (value.is_empty()) return raise(thread, Error::TypeError, "can't delete __class__ attribute");
  if (!is<Type>(value)) {
    return raise(thread, Error::TypeError, "__class__ must be set to a class, not '{}' object",
                 type_name(thread, value));
  }
  Ref old;  // the reference that the object had
  StoppedWorld stopped(thread);
  Type *old_type = type_of(thread, self), *new_type = as<Type>(value);
  if (!may_change_class(thread, self, old_type, new_type)) return false;
  if (old_type == new_type) return true;
  if (!move_to_class(thread, self.as_object(), new_type)) return false;
  if (has_flag(new_type, kHeapType)) take(new_type);
  if (has_flag(old_type, kHeapType)) old = Ref::own(old_type);
  return true;
}
const GetSetDef kAttributes[] = {{"__class__", read_class, write_class}};

const MethodDef kMethods[] = {
    {"__new__", "*", object_new, MethodDef::Static},
    {"__init__", "*", object_init},
    {"__repr__", "(self, /)", object_repr},
    {"__str__", "(self, /)", object_str},
    {"__eq__", "(self, value, /)", object_eq},
    {"__ne__", "(self, value, /)", object_ne},
    {"__lt__", "(self, value, /)", object_order},
    {"__le__", "(self, value, /)", object_order},
    {"__gt__", "(self, value, /)", object_order},
    {"__ge__", "(self, value, /)", object_order},
    {"__hash__", "(self, /)", object_hash},
    {"__getattribute__", "(self, name, /)", object_getattribute},
    {"__setattr__", "(self, name, value, /)", object_setattr},
    {"__delattr__", "(self, name, /)", object_delattr},
    {"__format__", "(self, format_spec, /)", object_format},
    {"__init_subclass__", "*", object_init_subclass, MethodDef::Class},
    {"__subclasshook__", "*", object_subclasshook, MethodDef::Class},
    {"__dir__", "(self, /)", object_dir},
    {"__sizeof__", "(self, /)", object_sizeof},
    {"__reduce__", "(self, /)", object_reduce},
    {"__reduce_ex__", "(self, protocol, /)", object_reduce_ex},
    {"__getstate__", "(self, /)", object_getstate},
};

// --- what class statements put into a class: the attributes __dict__ and __weakref__ of its instances

Ref read_instance_dict(Thread& thread, Value self) {
  Dict* dict = attributes_as_dict(thread, self.as_object());
  return dict ? Ref::share(dict) : Ref();
}
bool write_instance_dict(Thread& thread, Value self, Value value) {
  if (value.is_empty()) {
    Ref fresh = make_dict(thread);
    return fresh && replace_attribute_dict(thread, self.as_object(), std::move(fresh));
  }
  if (!is<Dict>(value)) {
    return raise(thread, Error::TypeError, "__dict__ must be set to a dictionary, not a '{}'",
                 type_name(thread, value));
  }
  return replace_attribute_dict(thread, self.as_object(), Ref::share(value));
}
Ref read_instance_weakref(Thread& thread, Value self) { return first_weak_reference(thread, self.as_object()); }

}  // namespace

bool same_layout(const Type* old_type, const Type* new_type) {
  constexpr uint32_t parts = kHasDict | kHasWeakref;
  const Type *left = laid_out_by(old_type), *right = laid_out_by(new_type);
  if (left == right) return true;
  return left->base == right->base && left->layout == right->layout && left->slot_count == right->slot_count &&
         (left->flags.get() & parts) == (right->flags.get() & parts) && same_slots(left, right);
}

const Layout kInstanceLayout = {"object", sizeof(Object), true, destroy_instance, traverse_attributes, clear_instance};

const GetSetDef kInstanceDict = {"__dict__", read_instance_dict, write_instance_dict};
const GetSetDef kInstanceWeakref = {"__weakref__", read_instance_weakref};

Ref make_member(Thread& thread, Type* owner, Str* name, uint32_t slot) {
  auto* member = allocate<GetSet>(thread, thread.types().member->root);
  if (!member) return {};
  member->def = nullptr;
  member->owner = owner;
  member->name.init(Ref::share(name));
  member->slot = slot;
  return Ref::own(member);
}

Ref make_getset(Thread& thread, Type* owner, const GetSetDef* def) {
  Str* name = intern(thread, std::string_view(def->name));
  auto* getset = name ? allocate<GetSet>(thread, thread.types().getset->root) : nullptr;
  if (!getset) return {};
  getset->def = def;
  getset->owner = owner;
  getset->name.init(Ref::share(name));
  getset->slot = 0;
  return Ref::own(getset);
}

void setup_object(Thread& thread, Type* type) {
  add_constant(thread, type, "__doc__",
               make_str(thread, "What every class extends. object() has no attributes of its own."));
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
}

}  // namespace gillab
