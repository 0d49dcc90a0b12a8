// Operations on constants with the results that Python's operators give. The walk over the tree is fold.cpp.
#include <cmath>

#include "compiler/flow.h"
#include "compiler/fold.h"

namespace gillab::compiler {

namespace {

using Wide = __int128;
using Magnitude = unsigned __int128;

constexpr size_t kLongestText = 4096;
constexpr size_t kLongestSum = 16384;
constexpr size_t kMostItems = 256;
constexpr int kMostBits = 128;

// --- integers

std::optional<Wide> wide_of(const BigIntConstant& value) {
  const bool negative = value.hex[0] == '-';
  if (value.hex.size() - negative > 31) return std::nullopt;
  Wide result = 0;
  for (size_t i = negative; i < value.hex.size(); ++i) {
    result = result * 16 + (value.hex[i] <= '9' ? value.hex[i] - '0' : value.hex[i] - 'a' + 10);
  }
  return negative ? -result : result;
}

std::optional<Wide> integer_of(const Constant& constant) {
  if (const auto* value = std::get_if<int64_t>(&constant.value)) return *value;
  if (const auto* value = std::get_if<bool>(&constant.value)) return *value;
  if (const auto* value = std::get_if<BigIntConstant>(&constant.value)) return wide_of(*value);
  return std::nullopt;
}

Magnitude magnitude_of(Wide value) {
  return value < 0 ? -static_cast<Magnitude>(value) : static_cast<Magnitude>(value);
}

Constant integer(Wide value) {
  if (value >= INT64_MIN && value <= INT64_MAX) return {static_cast<int64_t>(value)};
  std::string digits;
  for (Magnitude rest = magnitude_of(value); rest != 0; rest >>= 4) {
    digits.insert(digits.begin(), "0123456789abcdef"[static_cast<int>(rest & 15)]);
  }
  return {BigIntConstant{(value < 0 ? "-" : "") + digits}};
}

int bits_of(Wide value) {
  int bits = 0;
  for (Magnitude rest = magnitude_of(value); rest != 0; rest >>= 1) ++bits;
  return bits;
}

// `right` is not 0, and `left` not the least number of all.
Wide floor_divide(Wide left, Wide right) {
  const Wide quotient = left / right;
  return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

std::optional<Constant> power(Wide base, Wide exponent) {
  if (exponent < 0 || (exponent > 0 && bits_of(base) > kMostBits / exponent)) return std::nullopt;
  Wide result = 1;
  for (; exponent > 0 && bits_of(base) > 0; --exponent) {
    if (__builtin_mul_overflow(result, base, &result)) return std::nullopt;
  }
  if (exponent > 0) result = 0;
  return integer(result);
}

std::optional<Constant> true_divide(Wide left, Wide right) {
  if (right == 0 || bits_of(left) > 53 || bits_of(right) > 53) return std::nullopt;
  return Constant{static_cast<double>(left) / static_cast<double>(right)};
}

std::optional<Constant> fold_integers(Operator op, Wide left, Wide right) {
  if (bits_of(left) >= kMostBits || bits_of(right) >= kMostBits) return std::nullopt;
  Wide result = 0;
  switch (op) {
    case Operator::Add:
      if (__builtin_add_overflow(left, right, &result)) return std::nullopt;
      break;
    case Operator::Subtract:
      if (__builtin_sub_overflow(left, right, &result)) return std::nullopt;
      break;
    case Operator::Multiply:
      if (__builtin_mul_overflow(left, right, &result)) return std::nullopt;
      break;
    case Operator::FloorDivide:
      if (right == 0) return std::nullopt;
      result = floor_divide(left, right);
      break;
    case Operator::Modulo:
      if (right == 0) return std::nullopt;
      result = left - floor_divide(left, right) * right;
      break;
    case Operator::LeftShift:
      if (right < 0 || right + bits_of(left) >= kMostBits) return std::nullopt;
      result = left * (Wide{1} << static_cast<int>(right));
      break;
    case Operator::RightShift:
      if (right < 0) return std::nullopt;
      result = right >= kMostBits ? (left < 0 ? -1 : 0) : left >> static_cast<int>(right);
      break;
    case Operator::BitAnd:
      result = left & right;
      break;
    case Operator::BitOr:
      result = left | right;
      break;
    case Operator::BitXor:
      result = left ^ right;
      break;
    case Operator::Power:
      return power(left, right);
    case Operator::TrueDivide:
      return true_divide(left, right);
    case Operator::MatrixMultiply:
      return std::nullopt;
  }
  return integer(result);
}

// --- floats and complex numbers

std::optional<double> float_of(const Constant& constant) {
  if (const auto* value = std::get_if<double>(&constant.value)) return *value;
  const std::optional<Wide> value = integer_of(constant);
  if (!value || bits_of(*value) > 53) return std::nullopt;
  return static_cast<double>(*value);
}

double modulo(double left, double right) {
  const double rest = std::fmod(left, right);
  if (rest == 0) return std::copysign(0.0, right);
  return (rest < 0) != (right < 0) ? rest + right : rest;
}

double floor_divide(double left, double right) {
  const double quotient = (left - modulo(left, right)) / right;
  if (quotient == 0) return std::copysign(0.0, left / right);
  const double floored = std::floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}

std::optional<Constant> fold_floats(Operator op, double left, double right) {
  switch (op) {
    case Operator::Add:
      return Constant{left + right};
    case Operator::Subtract:
      return Constant{left - right};
    case Operator::Multiply:
      return Constant{left * right};
    case Operator::TrueDivide:
      if (right == 0) return std::nullopt;
      return Constant{left / right};
    case Operator::FloorDivide:
      if (right == 0) return std::nullopt;
      return Constant{floor_divide(left, right)};
    case Operator::Modulo:
      if (right == 0) return std::nullopt;
      return Constant{modulo(left, right)};
    case Operator::Power: {
      if (left < 0 || (left == 0 && right < 0)) return std::nullopt;
      const double result = std::pow(left, right);
      if (std::isinf(result) && std::isfinite(left) && std::isfinite(right)) return std::nullopt;
      return Constant{result};
    }
    default:
      return std::nullopt;
  }
}

std::optional<ComplexConstant> complex_of(const Constant& constant) {
  if (const auto* value = std::get_if<ComplexConstant>(&constant.value)) return *value;
  const std::optional<double> value = float_of(constant);
  if (!value) return std::nullopt;
  return ComplexConstant{*value, 0};
}

std::optional<Constant> fold_complex(Operator op, ComplexConstant left, ComplexConstant right) {
  if (op == Operator::Add) {
    return Constant{ComplexConstant{left.real + right.real, left.imaginary + right.imaginary}};
  }
  if (op == Operator::Subtract) {
    return Constant{ComplexConstant{left.real - right.real, left.imaginary - right.imaginary}};
  }
  if (op == Operator::Multiply) {
    return Constant{ComplexConstant{left.real * right.real - left.imaginary * right.imaginary,
                                    left.real * right.imaginary + left.imaginary * right.real}};
  }
  return std::nullopt;
}

std::optional<Constant> fold_numbers(Operator op, const Constant& left, const Constant& right) {
  if (std::holds_alternative<ComplexConstant>(left.value) || std::holds_alternative<ComplexConstant>(right.value)) {
    const auto first = complex_of(left), second = complex_of(right);
    return first && second ? fold_complex(op, *first, *second) : std::nullopt;
  }
  if (std::holds_alternative<double>(left.value) || std::holds_alternative<double>(right.value)) {
    const auto first = float_of(left), second = float_of(right);
    return first && second ? fold_floats(op, *first, *second) : std::nullopt;
  }
  const auto first = integer_of(left), second = integer_of(right);
  if (!first || !second) return std::nullopt;
  if (std::holds_alternative<bool>(left.value) && std::holds_alternative<bool>(right.value)) {
    if (op == Operator::BitAnd) return Constant{*first && *second};
    if (op == Operator::BitOr) return Constant{*first || *second};
    if (op == Operator::BitXor) return Constant{*first != *second};
  }
  return fold_integers(op, *first, *second);
}

// --- sequences

template <class Sequence>
std::optional<Constant> joined(const Sequence& left, const Sequence& right) {
  if (left.size() + right.size() > kLongestSum) return std::nullopt;
  Sequence result = left;
  result.insert(result.end(), right.begin(), right.end());
  if constexpr (std::is_same_v<Sequence, std::string>) {
    return Constant{StrConstant{std::move(result)}};
  } else {
    return Constant{TupleConstant{std::move(result)}};
  }
}

template <class Sequence>
std::optional<Sequence> repeated(const Sequence& sequence, Wide times, size_t longest) {
  if (!sequence.empty() && (times < 0 || times > static_cast<Wide>(longest / sequence.size()))) return std::nullopt;
  Sequence result;
  for (; times > 0 && !sequence.empty(); --times) result.insert(result.end(), sequence.begin(), sequence.end());
  return result;
}

std::optional<Constant> fold_repetition(const Constant& sequence, const Constant& count) {
  const std::optional<Wide> times = integer_of(count);
  if (!times) return std::nullopt;
  if (const auto* text = std::get_if<StrConstant>(&sequence.value)) {
    if (auto result = repeated(text->text, *times, kLongestText)) return Constant{StrConstant{std::move(*result)}};
  } else if (const auto* bytes = std::get_if<BytesConstant>(&sequence.value)) {
    if (auto result = repeated(bytes->bytes, *times, kLongestText)) return Constant{BytesConstant{std::move(*result)}};
  } else if (const auto* tuple = std::get_if<TupleConstant>(&sequence.value)) {
    if (auto result = repeated(tuple->items, *times, kMostItems)) return Constant{TupleConstant{std::move(*result)}};
  }
  return std::nullopt;
}

std::optional<Constant> fold_sum(const Constant& left, const Constant& right) {
  const auto *text = std::get_if<StrConstant>(&left.value), *more_text = std::get_if<StrConstant>(&right.value);
  if (text != nullptr && more_text != nullptr) return joined(text->text, more_text->text);
  const auto *bytes = std::get_if<BytesConstant>(&left.value), *more = std::get_if<BytesConstant>(&right.value);
  if (bytes != nullptr && more != nullptr && bytes->bytes.size() + more->bytes.size() <= kLongestSum) {
    return Constant{BytesConstant{bytes->bytes + more->bytes}};
  }
  const auto *tuple = std::get_if<TupleConstant>(&left.value), *items = std::get_if<TupleConstant>(&right.value);
  if (tuple != nullptr && items != nullptr) return joined(tuple->items, items->items);
  return std::nullopt;
}

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::optional<Constant> character_at(const std::string& text, Wide index) {
  if (index < 0) {
    for (const char byte : text) index += starts_character(byte);
  }
  if (index < 0) return std::nullopt;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!starts_character(text[i]) || index-- > 0) continue;
    size_t end = i + 1;
    while (end < text.size() && !starts_character(text[end])) ++end;
    return Constant{StrConstant{text.substr(i, end - i)}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Constant> fold_unary(UnaryOperator op, const Constant& operand) {
  if (op == UnaryOperator::Not) return Constant{!is_true(operand)};
  if (const std::optional<Wide> value = integer_of(operand)) {
    if (op == UnaryOperator::Minus && bits_of(*value) >= kMostBits) return std::nullopt;
    return integer(op == UnaryOperator::Minus ? -*value : op == UnaryOperator::Plus ? *value : ~*value);
  }
  if (op == UnaryOperator::Invert) return std::nullopt;
  if (const auto* value = std::get_if<double>(&operand.value)) {
    return Constant{op == UnaryOperator::Minus ? -*value : *value};
  }
  if (const auto* value = std::get_if<ComplexConstant>(&operand.value)) {
    if (op == UnaryOperator::Plus) return operand;
    return Constant{ComplexConstant{-value->real, -value->imaginary}};
  }
  return std::nullopt;
}

std::optional<Constant> fold_binary(Operator op, const Constant& left, const Constant& right) {
  if (auto result = fold_numbers(op, left, right)) return result;
  if (op == Operator::Add) return fold_sum(left, right);
  if (op != Operator::Multiply) return std::nullopt;
  if (auto result = fold_repetition(left, right)) return result;
  return fold_repetition(right, left);
}

std::optional<Constant> fold_item(const Constant& container, const Constant& index) {
  const std::optional<Wide> place = integer_of(index);
  if (!place) return std::nullopt;
  if (const auto* text = std::get_if<StrConstant>(&container.value)) return character_at(text->text, *place);
  const auto within = [&](size_t size) -> std::optional<size_t> {
    const Wide at = *place < 0 ? *place + static_cast<Wide>(size) : *place;
    if (at < 0 || at >= static_cast<Wide>(size)) return std::nullopt;
    return static_cast<size_t>(at);
  };
  if (const auto* tuple = std::get_if<TupleConstant>(&container.value)) {
    if (const auto at = within(tuple->items.size())) return tuple->items[*at];
  }
  if (const auto* bytes = std::get_if<BytesConstant>(&container.value)) {
    if (const auto at = within(bytes->bytes.size())) return integer(static_cast<unsigned char>(bytes->bytes[*at]));
  }
  return std::nullopt;
}

}  // namespace gillab::compiler
