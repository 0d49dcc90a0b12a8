// Tuples whose items have names too: sys.version_info, time.struct_time, os.stat_result.
#pragma once

#include "runtime/native.h"

namespace gillab {

// `fields` must live as long as the type; at most kMostFields of them.
inline constexpr uint32_t kMostFields = 24;
// scripts_make_it: type(sequence) is allowed.
Type* make_struct_type(Thread& thread, const char* module, const char* name, const char* const* fields, uint32_t count,
                       bool scripts_make_it = false);
// Takes the values over.
Ref make_struct(Thread& thread, Type* type, Ref* values, uint32_t count);

}  // namespace gillab
