// Pieces of attribute access that built-in types share; what everybody calls stands in operations.h.
#pragma once

#include "runtime/classes/attribute_store.h"
#include "runtime/errors.h"

namespace gillab {

bool is_data_descriptor(Thread& thread, Value value);
// From the object's own fields or dict; empty, no error: absent.
Ref instance_attribute(Thread& thread, Value object, Str* name);
Ref module_get_attribute(Thread& thread, Value module, Str* name);
// type.__setattr__: an empty value deletes.
bool type_set_attribute(Thread& thread, Type* type, Str* name, Value value);
// An argument that names an attribute, interned. Null: TypeError "attribute name must be string, not 'T'".
Str* attribute_name(Thread& thread, Value value);
// Gives the pending AttributeError its name and obj.
Failed name_attribute_error(Thread& thread, Value object, Str* name);

}  // namespace gillab
