// The verifier: follows every path through a code unit and says what the VM could not survive. Repairs nothing.
#include <algorithm>

#include "compiler/compile.h"

namespace gillab::compiler {

namespace {

constexpr uint32_t kLastOperator = 2 * 13 - 1;
constexpr uint32_t kLastComparison = 5;

class Verifier {
 public:
  explicit Verifier(const CodeUnit& unit) : unit_(unit), depths_(unit.code.size(), kUnknown) {}

  std::vector<std::string> run() {
    check_tables();
    for (uint32_t i = 0; i < unit_.code.size(); ++i) check_operand(i);
    if (problems_.empty()) follow_paths();
    return std::move(problems_);
  }

 private:
  static constexpr int kUnknown = -1;

  void complain(const std::string& text) { problems_.push_back(unit_.qualified_name + ": " + text + "."); }
  void complain(uint32_t at, const std::string& text) {
    complain("instruction " + std::to_string(at) + " (" + std::string(name_of(unit_.code[at].opcode)) + ") " + text);
  }

  void check_tables() {
    if (unit_.code.empty()) complain("there is no code");
    if (unit_.positions.size() != unit_.code.size()) complain("positions and instructions differ in number");
    if (unit_.is_cell.size() != unit_.local_names.size()) complain("is_cell and local_names differ in size");
    const size_t parameters = unit_.argument_count + unit_.keyword_only_count + ((unit_.flags & kVarArgs) != 0) +
                              ((unit_.flags & kVarKeywords) != 0);
    if (parameters > unit_.local_names.size()) complain("there are more parameters than locals");
    if (unit_.positional_only_count > unit_.argument_count) complain("too many parameters are positional-only");
    for (const ExceptionRange& range : unit_.exceptions) check_range(range);
  }

  void check_range(const ExceptionRange& range) {
    const std::string name = "exception range " + std::to_string(range.start) + ".." + std::to_string(range.end);
    if (range.start >= range.end || range.end > unit_.code.size()) complain(name + " is empty or beyond the code");
    if (range.target >= unit_.code.size()) complain(name + " goes to " + std::to_string(range.target));
  }

  void check_index(uint32_t at, size_t size, const char* what) {
    const uint32_t arg = unit_.code[at].arg;
    if (arg >= size) {
      complain(at, "uses " + std::string(what) + " " + std::to_string(arg) + " of " + std::to_string(size));
    }
  }

  void check_operand(uint32_t at) {
    const Instruction instruction = unit_.code[at];
    if (instruction.opcode >= Opcode::kCount) return complain(at, "is no instruction");
    switch (operand_of(instruction.opcode)) {
      case OperandKind::Constant:
        return check_index(at, unit_.constants.size(), "constant");
      case OperandKind::Name:
        return check_index(at, unit_.names.size(), "name");
      case OperandKind::Local:
        return check_index(at, unit_.local_names.size(), "local");
      case OperandKind::Deref:
        return check_index(at, unit_.variable_count(), "variable");
      case OperandKind::Jump:
        return check_index(at, unit_.code.size(), "target");
      case OperandKind::Operator:
        return check_index(at, kLastOperator + 1, "operator");
      case OperandKind::Compare:
        return check_index(at, kLastComparison + 1, "comparison");
      default:
        return;
    }
  }

  // How many values below those it pops the instruction looks at.
  static uint32_t looked_at(const Instruction& instruction) {
    switch (instruction.opcode) {
      case Opcode::COPY:
      case Opcode::SWAP:
      case Opcode::LIST_APPEND:
      case Opcode::SET_ADD:
      case Opcode::MAP_ADD:
      case Opcode::LIST_EXTEND:
      case Opcode::SET_UPDATE:
      case Opcode::DICT_UPDATE:
      case Opcode::DICT_MERGE:
        return instruction.arg;
      default:
        return 0;
    }
  }

  void reach(uint32_t from, uint32_t to, int depth) {
    if (depths_[to] == depth) return;
    if (depths_[to] != kUnknown) {
      return complain(from, "reaches " + std::to_string(to) + " with depth " + std::to_string(depth) +
                                " where another path has " + std::to_string(depths_[to]));
    }
    depths_[to] = depth;
    work_.push_back(to);
  }

  void follow_paths() {
    depths_[0] = 0;
    work_.push_back(0);
    while (!work_.empty() && problems_.size() < kMostProblems) {
      const uint32_t at = work_.back();
      work_.pop_back();
      follow(at);
    }
  }

  void follow(uint32_t at) {
    const Instruction instruction = unit_.code[at];
    const StackEffect effect = effect_of(instruction.opcode, instruction.arg);
    const uint8_t flags = flags_of(instruction.opcode);
    const int depth = depths_[at];
    const int rest = depth - effect.pops;
    if (rest < 0) return complain(at, "pops more than the stack holds");
    if (static_cast<uint32_t>(rest) < looked_at(instruction)) return complain(at, "looks below the stack");
    if (std::max(rest + effect.pushes, depth) > static_cast<int>(unit_.stack_size)) {
      return complain(at, "needs a stack deeper than " + std::to_string(unit_.stack_size));
    }
    enter_handler(at, depth);
    if (flags & kJumps) {
      if (depth + effect.jump < 0) return complain(at, "pops more than the stack holds");
      reach(at, instruction.arg, depth + effect.jump);
    }
    if (flags & kEnds) return;
    if (at + 1 >= unit_.code.size()) return complain(at, "falls off the end of the code");
    reach(at, at + 1, rest + effect.pushes);
  }

  void enter_handler(uint32_t at, int depth) {
    for (; range_ > 0 && unit_.exceptions[range_ - 1].end > at; --range_) {
    }
    for (; range_ < unit_.exceptions.size() && unit_.exceptions[range_].end <= at; ++range_) {
    }
    if (range_ == unit_.exceptions.size() || unit_.exceptions[range_].start > at) return;
    const ExceptionRange& range = unit_.exceptions[range_];
    if (static_cast<int>(range.depth) > depth) return complain(at, "has less on the stack than its handler keeps");
    const int handler_depth = static_cast<int>(range.depth) + range.push_lasti + 1;
    if (handler_depth > static_cast<int>(unit_.stack_size)) return complain(at, "has a handler that needs more stack");
    reach(at, range.target, handler_depth);
  }

  static constexpr size_t kMostProblems = 100;

  const CodeUnit& unit_;
  std::vector<int> depths_;  // of the stack before each instruction
  std::vector<uint32_t> work_;
  std::vector<std::string> problems_;
  size_t range_ = 0;  // of the exceptions, near the instruction looked at last
};

}  // namespace

std::vector<std::string> verify(const CodeUnit& unit) {
  std::vector<std::string> problems = Verifier(unit).run();
  for (const Constant& constant : unit.constants) {
    const auto* inner = std::get_if<CodeConstant>(&constant.value);
    if (inner == nullptr) continue;
    const std::vector<std::string> more = verify(**inner);
    problems.insert(problems.end(), more.begin(), more.end());
  }
  return problems;
}

}  // namespace gillab::compiler
