// str(x), int(x), float(x), type(x) and bool(x) of exact built-in values, without the way over __new__.
#pragma once

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

// Empty, with no error set: the type has to be called as any other.
Ref convert_quickly(Thread& thread, Type* type, Value value);

}  // namespace gillab
