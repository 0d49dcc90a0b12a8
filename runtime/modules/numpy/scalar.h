// numpy's scalars: float64 is a float, int64 and bool_ are objects of their own.
#pragma once

#include "runtime/modules/numpy/array.h"

namespace gillab::numpy {

struct ScalarObject : Object {
  static constexpr Kind kKind = Kind::Extension;
  int64_t bits;
};
struct DTypeObject : Object {
  static constexpr Kind kKind = Kind::Extension;
  Element element;
};

bool is_scalar_object(Thread& thread, Value value, Element* element);  // an int64 or bool_
inline const ScalarObject* scalar_object(Value value) { return static_cast<ScalarObject*>(value.as_object()); }
const char* element_name(Element element);
void add_shared_rows(Thread& thread, Type* type, bool of_arrays);  // array.cpp

}  // namespace gillab::numpy
