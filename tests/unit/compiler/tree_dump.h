// A syntax tree as text, for tests: near to what Python's ast.dump prints, each located node followed by its span.
#pragma once

#include <string>

#include "compiler/tree.h"

namespace gillab::compiler {

// `Assign(targets=[Name('x', Store)@1:0-1:1], value=Constant(1)@1:4-1:5)@1:0-1:5`. Fields that are empty lists, or that
// hold nothing, are left out. Strings are written as Python's ascii() does, floats with 17 digits.
std::string dump(const Module& module, bool with_spans);
std::string dump(const Expr& expr, bool with_spans);

}  // namespace gillab::compiler
