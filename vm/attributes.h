// Attribute instructions when their cache does not fit: the lookup, and the cache's next content.
#pragma once

#include "runtime/dict.h"
#include "vm/body.h"
#include "vm/sharing.h"

namespace gillab {

Value load_attribute(Thread& thread, const Instruction* pc, Value object);
// *is_method: the result is a function to be called with the object as its first argument.
Value load_method(Thread& thread, const Instruction* pc, Value object, bool* is_method);
bool store_attribute(Thread& thread, const Instruction* pc, Value object, Value value);

inline Field& field_at(Object* object, uint32_t offset) {
  return *reinterpret_cast<Field*>(reinterpret_cast<char*>(object) + offset);
}

// An attribute kept in the object's dict: found where it was last time, or by its name; empty when it is not there.
Value attribute_in_dict(Thread& thread, const CacheEntry* entry, Object* object);

// A function of the class with the object bound to it.
Value bound_attribute(Thread& thread, Value function, Object* object);
// What a descriptor written in C++ gives for the object; empty: it raised, nothing is set, the general way will say it.
Value attribute_by_getter(Thread& thread, Value descriptor, Object* object);
// super().name(...), `method` being the METHOD_S behind the call: the function and, owned too, *self. Empty, no error:
// super has to be called.
Value super_method(Thread& thread, const Instruction* method, Value* self);

// Puts *value into a field of an object that has this shape, or into a cell that is not empty: *value becomes what was
// there. False: it is not so, or not any more.
bool exchange_field(Object* object, uint32_t shape_id, Field& field, Value* value);
bool exchange_in_cell(Dict* dict, DictCell* cell, Value* value);

// TypeValue, TypeCell, TypeMethod: neither the class nor its metaclass has changed.
inline bool is_about_class(const CacheEntry* entry, const Object* object) {
  return entry->owner == object && reinterpret_cast<const Type*>(object)->root->id == entry->shape_id &&
         head_of(object).id == entry->offset;
}

// An attribute of an object that had this shape a moment ago, in its overflow. Empty: the general way.
inline Value overflow_attribute(Object* object, uint32_t shape_id, uint32_t number) {
  const Shape* shape = object->shape.get();
  return shape->id == shape_id ? read_attribute(object, shape, number).release() : Value();
}

// The value a chain of entries has for the object; empty when none fits.
inline Value attribute_by_entry(Thread& thread, const CacheEntry* entry, Object* object) {
  uint32_t id = head_of(object).id;
  for (; entry; entry = entry->next) {
    if (entry->kind == CacheEntry::TypeValue || entry->kind == CacheEntry::TypeCell) {
      if (!is_about_class(entry, object)) continue;
    } else if (entry->kind == CacheEntry::ModuleCell) {
      if (entry->owner != object) continue;
    } else if (entry->shape_id != id) {
      continue;
    }
    switch (entry->kind) {
      case CacheEntry::InObject: return field_at(object, entry->offset).take().release();
      case CacheEntry::InDict: return attribute_in_dict(thread, entry, object);
      case CacheEntry::Overflow: return overflow_attribute(object, id, entry->offset);
      case CacheEntry::ClassValue:
      case CacheEntry::TypeValue: return Ref::share(entry->value).release();
      case CacheEntry::ClassCell:
      case CacheEntry::TypeCell:
      case CacheEntry::ModuleCell: return entry->cell->value.take().release();
      case CacheEntry::Getter: return attribute_by_getter(thread, entry->value, object);
      case CacheEntry::Bound: return bound_attribute(thread, entry->value, object);
      default: return Value();
    }
  }
  return Value();
}
// Stores *value, which becomes what the caller has to drop. False: no entry fits. REQUIRES: the object's Guard, or
// may_write()
inline bool store_by_entry_alone(const CacheEntry* entry, Object* object, Value* value) {
  uint32_t id = head_of(object).id;
  for (; entry; entry = entry->next) {
    if (entry->shape_id != id) continue;
    Field& field = field_at(object, entry->offset);
    if (entry->shape) {
      field.init(Ref::own(*value));
      object->shape.set(entry->shape);
      *value = Value::empty();
    } else {
      *value = put_alone(field, *value);
    }
    return true;
  }
  return false;
}
inline bool store_by_entry_guarded(const CacheEntry* entry, Object* object, Value* value) {
  Guard guard(object->header);
  guard.keeps_all();
  return store_by_entry_alone(entry, object, value);
}
// *self: what the function is to be called with, where that is not the object.
inline Value method_by_entry(const CacheEntry* entry, Object* object, Value* self) {
  uint32_t id = head_of(object).id;
  for (; entry; entry = entry->next) {
    if (entry->kind == CacheEntry::TypeMethod) {
      if (!is_about_class(entry, object)) continue;
    } else if (entry->shape_id != id || (entry->kind != CacheEntry::Function && entry->kind != CacheEntry::ClassMethod)) {
      continue;
    }
    if (entry->kind == CacheEntry::ClassMethod) *self = Value::object(type_of(object));
    return Ref::share(entry->value).release();
  }
  return Value();
}

}  // namespace gillab
