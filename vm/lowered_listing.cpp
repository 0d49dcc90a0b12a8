// What a word's fields mean follows from the instruction's name, as vm/opcodes.def forms it.
#include "vm/lowered_listing.h"

#include "compiler/disassembler.h"
#include "runtime/list.h"

namespace gillab {
namespace {

constexpr size_t kNameWidth = 22;
constexpr uint32_t kBaseOps = static_cast<uint32_t>(compiler::Opcode::kCount);

// One letter an operand: a b c the variable in that field, k the constant in the last word, _ the stack, > stored into
// what follows, n the name with the number `arg`, . the same as an attribute, g the same with a NULL below it when a is
// set, # the number itself, j a jump by `offset`, w one by word 1, l a loop's two places in word 1, o as the code unit
// says it.
struct Pattern {
  std::string_view prefix;
  const char* letters;
};
constexpr Pattern kPatterns[] = {
    {"LOAD_LOCAL_2", "ab"}, {"LOAD_LOCAL", "a"}, {"MOVE_LOCAL", "a>b"}, {"STORE_LOCAL", "_>a"},
    {"STORE_LOAD", "_>ab"}, {"LOAD_K", "k"},     {"STORE_K", "k>a"},    {"RETURN_K", "k"},
    {"RETURN_LOCAL", "a"},  {"GLOBAL", "g"},     {"STORE_GLOBAL", "n"}, {"CALL_KEYWORDS", "#k"}, {"CALL_KEYWORDS_OTHER", "#k"},
    {"CALL_", "#"},         {"INTERRUPT", ""},   {"SET_ITEM_LL", "ab"}, {"SET_ITEM", ""},
};

bool take_ending(std::string_view& name, std::string_view ending) {
  if (!name.ends_with(ending)) return false;
  name.remove_suffix(ending.size());
  return true;
}

char operand_letter(char form, char variable) { return form == 'L' ? variable : form == 'K' ? 'k' : '_'; }

// ADD_LK_TO, LT_SL_JF, ITEM_DICT_SS
std::string letters_of_form(std::string_view name) {
  const bool stores = take_ending(name, "_TO");
  const bool jumps = take_ending(name, "_JF") || take_ending(name, "_JT");
  std::string letters = {operand_letter(name[name.size() - 2], 'a'), operand_letter(name.back(), 'b')};
  return letters + (stores ? ">c" : "") + (jumps ? "w" : "");
}

std::string letters_of(Op op) {
  const uint32_t number = static_cast<uint32_t>(op);
  const std::string_view name = name_of(op);
  if (number < kBaseOps) {
    const auto operand = compiler::operand_of(static_cast<compiler::Opcode>(number));
    return operand == compiler::OperandKind::Jump ? "j" : "o";
  }
  if (name.starts_with("ITER_")) return name.ends_with("_TO") ? ">al" : "l";
  if (name.starts_with("JUMP")) return name.ends_with("_L") ? "aj" : "j";
  const bool is_attribute = name.starts_with("ATTR_") || name.starts_with("METHOD_") || name.starts_with("SET_ATTR_");
  if (is_attribute) return name.ends_with("_L") ? "a." : "_.";
  for (const Pattern& pattern : kPatterns) {
    if (name.starts_with(pattern.prefix)) return pattern.letters;
  }
  return letters_of_form(name);
}

int32_t low_half(uint64_t word) { return static_cast<int32_t>(static_cast<uint32_t>(word)); }
int32_t high_half(uint64_t word) { return static_cast<int32_t>(static_cast<uint32_t>(word >> 32)); }

class Reader {
 public:
  explicit Reader(const Body& body) : body_(body), base_(compiler::list_instructions(body.unit())) {}

  std::vector<LoweredInstruction> rows() {
    std::vector<LoweredInstruction> rows;
    std::vector<bool> is_target(body_.words.size() + 1, false);
    int last_line = -1;
    for (uint32_t at = 0; at < body_.words.size();) {
      const Instruction* pc = &body_.words[at];
      const Op op = static_cast<Op>(pc->op);
      const uint32_t origin = body_.origins[at];
      const int line = body_.unit().positions[origin].line;
      const bool starts = line != 0 && line != last_line;
      if (starts) last_line = line;
      rows.push_back({at, name_of(op), operands(pc, at, is_target), starts ? line : -1, origin, false});
      at += words_of(op);
    }
    for (const auto& range : body_.unit().exceptions) is_target[body_.places[range.target]] = true;
    for (LoweredInstruction& row : rows) row.is_target = is_target[row.word];
    return rows;
  }

 private:
  std::string operands(const Instruction* pc, uint32_t at, std::vector<bool>& is_target) const {
    std::string text;
    bool joined = true;  // no comma before the next one
    for (char letter : letters_of(static_cast<Op>(pc->op))) {
      if (letter == '>') {
        text += text.empty() ? "-> " : " -> ";
        joined = true;
        continue;
      }
      const std::string one = operand(letter, pc, at, is_target);
      const bool is_place = letter == 'j' || letter == 'w' || letter == 'l';
      if (!one.empty() && !joined && letter != '.') text += is_place ? " " : ", ";
      text += one;
      joined = false;
    }
    return text;
  }

  std::string operand(char letter, const Instruction* pc, uint32_t at, std::vector<bool>& is_target) const {
    const auto place = [&](int32_t offset) {
      const uint32_t target = at + static_cast<uint32_t>(offset);
      if (target < is_target.size()) is_target[target] = true;
      return std::to_string(target);
    };
    switch (letter) {
      case 'a':
        return body_.unit().deref_name(pc->a);
      case 'b':
        return body_.unit().deref_name(pc->b);
      case 'c':
        return body_.unit().deref_name(pc->c);
      case 'k':
        return constant(word_at(pc, static_cast<int>(words_of(static_cast<Op>(pc->op))) - 1));
      case 'n':
        return body_.unit().names[pc->arg];
      case '.':
        return "." + body_.unit().names[pc->arg];
      case 'g':
        return (pc->a != 0 ? "NULL + " : "") + body_.unit().names[pc->arg];
      case '#':
        return std::to_string(pc->arg);
      case 'j':
        return "to " + place(pc->offset);
      case 'w':
        return "to " + place(low_half(word_at(pc, 1)));
      case 'l': {
        const uint64_t word = word_at(pc, 1);
        const std::string next = place(low_half(word));
        return "to " + next + " or " + place(high_half(word));
      }
      case 'o':
        return as_the_unit_says(pc, at);
      default:
        return "_";
    }
  }

  std::string as_the_unit_says(const Instruction* pc, uint32_t at) const {
    const compiler::ListedInstruction& row = base_[body_.origins[at]];
    if (static_cast<uint32_t>(row.instruction.opcode) != pc->op || !row.has_argument) return "";
    return row.meaning.empty() ? std::to_string(row.instruction.arg) : row.meaning;
  }

  std::string constant(uint64_t bits) const {
    const auto* values = as<Tuple>(body_.code->constants.peek());
    for (uint64_t i = 0; i < values->length; ++i) {
      if (values->items[i].bits() == bits) return repr(body_.unit().constants[i]);
    }
    return "?";
  }

  const Body& body_;
  const std::vector<compiler::ListedInstruction> base_;
};

std::string padded(const std::string& text, size_t width, bool to_the_right) {
  const std::string blanks(text.size() < width ? width - text.size() : 0, ' ');
  return to_the_right ? blanks + text : text + blanks;
}

}  // namespace

std::vector<LoweredInstruction> list_lowered(const Body& body) { return Reader(body).rows(); }

std::string lowered_listing(Code* code) {
  if (code->bodies.get() == nullptr) return "      (has not run)\n";
  std::string text;
  for (const Body* body = code->bodies.get(); body; body = body->next) {
    for (const LoweredInstruction& row : list_lowered(*body)) {
      const bool starts = row.starts_line >= 0;
      if (starts && row.word > 0) text += '\n';
      text +=
          padded(starts ? std::to_string(row.starts_line) : "", 3, true) + "     " + (row.is_target ? ">> " : "   ");
      text += padded(std::to_string(row.word), 4, true) + " ";
      text += row.operands.empty() ? row.name : padded(row.name, kNameWidth, false) + " " + row.operands;
      text += '\n';
    }
    if (body->next) text += "  and with other globals:\n";
  }
  return text;
}

}  // namespace gillab
