// math: functions of ints (with GMP where they do not fit) and roundings to ints.
#include <cmath>

#include "runtime/float.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/math.h"
#include "runtime/operations.h"

namespace gillab {
namespace {

// An mpz that frees itself.
struct Integer {
  mpz_t number;
  Integer() { mpz_init(number); }
  ~Integer() { mpz_clear(number); }
  Integer(const Integer&) = delete;
};

bool integer_argument(Thread& thread, Value value, Integer* result) {
  Ref integer = index(thread, value);
  if (!integer) return false;
  get_integer(integer.get(), result->number);
  return true;
}

uint64_t gcd_of(uint64_t a, uint64_t b) {
  while (b != 0) {
    uint64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

uint64_t absolute(int64_t number) {
  return number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
}

template <void (*kCombine)(mpz_ptr, mpz_srcptr, mpz_srcptr)>
Ref folded(Thread& thread, Tuple* values, unsigned start) {
  Integer result, next;
  mpz_set_ui(result.number, start);
  for (uint64_t i = 0; i < values->length; ++i) {
    if (!integer_argument(thread, values->items[i], &next)) return {};
    kCombine(result.number, result.number, next.number);
  }
  return make_int(thread, result.number);
}

Ref math_gcd(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Tuple* values = as<Tuple>(args[0]);
  uint64_t result = 0;
  for (uint64_t i = 0; i < values->length; ++i) {
    if (!values->items[i].is_int()) return folded<mpz_gcd>(thread, values, 0);
    result = gcd_of(result, absolute(values->items[i].as_int()));
  }
  return make_int_from_unsigned(thread, result);
}

Ref math_lcm(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return folded<mpz_lcm>(thread, as<Tuple>(args[0]), 1);
}

Ref math_isqrt(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[0].is_int() && args[0].as_int() >= 0) {
    int64_t number = args[0].as_int();
    int64_t root = static_cast<int64_t>(std::sqrt(static_cast<double>(number)));
    while (root * root > number) --root;
    while ((root + 1) * (root + 1) <= number) ++root;
    return make_int(thread, root);
  }
  Integer number;
  if (!integer_argument(thread, args[0], &number)) return {};
  if (mpz_sgn(number.number) < 0) return raise(thread, Error::ValueError, "isqrt() argument must be nonnegative");
  mpz_sqrt(number.number, number.number);
  return make_int(thread, number.number);
}

Ref math_factorial(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref integer = index(thread, args[0]);
  if (!integer) return {};
  int64_t number;
  if (int_compare(integer.get(), Value::integer(0)) < 0) {
    return raise(thread, Error::ValueError, "factorial() not defined for negative values");
  }
  if (!fits_int64(integer.get(), &number)) {
    return raise(thread, Error::OverflowError, "factorial() argument should not exceed 9223372036854775807");
  }
  Integer result;
  mpz_fac_ui(result.number, static_cast<unsigned long>(number));
  return make_int(thread, result.number);
}

constexpr int64_t kMostTerms = 9223372036854775807;

// n and k of comb and perm: neither is negative.
bool pair_of(Thread& thread, const Value* args, Integer* n, Integer* k) {
  if (!integer_argument(thread, args[0], n) || !integer_argument(thread, args[1], k)) return false;
  const char* negative = mpz_sgn(n->number) < 0 ? "n" : mpz_sgn(k->number) < 0 ? "k" : nullptr;
  return !negative || raise(thread, Error::ValueError, "{} must be a non-negative integer", negative);
}

Ref math_comb(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Integer n, k, other;
  if (!pair_of(thread, args, &n, &k)) return {};
  mpz_sub(other.number, n.number, k.number);
  if (mpz_sgn(other.number) < 0) return Ref::own(Value::integer(0));
  if (mpz_cmp(other.number, k.number) < 0) mpz_swap(other.number, k.number);
  if (!mpz_fits_ulong_p(k.number)) {
    return raise(thread, Error::OverflowError, "min(n - k, k) must not exceed {}", kMostTerms);
  }
  mpz_bin_ui(other.number, n.number, mpz_get_ui(k.number));
  return make_int(thread, other.number);
}

Ref math_perm(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  if (args[1].is_empty() || args[1].is_none()) return math_factorial(thread, args, count, names);
  Integer n, k, result;
  if (!pair_of(thread, args, &n, &k)) return {};
  if (mpz_cmp(k.number, n.number) > 0) return Ref::own(Value::integer(0));
  if (!mpz_fits_ulong_p(k.number)) return raise(thread, Error::OverflowError, "k must not exceed {}", kMostTerms);
  mpz_set_ui(result.number, 1);
  for (uint64_t i = mpz_get_ui(k.number); i > 0; --i) {
    mpz_mul(result.number, result.number, n.number);
    mpz_sub_ui(n.number, n.number, 1);
  }
  return make_int(thread, result.number);
}

// floor, ceil and trunc: what the type says, else the float rounded.
Ref rounded(Thread& thread, Value value, Dunder dunder, double (*round)(double)) {
  if (is_floating(value) && (value.is_float() || is_exact<FloatBox>(value))) {
    return make_int_from_double(thread, round(float_of(value)));
  }
  if (value.is_int()) return Ref::share(value);
  Value method = special_method(thread, value, dunder);
  if (!method.is_empty()) return call_special(thread, method, value);
  double number;
  return real_argument(thread, value, &number) ? make_int_from_double(thread, round(number)) : Ref();
}

Ref math_floor(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return rounded(thread, args[0], Dunder::Floor, ::floor);
}
Ref math_ceil(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return rounded(thread, args[0], Dunder::Ceil, ::ceil);
}
Ref math_trunc(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[0].is_float()) return make_int_from_double(thread, args[0].as_float());
  if (args[0].is_int()) return Ref::share(args[0]);
  Value method = special_method(thread, args[0], Dunder::Trunc);
  if (!method.is_empty()) return call_special(thread, method, args[0]);
  return raise(thread, Error::TypeError, "type {} doesn't define __trunc__ method", type_name(thread, args[0]));
}

const MethodDef kFunctions[] = {
    {"ceil", "(x, /)", math_ceil},    {"comb", "(n, k, /)", math_comb},      {"factorial", "(n, /)", math_factorial},
    {"floor", "(x, /)", math_floor},  {"gcd", "(*integers)", math_gcd},      {"isqrt", "(n, /)", math_isqrt},
    {"lcm", "(*integers)", math_lcm}, {"perm", "(n, k=None, /)", math_perm}, {"trunc", "(x, /)", math_trunc},
};

}  // namespace

bool add_integer_math(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
