// Errors and warnings with the line they are about: byte columns become character columns here.
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

int character_column(std::string_view line, int byte_column) {
  int characters = 1;
  for (int i = 0; i < byte_column && i < static_cast<int>(line.size()); ++i) {
    characters += (static_cast<unsigned char>(line[i]) & 0xC0) != 0x80;
  }
  return characters;
}

}  // namespace

void CodeErrors::refuse(const Span& span, std::string message, ErrorKind kind) const {
  const std::string_view line = line_of(source, span.line);
  const std::string_view end_line = span.end_line == span.line ? line : line_of(source, span.end_line);
  SourceError error(kind, std::move(message), span.line, character_column(line, span.column), span.end_line,
                    character_column(end_line, span.end_column));
  error.text = std::string(line);
  throw error;
}

void CodeErrors::remark(const Span& span, std::string message) const {
  warnings.push_back({SourceWarning::Category::Syntax, std::move(message), span.line});
}

}  // namespace gillab::compiler
