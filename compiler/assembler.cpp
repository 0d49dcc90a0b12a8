// Blocks to a CodeUnit. The improvements before it are flow.cpp and peephole.cpp.
#include "compiler/assembler.h"

#include <algorithm>

namespace gillab::compiler {

namespace {

constexpr uint32_t kGeneratorFlags = kGenerator | kCoroutine | kAsyncGenerator;

// --- variables

// Where each cell and free variable stands in the frame.
std::vector<uint32_t> place_derefs(UnitDraft& draft) {
  CodeUnit& unit = draft.unit;
  unit.local_names = std::move(draft.locals.names());
  unit.is_cell.assign(unit.local_names.size(), false);
  std::unordered_map<std::string_view, uint32_t> parameters;
  for (uint32_t i = 0; i < unit.local_names.size(); ++i) parameters.emplace(unit.local_names[i], i);
  std::vector<uint32_t> places;
  for (const std::string& name : draft.cells) {
    const auto it = parameters.find(name);
    if (it != parameters.end()) {
      unit.is_cell[it->second] = true;
      places.push_back(it->second);
    } else {
      places.push_back(static_cast<uint32_t>(unit.local_names.size() + unit.cell_names.size()));
      unit.cell_names.push_back(name);
    }
  }
  for (const std::string& name : draft.frees) {
    places.push_back(unit.variable_count());
    unit.free_names.push_back(name);
  }
  return places;
}

void renumber_derefs(BlockGraph& graph, const std::vector<uint32_t>& places) {
  for (Block* block = graph.entry; block != nullptr; block = block->next) {
    for (IrInstruction& instruction : block->code) {
      if (instruction.opcode < Opcode::kCount && operand_of(instruction.opcode) == OperandKind::Deref) {
        instruction.arg = places[instruction.arg];
      }
    }
  }
}

void insert_entry(UnitDraft& draft, const std::vector<uint32_t>& places) {
  std::vector<IrInstruction> entry;
  const auto add = [&entry](Opcode opcode, uint32_t arg, int line) {
    entry.push_back({opcode, arg, nullptr, nullptr, Span{line, line, -1, -1}});
  };
  if (!draft.frees.empty()) add(Opcode::COPY_FREE_VARS, static_cast<uint32_t>(draft.frees.size()), kNoSpan.line);
  std::vector<uint32_t> cells(places.begin(), places.begin() + static_cast<long>(draft.cells.size()));
  std::sort(cells.begin(), cells.end());
  for (const uint32_t cell : cells) add(Opcode::MAKE_CELL, cell, kNoSpan.line);
  if (draft.unit.flags & kGeneratorFlags) {
    add(Opcode::RETURN_GENERATOR, 0, draft.unit.first_line);
    add(Opcode::POP_TOP, 0, draft.unit.first_line);
  }
  std::vector<IrInstruction>& code = draft.graph.entry->code;
  code.insert(code.begin(), entry.begin(), entry.end());
}

// --- stack depth

StackEffect effect_of(const IrInstruction& instruction) {
  const Opcode opcode = instruction.opcode;
  if (opcode < Opcode::kCount) return effect_of(opcode, instruction.arg);
  if (opcode == pseudo::kSetupFinally || opcode == pseudo::kSetupWith) return {0, 0, 1};
  if (opcode == pseudo::kSetupCleanup) return {0, 0, 2};
  if (opcode >= pseudo::kPopJumpIfFalse && opcode <= pseudo::kPopJumpIfNotNone) return {1, 0, -1};
  return {0, 0, 0};
}

uint32_t measure_stack(BlockGraph& graph) {
  int deepest = 0;
  std::vector<Block*> work;
  const auto reach = [&](Block* block, int depth) {
    if (block->start_depth >= 0) return;
    block->start_depth = depth;
    work.push_back(block);
  };
  reach(graph.entry, 0);
  while (!work.empty()) {
    Block* block = work.back();
    work.pop_back();
    int depth = block->start_depth;
    for (const IrInstruction& instruction : block->code) {
      const StackEffect effect = effect_of(instruction);
      if (instruction.target != nullptr) {
        deepest = std::max(deepest, depth + effect.jump);
        reach(instruction.target, depth + effect.jump);
      }
      depth += effect.pushes - effect.pops;
      deepest = std::max(deepest, depth);
    }
    if (block->falls_through && block->next != nullptr) reach(block->next, depth);
  }
  return static_cast<uint32_t>(deepest);
}

// --- exception handlers

using Handlers = std::vector<Block*>;

Block* innermost(const Handlers& handlers) { return handlers.empty() ? nullptr : handlers.back(); }

// Walks the graph with the stack of handlers that are active, and writes the innermost to each instruction.
void find_handlers(BlockGraph& graph) {
  std::vector<std::pair<Block*, Handlers>> work;
  const auto reach = [&work](Block* block, const Handlers& handlers) {
    if (block->visited) return;
    block->visited = true;
    work.emplace_back(block, handlers);
  };
  reach(graph.entry, {});
  while (!work.empty()) {
    Block* block = work.back().first;
    Handlers handlers = std::move(work.back().second);
    work.pop_back();
    for (IrInstruction& instruction : block->code) {
      const bool is_border = instruction.is_block_push() || instruction.opcode == pseudo::kPopBlock;
      instruction.handler = is_border ? nullptr : innermost(handlers);
      if (instruction.target != nullptr) reach(instruction.target, handlers);
      if (instruction.is_block_push()) {
        handlers.push_back(instruction.target);
        if (instruction.opcode != pseudo::kSetupFinally) instruction.target->preserves_lasti = true;
      } else if (instruction.opcode == pseudo::kPopBlock) {
        handlers.pop_back();
      }
    }
    if (block->falls_through && block->next != nullptr) reach(block->next, handlers);
  }
}

void remove_pseudo_instructions(BlockGraph& graph) {
  for (Block* block = graph.entry; block != nullptr; block = block->next) {
    for (IrInstruction& instruction : block->code) {
      if (instruction.is_block_push() || instruction.opcode == pseudo::kPopBlock) instruction.clear();
    }
    remove_idle_instructions(*block);
  }
}

// --- flat code

Opcode with_direction(Opcode opcode, bool forward) {
  if (opcode == pseudo::kJump) return forward ? Opcode::JUMP_FORWARD : Opcode::JUMP_BACKWARD;
  if (opcode == pseudo::kJumpNoInterrupt) return forward ? Opcode::JUMP_FORWARD : Opcode::JUMP_BACKWARD_NO_INTERRUPT;
  if (opcode == pseudo::kPopJumpIfFalse) {
    return forward ? Opcode::POP_JUMP_FORWARD_IF_FALSE : Opcode::POP_JUMP_BACKWARD_IF_FALSE;
  }
  if (opcode == pseudo::kPopJumpIfTrue) {
    return forward ? Opcode::POP_JUMP_FORWARD_IF_TRUE : Opcode::POP_JUMP_BACKWARD_IF_TRUE;
  }
  if (opcode == pseudo::kPopJumpIfNone) {
    return forward ? Opcode::POP_JUMP_FORWARD_IF_NONE : Opcode::POP_JUMP_BACKWARD_IF_NONE;
  }
  if (opcode == pseudo::kPopJumpIfNotNone) {
    return forward ? Opcode::POP_JUMP_FORWARD_IF_NOT_NONE : Opcode::POP_JUMP_BACKWARD_IF_NOT_NONE;
  }
  return opcode;
}

uint32_t place_blocks(BlockGraph& graph) {
  uint32_t offset = 0;
  for (Block* block = graph.entry; block != nullptr; block = block->next) {
    block->offset = offset;
    offset += static_cast<uint32_t>(block->code.size());
  }
  return offset;
}

void close_range(CodeUnit& unit, uint32_t start, uint32_t end, const Block* handler) {
  if (handler == nullptr || start == end) return;
  const int depth = handler->start_depth - 1 - handler->preserves_lasti;
  unit.exceptions.push_back({start, end, handler->offset, static_cast<uint32_t>(depth), handler->preserves_lasti});
}

void write_code(UnitDraft& draft) {
  CodeUnit& unit = draft.unit;
  const uint32_t size = place_blocks(draft.graph);
  unit.code.reserve(size);
  unit.positions.reserve(size);
  const Block* handler = nullptr;
  uint32_t range_start = 0;
  for (Block* block = draft.graph.entry; block != nullptr; block = block->next) {
    for (const IrInstruction& instruction : block->code) {
      const auto here = static_cast<uint32_t>(unit.code.size());
      if (instruction.handler != handler) {
        close_range(unit, range_start, here, handler);
        handler = instruction.handler;
        range_start = here;
      }
      const Block* target = instruction.target;
      unit.code.push_back({with_direction(instruction.opcode, target != nullptr && target->offset > here),
                           target != nullptr ? target->offset : instruction.arg});
      unit.positions.push_back(instruction.span.line > 0 ? instruction.span : Span{});
    }
  }
  close_range(unit, range_start, static_cast<uint32_t>(unit.code.size()), handler);
}

// Constants that only removed code used stand at the end; the first may be a docstring.
void trim_constants(UnitDraft& draft) {
  size_t used = 1;
  for (const Instruction& instruction : draft.unit.code) {
    if (operand_of(instruction.opcode) == OperandKind::Constant) used = std::max<size_t>(used, instruction.arg + 1);
  }
  std::vector<Constant>& constants = draft.constants.items();
  if (constants.size() > used) constants.resize(used);
  draft.unit.constants = std::move(constants);
}

}  // namespace

std::shared_ptr<const CodeUnit> assemble(UnitDraft& draft) {
  const std::vector<uint32_t> places = place_derefs(draft);
  renumber_derefs(draft.graph, places);
  insert_entry(draft, places);
  optimize(draft.graph, draft.constants);
  complete_lines(draft.graph, draft.unit.first_line);
  draft.unit.stack_size = measure_stack(draft.graph);
  find_handlers(draft.graph);
  remove_pseudo_instructions(draft.graph);
  write_code(draft);
  trim_constants(draft);
  draft.unit.names = std::move(draft.names.names());
  return std::make_shared<const CodeUnit>(std::move(draft.unit));
}

}  // namespace gillab::compiler
