// itertools: its types are made by three files; this is what they share.
#pragma once

#include "runtime/containers/iterator_setup.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"

namespace gillab {

bool add_lazy_types(Thread& thread, Module* module);       // itertools.cpp
bool add_grouping_types(Thread& thread, Module* module);   // itertools_group.cpp
bool add_combining_types(Thread& thread, Module* module);  // itertools_combine.cpp

struct IteratorTypeDef {
  const char* name;
  const Layout* layout;
  const char* signature;  // of __new__; null: scripts cannot make one
  NativeCall create;
  NativeCall next;
  NativeCall length_hint;  // or null
};

// Makes the type and adds it to the module under its name (types without a signature are not added). Null: an error is
// set.
Type* add_iterator_type(Thread& thread, Module* module, const IteratorTypeDef& def, const MethodDef* more = nullptr,
                        size_t more_count = 0);

// Gives a type of that name __reduce__ and __setstate__, where it can be copied: itertools_reduce.cpp.
void add_reduction(Thread& thread, Type* type, const char* name);
// A type of this module by its full name.
Type* find_iterator_type(Thread& thread, const char* name);

// An instance of the class that __new__ got as its first argument. Null: an error is set.
template <class T>
T* new_iterator(Thread& thread, Value cls) {
  if (is<Type>(cls)) return static_cast<T*>(allocate_instance(thread, as<Type>(cls), 0));
  return raise(thread, Error::TypeError, "__new__(X): X is not a type object ({})", type_name(thread, cls));
}

// The step of an iterator whose field is empty once it has ended.
inline bool has_ended(const Field& field) { return field.peek().is_empty(); }

}  // namespace gillab
