// The natives behind type.__call__, __new__ and __init__ of type and object (signature "*").
#pragma once

#include "runtime/thread.h"

namespace gillab {

Ref type_call(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref type_new(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref type_init(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref object_new(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref object_init(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab
