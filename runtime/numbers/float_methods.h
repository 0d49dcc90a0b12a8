// The methods of float that float_convert.cpp defines for the table in float_type.cpp.
#pragma once

#include "runtime/dict.h"
#include "runtime/native.h"

namespace gillab {

Ref float_new(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref float_fromhex(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref float_hex(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref float_trunc(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref float_floor(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref float_ceil(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref float_round(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref float_as_integer_ratio(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref float_is_integer(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab
