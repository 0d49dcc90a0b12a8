// Tuples whose items have names too: sys.version_info, time.struct_time, os.stat_result. Some have fields beyond the
// tuple's items, that are reached by name only.
#pragma once

#include "runtime/native.h"

namespace gillab {

inline constexpr uint32_t kMostFields = 24;

struct StructDef {
  const char* name;           // with its module: "time.struct_time"
  const char* const* fields;  // these live as long as the type. Null: an item without a name
  uint32_t count;             // of all fields, at most kMostFields
  uint32_t items;             // the first of them are the tuple's
  bool scripts_make_it = false;  // type(sequence, dict) is allowed
};
// `constructor` instead of the usual one, for what scripts make.
Type* make_struct_type(Thread& thread, const StructDef& def, const MethodDef* constructor = nullptr);
// Takes the values over: one a field.
Ref make_struct(Thread& thread, Type* type, Ref* values, uint32_t count);
// The value of a field, whether it is an item or not. Borrowed.
Value struct_field(const Tuple* tuple, uint32_t number);
// What type(sequence, dict) makes: a value a field, None where nothing is said. False: an error is set.
bool struct_values(Thread& thread, Type* type, Value sequence, Value dict, Ref* values);

}  // namespace gillab
