// Format specifications: parsing, grouping, padding. What the types do with them: format_types.cpp.
#include "runtime/text/format_spec.h"

#include <string>

#include "runtime/errors.h"
#include "runtime/text/unicode.h"

namespace gillab {
namespace {

bool is_align(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

struct Reader {
  Thread& thread;
  const Str* text;
  size_t at = 0;

  bool left(size_t count = 1) const { return at + count <= text->length; }
  char32_t peek(size_t ahead = 0) const { return at + ahead < text->length ? text->at(at + ahead) : 0; }
  bool take(char32_t wanted) {
    if (!left() || peek() != wanted) return false;
    ++at;
    return true;
  }
  // A number; -1 stays where there are no digits.
  bool number(int64_t* result) {
    int64_t value = 0;
    size_t start = at;
    for (; left(); ++at) {
      int digit = unicode::decimal_value(peek());
      if (digit < 0) break;
      if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, digit, &value)) {
        return raise(thread, Error::ValueError, "Too many decimal digits in format string");
      }
    }
    if (at > start) *result = value;
    return true;
  }
};

bool read_grouping(Reader& reader, FormatSpec* spec) {
  if (reader.take(',')) spec->grouping = ',';
  if (reader.take('_')) {
    if (spec->grouping) return raise(reader.thread, Error::ValueError, "Cannot specify both ',' and '_'.");
    spec->grouping = '_';
  }
  if (reader.left() && reader.peek() == ',' && spec->grouping) {
    if (spec->grouping == '_') return raise(reader.thread, Error::ValueError, "Cannot specify both ',' and '_'.");
    return raise(reader.thread, Error::ValueError, "Cannot specify ',' with ','.");
  }
  return true;
}

bool check_grouping(Thread& thread, const FormatSpec& spec) {
  switch (spec.type) {
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'G':
    case '%':
    case 'F':
    case '\0':
      return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X':
      if (spec.grouping == '_') return true;
      break;
  }
  Ref type = make_character(thread, spec.type);
  char group[2] = {spec.grouping, '\0'};
  return type && raise(thread, Error::ValueError, "Cannot specify '{}' with '{}'.", group, type.get());
}

// The digits with separators, at least `minimum` characters by zeros in front. Written backwards.
std::string grouped(std::string_view digits, char separator, size_t group, int64_t minimum) {
  std::string backwards;
  int64_t remaining = static_cast<int64_t>(digits.size());
  for (;;) {
    int64_t length = std::min<int64_t>(static_cast<int64_t>(group), std::max<int64_t>(std::max(remaining, minimum), 1));
    int64_t taken = std::min(remaining, length);
    for (int64_t i = 0; i < taken; ++i) backwards += digits[static_cast<size_t>(--remaining)];
    backwards.append(static_cast<size_t>(length - taken), '0');
    minimum -= length;
    if (remaining <= 0 && minimum <= 0) break;
    backwards += separator;
    --minimum;
  }
  return std::string(backwards.rbegin(), backwards.rend());
}

}  // namespace

bool parse_format_spec(Thread& thread, const Str* text, Value value, char default_align, FormatSpec* spec) {
  Reader reader{thread, text};
  bool fill_given = false;
  if (reader.left(2) && is_align(reader.peek(1))) {
    spec->fill = reader.peek();
    spec->align = static_cast<char>(reader.peek(1));
    fill_given = true;
    reader.at += 2;
  } else if (reader.left() && is_align(reader.peek())) {
    spec->align = static_cast<char>(reader.peek());
    ++reader.at;
  }
  char32_t sign = reader.peek();
  if (reader.left() && (sign == '+' || sign == '-' || sign == ' ')) {
    spec->sign = static_cast<char>(sign);
    ++reader.at;
  }
  spec->no_negative_zero = reader.take('z');
  spec->alternate = reader.take('#');
  if (!fill_given && reader.take('0')) {
    spec->fill = '0';
    if (!spec->align && default_align == '>') spec->align = '=';
  }
  if (!reader.number(&spec->width) || !read_grouping(reader, spec)) return false;
  if (reader.take('.')) {
    if (!reader.number(&spec->precision)) return false;
    if (spec->precision < 0) return raise(thread, Error::ValueError, "Format specifier missing precision");
  }
  if (reader.left(2)) {
    return raise(thread, Error::ValueError, "Invalid format specifier '{}' for object of type '{}'", text,
                 type_name(thread, value));
  }
  if (reader.left())
    spec->type = reader.peek();
  else if (default_align == '<')
    spec->type = 's';
  return !spec->grouping || check_grouping(thread, *spec);
}

void add_padded(StrBuilder& builder, const Str* text, size_t length, char32_t fill, char align, int64_t width) {
  int64_t room = width - static_cast<int64_t>(length);
  if (room < 0) room = 0;
  int64_t left = align == '>' ? room : align == '^' ? room / 2 : 0;
  if (left) builder.fill(fill, static_cast<size_t>(left));
  builder.add(text, 0, length);
  if (room > left) builder.fill(fill, static_cast<size_t>(room - left));
}

void add_number(StrBuilder& builder, const FormatSpec& spec, const NumberParts& parts) {
  char sign = parts.negative ? '-' : spec.sign == '+' || spec.sign == ' ' ? spec.sign : '\0';
  char align = spec.align ? spec.align : '>';
  std::string_view digits = parts.digits;
  std::string with_groups;
  int64_t fixed = (sign != '\0') + static_cast<int64_t>(parts.prefix.size() + parts.rest.size());
  if (spec.grouping && spec.width < int64_t{1} << 30) {  // wider ones run out of memory in the builder
    bool by_four = spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X';
    int64_t minimum = spec.fill == '0' && align == '=' ? spec.width - fixed : 0;
    with_groups = grouped(digits, spec.grouping, by_four ? 4 : 3, minimum);
    digits = with_groups;
  }
  int64_t room = std::max<int64_t>(spec.width - fixed - static_cast<int64_t>(digits.size()), 0);
  int64_t left = align == '>' ? room : align == '^' ? room / 2 : 0;
  int64_t inside = align == '=' ? room : 0;
  if (left) builder.fill(spec.fill, static_cast<size_t>(left));
  if (sign) builder.add_ascii(&sign, 1);
  builder.add_ascii(parts.prefix.data(), parts.prefix.size());
  if (inside) builder.fill(spec.fill, static_cast<size_t>(inside));
  builder.add_ascii(digits.data(), digits.size());
  builder.add_ascii(parts.rest.data(), parts.rest.size());
  if (room > left + inside) builder.fill(spec.fill, static_cast<size_t>(room - left - inside));
}

}  // namespace gillab
