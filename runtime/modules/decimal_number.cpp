// decimal: the class Decimal: making numbers and looking at their parts. Its operators: decimal_arithmetic.cpp; its
// other methods are Python's.
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/int.h"
#include "runtime/modules/decimal.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

void destroy_number(Thread& thread, Object* object) {
  static_cast<Number*>(object)->large.end();
  free_with_attributes(thread, object, sizeof(Number));
}

constexpr int64_t kFarExponent = int64_t{1} << 61;  // twice it is still an int64_t, and no context allows it

// false: it has more digits. REQUIRES: is_integer(value)
bool get_size(Value value, Size* size, bool* negative) {
  if (!value.is_object()) {
    const int64_t number = value.is_int() ? value.as_int() : value.is_true();
    *negative = number < 0;
    *size = static_cast<uint64_t>(*negative ? -number : number);
    return true;
  }
  mpz_srcptr number = as<BigInt>(value)->number;
  *negative = mpz_sgn(number) < 0;
  if (mpz_size(number) > 2) return false;
  *size = static_cast<Size>(mpz_getlimbn(number, 1)) << 64 | mpz_getlimbn(number, 0);
  return *size < power_of_ten(kMostDigits);
}

Number* allocate_number(Thread& thread, Type* cls) {
  Type* usual = decimal_types(thread).number;
  auto* number = static_cast<Number*>(cls == usual ? allocate<Number>(thread, usual->root) : allocate_instance(thread, cls, 0));
  if (number) number->large.init_empty();
  return number;
}

int64_t exponent_of(Value value) {
  int64_t exponent;
  if (!fits_int64(value, &exponent)) return int_compare(value, Value::integer(0)) < 0 ? -kFarExponent : kFarExponent;
  return exponent < -kFarExponent ? -kFarExponent : exponent > kFarExponent ? kFarExponent : exponent;
}

bool try_value(Thread& thread, Value value, Operand* result) {
  if (is_exact<Str>(value)) {
    const auto* text = as<Str>(value);
    return text->ascii && read_number(text->ascii_view(), result);
  }
  return (is_integer(value) || type_of(thread, value) == decimal_types(thread).number) && get_operand(value, result);
}

Ref number_new(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* cls = class_argument(thread, args[0], decimal_types(thread).number);
  if (!cls) return {};
  Operand found{};
  const Value value = args[1].is_empty() ? Value::integer(0) : args[1];
  if ((args[2].is_empty() || args[2].is_none()) && try_value(thread, value, &found)) {
    if (cls == decimal_types(thread).number && is_number(value)) return Ref::share(value);
    return new_number(thread, cls, found.sign, found.coefficient, found.exponent);
  }
  const Value all[] = {args[0], value, args[2].is_empty() ? Value::none() : args[2]};
  return call_slow(thread, decimal_types(thread).number, "_new", all, 3);
}

Ref get_sign(Thread&, Value self) { return Ref::own(Value::integer(number_of(self)->sign)); }
Ref get_exponent(Thread& thread, Value self) { return make_int(thread, number_of(self)->exponent); }
Ref get_special(Thread&, Value self) { return Ref::own(Value::integer(number_of(self)->special)); }
Ref get_coefficient(Thread& thread, Value self) {
  const Number* number = number_of(self);
  if (Value large = number->large.peek(); !large.is_empty()) return Ref::share(large);
  return int_of_size(thread, static_cast<Size>(number->high) << 64 | number->low);
}

constexpr MethodDef kMethods[] = {
    {"__new__", "(cls, /, value='0', context=None)", number_new, MethodDef::Static},
    {"__repr__", "(self, /)", decimal_repr},
    {"__str__", "(self, /)", decimal_str},
};
constexpr GetSetDef kGetSets[] = {
    {"_sign", get_sign}, {"_coef", get_coefficient}, {"_exp", get_exponent}, {"_special", get_special}};

}  // namespace

const Layout kNumberLayout = {"Decimal", sizeof(Number), false, destroy_number};

Ref int_of_size(Thread& thread, Size size) {
  if (size <= INT64_MAX) return make_int(thread, static_cast<int64_t>(size));
  const mp_limb_t limbs[] = {static_cast<uint64_t>(size), static_cast<uint64_t>(size >> 64)};
  mpz_t view;
  return make_int(thread, mpz_roinit_n(view, limbs, 2));
}

Ref new_number(Thread& thread, Type* cls, bool sign, Size coefficient, int64_t exponent) {
  Number* number = allocate_number(thread, cls);
  if (!number) return {};
  number->low = static_cast<uint64_t>(coefficient);
  number->high = static_cast<uint64_t>(coefficient >> 64);
  number->exponent = exponent;
  number->sign = sign;
  number->special = 0;
  return Ref::own(number);
}

bool get_operand(Value value, Operand* result) {
  if (is_number(value)) [[likely]] {
    const Number* number = number_of(value);
    if (number->special != 0 || !number->large.peek().is_empty()) return false;
    *result = {number->sign != 0, number->exponent, static_cast<Size>(number->high) << 64 | number->low};
    return true;
  }
  result->exponent = 0;
  return is_integer(value) && get_size(value, &result->coefficient, &result->sign);
}

// A Decimal of its parts.
Ref make_number(Thread& thread, Args args, uint32_t, Tuple*) {
  for (int i = 0; i < 4; ++i) {
    if (!args[i].is_empty() && !is_integer(args[i])) return raise(thread, Error::TypeError, "an integer is required");
  }
  Size size = 0;
  bool negative;
  const bool fits = get_size(args[1], &size, &negative);
  Ref made = new_number(thread, int_compare(args[0], Value::integer(0)) != 0, fits ? size : 0, exponent_of(args[2]));
  if (!made) return {};
  if (!fits) number_of(made.get())->large.put(Ref::share(args[1]));
  if (!args[3].is_empty()) number_of(made.get())->special = static_cast<uint8_t>(args[3].as_int());
  return made;
}

// The same number as an instance of a subclass.
Ref copy_number(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* cls = class_argument(thread, args[0], decimal_types(thread).number);
  if (!cls) return {};
  if (!is_number(args[1])) return raise(thread, Error::TypeError, "a Decimal is required");
  Number* copy = allocate_number(thread, cls);
  if (!copy) return {};
  const Number* number = number_of(args[1]);
  copy->low = number->low;
  copy->high = number->high;
  copy->exponent = number->exponent;
  copy->sign = number->sign;
  copy->special = number->special;
  copy->large.put(number->large.take());
  return Ref::own(copy);
}

Type* make_number_type(Thread& thread) {
  Type* type = make_native_type(thread, {"decimal.Decimal", "decimal", &kNumberLayout, kBaseType | kOwnGuards,
                                         Kind::Extension, "A decimal number: exact, or rounded as a context says."}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  add_decimal_operators(thread, type);
  add_decimal_conversions(thread, type);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
