// The module math in its files: math.cpp (functions of one and two floats), math_integers.cpp, math_sums.cpp.
#pragma once

#include "runtime/native.h"

namespace gillab {

bool add_integer_math(Thread& thread, Module* module);  // math_integers.cpp
bool add_sum_math(Thread& thread, Module* module);      // math_sums.cpp

inline Failed raise_domain_error(Thread& thread) { return raise(thread, Error::ValueError, "math domain error"); }
inline Failed raise_math_range_error(Thread& thread) { return raise(thread, Error::OverflowError, "math range error"); }
// An argument that must be a float or become one.
bool real_argument(Thread& thread, Value value, double* number);

}  // namespace gillab
