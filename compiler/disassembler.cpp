// The disassembler: a code unit in the layout of Python 3.11's dis.dis. An instruction's offset is twice its index,
// and a jump's argument is the index of its target.
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

class Listing {
 public:
  explicit Listing(const CodeUnit& unit) : unit_(unit), is_target_(unit.code.size(), false) {
    for (const Instruction& instruction : unit.code) {
      if (operand_of(instruction.opcode) == OperandKind::Jump) is_target_[instruction.arg] = true;
    }
    for (const ExceptionRange& range : unit.exceptions) is_target_[range.target] = true;
    int last_line = 0;
    for (const Span& span : unit.positions) last_line = std::max(last_line, static_cast<int>(span.line));
    if (last_line >= 1000) line_width_ = std::to_string(last_line).size();
    const size_t last_offset = unit.code.empty() ? 0 : 2 * (unit.code.size() - 1);
    if (last_offset >= 10000) offset_width_ = std::to_string(last_offset).size();
  }

  std::string text() {
    for (uint32_t i = 0; i < unit_.code.size(); ++i) add(i);
    add_exceptions();
    return std::move(out_);
  }

 private:
  // A module starts before its first line, on line 0.
  bool starts_line(uint32_t at) {
    const int line = unit_.positions[at].line;
    const bool is_module_entry =
        last_line_ < 0 && unit_.code[at].opcode == Opcode::RESUME && unit_.qualified_name == "<module>";
    if ((line == 0 && !is_module_entry) || line == last_line_) return false;
    last_line_ = line;
    return true;
  }

  void add(uint32_t at) {
    const Instruction& instruction = unit_.code[at];
    const bool new_line = starts_line(at);
    if (new_line && at > 0) out_ += '\n';
    std::string line = right(new_line ? std::to_string(last_line_) : "", line_width_) + "     ";
    line += is_target_[at] ? ">> " : "   ";
    line += right(std::to_string(2 * at), offset_width_) + " ";
    line += left(std::string(name_of(instruction.opcode)), kNameWidth);
    if (has_argument(instruction)) {
      line += " " + right(std::to_string(instruction.arg), kArgumentWidth);
      const std::string text = meaning(unit_, instruction);
      if (!text.empty()) line += " (" + text + ")";
    }
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
  std::vector<bool> is_target_;
  std::string out_;
  size_t line_width_ = 3;
  size_t offset_width_ = 4;
  int last_line_ = -1;
};

}  // namespace

std::string disassemble(const CodeUnit& unit, bool recursive) {
  std::string out = Listing(unit).text();
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
