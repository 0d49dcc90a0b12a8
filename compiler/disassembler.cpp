// The disassembler: a code unit in the layout of Python 3.11's dis.dis. An instruction's offset is twice its index,
// and a jump's argument is the index of its target.
#include "compiler/disassembler.h"

#include <algorithm>

#include "compiler/compile.h"

namespace gillab::compiler {

namespace {

constexpr std::string_view kOperators[] = {"+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^"};
constexpr std::string_view kComparisons[] = {"<", "<=", "==", "!=", ">", ">="};
constexpr std::string_view kConversions[] = {"", "str", "repr", "ascii"};
constexpr std::string_view kFunctionParts[] = {"defaults", "kwdefaults", "annotations", "closure"};
constexpr size_t kNameWidth = 20;
constexpr size_t kArgumentWidth = 5;

std::string right(const std::string& text, size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string left(std::string text, size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string function_parts(uint32_t flags) {
  std::string out;
  for (uint32_t i = 0; i < std::size(kFunctionParts); ++i) {
    if (!(flags & (1u << i))) continue;
    if (!out.empty()) out += ", ";
    out += kFunctionParts[i];
  }
  return out;
}

std::string format_parts(uint32_t flags) {
  std::string out(kConversions[flags & 3]);
  if (flags & 4) out += out.empty() ? "with format" : ", with format";
  return out;
}

std::string operator_text(uint32_t arg) {
  const uint32_t count = std::size(kOperators);
  return std::string(kOperators[arg % count]) + (arg >= count ? "=" : "");
}

std::string meaning(const CodeUnit& unit, const Instruction& instruction) {
  const uint32_t arg = instruction.arg;
  if (instruction.opcode == Opcode::MAKE_FUNCTION) return function_parts(arg);
  if (instruction.opcode == Opcode::FORMAT_VALUE) return format_parts(arg);
  if (instruction.opcode == Opcode::KW_NAMES) return {};
  switch (operand_of(instruction.opcode)) {
    case OperandKind::Constant:
      return repr(unit.constants[arg]);
    case OperandKind::Name:
      return unit.names[arg];
    case OperandKind::Local:
      return unit.local_names[arg];
    case OperandKind::Deref:
      return unit.deref_name(arg);
    case OperandKind::Operator:
      return operator_text(arg);
    case OperandKind::Compare:
      return std::string(kComparisons[arg]);
    case OperandKind::Jump:
      return "to " + std::to_string(2 * arg);
    default:
      return {};
  }
}

bool has_argument(const Instruction& instruction) { return operand_of(instruction.opcode) != OperandKind::None; }

std::vector<bool> find_targets(const CodeUnit& unit) {
  std::vector<bool> is_target(unit.code.size(), false);
  for (const Instruction& instruction : unit.code) {
    if (operand_of(instruction.opcode) == OperandKind::Jump) is_target[instruction.arg] = true;
  }
  for (const ExceptionRange& range : unit.exceptions) is_target[range.target] = true;
  return is_target;
}

// A module starts before its first line, on line 0.
bool is_module_entry(const CodeUnit& unit, size_t at) {
  return unit.code[at].opcode == Opcode::RESUME && unit.qualified_name == "<module>";
}

class Listing {
 public:
  explicit Listing(const CodeUnit& unit) : unit_(unit) {
    int last_line = 0;
    for (const Span& span : unit.positions) last_line = std::max(last_line, static_cast<int>(span.line));
    if (last_line >= 1000) line_width_ = std::to_string(last_line).size();
    const size_t last_offset = unit.code.empty() ? 0 : 2 * (unit.code.size() - 1);
    if (last_offset >= 10000) offset_width_ = std::to_string(last_offset).size();
  }

  std::string text(int64_t current) {
    const std::vector<ListedInstruction> rows = list_instructions(unit_);
    for (size_t i = 0; i < rows.size(); ++i) add(rows[i], i, static_cast<int64_t>(i) == current);
    add_exceptions();
    return std::move(out_);
  }

 private:
  void add(const ListedInstruction& row, size_t at, bool is_current) {
    const bool new_line = row.starts_line >= 0;
    if (new_line && at > 0) out_ += '\n';
    std::string line = right(new_line ? std::to_string(row.starts_line) : "", line_width_);
    line += is_current ? " --> " : "     ";
    line += row.is_target ? ">> " : "   ";
    line += right(std::to_string(2 * at), offset_width_) + " ";
    line += left(std::string(name_of(row.instruction.opcode)), kNameWidth);
    if (row.has_argument) line += " " + right(std::to_string(row.instruction.arg), kArgumentWidth);
    if (!row.meaning.empty()) line += " (" + row.meaning + ")";
    line.erase(line.find_last_not_of(' ') + 1);
    out_ += line + "\n";
  }

  void add_exceptions() {
    if (unit_.exceptions.empty()) return;
    out_ += "ExceptionTable:\n";
    for (const ExceptionRange& range : unit_.exceptions) {
      out_ += "  " + std::to_string(2 * range.start) + " to " + std::to_string(2 * range.end - 2) + " -> " +
              std::to_string(2 * range.target) + " [" + std::to_string(range.depth) + "]" +
              (range.push_lasti ? " lasti" : "") + "\n";
    }
  }

  const CodeUnit& unit_;
  std::string out_;
  size_t line_width_ = 3;
  size_t offset_width_ = 4;
};

}  // namespace

std::vector<ListedInstruction> list_instructions(const CodeUnit& unit) {
  const std::vector<bool> is_target = find_targets(unit);
  std::vector<ListedInstruction> rows;
  int last_line = -1;
  for (size_t i = 0; i < unit.code.size(); ++i) {
    const int line = unit.positions[i].line;
    const bool starts = (line != 0 || (last_line < 0 && is_module_entry(unit, i))) && line != last_line;
    if (starts) last_line = line;
    const bool has = has_argument(unit.code[i]);
    rows.push_back({unit.code[i], has, is_target[i], starts ? line : -1, has ? meaning(unit, unit.code[i]) : ""});
  }
  return rows;
}

std::string listing(const CodeUnit& unit, int64_t current) { return Listing(unit).text(current); }

std::string disassemble(const CodeUnit& unit, bool recursive) {
  std::string out = listing(unit);
  if (!recursive) return out;
  for (const Constant& constant : unit.constants) {
    const auto* inner = std::get_if<CodeConstant>(&constant.value);
    if (inner == nullptr) continue;
    out += "\nDisassembly of " + repr(constant) + ":\n";
    out += disassemble(**inner, true);
  }
  return out;
}

}  // namespace gillab::compiler
