// How floats are written and read: shortest digits from std::to_chars, laid out as Python lays them out.
#include "runtime/numbers/float_text.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "runtime/float.h"

namespace gillab {
namespace {

// digits d1d2d3... mean d1.d2d3... times ten to the exponent
struct Digits {
  std::string text;
  int exponent = 0;
};

Digits digits_of(const char* from, const char* end) {
  Digits digits;
  for (; from < end && *from != 'e'; ++from) {
    if (*from != '.') digits.text += *from;
  }
  if (from < end) digits.exponent = std::atoi(from + 1);
  return digits;
}

Digits shortest_digits(double number) {
  char buffer[40];
  char* end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr;
  *end = '\0';
  return digits_of(buffer, end);
}

std::string with_precision(double number, std::chars_format format, int precision) {
  if (precision <= 100) {
    char buffer[500];
    char* end = std::to_chars(buffer, buffer + sizeof buffer, number, format, precision).ptr;
    return std::string(buffer, end);
  }
  std::string text(static_cast<size_t>(precision) + 330, '\0');
  char* end = std::to_chars(text.data(), text.data() + text.size(), number, format, precision).ptr;
  text.resize(static_cast<size_t>(end - text.data()));
  return text;
}

std::string layout_exponent(const Digits& digits, bool point) {
  std::string text(1, digits.text[0]);
  if (digits.text.size() > 1 || point) text += '.';
  text.append(digits.text, 1);
  int exponent = digits.exponent < 0 ? -digits.exponent : digits.exponent;
  text += 'e';
  text += digits.exponent < 0 ? '-' : '+';
  if (exponent < 10) text += '0';
  return text += std::to_string(exponent);
}

std::string layout_plain(const Digits& digits, bool point) {
  int before = digits.exponent + 1, count = static_cast<int>(digits.text.size());
  std::string text;
  if (before <= 0) return text.append("0.").append(static_cast<size_t>(-before), '0') + digits.text;
  text.append(digits.text, 0, static_cast<size_t>(std::min(before, count)));
  if (before > count) text.append(static_cast<size_t>(before - count), '0');
  if (before < count)
    text.append(".").append(digits.text, static_cast<size_t>(before));
  else if (point)
    text += '.';
  return text;
}

std::string general(double number, const FloatStyle& style) {
  int precision = style.precision == 0 ? 1 : style.precision;
  std::string raw = with_precision(number, std::chars_format::scientific, precision - 1);
  Digits digits = digits_of(raw.data(), raw.data() + raw.size());
  if (!style.point) {
    while (digits.text.size() > 1 && digits.text.back() == '0') digits.text.pop_back();
  }
  bool exponent = digits.exponent < -4 || digits.exponent >= precision - style.point_zero;
  return exponent ? layout_exponent(digits, style.point) : layout_plain(digits, style.point);
}

constexpr uint64_t kPowersOfTen[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};

// number * 10^precision rounded half to even, exactly: the double is a whole number over a power of two, and 128 bits
// hold the product. False: out of reach.
bool scale_exactly(double number, int precision, uint64_t* scaled) {
  if (precision < 0 || precision >= static_cast<int>(std::size(kPowersOfTen)) || number >= 1e9) return false;
  if (number == 0) return *scaled = 0, true;
  int exponent;
  auto mantissa = static_cast<uint64_t>(std::ldexp(std::frexp(number, &exponent), 53));
  int shift = 53 - exponent;  // number == mantissa / 2^shift, shift > 0 below 1e9
  if (shift > 120) return false;
  unsigned __int128 product = static_cast<unsigned __int128>(mantissa) * kPowersOfTen[precision];
  unsigned __int128 half = static_cast<unsigned __int128>(1) << (shift - 1);
  unsigned __int128 rest = product & (half * 2 - 1);
  auto whole = static_cast<uint64_t>(product >> shift);
  bool up = rest > half || (rest == half && (whole & 1) != 0);
  *scaled = whole + up;
  return true;
}

std::string layout_fixed(uint64_t scaled, int precision) {
  char text[32];
  char* end = std::to_chars(text, text + sizeof text, scaled / kPowersOfTen[precision]).ptr;
  if (precision > 0) {
    *end = '.';
    uint64_t fraction = scaled % kPowersOfTen[precision];
    for (int i = precision; i > 0; --i, fraction /= 10) end[i] = static_cast<char>('0' + fraction % 10);
    end += precision + 1;
  }
  return {text, static_cast<size_t>(end - text)};
}

std::string finite(double number, const FloatStyle& style) {
  switch (style.type) {
    case 'r': {
      Digits digits = shortest_digits(number);
      bool exponent = digits.exponent < -4 || digits.exponent >= 16;
      return exponent ? layout_exponent(digits, style.point) : layout_plain(digits, style.point);
    }
    case 'e': {
      std::string raw = with_precision(number, std::chars_format::scientific, style.precision);
      return layout_exponent(digits_of(raw.data(), raw.data() + raw.size()), style.point);
    }
    case 'f': {
      uint64_t scaled;
      std::string raw = scale_exactly(number, style.precision, &scaled)
                            ? layout_fixed(scaled, style.precision)
                            : with_precision(number, std::chars_format::fixed, style.precision);
      return style.point && style.precision == 0 ? raw + '.' : raw;
    }
    default:
      return general(number, style);
  }
}

// Copies without underscores; false where one does not stand between digits.
bool without_underscores(std::string_view text, std::string* plain) {
  auto digit = [](char c) { return c >= '0' && c <= '9'; };
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      *plain += text[i];
    } else if (i == 0 || i + 1 == text.size() || !digit(text[i - 1]) || !digit(text[i + 1])) {
      return false;
    }
  }
  return true;
}

bool parse_plain(std::string_view text, double* result) {
  const char* begin = text.data();
  const char* end = begin + text.size();
  auto [stop, error] = std::from_chars(begin, end, *result);
  if (stop != end) return false;
  if (error == std::errc::result_out_of_range) *result = std::strtod(std::string(text).c_str(), nullptr);
  return true;
}

bool is_word(std::string_view text, std::string_view word) {
  return text.size() == word.size() && strncasecmp(text.data(), word.data(), word.size()) == 0;
}

}  // namespace

std::string float_to_text(double number, const FloatStyle& style) {
  number = std::fabs(number);
  std::string text;
  if (std::isnan(number))
    text = "nan";
  else if (std::isinf(number))
    text = "inf";
  else
    text = finite(number, style);
  if (style.point_zero && text.back() == '.') text += "0";
  if (style.point_zero && text.find_first_of(".ein") == std::string::npos) text += ".0";
  if (style.capitals) {
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  return text;
}

size_t write_float_repr(double number, char* target) {
  char* to = target;
  if (std::signbit(number) && !std::isnan(number)) *to++ = '-';
  number = std::fabs(number);
  // The fixed and the scientific shortest forms have the same digits; fixed ones need no new layout.
  if (number >= 1e-4 && number < 1e16) {
    char* end = std::to_chars(to, to + 32, number, std::chars_format::fixed).ptr;
    if (!std::memchr(to, '.', static_cast<size_t>(end - to))) {
      *end++ = '.';
      *end++ = '0';
    }
    return static_cast<size_t>(end - target);
  }
  std::string text = float_to_text(number, {.point_zero = true});
  std::memcpy(to, text.data(), text.size());
  return static_cast<size_t>(to - target) + text.size();
}

std::string float_to_repr(double number) {
  char buffer[48];
  return std::string(buffer, write_float_repr(number, buffer));
}

bool parse_float(std::string_view text, double* result) {
  auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  std::string plain;
  if (text.find('_') != std::string_view::npos) {
    if (!without_underscores(text, &plain)) return false;
    text = plain;
  }
  if (is_word(text, "inf") || is_word(text, "infinity"))
    *result = HUGE_VAL;
  else if (is_word(text, "nan"))
    *result = std::nan("");
  else if (text.empty() || !((text[0] >= '0' && text[0] <= '9') || text[0] == '.'))
    return false;
  else if (!parse_plain(text, result))
    return false;
  if (negative) *result = -*result;
  return true;
}

}  // namespace gillab
