// A text that is being parsed, and where it stands in the file: the whole of it, or an expression inside an f-string.
#pragma once

#include <string>
#include <string_view>

#include "compiler/compile.h"

namespace gillab::compiler {

struct SourceText {
  std::string_view text;  // UTF-8, lines end in '\n'
  int first_line = 1;
  int first_column = 0;    // what was added to the columns of its first line
  bool formatted = false;  // an expression of an f-string, in parentheses
};

// The line of that number, with its newline (added where the text ends without one).
std::string line_of(const SourceText& source, int line);

// `span` counts in bytes from 0; a column of -1 is unknown. The error counts characters from 1, 0 being unknown. Inside an
// f-string the message says so, and the columns are bytes of the expression's own text: CPython does not convert them.
SourceError error_at(const SourceText& source, ErrorKind kind, const std::string& message, const Span& span);

}  // namespace gillab::compiler
