// Code units for people and tools: the instructions with what their arguments mean.
#pragma once

#include <string>
#include <vector>

#include "compiler/code_unit.h"

namespace gillab::compiler {

struct ListedInstruction {
  Instruction instruction;
  bool has_argument;
  bool is_target;       // of a jump or of an exception range
  int starts_line;      // -1: it belongs to the line of the one before it. A module begins on line 0
  std::string meaning;  // of the argument: a name, a constant's repr, "to 24"; empty when the number says all
};

// An instruction's offset is twice its index in the list.
std::vector<ListedInstruction> list_instructions(const CodeUnit& unit);

// As Python's dis.dis(code) prints, with an arrow at the current instruction if there is one. Only this unit:
// disassemble() in compile.h shows the units among the constants, too.
std::string listing(const CodeUnit& unit, int64_t current = -1);

}  // namespace gillab::compiler
