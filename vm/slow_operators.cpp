// Operators on anything but immediates, and unbound variables.
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/slow.h"

namespace gillab {
namespace {

constexpr uint32_t kInPlace = 13;

Ref operate(Thread& thread, uint32_t argument, Value left, Value right) {
  if (argument >= kInPlace) return binary_in_place(thread, static_cast<Binary>(argument - kInPlace), left, right);
  return binary(thread, static_cast<Binary>(argument), left, right);
}

bool unbound(Thread& thread, const Instruction* pc, Value left, Value right) {
  if (!left.is_empty() && !right.is_empty()) [[likely]]
    return false;
  raise_unbound_local(thread, pc, thread.frame->locals);
  return true;
}

}  // namespace

uint32_t operator_argument(const Body& body, const Instruction* pc) {
  return body.unit().code[body.origins[static_cast<size_t>(pc - body.words.data())]].arg;
}

namespace {

// + of two exact sequences of one kind, with no way over their __add__. Empty, no error: it is something else.
Ref join_sequences(Thread& thread, uint32_t argument, Value left, Value right) {
  if (!left.is_object() || !right.is_object() || argument % kInPlace != 0) return {};
  const ShapeHead& head = head_of(left.as_object());
  const ShapeHead& other = head_of(right.as_object());
  if (!head.exact || !other.exact || head.kind != other.kind) return {};
  if (head.kind == Kind::Str) return concatenate(thread, as<Str>(left), as<Str>(right));
  if (head.kind == Kind::Tuple) return tuple_concatenate(thread, as<Tuple>(left), as<Tuple>(right));
  if (head.kind == Kind::List && argument == 0) return list_concatenate(thread, as<List>(left), as<List>(right));
  return {};
}

}  // namespace

Value binary_slow(Thread& thread, const Instruction* pc, Value left, Value right) {
  if (unbound(thread, pc, left, right)) return Value();
  Ref joined = join_sequences(thread, operator_argument(*thread.frame->body, pc), left, right);
  if (joined || thread.has_exception()) return joined.release();
  return operate(thread, operator_argument(*thread.frame->body, pc), left, right).release();
}

Value binary_slow_to(Thread& thread, const Instruction* pc, Value left, Value right, Value* fp, Value* sp, int popped) {
  if (unbound(thread, pc, left, right)) return Value();
  uint32_t argument = operator_argument(*thread.frame->body, pc);
  bool adds = argument == 0 || argument == kInPlace;
  // `s = s + x`: where only the variable and, in some forms, the operand refer to it, the text may grow where it is.
  bool grows = adds && fp[pc->c] == left && left != right && is_exact<Str>(left) && is_exact<Str>(right);
  bool is_operand = popped > 0 && sp[-popped] == left;
  if (grows && gil::Count::is_unique(left.as_object()->header, 1u + is_operand)) {
    fp[pc->c] = Value::empty();
    if (is_operand) drop(std::exchange(sp[-popped], Value::empty()));
    return append(thread, Ref::own(left), as<Str>(right)).release();
  }
  Ref joined = join_sequences(thread, argument, left, right);
  if (joined || thread.has_exception()) return joined.release();
  return operate(thread, argument, left, right).release();
}

Truth compare_slow(Thread& thread, const Instruction* pc, Value left, Value right) {
  if (unbound(thread, pc, left, right)) return Truth::Error;
  return compare_truth(thread, static_cast<Compare>(operator_argument(*thread.frame->body, pc)), left, right);
}

Value compare_push_slow(Thread& thread, const Instruction* pc, Value left, Value right) {
  return compare(thread, static_cast<Compare>(operator_argument(*thread.frame->body, pc)), left, right).release();
}

// The joined instruction's parts are looked at in the order in which the code unit has them.
void raise_unbound_local(Thread& thread, const Instruction* pc, Value* fp) {
  const Body& body = *thread.frame->body;
  const auto& unit = body.unit();
  uint32_t last = body.origins[static_cast<size_t>(pc - body.words.data())];
  uint32_t first = last >= 3 ? last - 3 : 0;
  uint32_t found = last;
  for (uint32_t i = first; i <= last + 2 && i < unit.code.size(); ++i) {
    auto opcode = unit.code[i].opcode;
    bool reads = opcode == compiler::Opcode::LOAD_FAST || opcode == compiler::Opcode::DELETE_FAST;
    if (!reads || !fp[unit.code[i].arg].is_empty()) continue;
    if (body.places[i] != static_cast<uint32_t>(pc - body.words.data())) continue;
    found = i;
    break;
  }
  thread.raise_at = found;
  uint32_t local = unit.code[found].arg;
  Str* name = as<Str>(as<Tuple>(body.code->variable_names.peek())->items[local]);
  raise(thread, Error::UnboundLocalError, "cannot access local variable '{}' where it is not associated with a value", name);
}

void raise_unbound_cell(Thread& thread, uint32_t index) {
  const Code* code = thread.frame->code;
  Str* name = as<Str>(as<Tuple>(code->variable_names.peek())->items[index]);
  if (index < code->variable_count - code->free_count) {
    raise(thread, Error::UnboundLocalError, "cannot access local variable '{}' where it is not associated with a value", name);
  } else {
    raise(thread, Error::NameError,
          "cannot access free variable '{}' where it is not associated with a value in enclosing scope", name);
    Ref exception = take_exception(thread);
    if (exception) set_attribute(thread, exception.get(), thread.names().name, Value::object(name));
    thread.exception = exception.release();
  }
}

}  // namespace gillab
