// The Layout of an object that holds nothing but Fields (and plain data): made from the list of its Fields.
#pragma once

#include "runtime/thread.h"

namespace gillab {

// The last step of a Layout's destroy: the attributes, if it has any, and the memory.
inline void free_with_attributes(Thread& thread, Object* object, size_t layout_size) {
  if (head_of(object).mode == static_cast<uint8_t>(ShapeMode::None)) [[likely]]
    return free_quickly(thread, object, layout_size);
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, layout_size));
}

template <class T, Field T::*... fields>
struct FieldLayout {
  static void drop_fields(T* object) { ((object->*fields).end(), ...); }
  static void destroy(Thread& thread, Object* object) {
    drop_fields(static_cast<T*>(object));
    free_with_attributes(thread, object, sizeof(T));
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
