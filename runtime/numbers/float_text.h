// Floats to text and back: the layouts that repr, format and % share.
#pragma once

#include <string>
#include <string_view>

namespace gillab {

struct FloatStyle {
  char type = 'r';          // 'r' shortest, or 'e' 'f' 'g'
  int precision = 6;        // not for 'r'
  bool point = false;       // always a point, and 'g' keeps trailing zeros: the # of formats
  bool point_zero = false;  // ".0" where the number would look like an int: what repr does
  bool capitals = false;
};

// A finite or special number without its sign: "1.5", "1e+16", "inf", "nan".
std::string float_to_text(double number, const FloatStyle& style);
std::string float_to_repr(double number);              // with its sign
size_t write_float_repr(double number, char* target);  // at most 32 bytes

}  // namespace gillab
