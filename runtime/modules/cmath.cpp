// cmath: functions of complex numbers, with the C library's results and Python's errors.
#include <cmath>
#include <complex>
#include <limits>

#include "runtime/float.h"
#include "runtime/function.h"
#include "runtime/list.h"
#include "runtime/modules/math.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"

namespace gillab {
namespace {

using Number = std::complex<double>;

bool complex_argument(Thread& thread, Value value, Number* number) {
  Ref converted;
  if (!is<Complex>(value)) {
    Value method = special_method(thread, value, Dunder::Complex);
    if (method.is_empty() || is_floating(value)) {
      double real;
      if (!real_argument(thread, value, &real)) return false;
      *number = {real, 0.0};
      return true;
    }
    converted = call_special(thread, method, value);
    if (!converted) return false;
    value = converted.get();
    if (!is<Complex>(value)) {
      return raise(thread, Error::TypeError, "__complex__ returned non-complex (type {})", type_name(thread, value));
    }
  }
  *number = {as<Complex>(value)->real, as<Complex>(value)->imaginary};
  return true;
}

bool is_finite(Number number) { return std::isfinite(number.real()) && std::isfinite(number.imag()); }
bool has_nan(Number number) { return std::isnan(number.real()) || std::isnan(number.imag()); }

// What a result from finite numbers says about an error: infinite is too large, not a number is outside the domain.
Ref checked(Thread& thread, Number result, bool finite) {
  if (finite && has_nan(result)) return raise_domain_error(thread);
  if (finite && !is_finite(result)) return raise_math_range_error(thread);
  return make_complex(thread, result.real(), result.imag());
}

template <Number (*kFunction)(const Number&)>
Ref of_one(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Number number;
  if (!complex_argument(thread, args[0], &number)) return {};
  return checked(thread, kFunction(number), is_finite(number));
}

Ref cmath_atan(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Number number;
  if (!complex_argument(thread, args[0], &number)) return {};
  if (number.real() == 0.0 && std::fabs(number.imag()) == 1.0) return raise_domain_error(thread);
  return checked(thread, std::atan(number), is_finite(number));
}
Ref cmath_atanh(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Number number;
  if (!complex_argument(thread, args[0], &number)) return {};
  if (number.imag() == 0.0 && std::fabs(number.real()) == 1.0) return raise_domain_error(thread);
  return checked(thread, std::atanh(number), is_finite(number));
}

bool logarithm(Thread& thread, Value value, Number* result) {
  Number number;
  if (!complex_argument(thread, value, &number)) return false;
  if (number == 0.0) return raise_domain_error(thread);
  *result = std::log(number);
  return true;
}

Ref cmath_log(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Number result, base;
  if (!logarithm(thread, args[0], &result)) return {};
  if (!args[1].is_empty()) {
    if (!logarithm(thread, args[1], &base)) return {};
    if (base == 0.0) return raise(thread, Error::ZeroDivisionError, "complex division by zero");
    result /= base;
  }
  return make_complex(thread, result.real(), result.imag());
}
Ref cmath_log10(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Number result;
  if (!logarithm(thread, args[0], &result)) return {};
  constexpr double kLogTen = 2.302585092994046;
  return make_complex(thread, result.real() / kLogTen, result.imag() / kLogTen);
}

Ref cmath_phase(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Number number;
  return complex_argument(thread, args[0], &number) ? make_float(thread, std::arg(number)) : Ref();
}

Ref cmath_polar(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Number number;
  if (!complex_argument(thread, args[0], &number)) return {};
  double size = std::hypot(number.real(), number.imag());
  if (std::isinf(size) && is_finite(number)) return raise_math_range_error(thread);
  Ref radius = make_float(thread, size), angle = make_float(thread, std::arg(number));
  return radius && angle ? make_tuple_of(thread, radius.get(), angle.get()) : Ref();
}

Ref cmath_rect(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double radius, angle;
  if (!real_argument(thread, args[0], &radius) || !real_argument(thread, args[1], &angle)) return {};
  if (radius != 0.0 && !std::isnan(radius) && std::isinf(angle)) return raise_domain_error(thread);
  if (angle == 0.0) return make_complex(thread, radius, radius * angle);
  if (radius == 0.0) return make_complex(thread, 0.0, 0.0);
  return make_complex(thread, radius * std::cos(angle), radius * std::sin(angle));
}

template <class Test>
Ref tested(Thread& thread, Value value, Test test) {
  Number number;
  return complex_argument(thread, value, &number) ? Ref::boolean(test(number)) : Ref();
}
Ref cmath_isfinite(Thread& thread, const Value* args, uint32_t, Tuple*) { return tested(thread, args[0], is_finite); }
Ref cmath_isnan(Thread& thread, const Value* args, uint32_t, Tuple*) { return tested(thread, args[0], has_nan); }
Ref cmath_isinf(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return tested(thread, args[0], [](Number n) { return std::isinf(n.real()) || std::isinf(n.imag()); });
}

Ref cmath_isclose(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Number a, b;
  double relative = 1e-9, absolute = 0.0;
  if (!complex_argument(thread, args[0], &a) || !complex_argument(thread, args[1], &b)) return {};
  if (!args[2].is_empty() && !real_argument(thread, args[2], &relative)) return {};
  if (!args[3].is_empty() && !real_argument(thread, args[3], &absolute)) return {};
  if (relative < 0.0 || absolute < 0.0) {
    return raise(thread, Error::ValueError, "tolerances must be non-negative");
  }
  if (a == b) return Ref::boolean(true);
  bool infinite = !is_finite(a) || !is_finite(b);
  double difference = std::abs(a - b), largest = std::max(std::abs(a), std::abs(b));
  return Ref::boolean(!infinite && (difference <= relative * largest || difference <= absolute));
}

const MethodDef kFunctions[] = {
    {"acos", "(z, /)", of_one<std::acos<double>>},
    {"acosh", "(z, /)", of_one<std::acosh<double>>},
    {"asin", "(z, /)", of_one<std::asin<double>>},
    {"asinh", "(z, /)", of_one<std::asinh<double>>},
    {"atan", "(z, /)", cmath_atan},
    {"atanh", "(z, /)", cmath_atanh},
    {"cos", "(z, /)", of_one<std::cos<double>>},
    {"cosh", "(z, /)", of_one<std::cosh<double>>},
    {"exp", "(z, /)", of_one<std::exp<double>>},
    {"isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", cmath_isclose},
    {"isfinite", "(z, /)", cmath_isfinite},
    {"isinf", "(z, /)", cmath_isinf},
    {"isnan", "(z, /)", cmath_isnan},
    {"log", "(z, base=None, /)", cmath_log},
    {"log10", "(z, /)", cmath_log10},
    {"phase", "(z, /)", cmath_phase},
    {"polar", "(z, /)", cmath_polar},
    {"rect", "(r, phi, /)", cmath_rect},
    {"sin", "(z, /)", of_one<std::sin<double>>},
    {"sinh", "(z, /)", of_one<std::sinh<double>>},
    {"sqrt", "(z, /)", of_one<std::sqrt<double>>},
    {"tan", "(z, /)", of_one<std::tan<double>>},
    {"tanh", "(z, /)", of_one<std::tanh<double>>},
};

}  // namespace

bool init_cmath(Thread& thread, Module* module) {
  constexpr double kPi = 3.141592653589793, kNan = std::numeric_limits<double>::quiet_NaN();
  return add_functions(thread, module, kFunctions) && add_value(thread, module, "pi", make_float(thread, kPi)) &&
         add_value(thread, module, "e", make_float(thread, 2.718281828459045)) &&
         add_value(thread, module, "tau", make_float(thread, 2 * kPi)) &&
         add_value(thread, module, "inf", make_float(thread, HUGE_VAL)) &&
         add_value(thread, module, "infj", make_complex(thread, 0.0, HUGE_VAL)) &&
         add_value(thread, module, "nan", make_float(thread, kNan)) &&
         add_value(thread, module, "nanj", make_complex(thread, 0.0, kNan));
}

}  // namespace gillab
