// format() of int, float, complex and str.
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string>

#include "runtime/text/byte_strings.h"
#include "runtime/errors.h"
#include "runtime/float.h"
#include "runtime/numbers/float_text.h"
#include "runtime/text/format_spec.h"
#include "runtime/int.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

Failed raise_unknown_code(Thread& thread, const FormatSpec& spec, Value value) {
  if (spec.type > 32 && spec.type < 128) {
    char code[2] = {static_cast<char>(spec.type), '\0'};
    return raise(thread, Error::ValueError, "Unknown format code '{}' for object of type '{}'", code,
                 type_name(thread, value));
  }
  char code[16];
  std::snprintf(code, sizeof code, "\\x%x", static_cast<unsigned>(spec.type));
  return raise(thread, Error::ValueError, "Unknown format code '{}' for object of type '{}'", code,
               type_name(thread, value));
}

bool is_float_type(char32_t type) {
  return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' || type == '%' ||
         type == 'n';
}

bool check_precision(Thread& thread, const FormatSpec& spec) {
  if (spec.precision < 0) return true;
  if (spec.precision <= 0x7FFFFFF0 - 400) return room_for(thread, static_cast<uint64_t>(spec.precision) * 3);
  return raise(thread, Error::ValueError, "precision too big");
}

// The absolute number's text and where its whole part ends.
std::string float_body(double number, const FormatSpec& spec, bool point_zero, char default_type) {
  FloatStyle style;
  char type = spec.type == '\0' ? default_type : static_cast<char>(spec.type);
  style.capitals = type == 'E' || type == 'F' || type == 'G';
  if (style.capitals) type = static_cast<char>(type + 32);
  style.point_zero = point_zero && spec.type == '\0';
  style.point = spec.alternate;
  if (spec.precision >= 0) style.precision = static_cast<int>(spec.precision);
  bool percent = type == '%';
  if (percent) number *= 100.0;
  style.type = percent ? 'f' : type == 'n' ? 'g' : type == 'r' && spec.precision >= 0 ? 'g' : type;
  std::string text = float_to_text(number, style);
  return percent ? text + '%' : text;
}

size_t digits_before_rest(const std::string& text) {
  size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}

bool is_all_zero(const std::string& text) {
  for (char c : text) {
    if (c == 'e' || c == 'E') break;
    if ((c > '0' && c <= '9') || c == 'i' || c == 'n' || c == 'I' || c == 'N') return false;
  }
  return true;
}

void add_float(StrBuilder& builder, double number, const FormatSpec& spec, bool point_zero) {
  std::string text = float_body(number, spec, point_zero, 'r');
  NumberParts parts;
  parts.negative = std::signbit(number) && !std::isnan(number);
  if (spec.no_negative_zero && parts.negative && is_all_zero(text)) parts.negative = false;
  size_t whole = digits_before_rest(text);
  parts.digits = std::string_view(text).substr(0, whole);
  parts.rest = std::string_view(text).substr(whole);
  if (whole == 0) {  // inf, nan: no grouping
    FormatSpec plain = spec;
    plain.grouping = '\0';
    return add_number(builder, plain, parts);
  }
  add_number(builder, spec, parts);
}

Ref format_double(Thread& thread, double number, const FormatSpec& spec) {
  if (!check_precision(thread, spec)) return {};
  StrBuilder builder(thread);
  add_float(builder, number, spec, true);
  return builder.finish();
}

Ref format_as_character(Thread& thread, Value value, const FormatSpec& spec) {
  if (spec.sign) return raise(thread, Error::ValueError, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) {
    return raise(thread, Error::ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
  }
  int64_t code;
  if (!fits_int64(value, &code)) {
    return raise(thread, Error::OverflowError, "Python int too large to convert to C long");
  }
  if (code < 0 || code > 0x10FFFF) {
    return raise(thread, Error::OverflowError, "%c arg not in range(0x110000)");
  }
  Ref character = make_character(thread, static_cast<char32_t>(code));
  if (!character) return {};
  StrBuilder builder(thread);
  char align = spec.align && spec.align != '=' ? spec.align : '>';
  add_padded(builder, character.as<Str>(), 1, spec.fill, align, spec.width);
  return builder.finish();
}

// The digits with their sign.
bool integer_digits(Thread& thread, Value value, int base, std::string* digits) {
  if (value.is_int()) {
    char text[72];
    digits->assign(text, std::to_chars(text, text + sizeof text, value.as_int(), base).ptr);
    return true;
  }
  Ref text = int_to_text(thread, value, base);
  return text && (digits->assign(text.as<Str>()->ascii_view()), true);
}

Ref format_digits(Thread& thread, Value value, const FormatSpec& spec) {
  int base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || spec.type == 'X' ? 16 : 10;
  std::string digits;
  if (!integer_digits(thread, value, base, &digits)) return {};
  char prefix[2] = {'0', static_cast<char>(spec.type)};
  if (spec.type == 'X') {
    for (char& c : digits) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  NumberParts parts;
  parts.negative = digits[0] == '-';
  parts.digits = std::string_view(digits).substr(parts.negative);
  if (spec.alternate && base != 10) parts.prefix = std::string_view(prefix, 2);
  StrBuilder builder(thread);
  add_number(builder, spec, parts);
  return builder.finish();
}

bool refuse_in_text(Thread& thread, const FormatSpec& spec, const char** why) {
  *why = nullptr;
  if (spec.sign == ' ')
    *why = "Space not allowed in string format specifier";
  else if (spec.sign)
    *why = "Sign not allowed in string format specifier";
  else if (spec.no_negative_zero)
    *why = "Negative zero coercion (z) not allowed in string format specifier";
  else if (spec.alternate)
    *why = "Alternate form (#) not allowed in string format specifier";
  else if (spec.align == '=')
    *why = "'=' alignment not allowed in string format specifier";
  return *why && !raise(thread, Error::ValueError, *why);
}

}  // namespace

Ref format_int(Thread& thread, Value value, Str* text) {
  if (text->length == 0) return str(thread, value);
  FormatSpec spec;
  if (!parse_format_spec(thread, text, value, '>', &spec)) return {};
  if (is_float_type(spec.type) && spec.type != 'n') {
    bool overflow = false;
    double number = int_to_double(value, &overflow);
    if (overflow) return raise(thread, Error::OverflowError, "int too large to convert to float");
    return format_double(thread, number, spec);
  }
  switch (spec.type) {
    case '\0':
    case 'd':
    case 'n':
    case 'b':
    case 'o':
    case 'x':
    case 'X':
    case 'c':
      break;
    default:
      return raise_unknown_code(thread, spec, value);
  }
  if (spec.precision >= 0) {
    return raise(thread, Error::ValueError, "Precision not allowed in integer format specifier");
  }
  if (spec.no_negative_zero) {
    return raise(thread, Error::ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
  }
  return spec.type == 'c' ? format_as_character(thread, value, spec) : format_digits(thread, value, spec);
}

Ref format_float(Thread& thread, Value value, Str* text) {
  if (text->length == 0) return str(thread, value);
  FormatSpec spec;
  if (!parse_format_spec(thread, text, value, '>', &spec)) return {};
  if (spec.type != '\0' && !is_float_type(spec.type)) return raise_unknown_code(thread, spec, value);
  return format_double(thread, float_of(value), spec);
}

Ref format_complex(Thread& thread, Value value, Str* text) {
  if (text->length == 0) return str(thread, value);
  FormatSpec spec;
  if (!parse_format_spec(thread, text, value, '>', &spec)) return {};
  if ((spec.type != '\0' && !is_float_type(spec.type)) || spec.type == '%') {
    return raise_unknown_code(thread, spec, value);
  }
  if (spec.fill == '0') {
    return raise(thread, Error::ValueError, "Zero padding is not allowed in complex format specifier");
  }
  if (spec.align == '=') {
    return raise(thread, Error::ValueError, "'=' alignment flag is not allowed in complex format specifier");
  }
  if (!check_precision(thread, spec)) return {};
  const Complex* number = as<Complex>(value);
  bool imaginary_only = spec.type == '\0' && number->real == 0.0 && !std::signbit(number->real);
  FormatSpec part = spec;
  part.width = -1;
  StrBuilder inner(thread);
  if (spec.type == '\0' && !imaginary_only) inner.add('(');
  if (!imaginary_only) add_float(inner, number->real, part, false);
  if (!imaginary_only) part.sign = '+';
  add_float(inner, number->imaginary, part, false);
  inner.add('j');
  if (spec.type == '\0' && !imaginary_only) inner.add(')');
  Ref whole = inner.finish();
  if (!whole) return {};
  StrBuilder builder(thread);
  add_padded(builder, whole.as<Str>(), whole.as<Str>()->length, spec.fill, spec.align ? spec.align : '>', spec.width);
  return builder.finish();
}

Ref format_str(Thread& thread, Value value, Str* text) {
  FormatSpec spec;
  if (!parse_format_spec(thread, text, value, '<', &spec)) return {};
  if (spec.type != '\0' && spec.type != 's') return raise_unknown_code(thread, spec, value);
  const char* why;
  if (refuse_in_text(thread, spec, &why)) return {};
  Str* content = as<Str>(value);
  size_t length = content->length;
  if (spec.precision >= 0 && static_cast<size_t>(spec.precision) < length) length = static_cast<size_t>(spec.precision);
  StrBuilder builder(thread);
  add_padded(builder, content, length, spec.fill, spec.align ? spec.align : '<', spec.width);
  return builder.finish();
}

}  // namespace gillab
