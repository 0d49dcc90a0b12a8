// Instructions as the compiler and the tools see them: the enum, names, operand kinds and stack effects, all made
// from vm/opcodes.def.
#pragma once

#include <cstdint>
#include <string_view>

namespace gillab::compiler {

enum class OperandKind : uint8_t { None, Raw, Count, Flag, Constant, Name, Local, Deref, Operator, Compare, Jump };

enum OpcodeFlags : uint8_t { kRaises = 1, kJumps = 2, kEnds = 4 };

enum class Opcode : uint16_t {
#define GILLAB_OPCODE(name, operand, pops, pushes, jump, flags) name,
#include "vm/opcodes.def"
#undef GILLAB_OPCODE
  kCount
};

struct StackEffect {
  int pops;
  int pushes;
  int jump;  // net change when the instruction jumps
};

std::string_view name_of(Opcode opcode);
OperandKind operand_of(Opcode opcode);
uint8_t flags_of(Opcode opcode);
StackEffect effect_of(Opcode opcode, uint32_t arg);

}  // namespace gillab::compiler
