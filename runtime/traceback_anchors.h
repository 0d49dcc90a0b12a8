// Where inside a failing expression its operator or subscript stands: what tracebacks mark with ^ among the ~.
#pragma once

#include <string_view>

namespace gillab {

struct Anchors {
  int left = -1;  // byte offsets in the segment; -1: none
  int right = -1;
};
// `segment` is the source text of one expression (or of something else: then there are none).
Anchors find_anchors(std::string_view segment);

}  // namespace gillab
