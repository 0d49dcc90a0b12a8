// What is wrong with a text that the parser refused, worded as CPython words it.
#pragma once

#include "compiler/source_text.h"
#include "compiler/token.h"

namespace gillab::compiler {

// Where the parser was when it gave up; indices of tokens.
struct FailurePlace {
  Mode mode = Mode::Exec;
  bool formatted = false;  // an expression of an f-string
  int first = 0;           // the statement that was refused begins here
  int stopped = 0;
};

SourceError explain_failure(const SourceText& source, const TokenStream& stream, const FailurePlace& place);

// For an error that the parser found itself when it had read up to `line_read`: the one to report.
SourceError prefer_token_error(const SourceText& source, const TokenStream& stream, const SourceError& error,
                               int line_read);

}  // namespace gillab::compiler
