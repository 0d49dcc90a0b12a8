// The value of a number token: int of any size, float, or the imaginary part of a complex number.
#include "compiler/number_literal.h"

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace gillab::compiler {
namespace {

constexpr char kHexadecimalDigits[] = "0123456789abcdef";

std::string without_underscores(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != '_') result += c;
  }
  return result;
}

double float_value(const std::string& digits) {
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return result.ec == std::errc() ? value : std::strtod(digits.c_str(), nullptr);  // infinity or a tiny number
}

Constant from_hexadecimal(std::string hex) {
  hex.erase(0, std::min(hex.find_first_not_of('0'), hex.size()));
  if (hex.size() > 16 || (hex.size() == 16 && hex[0] >= '8')) return {BigIntConstant{std::move(hex)}};
  uint64_t value = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  return {static_cast<int64_t>(value)};
}

// Digits of 1 or 3 bits each, grouped into hexadecimal ones from the right.
std::string regroup_bits(std::string_view digits, int bits_per_digit) {
  std::string reversed;
  unsigned pending = 0;
  int pending_bits = 0;
  for (size_t i = digits.size(); i > 0; --i) {
    pending |= static_cast<unsigned>(digits[i - 1] - '0') << pending_bits;
    pending_bits += bits_per_digit;
    for (; pending_bits >= 4; pending_bits -= 4, pending >>= 4) reversed += kHexadecimalDigits[pending & 15];
  }
  if (pending_bits > 0) reversed += kHexadecimalDigits[pending & 15];
  return {reversed.rbegin(), reversed.rend()};
}

void multiply_and_add(std::vector<uint32_t>& limbs, uint32_t factor, uint32_t summand) {
  uint64_t carry = summand;
  for (uint32_t& limb : limbs) {
    carry += static_cast<uint64_t>(limb) * factor;
    limb = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  if (carry != 0) limbs.push_back(static_cast<uint32_t>(carry));
}

std::string decimal_to_hexadecimal(std::string_view digits) {
  std::vector<uint32_t> limbs;  // the lowest first
  for (size_t i = 0; i < digits.size();) {
    uint32_t factor = 1;
    uint32_t chunk = 0;
    for (int n = 0; n < 9 && i < digits.size(); ++n, ++i) {
      factor *= 10;
      chunk = chunk * 10 + static_cast<uint32_t>(digits[i] - '0');
    }
    multiply_and_add(limbs, factor, chunk);
  }
  std::string hex;
  for (size_t i = limbs.size(); i > 0; --i) {
    for (int shift = 28; shift >= 0; shift -= 4) hex += kHexadecimalDigits[(limbs[i - 1] >> shift) & 15];
  }
  return hex;
}

Constant decimal_int(std::string_view digits) {
  int64_t value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec == std::errc()) return {value};
  return from_hexadecimal(decimal_to_hexadecimal(digits));
}

Constant radix_int(std::string_view text) {
  std::string digits = without_underscores(text.substr(2));
  const char kind = text[1] | 0x20;
  if (kind == 'x') {
    for (char& c : digits) c = c >= 'A' && c <= 'F' ? static_cast<char>(c | 0x20) : c;
    return from_hexadecimal(std::move(digits));
  }
  return from_hexadecimal(regroup_bits(digits, kind == 'o' ? 3 : 1));
}

bool has_radix(std::string_view text) {
  return text.size() > 2 && text[0] == '0' && std::string_view("xXoObB").find(text[1]) != std::string_view::npos;
}

}  // namespace

Constant number_value(std::string_view text) {
  if (has_radix(text)) return radix_int(text);
  if ((text.back() | 0x20) == 'j') {
    return {ComplexConstant{0, float_value(without_underscores(text.substr(0, text.size() - 1)))}};
  }
  const std::string digits = without_underscores(text);
  if (digits.find_first_of(".eE") != std::string::npos) return {float_value(digits)};
  return decimal_int(digits);
}

std::optional<size_t> excessive_digits(std::string_view text) {
  if (text.size() <= kMaxDecimalDigits || has_radix(text)) return std::nullopt;
  if (text.find_first_of(".eEjJ") != std::string_view::npos) return std::nullopt;
  const size_t digits = without_underscores(text).size();
  return digits > kMaxDecimalDigits ? std::optional(digits) : std::nullopt;
}

}  // namespace gillab::compiler
