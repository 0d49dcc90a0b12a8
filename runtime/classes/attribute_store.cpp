// Where the attributes of instances stand: fields in the object, the overflow array, a dict, or (objects of variable
// size, behind which nothing can stand) a table beside. How they are looked up: attributes.cpp.
#include "runtime/classes/attribute_store.h"

#include <unordered_map>

#include "runtime/dict.h"
#include "runtime/errors.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/stopped_world.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

// In parts, so that threads with objects of their own do not meet.
struct AttributeTable {
  static constexpr size_t kParts = 32;
  struct alignas(64) Part {
    TableLock lock;
    std::unordered_map<const Object*, Ref> dicts;
  } parts[kParts];
};

AttributeTable* make_attribute_table() { return new AttributeTable; }

// What is still in it goes with the heap: nobody could run its finalizers any more.
void free_attribute_table(Interpreter& interpreter) {
  AttributeTable* table = std::exchange(interpreter.beside_attributes, nullptr);
  if (!table) return;
  for (const AttributeTable::Part& part : table->parts) {
    if (!part.dicts.empty()) return;
  }
  delete table;
}

namespace {

bool stands_beside(const Shape* shape) { return shape->offset == 0; }
ShapeMode mode_of(const Shape* shape) { return static_cast<ShapeMode>(shape->mode); }

AttributeTable::Part& part_of(Thread& thread, const Object* object) {
  const uintptr_t address = reinterpret_cast<uintptr_t>(object);
  return thread.interpreter->beside_attributes->parts[(address >> 5 ^ address >> 12) % AttributeTable::kParts];
}

Value find_beside(Thread& thread, const Object* object) {
  AttributeTable::Part& part = part_of(thread, object);
  TableLocked lock(part.lock);
  auto found = part.dicts.find(object);
  return found == part.dicts.end() ? Value() : found->second.get();
}

Dict* dict_beside(Thread& thread, Object* object) {
  Value found = find_beside(thread, object);
  if (!found.is_empty()) return as<Dict>(found);
  Ref made = make_dict(thread);
  if (!made) return nullptr;
  AttributeTable::Part& part = part_of(thread, object);
  TableLocked lock(part.lock);
  Ref& kept = part.dicts[object];
  if (!kept) kept = std::move(made);  // else another thread was faster
  return kept.as<Dict>();
}

void drop_beside(Thread& thread, Object* object) {
  AttributeTable::Part& part = part_of(thread, object);
  Ref old;
  TableLocked lock(part.lock);
  auto found = part.dicts.find(object);
  if (found == part.dicts.end()) return;
  old = std::move(found->second);
  part.dicts.erase(found);
}

Overflow* overflow_of(Object* object, const Shape* shape) {
  return reinterpret_cast<Overflow*>(attributes_of(object, shape).dict_or_overflow.get());
}
size_t overflow_bytes(uint32_t capacity) { return sizeof(Overflow) + (capacity - 1) * sizeof(Field); }

void retire_overflow(Thread& thread, Overflow* overflow) {
  if (overflow) retire_buffer(thread, overflow, overflow_bytes(overflow->capacity));
}

bool fill_dict(Thread& thread, Object* object, const Shape* shape, Dict* dict) {
  std::vector<const Shape*> chain;
  for (const Shape* each = shape; each->parent; each = each->parent) chain.push_back(each);
  for (size_t i = chain.size(); i-- > 0;) {
    Ref value = attribute_field(object, shape, chain[i]->count - 1).take();
    if (value && !dict_set_name(thread, dict, chain[i]->last_name, std::move(value))) return false;
  }
  return true;
}

// Moves what stands in the fields to `old`, which dies when the change is whole. REQUIRES: the Guard
void become_dict(Thread& thread, Object* object, const Shape* shape, Ref dict, std::vector<Ref>* old) {
  Cell<Object*>& word = attributes_of(object, shape).dict_or_overflow;
  Overflow* overflow = overflow_of(object, shape);
  old->reserve(shape->count);
  word.set(nullptr);
  object->shape.set(shape->dict_shape);
  for (uint32_t i = shape->type->slot_count; i < shape->count; ++i) {
    Field& field =
        i < shape->capacity ? inline_fields(object, shape)[i] : overflow->fields[i - shape->capacity];
    old->push_back(field.exchange({}));
  }
  word.set(dict.release().as_object());
  retire_overflow(thread, overflow);
}

// The dict of an object in mode Dict, made when needed. REQUIRES: the Guard
Dict* dict_in_word(Thread& thread, Object* object) {
  Cell<Object*>& word = attributes_of(object, object->shape.get()).dict_or_overflow;
  if (!word.get()) {
    Ref made = make_dict(thread);
    if (!made) return nullptr;
    word.set(made.release().as_object());
  }
  return reinterpret_cast<Dict*>(word.get());
}

Dict* slots_as_dict(Thread& thread, Object* object) {
  std::vector<Ref> old;
  Guard guard(object->header);
  Shape* shape = object->shape.get();
  if (mode_of(shape) != ShapeMode::Slots) return dict_in_word(thread, object);
  Ref made = make_dict(thread, shape->count);
  if (!made || !fill_dict(thread, object, shape, made.as<Dict>())) return nullptr;
  Dict* dict = made.as<Dict>();
  become_dict(thread, object, shape, std::move(made), &old);
  return dict;
}

Dict* dict_in_field(Thread& thread, Object* object, Field* field) {
  if (field->peek().is_empty()) {
    Ref made = make_dict(thread);
    if (!made) return nullptr;
    Guard guard(object->header);
    if (field->peek().is_empty()) field->init(std::move(made));
  }
  return as<Dict>(field->peek());
}

}  // namespace

Field* own_dict_field(Object* object) {
  switch (kind_of(object)) {
    case Kind::Module:
      return &reinterpret_cast<Module*>(object)->dict;
    case Kind::Function:
      return &reinterpret_cast<Function*>(object)->attributes;
    case Kind::ClassMethod:
      return &reinterpret_cast<ClassMethod*>(object)->attributes;
    case Kind::StaticMethod:
      return &reinterpret_cast<StaticMethod*>(object)->attributes;
    default:
      return nullptr;
  }
}

Field& attribute_field(Object* object, const Shape* shape, uint32_t number) {
  if (number < shape->capacity) return inline_fields(object, shape)[number];
  return overflow_of(object, shape)->fields[number - shape->capacity];
}

Ref read_attribute(Object* object, const Shape* shape, uint32_t number) {
  if constexpr (!gil::Layer::kConcurrent) return attribute_field(object, shape, number).take();
  if constexpr (gil::Layer::kLockFreeReads) {
    if (number < shape->capacity) return inline_fields(object, shape)[number].take();
    Overflow* overflow = overflow_of(object, shape);  // unless the mode has changed, which the shape tells
    if (object->shape.get() != shape) return {};
    if (overflow) return overflow->fields[number - shape->capacity].take();
  }
  Guard guard(object->header);
  return object->shape.get() == shape ? attribute_field(object, shape, number).take() : Ref();
}

Dict* attributes_as_dict(Thread& thread, Object* object) {
  if (Field* own = own_dict_field(object)) return dict_in_field(thread, object, own);
  Shape* shape = object->shape.get();
  if (mode_of(shape) == ShapeMode::None || !has_flag(shape->type, kHasDict)) {
    (void)raise_no_attribute(thread, Value::object(object), thread.names().__dict__);
    return nullptr;
  }
  if (stands_beside(shape)) return dict_beside(thread, object);
  if (mode_of(shape) == ShapeMode::Slots) return slots_as_dict(thread, object);
  if (Object* dict = attributes_of(object, shape).dict_or_overflow.get()) return reinterpret_cast<Dict*>(dict);
  Guard guard(object->header);
  return dict_in_word(thread, object);
}

Dict* table_beside(Thread& thread, Object* object) { return dict_beside(thread, object); }

Value peek_attribute_dict(Thread& thread, Object* object) {
  if (Field* own = own_dict_field(object)) return own->peek();
  const Shape* shape = object->shape.get();
  if (mode_of(shape) != ShapeMode::Dict) return {};
  if (stands_beside(shape)) return find_beside(thread, object);
  Object* dict = attributes_of(object, shape).dict_or_overflow.get();
  if (gil::Layer::kConcurrent && !dict) {  // perhaps on its way
    Guard guard(object->header);
    dict = attributes_of(object, shape).dict_or_overflow.get();
  }
  return dict ? Value::object(dict) : Value();
}

bool replace_attribute_dict(Thread& thread, Object* object, Ref dict) {
  Field* own = own_dict_field(object);
  if (!own && !attributes_as_dict(thread, object)) return false;
  StoppedWorld stopped(thread);  // others hold the old one without counting
  if (own) {
    dict = own->exchange(std::move(dict));
    return true;
  }
  const Shape* shape = object->shape.get();
  if (stands_beside(shape)) {
    std::swap(part_of(thread, object).dicts[object], dict);
    return true;
  }
  Cell<Object*>& word = attributes_of(object, shape).dict_or_overflow;
  Object* old = word.get();
  Value fresh = dict.release();
  word.set(fresh.is_empty() ? nullptr : fresh.as_object());
  dict = Ref::own(old);
  return true;
}

namespace {

// Null: an error is set.
Overflow* larger_overflow(Thread& thread, Overflow* old, uint32_t capacity, uint32_t wanted) {
  if constexpr (!gil::Layer::kLockFreeReads) {
    size_t bytes = old ? overflow_bytes(capacity) : 0;
    return static_cast<Overflow*>(resize_buffer(thread, old, bytes, overflow_bytes(wanted)));
  }
  auto* fresh = static_cast<Overflow*>(allocate_buffer(thread, overflow_bytes(wanted)));
  for (uint32_t i = 0; fresh && i < capacity; ++i) fresh->fields[i].init(Ref::own(old->fields[i].peek()));
  return fresh;
}

}  // namespace

bool grow_overflow(Thread& thread, Object* object, const Shape* shape, uint32_t number) {
  if (number < shape->capacity) return true;
  uint32_t needed = number - shape->capacity + 1;
  Overflow* old = overflow_of(object, shape);
  uint32_t capacity = old ? old->capacity : 0;
  if (needed <= capacity) return true;
  uint32_t wanted = capacity == 0 ? 4 : capacity * 2;
  Overflow* fresh = larger_overflow(thread, old, capacity, wanted);
  if (!fresh) return false;
  fresh->capacity = wanted;
  for (uint32_t i = capacity; i < wanted; ++i) fresh->fields[i].init_empty();
  attributes_of(object, shape).dict_or_overflow.set(reinterpret_cast<Object*>(fresh));
  if constexpr (gil::Layer::kLockFreeReads) {
    for (uint32_t i = 0; i < capacity; ++i) old->fields[i].init_empty();  // who reads it still finds out
    retire_overflow(thread, old);
  }
  return true;
}

void drop_attributes(Thread& thread, Object* object) {
  const Shape* shape = object->shape.get();
  if (mode_of(shape) == ShapeMode::None) return;
  if (stands_beside(shape)) return drop_beside(thread, object);
  Field* fields = inline_fields(object, shape);
  uint32_t inline_count = shape->count < shape->capacity ? shape->count : shape->capacity;
  for (uint32_t i = 0; i < inline_count; ++i) fields[i].end();
  Object* rest = attributes_of(object, shape).dict_or_overflow.get();
  if (!rest) return;
  if (mode_of(shape) == ShapeMode::Dict) {
    attributes_of(object, shape).dict_or_overflow.set(nullptr);
    drop(rest);
    return;
  }
  for (uint32_t i = inline_count; i < shape->count; ++i) attribute_field(object, shape, i).end();
  attributes_of(object, shape).dict_or_overflow.set(nullptr);
  retire_overflow(thread, reinterpret_cast<Overflow*>(rest));
}

void traverse_attributes(Object* object, const Visitor& visitor) {
  const Shape* shape = object->shape.get();
  if (mode_of(shape) == ShapeMode::None) return;
  if (stands_beside(shape)) return visitor(find_beside(current_thread(), object));
  for (uint32_t i = 0; i < shape->count && i < shape->capacity; ++i) visitor(inline_fields(object, shape)[i]);
  Object* rest = attributes_of(object, shape).dict_or_overflow.get();
  if (!rest) return;
  if (mode_of(shape) == ShapeMode::Dict) return visitor(static_cast<const void*>(rest));
  for (uint32_t i = shape->capacity; i < shape->count; ++i) visitor(attribute_field(object, shape, i));
}

size_t size_with_attributes(const Object* object, size_t layout_size) {
  const Shape* shape = object->shape.get();
  if (mode_of(shape) == ShapeMode::None || stands_beside(shape)) return layout_size;
  return shape->offset + sizeof(AttributeStore) + shape->capacity * sizeof(Field);
}

Object* allocate_instance(Thread& thread, Type* type, size_t extra_bytes) {
  Shape* shape = type->root;
  if (mode_of(shape) == ShapeMode::None || stands_beside(shape)) {
    return static_cast<Object*>(allocate_object(thread, shape, type->layout->size + extra_bytes));
  }
  assert(extra_bytes == 0);
  size_t size = shape->offset + sizeof(AttributeStore) + shape->capacity * sizeof(Field);
  auto* object = static_cast<Object*>(allocate_object(thread, shape, size));
  if (!object) return nullptr;
  attributes_of(object, shape).dict_or_overflow.set(nullptr);
  Field* fields = inline_fields(object, shape);
  for (uint32_t i = 0; i < shape->capacity; ++i) fields[i].init_empty();
  return object;
}

Ref make_instance(Thread& thread, Type* type) {
  assert(type->instance_kind == Kind::Instance);
  Object* object = allocate_instance(thread, type);
  return object ? Ref::own(object) : Ref();
}

}  // namespace gillab
