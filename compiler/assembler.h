// Blocks to a CodeUnit: entry instructions, stack depth, exception ranges, flat code with jump targets.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/blocks.h"
#include "compiler/code_errors.h"

namespace gillab::compiler {

// A code unit while it is made. Deref operands count through `cells` and then `frees`; the assembler turns them into
// places of the frame, which are known only when every local is.
struct UnitDraft {
  CodeUnit unit;
  BlockGraph graph;
  ConstantTable constants;
  NameTable names;
  NameTable locals;
  std::vector<std::string> cells;
  std::vector<std::string> frees;
};

std::shared_ptr<const CodeUnit> assemble(UnitDraft& draft);

}  // namespace gillab::compiler
