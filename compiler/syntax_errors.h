// What is wrong with a text that the parser refused, worded as CPython words it.
#pragma once

#include <string>
#include <string_view>

#include "compiler/source_text.h"
#include "compiler/token.h"

namespace gillab::compiler {

struct StartRule {
  Mode mode = Mode::Exec;
  bool formatted = false;  // an expression of an f-string
};

// `stopped` is the token at which the parser gave up.
SourceError explain_failure(const SourceText& source, const TokenStream& stream, const StartRule& rule,
                            const Token& stopped);

// "\r\n" and "\r" become "\n"; a program (not an expression) ends in one.
std::string normalise_newlines(std::string_view source, Mode mode);

}  // namespace gillab::compiler
