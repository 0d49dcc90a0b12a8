// Floats made from and turned into other things: float(), rounding, ratios, hexadecimal text.
#include <charconv>
#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "runtime/bytes.h"
#include "runtime/numbers/complex_math.h"
#include "runtime/numbers/float_methods.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/warn.h"
#include "runtime/classes/type_build.h"
#include "runtime/text/unicode.h"

namespace gillab {
namespace {

double self_of(const Value* args) { return float_of(args[0]); }

// An instance of the class: a float itself for float.
Ref with_type(Thread& thread, Type* type, double number) {
  if (type == thread.types().floating) return make_float(thread, number);
  Object* object = allocate_instance(thread, type);
  if (!object) return {};
  reinterpret_cast<FloatBox*>(object)->number = number;
  return Ref::own(object);
}

Ref number_of(Thread& thread, Value value) {
  if (value.is_empty()) return make_float(thread, 0.0);
  if (is<Str>(value)) return float_from_text(thread, as<Str>(value));
  double number;
  if (is<FloatBox>(value) && !is_exact<FloatBox>(value)) {  // a subclass may have a __float__ of its own
    Ref answer = call_method(thread, value, thread.dunder_name(Dunder::Float));
    if (!answer) return {};
    if (is_floating(answer.get())) {
      const bool strict = is<FloatBox>(answer.get()) && !is_exact<FloatBox>(answer.get());
      const std::string method = std::string(type_name(thread, value)) + ".__float__";
      if (strict && !warn_strict_subclass(thread, method, answer.get(), "float")) return {};
      return make_float(thread, float_of(answer.get()));
    }
    return raise(thread, Error::TypeError, "{}.__float__ returned non-float (type {})", type_name(thread, value),
                 type_name(thread, answer.get()));
  }
  if (is_floating(value) || is_integer(value) || !special_method(thread, value, Dunder::Float).is_empty() ||
      !special_method(thread, value, Dunder::Index).is_empty()) {
    return as_double(thread, value, &number) ? make_float(thread, number) : Ref();
  }
  std::string_view content;
  if (!bytes_view(thread, value, &content)) {
    clear_exception(thread);
    return raise(thread, Error::TypeError, "float() argument must be a string or a real number, not '{}'",
                 type_name(thread, value));
  }
  if (parse_float(content, &number)) return make_float(thread, number);
  return raise(thread, Error::ValueError, "could not convert string to float: {}", value);
}

// Rounds to a multiple of a power of ten above one: exact, by the decimal digits of the integer part.
double round_to_tens(double number, int64_t zeros) {
  char buffer[400];
  double whole = std::trunc(number);
  char* end = std::to_chars(buffer, buffer + sizeof buffer, std::fabs(whole), std::chars_format::fixed, 0).ptr;
  std::string digits(buffer, end);
  int64_t kept = static_cast<int64_t>(digits.size()) - zeros;
  if (kept < 0) return std::copysign(0.0, number);
  std::string rest = digits.substr(static_cast<size_t>(kept));
  digits.resize(static_cast<size_t>(kept));
  std::string half = "5" + std::string(rest.size() - 1, '0');
  bool odd = kept > 0 && ((digits.back() - '0') & 1);
  bool up = rest > half || (rest == half && (whole != number || odd));
  std::string text = digits + "e" + std::to_string(zeros);
  double result = kept > 0 ? std::strtod(text.c_str(), nullptr) : 0.0;
  if (up) {
    mpz_t value;
    mpz_init_set_str(value, kept > 0 ? digits.c_str() : "0", 10);
    mpz_add_ui(value, value, 1);
    char* grown = mpz_get_str(nullptr, 10, value);
    result = std::strtod((std::string(grown) + "e" + std::to_string(zeros)).c_str(), nullptr);
    void (*release)(void*, size_t);
    mp_get_memory_functions(nullptr, nullptr, &release);
    release(grown, std::string_view(grown).size() + 1);
    mpz_clear(value);
  }
  return std::copysign(result, number);
}

double round_to_places(double number, int64_t places) {
  char buffer[700];
  char* end =
      std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed, static_cast<int>(places)).ptr;
  double result = number;
  std::from_chars(buffer, end, result);
  return result;
}

bool raise_bad_hex(Thread& thread) {
  return raise(thread, Error::ValueError, "invalid hexadecimal floating-point string");
}

bool hex_digits(const char*& p) {
  const char* start = p;
  while (std::isxdigit(static_cast<unsigned char>(*p))) ++p;
  return p != start;
}

// Sign, optional 0x, digits, point, digits, optional exponent: what strtod reads once it has its 0x.
bool is_hex_float(const char* p) {
  bool before = hex_digits(p), after = false;
  if (*p == '.') {
    ++p;
    after = hex_digits(p);
  }
  if (!before && !after) return false;
  if (*p == 'p' || *p == 'P') {
    ++p;
    if (*p == '+' || *p == '-') ++p;
    const char* start = p;
    while (*p >= '0' && *p <= '9') ++p;
    if (p == start) return false;
  }
  return *p == '\0';
}

bool parse_hex(Thread& thread, std::string text, double* result) {
  size_t first = text.find_first_not_of(" \t\n\r\f\v"), last = text.find_last_not_of(" \t\n\r\f\v");
  if (first == std::string::npos) return raise_bad_hex(thread);
  text = text.substr(first, last - first + 1);
  bool negative = text[0] == '-';
  if (text[0] == '-' || text[0] == '+') text.erase(0, 1);
  if (parse_float(text, result) && !std::isfinite(*result) && std::isalpha(static_cast<unsigned char>(text[0]))) {
    if (negative) *result = -*result;
    return true;
  }
  if (text.size() > 1 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) text.erase(0, 2);
  if (text.size() != std::string_view(text.c_str()).size() || !is_hex_float(text.c_str())) return raise_bad_hex(thread);
  *result = std::strtod(("0x" + text).c_str(), nullptr);
  if (std::isinf(*result)) {
    return raise(thread, Error::OverflowError, "hexadecimal value too large to represent as a float");
  }
  if (negative) *result = -*result;
  return true;
}

}  // namespace

std::string number_text(const Str* text) {
  if (text->ascii) return std::string(text->ascii_view());
  std::string result;
  for (size_t i = 0; i < text->length; ++i) {
    char32_t character = text->at(i);
    int digit = unicode::decimal_value(character);
    if (character < 128)
      result += static_cast<char>(character);
    else if (digit >= 0)
      result += static_cast<char>('0' + digit);
    else
      result += unicode::is_space(character) ? ' ' : '?';
  }
  return result;
}

Ref float_from_text(Thread& thread, Str* text) {
  double number;
  if (parse_float(number_text(text), &number)) return make_float(thread, number);
  Ref shown = text_repr(thread, text);
  return shown ? Ref(raise(thread, Error::ValueError, "could not convert string to float: {}", shown.get())) : Ref();
}

Ref float_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref number = number_of(thread, args[1]);
  Type* type = as<Type>(args[0]);
  if (!number || type == thread.types().floating) return number;
  return with_type(thread, type, float_of(number.get()));
}

Ref float_trunc(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_int_from_double(thread, self_of(args));
}
Ref float_floor(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_int_from_double(thread, std::floor(self_of(args)));
}
Ref float_ceil(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_int_from_double(thread, std::ceil(self_of(args)));
}
Ref float_is_integer(Thread&, const Value* args, uint32_t, Tuple*) {
  double number = self_of(args);
  return Ref::boolean(std::isfinite(number) && std::floor(number) == number);
}

Ref round_float(Thread& thread, double number, int64_t digits) {
  if (!std::isfinite(number) || number == 0.0 || digits > 323) return make_float(thread, number);
  if (digits < -308) return make_float(thread, 0.0 * number);
  double result = digits < 0 ? round_to_tens(number, -digits) : round_to_places(number, digits);
  if (std::isinf(result)) return raise(thread, Error::OverflowError, "rounded value too large to represent");
  return make_float(thread, result);
}

Ref float_round(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double number = self_of(args);
  if (args[1].is_empty() || args[1].is_none()) return make_int_from_double(thread, std::nearbyint(number));
  int64_t digits;
  if (!index_as_int64(thread, args[1], &digits, true)) return {};
  return round_float(thread, number, digits);
}

Ref float_as_integer_ratio(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double number = self_of(args);
  if (std::isinf(number)) {
    return raise(thread, Error::OverflowError, "cannot convert Infinity to integer ratio");
  }
  if (std::isnan(number)) return raise(thread, Error::ValueError, "cannot convert NaN to integer ratio");
  int exponent;
  int64_t digits = static_cast<int64_t>(std::ldexp(std::frexp(number, &exponent), 53));
  const int zeros = digits == 0 ? 0 : std::countr_zero(static_cast<uint64_t>(digits));
  digits >>= zeros;
  exponent = digits == 0 ? 0 : exponent - 53 + zeros;
  if (exponent <= 0 && exponent > -60) {
    return make_tuple_of(thread, Value::integer(digits), Value::integer(int64_t{1} << -exponent));
  }
  mpz_t numerator, denominator;
  mpz_init_set_si(numerator, digits);
  mpz_init_set_ui(denominator, 1);
  if (exponent > 0)
    mpz_mul_2exp(numerator, numerator, static_cast<mp_bitcnt_t>(exponent));
  else
    mpz_mul_2exp(denominator, denominator, static_cast<mp_bitcnt_t>(-exponent));
  Ref over = make_int(thread, numerator), under = make_int(thread, denominator);
  mpz_clear(numerator);
  mpz_clear(denominator);
  return over && under ? make_tuple_of(thread, over.get(), under.get()) : Ref();
}

Ref float_hex(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double number = self_of(args);
  if (!std::isfinite(number)) return float_repr(thread, number);
  const char* sign = std::signbit(number) ? "-" : "";
  char buffer[64];
  uint64_t bits = std::bit_cast<uint64_t>(number);
  int exponent = static_cast<int>(bits >> 52 & 0x7FF);
  uint64_t fraction = bits & ((uint64_t{1} << 52) - 1);
  if (number == 0.0) {
    std::snprintf(buffer, sizeof buffer, "%s0x0.0p+0", sign);
  } else {
    int shown = exponent ? exponent - 1023 : -1022;
    std::snprintf(buffer, sizeof buffer, "%s0x%d.%013llxp%+d", sign, exponent ? 1 : 0,
                  static_cast<unsigned long long>(fraction), shown);
  }
  return make_str(thread, buffer);
}

Ref float_fromhex(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "bad argument type for built-in operation");
  }
  double number;
  if (!parse_hex(thread, to_utf8(as<Str>(args[1])), &number)) return {};
  if (args[0] == Value::object(thread.types().floating)) return make_float(thread, number);
  Ref plain = make_float(thread, number);
  return plain ? call(thread, args[0], plain.get()) : Ref();
}

}  // namespace gillab
