// '%' with a tuple of arguments known by number becomes an f-string.
#pragma once

#include "compiler/tree.h"

namespace gillab::compiler {

// The f-string that does the same as `'...' % (...)`, or nullptr where only the operator can do it.
Expr* fold_format(Tree& tree, const BinOpExpr& node);

}  // namespace gillab::compiler
