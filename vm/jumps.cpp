// frame.f_lineno = line: a trace function sends its frame to another line. Allowed where what the stack holds there is
// what it holds here, or the lower part of it; the rest is dropped.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "runtime/int.h"
#include "vm/frames.h"
#include "vm/stack.h"
#include "vm/tracing.h"
#include "vm/unwind.h"

namespace gillab {
namespace {

using compiler::CodeUnit;
using compiler::Opcode;

// What stands on the operand stack, a letter each: O a value, N NULL, I an iterator, E an exception that is handled or
// was before it, L where it was raised.
using Kinds = std::string;

class StackMap {
 public:
  explicit StackMap(const CodeUnit& unit) : unit_(unit) { follow(); }
  // Null: no path leads there.
  const Kinds* at(uint32_t index) const {
    auto found = kinds_.find(index);
    return found == kinds_.end() ? nullptr : &found->second;
  }

 private:
  void reach(uint32_t index, const Kinds& kinds) {
    if (kinds_.emplace(index, kinds).second) work_.push_back(index);
  }

  void follow() {
    reach(0, "");
    while (!work_.empty()) {
      const uint32_t at = work_.back();
      work_.pop_back();
      const Kinds kinds = kinds_[at];
      reach_handler(at, kinds);
      const compiler::Instruction& instruction = unit_.code[at];
      const uint8_t flags = compiler::flags_of(instruction.opcode);
      if (flags & compiler::kJumps) reach(instruction.arg, after_jump(instruction, kinds));
      if (!(flags & compiler::kEnds) && at + 1 < unit_.code.size()) reach(at + 1, after(instruction, kinds));
    }
  }

  void reach_handler(uint32_t at, const Kinds& kinds) {
    for (const compiler::ExceptionRange& range : unit_.exceptions) {
      if (at < range.start || at >= range.end) continue;
      return reach(range.target, kinds.substr(0, range.depth) + (range.push_lasti ? "LE" : "E"));
    }
  }

  static Kinds after_jump(const compiler::Instruction& instruction, Kinds kinds) {
    const int change = compiler::effect_of(instruction.opcode, instruction.arg).jump;
    kinds.resize(kinds.size() + static_cast<size_t>(std::max(change, 0)) - static_cast<size_t>(std::max(-change, 0)), 'O');
    if (instruction.opcode == Opcode::SEND) kinds.back() = 'O';
    return kinds;
  }

  static Kinds after(const compiler::Instruction& instruction, Kinds kinds) {
    const uint32_t arg = instruction.arg;
    switch (instruction.opcode) {
      case Opcode::GET_ITER:
      case Opcode::GET_AITER: kinds.back() = 'I'; return kinds;
      case Opcode::PUSH_NULL: return kinds + 'N';
      case Opcode::LOAD_METHOD: kinds.back() = 'N'; return kinds + 'O';
      case Opcode::PUSH_EXC_INFO: return kinds + 'E';
      case Opcode::COPY: return kinds + kinds[kinds.size() - arg];
      case Opcode::SWAP: std::swap(kinds.back(), kinds[kinds.size() - arg]); return kinds;
      default: break;
    }
    const compiler::StackEffect effect = compiler::effect_of(instruction.opcode, arg);
    kinds.resize(kinds.size() - static_cast<size_t>(effect.pops));
    return kinds.append(static_cast<size_t>(effect.pushes), 'O');
  }

  const CodeUnit& unit_;
  std::map<uint32_t, Kinds> kinds_;
  std::vector<uint32_t> work_;
};

bool may_become(const Kinds& from, const Kinds& to) {
  if (to.size() > from.size()) return false;
  for (size_t i = 0; i < to.size(); ++i) {
    const bool fits = to[i] == 'O' ? from[i] != 'N' : to[i] == 'N' || from[i] == to[i];
    if (!fits) return false;
  }
  return true;
}

const char* why_not(const Kinds& to) {
  switch (to.empty() ? 'O' : to.back()) {
    case 'E': return "can't jump into an 'except' block as there's no exception";
    case 'L': return "can't jump into a re-raising block as there's no location";
    case 'I': return "can't jump into the body of a for loop";
    default: return "incompatible stacks";
  }
}

// The place with the most on the stack. Null: *message says why there is none.
const Kinds* best_place(const CodeUnit& unit, const StackMap& map, uint32_t from, int32_t line, uint32_t* place,
                        const char** message) {
  const Kinds* here = map.at(from);
  const Kinds* best = nullptr;
  *message = "cannot find bytecode for specified line";
  bool explained = false;
  int32_t last = 0;
  for (uint32_t i = 0; i < unit.code.size(); ++i) {
    if (unit.positions[i].line <= 0) continue;
    const bool begins = unit.positions[i].line != std::exchange(last, unit.positions[i].line);
    if (!begins || last != line) continue;
    const Kinds* there = map.at(i);
    if (here && there && may_become(*here, *there)) {
      if (best && there->size() <= best->size()) continue;
      best = there;
      *place = i;
    } else if (!here) {
      *message = "can't jump from within an exception handler";
    } else if (there && !explained) {
      *message = why_not(*there);
      explained = true;
    }
  }
  return best;
}

bool may_jump(Thread& thread, const FrameObject* object) {
  const TraceEvent event = thread.tracing ? thread.tracing->event : TraceEvent::None;
  if (event == TraceEvent::Call || event == TraceEvent::None) return raise(thread, Error::ValueError, "can't jump from the 'call' trace event of a new frame");
  const bool told = event == TraceEvent::Line && object->frame.get() == thread.tracing->told;
  if (!told) return raise(thread, Error::ValueError, "can only jump from a 'line' trace event");
  if (object->trace.peek().is_empty()) return raise(thread, Error::ValueError, "f_lineno can only be set by a trace function");
  return true;
}

// The first line not before `wanted` that has code; -1: none.
int32_t line_with_code(const CodeUnit& unit, int64_t wanted) {
  int32_t found = -1;
  for (const compiler::Span& span : unit.positions) {
    const auto line = static_cast<int32_t>(span.line);
    if (line >= wanted && line > 0 && (found < 0 || line < found)) found = line;
  }
  return found;
}

void cut_stack(Thread& thread, const Kinds& from, size_t depth) {
  Value*& end = thread.tracing->operands_end;
  for (size_t i = from.size(); i > depth; --i) {
    Value value = std::exchange(*--end, Value::empty());
    if (from[i - 1] == 'E') drop(std::exchange(thread.handled, value));
    else drop(value);
  }
}

// The line that is meant by the one a script gave; -1: an exception is set.
int32_t line_to_jump_to(Thread& thread, const CodeUnit& unit, Value wanted) {
  if (wanted.is_object()) return raise(thread, Error::ValueError, "lineno out of range"), -1;
  const int64_t line = wanted.as_int();
  if (line < unit.first_line)
    return raise(thread, Error::ValueError, "line {} comes before the current code block", line), -1;
  const int32_t found = line_with_code(unit, line);
  if (found < 0) raise(thread, Error::ValueError, "line {} comes after the current code block", line);
  return found;
}

}  // namespace

bool jump_to_line(Thread& thread, FrameObject* object, Value wanted) {
  if (wanted.is_empty()) return raise(thread, Error::AttributeError, "cannot delete attribute");
  if (!wanted.is_int() && !is_exact<BigInt>(wanted)) return raise(thread, Error::ValueError, "lineno must be an integer");
  if (!may_jump(thread, object)) return false;
  Frame* frame = object->frame.get();
  const CodeUnit& unit = frame->body->unit();
  const int32_t line = line_to_jump_to(thread, unit, wanted);
  if (line < 0) return false;
  const StackMap map(unit);
  const uint32_t from = instruction_index(*frame);
  uint32_t place = 0;
  const char* message = nullptr;
  const Kinds* there = best_place(unit, map, from, line, &place, &message);
  if (!there) return raise(thread, Error::ValueError, message);
  cut_stack(thread, *map.at(from), there->size());
  frame->pc = frame->body->words.data() + frame->body->places[place] + 1;
  return true;
}

}  // namespace gillab
