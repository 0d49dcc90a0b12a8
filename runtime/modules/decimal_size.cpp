// decimal: coefficients of up to 38 digits, products of two of them, and how results are rounded.
#include "runtime/modules/decimal.h"

#include <array>
#include <bit>
#include <cstddef>

namespace gillab {
namespace {

constexpr auto kPowers = [] {
  std::array<Size, kMostDigits + 1> powers{1};
  for (size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

constexpr uint64_t low_half(Size size) { return static_cast<uint64_t>(size); }
constexpr uint64_t high_half(Size size) { return static_cast<uint64_t>(size >> 64); }
Size join(const mp_limb_t* limbs) { return static_cast<Size>(limbs[1]) << 64 | limbs[0]; }

int count_bits(Size size) {
  return high_half(size) ? 64 + std::bit_width(high_half(size)) : std::bit_width(low_half(size));
}

mp_size_t used_limbs(const Wide& wide) {
  mp_size_t count = 4;
  while (count > 0 && wide.limbs[count - 1] == 0) --count;
  return count;
}
bool is_wide(const Wide& wide) { return (wide.limbs[2] | wide.limbs[3]) != 0; }

void divide_size(Size number, Size by, Size* quotient, Size* rest) {
  if (high_half(number) == 0 && high_half(by) == 0) {
    *quotient = low_half(number) / low_half(by);
    *rest = low_half(number) % low_half(by);
    return;
  }
  *quotient = number / by;
  *rest = number - *quotient * by;
}

bool fits_context(const DecimalContext* context, int64_t adjusted) {
  return adjusted <= context->most.get() && adjusted >= context->least.get() && context->clamp.get() == 0;
}

// The coefficient is rounded to the precision by dropping that many digits.
bool finish_rounded(const DecimalContext* context, const Wide& size, int drop, Result* result) {
  const int64_t precision = context->precision.get();
  if (precision > kMostDigits - 1 || drop > kMostDigits) return false;
  const Size unit = kPowers[static_cast<size_t>(drop)];
  Size rest;
  if (!divide_wide(size, unit, &result->coefficient, &rest)) return false;
  result->status = rest == 0 ? kRoundedBit : kRoundedBit | kInexactBit;
  result->exponent += drop;
  if (rest == 0 || !rounds_up(context->rounding.get(), result->sign, result->coefficient, rest, unit)) return true;
  if (++result->coefficient != kPowers[static_cast<size_t>(precision)]) return true;
  result->coefficient = kPowers[static_cast<size_t>(precision - 1)];
  ++result->exponent;
  return fits_context(context, result->exponent + precision - 1);
}

}  // namespace

Size power_of_ten(int exponent) { return kPowers[static_cast<size_t>(exponent)]; }

int count_digits(Size size) {
  if (size < 10) return 1;
  const auto guess = static_cast<size_t>(count_bits(size) * 1233 >> 12);  // by the logarithm of 2
  return static_cast<int>(guess) + (size >= kPowers[guess] ? 1 : 0);
}

int count_digits(const Wide& wide) {
  if (!is_wide(wide)) return count_digits(join(wide.limbs));
  Size quotient, rest;
  if (!divide_wide(wide, kPowers[kMostDigits], &quotient, &rest)) return kWideDigits + 1;
  return kMostDigits + count_digits(quotient);
}

Wide wide_product(Size left, Size right) {
  Wide result{};
  const mp_limb_t a[] = {low_half(left), high_half(left)}, b[] = {low_half(right), high_half(right)};
  if ((a[1] | b[1]) == 0) {
    const Size product = static_cast<Size>(a[0]) * b[0];
    return {{low_half(product), high_half(product), 0, 0}};
  }
  mpn_mul_n(result.limbs, a, b, 2);
  return result;
}

Wide wide_scaled(Size size, int exponent) {
  if (exponent <= kMostDigits) return wide_product(size, kPowers[static_cast<size_t>(exponent)]);
  const Wide most = wide_product(size, kPowers[kMostDigits]);
  const Size more = kPowers[static_cast<size_t>(exponent - kMostDigits)];
  const mp_limb_t by[] = {low_half(more), high_half(more)};
  mp_limb_t product[6];
  mpn_mul(product, most.limbs, 4, by, 2);
  return {{product[0], product[1], product[2], product[3]}};
}

bool divide_wide(const Wide& wide, Size by, Size* quotient, Size* rest) {
  if (!is_wide(wide)) {
    divide_size(join(wide.limbs), by, quotient, rest);
    return true;
  }
  const mp_limb_t divisor[] = {low_half(by), high_half(by)};
  mp_limb_t above[4] = {}, below[2] = {};
  mpn_tdiv_qr(above, below, 0, wide.limbs, used_limbs(wide), divisor, divisor[1] ? 2 : 1);
  *quotient = join(above);
  *rest = join(below);
  return (above[2] | above[3]) == 0;
}

bool rounds_up(int64_t rounding, bool sign, Size kept, Size rest, Size unit) {
  const Size other = unit - rest;  // rest beyond half of the unit: it is less
  switch (rounding) {
    case kUp: return true;
    case kDown: return false;
    case kCeiling: return !sign;
    case kFloor: return sign;
    case kHalfUp: return rest >= other;
    case kHalfDown: return rest > other;
    case kHalfEven: return rest > other || (rest == other && (kept & 1) != 0);
    default: return kept % 5 == 0;
  }
}

bool finish(const DecimalContext* context, bool sign, const Wide& size, int64_t exponent, Result* result) {
  if (!is_wide(size)) return finish(context, sign, join(size.limbs), exponent, result);
  *result = {sign, exponent, 0, 0};
  const int digits = count_digits(size);
  if (digits > kWideDigits || !fits_context(context, exponent + digits - 1)) return false;
  const int64_t drop = digits - context->precision.get();
  return drop > 0 && finish_rounded(context, size, static_cast<int>(drop), result);
}

bool finish(const DecimalContext* context, bool sign, Size size, int64_t exponent, Result* result) {
  *result = {sign, exponent, size, 0};
  const int64_t precision = context->precision.get();
  if (size == 0) return fits_context(context, exponent);
  const int digits = count_digits(size);
  if (!fits_context(context, exponent + digits - 1)) return false;
  if (digits <= precision) return digits <= kMostDigits;
  return finish_rounded(context, {{low_half(size), high_half(size), 0, 0}}, static_cast<int>(digits - precision), result);
}

bool rescale(const Operand& value, int64_t exponent, int64_t rounding, Result* result) {
  *result = {value.sign, exponent, value.coefficient, 0};
  if (value.coefficient == 0 || value.exponent == exponent) return true;
  const int64_t shift = value.exponent - exponent;
  if (shift > 0) {
    if (shift + count_digits(value.coefficient) > kMostDigits) return false;
    result->coefficient *= kPowers[static_cast<size_t>(shift)];
    return true;
  }
  if (-shift > kMostDigits) return false;
  const Size unit = kPowers[static_cast<size_t>(-shift)];
  Size rest;
  divide_size(value.coefficient, unit, &result->coefficient, &rest);
  result->status = rest == 0 ? kRoundedBit : kRoundedBit | kInexactBit;
  if (rest != 0 && rounds_up(rounding, value.sign, result->coefficient, rest, unit)) ++result->coefficient;
  return true;
}

int compare_numbers(const Operand& left, const Operand& right) {
  Size a = left.coefficient, b = right.coefficient;
  if (a == 0 || b == 0 || left.sign != right.sign) {
    const int x = a == 0 ? 0 : left.sign ? -1 : 1, y = b == 0 ? 0 : right.sign ? -1 : 1;
    return (x > y) - (x < y);
  }
  const int direction = left.sign ? -1 : 1;
  if (left.exponent != right.exponent) {
    const int64_t x = left.exponent + count_digits(a), y = right.exponent + count_digits(b);
    if (x != y) return x > y ? direction : -direction;
    const int64_t shift = left.exponent - right.exponent;  // both have the same first digit's place: so it is short
    (shift > 0 ? a : b) *= kPowers[static_cast<size_t>(shift > 0 ? shift : -shift)];
  }
  return a == b ? 0 : (a > b) == (direction > 0) ? 1 : -1;
}

}  // namespace gillab
