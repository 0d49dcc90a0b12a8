// The module _dis: instructions of code objects as values. The Python half is runtime/lib/dis.py and opcode.py.
#include "compiler/disassembler.h"
#include "compiler/opcode.h"
#include "runtime/function.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/lowered_listing.h"

namespace gillab {
namespace {

using compiler::ListedInstruction;
using compiler::Opcode;
using compiler::OperandKind;

constexpr const char* kOperandNames[] = {"none",  "raw",  "count", "flag",    "const", "name",
                                         "local", "free", "nary",  "compare", "jump"};

const compiler::CodeUnit* unit_argument(Thread& thread, Value value) {
  if (is<Code>(value)) return static_cast<const compiler::CodeUnit*>(as<Code>(value)->unit.get());
  raise(thread, Error::TypeError, "expected a code object, not {}", type_name(thread, value));
  return nullptr;
}

// REQUIRES: the argument has this meaning in a code unit that was compiled.
Ref argument_value(Thread& thread, Code* code, const ListedInstruction& row) {
  const uint32_t arg = row.instruction.arg;
  switch (compiler::operand_of(row.instruction.opcode)) {
    case OperandKind::None:
      return Ref::none();
    case OperandKind::Constant:
      return Ref::share(as<Tuple>(code->constants.peek())->items[arg]);
    case OperandKind::Name:
      return Ref::share(as<Tuple>(code->names.peek())->items[arg]);
    case OperandKind::Local:
    case OperandKind::Deref:
      return Ref::share(as<Tuple>(code->variable_names.peek())->items[arg]);
    case OperandKind::Compare:
      return make_str(thread, row.meaning);
    case OperandKind::Jump:
      return Ref::own(Value::integer(2 * int64_t{arg}));
    default:
      return Ref::own(Value::integer(arg));
  }
}

// (opcode, arg, argval, argrepr, offset, starts_line, is_jump_target)
Ref instruction_row(Thread& thread, Code* code, const ListedInstruction& row, size_t at) {
  Ref value = argument_value(thread, code, row);
  Ref text = make_str(thread, row.meaning);
  if (!value || !text) return {};
  const Value arg = row.has_argument ? Value::integer(row.instruction.arg) : Value::none();
  const Value line = row.starts_line >= 0 ? Value::integer(row.starts_line) : Value::none();
  return make_tuple_of(thread, Value::integer(static_cast<int64_t>(row.instruction.opcode)), arg, value.get(),
                       text.get(), Value::integer(2 * static_cast<int64_t>(at)), line, Value::boolean(row.is_target));
}

Ref dis_instructions(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const compiler::CodeUnit* unit = unit_argument(thread, args[0]);
  if (!unit) return {};
  const std::vector<ListedInstruction> rows = compiler::list_instructions(*unit);
  Ref list = make_list(thread, rows.size());
  for (size_t i = 0; list && i < rows.size(); ++i) {
    Ref row = instruction_row(thread, as<Code>(args[0]), rows[i], i);
    if (!row || !append(thread, list.as<List>(), std::move(row))) return {};
  }
  return list;
}

Ref dis_listing(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const compiler::CodeUnit* unit = unit_argument(thread, args[0]);
  int64_t current = -1;
  if (!unit || (!args[1].is_empty() && !index_as_int64(thread, args[1], &current))) return {};
  return make_str(thread, compiler::listing(*unit, current < 0 ? -1 : current / 2));
}

Ref dis_specialised(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return unit_argument(thread, args[0]) ? make_str(thread, lowered_listing(as<Code>(args[0]))) : Ref();
}

// The names of all instructions and of what their arguments mean, by opcode.
Ref dis_table(Thread& thread, const Value*, uint32_t, Tuple*) {
  Ref list = make_list(thread);
  for (uint16_t i = 0; list && i < static_cast<uint16_t>(Opcode::kCount); ++i) {
    const Opcode opcode = static_cast<Opcode>(i);
    Ref name = make_str(thread, compiler::name_of(opcode));
    Ref operand = make_str(thread, kOperandNames[static_cast<size_t>(compiler::operand_of(opcode))]);
    Ref row = name && operand ? make_tuple_of(thread, name.get(), operand.get()) : Ref();
    if (!row || !append(thread, list.as<List>(), std::move(row))) return {};
  }
  return list;
}

// With jump=None the larger of the two effects, as CPython has it.
Ref dis_stack_effect(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t opcode, argument = 0;
  if (!index_as_int64(thread, args[0], &opcode)) return {};
  if (opcode < 0 || opcode >= static_cast<int64_t>(Opcode::kCount))
    return raise(thread, Error::ValueError, "invalid opcode or oparg");
  const bool takes_argument = compiler::operand_of(static_cast<Opcode>(opcode)) != OperandKind::None;
  const bool given = !args[1].is_empty() && !args[1].is_none();
  if (takes_argument && !given)
    return raise(thread, Error::ValueError, "stack_effect: opcode requires oparg but oparg was not specified");
  if (!takes_argument && given)
    return raise(thread, Error::ValueError, "stack_effect: opcode does not permit oparg but oparg was specified");
  if (given && !index_as_int64(thread, args[1], &argument)) return {};
  const auto effect = compiler::effect_of(static_cast<Opcode>(opcode), static_cast<uint32_t>(argument));
  const int falls = effect.pushes - effect.pops;
  const bool jumps = (compiler::flags_of(static_cast<Opcode>(opcode)) & compiler::kJumps) != 0;
  if (!jumps || args[2].is_false()) return Ref::own(Value::integer(falls));
  return Ref::own(Value::integer(args[2].is_true() ? effect.jump : std::max(falls, effect.jump)));
}

const MethodDef kFunctions[] = {
    {"instructions", "(code, /)", dis_instructions},
    {"listing", "(code, lasti=-1, /)", dis_listing},
    {"specialised", "(code, /)", dis_specialised},
    {"table", "()", dis_table},
    {"stack_effect", "(opcode, oparg=None, /, *, jump=None)", dis_stack_effect},
};

}  // namespace

bool init__dis(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
