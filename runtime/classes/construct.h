// What the __new__ functions of built-in types share. The allocation itself stands in type.h and memory.h.
#pragma once

#include "runtime/errors.h"
#include "runtime/interpreter.h"

namespace gillab {

// (type_build.h) An object of the type's layout with the shape of the class and no attributes yet; the layout's own
// fields are uninitialised.
Object* allocate_instance(Thread& thread, Type* type, size_t extra_bytes);

// The first argument of __new__. Null with a TypeError set unless it is `base` or a subclass of it.
inline Type* class_argument(Thread& thread, Value value, Type* base) {
  std::string_view name = name_of_type(base);
  if (!is<Type>(value)) {
    return raise(thread, Error::TypeError, "{}.__new__(X): X is not a type object ({})", name,
                 type_name(thread, value));
  }
  Type* type = as<Type>(value);
  if (type == base || is_subtype(type, base)) return type;
  return raise(thread, Error::TypeError, "{}.__new__({}): {} is not a subtype of {}", name, name_of_type(type),
               name_of_type(type), name);
}

// __name__, where messages use the full "collections.deque".
inline std::string_view short_type_name(Thread& thread, Value value) {
  std::string_view name = type_name(thread, value);
  return name.substr(name.rfind('.') + 1);
}

inline void add_type_flags(Type* type, uint32_t flags) { type->flags.set(type->flags.get() | flags); }

}  // namespace gillab
