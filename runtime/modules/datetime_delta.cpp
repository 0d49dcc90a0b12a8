// datetime.timedelta.
#include <gmp.h>

#include <cmath>
#include <cstdlib>

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/datetime.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

constexpr int64_t kMostDays = 999999999;
constexpr Microseconds kFarTooMany = static_cast<Microseconds>(1) << 120;

void destroy_delta(Thread& thread, Object* object) { free_with_attributes(thread, object, sizeof(Delta)); }

void set_integer(mpz_t target, Microseconds number) {
  const bool negative = number < 0;
  const unsigned __int128 size = negative ? -static_cast<unsigned __int128>(number) : static_cast<unsigned __int128>(number);
  const uint64_t halves[] = {static_cast<uint64_t>(size), static_cast<uint64_t>(size >> 64)};
  mpz_import(target, 2, -1, sizeof(uint64_t), 0, 0, halves);
  if (negative) mpz_neg(target, target);
}

Ref make_wide_int(Thread& thread, Microseconds number) {
  if (number >= INT64_MIN && number <= INT64_MAX) return make_int(thread, static_cast<int64_t>(number));
  mpz_t wide;
  mpz_init(wide);
  set_integer(wide, number);
  Ref result = make_int(thread, wide);
  mpz_clear(wide);
  return result;
}

Failed raise_too_large(Thread& thread) {
  return raise(thread, Error::OverflowError, "Python int too large to convert to C int");
}

// False: it is far too large.
bool get_wide(const mpz_t number, Microseconds* result) {
  if (mpz_sizeinbase(number, 2) > 100) return false;
  uint64_t halves[2] = {0, 0};
  mpz_export(halves, nullptr, -1, sizeof(uint64_t), 0, 0, number);
  const auto size = static_cast<Microseconds>(static_cast<unsigned __int128>(halves[1]) << 64 | halves[0]);
  *result = mpz_sgn(number) < 0 ? -size : size;
  return true;
}

constexpr char kByZero[] = "integer division or modulo by zero";
Failed raise_zero_division(Thread& thread, const char* what) {
  return raise(thread, Error::ZeroDivisionError, "{}", what);
}

// --- making them

// An int of any size times the factor. What is far too large stays so.
Microseconds units_of(Value value, int64_t factor) {
  int64_t number;
  if (fits_int64(value, &number)) return static_cast<Microseconds>(number) * factor;
  mpz_t wide;
  mpz_init(wide);
  get_integer(value, wide);
  mpz_mul_si(wide, wide, factor);
  Microseconds result;
  if (!get_wide(wide, &result)) result = mpz_sgn(wide) < 0 ? -kFarTooMany : kFarTooMany;
  mpz_clear(wide);
  return result;
}

// What a number of units is worth in microseconds; what is less than one goes to `rest`.
bool add_units(Thread& thread, Value value, int64_t factor, const char* name, Microseconds* total, double* rest) {
  if (value.is_empty()) return true;
  if (is_integer(value)) {
    *total += units_of(value, factor);
    return true;
  }
  if (!is_floating(value)) {
    return raise(thread, Error::TypeError, "unsupported type for timedelta {} component: {}", name,
                 type_name(thread, value));
  }
  double whole, fraction = std::modf(float_of(value), &whole);
  if (std::isnan(whole)) return raise(thread, Error::ValueError, "cannot convert float NaN to integer");
  if (std::isinf(whole)) return raise(thread, Error::OverflowError, "cannot convert float infinity to integer");
  if (std::fabs(whole) > 9e18) return raise_too_large(thread);
  *total += static_cast<Microseconds>(whole) * factor;
  fraction = std::modf(fraction * static_cast<double>(factor), &whole);
  *total += static_cast<Microseconds>(whole);
  *rest += fraction;
  return true;
}

Ref delta_new(Thread& thread, Args args, uint32_t, Tuple*) {
  static constexpr struct {
    const char* name;
    uint32_t place;
    int64_t factor;
  } kUnits[] = {{"microseconds", 3, 1},           {"milliseconds", 4, 1000},
                {"seconds", 2, kMillion},         {"minutes", 5, 60 * kMillion},
                {"hours", 6, 3600 * kMillion},    {"days", 1, kDayMicroseconds},
                {"weeks", 7, 7 * kDayMicroseconds}};
  Type* cls = class_argument(thread, args[0], date_types(thread).delta);
  if (!cls) return {};
  Microseconds total = 0;
  double rest = 0;
  for (const auto& unit : kUnits) {
    if (!add_units(thread, args[unit.place], unit.factor, unit.name, &total, &rest)) return {};
  }
  if (rest != 0) {
    const int odd = static_cast<int>(total & 1);
    double whole = std::round(rest);
    if (std::fabs(whole - rest) == 0.5) whole = 2.0 * std::round((rest + odd) * 0.5) - odd;
    total += static_cast<Microseconds>(whole);
  }
  return make_delta(thread, total, cls);
}

// --- arithmetic

Ref delta_add(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_delta(args[0]) || !is_delta(args[1])) return Ref::not_implemented();
  return make_delta(thread, total_of(delta_of(args[0])) + total_of(delta_of(args[1])));
}
Ref delta_subtract(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_delta(args[0]) || !is_delta(args[1])) return Ref::not_implemented();
  return make_delta(thread, total_of(delta_of(args[0])) - total_of(delta_of(args[1])));
}
Ref delta_negative(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_delta(thread, -total_of(delta_of(args[0])));
}
Ref delta_positive(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_delta(thread, total_of(delta_of(args[0])));
}
Ref delta_absolute(Thread& thread, Args args, uint32_t, Tuple*) {
  const Microseconds total = total_of(delta_of(args[0]));
  return make_delta(thread, total < 0 ? -total : total);
}

// numerator / denominator, rounded to the nearest, to even in the middle, as a timedelta. Changes both.
Ref nearest_delta(Thread& thread, mpz_t numerator, mpz_t denominator) {
  mpz_t quotient, rest;
  mpz_inits(quotient, rest, nullptr);
  mpz_fdiv_qr(quotient, rest, numerator, denominator);
  mpz_mul_2exp(rest, rest, 1);
  const int side = mpz_cmpabs(rest, denominator);
  if (side > 0 || (side == 0 && mpz_odd_p(quotient))) mpz_add_ui(quotient, quotient, 1);
  Microseconds total = 0;
  const bool fits = get_wide(quotient, &total);
  mpz_clears(quotient, rest, nullptr);
  return fits ? make_delta(thread, total) : raise_too_large(thread);
}

// total * factor, or total / factor
Ref scale(Thread& thread, Microseconds total, double factor, bool divides) {
  if (std::isnan(factor)) return raise(thread, Error::ValueError, "cannot convert NaN to integer ratio");
  if (std::isinf(factor)) return raise(thread, Error::OverflowError, "cannot convert Infinity to integer ratio");
  if (divides && factor == 0) return raise_zero_division(thread, kByZero);
  int exponent;
  const double mantissa = std::frexp(factor, &exponent);
  mpz_t numerator, denominator, whole;
  mpz_inits(numerator, denominator, whole, nullptr);
  set_integer(numerator, total);
  mpz_set_si(denominator, 1);
  mpz_set_d(whole, std::ldexp(mantissa, 53));
  exponent -= 53;
  mpz_ptr above = divides ? denominator : numerator, below = divides ? numerator : denominator;
  mpz_mul(above, above, whole);
  mpz_ptr shifted = exponent >= 0 ? above : below;
  mpz_mul_2exp(shifted, shifted, static_cast<mp_bitcnt_t>(std::abs(exponent)));
  Ref result = nearest_delta(thread, numerator, denominator);
  mpz_clears(numerator, denominator, whole, nullptr);
  return result;
}

Ref delta_multiply(Thread& thread, Args args, uint32_t, Tuple*) {
  const Value delta = is_delta(args[0]) ? args[0] : args[1], factor = is_delta(args[0]) ? args[1] : args[0];
  if (!is_delta(delta)) return Ref::not_implemented();
  const Microseconds total = total_of(delta_of(delta));
  if (is_floating(factor)) return scale(thread, total, float_of(factor), false);
  if (!is_integer(factor)) return Ref::not_implemented();
  int64_t number;
  Microseconds product = 0;
  if (total == 0) return make_delta(thread, 0);
  if (!fits_int64(factor, &number) || __builtin_mul_overflow(total, static_cast<Microseconds>(number), &product)) {
    return raise_too_large(thread);
  }
  return make_delta(thread, product);
}

Microseconds floor_divide(Microseconds a, Microseconds b) {
  const Microseconds quotient = a / b;
  return quotient - (a % b != 0 && (a < 0) != (b < 0));
}

Ref delta_floor_divide(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_delta(args[0])) return Ref::not_implemented();
  const Microseconds total = total_of(delta_of(args[0]));
  if (is_delta(args[1])) {
    const Microseconds by = total_of(delta_of(args[1]));
    if (by == 0) return raise_zero_division(thread, kByZero);
    return make_wide_int(thread, floor_divide(total, by));
  }
  if (!is_integer(args[1])) return Ref::not_implemented();
  int64_t by;
  if (!fits_int64(args[1], &by)) by = int_compare(args[1], Value::integer(0)) < 0 ? INT64_MIN : INT64_MAX;
  if (by == 0) return raise_zero_division(thread, kByZero);
  return make_delta(thread, floor_divide(total, by));
}

Ref divide_by_int(Thread& thread, Microseconds total, Value by) {
  mpz_t numerator, denominator;
  mpz_inits(numerator, denominator, nullptr);
  set_integer(numerator, total);
  get_integer(by, denominator);
  Ref result;
  if (mpz_sgn(denominator) == 0) {
    raise_zero_division(thread, kByZero);
  } else {
    result = nearest_delta(thread, numerator, denominator);
  }
  mpz_clears(numerator, denominator, nullptr);
  return result;
}

Ref delta_divide(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_delta(args[0])) return Ref::not_implemented();
  const Microseconds total = total_of(delta_of(args[0]));
  if (is_floating(args[1])) return scale(thread, total, float_of(args[1]), true);
  if (is_integer(args[1])) return divide_by_int(thread, total, args[1]);
  if (!is_delta(args[1])) return Ref::not_implemented();
  Ref above = make_wide_int(thread, total), below = make_wide_int(thread, total_of(delta_of(args[1])));
  return above && below ? int_true_divide(thread, above.get(), below.get()) : Ref();
}

Ref delta_modulo(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_delta(args[0]) || !is_delta(args[1])) return Ref::not_implemented();
  const Microseconds total = total_of(delta_of(args[0])), by = total_of(delta_of(args[1]));
  if (by == 0) return raise_zero_division(thread, "integer modulo by zero");
  return make_delta(thread, total - floor_divide(total, by) * by);
}

Ref delta_divmod(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_delta(args[0]) || !is_delta(args[1])) return Ref::not_implemented();
  Ref quotient = delta_floor_divide(thread, args, 2, nullptr);
  Ref rest = quotient ? delta_modulo(thread, args, 2, nullptr) : Ref();
  return rest ? make_pair(thread, std::move(quotient), std::move(rest)) : Ref();
}

// other OP delta, by the function for delta OP other.
template <NativeCall operation>
Ref reflected(Thread& thread, Args args, uint32_t, Tuple*) {
  const Value swapped[] = {args[1], args[0]};
  return operation(thread, swapped, 2, nullptr);
}

template <Compare op>
Ref delta_compare(Thread&, Args args, uint32_t, Tuple*) {
  if (!is_delta(args[1])) return Ref::not_implemented();
  const Microseconds left = total_of(delta_of(args[0])), right = total_of(delta_of(args[1]));
  return answer(op, left < right, left == right);
}

Ref parts_of(Thread& thread, const Delta* delta) {
  return make_tuple_of(thread, Value::integer(delta->days), Value::integer(delta->seconds),
                       Value::integer(delta->microseconds));
}

Ref delta_hash(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref parts = parts_of(thread, delta_of(args[0]));
  int64_t result;
  return parts && hash_tuple(thread, parts.as<Tuple>(), &result) ? make_int(thread, result) : Ref();
}

Ref delta_bool(Thread&, Args args, uint32_t, Tuple*) { return Ref::boolean(total_of(delta_of(args[0])) != 0); }

// --- text

Ref delta_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  const Delta* delta = delta_of(args[0]);
  const struct {
    const char* name;
    int64_t value;
  } parts[] = {{"days=", delta->days}, {"seconds=", delta->seconds}, {"microseconds=", delta->microseconds}};
  StrBuilder text(thread);
  text.add(type_name(thread, args[0]));
  text.add("(");
  bool first = true;
  for (const auto& part : parts) {
    if (part.value == 0) continue;
    if (!first) text.add(", ");
    first = false;
    text.add(part.name);
    text.add_integer(part.value);
  }
  text.add(first ? "0)" : ")");
  return text.finish();
}

Ref delta_str(Thread& thread, Args args, uint32_t, Tuple*) {
  const Delta* delta = delta_of(args[0]);
  StrBuilder text(thread);
  if (delta->days != 0) {
    text.add_integer(delta->days);
    text.add(std::abs(delta->days) == 1 ? " day, " : " days, ");
  }
  Pieces clock;
  clock.add_number(delta->seconds / 3600, 1);
  clock.add(':');
  clock.add_number(delta->seconds / 60 % 60, 2);
  clock.add(':');
  clock.add_number(delta->seconds % 60, 2);
  if (delta->microseconds != 0) {
    clock.add('.');
    clock.add_number(delta->microseconds, 6);
  }
  text.add_ascii(clock.text, clock.length);
  return text.finish();
}

Ref delta_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref parts = parts_of(thread, delta_of(args[0]));
  return parts ? make_tuple_of(thread, Value::object(type_of(thread, args[0])), parts.get()) : Ref();
}

Ref delta_total_seconds(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref total = make_wide_int(thread, total_of(delta_of(args[0])));
  return total ? int_true_divide(thread, total.get(), Value::integer(kMillion)) : Ref();
}

template <int32_t Delta::*part>
Ref get_part(Thread&, Value self) { return Ref::own(Value::integer(delta_of(self)->*part)); }

constexpr MethodDef kMethods[] = {
    {"__new__",
     "(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)", delta_new,
     MethodDef::Static},
    {"__add__", "(self, value, /)", delta_add},
    {"__radd__", "(self, value, /)", delta_add},
    {"__sub__", "(self, value, /)", delta_subtract},
    {"__rsub__", "(self, value, /)", reflected<delta_subtract>},
    {"__mul__", "(self, value, /)", delta_multiply},
    {"__rmul__", "(self, value, /)", delta_multiply},
    {"__floordiv__", "(self, value, /)", delta_floor_divide},
    {"__truediv__", "(self, value, /)", delta_divide},
    {"__mod__", "(self, value, /)", delta_modulo},
    {"__divmod__", "(self, value, /)", delta_divmod},
    {"__rfloordiv__", "(self, value, /)", reflected<delta_floor_divide>},
    {"__rtruediv__", "(self, value, /)", reflected<delta_divide>},
    {"__rmod__", "(self, value, /)", reflected<delta_modulo>},
    {"__rdivmod__", "(self, value, /)", reflected<delta_divmod>},
    {"__neg__", "(self, /)", delta_negative},
    {"__pos__", "(self, /)", delta_positive},
    {"__abs__", "(self, /)", delta_absolute},
    {"__bool__", "(self, /)", delta_bool},
    {"__lt__", "(self, value, /)", delta_compare<Compare::Less>},
    {"__le__", "(self, value, /)", delta_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", delta_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", delta_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", delta_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", delta_compare<Compare::GreaterEqual>},
    {"__hash__", "(self, /)", delta_hash},
    {"__repr__", "(self, /)", delta_repr},
    {"__str__", "(self, /)", delta_str},
    {"__reduce__", "(self, /)", delta_reduce},
    {"total_seconds", "(self, /)", delta_total_seconds},
};
constexpr GetSetDef kGetSets[] = {{"days", get_part<&Delta::days>},
                                  {"seconds", get_part<&Delta::seconds>},
                                  {"microseconds", get_part<&Delta::microseconds>}};

}  // namespace

const Layout kDeltaLayout = {"timedelta", sizeof(Delta), false, destroy_delta};

Microseconds total_of(const Delta* delta) {
  return (static_cast<Microseconds>(delta->days) * kDaySeconds + delta->seconds) * kMillion + delta->microseconds;
}

Ref make_delta(Thread& thread, Microseconds total, Type* cls) {
  const Microseconds days = floor_divide(total, kDayMicroseconds);
  if (days < -kMostDays || days > kMostDays) {
    if (days < INT32_MIN || days > INT32_MAX) return raise_too_large(thread);
    return raise(thread, Error::OverflowError, "days={}; must have magnitude <= {}", static_cast<int64_t>(days),
                 kMostDays);
  }
  Type* usual = date_types(thread).delta;
  auto* delta = static_cast<Delta*>(!cls || cls == usual ? allocate<Delta>(thread, usual->root)
                                                         : allocate_instance(thread, cls, 0));
  if (!delta) return {};
  const int64_t rest = static_cast<int64_t>(total - days * kDayMicroseconds);
  delta->days = static_cast<int32_t>(days);
  delta->seconds = static_cast<int32_t>(rest / kMillion);
  delta->microseconds = static_cast<int32_t>(rest % kMillion);
  return Ref::own(delta);
}

Type* make_delta_type(Thread& thread) {
  Type* type = make_native_type(thread, {"datetime.timedelta", "datetime", &kDeltaLayout, kBaseType | kOwnGuards,
                                         Kind::Extension, "A span of time: days, seconds and microseconds."}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  finish_type(thread, type);
  return type;
}

bool add_delta_constants(Thread& thread) {
  Type* type = date_types(thread).delta;
  const Microseconds most = static_cast<Microseconds>(kMostDays) * kDayMicroseconds;
  add_constant(thread, type, "min", make_delta(thread, -most));
  add_constant(thread, type, "max", make_delta(thread, most + kDayMicroseconds - 1));
  add_constant(thread, type, "resolution", make_delta(thread, 1));
  return !thread.has_exception();
}

}  // namespace gillab
