// Constant folding in the tree: operators on constants, tuples, `in` with a list, '%' with a tuple.
#pragma once

#include <optional>

#include "compiler/compile.h"

namespace gillab::compiler {

// Replaces expressions of constants by their value. New nodes belong to the module's tree. Refuses what is nested
// too deep.
struct CodeErrors;
void fold(Module& module, const CodeErrors& errors, bool annotations_are_text);

// The value of an operation, or nothing: an error at run time, or a result too large to be worth keeping.
std::optional<Constant> fold_unary(UnaryOperator op, const Constant& operand);
std::optional<Constant> fold_binary(Operator op, const Constant& left, const Constant& right);
std::optional<Constant> fold_item(const Constant& container, const Constant& index);

}  // namespace gillab::compiler
