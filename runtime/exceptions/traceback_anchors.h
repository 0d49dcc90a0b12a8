// Where inside a failing expression its operator or subscript stands: what tracebacks mark with ^ among the ~.
#pragma once

#include <string>
#include <string_view>

#include "runtime/function.h"

namespace gillab {

struct Anchors {
  int left = -1;  // byte offsets in the segment; -1: none
  int right = -1;
};
// `segment` is the source text of one expression (or of something else: then there are none).
Anchors find_anchors(std::string_view segment);
// The line of blanks, ~ and ^ below a source line without its indentation; empty where it would mark everything.
std::string traceback_marks(std::string_view line, const Position& at);

}  // namespace gillab
