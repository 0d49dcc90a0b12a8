// Which method an operator calls where that is plain, and what comes after it has refused.
#include "vm/operator_calls.h"

#include "runtime/operations/operations_inner.h"
#include "vm/slow.h"

namespace gillab {
namespace {

constexpr uint32_t kInPlace = 13;
constexpr Dunder kCompares[] = {Dunder::Lt, Dunder::Le, Dunder::Eq, Dunder::Ne, Dunder::Gt, Dunder::Ge};

Dunder shifted(Dunder first, uint32_t number) { return static_cast<Dunder>(static_cast<uint32_t>(first) + number); }

Function* function_for(Value method, uint32_t arguments) {
  if (!is<Function>(method)) return nullptr;
  auto* function = as<Function>(method);
  return body_of(current_thread(), function)->simple_arguments == arguments ? function : nullptr;
}

void operands_of_form(const Instruction* pc, const Value* sp, const Value* fp, const OperatorEnd& end, Value* x, Value* y) {
  Value constant = end.form == OperandForm::SK || end.form == OperandForm::LK || end.form == OperandForm::KL
                       ? Value::from_bits(word_at(pc, end.words - 1))
                       : Value();
  switch (end.form) {
    case OperandForm::SS: *x = sp[-2], *y = sp[-1]; return;
    case OperandForm::SL: *x = sp[-1], *y = fp[pc->b]; return;
    case OperandForm::SK: *x = sp[-1], *y = constant; return;
    case OperandForm::LL: *x = fp[pc->a], *y = fp[pc->b]; return;
    case OperandForm::LK: *x = fp[pc->a], *y = constant; return;
    case OperandForm::KL: *x = constant, *y = fp[pc->b]; return;
  }
}

}  // namespace

Function* plain_method(Value object, Dunder dunder, uint32_t arguments) {
  return is_of_heap_type(object) ? function_for(dunder_of(type_of(object.as_object()), dunder), arguments) : nullptr;
}

Function* binary_method(Thread& thread, const Instruction* pc, Value left, Value right, bool* reflected) {
  uint32_t argument = operator_argument(*thread.frame->body, pc), op = argument % kInPlace;
  Dunder first = shifted(Dunder::Add, op), second = shifted(Dunder::RAdd, op);
  *reflected = false;
  if (!left.is_object()) {
    *reflected = true;  // numbers know only numbers
    bool number = left.is_int() || left.is_float();
    return number && is_of_heap_type(right) && kind_of(right.as_object()) == Kind::Instance ? plain_method(right, second, 2)
                                                                                         : nullptr;
  }
  Type* type = type_of(left.as_object());
  if (argument >= kInPlace && !dunder_of(type, shifted(Dunder::IAdd, op)).is_empty()) return nullptr;
  if (is_of_heap_type(right) && type_of(right.as_object()) != type) {
    Value other = dunder_of(type_of(right.as_object()), second);
    if (!other.is_empty() && other != dunder_of(type, second)) return nullptr;
  }
  return function_for(dunder_of(type, first), 2);
}

Function* compare_method(Thread& thread, const Instruction* pc, Value left, Value right) {
  if (!left.is_object()) return nullptr;
  Type* type = type_of(left.as_object());
  Type* other = type_of(thread, right);
  if (other != type && is_subtype(other, type)) return nullptr;
  return function_for(dunder_of(type, kCompares[operator_argument(*thread.frame->body, pc)]), 2);
}

Value after_refusal(Thread& thread, const Instruction* pc, Value* sp, Value* fp, const OperatorEnd& end) {
  Value x, y;
  operands_of_form(pc, sp, fp, end, &x, &y);
  uint32_t argument = operator_argument(*thread.frame->body, pc);
  if (end.compares) return compare_refused(thread, static_cast<Compare>(argument), x, y).release();
  return binary_refused(thread, static_cast<Binary>(argument % kInPlace), argument >= kInPlace, x, y, end.reflected).release();
}

}  // namespace gillab
