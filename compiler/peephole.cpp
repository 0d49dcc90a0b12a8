// Improvements inside one block: constant conditions, jumps to jumps, tuples of constants, swaps undone.
#include <algorithm>

#include "compiler/flow.h"

namespace gillab::compiler {

namespace {

struct Truth {
  bool operator()(NoneConstant) const { return false; }
  bool operator()(EllipsisConstant) const { return true; }
  bool operator()(bool value) const { return value; }
  bool operator()(int64_t value) const { return value != 0; }
  bool operator()(const BigIntConstant&) const { return true; }
  bool operator()(double value) const { return value != 0; }
  bool operator()(const ComplexConstant& value) const { return value.real != 0 || value.imaginary != 0; }
  bool operator()(const StrConstant& value) const { return !value.text.empty(); }
  bool operator()(const BytesConstant& value) const { return !value.bytes.empty(); }
  bool operator()(const TupleConstant& value) const { return !value.items.empty(); }
  bool operator()(const FrozenSetConstant& value) const { return !value.items.empty(); }
  bool operator()(const CodeConstant&) const { return true; }
};

using Code = std::vector<IrInstruction>;

constexpr int kMostHops = 1000;  // jumps may lead in a circle

Opcode opcode_at(const Code& code, size_t place) { return place < code.size() ? code[place].opcode : Opcode::NOP; }

void make_unconditional(Block& block, IrInstruction& jump) {
  jump.opcode = pseudo::kJump;
  block.falls_through = false;
}

void decide_constant_condition(Block& block, size_t i, const Constant& constant) {
  IrInstruction& load = block.code[i];
  IrInstruction& jump = block.code[i + 1];
  const bool pops = jump.opcode == pseudo::kPopJumpIfFalse || jump.opcode == pseudo::kPopJumpIfTrue;
  const bool jumps_if_true = jump.opcode == pseudo::kPopJumpIfTrue || jump.opcode == Opcode::JUMP_IF_TRUE_OR_POP;
  const bool jumps = is_true(constant) == jumps_if_true;
  if (pops || !jumps) load.clear();
  if (jumps) {
    make_unconditional(block, jump);
  } else {
    jump.clear();
  }
}

void compare_with_none(Code& code, size_t i) {
  const Opcode jump = opcode_at(code, i + 2);
  if (jump != pseudo::kPopJumpIfFalse && jump != pseudo::kPopJumpIfTrue) return;
  const bool negated = (code[i + 1].arg == 1) != (jump == pseudo::kPopJumpIfFalse);
  code[i].clear();
  code[i + 1].clear();
  code[i + 2].opcode = negated ? pseudo::kPopJumpIfNotNone : pseudo::kPopJumpIfNone;
}

void improve_constant(Block& block, size_t i, const ConstantTable& constants) {
  const Constant& constant = constants[block.code[i].arg];
  const Opcode next = opcode_at(block.code, i + 1);
  if (next == pseudo::kPopJumpIfFalse || next == pseudo::kPopJumpIfTrue || next == Opcode::JUMP_IF_FALSE_OR_POP ||
      next == Opcode::JUMP_IF_TRUE_OR_POP) {
    decide_constant_condition(block, i, constant);
  } else if (next == Opcode::IS_OP && std::holds_alternative<NoneConstant>(constant.value)) {
    compare_with_none(block.code, i);
  }
}

// LOAD_CONST n times and BUILD_TUPLE n become one LOAD_CONST.
void fold_tuple(Code& code, size_t i, ConstantTable& constants) {
  const uint32_t count = code[i].arg;
  if (count > i) return;
  for (size_t k = i - count; k < i; ++k) {
    if (code[k].opcode != Opcode::LOAD_CONST) return;
  }
  TupleConstant tuple;
  tuple.items.reserve(count);
  for (size_t k = i - count; k < i; ++k) {
    tuple.items.push_back(constants[code[k].arg]);
    code[k].clear();
  }
  code[i].opcode = Opcode::LOAD_CONST;
  code[i].arg = constants.add({std::move(tuple)});
}

bool unpack_at_once(Code& code, size_t i) {
  if (opcode_at(code, i + 1) != Opcode::UNPACK_SEQUENCE || code[i + 1].arg != code[i].arg) return false;
  if (code[i].arg < 1 || code[i].arg > 3) return false;
  if (code[i].arg == 1) {
    code[i + 1].clear();
  } else {
    code[i + 1].opcode = Opcode::SWAP;
  }
  code[i].clear();
  return true;
}

bool is_swappable(const IrInstruction& instruction) {
  return instruction.opcode == Opcode::STORE_FAST || instruction.opcode == Opcode::POP_TOP;
}

int next_swappable(const Code& code, int i, int line) {
  while (++i < static_cast<int>(code.size())) {
    if (line >= 0 && code[i].span.line != line) return -1;
    if (code[i].opcode == Opcode::NOP) continue;
    return is_swappable(code[i]) ? i : -1;
  }
  return -1;
}

bool store_alike(const IrInstruction& left, const IrInstruction& right) {
  return left.opcode == Opcode::STORE_FAST && right.opcode == Opcode::STORE_FAST && left.arg == right.arg;
}

// Two that store to the same variable, or to one that is stored to between them, keep their order: the last one counts.
bool may_change_places(const Code& code, int first, int other) {
  for (int i = first + 1; i <= other; ++i) {
    if (store_alike(code[i], code[first]) || (i < other && store_alike(code[i], code[other]))) return false;
  }
  return true;
}

// Exchanges the instructions that take the values instead of the values.
void swap_statically(Code& code, int i) {
  for (; i >= 0; --i) {
    if (code[i].opcode != Opcode::SWAP) {
      if (code[i].opcode == Opcode::NOP || is_swappable(code[i])) continue;
      return;
    }
    const int first = next_swappable(code, i, -1);
    if (first < 0) return;
    int other = first;
    for (uint32_t count = code[i].arg - 1; count > 0; --count) {
      other = next_swappable(code, other, code[first].span.line);
      if (other < 0) return;
    }
    if (!may_change_places(code, first, other)) return;
    code[i].clear();
    std::swap(code[first], code[other]);
  }
}

// The end of a run of swaps, and how deep it reaches; a run of one needs no shortening.
size_t swap_run(const Code& code, size_t i, size_t& depth, bool& several) {
  size_t end = i + 1;
  depth = code[i].arg;
  for (; end < code.size(); ++end) {
    if (code[end].opcode == Opcode::SWAP) {
      depth = std::max<size_t>(depth, code[end].arg);
      several = true;
    } else if (code[end].opcode != Opcode::NOP) {
      break;
    }
  }
  return end;
}

// Writes a permutation with the fewest swaps: each cycle is walked once, from the top of the stack.
size_t shorten_swaps(Code& code, size_t i) {
  size_t depth = 0;
  bool several = false;
  const size_t end = swap_run(code, i, depth, several);
  if (!several) return i;
  std::vector<int> stack(depth);
  for (size_t k = 0; k < depth; ++k) stack[k] = static_cast<int>(k);
  for (size_t k = i; k < end; ++k) {
    if (code[k].opcode == Opcode::SWAP) std::swap(stack[0], stack[code[k].arg - 1]);
  }
  constexpr int kVisited = -1;
  size_t current = end;
  for (int k = 0; k < static_cast<int>(depth); ++k) {
    if (stack[k] == kVisited || stack[k] == k) continue;
    for (int j = k;;) {
      if (j != 0) {
        code[--current].opcode = Opcode::SWAP;
        code[current].arg = static_cast<uint32_t>(j) + 1;
      }
      if (stack[j] == kVisited) break;
      const int next = stack[j];
      stack[j] = kVisited;
      j = next;
    }
  }
  while (current > i) code[--current].clear();
  return end - 1;
}

bool thread_jump(IrInstruction& jump, const IrInstruction& target, Opcode opcode) {
  if (jump.span.line != target.span.line) return false;
  if (jump.target == target.target) return false;
  jump.target = target.target;
  jump.opcode = opcode;
  return true;
}

// A test whose jump leads to another test of the same value: true where the jump changed and is to be looked at again.
bool thread_logical(IrInstruction& jump, const IrInstruction& target) {
  const bool if_false = jump.opcode == Opcode::JUMP_IF_FALSE_OR_POP;
  const Opcode same = if_false ? Opcode::JUMP_IF_FALSE_OR_POP : Opcode::JUMP_IF_TRUE_OR_POP;
  const Opcode opposite = if_false ? Opcode::JUMP_IF_TRUE_OR_POP : Opcode::JUMP_IF_FALSE_OR_POP;
  const Opcode pop_same = if_false ? pseudo::kPopJumpIfFalse : pseudo::kPopJumpIfTrue;
  const Opcode pop_opposite = if_false ? pseudo::kPopJumpIfTrue : pseudo::kPopJumpIfFalse;
  if (target.opcode == pop_same) return thread_jump(jump, target, pop_same);
  if (target.opcode == pseudo::kJump || target.opcode == same) return thread_jump(jump, target, same);
  if (target.opcode != opposite && target.opcode != pop_opposite) return false;
  if (jump.span.line != target.span.line) return false;
  jump.opcode = pop_same;
  jump.target = jump.target->next;
  return true;
}

bool thread(IrInstruction& jump) {
  while (jump.target->code.empty() && jump.target->next != nullptr) jump.target = jump.target->next;
  if (jump.target->code.empty()) return false;
  const IrInstruction& target = jump.target->code.front();
  if (jump.opcode == Opcode::JUMP_IF_FALSE_OR_POP || jump.opcode == Opcode::JUMP_IF_TRUE_OR_POP) {
    return thread_logical(jump, target);
  }
  const bool may = jump.opcode == pseudo::kJump ||
                   (jump.opcode >= pseudo::kPopJumpIfFalse && jump.opcode <= pseudo::kPopJumpIfNotNone);
  return may && target.opcode == pseudo::kJump && thread_jump(jump, target, jump.opcode);
}

}  // namespace

bool is_true(const Constant& constant) { return std::visit(Truth(), constant.value); }

void improve_block(Block& block, ConstantTable& constants) {
  Code& code = block.code;
  for (size_t i = 0; i < code.size(); ++i) {
    if (code[i].opcode == Opcode::LOAD_CONST) {
      improve_constant(block, i, constants);
    } else if (code[i].opcode == Opcode::BUILD_TUPLE) {
      if (!unpack_at_once(code, i)) fold_tuple(code, i, constants);
    } else if (code[i].opcode == Opcode::SWAP) {
      i = shorten_swaps(code, i);
      swap_statically(code, static_cast<int>(i));
    }
    for (int hops = 0; hops < kMostHops && i < code.size() && code[i].is_jump() && thread(code[i]);) ++hops;
  }
}

}  // namespace gillab::compiler
