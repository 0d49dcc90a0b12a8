// types.SimpleNamespace: an object that is nothing but its attributes, and shows them.
#pragma once

#include "runtime/native.h"

namespace gillab {

struct Dict;
Type* simple_namespace_type(Thread& thread);  // null: an error is set
Ref make_simple_namespace(Thread& thread, Dict* attributes);

}  // namespace gillab
