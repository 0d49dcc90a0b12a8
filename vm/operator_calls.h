// Operators whose work is a method in Python: its frame is entered from the loop, and its end finishes the instruction
// that needed it (handlers/operators.inc). Only the plain cases: who is asked first is clear without asking anybody.
#pragma once

#include "runtime/function.h"
#include "vm/body.h"

namespace gillab {

// A frame kind (bit), beside those of runtime/thread.h: its result goes to the instruction at the caller's pc, whose
// operands are still where they were. namespace_ is an int, the frame's `OperatorEnd::bits`.
inline constexpr uint8_t kOperatorFrame = 16;

enum class OperandForm : uint8_t { SS, SL, SK, LL, LK, KL };

// How the instruction ends when the method has returned.
struct OperatorEnd {
  enum What : uint8_t { Push, Store, Jump, SetItem, Next } what;
  OperandForm form;
  uint8_t popped;
  uint8_t words;
  bool wanted = false;     // Jump: on this truth
  bool compares = false;   // what NotImplemented leads to
  bool refusable = false;  // NotImplemented is no result
  bool reflected = false;  // the right operand's method: nobody is left to be asked

  constexpr Value bits() const {
    return Value::integer(what | static_cast<int>(form) << 3 | popped << 6 | words << 8 | wanted << 10 | compares << 11 |
                          refusable << 12 | reflected << 13);
  }
  static OperatorEnd of(Value value) {
    uint32_t bits = static_cast<uint32_t>(value.as_int());
    return {static_cast<What>(bits & 7), static_cast<OperandForm>((bits >> 3) & 7), static_cast<uint8_t>((bits >> 6) & 3),
            static_cast<uint8_t>((bits >> 8) & 3), ((bits >> 10) & 1) != 0, ((bits >> 11) & 1) != 0,
            ((bits >> 12) & 1) != 0, ((bits >> 13) & 1) != 0};
  }
};

inline bool is_of_heap_type(Value value) {
  return value.is_object() && (head_of(value.as_object()).traits & kOfHeapType) != 0;
}

// The Python function to be called with the operands; null: it is not that simple. *reflected: with the right one first.
Function* binary_method(Thread& thread, const Instruction* pc, Value left, Value right, bool* reflected);
Function* compare_method(Thread& thread, const Instruction* pc, Value left, Value right);
Function* plain_method(Value object, Dunder dunder, uint32_t arguments);

// The method has answered NotImplemented: what is left to be tried. Empty: an exception is set.
Value after_refusal(Thread& thread, const Instruction* pc, Value* sp, Value* fp, const OperatorEnd& end);

}  // namespace gillab
