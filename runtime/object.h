// The object header, kinds, casts and counting. What a type or a shape is stands in type.h.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "gil/layer_alias.h"
#include "runtime/value.h"

namespace gillab {

using gil::Cell;
using gil::Guard;

struct Thread;
struct Interpreter;
struct Shape;
struct Type;
struct Str;
struct Tuple;
struct List;
struct Dict;
struct Function;
struct Code;
struct Frame;

enum class Kind : uint8_t {
#define GILLAB_KIND(name) name,
#include "runtime/kinds.def"
#undef GILLAB_KIND
  kCount
};

enum ObjectFlags : uint8_t {
  kHasWeakRefs = 1,   // the interpreter's table knows weak references to it
  kFinalized = 2,     // __del__ has run
  kFreeBlock = 4,     // not an object: a block on a free list
  kInterned = 16,     // a str that the table of names knows
};
inline constexpr int kGenerationShift = 5;  // two bits of the flags: what age the cycle collector gives the object

// 16 bytes in every layer. The shape says the type, and for instances where the attributes are.
struct Object {
  gil::Header header;
  Cell<Shape*> shape;
};
static_assert(sizeof(Object) == 16);

// The first part of every Shape (type.h), here so that a check of kind is one load and one comparison.
struct ShapeHead {
  uint32_t id;       // never reused; changes when the class or a base of it changes; 0 matches no cache
  Kind kind;
  bool exact;        // the built-in type itself, not a subclass
  uint8_t mode;      // ShapeMode
  uint8_t traits;    // ShapeTraits
};
enum ShapeTraits : uint8_t {
  kHasFinalizer = 1,  // __del__ somewhere in the class's MRO
  kOfHeapType = 2,    // each object holds a reference to its type
  kIsContainer = 4,   // the layout's objects can be part of a cycle
};
inline const ShapeHead& head_of(const Object* object) { return *reinterpret_cast<const ShapeHead*>(object->shape.get()); }
inline Kind kind_of(const Object* object) { return head_of(object).kind; }

// is<List>(v): a list or an instance of a subclass. is_exact<List>(v): exactly a list.
template <class T>
bool is(Value value) { return value.is_object() && kind_of(value.as_object()) == T::kKind; }
template <class T>
bool is_exact(Value value) {
  if (!value.is_object()) return false;
  const ShapeHead& head = head_of(value.as_object());
  return head.kind == T::kKind && head.exact;
}
// REQUIRES: the value is an object of that kind
template <class T>
T* as(Value value) {
  assert(value.is_object() && kind_of(value.as_object()) == T::kKind);
  return reinterpret_cast<T*>(value.as_object());
}

// Single flags, of an object that this thread owns or guards.
inline void set_flags(Object* object, uint8_t bits) { gil::set_flags(object->header, bits); }
inline void clear_flags(Object* object, uint8_t bits) { gil::clear_flags(object->header, bits); }

void destroy(Object* object);  // the count has reached zero
// The objects whose last reference another thread gave back to this one, which was asked to kMerge.
void destroy_given_back(Thread& thread);
void disown_objects(Thread& thread);  // of a thread that ends: from now on others see to what they give back last
void destroy_all_given_back(Thread& thread);  // to any thread

inline void take(Object* object) {
  assert(!(object->header.flags & kFreeBlock));
  gil::Count::take(object->header);
}
inline void drop(Object* object) {
  assert(!(object->header.flags & kFreeBlock));
  if (gil::Count::drop(object->header)) [[unlikely]] destroy(object);
}
[[gnu::always_inline]] inline void take(Value value) {
  if (value.is_object()) take(value.as_object());
}
inline void drop(Value value) {
  if (value.is_object()) drop(value.as_object());
}

}  // namespace gillab
