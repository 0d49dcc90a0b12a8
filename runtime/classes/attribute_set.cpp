// Storing and deleting attributes, with the hooks __setattr__ and __delattr__. Looking them up: attributes.cpp.
#include "runtime/classes/attributes.h"
#include "runtime/classes/descriptors.h"
#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/stopped_world.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"
#include "runtime/sizes.h"

namespace gillab {

namespace {

// Past these an object is used as a table: a dict serves it better than shapes.
constexpr uint32_t kMaximumAttributes = usual_or_smallest(128u, 6u);
constexpr uint32_t kMaximumCapacity = usual_or_smallest(32u, 2u);

ShapeMode mode_of(const Shape* shape) { return static_cast<ShapeMode>(shape->mode); }

bool store_in_dict(Thread& thread, Object* object, Str* name, Value value) {
  Dict* dict = attributes_as_dict(thread, object);
  return dict && dict_set_name(thread, dict, name, Ref::share(value));
}

// Whether instances made from now on should have room for what one with `needed` attributes had not.
bool lacks_room(const Type* type, uint32_t needed, uint32_t* wanted) {
  *wanted = type->inline_capacity < 4 ? 4 : type->inline_capacity * 2;
  return has_flag(type, kHeapType) && type->slot_count + type->inline_capacity < needed && *wanted <= kMaximumCapacity;
}
void learn_capacity(Thread& thread, Type* type, uint32_t needed) {
  uint32_t wanted;
  if (!lacks_room(type, needed, &wanted)) return;
  StoppedWorld stopped(thread);
  if (!lacks_room(type, needed, &wanted)) return;
  type->inline_capacity = wanted;
  if (Shape* root = make_root_shape(thread, type)) type->root = root;
}

enum class Stored : uint8_t { Yes, Beside, NotHere, Error };  // Beside: there was no room in the object itself

// REQUIRES: the Guard
Stored add_field(Thread& thread, Object* object, Shape* shape, Str* name, Value value) {
  if (shape->count >= kMaximumAttributes) return Stored::NotHere;
  Shape* next = add_attribute(thread, shape, name);
  if (!next) return thread.has_exception() ? Stored::Error : Stored::NotHere;
  bool beside = shape->count >= shape->capacity;
  if (beside && !grow_overflow(thread, object, shape, shape->count)) return Stored::Error;
  attribute_field(object, shape, shape->count).init(Ref::share(value));
  object->shape.set(next);
  return beside ? Stored::Beside : Stored::Yes;
}

Stored store_guarded(Thread& thread, Object* object, Str* name, Value value, Ref* old) {
  Guard guard(object->header);
  guard.keeps_all();  // the exchange below is enough of a fence
  Shape* shape = object->shape.get();
  if (mode_of(shape) != ShapeMode::Slots) return Stored::NotHere;
  uint32_t number = find_attribute(shape, name);
  if (number == kNoAttribute) return add_field(thread, object, shape, name, value);
  *old = attribute_field(object, shape, number).exchange(Ref::share(value));
  return Stored::Yes;
}

bool store_in_slots(Thread& thread, Object* object, Str* name, Value value) {
  Ref old;
  Stored stored = store_guarded(thread, object, name, value, &old);
  if (stored == Stored::NotHere) return store_in_dict(thread, object, name, value);
  if (stored == Stored::Beside) learn_capacity(thread, type_of(object), object->shape.get()->count);
  return stored != Stored::Error;
}

// Only the attribute that came last, and only where nobody can be reading its field as this attribute while it becomes
// another's.
bool delete_last(Object* object, Str* name) {
  if constexpr (gil::Layer::kLockFreeReads) return false;
  Ref old;
  Guard guard(object->header);
  Shape* shape = object->shape.get();
  if (mode_of(shape) != ShapeMode::Slots || shape->last_name != name) return false;
  old = attribute_field(object, shape, shape->count - 1).exchange({});
  object->shape.set(shape->parent);
  return true;
}

bool delete_from_slots(Thread& thread, Object* object, Str* name) {
  if (delete_last(object, name)) return true;
  bool there = mode_of(object->shape.get()) != ShapeMode::Slots || find_attribute(object->shape.get(), name) != kNoAttribute;
  Dict* dict = there ? attributes_as_dict(thread, object) : nullptr;
  if (there && !dict) return false;
  return (dict && dict_delete_name(thread, dict, name)) || raise_no_attribute(thread, Value::object(object), name);
}

bool delete_from_dict(Thread& thread, Object* object, Str* name) {
  Value dict = peek_attribute_dict(thread, object);
  if (!dict.is_empty() && dict_delete_name(thread, as<Dict>(dict), name)) return true;
  if (thread.has_exception()) return false;
  if (!is<Module>(Value::object(object))) return raise_no_attribute(thread, Value::object(object), name);
  return raise(thread, Error::AttributeError, "'module' object has no attribute '{}'", name);
}

bool refuse_attribute(Thread& thread, Value object, Str* name, bool on_type) {
  std::string_view type = type_name(thread, object);
  if (on_type) return raise(thread, Error::AttributeError, "'{}' object attribute '{}' is read-only", type, name);
  return raise_no_attribute(thread, object, name);
}

bool store_own(Thread& thread, Value value, Str* name, Value content, bool on_type) {
  if (!value.is_object()) return refuse_attribute(thread, value, name, on_type);
  Object* object = value.as_object();
  const Shape* shape = object->shape.get();
  bool has_own = own_dict_field(object) != nullptr;
  if (!has_own && (mode_of(shape) == ShapeMode::None || !has_flag(shape->type, kHasDict))) {
    return refuse_attribute(thread, value, name, on_type);
  }
  bool slots = mode_of(shape) == ShapeMode::Slots;
  if (content.is_empty())
    return slots ? delete_from_slots(thread, object, name) : delete_from_dict(thread, object, name);
  return slots ? store_in_slots(thread, object, name, content) : store_in_dict(thread, object, name, content);
}

bool call_setter(Thread& thread, Value descriptor, Value object, Value value) {
  const Type* type = type_of(thread, descriptor);
  Ref held = Ref::share(descriptor);
  if (is_exact<Property>(descriptor)) return write_property(thread, as<Property>(descriptor), object, value);
  if (is_exact<GetSet>(descriptor)) return write_getset(thread, as<GetSet>(descriptor), object, value);
  if (value.is_empty()) {
    Value deleter = dunder_of(type, Dunder::Delete);
    if (deleter.is_empty()) return raise(thread, Error::AttributeError, "__delete__");
    return static_cast<bool>(call_special(thread, deleter, descriptor, object));
  }
  Value setter = dunder_of(type, Dunder::Set);
  if (setter.is_empty()) return raise(thread, Error::AttributeError, "__set__");
  return static_cast<bool>(call_special(thread, setter, descriptor, object, value));
}

bool set_or_delete(Thread& thread, Value object, Str* name, Value value) {
  if (!name) return false;
  Type* type = type_of(thread, object);
  if (has_flag(type, kPlainSetAttribute)) return generic_set_attribute(thread, object, name, value);
  Dunder dunder = value.is_empty() ? Dunder::DelAttr : Dunder::SetAttr;
  Value hook = dunder_of(type, dunder);
  if (hook == dunder_of(thread.types().object, dunder)) return generic_set_attribute(thread, object, name, value);
  if (hook == dunder_of(thread.types().type, dunder)) return type_set_attribute(thread, as<Type>(object), name, value);
  if (value.is_empty()) return static_cast<bool>(call_special(thread, hook, object, Value::object(name)));
  return static_cast<bool>(call_special(thread, hook, object, Value::object(name), value));
}

}  // namespace

bool generic_set_attribute(Thread& thread, Value object, Str* name, Value value) {
  Held on_type = find_in_type(thread, type_of(thread, object), name);
  if (on_type.is_empty()) return store_own(thread, object, name, value, false);
  if (is_data_descriptor(thread, on_type.get())) return call_setter(thread, on_type.get(), object, value);
  return store_own(thread, object, name, value, true);
}

bool type_set_attribute(Thread& thread, Type* type, Str* name, Value value) {
  if (has_flag(type, kImmutable)) {
    return raise(thread, Error::TypeError, "cannot set '{}' attribute of immutable type '{}'", name,
                 name_of_type(type));
  }
  Held on_meta = find_in_type(thread, type_of(type), name);
  if (!on_meta.is_empty() && is_data_descriptor(thread, on_meta.get())) {
    return call_setter(thread, on_meta.get(), Value::object(type), value);
  }
  return set_type_attribute(thread, type, name, value);
}

bool set_attribute(Thread& thread, Value object, Str* name, Value value) {
  return set_or_delete(thread, object, name, value);
}

bool delete_attribute(Thread& thread, Value object, Str* name) { return set_or_delete(thread, object, name, Value()); }

}  // namespace gillab
