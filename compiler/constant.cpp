// Constants compared, hashed and written as Python's repr() writes them. Makes no objects.
#include "compiler/constant.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>

#include "compiler/code_unit.h"
#include "compiler/constant_table.h"
#include "compiler/unicode_ranges.h"

namespace gillab::compiler {

namespace {

bool same_items(const std::vector<Constant>& left, const std::vector<Constant>& right) {
  if (left.size() != right.size()) return false;
  for (size_t i = 0; i < left.size(); ++i) {
    if (!same_constant(left[i], right[i])) return false;
  }
  return true;
}

bool same_instructions(const CodeUnit& left, const CodeUnit& right) {
  if (left.code.size() != right.code.size()) return false;
  for (size_t i = 0; i < left.code.size(); ++i) {
    const Span &here = left.positions[i], &there = right.positions[i];
    if (left.code[i].opcode != right.code[i].opcode || left.code[i].arg != right.code[i].arg) return false;
    if (here.line != there.line || here.column != there.column) return false;
    if (here.end_line != there.end_line || here.end_column != there.end_column) return false;
  }
  return true;
}

bool same_unit(const CodeUnit& left, const CodeUnit& right) {
  return left.name == right.name && left.qualified_name == right.qualified_name && left.flags == right.flags &&
         left.first_line == right.first_line && left.argument_count == right.argument_count &&
         left.positional_only_count == right.positional_only_count &&
         left.keyword_only_count == right.keyword_only_count && left.local_names == right.local_names &&
         left.cell_names == right.cell_names && left.free_names == right.free_names && left.names == right.names &&
         same_instructions(left, right) && same_items(left.constants, right.constants);
}

bool same_bits(double left, double right) { return std::bit_cast<uint64_t>(left) == std::bit_cast<uint64_t>(right); }

struct SameValue {
  template <class T>
  bool operator()(const T& left, const T& right) const {
    return left == right;
  }
  bool operator()(double left, double right) const { return same_bits(left, right); }
  bool operator()(const ComplexConstant& left, const ComplexConstant& right) const {
    return same_bits(left.real, right.real) && same_bits(left.imaginary, right.imaginary);
  }
  bool operator()(const TupleConstant& left, const TupleConstant& right) const {
    return same_items(left.items, right.items);
  }
  bool operator()(const FrozenSetConstant& left, const FrozenSetConstant& right) const {
    return same_items(left.items, right.items);
  }
  // The bodies of `finally` are compiled twice: their functions are the same.
  bool operator()(const CodeConstant& left, const CodeConstant& right) const { return same_unit(*left, *right); }
  template <class T, class U>
  bool operator()(const T&, const U&) const {
    return false;
  }
};

size_t mix(size_t seed, size_t value) { return (seed ^ value) * 0x9E3779B97F4A7C15ull + (seed >> 29); }

struct HashValue {
  size_t operator()(NoneConstant) const { return 1; }
  size_t operator()(EllipsisConstant) const { return 2; }
  size_t operator()(bool value) const { return 3 + value; }
  size_t operator()(int64_t value) const { return mix(5, static_cast<size_t>(value)); }
  size_t operator()(const BigIntConstant& value) const { return mix(6, std::hash<std::string>()(value.hex)); }
  size_t operator()(double value) const { return mix(7, std::bit_cast<uint64_t>(value)); }
  size_t operator()(const ComplexConstant& value) const { return mix((*this)(value.real), (*this)(value.imaginary)); }
  size_t operator()(const StrConstant& value) const { return mix(8, std::hash<std::string>()(value.text)); }
  size_t operator()(const BytesConstant& value) const { return mix(9, std::hash<std::string>()(value.bytes)); }
  size_t operator()(const TupleConstant& value) const { return items(10, value.items); }
  size_t operator()(const FrozenSetConstant& value) const { return items(11, value.items); }
  size_t operator()(const CodeConstant& value) const {
    return mix(mix(12, std::hash<std::string>()(value->name)), static_cast<size_t>(value->first_line));
  }

  static size_t items(size_t seed, const std::vector<Constant>& items) {
    for (const Constant& item : items) seed = mix(seed, hash_of(item));
    return seed;
  }
};

std::string digits_of(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  std::array<char, 400> buffer;
  const double size = std::fabs(value);
  const auto format =
      size != 0 && (size < 1e-4 || size >= 1e16) ? std::chars_format::scientific : std::chars_format::fixed;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format).ptr;
  return std::string(buffer.data(), end);
}

std::string repr_of(double value) {
  std::string digits = digits_of(value);
  if (digits.find_first_not_of("-0123456789") == std::string::npos) digits += ".0";
  return digits;
}

std::string repr_of(const ComplexConstant& value) {
  const std::string imaginary = digits_of(value.imaginary) + "j";
  if (value.real == 0 && !std::signbit(value.real)) return imaginary;
  const bool needs_plus = !std::signbit(value.imaginary) || std::isnan(value.imaginary);
  return "(" + digits_of(value.real) + (needs_plus ? "+" : "") + imaginary + ")";
}

void append_hex(std::string& out, uint32_t value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += "0123456789abcdef"[(value >> shift) & 15];
}

char quote_for(const std::string& text) {
  return text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
}

bool append_plain(std::string& out, unsigned char byte, char quote) {
  switch (byte) {
    case '\n':
      out += "\\n";
      return true;
    case '\r':
      out += "\\r";
      return true;
    case '\t':
      out += "\\t";
      return true;
    case '\\':
      out += "\\\\";
      return true;
    default:
      break;
  }
  if (byte == static_cast<unsigned char>(quote)) {
    out += '\\';
    out += quote;
    return true;
  }
  if (byte >= 0x20 && byte < 0x7F) {
    out += static_cast<char>(byte);
    return true;
  }
  return false;
}

// The length of the UTF-8 sequence that starts here, and its code point.
int decode(const std::string& text, size_t at, uint32_t& point) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) & 0x3Fu : 0u; };
  const unsigned char lead = static_cast<unsigned char>(text[at]);
  if (lead < 0xE0) return point = (lead & 0x1Fu) << 6 | byte(at + 1), 2;
  if (lead < 0xF0) return point = (lead & 0x0Fu) << 12 | byte(at + 1) << 6 | byte(at + 2), 3;
  return point = (lead & 0x07u) << 18 | byte(at + 1) << 12 | byte(at + 2) << 6 | byte(at + 3), 4;
}

void append_escape(std::string& out, uint32_t point) {
  out += point < 0x100 ? "\\x" : point < 0x10000 ? "\\u" : "\\U";
  append_hex(out, point, point < 0x100 ? 2 : point < 0x10000 ? 4 : 8);
}

std::string repr_of(const StrConstant& value) {
  const char quote = quote_for(value.text);
  std::string out(1, quote);
  for (size_t i = 0; i < value.text.size();) {
    const auto byte = static_cast<unsigned char>(value.text[i]);
    if (append_plain(out, byte, quote)) {
      ++i;
      continue;
    }
    uint32_t point = byte;
    const int length = byte < 0x80 ? 1 : decode(value.text, i, point);
    if (is_printable(point)) {
      out.append(value.text, i, length);
    } else {
      append_escape(out, point);
    }
    i += length;
  }
  return out + quote;
}

std::string repr_of(const BytesConstant& value) {
  const char quote = quote_for(value.bytes);
  std::string out = std::string("b") + quote;
  for (const char c : value.bytes) {
    if (append_plain(out, static_cast<unsigned char>(c), quote)) continue;
    out += "\\x";
    append_hex(out, static_cast<unsigned char>(c), 2);
  }
  return out + quote;
}

std::string joined(const std::vector<Constant>& items) {
  std::string out;
  for (const Constant& item : items) {
    if (!out.empty()) out += ", ";
    out += repr(item);
  }
  return out;
}

// Base 16 to base 10, nine decimal digits at a time.
std::string repr_of(const BigIntConstant& value) {
  std::vector<uint32_t> groups{0};
  const bool negative = !value.hex.empty() && value.hex[0] == '-';
  for (size_t i = negative; i < value.hex.size(); ++i) {
    uint64_t carry = value.hex[i] <= '9' ? value.hex[i] - '0' : value.hex[i] - 'a' + 10;
    for (uint32_t& group : groups) {
      carry += uint64_t{group} * 16;
      group = static_cast<uint32_t>(carry % 1000000000);
      carry /= 1000000000;
    }
    if (carry != 0) groups.push_back(static_cast<uint32_t>(carry));
  }
  std::string out = (negative ? "-" : "") + std::to_string(groups.back());
  for (size_t i = groups.size() - 1; i-- > 0;) {
    const std::string digits = std::to_string(groups[i]);
    out += std::string(9 - digits.size(), '0') + digits;
  }
  return out;
}

struct Repr {
  std::string operator()(NoneConstant) const { return "None"; }
  std::string operator()(EllipsisConstant) const { return "Ellipsis"; }
  std::string operator()(bool value) const { return value ? "True" : "False"; }
  std::string operator()(int64_t value) const { return std::to_string(value); }
  std::string operator()(const TupleConstant& value) const {
    return "(" + joined(value.items) + (value.items.size() == 1 ? ",)" : ")");
  }
  std::string operator()(const FrozenSetConstant& value) const {
    return value.items.empty() ? "frozenset()" : "frozenset({" + joined(value.items) + "})";
  }
  std::string operator()(const CodeConstant& value) const {
    return "<code object " + value->name + ", file \"" + value->filename + "\", line " +
           std::to_string(value->first_line) + ">";
  }
  template <class T>
  std::string operator()(const T& value) const {
    return repr_of(value);
  }
};

}  // namespace

bool same_constant(const Constant& left, const Constant& right) {
  return std::visit(SameValue(), left.value, right.value);
}

size_t hash_of(const Constant& constant) { return std::visit(HashValue(), constant.value); }

std::string repr(const Constant& constant) { return std::visit(Repr(), constant.value); }

}  // namespace gillab::compiler
