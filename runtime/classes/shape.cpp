// Shapes: which attributes instances of a class have and where they stand. What is stored there: attribute_store.cpp.
// Thread safety: a shape is complete before anybody can find it, and changes only in its id and traits, while the world
// is stopped, and in its children and index, which grow under Interpreter::types_lock and are read without.
#include <cstdlib>

#include "runtime/errors.h"
#include "runtime/interpreter.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"
#include "runtime/sizes.h"

namespace gillab {

// A small open table from interned name to number, by pointer.
struct Shape::Index {
  uint32_t mask;
  struct Slot {
    Str* name;
    uint32_t number;
  } slots[1];
};

namespace {

constexpr uint32_t kLinearLimit = usual_or_smallest(8u, 1u);  // up to so many own attributes, walking the parents is as fast as hashing

size_t spread(const Str* name) { return (reinterpret_cast<uintptr_t>(name) >> 4) * 0x9E3779B97F4A7C15u >> 32; }

Shape::Index* build_index(const Shape* shape) {
  uint32_t slots = 32;
  while (slots < shape->count * 2) slots *= 2;
  auto* index = static_cast<Shape::Index*>(std::calloc(1, sizeof(Shape::Index) + slots * sizeof(Shape::Index::Slot)));
  if (!index) return nullptr;
  index->mask = slots - 1;
  for (const Shape* each = shape; each->parent; each = each->parent) {
    size_t at = spread(each->last_name) & index->mask;
    while (index->slots[at].name) at = (at + 1) & index->mask;
    index->slots[at] = {each->last_name, each->count - 1};
  }
  return index;
}

constexpr size_t kMaximumShapes = usual_or_smallest<size_t>(4096, 16);  // of one class

void publish_index(Shape* shape) {
  Shape::Index* made = build_index(shape);
  TableLocked lock(current_thread().interpreter->types_lock);
  if (shape->index.get()) return std::free(made);  // another thread was faster
  shape->index.set(made);
}

uint32_t find_in_index(const Shape::Index* index, const Str* name) {
  for (size_t at = spread(name) & index->mask; index->slots[at].name; at = (at + 1) & index->mask) {
    if (index->slots[at].name == name) return index->slots[at].number;
  }
  return kNoAttribute;
}

// A type in C++ that extends a built-in one (defaultdict) is a subclass like any other.
bool is_builtin_itself(const Type* type) {
  if (has_flag(type, kHeapType)) return false;
  Kind kind = type->instance_kind;
  bool shared = kind == Kind::Instance || kind == Kind::Extension || kind == Kind::Exception;
  return shared || !type->base || type->base->instance_kind != kind;
}

// Null: memory is out. REQUIRES: types_lock is held
Shape* new_shape(Thread& thread, Type* type) {
  auto* shape = new (std::nothrow) Shape();
  if (!shape) return nullptr;
  shape->id = new_shape_id(thread);
  shape->kind = type->instance_kind;
  shape->exact = is_builtin_itself(type);
  shape->type = type;
  if (!type->shapes) type->shapes = new std::vector<Shape*>();
  type->shapes->push_back(shape);
  return shape;
}

}  // namespace

uint32_t new_shape_id(Thread& thread) {
  std::atomic<uint32_t>& next = thread.interpreter->next_shape_id;
  uint32_t id = next.load(std::memory_order_relaxed);
  while (id != 0 && !next.compare_exchange_weak(id, id + 1, std::memory_order_relaxed)) {}
  return id;
}

uint32_t find_attribute(const Shape* shape, Str* interned_name) {
  if (const Shape::Index* index = shape->index.get()) return find_in_index(index, interned_name);
  uint32_t steps = 0;
  for (const Shape* each = shape; each->parent; each = each->parent) {
    if (each->last_name == interned_name) return each->count - 1;
    ++steps;
  }
  if (steps > kLinearLimit) publish_index(const_cast<Shape*>(shape));
  return kNoAttribute;
}

namespace {

Shape* find_child(const Shape* shape, const Str* name) {
  Shape* each = shape->child.get();
  while (each && each->last_name != name) each = each->sibling;
  return each;
}

// Null: memory is out. REQUIRES: types_lock is held, and the shape has no such child
Shape* new_child(Thread& thread, Shape* shape, Str* interned_name) {
  Shape* next = new_shape(thread, shape->type);
  if (!next) return nullptr;
  next->mode = shape->mode;
  next->traits = shape->traits;
  next->parent = shape;
  take(interned_name);
  next->last_name = interned_name;
  next->count = shape->count + 1;
  next->capacity = shape->capacity;
  next->offset = shape->offset;
  next->dict_shape = shape->dict_shape;
  next->sibling = shape->child.get();
  shape->child.set(next);
  return next;
}

// Null: memory is out. REQUIRES: types_lock is held
Shape* new_root(Thread& thread, Type* type) {
  Shape* root = new_shape(thread, type);
  if (!root) return nullptr;
  bool slots = type->slot_count > 0;
  bool attributes = has_flag(type, kHasDict) && type->instance_kind != Kind::Type;
  root->mode = static_cast<uint8_t>(ShapeMode::None);
  bool heap = has_flag(type, kHeapType);  // each instance refers to its class, and may so be part of a cycle
  root->traits = (type->layout->container || heap || slots || attributes ? kIsContainer : 0) | (heap ? kOfHeapType : 0);
  if (dunder_of(type, Dunder::Del).bits() != Value::empty().bits()) root->traits |= kHasFinalizer;
  switch (type->instance_kind) {  // these keep their attributes in a dict of their own, found by own_dict_field
    case Kind::Type:
    case Kind::Module:
    case Kind::Function:
    case Kind::ClassMethod:
    case Kind::StaticMethod:
      attributes = false;
      break;
    default:
      break;
  }
  if (!slots && !attributes) return root;
  root->offset = (type->layout->size + 7) & ~7u;
  root->count = type->slot_count;
  root->capacity = type->slot_count + (attributes ? type->inline_capacity : 0);
  root->mode = static_cast<uint8_t>(ShapeMode::Slots);
  switch (type->instance_kind) {  // of variable size: nothing can follow them, the attributes are in a table beside
    case Kind::Str:
    case Kind::Tuple:
    case Kind::Bytes:
      root->offset = 0;
      root->capacity = 0;
      root->mode = static_cast<uint8_t>(ShapeMode::Dict);
      return root;
    default:
      break;
  }
  if (!attributes) return root;
  Shape* with_dict = new_shape(thread, type);
  if (!with_dict) return nullptr;
  with_dict->mode = static_cast<uint8_t>(ShapeMode::Dict);
  with_dict->traits = root->traits;
  with_dict->offset = root->offset;
  with_dict->count = root->count;
  with_dict->capacity = root->capacity;
  root->dict_shape = with_dict;
  with_dict->dict_shape = with_dict;
  return root;
}

}  // namespace

Shape* add_attribute(Thread& thread, Shape* shape, Str* interned_name) {
  if (Shape* known = find_child(shape, interned_name)) return known;
  Shape* next;
  {
    TableLocked lock(thread.interpreter->types_lock);
    if (Shape* known = find_child(shape, interned_name)) return known;
    if (shape->type->shapes->size() >= kMaximumShapes) return nullptr;
    next = new_child(thread, shape, interned_name);
  }
  return next ? next : raise_memory_error(thread);
}

Shape* make_root_shape(Thread& thread, Type* type) {
  Shape* root;
  {
    TableLocked lock(thread.interpreter->types_lock);
    root = new_root(thread, type);
  }
  return root ? root : raise_memory_error(thread);
}

// REQUIRES: the world is stopped, where others run
void renew_shapes(Thread& thread, Type* type) {
  if (type->shapes) {
    for (Shape* shape : *type->shapes) shape->id = new_shape_id(thread);
  }
  if (!type->subclasses) return;
  for (Type* each : *type->subclasses) renew_shapes(thread, each);
}

void free_shapes(Type* type) {
  if (!type->shapes) return;
  for (Shape* shape : *type->shapes) {
    if (shape->last_name) drop(shape->last_name);
    std::free(shape->index.get());
    delete shape;
  }
  delete type->shapes;
  type->shapes = nullptr;
  type->root = nullptr;
}

}  // namespace gillab
