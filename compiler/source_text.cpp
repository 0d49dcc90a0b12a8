// Lines and columns of a text, for errors.
#include "compiler/source_text.h"

#include <algorithm>

#include "compiler/utf8.h"

namespace gillab::compiler {
namespace {

int character_column(const std::string& line, int byte_column) {
  const size_t bytes = std::min(static_cast<size_t>(byte_column), line.size() + 1);
  return static_cast<int>(count_code_points(std::string_view(line).substr(0, bytes)) + (bytes > line.size() ? 1 : 0));
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
  const std::string end_line = span.end_line == span.line ? line : line_of(source, span.end_line);
  const auto local = [&](int column, int line_number) {
    return source.formatted && line_number == source.first_line ? column - source.first_column : column;
  };
  const int column = span.column < 0 ? 0 : character_column(line, local(span.column, span.line)) + 1;
  const int end_column =
      span.end_column < 0 ? 0 : character_column(end_line, local(span.end_column, span.end_line)) + 1;
  SourceError error(kind, (source.formatted ? "f-string: " : "") + message, span.line, column, span.end_line,
                    end_column);
  error.text = line;
  return error;
}

}  // namespace gillab::compiler
