// Binding what a class holds to its instances; getset and member descriptors; classmethod and staticmethod.
// property: property.cpp, super: super.cpp.
#include "runtime/classes/descriptors.h"

#include "runtime/classes/attributes.h"
#include "runtime/classes/documentation.h"
#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

using GetSetFields = FieldLayout<GetSet, &GetSet::name>;
using ClassMethodFields = FieldLayout<ClassMethod, &ClassMethod::callable, &ClassMethod::attributes>;
using StaticMethodFields = FieldLayout<StaticMethod, &StaticMethod::callable, &StaticMethod::attributes>;

Ref bind_native_value(Thread& thread, Value native, Value instance, Value owner) {
  const Types& types = thread.types();
  const Type* type = type_of(native.as_object());
  if (type == types.native_function) return Ref::share(native);
  if (type == types.native_class_method) return bind_native(thread, as<Native>(native), owner);
  if (instance.is_empty()) return Ref::share(native);
  auto* method = as<Native>(native);
  if (type_of(thread, instance) == method->owner || is_subtype(type_of(thread, instance), method->owner)) [[likely]]
    return bind_native(thread, method, instance);
  return raise(thread, Error::TypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object", method->name,
               name_of_type(method->owner), type_name(thread, instance));
}

Ref bind_by_get(Thread& thread, Value descriptor, Value instance, Value owner) {
  Value get = dunder_of(type_of(thread, descriptor), Dunder::Get);
  if (get.is_empty()) return Ref::share(descriptor);
  Ref held = Ref::share(descriptor);
  return call_special(thread, get, descriptor, instance.is_empty() ? Value::none() : instance, owner);
}

bool check_owner(Thread& thread, const GetSet* getset, Value instance) {
  if (is_subtype(type_of(thread, instance), getset->owner)) return true;
  return raise(thread, Error::TypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
               getset->name.peek(), name_of_type(getset->owner), type_name(thread, instance));
}

bool stands_beside(const Object* object) { return object->shape.get()->offset == 0; }

Ref read_member(Thread& thread, const GetSet* member, Object* object) {
  Str* name = as<Str>(member->name.peek());
  Ref value;
  if (stands_beside(object)) {
    Value dict = peek_attribute_dict(thread, object);
    if (!dict.is_empty()) value = dict_get_name(as<Dict>(dict), name);
  } else {
    ReadGuard guard(object->header);
    value = inline_fields(object, object->shape.get())[member->slot].take();
  }
  if (value) return value;
  return raise_no_attribute(thread, Value::object(object), name);
}

bool write_beside(Thread& thread, Object* object, Str* name, Value value) {
  Dict* dict = table_beside(thread, object);
  if (!dict) return false;
  if (!value.is_empty()) return dict_set_name(thread, dict, name, Ref::share(value));
  if (dict_delete_name(thread, dict, name)) return true;
  return !thread.has_exception() && raise(thread, Error::AttributeError, "{}", name);
}

bool write_member(Thread& thread, const GetSet* member, Object* object, Value value) {
  Str* name = as<Str>(member->name.peek());
  if (stands_beside(object)) return write_beside(thread, object, name, value);
  Ref old;
  {
    Guard guard(object->header);
    Field& field = inline_fields(object, object->shape.get())[member->slot];
    old = field.exchange(value.is_empty() ? Ref() : Ref::share(value));
  }
  if (old || !value.is_empty()) return true;
  return raise(thread, Error::AttributeError, "{}", name);
}

// --- what scripts see of getset and member descriptors

Ref getset_get(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[1].is_none()) return Ref::share(args[0]);
  return read_getset(thread, as<GetSet>(args[0]), args[1]);
}
Ref getset_set(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return write_getset(thread, as<GetSet>(args[0]), args[1], args[2]) ? Ref::none() : Ref();
}
Ref getset_delete(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return write_getset(thread, as<GetSet>(args[0]), args[1], Value()) ? Ref::none() : Ref();
}
Ref getset_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* getset = as<GetSet>(args[0]);
  const char* word = getset->def ? "attribute" : "member";
  return format_text(thread, "<{} '{}' of '{}' objects>", {word, getset->name.peek(), name_of_type(getset->owner)});
}
const MethodDef kGetSetMethods[] = {
    {"__get__", "(self, instance, owner=None, /)", getset_get},
    {"__set__", "(self, instance, value, /)", getset_set},
    {"__delete__", "(self, instance, /)", getset_delete},
    {"__repr__", "(self, /)", getset_repr},
};

Ref getset_name(Thread&, Value self) { return as<GetSet>(self)->name.take(); }
Ref getset_owner(Thread&, Value self) { return Ref::share(as<GetSet>(self)->owner); }
Ref getset_doc(Thread& thread, Value self) {
  const GetSetDef* def = as<GetSet>(self)->def;
  const std::string_view text = def ? documentation_of(def->name) : std::string_view();
  return text.empty() ? Ref::none() : make_str(thread, text);
}
Ref getset_qualified_name(Thread& thread, Value self) {
  auto* getset = as<GetSet>(self);
  return format_text(thread, "{}.{}", {getset->owner->qualified_name.peek(), getset->name.peek()});
}
const GetSetDef kGetSetAttributes[] = {
    {"__name__", getset_name},
    {"__objclass__", getset_owner},
    {"__doc__", getset_doc},
    {"__qualname__", getset_qualified_name},
};

// --- classmethod and staticmethod: the same but for what __get__ gives

bool copy_wrapped(Thread& thread, Value from, Dict* target) {
  const Names& names = thread.names();
  for (Str* name : {names.__module__, names.__name__, names.__qualname__, names.__doc__, names.__annotations__}) {
    Ref value = get_attribute_or_empty(thread, from, name);
    if (!value) {
      if (thread.has_exception()) return false;
      continue;
    }
    if (!dict_set_name(thread, target, name, std::move(value))) return false;
  }
  return true;
}

template <class T>
Ref make_method(Thread& thread, Type* type, Value callable) {
  Ref dict = make_dict(thread);
  if (!dict || !copy_wrapped(thread, callable, dict.as<Dict>())) return {};
  auto* method = static_cast<T*>(allocate_instance(thread, type));
  if (!method) return {};
  method->callable.init(Ref::share(callable));
  method->attributes.init(std::move(dict));
  return Ref::own(method);
}
template <class T>
Ref method_new(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  const char* name = T::kKind == Kind::ClassMethod ? "classmethod" : "staticmethod";
  if (names) return raise(thread, Error::TypeError, "{}() takes no keyword arguments", name);
  if (count != 2) return raise(thread, Error::TypeError, "{} expected 1 argument, got {}", name, count - 1);
  return make_method<T>(thread, as<Type>(args[0]), args[1]);
}
template <class T>
Ref method_init(Thread&, const Value*, uint32_t, Tuple*) {
  return Ref::none();
}
template <class T>
Ref method_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref shown = repr(thread, as<T>(args[0])->callable.peek());
  if (!shown) return {};
  return format_text(thread, "<{}({})>", {T::kKind == Kind::ClassMethod ? "classmethod" : "staticmethod", shown.get()});
}
template <class T>
Ref method_get(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value owner = args[2].is_empty() || args[2].is_none() ? Value::object(type_of(thread, args[1])) : args[2];
  if constexpr (T::kKind == Kind::StaticMethod) return as<T>(args[0])->callable.take();
  return bind_class_method(thread, as<ClassMethod>(args[0]), owner);
}
Ref static_method_call(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Ref callable = as<StaticMethod>(args[0])->callable.take();
  return call(thread, callable.get(), args + 1, count - 1, names);
}
template <class T>
Ref method_function(Thread&, Value self) {
  return as<T>(self)->callable.take();
}
template <class T>
Ref method_is_abstract(Thread& thread, Value self) {
  return is_abstract_method(thread, as<T>(self)->callable.peek());
}
template <class T>
Ref method_dict(Thread& thread, Value self) {
  Dict* dict = attributes_as_dict(thread, self.as_object());
  return dict ? Ref::share(dict) : Ref();
}

template <class T>
void setup_method_type(Thread& thread, Type* type) {
  static const MethodDef methods[] = {
      {"__new__", "*", method_new<T>, MethodDef::Static},
      {"__init__", "*", method_init<T>},
      {"__repr__", "(self, /)", method_repr<T>},
      {"__get__", "(self, instance, owner=None, /)", method_get<T>},
  };
  static const GetSetDef attributes[] = {
      {"__func__", method_function<T>},
      {"__wrapped__", method_function<T>},
      {"__isabstractmethod__", method_is_abstract<T>},
      {"__dict__", method_dict<T>},
  };
  add_methods(thread, type, methods);
  add_getsets(thread, type, attributes);
}

}  // namespace

const Layout kGetSetLayout = GetSetFields::named("getset");
const Layout kClassMethodLayout = ClassMethodFields::named("classmethod");
const Layout kStaticMethodLayout = StaticMethodFields::named("staticmethod");

Ref make_class_method(Thread& thread, Value callable) {
  return make_method<ClassMethod>(thread, thread.types().classmethod, callable);
}
Ref make_static_method(Thread& thread, Value callable) {
  return make_method<StaticMethod>(thread, thread.types().staticmethod, callable);
}

Ref bind_class_method(Thread& thread, ClassMethod* method, Value owner) {
  Ref callable = method->callable.take();
  if (is_exact<Function>(callable.get())) return make_bound_method(thread, callable.get(), owner);
  if (!dunder_of(type_of(thread, callable.get()), Dunder::Get).is_empty()) {
    return bind_descriptor(thread, callable.get(), owner, owner);
  }
  return make_bound_method(thread, callable.get(), owner);
}

Ref read_getset(Thread& thread, GetSet* getset, Value instance) {
  if (!check_owner(thread, getset, instance)) return {};
  return getset->def ? run_getter(thread, getset->def, getset->owner, instance) : read_member(thread, getset, instance.as_object());
}

bool write_getset(Thread& thread, GetSet* getset, Value instance, Value value) {
  if (!check_owner(thread, getset, instance)) return false;
  if (!getset->def) return write_member(thread, getset, instance.as_object(), value);
  if (getset->def->set) return run_setter(thread, getset->def, getset->owner, instance, value);
  return raise(thread, Error::AttributeError, "attribute '{}' of '{}' objects is not writable", getset->name.peek(),
               name_of_type(getset->owner));
}

bool readonly_attribute(Thread& thread, Value, Value) {
  return raise(thread, Error::AttributeError, "readonly attribute");
}

Ref is_abstract_method(Thread& thread, Value callable) {
  Ref marked = get_attribute_or_empty(thread, callable, thread.names().__isabstractmethod__);
  if (!marked) return thread.has_exception() ? Ref() : Ref::boolean(false);
  Truth is = truth(thread, marked.get());
  return is == Truth::Error ? Ref() : Ref::boolean(is == Truth::Yes);
}

Ref bind_descriptor(Thread& thread, Value descriptor, Value instance, Value owner) {
  if (!descriptor.is_object()) return Ref::share(descriptor);
  const ShapeHead& head = head_of(descriptor.as_object());
  if (!head.exact) return bind_by_get(thread, descriptor, instance, owner);
  switch (head.kind) {
    case Kind::Function:
      return instance.is_empty() ? Ref::share(descriptor) : make_bound_method(thread, descriptor, instance);
    case Kind::Native:
      return bind_native_value(thread, descriptor, instance, owner);
    case Kind::ClassMethod:
      return bind_class_method(thread, as<ClassMethod>(descriptor), owner);
    case Kind::StaticMethod:
      return as<StaticMethod>(descriptor)->callable.take();
    case Kind::Property:
      return instance.is_empty() ? Ref::share(descriptor) : read_property(thread, as<Property>(descriptor), instance);
    case Kind::GetSet:
      return instance.is_empty() ? Ref::share(descriptor) : read_getset(thread, as<GetSet>(descriptor), instance);
    case Kind::Int:
    case Kind::Str:
    case Kind::List:
    case Kind::Dict:
    case Kind::Tuple:
    case Kind::Float:
      return Ref::share(descriptor);
    default:
      return bind_by_get(thread, descriptor, instance, owner);
  }
}

void setup_getset(Thread& thread, Type* type) {
  add_methods(thread, type, kGetSetMethods);
  add_getsets(thread, type, kGetSetAttributes);
}
void setup_member(Thread& thread, Type* type) { setup_getset(thread, type); }
void setup_classmethod(Thread& thread, Type* type) { setup_method_type<ClassMethod>(thread, type); }
void setup_staticmethod(Thread& thread, Type* type) {
  setup_method_type<StaticMethod>(thread, type);
  static const MethodDef callable[] = {{"__call__", "*", static_method_call}};
  add_methods(thread, type, callable);
}

}  // namespace gillab
