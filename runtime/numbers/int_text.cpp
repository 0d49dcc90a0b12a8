// int: to and from text and bytes.
#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>

#include "runtime/bytes.h"
#include "runtime/numbers/int_view.h"
#include "runtime/interpreter.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"
#include "runtime/text/unicode.h"
#include "runtime/text/str_characters.h"

namespace gillab {
namespace {

constexpr size_t kAlwaysAllowedDigits = 640;
constexpr int kDigitsPerWord = 18;

bool is_power_of_two(int base) { return (base & (base - 1)) == 0; }

int digit_of(char32_t character) {
  if (character >= '0' && character <= '9') return static_cast<int>(character - '0');
  if (character >= 'a' && character <= 'z') return static_cast<int>(character - 'a') + 10;
  if (character >= 'A' && character <= 'Z') return static_cast<int>(character - 'A') + 10;
  return 99;
}

// What int() reads, as ASCII: every decimal digit of Unicode as its value, every space as a space.
std::string as_ascii(const Str* text) {
  std::string result;
  result.reserve(text->length);
  for (size_t i = 0; i < text->length; ++i) {
    char32_t character = text->at(i);
    if (character < 128) {
      result += unicode::is_space(character) ? ' ' : static_cast<char>(character);
    } else if (unicode::is_space(character)) {
      result += ' ';
    } else {
      int digit = unicode::decimal_value(character);
      result += digit < 0 ? '?' : static_cast<char>('0' + digit);
    }
  }
  return result;
}

std::string_view strip(std::string_view text) {
  auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

int base_of_prefix(char letter) {
  switch (letter | 32) {
    case 'x':
      return 16;
    case 'o':
      return 8;
    case 'b':
      return 2;
    default:
      return 0;
  }
}

// An integer literal taken apart: sign, base (0 resolved) and the digits without underscores.
struct Literal {
  bool negative = false;
  int base = 10;
  std::string digits;
};

// Takes a prefix like 0x off where the base allows it. False: base 0 does not allow what stands there.
bool take_prefix(std::string_view* text, int* base) {
  int prefix = text->size() > 1 && (*text)[0] == '0' ? base_of_prefix((*text)[1]) : 0;
  if (prefix != 0 && (*base == 0 || *base == prefix)) {
    *base = prefix;
    text->remove_prefix(2);
    if (!text->empty() && text->front() == '_') text->remove_prefix(1);
    return true;
  }
  if (*base != 0) return true;
  *base = 10;
  return text->empty() || text->front() != '0' || text->find_first_not_of("0_") == std::string_view::npos;
}

bool take_digits(std::string_view text, Literal* literal) {
  bool after_digit = false;
  for (char c : text) {
    if (c == '_') {
      if (!after_digit) return false;
      after_digit = false;
      continue;
    }
    if (digit_of(static_cast<unsigned char>(c)) >= literal->base) return false;
    literal->digits += c;
    after_digit = true;
  }
  return after_digit;
}

bool parse_literal(std::string_view text, int base, Literal* literal) {
  text = strip(text);
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    literal->negative = text.front() == '-';
    text.remove_prefix(1);
  }
  literal->base = base;
  return take_prefix(&text, &literal->base) && take_digits(text, literal);
}

bool check_parse_limit(Thread& thread, const Literal& literal) {
  int limit = thread.interpreter->int_max_str_digits;
  size_t count = literal.digits.size();
  if (is_power_of_two(literal.base) || limit == 0 || count <= kAlwaysAllowedDigits) return true;
  if (count <= static_cast<size_t>(limit)) return true;
  return raise(thread, Error::ValueError,
               "Exceeds the limit ({} digits) for integer string conversion: value has {} digits; use "
               "sys.set_int_max_str_digits() to increase the limit",
               limit, count);
}

Ref number_of(Thread& thread, const Literal& literal) {
  if (literal.digits.size() <= kDigitsPerWord && literal.base <= 10) {
    int64_t number = 0;
    for (char c : literal.digits) number = number * literal.base + (c - '0');
    return make_int(thread, literal.negative ? -number : number);
  }
  BigInt* result = new_big(thread);
  if (!result) return {};
  mpz_set_str(result->number, literal.digits.c_str(), literal.base);
  if (literal.negative) mpz_neg(result->number, result->number);
  return finish_big(thread, result);
}

Ref invalid_literal(Thread& thread, int base, Value text) {
  Ref plain = is<ByteArray>(text) ? make_bytes(thread, bytes_of(text)) : Ref::share(text);
  Ref shown = plain ? repr(thread, plain.get()) : Ref();
  if (shown && shown.as<Str>()->length > 200) shown = substring(thread, shown.as<Str>(), 0, 200);
  if (!shown) return {};
  return raise(thread, Error::ValueError, "invalid literal for int() with base {}: {}", base, shown.get());
}

Ref parse_content(Thread& thread, std::string_view content, int base, Value original) {
  Literal literal;
  if (!parse_literal(content, base, &literal)) return invalid_literal(thread, base, original);
  if (!check_parse_limit(thread, literal)) return {};
  return number_of(thread, literal);
}

bool base_argument(Thread& thread, Value value, int* base) {
  *base = 10;
  if (value.is_empty()) return true;
  Ref number = index(thread, value);
  if (!number) return false;
  int64_t given;
  if (!fits_int64(number.get(), &given) || given < 0 || given == 1 || given > 36) {
    return raise(thread, Error::ValueError, "int() base must be >= 2 and <= 36, or 0");
  }
  *base = static_cast<int>(given);
  return true;
}

Ref small_to_text(Thread& thread, int64_t number, int base) {
  char buffer[72];
  auto result = std::to_chars(buffer, buffer + sizeof buffer, number, base);
  size_t length = static_cast<size_t>(result.ptr - buffer);
  if (length == 1) return make_character(thread, static_cast<char32_t>(buffer[0]));
  Str* text = new_str(thread, length, 0x7F);
  if (!text) return {};
  copy_bytes(text->data1(), buffer, length);
  return Ref::own(text);
}

bool check_print_limit(Thread& thread, mpz_srcptr number, int base) {
  size_t limit = static_cast<size_t>(thread.interpreter->int_max_str_digits);
  if (is_power_of_two(base) || limit == 0) return true;
  size_t digits = mpz_sizeinbase(number, base);  // may be one too many
  if (digits <= limit || digits <= kAlwaysAllowedDigits) return true;
  if (digits == limit + 1) {
    mpz_t bound;
    mpz_init(bound);
    mpz_ui_pow_ui(bound, static_cast<unsigned long>(base), limit);
    int order = mpz_cmpabs(number, bound);
    mpz_clear(bound);
    if (order < 0) return true;
  }
  return raise(thread, Error::ValueError,
               "Exceeds the limit ({} digits) for integer string conversion; use sys.set_int_max_str_digits() to "
               "increase the limit",
               limit);
}

bool little_endian_argument(Thread& thread, Value order, bool* little) {
  *little = false;
  if (order.is_empty()) return true;
  if (is<Str>(order)) {
    *little = equals_ascii(as<Str>(order), "little");
    if (*little || equals_ascii(as<Str>(order), "big")) return true;
    return raise(thread, Error::ValueError, "byteorder must be either 'little' or 'big'");
  }
  return raise(thread, Error::TypeError, "byteorder must be str, not {}", type_name(thread, order));
}

}  // namespace

Ref parse_int(Thread& thread, std::string_view digits, int base) {
  Literal literal;
  if (!parse_literal(digits, base, &literal)) return raise(thread, Error::ValueError, "invalid integer");
  if (!check_parse_limit(thread, literal)) return {};
  return number_of(thread, literal);
}

Ref int_to_text(Thread& thread, Value value, int base) {
  int64_t small;
  if (small_integer(value, &small)) return small_to_text(thread, small, base);
  mpz_srcptr number = as<BigInt>(value)->number;
  if (!check_print_limit(thread, number, base)) return {};
  size_t room = mpz_sizeinbase(number, base) + 2;
  char* buffer = static_cast<char*>(allocate_buffer(thread, room));
  if (!buffer) return {};
  mpz_get_str(buffer, base, number);
  Ref text = make_latin1(thread, reinterpret_cast<const uint8_t*>(buffer), std::strlen(buffer));
  free_buffer(thread, buffer, room);
  return text;
}

Ref int_from_text(Thread& thread, Value text, Value base) {
  int number;
  if (!base_argument(thread, base, &number)) return {};
  if (is<Str>(text)) {
    Str* characters = as<Str>(text);
    if (characters->ascii) return parse_content(thread, characters->ascii_view(), number, text);
    return parse_content(thread, as_ascii(characters), number, text);
  }
  if (is<Bytes>(text)) return parse_content(thread, as<Bytes>(text)->view(), number, text);
  if (is<ByteArray>(text)) {
    std::string_view view;
    if (!bytes_view(thread, text, &view)) return {};
    return parse_content(thread, std::string(view), number, text);
  }
  return raise(thread, Error::TypeError, "int() can't convert non-string with explicit base");
}

Ref int_to_bytes(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t length = 1;
  bool little;
  if (!args[1].is_empty() && !index_as_int64(thread, args[1], &length)) return {};
  if (!little_endian_argument(thread, args[2], &little)) return {};
  Truth is_signed = args[3].is_empty() ? Truth::No : truth(thread, args[3]);
  if (is_signed == Truth::Error) return {};
  if (length < 0) return raise(thread, Error::ValueError, "length argument must be non-negative");
  IntView number(args[0]);
  bool negative = mpz_sgn(number.get()) < 0;
  if (negative && is_signed == Truth::No) {
    return raise(thread, Error::OverflowError, "can't convert negative int to unsigned");
  }
  mpz_t magnitude;  // of a negative number: the complement, whose bytes are then inverted
  mpz_init(magnitude);
  if (negative) {
    mpz_com(magnitude, number);
  } else {
    mpz_set(magnitude, number);
  }
  size_t bits = mpz_sgn(magnitude) == 0 ? 0 : mpz_sizeinbase(magnitude, 2);
  if (is_signed == Truth::Yes && !(bits == 0 && length == 0 && !negative)) ++bits;
  Ref result;
  if (bits > static_cast<size_t>(length) * 8) {
    (void)raise(thread, Error::OverflowError, "int too big to convert");
  } else if (Bytes* bytes = new_bytes(thread, static_cast<size_t>(length))) {
    result = Ref::own(bytes);
    uint8_t* data = bytes->data();
    std::memset(data, 0, bytes->length);
    mpz_export(data, nullptr, -1, 1, 0, 0, magnitude);
    for (size_t i = 0; negative && i < bytes->length; ++i) data[i] = static_cast<uint8_t>(~data[i]);
    if (!little) std::reverse(data, data + bytes->length);
  }
  mpz_clear(magnitude);
  return result;
}

namespace {

// bytes(value) without its refusal-free corners: what from_bytes takes.
Ref bytes_of(Thread& thread, Value value) {
  if (is<Bytes>(value)) return Ref::share(value);
  if (is<Str>(value) || is_integer(value)) {
    return raise(thread, Error::TypeError, "cannot convert '{}' object to bytes", type_name(thread, value));
  }
  return call(thread, Value::object(thread.types().bytes), value);
}

}  // namespace

Ref int_from_bytes(Thread& thread, const Value* args, uint32_t, Tuple*) {
  bool little;
  if (!little_endian_argument(thread, args[2], &little)) return {};
  Truth is_signed = args[3].is_empty() ? Truth::No : truth(thread, args[3]);
  if (is_signed == Truth::Error) return {};
  Ref bytes = bytes_of(thread, args[1]);
  if (!bytes) return {};
  std::string_view content;
  if (!bytes_view(thread, bytes.get(), &content)) return {};
  BigInt* result = new_big(thread);
  if (!result) return {};
  mpz_import(result->number, content.size(), little ? -1 : 1, 1, 0, 0, content.data());
  bool negative = is_signed == Truth::Yes && mpz_sgn(result->number) != 0 &&
                  mpz_sizeinbase(result->number, 2) == content.size() * 8;
  if (negative) {
    mpz_t modulus;
    mpz_init(modulus);
    mpz_setbit(modulus, content.size() * 8);
    mpz_sub(result->number, result->number, modulus);
    mpz_clear(modulus);
  }
  Ref number = finish_big(thread, result);
  if (args[0] == Value::object(thread.types().integer)) return number;
  return call(thread, args[0], number.get());
}

}  // namespace gillab
