// How the files of int look at integers of any form and make results. Not for other rooms: int.h is the contract.
#pragma once

#include "runtime/int.h"
#include "runtime/operations.h"

namespace gillab {

// Any integer as a read-only mpz, without allocation for immediates. REQUIRES: is_integer(value), which outlives it.
class IntView {
 public:
  explicit IntView(Value value) {
    if (value.is_object()) {
      number_ = as<BigInt>(value)->number;
      return;
    }
    int64_t small = value.is_int() ? value.as_int() : value.is_true();
    limb_ = small < 0 ? -static_cast<mp_limb_t>(small) : static_cast<mp_limb_t>(small);
    number_ = mpz_roinit_n(storage_, &limb_, small == 0 ? 0 : small < 0 ? -1 : 1);
  }
  IntView(const IntView&) = delete;
  operator mpz_srcptr() const { return number_; }
  mpz_srcptr get() const { return number_; }
  size_t bits() const { return mpz_sgn(number_) == 0 ? 0 : mpz_sizeinbase(number_, 2); }

 private:
  mpz_srcptr number_;
  mp_limb_t limb_;
  mpz_t storage_;
};

// A result under construction: an exact int whose mpz is there to be written. Null when memory is out.
BigInt* new_big(Thread& thread);
Ref finish_big(Thread& thread, BigInt* result);  // takes the object over: immediate where the number fits
// Whether an integer of that many bits can be held; MemoryError otherwise (GMP itself would end the process).
bool can_hold_bits(Thread& thread, double bits);

// True when the value is an immediate or a bool; *result is it.
inline bool small_integer(Value value, int64_t* result) {
  if (value.is_int()) {
    *result = value.as_int();
    return true;
  }
  *result = value.is_true();
  return value.is_bool();
}

Ref exact_int(Thread& thread, Value value);  // bools and instances of subclasses as plain ints
Ref int_power(Thread& thread, Value base, Value exponent, Value modulus);
Ref int_round(Thread& thread, Value value, Value digits);
Ref int_from_object(Thread& thread, Value value);           // int(x)
Ref int_from_text(Thread& thread, Value text, Value base);  // int(x, base)
Ref int_to_bytes(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref int_from_bytes(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab
