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

SourceError never_closed(const SourceText& source, const OpenBracket& open);

}  // namespace gillab::compiler
