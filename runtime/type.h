// Types and shapes. A Type is a Python class; a Shape says, for objects of one type, which attributes they have and
// where. Attribute caches compare a shape's id: it is never reused, and changing a class gives new ids to all its
// shapes and to those of its subclasses, so one comparison covers the instance's layout and the class's content.
#pragma once

#include <vector>

#include "runtime/object.h"
#include "runtime/ref.h"

namespace gillab {

enum class Dunder : uint8_t {
#define GILLAB_DUNDER(name, text) name,
#include "runtime/dunders.def"
#undef GILLAB_DUNDER
  kCount
};
inline constexpr size_t kDunderCount = static_cast<size_t>(Dunder::kCount);

struct Visitor {  // what Layout::traverse calls for every counted reference an object holds
  void (*visit)(Value, void*);
  void* context;
  void operator()(Value value) const {
    if (value.is_object()) visit(value, context);
  }
  void operator()(const Field& field) const { (*this)(field.peek()); }
  void operator()(const void* object) const {
    if (object) visit(Value::object(object), context);
  }
};

struct ExportedMemory;  // bytes.h

// How objects of a C++ struct are made of. One constant a struct.
struct Layout {
  const char* name;
  uint32_t size;         // of the fixed part; attributes of subclasses come after it (variable-sized ones: out of line)
  bool container;        // may be part of a cycle: traverse and clear are set
  void (*destroy)(Thread&, Object*);             // drops the fields and calls free_object
  void (*traverse)(Object*, const Visitor&) = nullptr;
  void (*clear)(Thread&, Object*) = nullptr;     // drops what can close a cycle; the object stays valid
  void (*memory)(Object*, ExportedMemory*) = nullptr;  // of bytes-like objects: the memory memoryviews look at
};

enum class ShapeMode : uint8_t {
  None,      // no attributes of its own (immediates, str, list ...)
  Slots,     // attributes stand in the object, from `offset`; those past `capacity` in the overflow array
  Dict,      // attributes are in a dict: somebody asked for __dict__ or deleted one
};

// Instances with attributes have, right after their Layout's struct, one word: Attributes (overflow array or dict),
// then `capacity` Fields.
struct Shape : ShapeHead {
  Type* type;
  Shape* parent;        // the shape without the last attribute; null for a root
  Str* last_name;       // interned; owned
  uint32_t count;       // how many attributes
  uint32_t capacity;    // how many stand in the object
  uint32_t offset;      // bytes from the object to its Attributes word
  Shape* dict_shape;    // of a root: what instances change to for ShapeMode::Dict
  Cell<Shape*> child;   // the newest of the shapes with one attribute more
  Shape* sibling;       // the next older child of the same parent
  struct Index;
  Cell<Index*> index;   // name -> number, for shapes with many attributes; built when needed
};

inline constexpr uint32_t kNoAttribute = ~0u;
// The attribute's number in objects of this shape (mode Slots), or kNoAttribute.
uint32_t find_attribute(const Shape* shape, Str* interned_name);
// The shape with one attribute more. Null: memory is out (an error is set), or the class has too many shapes (none is).
Shape* add_attribute(Thread& thread, Shape* shape, Str* interned_name);

enum TypeFlags : uint32_t {
  kHeapType = 1,           // made by a class statement or type(): counted by its instances
  kBaseType = 2,           // may be subclassed
  kHasDict = 4,            // instances have attributes of their own
  kHasWeakref = 8,         // instances can be weakly referenced
  kAbstract = 16,          // __abstractmethods__ is not empty
  kPlainGetAttribute = 32, // __getattribute__ is object's and there is no __getattr__
  kPlainSetAttribute = 64, // __setattr__ and __delattr__ are object's
  kImmutable = 128,        // attributes of the type cannot be set
  kNoInstances = 256,      // "cannot create 'x' instances"
  kSequencePattern = 512,  // what match statements ask (list, tuple, range ... and registered ones)
  kMappingPattern = 1024,
  kSelfPattern = 2048,     // `int(x)` in a match binds the subject itself
  kPlainNew = 4096,        // __new__ is object's
  kPlainInit = 8192,       // __init__ is object's
  kOwnGuards = 16384,      // its methods in C++ stand for themselves where threads run at once: they change nothing, or
                           // guard what they change. Those of all other types run under a Guard of self
};

struct Type : Object {
  static constexpr Kind kKind = Kind::Type;
  const char* native_name;   // null for heap types
  Field name;                // str
  Field qualified_name;      // str
  Field bases;               // tuple. This, mro, base, root and dunders change only while the world is stopped
  Field mro;                 // tuple
  Field dict;                // the namespace
  Type* base;                // the one that decides the layout; owned through bases
  const Layout* layout;
  Kind instance_kind;
  Cell<uint32_t> flags;
  uint32_t inline_capacity;  // attributes that new instances have room for
  uint32_t slot_count;       // members made by __slots__, they stand first among the inline fields
  Shape* root;               // the shape of a new instance
  std::vector<Shape*>* shapes;        // all shapes of instances, owned. Under Interpreter::types_lock, as the next
  std::vector<Type*>* subclasses;     // direct ones, not counted; in the order they were made
  const void* module_data;            // for types of C++ modules
  Cell<Value> dunders[kDunderCount];  // found through the MRO, borrowed from the namespaces; empty where there is none
};

inline Type* type_of(const Object* object) { return object->shape.get()->type; }
Type* type_of(Thread& thread, Value value);  // immediates too
inline bool has_flag(const Type* type, uint32_t flag) { return (type->flags.get() & flag) != 0; }
bool is_subtype(const Type* type, const Type* base);  // by MRO: no hooks are asked
inline Value dunder_of(const Type* type, Dunder dunder) {
  return type->dunders[static_cast<size_t>(dunder)].get();
}

// A row of the cache of lookups: right while the id is that of the class's root shape. Only absence and descriptors are kept:
// plain data may be replaced without new ids.
struct LookupEntry {
  uint32_t id;
  Str* name;
  Value value;  // borrowed
};
// Looks the name up in the MRO's namespaces, without descriptors. Empty (and no error) when absent.
Held find_in_type(Thread& thread, const Type* type, Str* interned_name);
// The same, borrowed: only for what is compared or known to be a descriptor, which stays until the world is stopped.
Value lookup_in_type(Thread& thread, Type* type, Str* interned_name);
// The one way to change a class's namespace: keeps dunders, flags and shape ids true. An empty value deletes.
bool set_type_attribute(Thread& thread, Type* type, Str* interned_name, Value value);
// A new class, as type(name, bases, namespace, **keywords) makes it (no __prepare__; __set_name__ and
// __init_subclass__ are called).
Ref make_class(Thread& thread, Type* metatype, Str* name, Tuple* bases, Dict* namespace_, const Value* keyword_values,
               Tuple* keyword_names);
// An instance with its attributes unset. Not for types with a C++ __new__ of their own.
Ref make_instance(Thread& thread, Type* type);

// The Attributes word and the fields of an object whose shape has mode Slots or Dict.
// Readers take no guard where the layer allows that. So the word is emptied before the object's mode changes and set
// after; an array that was replaced has had its fields emptied; and a field never becomes another attribute's.
struct AttributeStore {
  Cell<Object*> dict_or_overflow;  // Dict mode: the Dict. Slots mode: null or the overflow array (an Overflow)
};
struct Overflow {
  uint32_t capacity;
  Field fields[1];
};
inline AttributeStore& attributes_of(Object* object, const Shape* shape) {
  return *reinterpret_cast<AttributeStore*>(reinterpret_cast<char*>(object) + shape->offset);
}
inline Field* inline_fields(Object* object, const Shape* shape) {
  return reinterpret_cast<Field*>(reinterpret_cast<char*>(object) + shape->offset + sizeof(AttributeStore));
}
Field& attribute_field(Object* object, const Shape* shape, uint32_t number);  // under the Guard, and with this shape
// The value of that attribute in an object that had this shape a moment ago. Empty: it is not set, or, where threads run
// at once, the shape may be another one now: look again.
Ref read_attribute(Object* object, const Shape* shape, uint32_t number);

// The object's attributes as a real dict from now on (mode Dict). Null with an error set when it has none.
Dict* attributes_as_dict(Thread& thread, Object* object);
// Called by Layout::destroy, traverse and clear of every layout whose types can have subclasses with attributes.
void drop_attributes(Thread& thread, Object* object);
void traverse_attributes(Object* object, const Visitor& visitor);
// Bytes of the object with its attribute store, for allocate_object and free_object.
size_t size_with_attributes(const Object* object, size_t layout_size);

}  // namespace gillab
