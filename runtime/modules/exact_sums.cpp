// _exact_sums: exact sums of ints and floats, for the averages of lib/statistics.py.
#include <gmp.h>

#include <bit>
#include <cmath>
#include <cstdint>

#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"

namespace gillab {

namespace {

// size * 2^exponent, the size odd or 0.
struct Exact {
  int64_t size;
  int exponent;
};

Exact exact_of(double number) {
  int exponent;
  const double fraction = std::frexp(number, &exponent);
  const auto size = static_cast<int64_t>(std::ldexp(fraction, 53));
  if (size == 0) return {0, 0};
  const int zeros = std::countr_zero(static_cast<uint64_t>(size));
  return {size >> zeros, exponent - 53 + zeros};
}

// False: something else than an immediate int or a finite float.
bool get_exact(Value value, Exact* result) {
  if (value.is_int()) {
    *result = {value.as_int(), 0};
    return true;
  }
  if (!value.is_float() && !is_exact<FloatBox>(value)) return false;
  const double number = float_of(value);
  if (!std::isfinite(number)) return false;
  *result = exact_of(number);
  return true;
}

// Sums of numbers that are multiples of 2^least, in that unit: in words while they fit, in GMP's numbers for the rest.
class Sums {
 public:
  explicit Sums(int least) : least_(least) { mpz_inits(total_, squares_, number_, nullptr); }
  ~Sums() { mpz_clears(total_, squares_, number_, nullptr); }
  Sums(const Sums&) = delete;

  void add(const Exact& exact) {
    if (exact.size == 0) return;
    const int shift = exact.exponent - least_;
    const auto magnitude = static_cast<uint64_t>(exact.size < 0 ? -exact.size : exact.size);
    if (std::bit_width(magnitude) + shift > 63) return add_long(exact.size, static_cast<mp_bitcnt_t>(shift));
    const int64_t number = exact.size * (int64_t{1} << shift);
    short_total_ += number;
    const auto square = static_cast<unsigned __int128>(static_cast<__int128>(number) * number);
    short_squares_ += square;
    carries_ += short_squares_ < square;
  }

  Ref total(Thread& thread) {
    const bool negative = short_total_ < 0;
    const auto size = static_cast<unsigned __int128>(negative ? -short_total_ : short_total_);
    const mp_limb_t limbs[] = {static_cast<uint64_t>(size), static_cast<uint64_t>(size >> 64)};
    mpz_import(number_, 2, -1, sizeof(mp_limb_t), 0, 0, limbs);
    negative ? mpz_sub(total_, total_, number_) : mpz_add(total_, total_, number_);
    return make_int(thread, total_);
  }
  Ref squares(Thread& thread) {
    const mp_limb_t limbs[] = {static_cast<uint64_t>(short_squares_), static_cast<uint64_t>(short_squares_ >> 64), carries_};
    mpz_import(number_, 3, -1, sizeof(mp_limb_t), 0, 0, limbs);
    mpz_add(squares_, squares_, number_);
    return make_int(thread, squares_);
  }

 private:
  void add_long(int64_t size, mp_bitcnt_t shift) {
    mpz_set_si(number_, size);
    mpz_mul_2exp(number_, number_, shift);
    mpz_add(total_, total_, number_);
    mpz_addmul(squares_, number_, number_);
  }

  int least_;
  __int128 short_total_ = 0;
  unsigned __int128 short_squares_ = 0;
  mp_limb_t carries_ = 0;
  mpz_t total_, squares_, number_;
};

// (are there floats, total, places, total of squares): the sums are total / 2**places and squares / 4**places. None: there
// is something else in the list.
Ref exact_sums(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<List>(args[0])) return raise(thread, Error::TypeError, "a list is needed");
  Ref copy = tuple_from(thread, args[0]);
  if (!copy) return {};
  const Tuple* items = copy.as<Tuple>();
  int least = 0;
  bool floats = false;
  Exact exact;
  for (size_t i = 0; i < items->length; ++i) {
    if (!get_exact(items->items[i], &exact)) return Ref::none();
    floats = floats || !items->items[i].is_int();
    if (exact.exponent < least) least = exact.exponent;
  }
  Sums sums(least);
  for (size_t i = 0; i < items->length; ++i) {
    get_exact(items->items[i], &exact);
    sums.add(exact);
  }
  Ref total = sums.total(thread), squares = sums.squares(thread);
  if (!total || !squares) return {};
  return make_tuple_of(thread, Value::boolean(floats), total.get(), Value::integer(-least), squares.get());
}

const MethodDef kFunction = {"exact_sums", "(data, /)", exact_sums};

}  // namespace

bool init__exact_sums(Thread& thread, Module* module) { return add_function(thread, module, kFunction); }

}  // namespace gillab
