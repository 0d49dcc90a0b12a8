// Errors and warnings with the line they are about.
#include "compiler/code_errors.h"

namespace gillab::compiler {

namespace {

std::string_view line_of(std::string_view source, int line) {
  size_t start = 0;
  for (int at = 1; at < line; ++at) {
    const size_t end = source.find('\n', start);
    if (end == std::string_view::npos) return {};
    start = end + 1;
  }
  const size_t end = source.find('\n', start);
  return source.substr(start, end == std::string_view::npos ? end : end + 1 - start);
}

}  // namespace

// CPython reports these errors, unlike the parser's, by the byte in the line.
void CodeErrors::refuse(const Span& span, std::string message, ErrorKind kind) const {
  SourceError error(kind, std::move(message), span.line, span.column + 1, span.end_line, span.end_column + 1);
  error.text = std::string(line_of(source, span.line));
  error.parsed = true;
  throw error;
}

void CodeErrors::remark(const Span& span, std::string message) const {
  warnings.push_back({SourceWarning::Category::Syntax, std::move(message), span.line, span.column + 1});
}

}  // namespace gillab::compiler
