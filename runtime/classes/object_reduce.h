// What copy and pickle ask of any object.
#pragma once

#include "runtime/thread.h"

namespace gillab {

Ref object_reduce(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref object_reduce_ex(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref object_getstate(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab
