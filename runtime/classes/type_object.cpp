// What scripts see of classes: the attributes and methods of `type`. Calling and making classes: type_call.cpp,
// type_make.cpp.
#include "runtime/classes/documentation.h"
#include "runtime/classes/attributes.h"
#include "runtime/classes/descriptors.h"
#include "runtime/function.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/stopped_world.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"
#include "runtime/classes/type_call.h"

namespace gillab {

namespace {

Type* self_of(Value value) { return as<Type>(value); }
bool is_heap(const Type* type) { return has_flag(type, kHeapType); }

// --- the layout

void destroy_type(Thread& thread, Object* object) {
  auto* type = static_cast<Type*>(object);
  if (is<Tuple>(type->bases.peek())) {
    const Tuple* bases = as<Tuple>(type->bases.peek());
    for (uint64_t i = 0; i < bases->length; ++i) remove_subclass(thread, as<Type>(bases->items[i]), type);
  }
  for (Field* field : {&type->dict, &type->mro, &type->name, &type->qualified_name, &type->bases}) field->clear();
  free_shapes(type);
  delete type->subclasses;
  free_object(thread, object, sizeof(Type));
}

void traverse_type(Object* object, const Visitor& visitor) {
  auto* type = static_cast<Type*>(object);
  for (const Field* field : {&type->dict, &type->mro, &type->bases}) visitor(*field);
}

// The MRO holds the class itself: that is the cycle every class is in. Its content goes, its bases stay.
void clear_type(Thread& thread, Object* object) {
  auto* type = static_cast<Type*>(object);
  if (!is_heap(type)) return;
  if (is<Dict>(type->dict.peek())) {
    Ref dict = type->dict.take();
    for (Cell<Value>& dunder : type->dunders) dunder.set(Value());
    dict_clear(thread, dict.as<Dict>());
  }
  type->mro.put(empty_tuple(thread));
}

// --- attributes

bool check_mutable(Thread& thread, Type* type, Value value, const char* name) {
  if (!is_heap(type)) {
    return raise(thread, Error::TypeError, "cannot set '{}' attribute of immutable type '{}'", name,
                 name_of_type(type));
  }
  if (!value.is_empty()) return true;
  return raise(thread, Error::TypeError, "cannot delete '{}' attribute of immutable type '{}'", name,
               name_of_type(type));
}
bool check_text(Thread& thread, Type* type, Value value, const char* name) {
  if (!check_mutable(thread, type, value, name)) return false;
  if (is<Str>(value)) return true;
  return raise(thread, Error::TypeError, "can only assign string to {}.{}, not '{}'", name_of_type(type), name,
               type_name(thread, value));
}

// Messages are written from the text of a name without counting it.
void replace_name(Thread& thread, Field& field, Value name) {
  Ref old = Ref::share(name);
  StoppedWorld stopped(thread);
  old = field.exchange(std::move(old));
}

Ref read_name(Thread&, Value self) { return self_of(self)->name.take(); }
bool write_name(Thread& thread, Value self, Value value) {
  Type* type = self_of(self);
  if (!check_text(thread, type, value, "__name__")) return false;
  Str* text = as<Str>(value);
  if (find_text(text, thread.interpreter->latin1_strings[0], 0, static_cast<int64_t>(text->length)) >= 0) {
    return raise(thread, Error::ValueError, "type name must not contain null characters");
  }
  replace_name(thread, type->name, value);
  return true;
}
Ref read_qualified_name(Thread&, Value self) { return self_of(self)->qualified_name.take(); }
bool write_qualified_name(Thread& thread, Value self, Value value) {
  if (!check_text(thread, self_of(self), value, "__qualname__")) return false;
  replace_name(thread, self_of(self)->qualified_name, value);
  return true;
}
Ref read_module(Thread& thread, Value self) {
  Ref module = dict_get_name(type_dict(self_of(self)), thread.names().__module__);
  if (module && !is<GetSet>(module.get())) return module;  // type's own row is this attribute itself
  if (!is_heap(self_of(self))) return Ref::share(thread.names().builtins);
  return raise(thread, Error::AttributeError, "__module__");
}
bool write_module(Thread& thread, Value self, Value value) {
  return check_mutable(thread, self_of(self), value, "__module__") &&
         set_type_attribute(thread, self_of(self), thread.names().__module__, value);
}
Ref read_doc(Thread& thread, Value self) {
  if (!is_heap(self_of(self))) {  // what type and property have in their namespaces is about instances
    const std::string_view text = documentation_of(as<Str>(self_of(self)->name.peek())->ascii_view());
    if (!text.empty()) return make_str(thread, text);
  }
  Ref doc = dict_get_name(type_dict(self_of(self)), thread.names().__doc__);
  if (!doc) return Ref::none();
  return bind_descriptor(thread, doc.get(), Value(), self);
}
bool write_doc(Thread& thread, Value self, Value value) {
  return check_mutable(thread, self_of(self), value, "__doc__") &&
         set_type_attribute(thread, self_of(self), thread.names().__doc__, value);
}
Ref read_bases(Thread&, Value self) { return self_of(self)->bases.take(); }
Ref read_mro(Thread&, Value self) { return self_of(self)->mro.take(); }
Ref read_base(Thread&, Value self) {
  Type* base = self_of(self)->base;
  return base ? Ref::share(base) : Ref::none();
}
Ref read_dict(Thread& thread, Value self) { return make_mapping_proxy(thread, self_of(self)->dict.peek()); }
Ref read_annotations(Thread& thread, Value self) {
  Type* type = self_of(self);
  if (!is_heap(type)) {
    return raise(thread, Error::AttributeError, "type object '{}' has no attribute '__annotations__'",
                 name_of_type(type));
  }
  Str* name = thread.names().__annotations__;
  Ref found = dict_get_name(type_dict(type), name);
  if (found) return bind_descriptor(thread, found.get(), Value(), self);
  Ref made = make_dict(thread);
  if (!made) return {};
  StoppedWorld stopped(thread);
  found = dict_get_name(type_dict(type), name);
  if (found) return found;  // another thread was faster
  return set_type_attribute(thread, type, name, made.get()) ? std::move(made) : Ref();
}
bool write_annotations(Thread& thread, Value self, Value value) {
  Type* type = self_of(self);
  if (!is_heap(type)) return check_mutable(thread, type, value, "__annotations__");
  Str* name = thread.names().__annotations__;
  if (value.is_empty() && dict_peek_name(type_dict(type), name).is_empty()) {
    return raise(thread, Error::AttributeError, "__annotations__");
  }
  return set_type_attribute(thread, type, name, value);
}
Ref read_abstract_methods(Thread& thread, Value self) {
  Ref found;
  if (self_of(self) != thread.types().type)
    found = dict_get_name(type_dict(self_of(self)), thread.names().__abstractmethods__);
  if (found) return found;
  return raise(thread, Error::AttributeError, "__abstractmethods__");
}
bool write_abstract_methods(Thread& thread, Value self, Value value) {
  Type* type = self_of(self);
  Truth any = value.is_empty() ? Truth::No : truth(thread, value);
  if (any == Truth::Error || !set_type_attribute(thread, type, thread.names().__abstractmethods__, value)) return false;
  change_type_flags(thread, type, kAbstract, any == Truth::Yes);
  return true;
}
Ref read_flags(Thread& thread, Value self) {
  const Type* type = self_of(self);
  int64_t flags = (1 << 12) | (1 << 18);
  if (is_heap(type)) flags |= 1 << 9;
  if (has_flag(type, kImmutable)) flags |= 1 << 8;
  if (has_flag(type, kBaseType)) flags |= 1 << 10;
  if (has_flag(type, kAbstract)) flags |= 1 << 20;
  if (has_flag(type, kSequencePattern)) flags |= 1 << 5;
  if (has_flag(type, kMappingPattern)) flags |= 1 << 6;
  if (has_flag(type, kNoInstances)) flags |= 1 << 7;
  if (has_flag(type, kSelfPattern)) flags |= 1 << 22;
  if (type->root && (type->root->traits & kIsContainer)) flags |= 1 << 14;
  const Kind kinds[] = {Kind::Int, Kind::List, Kind::Tuple,     Kind::Bytes,
                        Kind::Str, Kind::Dict, Kind::Exception, Kind::Type};
  for (int i = 0; i < 8; ++i) {
    if (type->instance_kind == kinds[i]) flags |= int64_t{1} << (24 + i);
  }
  return make_int(thread, flags);
}
Ref read_basic_size(Thread& thread, Value self) {
  const Type* type = self_of(self);
  return make_int(thread, type->layout->size + (has_flag(type, kHasDict) ? 8 : 0) + 8 * int64_t{type->slot_count});
}
Ref read_item_size(Thread&, Value self) {
  switch (self_of(self)->instance_kind) {
    case Kind::Int:
      return Ref::own(Value::integer(4));
    case Kind::Tuple:
      return Ref::own(Value::integer(8));
    case Kind::Bytes:
      return Ref::own(Value::integer(1));
    case Kind::Type:
      return Ref::own(Value::integer(40));
    default:
      return Ref::own(Value::integer(0));
  }
}
Ref read_dict_offset(Thread& thread, Value self) {
  return make_int(thread, has_flag(self_of(self), kHasDict) ? -1 : 0);
}
Ref read_weakref_offset(Thread& thread, Value self) {
  return make_int(thread, has_flag(self_of(self), kHasWeakref) ? -1 : 0);
}
Ref read_text_signature(Thread&, Value) { return Ref::none(); }

bool write_bases(Thread& thread, Value self, Value value) {
  Type* type = self_of(self);
  if (!check_mutable(thread, type, value, "__bases__")) return false;
  if (!is<Tuple>(value)) {
    return raise(thread, Error::TypeError, "can only assign tuple to {}.__bases__, not {}", name_of_type(type),
                 type_name(thread, value));
  }
  if (as<Tuple>(value)->length == 0) {
    return raise(thread, Error::TypeError, "can only assign non-empty tuple to {}.__bases__, not ()",
                 name_of_type(type));
  }
  return replace_bases(thread, type, as<Tuple>(value));
}

const GetSetDef kAttributes[] = {
    {"__name__", read_name, write_name},
    {"__qualname__", read_qualified_name, write_qualified_name},
    {"__module__", read_module, write_module},
    {"__doc__", read_doc, write_doc},
    {"__bases__", read_bases, write_bases},
    {"__mro__", read_mro, readonly_attribute},
    {"__base__", read_base, readonly_attribute},
    {"__dict__", read_dict},
    {"__annotations__", read_annotations, write_annotations},
    {"__abstractmethods__", read_abstract_methods, write_abstract_methods},
    {"__flags__", read_flags, readonly_attribute},
    {"__basicsize__", read_basic_size, readonly_attribute},
    {"__itemsize__", read_item_size, readonly_attribute},
    {"__dictoffset__", read_dict_offset, readonly_attribute},
    {"__weakrefoffset__", read_weakref_offset, readonly_attribute},
    {"__text_signature__", read_text_signature},
};

// --- methods

Ref type_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref name = qualified_class_name(thread, self_of(args[0]));
  return name ? format_text(thread, "<class '{}'>", {name.get()}) : Ref();
}
Ref type_getattribute(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  return name ? type_get_attribute(thread, self_of(args[0]), name) : Ref();
}
Ref type_setattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  return name && type_set_attribute(thread, self_of(args[0]), name, args[2]) ? Ref::none() : Ref();
}
Ref type_delattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  return name && type_set_attribute(thread, self_of(args[0]), name, Value()) ? Ref::none() : Ref();
}
Ref type_mro(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* type = self_of(args[0]);
  Ref order;
  {
    StoppedWorld stopped(thread);  // it is the class's own for a moment
    Ref before = type->mro.take();
    if (!compute_mro(thread, type)) return {};
    order = before ? type->mro.exchange(std::move(before)) : type->mro.take();
  }
  return list_from(thread, order.get());
}
Ref type_subclasses(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref list = make_list(thread);
  if (!list) return {};
  for (Ref& each : subclasses_of(thread, self_of(args[0]))) {
    if (!append(thread, list.as<List>(), std::move(each))) return {};
  }
  return list;
}
Ref type_instance_check(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* type = self_of(args[0]);
  if (is_subtype(type_of(thread, args[1]), type)) return Ref::boolean(true);
  Ref claimed = get_attribute_or_empty(thread, args[1], thread.names().__class__);
  if (thread.has_exception()) return {};
  return Ref::boolean(claimed && is<Type>(claimed.get()) && is_subtype(claimed.as<Type>(), type));
}
Ref type_subclass_check(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Type>(args[1])) return raise(thread, Error::TypeError, "issubclass() arg 1 must be a class");
  return Ref::boolean(is_subtype(as<Type>(args[1]), self_of(args[0])));
}
Ref type_or(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_union(thread, args[0], args[1]); }
Ref type_ror(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_union(thread, args[1], args[0]); }
Ref type_prepare(Thread& thread, const Value*, uint32_t, Tuple*) { return make_dict(thread); }
Ref type_dir(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref names = make_dict(thread);
  return names && collect_class_names(thread, self_of(args[0]), names.as<Dict>())
             ? dict_keys_list(thread, names.as<Dict>())
             : Ref();
}
Ref type_sizeof(Thread& thread, const Value*, uint32_t, Tuple*) { return make_int(thread, sizeof(Type)); }

const MethodDef kMethods[] = {
    {"__new__", "*", type_new, MethodDef::Static},
    {"__init__", "*", type_init},
    {"__call__", "*", type_call},
    {"__repr__", "(self, /)", type_repr},
    {"__getattribute__", "(self, name, /)", type_getattribute},
    {"__setattr__", "(self, name, value, /)", type_setattr},
    {"__delattr__", "(self, name, /)", type_delattr},
    {"mro", "(self, /)", type_mro},
    {"__subclasses__", "(self, /)", type_subclasses},
    {"__instancecheck__", "(self, instance, /)", type_instance_check},
    {"__subclasscheck__", "(self, subclass, /)", type_subclass_check},
    {"__or__", "(self, value, /)", type_or},
    {"__ror__", "(self, value, /)", type_ror},
    {"__prepare__", "*", type_prepare, MethodDef::Class},
    {"__dir__", "(self, /)", type_dir},
    {"__sizeof__", "(self, /)", type_sizeof},
};

}  // namespace

const Layout kTypeLayout = {"type", sizeof(Type), true, destroy_type, traverse_type, clear_type};

Ref qualified_class_name(Thread& thread, Type* type) {
  Ref module = dict_get_name(type_dict(type), thread.names().__module__);
  bool builtin = !module || !is<Str>(module.get()) || equals_ascii(module.as<Str>(), "builtins");
  if (builtin) return is_heap(type) ? type->qualified_name.take() : type->name.take();
  return format_text(thread, "{}.{}", {module.get(), type->qualified_name.peek()});
}

bool collect_class_names(Thread& thread, Type* type, Dict* names) {
  const Tuple* mro = as<Tuple>(type->mro.peek());
  for (uint64_t i = mro->length; i-- > 0;) {
    if (!dict_update(thread, names, as<Type>(mro->items[i])->dict.peek())) return false;
  }
  return true;
}

void setup_type(Thread& thread, Type* type) {
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
}

}  // namespace gillab
