// The format specification [[fill]align][sign][z][#][0][width][grouping][.precision][type], parsed.
#pragma once

#include <string_view>

#include "runtime/str.h"

namespace gillab {

struct FormatSpec {
  char32_t fill = ' ';
  char align = '\0';  // < > = ^, or none given
  char sign = '\0';   // + - space, or none given
  bool no_negative_zero = false;
  bool alternate = false;
  int64_t width = -1;
  char grouping = '\0';  // , or _
  int64_t precision = -1;
  char32_t type = '\0';
};

// A number cut into what padding and grouping treat differently. All ASCII.
struct NumberParts {
  bool negative = false;
  std::string_view prefix;  // 0x
  std::string_view digits;  // before the point: what is grouped
  std::string_view rest;    // point, fraction, exponent, per cent sign
};

// `value` is what the specification is for: messages name its type.
bool parse_format_spec(Thread& thread, const Str* text, Value value, char default_align, FormatSpec* spec);
void add_number(StrBuilder& builder, const FormatSpec& spec, const NumberParts& parts);
void add_padded(StrBuilder& builder, const Str* text, size_t length, char32_t fill, char align, int64_t width);

}  // namespace gillab
