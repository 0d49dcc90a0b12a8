// Improvements that need the whole graph: reachability, empty blocks, short exits copied, lines completed.
#include "compiler/flow.h"

namespace gillab::compiler {

namespace {

constexpr size_t kLargestCopiedExit = 4;

bool is_exit_without_line(const Block& block) {
  if (!block.exits || block.code.empty()) return false;
  for (const IrInstruction& instruction : block.code) {
    if (instruction.has_line()) return false;
  }
  return true;
}

// An unconditional jump to a short exit becomes that exit, which takes the line it is reached from.
void copy_short_exit(Block& block) {
  if (block.code.empty() || block.code.back().opcode != pseudo::kJump) return;
  const Block& target = *block.code.back().target;
  if (!is_exit_without_line(target) || target.code.size() > kLargestCopiedExit) return;
  block.code.back().clear();
  const std::vector<IrInstruction> copy = target.code;
  block.code.insert(block.code.end(), copy.begin(), copy.end());
  block.exits = true;
}

void copy_short_exits(BlockGraph& graph) {
  for (size_t i = graph.blocks.size(); i-- > 0;) copy_short_exit(graph.blocks[i]);
}

void reach(Block* block, std::vector<Block*>& work) {
  if (block->predecessors++ == 0) work.push_back(block);
}

void mark_reachable(BlockGraph& graph) {
  std::vector<Block*> work;
  reach(graph.entry, work);
  while (!work.empty()) {
    Block& block = *work.back();
    work.pop_back();
    if (block.next != nullptr && block.falls_through) reach(block.next, work);
    for (const IrInstruction& instruction : block.code) {
      if (instruction.target != nullptr) reach(instruction.target, work);
    }
  }
}

// Where control gets to from each block when blocks without code are skipped.
void skip_empty_targets(BlockGraph& graph) {
  std::vector<Block*> order;
  for (Block* block = graph.entry; block != nullptr; block = block->next) order.push_back(block);
  for (size_t i = order.size(); i-- > 0;) {
    Block* block = order[i];
    block->with_code = block->code.empty() && block->next != nullptr ? block->next->with_code : block;
  }
  for (Block* block : order) {
    for (IrInstruction& instruction : block->code) {
      if (instruction.target != nullptr) instruction.target = instruction.target->with_code;
    }
  }
}

void drop_empty_blocks(BlockGraph& graph) {
  skip_empty_targets(graph);
  for (Block* block = graph.entry; block != nullptr; block = block->next) {
    Block* next = block->next;
    while (next != nullptr && next->code.empty()) next = next->next;
    block->next = next;
  }
}

void drop_unreachable(BlockGraph& graph) {
  for (Block* block = graph.entry; block != nullptr; block = block->next) {
    if (block->predecessors != 0) continue;
    block->code.clear();
    block->falls_through = true;
  }
  drop_empty_blocks(graph);
}

// What is left of the jump gets its line with all others, and goes when that is another instruction's line too.
void drop_jumps_to_next(BlockGraph& graph) {
  for (Block* block = graph.entry; block != nullptr; block = block->next) {
    if (block->code.empty()) continue;
    IrInstruction& last = block->code.back();
    if (!last.is_unconditional() || last.target != block->next) continue;
    last.clear();
    block->falls_through = true;
  }
}

// An exit that several jumps share gets the line of each jump: one copy each.
void copy_exits_without_line(BlockGraph& graph) {
  for (size_t i = graph.blocks.size(); i-- > 0;) {
    Block& block = graph.blocks[i];
    if (block.code.empty() || !block.code.back().is_jump()) continue;
    Block* target = block.code.back().target;
    if (!is_exit_without_line(*target) || target->predecessors <= 1) continue;
    Block* copy = graph.make();
    copy->code = target->code;
    copy->exits = true;
    copy->falls_through = target->falls_through;
    copy->predecessors = 1;
    copy->code.front().span = block.code.back().span;
    copy->next = target->next;
    target->next = copy;
    target->predecessors--;
    block.code.back().target = copy;
  }
  drop_empty_blocks(graph);
  for (Block* block = graph.entry; block != nullptr; block = block->next) {
    if (!block->falls_through || block->next == nullptr || block->code.empty()) continue;
    if (is_exit_without_line(*block->next)) block->next->code.front().span = block->code.back().span;
  }
}

void flow_line(const Span& span, Block& target) {
  if (target.predecessors == 1 && !target.code.empty() && !target.code.front().has_line()) {
    target.code.front().span = span;
  }
}

void propagate_lines(BlockGraph& graph) {
  for (Block* block = graph.entry; block != nullptr; block = block->next) {
    if (block->code.empty()) continue;
    Span last = kNoSpan;
    for (IrInstruction& instruction : block->code) {
      if (instruction.has_line()) {
        last = instruction.span;
      } else {
        instruction.span = last;
      }
    }
    if (block->falls_through && block->next != nullptr) flow_line(last, *block->next);
    if (block->code.back().is_jump()) flow_line(last, *block->code.back().target);
  }
}

void give_exits_a_line(BlockGraph& graph, int first_line) {
  int line = first_line;
  for (Block* block = graph.entry; block != nullptr; block = block->next) {
    if (block->code.empty()) continue;
    const IrInstruction& last = block->code.back();
    if (last.has_line()) {
      line = last.span.line;
    } else if (last.opcode == Opcode::RETURN_VALUE) {
      for (IrInstruction& instruction : block->code) instruction.span.line = instruction.span.end_line = line;
    }
  }
}

}  // namespace

// An instruction that does nothing stays only where it is all that a line has.
void remove_idle_instructions(Block& block) {
  size_t kept = 0;
  int previous_line = kNoSpan.line;
  for (size_t i = 0; i < block.code.size(); ++i) {
    const int line = block.code[i].span.line;
    if (block.code[i].opcode == Opcode::NOP) {
      if (line < 0 || previous_line == line) continue;
      if (i + 1 < block.code.size()) {
        if (block.code[i + 1].span.line < 0) block.code[i + 1].span = block.code[i].span;
        if (block.code[i + 1].span.line == line) continue;
      } else {
        const Block* next = block.next;
        while (next != nullptr && next->code.empty()) next = next->next;
        if (next != nullptr && next->code.front().span.line == line) continue;
      }
    }
    if (kept != i) block.code[kept] = block.code[i];
    ++kept;
    previous_line = line;
  }
  block.code.resize(kept);
}

void optimize(BlockGraph& graph, ConstantTable& constants) {
  for (Block* block = graph.entry; block != nullptr; block = block->next) {
    for (IrInstruction& instruction : block->code) {
      if (instruction.is_scope_exit()) block->exits = true;
      if (instruction.is_scope_exit() || instruction.is_unconditional()) block->falls_through = false;
    }
  }
  skip_empty_targets(graph);
  // Twice, as a block that takes an exit in may itself be a short exit.
  copy_short_exits(graph);
  for (Block* block = graph.entry; block != nullptr; block = block->next) {
    improve_block(*block, constants);
    remove_idle_instructions(*block);
  }
  copy_short_exits(graph);
  mark_reachable(graph);
  drop_unreachable(graph);
  for (Block* block = graph.entry; block != nullptr; block = block->next) remove_idle_instructions(*block);
  drop_empty_blocks(graph);
  drop_jumps_to_next(graph);
}

void complete_lines(BlockGraph& graph, int first_line) {
  copy_exits_without_line(graph);
  propagate_lines(graph);
  give_exits_a_line(graph, first_line);
}

}  // namespace gillab::compiler
