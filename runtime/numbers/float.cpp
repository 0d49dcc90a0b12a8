// Arithmetic, comparison and hashing of floats. Their methods are in float_type.cpp, their text in float_text.cpp.
#include "runtime/float.h"

#include <cmath>

#include "runtime/classes/layouts.h"
#include "runtime/numbers/complex_math.h"
#include "runtime/errors.h"
#include "runtime/exception.h"
#include "runtime/numbers/float_text.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {
namespace {

void destroy_float(Thread& thread, Object* object) {
  free_with_attributes(thread, object, sizeof(FloatBox));
}

Ref power_result(Thread& thread, double base, double exponent) {
  errno = 0;
  double result = std::pow(base, exponent);
  if (std::isinf(result) && std::isfinite(base) && std::isfinite(exponent)) return raise_range_error(thread);
  return make_float(thread, result);
}

Ref power_of(Thread& thread, double base, double exponent) {
  if (base == 0.0 && exponent < 0 && std::isfinite(exponent)) {
    return raise(thread, Error::ZeroDivisionError, "0.0 cannot be raised to a negative power");
  }
  if (base < 0 && std::isfinite(base) && std::isfinite(exponent) && exponent != std::floor(exponent)) {
    return complex_power(thread, {base, 0.0}, {exponent, 0.0});
  }
  return power_result(thread, base, exponent);
}

}  // namespace

const Layout kFloatLayout = {"float", sizeof(FloatBox), false, destroy_float};

Failed raise_range_error(Thread& thread) {
  Ref text = make_str(thread, "Numerical result out of range");
  Value args[] = {Value::integer(34), text.get()};
  Ref exception = make_exception(thread, thread.error_type(Error::OverflowError), args, 2);
  return exception ? raise_value(thread, std::move(exception)) : Failed();
}

Ref make_boxed_float(Thread& thread, double number) {
  FloatBox* box = allocate<FloatBox>(thread, thread.shapes[static_cast<size_t>(Kind::Float)]);
  if (!box) return {};
  box->number = number;
  return Ref::own(box);
}

Ref float_repr(Thread& thread, double number) {
  char buffer[48];
  return make_str(thread, std::string_view(buffer, write_float_repr(number, buffer)));
}

double float_modulo(double left, double right) {
  double rest = std::fmod(left, right);
  if (rest == 0.0) return std::copysign(0.0, right);
  return (right < 0) != (rest < 0) ? rest + right : rest;
}

double float_floor_divide(double left, double right) {
  double rest = std::fmod(left, right);
  double quotient = (left - rest) / right;
  if (rest != 0.0 && (right < 0) != (rest < 0)) quotient -= 1.0;
  if (quotient == 0.0) return std::copysign(0.0, left / right);
  double floored = std::floor(quotient);
  return quotient - floored > 0.5 ? floored + 1.0 : floored;
}

Ref float_binary(Thread& thread, uint8_t binary_op, double left, double right) {
  switch (static_cast<Binary>(binary_op)) {
    case Binary::Add:
      return make_float(thread, left + right);
    case Binary::Subtract:
      return make_float(thread, left - right);
    case Binary::Multiply:
      return make_float(thread, left * right);
    case Binary::TrueDivide:
      if (right == 0.0) return raise(thread, Error::ZeroDivisionError, "float division by zero");
      return make_float(thread, left / right);
    case Binary::FloorDivide:
      if (right == 0.0) return raise(thread, Error::ZeroDivisionError, "float floor division by zero");
      return make_float(thread, float_floor_divide(left, right));
    case Binary::Modulo:
      if (right == 0.0) return raise(thread, Error::ZeroDivisionError, "float modulo");
      return make_float(thread, float_modulo(left, right));
    case Binary::Power:
      return power_of(thread, left, right);
    default:
      return Ref::not_implemented();
  }
}

// Sign of number - integer, exactly. REQUIRES: number is not nan, is_integer(integer)
int compare_float_with_int(double number, Value integer) {
  if (std::isinf(number)) return number > 0 ? 1 : -1;
  int64_t small;
  if (!fits_int64(integer, &small)) {
    mpz_t big;
    mpz_init(big);
    get_integer(integer, big);
    int order = mpz_cmp_d(big, number);
    mpz_clear(big);
    return -order;
  }
  if (number >= 9223372036854775808.0) return 1;
  if (number < -9223372036854775808.0) return -1;
  int64_t whole = static_cast<int64_t>(number);
  if (whole != small) return whole < small ? -1 : 1;
  double fraction = number - static_cast<double>(whole);
  return fraction < 0 ? -1 : fraction > 0 ? 1 : 0;
}

int64_t hash_double(double number) {
  if (std::isinf(number)) return number > 0 ? 314159 : -314159;
  if (std::isnan(number)) return 0;
  if (std::fabs(number) < 1e18 && number == std::floor(number)) return hash_int(static_cast<int64_t>(number));
  constexpr int kBits = 61;
  constexpr uint64_t kModulus = (uint64_t{1} << kBits) - 1;
  int exponent;
  double rest = std::frexp(std::fabs(number), &exponent);
  uint64_t hash = 0;
  while (rest != 0.0) {  // 28 bits a round
    hash = ((hash << 28) & kModulus) | hash >> (kBits - 28);
    rest *= 268435456.0;
    exponent -= 28;
    uint64_t whole = static_cast<uint64_t>(rest);
    rest -= static_cast<double>(whole);
    hash += whole;
    if (hash >= kModulus) hash -= kModulus;
  }
  exponent = exponent >= 0 ? exponent % kBits : kBits - 1 - ((-1 - exponent) % kBits);
  hash = ((hash << exponent) & kModulus) | hash >> (kBits - exponent);
  int64_t result = number < 0 ? -static_cast<int64_t>(hash) : static_cast<int64_t>(hash);
  return result == -1 ? -2 : result;
}

}  // namespace gillab
