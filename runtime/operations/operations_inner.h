// What the files operations_*.cpp share and nobody else needs.
#pragma once

#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/native.h"
#include "runtime/operations.h"

namespace gillab {

inline Type* quick_type_of(Thread& thread, Value value) {
  if (value.is_object()) [[likely]]
    return type_of(value.as_object());
  return type_of(thread, value);
}

// call_special, but the end of an iteration comes as Value::exhausted().
Ref call_special_raw(Thread& thread, Value method, const Value* args, uint32_t count);

// The left operand's own method, or with `reflected` the right one's, has answered NotImplemented: what follows.
Ref binary_refused(Thread& thread, Binary op, bool in_place, Value left, Value right, bool reflected);
Ref compare_refused(Thread& thread, Compare op, Value left, Value right);

// Its instances are sequences: a class of scripts with subscripts, or one in C++ with a length too (others are mappings).
bool has_items(const Type* type);

// The method is object's own: what it does is known without calling it.
inline bool is_of_object(Thread& thread, Value method) {
  return is<Native>(method) && as<Native>(method)->owner == thread.types().object;
}

// The object's type has not replaced what `type`, a base of it, does. REQUIRES: is_object()
inline bool has_method_of(const Type* type, Value object, Dunder dunder) {
  return dunder_of(type_of(object.as_object()), dunder) == dunder_of(type, dunder);
}

inline bool is_exact_int(Value value) { return value.is_int() || is_exact<BigInt>(value); }
// An exact float, or an immediate int, which always converts.
inline bool quick_double(Value value, double* result) {
  if (value.is_float())
    *result = value.as_float();
  else if (value.is_int())
    *result = static_cast<double>(value.as_int());
  else if (is_exact<FloatBox>(value))
    *result = as<FloatBox>(value)->number;
  else
    return false;
  return true;
}

}  // namespace gillab
