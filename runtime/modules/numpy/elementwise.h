// Operations element by element: a row of the table for each, with a kernel for each type of element it takes.
#pragma once

#include "runtime/modules/numpy/walk.h"

namespace gillab::numpy {

// What the result's elements are, given the operands' common type.
enum class Gives : uint8_t { Same, Bool, Float };

struct Operation {
  const char* name;
  const char* long_name;       // in warnings
  Gives gives;
  UnaryKernel kernels[3];      // by the operands' type; null: they are converted to the next type that has one
  int inputs;                  // 1 or 2
  bool watched;                // may divide by zero, overflow or be invalid: what the machine noted is warned of
};

// By Python's name of the ufunc; null: there is none.
const Operation* find_operation(std::string_view name);
extern const Operation kArithmetic[];       // elementwise_kernels.cpp
extern const size_t kArithmeticCount;
extern const Operation kMathematics[];      // elementwise_math.cpp
extern const size_t kMathematicsCount;

// The operation on operands of any shapes that go together; `target` empty: a new array. Empty: an error is set.
Ref apply_unary(Thread& thread, const Operation& operation, Operand& operand);
Ref apply_binary(Thread& thread, const Operation& operation, Operand& left, Operand& right);
bool apply_in_place(Thread& thread, const Operation& operation, Value target, Operand& right);

}  // namespace gillab::numpy
