// The table of instructions as arrays: names, operand kinds, flags and stack effects. Knows nothing of the VM's own
// instructions.
#include "compiler/opcode.h"

namespace gillab::compiler {

namespace {

struct Row {
  std::string_view name;
  OperandKind operand;
  uint8_t flags;
  int jump;
};

constexpr Row kRows[] = {
#define GILLAB_OPCODE(name, operand, pops, pushes, jump, flags) {#name, OperandKind::operand, flags, jump},
#include "vm/opcodes.def"
#undef GILLAB_OPCODE
};

const Row& row(Opcode opcode) { return kRows[static_cast<uint16_t>(opcode)]; }

}  // namespace

std::string_view name_of(Opcode opcode) { return opcode < Opcode::kCount ? row(opcode).name : "<invalid>"; }
OperandKind operand_of(Opcode opcode) { return row(opcode).operand; }
uint8_t flags_of(Opcode opcode) { return row(opcode).flags; }

StackEffect effect_of(Opcode opcode, uint32_t operand) {
  [[maybe_unused]] const int arg = static_cast<int>(operand);
  switch (opcode) {
#define GILLAB_OPCODE(name, operand, pops, pushes, jump, flags) \
  case Opcode::name:                                            \
    return {pops, pushes, jump};
#include "vm/opcodes.def"
#undef GILLAB_OPCODE
    default:
      return {0, 0, 0};
  }
}

}  // namespace gillab::compiler
