// Shapes: which attributes instances of a class have and where they stand. What is stored there: attribute_store.cpp.
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

Shape* new_shape(Thread& thread, Type* type) {
  auto* shape = new (std::nothrow) Shape();
  if (!shape) {
    (void)raise_memory_error(thread);
    return nullptr;
  }
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
  uint32_t& next = thread.interpreter->next_shape_id;
  return next == 0 ? 0 : next++;
}

uint32_t find_attribute(const Shape* shape, Str* interned_name) {
  if (shape->index) return find_in_index(shape->index, interned_name);
  uint32_t steps = 0;
  for (const Shape* each = shape; each->parent; each = each->parent) {
    if (each->last_name == interned_name) return each->count - 1;
    ++steps;
  }
  if (steps > kLinearLimit) const_cast<Shape*>(shape)->index = build_index(shape);
  return kNoAttribute;
}

Shape* add_attribute(Thread& thread, Shape* shape, Str* interned_name) {
  Guard guard(shape->type->header);
  if (shape->transitions) {
    for (Shape* next : *shape->transitions) {
      if (next->last_name == interned_name) return next;
    }
  }
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
  if (!shape->transitions) shape->transitions = new std::vector<Shape*>();
  shape->transitions->push_back(next);
  return next;
}

Shape* make_root_shape(Thread& thread, Type* type) {
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
    std::free(shape->index);
    delete shape->transitions;
    delete shape;
  }
  delete type->shapes;
  type->shapes = nullptr;
  type->root = nullptr;
}

}  // namespace gillab
