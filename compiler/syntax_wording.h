// The words of error messages about expressions and brackets.
#pragma once

#include <string>

#include "compiler/source_text.h"
#include "compiler/token.h"
#include "compiler/tree.h"

namespace gillab::compiler {

enum class TargetKind : uint8_t { Assigned, Loop, Deleted };

// What CPython calls this kind of expression: "function call", "literal".
std::string expression_name(const Expr& expr);

// The part of the expression that cannot be a target, or nullptr.
const Expr* find_invalid_target(const Expr& expr, TargetKind kind);

// At a token that may have no columns: then the error is where reading has got to, and has no end.
SourceError error_at_token(const SourceText& source, ErrorKind kind, const std::string& message, const Token& token);

SourceError never_closed(const SourceText& source, const OpenBracket& open);

}  // namespace gillab::compiler
