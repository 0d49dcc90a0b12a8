// Lines and columns of a text, for errors.
#include "compiler/source_text.h"

#include <algorithm>

#include "compiler/utf8.h"

namespace gillab::compiler {
namespace {

// Counted in the line of the error's start even where the error ends on another, and never past its newline: so does
// CPython, whose carets depend on it.
int character_column(const std::string& line, int byte_column) {
  const size_t bytes = std::min(static_cast<size_t>(byte_column) + 1, line.size());
  return static_cast<int>(count_code_points(std::string_view(line).substr(0, bytes)));
}

}  // namespace

std::string line_of(const SourceText& source, int line) {
  size_t start = 0;
  for (int n = source.first_line; n < line; ++n) {
    const size_t newline = source.text.find('\n', start);
    if (newline == std::string_view::npos) break;
    start = newline + 1;
  }
  const size_t end = std::min(source.text.find('\n', start), source.text.size());
  return std::string(source.text.substr(start, end - start)) + "\n";
}

SourceError error_at(const SourceText& source, ErrorKind kind, const std::string& message, const Span& span) {
  const std::string line = line_of(source, span.line);
  const auto column_in_line = [&](int column) {
    if (column < 0) return 0;
    return source.formatted ? column - source.first_column + 1 : character_column(line, column);
  };
  const int column = column_in_line(span.column);
  const int end_column = column_in_line(span.end_column);
  SourceError error(kind, (source.formatted ? "f-string: " : "") + message, span.line, column, span.end_line,
                    end_column);
  error.text = line;
  return error;
}

}  // namespace gillab::compiler
