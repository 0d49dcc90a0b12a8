// decimal: the operators of Decimal, comparisons, hash and quantize. Each tries the quick way and calls the Python one
// where that does not do.
#include "runtime/int.h"
#include "runtime/modules/decimal.h"

namespace gillab {
namespace {

using Args = const Value*;

const DecimalContext* context_of(const Ref& context) { return static_cast<DecimalContext*>(context.get().as_object()); }

Ref slow(Thread& thread, const char* name, Value first, Value second, Value third) {
  const Value args[] = {first, second, third};
  return call_slow(thread, decimal_types(thread).number, name, args, 3);
}

// --- arithmetic. false: slow

using Operation = bool (*)(const DecimalContext*, const Operand&, const Operand&, Result*);

bool add_sizes(const DecimalContext* context, const Operand& left, const Operand& right, Size a, Size b,
               int64_t exponent, Result* result) {
  if (left.sign == right.sign) return finish(context, left.sign, a + b, exponent, result);
  if (a > b) return finish(context, left.sign, a - b, exponent, result);
  if (a < b) return finish(context, right.sign, b - a, exponent, result);
  return finish(context, context->rounding.get() == kFloor, Size{0}, exponent, result);
}

bool add_wide(const DecimalContext* context, const Operand& left, const Operand& right, const Wide& a, const Wide& b,
              int64_t exponent, Result* result) {
  Wide total;
  if (left.sign == right.sign) {
    if (mpn_add_n(total.limbs, a.limbs, b.limbs, 4) != 0) return false;
    return finish(context, left.sign, total, exponent, result);
  }
  const bool less = mpn_cmp(a.limbs, b.limbs, 4) < 0;
  (void)mpn_sub_n(total.limbs, (less ? b : a).limbs, (less ? a : b).limbs, 4);
  if (mpn_zero_p(total.limbs, 4)) return false;
  return finish(context, less ? right.sign : left.sign, total, exponent, result);
}

bool add(const DecimalContext* context, const Operand& left, const Operand& right, Result* result) {
  const int64_t shift = left.exponent - right.exponent;
  if (shift == 0) return add_sizes(context, left, right, left.coefficient, right.coefficient, left.exponent, result);
  const Operand& high = shift > 0 ? left : right;
  const int64_t exponent = shift > 0 ? right.exponent : left.exponent, distance = shift > 0 ? shift : -shift;
  if (high.coefficient == 0) return add_sizes(context, left, right, left.coefficient, right.coefficient, exponent, result);
  const int64_t digits = count_digits(high.coefficient) + distance;
  if (digits <= kMostDigits) {
    const Size scaled = high.coefficient * power_of_ten(static_cast<int>(distance));
    return add_sizes(context, left, right, shift > 0 ? scaled : left.coefficient,
                     shift > 0 ? right.coefficient : scaled, exponent, result);
  }
  if (digits > kWideDigits) return false;
  const Wide scaled = wide_scaled(high.coefficient, static_cast<int>(distance));
  const Wide other = wide_product(shift > 0 ? right.coefficient : left.coefficient, 1);
  return add_wide(context, left, right, shift > 0 ? scaled : other, shift > 0 ? other : scaled, exponent, result);
}

bool subtract(const DecimalContext* context, const Operand& left, const Operand& right, Result* result) {
  return add(context, left, {!right.sign, right.exponent, right.coefficient}, result);
}

bool multiply(const DecimalContext* context, const Operand& left, const Operand& right, Result* result) {
  return finish(context, left.sign != right.sign, wide_product(left.coefficient, right.coefficient),
                left.exponent + right.exponent, result);
}

// Takes away up to `most` zeros at the end.
int strip_zeros(Size* size, int most) {
  int count = 0;
  for (int step = 32; step > 0; step /= 2) {
    if (count + step > most) continue;
    const Size unit = power_of_ten(step), shorter = *size / unit;
    if (shorter * unit != *size) continue;
    *size = shorter;
    count += step;
  }
  return count;
}

bool divide(const DecimalContext* context, const Operand& left, const Operand& right, Result* result) {
  const int64_t precision = context->precision.get();
  if (left.coefficient == 0 || right.coefficient == 0 || precision > kMostDigits - 2) return false;
  const int64_t shift = count_digits(right.coefficient) - count_digits(left.coefficient) + precision + 1;
  if (shift < 0) return false;
  Size quotient, rest;
  if (!divide_wide(wide_scaled(left.coefficient, static_cast<int>(shift)), right.coefficient, &quotient, &rest)) return false;
  int64_t exponent = left.exponent - right.exponent - shift;
  if (rest != 0) {
    if (quotient % 5 == 0) ++quotient;  // so that the digits dropped later know of it
  } else {
    exponent += strip_zeros(&quotient, static_cast<int>(shift));  // as near as can be to the operands' exponents
  }
  return finish(context, left.sign != right.sign, quotient, exponent, result);
}

constexpr struct {
  Operation operation;
  const char* name;
} kOperations[] = {{add, "add"}, {subtract, "subtract"}, {multiply, "multiply"}, {divide, "divide"}};

template <int number>
Ref operate(Thread& thread, Value left, Value right) {
  Operand a, b;
  if (get_operand(left, &a) && get_operand(right, &b)) [[likely]] {
    Ref context = decimal_context(thread);
    if (!context) return {};
    Result result;
    if (kOperations[number].operation(context_of(context), a, b, &result)) {
      if (Ref made = settle(thread, context_of(context), result); made || thread.has_exception()) return made;
    }
  } else if (!(is_number(left) || is_integer(left)) || !(is_number(right) || is_integer(right))) {
    return Ref::not_implemented();
  }
  return slow(thread, "_operate", left, right, Value::integer(number));
}
template <int number>
Ref forward(Thread& thread, Args args, uint32_t, Tuple*) { return operate<number>(thread, args[0], args[1]); }
template <int number>
Ref backward(Thread& thread, Args args, uint32_t, Tuple*) { return operate<number>(thread, args[1], args[0]); }

enum Sign : int { kMinus, kPlus, kAbsolute };

template <Sign kind>
Ref change_sign(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref context = decimal_context(thread);
  if (!context) return {};
  Operand value;
  Result result;
  if (get_operand(args[0], &value) && value.coefficient != 0) {
    const bool sign = kind == kMinus ? !value.sign : kind == kPlus && value.sign;
    if (finish(context_of(context), sign, value.coefficient, value.exponent, &result)) {
      if (Ref made = settle(thread, context_of(context), result); made || thread.has_exception()) return made;
    }
  }
  const Value all[] = {args[0], Value::integer(kind)};
  return call_slow(thread, decimal_types(thread).number, "_change_sign", all, 2);
}

// --- comparison

bool holds(Compare op, int order) {
  switch (op) {
    case Compare::Less: return order < 0;
    case Compare::LessEqual: return order <= 0;
    case Compare::Equal: return order == 0;
    case Compare::NotEqual: return order != 0;
    case Compare::Greater: return order > 0;
    default: return order >= 0;
  }
}

template <Compare op>
Ref compare_with(Thread& thread, Args args, uint32_t, Tuple*) {
  Operand left, right;
  if (get_operand(args[0], &left) && get_operand(args[1], &right)) [[likely]] {
    return Ref::boolean(holds(op, compare_numbers(left, right)));
  }
  return slow(thread, "_compare_slowly", args[0], args[1], Value::integer(static_cast<int>(op)));
}

Ref number_bool(Thread&, Args args, uint32_t, Tuple*) {
  const Number* number = number_of(args[0]);
  return Ref::boolean(number->special != 0 || !number->large.peek().is_empty() || (number->low | number->high) != 0);
}

// --- hash: modulo 2^61 - 1, as of all numbers

constexpr auto kModulus = static_cast<uint64_t>(kHashModulus);

uint64_t modulo(Size size) { return static_cast<uint64_t>(size % kModulus); }

uint64_t power_modulo(uint64_t base, uint64_t exponent) {
  uint64_t result = 1;
  for (; exponent != 0; exponent /= 2) {
    if (exponent & 1) result = modulo(static_cast<Size>(result) * base);
    base = modulo(static_cast<Size>(base) * base);
  }
  return result;
}

Ref number_hash(Thread& thread, Args args, uint32_t, Tuple*) {
  static const uint64_t kTenth = power_modulo(10, kModulus - 2);
  Operand value;
  if (!get_operand(args[0], &value)) return call_slow(thread, decimal_types(thread).number, "_hash", args, 1);
  const auto places = static_cast<uint64_t>(value.exponent < 0 ? -value.exponent : value.exponent);
  const uint64_t scale = power_modulo(value.exponent < 0 ? kTenth : 10, places);
  const auto size = static_cast<int64_t>(modulo(static_cast<Size>(modulo(value.coefficient)) * scale));
  return make_int(thread, hash_int(value.sign ? -size : size));
}

}  // namespace

// --- quantize

bool quantize_quickly(const DecimalContext* context, const Operand& value, int64_t exponent, int64_t rounding,
                      Result* result) {
  const int64_t precision = context->precision.get();
  if (exponent < context->least.get() - precision + 1 || exponent > context->most.get()) return false;
  if (!rescale(value, exponent, rounding, result)) return false;
  if (result->coefficient != 0 && count_digits(result->coefficient) > precision) return false;
  const uint32_t status = result->status;
  if (!finish(context, value.sign, result->coefficient, exponent, result) || result->status != 0) return false;
  result->status = status;
  return true;
}

namespace {

Ref number_quantize(Thread& thread, Args args, uint32_t, Tuple*) {
  Operand value, pattern;
  const bool plain = args[3].is_empty() || args[3].is_none();
  const bool rounds = !args[2].is_empty() && !args[2].is_none();
  if ((plain || is_decimal_context(args[3])) && get_operand(args[0], &value) && get_operand(args[1], &pattern)) {
    Ref context = plain ? decimal_context(thread) : Ref::share(args[3]);
    if (!context) return {};
    const int64_t rounding = rounds ? rounding_named(thread, args[2]) : context_of(context)->rounding.get();
    Result result;
    if (rounding >= 0 && quantize_quickly(context_of(context), value, pattern.exponent, rounding, &result)) {
      if (Ref made = settle(thread, context_of(context), result); made || thread.has_exception()) return made;
    }
  }
  Value all[4];
  for (int i = 0; i < 4; ++i) all[i] = args[i].is_empty() ? Value::none() : args[i];
  return call_slow(thread, decimal_types(thread).number, "_quantize", all, 4);
}

constexpr MethodDef kMethods[] = {
    {"__add__", "(self, value, /)", forward<0>},
    {"__radd__", "(self, value, /)", backward<0>},
    {"__sub__", "(self, value, /)", forward<1>},
    {"__rsub__", "(self, value, /)", backward<1>},
    {"__mul__", "(self, value, /)", forward<2>},
    {"__rmul__", "(self, value, /)", backward<2>},
    {"__truediv__", "(self, value, /)", forward<3>},
    {"__rtruediv__", "(self, value, /)", backward<3>},
    {"__neg__", "(self, /)", change_sign<kMinus>},
    {"__pos__", "(self, /)", change_sign<kPlus>},
    {"__abs__", "(self, /)", change_sign<kAbsolute>},
    {"__bool__", "(self, /)", number_bool},
    {"__lt__", "(self, value, /)", compare_with<Compare::Less>},
    {"__le__", "(self, value, /)", compare_with<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", compare_with<Compare::Equal>},
    {"__ne__", "(self, value, /)", compare_with<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", compare_with<Compare::Greater>},
    {"__ge__", "(self, value, /)", compare_with<Compare::GreaterEqual>},
    {"__hash__", "(self, /)", number_hash},
    {"quantize", "(self, /, exp, rounding=None, context=None)", number_quantize},
};

}  // namespace

void add_decimal_operators(Thread& thread, Type* type) { add_methods(thread, type, kMethods); }

}  // namespace gillab
