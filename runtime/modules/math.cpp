// math: functions of floats, with the C library's results and Python's errors.
#include "runtime/modules/math.h"

#include <cmath>
#include <limits>

#include "runtime/float.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"

namespace gillab {

bool real_argument(Thread& thread, Value value, double* number) {
  if (value.is_float()) return *number = value.as_float(), true;
  return as_double(thread, value, number);
}

namespace {

using Function1 = double (*)(double);
using Function2 = double (*)(double, double);

// What a result says about an error: a nan from a number, an infinity from finite numbers.
Ref checked(Thread& thread, double result, bool had_nan, bool had_infinity, bool can_overflow) {
  if (std::isnan(result) && !had_nan) return raise_domain_error(thread);
  if (std::isinf(result) && !had_infinity && !had_nan) {
    return can_overflow ? raise_math_range_error(thread) : raise_domain_error(thread);
  }
  return make_float(thread, result);
}

template <Function1 kFunction, bool kCanOverflow = false>
Ref of_one(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x;
  if (!real_argument(thread, args[0], &x)) return {};
  return checked(thread, kFunction(x), std::isnan(x), std::isinf(x), kCanOverflow);
}

template <Function2 kFunction, bool kCanOverflow = false>
Ref of_two(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x, y;
  if (!real_argument(thread, args[0], &x) || !real_argument(thread, args[1], &y)) return {};
  return checked(thread, kFunction(x, y), std::isnan(x) || std::isnan(y), std::isinf(x) || std::isinf(y), kCanOverflow);
}

// The C library's nan for an infinite argument is a domain error too (sin(inf)): checked() sees it.
double gamma_of(double x) {
  static const double kFactorials[] = {1,
                                       1,
                                       2,
                                       6,
                                       24,
                                       120,
                                       720,
                                       5040,
                                       40320,
                                       362880,
                                       3628800,
                                       39916800,
                                       479001600,
                                       6227020800.,
                                       87178291200.,
                                       1307674368000.,
                                       20922789888000.,
                                       355687428096000.,
                                       6402373705728000.,
                                       121645100408832000.,
                                       2432902008176640000.,
                                       51090942171709440000.,
                                       1124000727777607680000.};
  if (x == std::floor(x) && x >= 1 && x <= 23) return kFactorials[static_cast<int>(x) - 1];
  return std::tgamma(x);
}

Ref math_gamma(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x;
  if (!real_argument(thread, args[0], &x)) return {};
  if (x == 0.0 || (x < 0 && x == std::floor(x))) return raise_domain_error(thread);
  return checked(thread, gamma_of(x), std::isnan(x), std::isinf(x), true);
}

Ref math_lgamma(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x;
  if (!real_argument(thread, args[0], &x)) return {};
  if (x <= 0 && std::isfinite(x) && x == std::floor(x)) return raise_domain_error(thread);
  return checked(thread, std::lgamma(x), std::isnan(x), std::isinf(x), true);
}

double fmod_of(double x, double y) { return std::isinf(y) && std::isfinite(x) ? x : std::fmod(x, y); }

Ref math_pow(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x, y;
  if (!real_argument(thread, args[0], &x) || !real_argument(thread, args[1], &y)) return {};
  double result = std::pow(x, y);
  if (!std::isfinite(x) || !std::isfinite(y) || std::isfinite(result)) return make_float(thread, result);
  if (std::isnan(result) || x == 0.0) return raise_domain_error(thread);
  return raise_math_range_error(thread);
}

Ref math_ldexp(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x;
  if (!real_argument(thread, args[0], &x)) return {};
  if (!is_integer(args[1])) return raise(thread, Error::TypeError, "Expected an int as second argument to ldexp.");
  int64_t exponent;
  if (!fits_int64(args[1], &exponent)) exponent = int_compare(args[1], Value::integer(0)) < 0 ? -100000 : 100000;
  if (x == 0.0 || !std::isfinite(x)) return make_float(thread, x);
  exponent = std::max<int64_t>(std::min<int64_t>(exponent, 100000), -100000);
  double result = std::ldexp(x, static_cast<int>(exponent));
  return std::isinf(result) ? Ref(raise_math_range_error(thread)) : make_float(thread, result);
}

Ref math_frexp(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x;
  if (!real_argument(thread, args[0], &x)) return {};
  int exponent = 0;
  Ref fraction = make_float(thread, std::isfinite(x) ? std::frexp(x, &exponent) : x);
  return fraction ? make_tuple_of(thread, fraction.get(), Value::integer(exponent)) : Ref();
}

Ref math_modf(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x, whole;
  if (!real_argument(thread, args[0], &x)) return {};
  double fraction = std::modf(x, &whole);
  Ref first = make_float(thread, fraction), second = make_float(thread, whole);
  return first && second ? make_tuple_of(thread, first.get(), second.get()) : Ref();
}

// The logarithm of any real number, ints beyond floats included. `base_two` is the logarithm of 2.
Ref logarithm(Thread& thread, Value value, Function1 function, double base_two, double* result) {
  bool overflow = false;
  double x;
  if (!is_integer(value)) {
    if (!real_argument(thread, value, &x)) return {};
  } else {
    if (int_compare(value, Value::integer(0)) <= 0) return raise_domain_error(thread);
    x = int_to_double(value, &overflow);
  }
  if (overflow) {
    mpz_t number;
    mpz_init(number);
    get_integer(value, number);
    long exponent;
    double fraction = mpz_get_d_2exp(&exponent, number);
    mpz_clear(number);
    *result = function(fraction) + base_two * static_cast<double>(exponent);
    return Ref::none();
  }
  if (std::isnan(x) || x > 0) return *result = function(x), Ref::none();
  return raise_domain_error(thread);
}

Ref math_log(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double numerator, denominator;
  if (!logarithm(thread, args[0], ::log, std::log(2.0), &numerator)) return {};
  if (args[1].is_empty()) return make_float(thread, numerator);
  if (!logarithm(thread, args[1], ::log, std::log(2.0), &denominator)) return {};
  if (denominator == 0.0) return raise(thread, Error::ZeroDivisionError, "float division by zero");
  return make_float(thread, numerator / denominator);
}
Ref math_log2(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double result;
  return logarithm(thread, args[0], ::log2, 1.0, &result) ? make_float(thread, result) : Ref();
}
Ref math_log10(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double result;
  return logarithm(thread, args[0], ::log10, std::log10(2.0), &result) ? make_float(thread, result) : Ref();
}

Ref math_isfinite(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x;
  return real_argument(thread, args[0], &x) ? Ref::boolean(std::isfinite(x)) : Ref();
}
Ref math_isinf(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x;
  return real_argument(thread, args[0], &x) ? Ref::boolean(std::isinf(x)) : Ref();
}
Ref math_isnan(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x;
  return real_argument(thread, args[0], &x) ? Ref::boolean(std::isnan(x)) : Ref();
}

Ref math_isclose(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double a, b, relative = 1e-9, absolute = 0.0;
  if (!real_argument(thread, args[0], &a) || !real_argument(thread, args[1], &b)) return {};
  if (!args[2].is_empty() && !real_argument(thread, args[2], &relative)) return {};
  if (!args[3].is_empty() && !real_argument(thread, args[3], &absolute)) return {};
  if (relative < 0.0 || absolute < 0.0) {
    return raise(thread, Error::ValueError, "tolerances must be non-negative");
  }
  if (a == b) return Ref::boolean(true);
  if (std::isinf(a) || std::isinf(b)) return Ref::boolean(false);
  double difference = std::fabs(b - a);
  return Ref::boolean(difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) ||
                      difference <= absolute);
}

double ulp_of(double x) {
  x = std::fabs(x);
  if (!std::isfinite(x)) return x;
  double next = std::nextafter(x, HUGE_VAL);
  return std::isinf(next) ? x - std::nextafter(x, 0.0) : next - x;
}
constexpr double kPi = 3.141592653589793;
double degrees_of(double x) { return x * (180.0 / kPi); }
double radians_of(double x) { return x * (kPi / 180.0); }
double remainder_of(double x, double y) { return std::remainder(x, y); }

template <Function1 kFunction>
Ref unchecked(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x;
  return real_argument(thread, args[0], &x) ? make_float(thread, kFunction(x)) : Ref();
}
template <Function2 kFunction>
Ref unchecked(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double x, y;
  if (!real_argument(thread, args[0], &x) || !real_argument(thread, args[1], &y)) return {};
  return make_float(thread, kFunction(x, y));
}

const MethodDef kFunctions[] = {
    {"acos", "(x, /)", of_one<::acos>},
    {"acosh", "(x, /)", of_one<::acosh>},
    {"asin", "(x, /)", of_one<::asin>},
    {"asinh", "(x, /)", of_one<::asinh>},
    {"atan", "(x, /)", of_one<::atan>},
    {"atan2", "(y, x, /)", unchecked<::atan2>},
    {"atanh", "(x, /)", of_one<::atanh>},
    {"cbrt", "(x, /)", of_one<::cbrt>},
    {"copysign", "(x, y, /)", unchecked<::copysign>},
    {"cos", "(x, /)", of_one<::cos>},
    {"cosh", "(x, /)", of_one<::cosh, true>},
    {"degrees", "(x, /)", unchecked<degrees_of>},
    {"erf", "(x, /)", of_one<::erf>},
    {"erfc", "(x, /)", of_one<::erfc>},
    {"exp", "(x, /)", of_one<::exp, true>},
    {"exp2", "(x, /)", of_one<::exp2, true>},
    {"expm1", "(x, /)", of_one<::expm1, true>},
    {"fabs", "(x, /)", unchecked<::fabs>},
    {"fmod", "(x, y, /)", of_two<fmod_of>},
    {"frexp", "(x, /)", math_frexp},
    {"gamma", "(x, /)", math_gamma},
    {"isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", math_isclose},
    {"isfinite", "(x, /)", math_isfinite},
    {"isinf", "(x, /)", math_isinf},
    {"isnan", "(x, /)", math_isnan},
    {"ldexp", "(x, i, /)", math_ldexp},
    {"lgamma", "(x, /)", math_lgamma},
    {"log", "(x, base=None, /)", math_log},
    {"log10", "(x, /)", math_log10},
    {"log1p", "(x, /)", of_one<::log1p>},
    {"log2", "(x, /)", math_log2},
    {"modf", "(x, /)", math_modf},
    {"nextafter", "(x, y, /)", unchecked<::nextafter>},
    {"pow", "(x, y, /)", math_pow},
    {"radians", "(x, /)", unchecked<radians_of>},
    {"remainder", "(x, y, /)", of_two<remainder_of>},
    {"sin", "(x, /)", of_one<::sin>},
    {"sinh", "(x, /)", of_one<::sinh, true>},
    {"sqrt", "(x, /)", of_one<::sqrt>},
    {"tan", "(x, /)", of_one<::tan>},
    {"tanh", "(x, /)", of_one<::tanh>},
    {"ulp", "(x, /)", unchecked<ulp_of>},
};

}  // namespace

bool init_math(Thread& thread, Module* module) {
  return add_functions(thread, module, kFunctions) && add_integer_math(thread, module) &&
         add_sum_math(thread, module) && add_value(thread, module, "pi", make_float(thread, kPi)) &&
         add_value(thread, module, "e", make_float(thread, 2.718281828459045)) &&
         add_value(thread, module, "tau", make_float(thread, 2 * kPi)) &&
         add_value(thread, module, "inf", make_float(thread, HUGE_VAL)) &&
         add_value(thread, module, "nan", make_float(thread, std::numeric_limits<double>::quiet_NaN()));
}

}  // namespace gillab
