// The Layout of an object that holds nothing but Fields (and plain data): made from the list of its Fields.
#pragma once

#include "runtime/memory.h"
#include "runtime/type.h"

namespace gillab {

template <class T, Field T::*... fields>
struct FieldLayout {
  static void drop_fields(T* object) { ((object->*fields).clear(), ...); }
  static void destroy(Thread& thread, Object* object) {
    drop_fields(static_cast<T*>(object));
    drop_attributes(thread, object);
    free_object(thread, object, size_with_attributes(object, sizeof(T)));
  }
  static void traverse(Object* object, const Visitor& visitor) {
    (visitor(static_cast<T*>(object)->*fields), ...);
    traverse_attributes(object, visitor);
  }
  static void clear(Thread& thread, Object* object) {
    drop_fields(static_cast<T*>(object));
    drop_attributes(thread, object);
  }
  static void start(T* object) { ((object->*fields).init_empty(), ...); }
  static constexpr Layout named(const char* name) { return {name, sizeof(T), true, destroy, traverse, clear}; }
};

}  // namespace gillab
