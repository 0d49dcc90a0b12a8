// Arithmetic of floats and complex numbers that several files need.
#pragma once

#include "runtime/errors.h"
#include "runtime/float.h"

namespace gillab {

struct ComplexNumber {
  double real;
  double imaginary;
};

Ref complex_power(Thread& thread, ComplexNumber base, ComplexNumber exponent);
Failed raise_range_error(Thread& thread);              // OverflowError: (34, 'Numerical result out of range')
double float_modulo(double left, double right);        // REQUIRES: right != 0
double float_floor_divide(double left, double right);  // REQUIRES: right != 0
int compare_float_with_int(double number, Value integer);
Ref round_float(Thread& thread, double number, int64_t digits);
Ref float_from_text(Thread& thread, Str* text);
std::string number_text(const Str* text);  // digits and spaces of any script become ASCII ones

}  // namespace gillab
