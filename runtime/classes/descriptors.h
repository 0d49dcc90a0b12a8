// The built-in descriptors as C++ code uses them. What binding in general is: bind_descriptor in operations.h.
#pragma once

#include "runtime/function.h"

namespace gillab {

Ref make_class_method(Thread& thread, Value callable);
Ref make_static_method(Thread& thread, Value callable);
Ref bind_class_method(Thread& thread, ClassMethod* method, Value owner);

Ref read_property(Thread& thread, Property* property, Value instance);
bool write_property(Thread& thread, Property* property, Value instance, Value value);  // empty value: delete
Ref read_getset(Thread& thread, GetSet* getset, Value instance);
bool write_getset(Thread& thread, GetSet* getset, Value instance, Value value);

// The `set` of what CPython has as a read-only member: AttributeError "readonly attribute".
bool readonly_attribute(Thread& thread, Value self, Value value);

// bool(callable.__isabstractmethod__), as a bool object.
Ref is_abstract_method(Thread& thread, Value callable);

}  // namespace gillab
