// float and complex. Most floats are immediate (value.h); the others live in a FloatBox.
#pragma once

#include <string_view>

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

struct FloatBox : Object {  // also instances of subclasses of float
  static constexpr Kind kKind = Kind::Float;
  double number;
};

struct Complex : Object {
  static constexpr Kind kKind = Kind::Complex;
  double real;
  double imaginary;
};

Ref make_boxed_float(Thread& thread, double number);
inline Ref make_float(Thread& thread, double number) {
  Value value = Value::try_float(number);
  if (value.is_float()) [[likely]]
    return Ref::own(value);
  return make_boxed_float(thread, number);
}
inline bool is_floating(Value value) { return value.is_float() || is<FloatBox>(value); }
inline double float_of(Value value) {  // REQUIRES: is_floating(value)
  return value.is_float() ? value.as_float() : as<FloatBox>(value)->number;
}
Ref make_complex(Thread& thread, double real, double imaginary);

Ref float_repr(Thread& thread, double number);                                   // shortest that reads back
Ref float_binary(Thread& thread, uint8_t binary_op, double left, double right);  // with ZeroDivisionError
bool parse_float(std::string_view text, double* result);  // Python's syntax: underscores, inf, nan, spaces around
int64_t hash_double(double number);

}  // namespace gillab
