// Lowering: the compiler's stack code becomes the words the loop runs. Runs of instructions that touch only variables,
// constants and the stack are joined with the one access or operation at their end, so that a joined instruction has at
// most one effect another thread could see. Nothing is joined across a jump target or the edge of an exception range.
#include "vm/body.h"

#include "runtime/list.h"

namespace gillab {
namespace {

using compiler::CodeUnit;
using compiler::Opcode;
using BaseInstruction = compiler::Instruction;

enum Form : uint32_t { SS, SL, SK, LL, LK, KL };
enum JumpForm : uint32_t { CompareSS, JumpSS, JumpSL, JumpSK, JumpLL, JumpLK };

// The family of each compiler::Operator, or NOP where there is none.
constexpr Op kFamilies[13] = {Op::ADD_SS, Op::AND_SS, Op::FLOORDIV_SS, Op::LSHIFT_SS, Op::NOP, Op::MUL_SS, Op::MOD_SS,
                              Op::OR_SS, Op::NOP, Op::RSHIFT_SS, Op::SUB_SS, Op::TRUEDIV_SS, Op::XOR_SS};
constexpr Op kComparisons[6] = {Op::LT_SS, Op::LE_SS, Op::EQ_SS, Op::NE_SS, Op::GT_SS, Op::GE_SS};

Op offset_op(Op base, uint32_t offset) { return static_cast<Op>(static_cast<uint32_t>(base) + offset); }

class Lowering {
 public:
  explicit Lowering(Body& body) : body_(body), unit_(body.unit()), code_(unit_.code) {}

  void run() {
    find_leaders();
    find_always_bound();
    body_.places.assign(code_.size() + 1, 0);
    body_.words.reserve(code_.size() * 2);
    for (uint32_t i = 0; i < code_.size();) i += emit_at(i);
    body_.places[code_.size()] = static_cast<uint32_t>(body_.words.size());
    patch_jumps();
    body_.entry = body_.words.data();
  }

 private:
  // --- facts about the code
  void find_leaders() {
    // Each instruction by itself: any may be a step of a schedule, or begin a line that is told of.
    leaders_.assign(code_.size() + 1, gil::kControlled || body_.is_traced);
    for (size_t i = 0; i < code_.size(); ++i) {
      if (compiler::flags_of(code_[i].opcode) & compiler::kJumps) leaders_[code_[i].arg] = true;
      if (code_[i].opcode == Opcode::YIELD_VALUE || code_[i].opcode == Opcode::RETURN_GENERATOR) leaders_[i + 1] = true;
    }
    for (const auto& range : unit_.exceptions) {
      leaders_[range.start] = leaders_[range.target] = true;
      if (range.end <= code_.size()) leaders_[range.end] = true;
    }
  }
  void find_always_bound() {
    uint32_t parameters = unit_.argument_count + unit_.keyword_only_count +
                          ((unit_.flags & compiler::kVarArgs) != 0) + ((unit_.flags & compiler::kVarKeywords) != 0);
    always_bound_.assign(unit_.variable_count(), false);
    for (uint32_t i = 0; i < parameters && i < unit_.local_names.size(); ++i) always_bound_[i] = !unit_.is_cell[i];
    for (const auto& instruction : code_) {
      if (instruction.opcode == Opcode::DELETE_FAST) always_bound_[instruction.arg] = false;
    }
  }

  // --- looking ahead: the i-th instruction is of this kind and may be joined to those before it
  bool joins(uint32_t i, Opcode opcode) const {
    return i < code_.size() && !leaders_[i] && code_[i].opcode == opcode;
  }
  bool small(uint32_t i) const { return code_[i].arg <= 0xFFFF; }
  uint64_t constant_bits(uint32_t i) const {
    return reinterpret_cast<Tuple*>(body_.code->constants.peek().as_object())->items[code_[i].arg].bits();
  }
  // A conditional jump on true or false: 1 for true, 0 for false, -1 for anything else.
  int condition_at(uint32_t i) const {
    if (i >= code_.size() || leaders_[i]) return -1;
    switch (code_[i].opcode) {
      case Opcode::POP_JUMP_FORWARD_IF_FALSE:
      case Opcode::POP_JUMP_BACKWARD_IF_FALSE: return 0;
      case Opcode::POP_JUMP_FORWARD_IF_TRUE:
      case Opcode::POP_JUMP_BACKWARD_IF_TRUE: return 1;
      default: return -1;
    }
  }

  // --- writing
  uint32_t start(uint32_t from, uint32_t count, uint32_t origin) {
    for (uint32_t i = from; i < from + count; ++i) body_.places[i] = static_cast<uint32_t>(body_.words.size());
    origin_ = origin;
    return count;
  }
  void put(Instruction instruction) {
    body_.words.push_back(instruction);
    body_.origins.push_back(origin_);
  }
  void put_word(uint64_t word) { put(std::bit_cast<Instruction>(word)); }
  void put(Op op, uint32_t a, uint32_t arg) {
    Instruction instruction{};
    instruction.op = static_cast<uint16_t>(op);
    instruction.a = static_cast<uint16_t>(a);
    instruction.arg = arg;
    put(instruction);
  }
  void put3(Op op, uint32_t a, uint32_t b, uint32_t c) { put(op, a, b | (c << 16)); }
  void put_jump_offset(uint32_t target) {  // in a word of its own: an int32 relative to the instruction's first word
    jumps_.push_back({static_cast<uint32_t>(body_.words.size()), instruction_start_, target, true});
    put_word(0);
  }
  void put_jump(Op op, uint32_t a, uint32_t target) {
    jumps_.push_back({static_cast<uint32_t>(body_.words.size()), static_cast<uint32_t>(body_.words.size()), target, false});
    put(op, a, 0);
  }
  void patch_jumps() {
    for (const Jump& jump : jumps_) {
      int32_t offset = static_cast<int32_t>(body_.places[jump.target]) - static_cast<int32_t>(jump.from);
      if (jump.whole_word) {
        uint64_t word = std::bit_cast<uint64_t>(body_.words[jump.word]);
        word = jump.high ? (word & 0xFFFFFFFF) | (uint64_t{static_cast<uint32_t>(offset)} << 32)
                         : (word & ~uint64_t{0xFFFFFFFF}) | static_cast<uint32_t>(offset);
        body_.words[jump.word] = std::bit_cast<Instruction>(word);
      } else {
        body_.words[jump.word].offset = offset;
      }
    }
  }

  // --- one instruction, or a run that becomes one. Returns how many were taken.
  uint32_t emit_at(uint32_t i) {
    instruction_start_ = static_cast<uint32_t>(body_.words.size());
    switch (code_[i].opcode) {
      case Opcode::NOP:
      case Opcode::RESUME: return body_.is_traced ? emit_plain(i) : start(i, 1, i);
      case Opcode::LOAD_FAST: return small(i) ? emit_load_local(i) : emit_plain(i);
      case Opcode::LOAD_CONST: return emit_constant(i);
      case Opcode::STORE_FAST: return emit_store_local(i);
      case Opcode::BINARY_OP: return emit_binary(i, 0, SS, i);
      case Opcode::COMPARE_OP: return emit_compare(i, 0, SS, i);
      case Opcode::BINARY_SUBSCR: start(i, 1, i); put(Op::ITEM_SS, 0, 0); return 1;
      case Opcode::BUILD_SLICE:
        if (code_[i].arg != 2 || !joins(i + 1, Opcode::BINARY_SUBSCR)) return emit_plain(i);
        start(i, 2, i + 1);
        put(Op::SLICE, 0, 0);
        return 2;
      case Opcode::STORE_SUBSCR: start(i, 1, i); put(Op::SET_ITEM, 0, 0); return 1;
      case Opcode::LOAD_ATTR: return emit_cached(i, 1, Op::ATTR_S, 0, i);
      case Opcode::LOAD_METHOD: return emit_cached(i, 1, Op::METHOD_S, 0, i);
      case Opcode::STORE_ATTR: return emit_cached(i, 1, Op::SET_ATTR_S, 0, i);
      case Opcode::PUSH_NULL:
        if (joins(i + 1, Opcode::LOAD_GLOBAL) || (module_level() && joins(i + 1, Opcode::LOAD_NAME))) return emit_global(i, 1);
        return emit_plain(i);
      case Opcode::LOAD_GLOBAL: return emit_global(i, 0);
      case Opcode::LOAD_NAME: return module_level() ? emit_global(i, 0) : emit_plain(i);
      case Opcode::STORE_GLOBAL: return emit_store_global(i);
      case Opcode::STORE_NAME: return module_level() ? emit_store_global(i) : emit_plain(i);
      case Opcode::DELETE_NAME: return emit_plain(i);
      case Opcode::KW_NAMES:
        start(i, 2, i + 1);
        put(Op::CALL_KEYWORDS, 0, code_[i + 1].arg);
        put_word(0);
        put_word(constant_bits(i));
        return 2;
      case Opcode::BUILD_MAP: return spreads_one_dict(i) ? start(i, 1, i) : emit_plain(i);
      case Opcode::DICT_MERGE:
        if (i < 2 || !spreads_one_dict(i - 2)) return emit_plain(i);
        start(i, 1, i);
        put(Op::KEYWORDS_DICT, 0, 0);
        return 1;
      case Opcode::CALL: start(i, 1, i); put(Op::CALL_ANY, 0, code_[i].arg); return 1;
      case Opcode::FOR_ITER: return emit_for(i);
      case Opcode::JUMP_FORWARD:
      case Opcode::JUMP_BACKWARD_NO_INTERRUPT: start(i, 1, i); put_jump(Op::JUMP, 0, code_[i].arg); return 1;
      case Opcode::JUMP_BACKWARD: return emit_loop_end(i);
      case Opcode::POP_JUMP_FORWARD_IF_FALSE:
      case Opcode::POP_JUMP_BACKWARD_IF_FALSE: start(i, 1, i); put_jump(Op::JUMP_IF_FALSE, 0, code_[i].arg); return 1;
      case Opcode::POP_JUMP_FORWARD_IF_TRUE:
      case Opcode::POP_JUMP_BACKWARD_IF_TRUE: start(i, 1, i); put_jump(Op::JUMP_IF_TRUE, 0, code_[i].arg); return 1;
      case Opcode::POP_JUMP_FORWARD_IF_NONE:
      case Opcode::POP_JUMP_BACKWARD_IF_NONE: start(i, 1, i); put_jump(Op::JUMP_IF_NONE, 0, code_[i].arg); return 1;
      case Opcode::POP_JUMP_FORWARD_IF_NOT_NONE:
      case Opcode::POP_JUMP_BACKWARD_IF_NOT_NONE: start(i, 1, i); put_jump(Op::JUMP_IF_NOT_NONE, 0, code_[i].arg); return 1;
      case Opcode::JUMP_IF_FALSE_OR_POP: start(i, 1, i); put_jump(Op::JUMP_IF_FALSE_OR_POP, 0, code_[i].arg); return 1;
      case Opcode::JUMP_IF_TRUE_OR_POP: start(i, 1, i); put_jump(Op::JUMP_IF_TRUE_OR_POP, 0, code_[i].arg); return 1;
      case Opcode::SEND: start(i, 1, i); put_jump(Op::SEND, 0, code_[i].arg); put_word(0); return 1;
      default: return emit_plain(i);
    }
  }
  // f(..., **d): BUILD_MAP 0, a load, DICT_MERGE 1, CALL_FUNCTION_EX. The call only reads the dict, so d itself will do.
  bool spreads_one_dict(uint32_t i) const {
    bool starts = code_[i].opcode == Opcode::BUILD_MAP && code_[i].arg == 0;
    bool loads = joins(i + 1, Opcode::LOAD_FAST) || joins(i + 1, Opcode::LOAD_DEREF) || joins(i + 1, Opcode::LOAD_GLOBAL);
    return starts && loads && joins(i + 2, Opcode::DICT_MERGE) && code_[i + 2].arg == 1 &&
           joins(i + 3, Opcode::CALL_FUNCTION_EX);
  }
  uint32_t emit_plain(uint32_t i) {
    start(i, 1, i);
    put(static_cast<Op>(code_[i].opcode), 0, code_[i].arg);
    return 1;
  }
  bool module_level() const { return body_.namespace_is_globals; }

  uint32_t emit_load_local(uint32_t i) {
    uint32_t a = code_[i].arg;
    if (joins(i + 1, Opcode::LOAD_FAST) && small(i + 1)) {
      uint32_t b = code_[i + 1].arg;
      if (joins(i + 2, Opcode::BINARY_OP) && has_family(i + 2)) return emit_binary(i, 2, LL, i + 2, a, b);
      if (joins(i + 2, Opcode::COMPARE_OP) && condition_at(i + 3) >= 0) return emit_compare(i, 2, LL, i + 2, a, b);
      if (joins(i + 2, Opcode::BINARY_SUBSCR)) { start(i, 3, i + 2); put3(Op::ITEM_LL, a, b, 0); return 3; }
      if (joins(i + 2, Opcode::STORE_SUBSCR)) { start(i, 3, i + 2); put3(Op::SET_ITEM_LL, a, b, 0); return 3; }
      if (!ends_in_join(i + 1)) { start(i, 2, i); put3(Op::LOAD_LOCAL_2, a, b, 0); return 2; }
    }
    if (joins(i + 1, Opcode::LOAD_CONST)) {
      if (joins(i + 2, Opcode::BINARY_OP) && has_family(i + 2)) return emit_binary(i, 2, LK, i + 2, a, 0, i + 1);
      if (joins(i + 2, Opcode::COMPARE_OP) && condition_at(i + 3) >= 0) return emit_compare(i, 2, LK, i + 2, a, 0, i + 1);
      if (joins(i + 2, Opcode::BINARY_SUBSCR)) {
        start(i, 3, i + 2);
        put3(Op::ITEM_LK, a, 0, 0);
        put_word(constant_bits(i + 1));
        return 3;
      }
    }
    if (joins(i + 1, Opcode::BINARY_OP) && has_family(i + 1)) return emit_binary(i, 1, SL, i + 1, 0, a);
    if (joins(i + 1, Opcode::COMPARE_OP) && condition_at(i + 2) >= 0) return emit_compare(i, 1, SL, i + 1, 0, a);
    if (joins(i + 1, Opcode::BINARY_SUBSCR)) { start(i, 2, i + 1); put3(Op::ITEM_SL, 0, a, 0); return 2; }
    if (joins(i + 1, Opcode::LOAD_ATTR)) return emit_cached(i, 2, Op::ATTR_L, a, i + 1);
    if (joins(i + 1, Opcode::COPY) && code_[i + 1].arg == 1 && joins(i + 2, Opcode::LOAD_ATTR)) return emit_changed_attribute(i);
    if (joins(i + 1, Opcode::LOAD_METHOD)) return emit_cached(i, 2, Op::METHOD_L, a, i + 1);
    if (joins(i + 1, Opcode::STORE_ATTR)) return emit_cached(i, 2, Op::SET_ATTR_L, a, i + 1);
    if (joins(i + 1, Opcode::RETURN_VALUE)) { start(i, 2, i); put(Op::RETURN_LOCAL, a, 0); return 2; }
    if (joins(i + 1, Opcode::STORE_FAST) && small(i + 1)) { start(i, 2, i); put3(Op::MOVE_LOCAL, a, code_[i + 1].arg, 0); return 2; }
    int condition = condition_at(i + 1);
    if (condition >= 0) return emit_local_jump(i, condition ? Op::JUMP_IF_TRUE_L : Op::JUMP_IF_FALSE_L, a);
    if (joins(i + 1, Opcode::POP_JUMP_FORWARD_IF_NONE) || joins(i + 1, Opcode::POP_JUMP_BACKWARD_IF_NONE))
      return emit_local_jump(i, Op::JUMP_IF_NONE_L, a);
    if (joins(i + 1, Opcode::POP_JUMP_FORWARD_IF_NOT_NONE) || joins(i + 1, Opcode::POP_JUMP_BACKWARD_IF_NOT_NONE))
      return emit_local_jump(i, Op::JUMP_IF_NOT_NONE_L, a);
    start(i, 1, i);
    put(always_bound_[a] ? Op::LOAD_LOCAL : Op::LOAD_LOCAL_CHECKED, a, 0);
    return 1;
  }
  // a.name += x: one a stays on the stack for the store, the other need not be there to be asked.
  uint32_t emit_changed_attribute(uint32_t i) {
    const uint32_t a = code_[i].arg;
    start(i, 1, i);
    put(always_bound_[a] ? Op::LOAD_LOCAL : Op::LOAD_LOCAL_CHECKED, a, 0);
    return 1 + emit_cached(i + 1, 2, Op::ATTR_L, a, i + 2);
  }
  // Would the load at i be joined with what follows it? Then it is not paired with the load before it.
  bool ends_in_join(uint32_t i) const {
    if (joins(i + 1, Opcode::LOAD_ATTR) || joins(i + 1, Opcode::LOAD_METHOD) || joins(i + 1, Opcode::STORE_ATTR) ||
        joins(i + 1, Opcode::BINARY_OP) || joins(i + 1, Opcode::BINARY_SUBSCR) || joins(i + 1, Opcode::COMPARE_OP))
      return true;
    bool second = (joins(i + 1, Opcode::LOAD_FAST) || joins(i + 1, Opcode::LOAD_CONST)) && i + 2 < code_.size();
    return second && (joins(i + 2, Opcode::BINARY_OP) || joins(i + 2, Opcode::COMPARE_OP) ||
                      joins(i + 2, Opcode::BINARY_SUBSCR) || joins(i + 2, Opcode::STORE_SUBSCR));
  }
  uint32_t emit_local_jump(uint32_t i, Op op, uint32_t a) {
    start(i, 2, i + 1);
    put_jump(op, a, code_[i + 1].arg);
    return 2;
  }
  uint32_t emit_constant(uint32_t i) {
    if (joins(i + 1, Opcode::LOAD_FAST) && small(i + 1) && joins(i + 2, Opcode::BINARY_OP) && has_family(i + 2))
      return emit_binary(i, 2, KL, i + 2, 0, code_[i + 1].arg, i);
    if (joins(i + 1, Opcode::BINARY_OP) && has_family(i + 1)) return emit_binary(i, 1, SK, i + 1, 0, 0, i);
    if (joins(i + 1, Opcode::COMPARE_OP) && condition_at(i + 2) >= 0) return emit_compare(i, 1, SK, i + 1, 0, 0, i);
    if (joins(i + 1, Opcode::BINARY_SUBSCR)) { start(i, 2, i + 1); put(Op::ITEM_SK, 0, 0); put_word(constant_bits(i)); return 2; }
    if (joins(i + 1, Opcode::RETURN_VALUE)) { start(i, 2, i); put(Op::RETURN_K, 0, 0); put_word(constant_bits(i)); return 2; }
    if (joins(i + 1, Opcode::STORE_FAST) && small(i + 1)) {
      start(i, 2, i);
      put(Op::STORE_K, code_[i + 1].arg, 0);
      put_word(constant_bits(i));
      return 2;
    }
    start(i, 1, i);
    put(Op::LOAD_K, 0, 0);
    put_word(constant_bits(i));
    return 1;
  }
  uint32_t emit_store_local(uint32_t i) {
    if (!small(i)) return emit_plain(i);
    if (joins(i + 1, Opcode::LOAD_FAST) && small(i + 1) && !ends_in_join(i + 1) && condition_at(i + 2) < 0 &&
        !joins(i + 2, Opcode::RETURN_VALUE)) {
      start(i, 2, i + 1);
      put3(Op::STORE_LOAD, code_[i].arg, code_[i + 1].arg, 0);
      return 2;
    }
    start(i, 1, i);
    put(Op::STORE_LOCAL, code_[i].arg, 0);
    return 1;
  }

  bool has_family(uint32_t i) const { return kFamilies[code_[i].arg % 13] != Op::NOP; }
  uint32_t emit_binary(uint32_t first, uint32_t before, Form form, uint32_t i, uint32_t a = 0, uint32_t b = 0,
                       uint32_t constant = ~0u) {
    Op family = kFamilies[code_[i].arg % 13];
    if (family == Op::NOP) return emit_plain(i);
    bool to = joins(i + 1, Opcode::STORE_FAST) && small(i + 1);
    start(first, before + 1 + to, i);
    put3(offset_op(family, form + (to ? 6 : 0)), a, b, to ? code_[i + 1].arg : 0);
    if (constant != ~0u) put_word(constant_bits(constant));
    return before + 1 + to;
  }
  uint32_t emit_compare(uint32_t first, uint32_t before, Form form, uint32_t i, uint32_t a = 0, uint32_t b = 0,
                        uint32_t constant = ~0u) {
    Op family = kComparisons[code_[i].arg];
    int condition = condition_at(i + 1);
    if (condition < 0) {
      start(first, 1, i);
      put(family, 0, 0);
      return 1;
    }
    start(first, before + 2, i);
    constexpr JumpForm kForms[] = {JumpSS, JumpSL, JumpSK, JumpLL, JumpLK};
    put3(offset_op(family, kForms[form] + (condition ? 5 : 0)), a, b, 0);
    put_jump_offset(code_[i + 1].arg);
    if (constant != ~0u) put_word(constant_bits(constant));
    return before + 2;
  }

  uint32_t emit_cached(uint32_t first, uint32_t count, Op op, uint32_t local, uint32_t i) {
    start(first, count, i);
    put(op, local, code_[i].arg);
    put_word(0);
    return count;
  }
  uint32_t emit_global(uint32_t first, uint32_t null_first) {
    uint32_t i = first + null_first;
    start(first, 1 + null_first, i);
    put(Op::GLOBAL, null_first, code_[i].arg);
    put_word(0);
    put_word(0);
    return 1 + null_first;
  }
  uint32_t emit_store_global(uint32_t i) {
    start(i, 1, i);
    put(Op::STORE_GLOBAL_CELL, 0, code_[i].arg);
    put_word(0);
    put_word(0);
    return 1;
  }

  // FOR_ITER: a word with where the loop goes on (low half) and where it ends (high half). A backward jump to it
  // becomes a copy of it, so that a round of the loop dispatches once less.
  uint32_t emit_for(uint32_t i) {
    uint32_t count = put_for(i, i, true);
    return count;
  }
  uint32_t put_for(uint32_t i, uint32_t at, bool first) {
    bool pair = joins_after_for(i, Opcode::UNPACK_SEQUENCE) && code_[i + 1].arg == 2;
    bool to = !pair && joins_after_for(i, Opcode::STORE_FAST) && small(i + 1);
    uint32_t taken = 1 + (pair || to);
    if (first) start(i, taken, i); else start(at, 1, i);
    instruction_start_ = static_cast<uint32_t>(body_.words.size());
    put(pair ? Op::ITER_PAIR : to ? Op::ITER_ANY_TO : Op::ITER_ANY, to ? code_[i + 1].arg : 0, 0);
    uint32_t word = static_cast<uint32_t>(body_.words.size());
    put_word(0);
    uint32_t body_start = i + taken;
    jumps_.push_back({word, instruction_start_, body_start, true, false});
    jumps_.push_back({word, instruction_start_, code_[i].arg, true, true});
    return taken;
  }
  bool joins_after_for(uint32_t i, Opcode opcode) const { return joins(i + 1, opcode); }
  uint32_t emit_loop_end(uint32_t i) {
    uint32_t target = code_[i].arg;
    if (code_[target].opcode == Opcode::FOR_ITER && !body_.is_traced && same_handlers(i, target)) {
      put_for(target, i, false);
      return 1;
    }
    start(i, 1, i);
    put_jump(Op::JUMP, 0, target);
    return 1;
  }
  // May the instruction at `target` raise at the place of i? Only when the same exception ranges cover both.
  bool same_handlers(uint32_t i, uint32_t target) const {
    for (const auto& range : unit_.exceptions) {
      bool covers_i = i >= range.start && i < range.end;
      bool covers_target = target >= range.start && target < range.end;
      if (covers_i != covers_target) return false;
    }
    return true;
  }

  struct Jump {
    uint32_t word;
    uint32_t from;
    uint32_t target;
    bool whole_word;
    bool high = false;
  };
  Body& body_;
  const CodeUnit& unit_;
  const std::vector<BaseInstruction>& code_;
  std::vector<bool> leaders_;
  std::vector<bool> always_bound_;
  std::vector<Jump> jumps_;
  uint32_t origin_ = 0;
  uint32_t instruction_start_ = 0;
};

}  // namespace

void lower(Body& body) { Lowering(body).run(); }

}  // namespace gillab
