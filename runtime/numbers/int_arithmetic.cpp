// int: the operators. Immediates first; what overflows them or is a BigInt goes to GMP.
#include <climits>
#include <cmath>

#include "runtime/float.h"
#include "runtime/numbers/int_view.h"

namespace gillab {
namespace {

Ref divide_by_zero(Thread& thread, Binary op) {
  return raise(thread, Error::ZeroDivisionError,
               op == Binary::Modulo ? "integer modulo by zero" : "integer division or modulo by zero");
}

int64_t floor_divide(int64_t a, int64_t b) {
  int64_t quotient = a / b;
  return quotient - (a % b != 0 && (a < 0) != (b < 0));
}

int64_t floor_modulo(int64_t a, int64_t b) {
  int64_t rest = a % b;
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

Ref shift_left(Thread& thread, Value left, Value right) {
  int64_t count, small;
  IntView number(left);
  if (mpz_sgn(IntView(right).get()) < 0) return raise(thread, Error::ValueError, "negative shift count");
  if (mpz_sgn(number.get()) == 0) return Ref::own(Value::integer(0));
  if (!fits_int64(right, &count)) return raise(thread, Error::OverflowError, "too many digits in integer");
  if (small_integer(left, &small) && count < 60 && small << count >> count == small) {
    return make_int(thread, small << count);
  }
  if (!can_hold_bits(thread, static_cast<double>(count) + static_cast<double>(number.bits()))) return {};
  BigInt* result = new_big(thread);
  if (result) mpz_mul_2exp(result->number, number, static_cast<mp_bitcnt_t>(count));
  return finish_big(thread, result);
}

Ref shift_right(Thread& thread, Value left, Value right) {
  int64_t count, small;
  if (mpz_sgn(IntView(right).get()) < 0) return raise(thread, Error::ValueError, "negative shift count");
  if (!fits_int64(right, &count)) count = LONG_MAX;
  if (small_integer(left, &small)) return Ref::own(Value::integer(small >> (count > 63 ? 63 : count)));
  BigInt* result = new_big(thread);
  if (result) mpz_fdiv_q_2exp(result->number, IntView(left), static_cast<mp_bitcnt_t>(count));
  return finish_big(thread, result);
}

Ref float_power(Thread& thread, Value base, Value exponent) {
  bool overflow_base, overflow_exponent;
  double a = int_to_double(base, &overflow_base);
  double b = int_to_double(exponent, &overflow_exponent);
  if (overflow_base || overflow_exponent) {
    return raise(thread, Error::OverflowError, "int too large to convert to float");
  }
  return float_binary(thread, static_cast<uint8_t>(Binary::Power), a, b);
}

// Squares and multiplies while everything stays in 64 bits. False: it does not.
bool small_power(int64_t base, uint64_t exponent, int64_t* result) {
  int64_t power = 1;
  while (exponent != 0) {
    if ((exponent & 1) != 0 && __builtin_mul_overflow(power, base, &power)) return false;
    exponent >>= 1;
    if (exponent != 0 && __builtin_mul_overflow(base, base, &base)) return false;
  }
  *result = power;
  return true;
}

Ref plain_power(Thread& thread, Value left, Value right) {
  int64_t base, exponent;
  if (mpz_sgn(IntView(right).get()) < 0) return float_power(thread, left, right);
  bool small_base = small_integer(left, &base);
  if (small_base && (base == 0 || base == 1 || base == -1)) {
    bool even = mpz_even_p(IntView(right).get());
    bool zero = mpz_sgn(IntView(right).get()) == 0;
    return Ref::own(Value::integer(base == 0 ? zero : even ? 1 : base));
  }
  if (!fits_int64(right, &exponent)) return raise_memory_error(thread);
  if (small_base && small_power(base, static_cast<uint64_t>(exponent), &base)) return make_int(thread, base);
  IntView number(left);
  if (!can_hold_bits(thread, static_cast<double>(number.bits()) * static_cast<double>(exponent))) return {};
  BigInt* result = new_big(thread);
  if (result) mpz_pow_ui(result->number, number, static_cast<unsigned long>(exponent));
  return finish_big(thread, result);
}

// Works without changing the operands' own limbs: results are written into a fresh object.
Ref big_binary(Thread& thread, Binary op, Value left, Value right) {
  IntView a(left), b(right);
  if (op == Binary::Multiply && !can_hold_bits(thread, static_cast<double>(a.bits()) + static_cast<double>(b.bits()))) {
    return {};
  }
  if ((op == Binary::FloorDivide || op == Binary::Modulo) && mpz_sgn(b.get()) == 0) return divide_by_zero(thread, op);
  BigInt* result = new_big(thread);
  if (!result) return {};
  switch (op) {
    case Binary::Add:
      mpz_add(result->number, a, b);
      break;
    case Binary::Subtract:
      mpz_sub(result->number, a, b);
      break;
    case Binary::Multiply:
      mpz_mul(result->number, a, b);
      break;
    case Binary::FloorDivide:
      mpz_fdiv_q(result->number, a, b);
      break;
    case Binary::Modulo:
      mpz_fdiv_r(result->number, a, b);
      break;
    case Binary::And:
      mpz_and(result->number, a, b);
      break;
    case Binary::Or:
      mpz_ior(result->number, a, b);
      break;
    default:
      mpz_xor(result->number, a, b);
      break;
  }
  return finish_big(thread, result);
}

Ref small_binary(Thread& thread, Binary op, int64_t a, int64_t b, Value left, Value right) {
  int64_t product;
  switch (op) {
    case Binary::Add:
      return make_int(thread, a + b);
    case Binary::Subtract:
      return make_int(thread, a - b);
    case Binary::Multiply:
      if (__builtin_mul_overflow(a, b, &product)) return big_binary(thread, op, left, right);
      return make_int(thread, product);
    case Binary::FloorDivide:
      return b == 0 ? divide_by_zero(thread, op) : make_int(thread, floor_divide(a, b));
    case Binary::Modulo:
      return b == 0 ? divide_by_zero(thread, op) : Ref::own(Value::integer(floor_modulo(a, b)));
    case Binary::And:
      return Ref::own(Value::integer(a & b));
    case Binary::Or:
      return Ref::own(Value::integer(a | b));
    default:
      return Ref::own(Value::integer(a ^ b));
  }
}

bool is_logical(Binary op) { return op == Binary::And || op == Binary::Or || op == Binary::Xor; }

// base^exponent modulo modulus for a negative exponent: the inverse's power.
bool invert_base(Thread& thread, mpz_t base, const mpz_t modulus) {
  if (mpz_cmpabs_ui(modulus, 1) == 0) {
    mpz_set_ui(base, 0);
    return true;
  }
  if (mpz_invert(base, base, modulus) != 0) return true;
  return raise(thread, Error::ValueError, "base is not invertible for the given modulus");
}

}  // namespace

Ref int_binary(Thread& thread, uint8_t binary_op, Value left, Value right) {
  Binary op = static_cast<Binary>(binary_op);
  if (is_logical(op) && left.is_bool() && right.is_bool()) {
    bool a = left.is_true(), b = right.is_true();
    return Ref::boolean(op == Binary::And ? (a && b) : op == Binary::Or ? (a || b) : a != b);
  }
  switch (op) {
    case Binary::LeftShift:
      return shift_left(thread, left, right);
    case Binary::RightShift:
      return shift_right(thread, left, right);
    case Binary::Power:
      return plain_power(thread, left, right);
    case Binary::TrueDivide:
      return int_true_divide(thread, left, right);
    case Binary::MatrixMultiply:
      return Ref::not_implemented();
    default:
      break;
  }
  int64_t a, b;
  if (small_integer(left, &a) && small_integer(right, &b)) return small_binary(thread, op, a, b, left, right);
  return big_binary(thread, op, left, right);
}

Ref int_power_modulo(Thread& thread, Value base, Value exponent, Value modulus) {
  IntView m(modulus), e(exponent);
  if (mpz_sgn(m.get()) == 0) return raise(thread, Error::ValueError, "pow() 3rd argument cannot be 0");
  BigInt* result = new_big(thread);
  if (!result) return {};
  Ref owner = Ref::own(result);
  mpz_set(result->number, IntView(base));
  bool negative = mpz_sgn(e.get()) < 0;
  if (negative && !invert_base(thread, result->number, m)) return {};
  mpz_t power;
  mpz_init(power);
  mpz_abs(power, e);
  mpz_powm(result->number, result->number, power, m);  // always at least 0
  if (mpz_sgn(m.get()) < 0) mpz_fdiv_r(result->number, result->number, m);
  mpz_clear(power);
  (void)owner.release();
  return finish_big(thread, result);
}

// The quotient gets at least two bits more than a double holds, the lowest made sticky, and is then rounded once: to
// 53 bits, or to fewer where the result is subnormal.
Ref int_true_divide(Thread& thread, Value left, Value right) {
  constexpr int64_t kExact = int64_t{1} << 53;
  int64_t small_a, small_b;
  if (small_integer(left, &small_a) && small_integer(right, &small_b)) {
    if (small_b == 0) return raise(thread, Error::ZeroDivisionError, "division by zero");
    if (small_a <= kExact && small_a >= -kExact && small_b <= kExact && small_b >= -kExact) {
      return make_float(thread, static_cast<double>(small_a) / static_cast<double>(small_b));
    }
  }
  IntView a(left), b(right);
  if (mpz_sgn(b.get()) == 0) return raise(thread, Error::ZeroDivisionError, "division by zero");
  if (mpz_sgn(a.get()) == 0) return make_float(thread, mpz_sgn(b.get()) < 0 ? -0.0 : 0.0);
  bool is_negative = mpz_sgn(a.get()) != mpz_sgn(b.get());
  int64_t difference = static_cast<int64_t>(a.bits()) - static_cast<int64_t>(b.bits());
  if (difference > 1024) return raise(thread, Error::OverflowError, "integer division result too large for a float");
  if (difference < -1076) return make_float(thread, is_negative ? -0.0 : 0.0);
  int64_t shift = (difference > -1021 ? difference : -1021) - 55;
  mpz_t quotient, divisor, rest;
  mpz_inits(quotient, divisor, rest, nullptr);
  mpz_abs(quotient, a);
  mpz_abs(divisor, b);
  if (shift < 0) {
    mpz_mul_2exp(quotient, quotient, static_cast<mp_bitcnt_t>(-shift));
  } else {
    mpz_mul_2exp(divisor, divisor, static_cast<mp_bitcnt_t>(shift));
  }
  mpz_tdiv_qr(quotient, rest, quotient, divisor);
  uint64_t head = mpz_getlimbn(quotient, 0);
  bool sticky = mpz_sgn(rest) != 0;
  mpz_clears(quotient, divisor, rest, nullptr);
  int bits = head == 0 ? 0 : 64 - __builtin_clzll(head);
  int surplus = bits - 53;
  if (-1074 - shift > surplus) surplus = static_cast<int>(-1074 - shift);
  uint64_t half = uint64_t{1} << (surplus - 1);
  uint64_t dropped = head & (2 * half - 1);
  head >>= surplus;
  if (dropped > half || (dropped == half && (sticky || (head & 1) != 0))) ++head;
  double result = std::ldexp(static_cast<double>(head), static_cast<int>(shift) + surplus);
  if (std::isinf(result)) return raise(thread, Error::OverflowError, "integer division result too large for a float");
  return make_float(thread, is_negative ? -result : result);
}

Ref int_power(Thread& thread, Value base, Value exponent, Value modulus) {
  if (!is_integer(base) || !is_integer(exponent)) return Ref::not_implemented();
  if (modulus.is_empty() || modulus.is_none()) {
    return int_binary(thread, static_cast<uint8_t>(Binary::Power), base, exponent);
  }
  if (!is_integer(modulus)) return Ref::not_implemented();
  return int_power_modulo(thread, base, exponent, modulus);
}

// To the nearest multiple of 10**-digits, ties to even.
Ref int_round(Thread& thread, Value value, Value digits) {
  if (digits.is_empty()) return exact_int(thread, value);
  Ref places = index(thread, digits);
  if (!places) return {};
  IntView count(places.get()), number(value);
  if (mpz_sgn(count.get()) >= 0) return exact_int(thread, value);
  if (mpz_cmpabs_ui(count, number.bits() + 1) > 0) return Ref::own(Value::integer(0));
  BigInt* result = new_big(thread);
  if (!result) return {};
  mpz_t unit, rest;
  mpz_inits(unit, rest, nullptr);
  mpz_ui_pow_ui(unit, 10, mpz_get_ui(count));  // the absolute value of a negative number
  mpz_fdiv_qr(result->number, rest, number, unit);
  mpz_mul_2exp(rest, rest, 1);
  int against_half = mpz_cmp(rest, unit);
  if (against_half > 0 || (against_half == 0 && mpz_odd_p(result->number))) {
    mpz_add_ui(result->number, result->number, 1);
  }
  mpz_mul(result->number, result->number, unit);
  mpz_clears(unit, rest, nullptr);
  return finish_big(thread, result);
}

}  // namespace gillab
