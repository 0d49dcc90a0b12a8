// int: making, reading, comparing and hashing integers. Operators: int_arithmetic.cpp; text: int_text.cpp; what scripts
// call: int_methods.cpp.
#include "runtime/int.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <cstdlib>

#include "runtime/classes/layouts.h"
#include "runtime/classes/construct.h"
#include "runtime/numbers/int_view.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

constexpr double kMostBits = 137438953472.0;  // 2^37: GMP counts limbs in an int

void destroy_int(Thread& thread, Object* object) {
  mpz_clear(static_cast<BigInt*>(object)->number);
  free_with_attributes(thread, object, sizeof(BigInt));
}

bool mpz_fits_immediate(const mpz_t number) {
  if (mpz_size(number) > 1) return false;
  mp_limb_t limb = mpz_getlimbn(number, 0);
  return limb <= static_cast<mp_limb_t>(Value::kMaxInt) ||
         (mpz_sgn(number) < 0 && limb == static_cast<mp_limb_t>(Value::kMaxInt) + 1);
}

}  // namespace

const Layout kIntLayout = {"int", sizeof(BigInt), false, destroy_int};

namespace {

// GMP's numbers are mostly small: they stand in the thread's small buffers. GMP cannot be told that memory is out;
// can_hold_bits asks before large results.
bool stands_in_small_buffer(size_t bytes) { return is_small_buffer(bytes) && running_thread; }

void* limbs_allocate(size_t bytes) {
  void* limbs = stands_in_small_buffer(bytes) ? allocate_buffer(current_thread(), bytes) : std::malloc(bytes);
  if (!limbs) std::abort();
  return limbs;
}

void limbs_free(void* limbs, size_t bytes) {
  if (stands_in_small_buffer(bytes)) return free_buffer(current_thread(), limbs, bytes);
  if (!is_small_buffer(bytes)) std::free(limbs);
}

void* limbs_resize(void* limbs, size_t old_bytes, size_t new_bytes) {
  if (!is_small_buffer(old_bytes) && !is_small_buffer(new_bytes)) {
    void* moved = std::realloc(limbs, new_bytes);
    if (!moved) std::abort();
    return moved;
  }
  void* moved = limbs_allocate(new_bytes);
  std::memcpy(moved, limbs, std::min(old_bytes, new_bytes));
  limbs_free(limbs, old_bytes);
  return moved;
}

}  // namespace

BigInt* new_big(Thread& thread) {
  BigInt* result = allocate<BigInt>(thread, thread.types().integer->root);
  if (result) mpz_init(result->number);
  return result;
}

Ref finish_big(Thread& thread, BigInt* result) {
  if (!result) return {};
  Ref owner = Ref::own(result);
  if (!mpz_fits_immediate(result->number)) return owner;
  (void)thread;
  return Ref::own(Value::integer(mpz_get_si(result->number)));
}

bool can_hold_bits(Thread& thread, double bits) {
  if (bits < 1 << 24) return true;
  if (bits >= kMostBits) return raise_memory_error(thread);
  size_t bytes = static_cast<size_t>(bits / 8) * 6 + 64;  // GMP works in several times the result's room, and aborts without
  void* probe = allocate_buffer(thread, bytes);
  if (!probe) return false;
  free_buffer(thread, probe, bytes);
  return true;
}

void keep_limbs_in_buffers() { mp_set_memory_functions(limbs_allocate, limbs_resize, limbs_free); }

Ref make_int(Thread& thread, int64_t number) {
  if (Value::fits_int(number)) [[likely]]
    return Ref::own(Value::integer(number));
  BigInt* result = new_big(thread);
  if (!result) return {};
  mpz_set_si(result->number, number);
  return Ref::own(result);
}

Ref make_int_from_unsigned(Thread& thread, uint64_t number) {
  if (number <= static_cast<uint64_t>(Value::kMaxInt)) return Ref::own(Value::integer(static_cast<int64_t>(number)));
  BigInt* result = new_big(thread);
  if (!result) return {};
  mpz_set_ui(result->number, number);
  return Ref::own(result);
}

Ref make_int(Thread& thread, const mpz_t number) {
  if (mpz_fits_immediate(number)) return Ref::own(Value::integer(mpz_get_si(number)));
  BigInt* result = new_big(thread);
  if (!result) return {};
  mpz_set(result->number, number);
  return Ref::own(result);
}

Ref make_int_from_double(Thread& thread, double number) {
  if (std::isnan(number)) return raise(thread, Error::ValueError, "cannot convert float NaN to integer");
  if (std::isinf(number)) return raise(thread, Error::OverflowError, "cannot convert float infinity to integer");
  if (std::fabs(number) < 0x1p60) return Ref::own(Value::integer(static_cast<int64_t>(number)));
  BigInt* result = new_big(thread);
  if (!result) return {};
  mpz_set_d(result->number, number);
  return finish_big(thread, result);
}

Ref exact_int(Thread& thread, Value value) {
  if (value.is_int()) return Ref::own(value);
  if (value.is_bool()) return Ref::own(Value::integer(value.is_true()));
  if (is_exact<BigInt>(value)) return Ref::share(value);
  return make_int(thread, as<BigInt>(value)->number);
}

void get_integer(Value value, mpz_t target) { mpz_set(target, IntView(value)); }

bool fits_int64(Value value, int64_t* result) {
  if (small_integer(value, result)) return true;
  mpz_srcptr number = as<BigInt>(value)->number;
  if (!mpz_fits_slong_p(number)) return false;
  *result = mpz_get_si(number);
  return true;
}

double int_to_double(Value value, bool* overflow) {
  *overflow = false;
  int64_t small;
  if (small_integer(value, &small)) return static_cast<double>(small);
  mpz_srcptr number = as<BigInt>(value)->number;
  size_t bits = mpz_sizeinbase(number, 2);
  if (bits > 1024) {
    *overflow = true;
    return mpz_sgn(number) < 0 ? -HUGE_VAL : HUGE_VAL;
  }
  if (bits <= 53) return mpz_get_d(number);
  // The top 64 bits, the lowest of them made sticky, round to the same double as all the bits do.
  mpz_t top;
  mpz_init(top);
  uint64_t head;
  if (bits > 64) {
    mpz_tdiv_q_2exp(top, number, bits - 64);
    head = mpz_getlimbn(top, 0) | (mpz_scan1(number, 0) < bits - 64);
  } else {
    head = mpz_getlimbn(number, 0);
  }
  mpz_clear(top);
  double result = std::ldexp(static_cast<double>(head), bits > 64 ? static_cast<int>(bits - 64) : 0);
  *overflow = std::isinf(result);
  return mpz_sgn(number) < 0 ? -result : result;
}

int int_compare(Value left, Value right) {
  int64_t a, b;
  if (small_integer(left, &a) && small_integer(right, &b)) return a < b ? -1 : a > b;
  return mpz_cmp(IntView(left), IntView(right));
}

int compare_int_double(Value integer, double number) {
  int64_t small;
  if (std::isinf(number)) return number > 0 ? -1 : 1;
  if (!small_integer(integer, &small)) return mpz_cmp_d(as<BigInt>(integer)->number, number);
  if (std::fabs(number) >= 0x1p62) return number > 0 ? -1 : 1;
  int64_t whole = static_cast<int64_t>(number);
  if (small != whole) return small < whole ? -1 : 1;
  double rest = number - static_cast<double>(whole);
  return rest > 0 ? -1 : rest < 0;
}

int64_t hash_integer(Value value) {
  int64_t small;
  if (small_integer(value, &small)) return hash_int(small);
  mpz_srcptr number = as<BigInt>(value)->number;
  int64_t hash = static_cast<int64_t>(mpz_tdiv_ui(number, kHashModulus));
  if (mpz_sgn(number) < 0) hash = -hash;
  return hash == -1 ? -2 : hash;
}

}  // namespace gillab
