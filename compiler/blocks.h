// Code while it is made: instructions in basic blocks, jumps that name blocks, and marks that become the exception
// table. Flat code is the assembler's.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "compiler/code_unit.h"
#include "compiler/constant_table.h"

namespace gillab::compiler {

// Instructions that no code unit holds: jumps without a direction, and the borders of exception ranges.
namespace pseudo {
constexpr Opcode after_last(int place) { return static_cast<Opcode>(static_cast<int>(Opcode::kCount) + place); }
inline constexpr Opcode kJump = after_last(1);
inline constexpr Opcode kJumpNoInterrupt = after_last(2);
inline constexpr Opcode kPopJumpIfFalse = after_last(3);
inline constexpr Opcode kPopJumpIfTrue = after_last(4);
inline constexpr Opcode kPopJumpIfNone = after_last(5);
inline constexpr Opcode kPopJumpIfNotNone = after_last(6);
inline constexpr Opcode kSetupFinally = after_last(7);  // the handler gets the exception
inline constexpr Opcode kSetupCleanup = after_last(8);  // the handler gets lasti and the exception
inline constexpr Opcode kSetupWith = after_last(9);     // the same, in place of the context manager's result
inline constexpr Opcode kPopBlock = after_last(10);
}  // namespace pseudo

// No place in the text. Line 0 is that of a module's entry, which is before its first line.
inline constexpr Span kNoSpan{-1, -1, -1, -1};

struct Block;

struct IrInstruction {
  Opcode opcode = Opcode::NOP;
  uint32_t arg = 0;
  Block* target = nullptr;
  Block* handler = nullptr;  // where it goes when it raises
  Span span = kNoSpan;

  bool is_block_push() const { return opcode >= pseudo::kSetupFinally && opcode <= pseudo::kSetupWith; }
  bool is_jump() const { return target != nullptr && !is_block_push(); }
  bool is_unconditional() const { return opcode == pseudo::kJump || opcode == pseudo::kJumpNoInterrupt; }
  bool is_scope_exit() const {
    return opcode == Opcode::RETURN_VALUE || opcode == Opcode::RAISE_VARARGS || opcode == Opcode::RERAISE;
  }
  bool has_line() const { return span.line >= 0; }
  void clear() {
    opcode = Opcode::NOP;
    arg = 0;
    target = nullptr;
  }
};

struct Block {
  std::vector<IrInstruction> code;
  Block* next = nullptr;
  Block* with_code = nullptr;  // the first block from here on that has code
  int predecessors = 0;
  int start_depth = -1;
  uint32_t offset = 0;
  bool falls_through = true;
  bool exits = false;
  bool visited = false;
  bool preserves_lasti = false;
};

class BlockGraph {
 public:
  BlockGraph() : entry(make()), current(entry) {}
  BlockGraph(const BlockGraph&) = delete;

  Block* make() { return &blocks.emplace_back(); }
  void use(Block* block) {
    current->next = block;
    current = block;
  }
  // A block ends with its first jump or exit: what follows goes to a new one.
  IrInstruction& emit(Opcode opcode, uint32_t arg, Block* target, const Span& span) {
    if (!current->code.empty()) {
      const IrInstruction& last = current->code.back();
      if (last.is_jump() || last.is_scope_exit()) use(make());
    }
    return current->code.emplace_back(IrInstruction{opcode, arg, target, nullptr, span});
  }

  std::deque<Block> blocks;  // in the order they were made
  Block* entry;
  Block* current;
};

// Threads jumps, drops what cannot be reached, folds tuples of constants, removes instructions that do nothing.
void optimize(BlockGraph& graph, ConstantTable& constants);
void remove_idle_instructions(Block& block);
// Gives every instruction a line: copies exits without one, then lets lines flow on.
void complete_lines(BlockGraph& graph, int first_line);

}  // namespace gillab::compiler
