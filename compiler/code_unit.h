// What the compiler makes: one CodeUnit for a module, a function, a class body, a lambda or a comprehension.
// Immutable once made; holds no object of the run time and no lock layer is compiled into it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/constant.h"
#include "compiler/opcode.h"
#include "compiler/tree.h"

namespace gillab::compiler {

struct Instruction {
  Opcode opcode = Opcode::NOP;
  uint32_t arg = 0;
};

// Instructions [start, end) go to `target` when they raise, with the stack cut to `depth` and the exception pushed
// (after the raising instruction's index, as an int, when push_lasti). Inner ranges come first; the first that
// contains the instruction wins.
struct ExceptionRange {
  uint32_t start = 0;
  uint32_t end = 0;
  uint32_t target = 0;
  uint32_t depth = 0;
  bool push_lasti = false;
};

enum CodeFlags : uint32_t {  // CPython's co_flags
  kOptimized = 0x1, kNewLocals = 0x2, kVarArgs = 0x4, kVarKeywords = 0x8, kNested = 0x10, kGenerator = 0x20,
  kCoroutine = 0x80, kIterableCoroutine = 0x100, kAsyncGenerator = 0x200, kFutureAnnotations = 0x1000000
};

struct CodeUnit {
  std::string name;
  std::string qualified_name;
  std::string filename;
  int32_t first_line = 1;
  uint32_t flags = 0;

  uint32_t argument_count = 0;         // positional, those that are positional-only included
  uint32_t positional_only_count = 0;
  uint32_t keyword_only_count = 0;
  uint32_t stack_size = 0;             // the deepest the operand stack gets

  // Variables, in the order of a frame: parameters (positional, keyword-only, *args, **kwargs), then locals; then the
  // cells that are not parameters; then the free variables. Deref operands count through all three parts; a parameter
  // that is a cell keeps its place among the locals (is_cell says so) and MAKE_CELL turns it into a cell on entry.
  std::vector<std::string> local_names;
  std::vector<std::string> cell_names;
  std::vector<std::string> free_names;
  std::vector<bool> is_cell;           // for each of local_names

  std::vector<Constant> constants;     // constants[0] of a function is its docstring or None
  std::vector<std::string> names;      // attributes, globals, imports
  std::vector<Instruction> code;
  std::vector<Span> positions;         // one for each instruction; line 0: none
  std::vector<ExceptionRange> exceptions;

  uint32_t variable_count() const {
    return static_cast<uint32_t>(local_names.size() + cell_names.size() + free_names.size());
  }
  const std::string& deref_name(uint32_t index) const {
    if (index < local_names.size()) return local_names[index];
    index -= static_cast<uint32_t>(local_names.size());
    return index < cell_names.size() ? cell_names[index] : free_names[index - cell_names.size()];
  }
};

}  // namespace gillab::compiler
