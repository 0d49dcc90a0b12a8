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

}  // namespace gillab::compiler
