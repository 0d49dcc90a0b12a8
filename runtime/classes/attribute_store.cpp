// Where the attributes of instances stand: fields in the object, the overflow array, a dict, or (objects of variable
// size, behind which nothing can stand) a table beside. How they are looked up: attributes.cpp.
#include "runtime/classes/attribute_store.h"

#include <mutex>
#include <unordered_map>

#include "runtime/dict.h"
#include "runtime/errors.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

struct AttributeTable {
  std::mutex mutex;
  std::unordered_map<const Object*, Ref> dicts;
};

// What is still in it goes with the heap: nobody could run its finalizers any more.
void free_attribute_table(Interpreter& interpreter) {
  AttributeTable* table = std::exchange(interpreter.beside_attributes, nullptr);
  if (table && table->dicts.empty()) delete table;
}

namespace {

bool stands_beside(const Shape* shape) { return shape->offset == 0; }
ShapeMode mode_of(const Shape* shape) { return static_cast<ShapeMode>(shape->mode); }

AttributeTable& table_of(Thread& thread) {
  Interpreter* interpreter = thread.interpreter;
  if (!interpreter->beside_attributes) interpreter->beside_attributes = new AttributeTable();
  return *interpreter->beside_attributes;
}

Value find_beside(Thread& thread, const Object* object) {
  AttributeTable* table = thread.interpreter->beside_attributes;
  if (!table) return {};
  std::lock_guard lock(table->mutex);
  auto found = table->dicts.find(object);
  return found == table->dicts.end() ? Value() : found->second.get();
}

Dict* dict_beside(Thread& thread, Object* object) {
  Value found = find_beside(thread, object);
  if (!found.is_empty()) return as<Dict>(found);
  Ref made = make_dict(thread);
  if (!made) return nullptr;
  Dict* dict = made.as<Dict>();
  AttributeTable& table = table_of(thread);
  std::lock_guard lock(table.mutex);
  table.dicts[object] = std::move(made);
  return dict;
}

void drop_beside(Thread& thread, Object* object) {
  AttributeTable* table = thread.interpreter->beside_attributes;
  if (!table) return;
  Ref old;
  std::lock_guard lock(table->mutex);
  auto found = table->dicts.find(object);
  if (found == table->dicts.end()) return;
  old = std::move(found->second);
  table->dicts.erase(found);
}

Overflow* overflow_of(Object* object, const Shape* shape) {
  return reinterpret_cast<Overflow*>(attributes_of(object, shape).dict_or_overflow);
}
size_t overflow_bytes(uint32_t capacity) { return sizeof(Overflow) + (capacity - 1) * sizeof(Field); }

void free_overflow(Thread& thread, Object* object, const Shape* shape) {
  Overflow* overflow = overflow_of(object, shape);
  if (!overflow) return;
  attributes_of(object, shape).dict_or_overflow = nullptr;
  free_buffer(thread, overflow, overflow_bytes(overflow->capacity));
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

void become_dict(Thread& thread, Object* object, const Shape* shape, Ref dict) {
  std::vector<Ref> old;  // die after the change is whole
  for (uint32_t i = shape->type->slot_count; i < shape->count; ++i) {
    old.push_back(attribute_field(object, shape, i).exchange({}));
  }
  free_overflow(thread, object, shape);
  attributes_of(object, shape).dict_or_overflow = dict.release().as_object();
  object->shape.set(shape->dict_shape);
}

Dict* slots_as_dict(Thread& thread, Object* object) {
  for (;;) {
    Shape* shape = object->shape.get();
    Ref made = make_dict(thread, shape->count);
    if (!made || !fill_dict(thread, object, shape, made.as<Dict>())) return nullptr;
    Guard guard(object->header);
    if (object->shape.get() != shape) continue;
    Dict* dict = made.as<Dict>();
    become_dict(thread, object, shape, std::move(made));
    return dict;
  }
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

Dict* attributes_as_dict(Thread& thread, Object* object) {
  if (Field* own = own_dict_field(object)) {
    if (own->peek().is_empty()) {
      Ref made = make_dict(thread);
      if (!made) return nullptr;
      own->put(std::move(made));
    }
    return as<Dict>(own->peek());
  }
  Shape* shape = object->shape.get();
  if (mode_of(shape) == ShapeMode::None || !has_flag(shape->type, kHasDict)) {
    (void)raise_no_attribute(thread, Value::object(object), thread.names().__dict__);
    return nullptr;
  }
  if (stands_beside(shape)) return dict_beside(thread, object);
  if (mode_of(shape) == ShapeMode::Slots) return slots_as_dict(thread, object);
  AttributeStore& store = attributes_of(object, shape);
  if (!store.dict_or_overflow) {
    Ref made = make_dict(thread);
    if (!made) return nullptr;
    store.dict_or_overflow = made.release().as_object();
  }
  return reinterpret_cast<Dict*>(store.dict_or_overflow);
}

Dict* table_beside(Thread& thread, Object* object) { return dict_beside(thread, object); }

Value peek_attribute_dict(Thread& thread, Object* object) {
  if (Field* own = own_dict_field(object)) return own->peek();
  const Shape* shape = object->shape.get();
  if (mode_of(shape) != ShapeMode::Dict) return {};
  if (stands_beside(shape)) return find_beside(thread, object);
  Object* dict = attributes_of(object, shape).dict_or_overflow;
  return dict ? Value::object(dict) : Value();
}

bool replace_attribute_dict(Thread& thread, Object* object, Ref dict) {
  if (Field* own = own_dict_field(object)) {
    own->put(std::move(dict));
    return true;
  }
  if (!attributes_as_dict(thread, object)) return false;
  const Shape* shape = object->shape.get();
  if (stands_beside(shape)) {
    AttributeTable& table = table_of(thread);
    std::lock_guard lock(table.mutex);
    std::swap(table.dicts[object], dict);
    return true;
  }
  Value fresh = dict.release();
  Object* old =
      std::exchange(attributes_of(object, shape).dict_or_overflow, fresh.is_empty() ? nullptr : fresh.as_object());
  if (old) drop(old);
  return true;
}

bool grow_overflow(Thread& thread, Object* object, const Shape* shape, uint32_t number) {
  if (number < shape->capacity) return true;
  uint32_t needed = number - shape->capacity + 1;
  Overflow* old = overflow_of(object, shape);
  uint32_t capacity = old ? old->capacity : 0;
  if (needed <= capacity) return true;
  uint32_t wanted = capacity == 0 ? 4 : capacity * 2;
  auto* fresh =
      static_cast<Overflow*>(resize_buffer(thread, old, old ? overflow_bytes(capacity) : 0, overflow_bytes(wanted)));
  if (!fresh) return false;
  fresh->capacity = wanted;
  for (uint32_t i = capacity; i < wanted; ++i) fresh->fields[i].init_empty();
  attributes_of(object, shape).dict_or_overflow = reinterpret_cast<Object*>(fresh);
  return true;
}

void drop_attributes(Thread& thread, Object* object) {
  const Shape* shape = object->shape.get();
  if (mode_of(shape) == ShapeMode::None) return;
  if (stands_beside(shape)) return drop_beside(thread, object);
  Field* fields = inline_fields(object, shape);
  uint32_t inline_count = shape->count < shape->capacity ? shape->count : shape->capacity;
  for (uint32_t i = 0; i < inline_count; ++i) fields[i].clear();
  Object* rest = attributes_of(object, shape).dict_or_overflow;
  if (!rest) return;
  if (mode_of(shape) == ShapeMode::Dict) {
    attributes_of(object, shape).dict_or_overflow = nullptr;
    drop(rest);
    return;
  }
  for (uint32_t i = inline_count; i < shape->count; ++i) attribute_field(object, shape, i).clear();
  free_overflow(thread, object, shape);
}

void traverse_attributes(Object* object, const Visitor& visitor) {
  const Shape* shape = object->shape.get();
  if (mode_of(shape) == ShapeMode::None) return;
  if (stands_beside(shape)) return visitor(find_beside(current_thread(), object));
  for (uint32_t i = 0; i < shape->count && i < shape->capacity; ++i) visitor(inline_fields(object, shape)[i]);
  Object* rest = attributes_of(object, shape).dict_or_overflow;
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
  attributes_of(object, shape).dict_or_overflow = nullptr;
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
