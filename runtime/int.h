// int. Values of 61 bits are immediate; larger ones are BigInts. A BigInt never holds what fits an immediate.
#pragma once

#include <gmp.h>

#include <string_view>

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

struct BigInt : Object {  // also instances of subclasses of int, which may hold small values
  static constexpr Kind kKind = Kind::Int;
  mpz_t number;
};

// An int of either form: immediate, BigInt, bool, or an instance of a subclass.
inline bool is_integer(Value value) { return value.is_int() || value.is_bool() || is<BigInt>(value); }

void keep_limbs_in_buffers();                               // for the process, before the first BigInt
Ref make_int(Thread& thread, int64_t number);
Ref make_int_from_unsigned(Thread& thread, uint64_t number);
Ref make_int(Thread& thread, const mpz_t number);           // copies; immediate where it fits
Ref make_int_from_double(Thread& thread, double number);    // truncates; OverflowError/ValueError for inf and nan
Ref parse_int(Thread& thread, std::string_view digits, int base);  // hex constants of the compiler: base 16

// Reads any integer into an initialised mpz. REQUIRES: is_integer(value)
void get_integer(Value value, mpz_t target);
bool fits_int64(Value value, int64_t* result);              // REQUIRES: is_integer
Ref int_to_text(Thread& thread, Value value, int base);     // no prefix
inline constexpr int64_t kHashModulus = (int64_t{1} << 61) - 1;
inline int64_t hash_int(int64_t number) {                   // as CPython: modulo 2^61 - 1
  if (number >= kHashModulus || number <= -kHashModulus) [[unlikely]] number %= kHashModulus;
  return number == -1 ? -2 : number;
}
double int_to_double(Value value, bool* overflow);          // correctly rounded

// The operators on two integers of any form, without dunder lookup: what the loop calls when immediates overflow.
Ref int_binary(Thread& thread, uint8_t binary_op, Value left, Value right);  // Binary's number
int int_compare(Value left, Value right);                   // <0, 0, >0
int compare_int_double(Value integer, double number);       // exact. REQUIRES: number is not a nan
int64_t hash_integer(Value value);                          // REQUIRES: is_integer(value)
Ref int_power_modulo(Thread& thread, Value base, Value exponent, Value modulus);  // pow(a, b, c) of integers
Ref int_true_divide(Thread& thread, Value left, Value right);

}  // namespace gillab
