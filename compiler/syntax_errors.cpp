// What is wrong with a text that the parser refused.
#include "compiler/syntax_errors.h"

namespace gillab::compiler {

SourceError explain_failure(const SourceText& source, const TokenStream& stream, const StartRule& rule,
                            const Token& stopped) {
  (void)rule;
  if (stream.error) return stream.error->error;
  return error_at(source, ErrorKind::Syntax, "invalid syntax", stopped.span);
}

std::string normalise_newlines(std::string_view source, Mode mode) {
  std::string text;
  text.reserve(source.size() + 1);
  while (!source.empty()) {
    const size_t carriage_return = source.find('\r');
    text.append(source.substr(0, carriage_return));
    if (carriage_return == std::string_view::npos) break;
    text += '\n';
    source.remove_prefix(carriage_return + 1);
    if (!source.empty() && source[0] == '\n') source.remove_prefix(1);
  }
  if (mode == Mode::Exec && !text.empty() && text.back() != '\n') text += '\n';
  return text;
}

}  // namespace gillab::compiler
