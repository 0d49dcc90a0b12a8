// property.
#include "runtime/classes/attributes.h"
#include "runtime/classes/descriptors.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

using PropertyFields =
    FieldLayout<Property, &Property::getter, &Property::setter, &Property::deleter, &Property::doc, &Property::name>;

Failed refuse(Thread& thread, Property* property, Value instance, const char* what) {
  Value qualified = type_of(thread, instance)->qualified_name.peek();
  if (property->name.peek().is_empty()) {
    return raise(thread, Error::AttributeError, "property of '{}' object has no {}", qualified, what);
  }
  Ref shown = repr(thread, property->name.peek());
  if (!shown) return {};
  return raise(thread, Error::AttributeError, "property {} of '{}' object has no {}", shown.get(), qualified, what);
}

Ref property_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* property = static_cast<Property*>(allocate_instance(thread, as<Type>(args[0])));
  if (!property) return {};
  for (Field* field : {&property->getter, &property->setter, &property->deleter, &property->doc})
    field->init(Ref::none());
  property->name.init_empty();
  property->getter_doc.set(false);
  return Ref::own(property);
}

bool take_doc_of_getter(Thread& thread, Value self, Value getter) {
  Ref doc = get_attribute_or_empty(thread, getter, thread.names().__doc__);
  if (!doc) return !thread.has_exception();
  auto* property = as<Property>(self);
  property->getter_doc.set(true);
  if (is_exact<Property>(self)) {
    property->doc.put(std::move(doc));
    return true;
  }
  return set_attribute(thread, self, thread.names().__doc__, doc.get());
}

Ref or_none(Value value) { return value.is_empty() ? Ref::none() : Ref::share(value); }

Ref property_init(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* property = as<Property>(args[0]);
  property->getter.put(or_none(args[1]));
  property->setter.put(or_none(args[2]));
  property->deleter.put(or_none(args[3]));
  property->doc.put(or_none(args[4]));
  property->name.put(Ref());
  property->getter_doc.set(false);
  bool no_doc = args[4].is_empty() || args[4].is_none();
  Ref getter = property->getter.take();
  if (no_doc && !getter.get().is_none() && !take_doc_of_getter(thread, args[0], getter.get())) return {};
  return Ref::none();
}

// property(getter, setter, deleter, doc) of the same class, with one of them replaced.
Ref copy_with(Thread& thread, Value self, Value getter, Value setter, Value deleter) {
  auto* old = as<Property>(self);
  Ref parts[] = {getter.is_empty() ? old->getter.take() : Ref::share(getter),
                 setter.is_empty() ? old->setter.take() : Ref::share(setter),
                 deleter.is_empty() ? old->deleter.take() : Ref::share(deleter),
                 old->getter_doc.get() && !getter.is_empty() ? Ref::none() : old->doc.take()};
  if (old->getter_doc.get()) parts[3] = Ref::none();
  Value args[] = {parts[0].get(), parts[1].get(), parts[2].get(), parts[3].get()};
  Ref made = call(thread, Value::object(type_of(self.as_object())), args, 4);
  if (made && is_exact<Property>(made.get())) made.as<Property>()->name.put(old->name.take());
  return made;
}

Ref property_getter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return copy_with(thread, args[0], args[1], {}, {});
}
Ref property_setter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return copy_with(thread, args[0], {}, args[1], {});
}
Ref property_deleter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return copy_with(thread, args[0], {}, {}, args[1]);
}

Ref property_get(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[1].is_none()) return Ref::share(args[0]);
  return read_property(thread, as<Property>(args[0]), args[1]);
}
Ref property_set(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return write_property(thread, as<Property>(args[0]), args[1], args[2]) ? Ref::none() : Ref();
}
Ref property_delete(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return write_property(thread, as<Property>(args[0]), args[1], Value()) ? Ref::none() : Ref();
}
Ref property_set_name(Thread& thread, const Value* args, uint32_t count, Tuple*) {
  if (count != 3)
    return raise(thread, Error::TypeError, "__set_name__() takes 2 positional arguments but {} were given", count - 1);
  as<Property>(args[0])->name.put(Ref::share(args[2]));
  return Ref::none();
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, *args, **kwargs)", property_new, MethodDef::Static},
    {"__init__", "(self, fget=None, fset=None, fdel=None, doc=None)", property_init},
    {"getter", "(self, fget, /)", property_getter},
    {"setter", "(self, fset, /)", property_setter},
    {"deleter", "(self, fdel, /)", property_deleter},
    {"__get__", "(self, instance, owner=None, /)", property_get},
    {"__set__", "(self, instance, value, /)", property_set},
    {"__delete__", "(self, instance, /)", property_delete},
    {"__set_name__", "*", property_set_name},
};

Ref read_getter(Thread&, Value self) { return as<Property>(self)->getter.take(); }
Ref read_setter(Thread&, Value self) { return as<Property>(self)->setter.take(); }
Ref read_deleter(Thread&, Value self) { return as<Property>(self)->deleter.take(); }
Ref read_doc(Thread&, Value self) { return as<Property>(self)->doc.take(); }
bool write_doc(Thread&, Value self, Value value) {
  as<Property>(self)->doc.put(or_none(value));
  return true;
}
Ref read_is_abstract(Thread& thread, Value self) {
  auto* property = as<Property>(self);
  for (Field* field : {&property->getter, &property->setter, &property->deleter}) {
    Ref abstract = is_abstract_method(thread, field->take().get());
    if (!abstract || abstract.get().is_true()) return abstract;
  }
  return Ref::boolean(false);
}
const GetSetDef kAttributes[] = {
    {"fget", read_getter, readonly_attribute},  {"fset", read_setter, readonly_attribute},
    {"fdel", read_deleter, readonly_attribute}, {"__doc__", read_doc, write_doc},
    {"__isabstractmethod__", read_is_abstract},
};

}  // namespace

const Layout kPropertyLayout = PropertyFields::named("property");

Ref read_property(Thread& thread, Property* property, Value instance) {
  Ref getter = property->getter.take();
  if (getter.get().is_none()) return refuse(thread, property, instance, "getter");
  return call(thread, getter.get(), instance);
}

bool write_property(Thread& thread, Property* property, Value instance, Value value) {
  bool deletes = value.is_empty();
  Ref function = deletes ? property->deleter.take() : property->setter.take();
  if (function.get().is_none()) return refuse(thread, property, instance, deletes ? "deleter" : "setter");
  Ref done = deletes ? call(thread, function.get(), instance) : call(thread, function.get(), instance, value);
  return static_cast<bool>(done);
}

void setup_property(Thread& thread, Type* type) {
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
}

}  // namespace gillab
