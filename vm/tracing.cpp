// Telling what runs, event by event. Which and when: tracing.h. Setting who is told: runtime/modules/sys_tracing.cpp.
#include "vm/tracing.h"

#include <algorithm>
#include <utility>

#include "runtime/generator.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/frames.h"

namespace gillab {
namespace {

constexpr const char* kEventNames[] = {"", "call", "line", "return", "exception", "opcode", "c_call", "c_return", "c_exception"};

// What a listener does itself is told to nobody. `operands_end` is its frame's.
class Silence {
 public:
  Silence(Thread& thread, TraceEvent event) : thread_(thread), before_(thread.tracing->event), told_(thread.tracing->told) {
    ++thread.tracing->silence;
    thread.tracing->event = event;
    thread.tracing->told = thread.frame;
    listen(thread);
  }
  ~Silence() {
    --thread_.tracing->silence;
    thread_.tracing->event = before_;
    thread_.tracing->told = told_;
    listen(thread_);
  }
  Silence(const Silence&) = delete;

 private:
  Thread& thread_;
  const TraceEvent before_;
  const Frame* const told_;
};

// What a script changed in the dict of a frame's variables becomes true. What is gone from it is unbound, but parameters
// stay: the loop takes them to be there.
void write_back(Thread& thread, FrameObject* object, Frame* frame) {
  Ref dict = object->locals.take();
  if (!is<Dict>(dict.get()) || has_namespace(frame)) return;
  Tuple* names = as<Tuple>(frame->code->variable_names.peek());
  for (uint32_t i = 0; i < frame->code->variable_count; ++i) {
    Ref content = dict_get_name(dict.as<Dict>(), as<Str>(names->items[i]));
    Value& variable = frame->locals[i];
    if (is<CellObject>(variable)) {
      auto* cell = as<CellObject>(variable);
      if (cell->content.peek() != content.get()) cell->content.put(std::move(content));
    } else if (variable != content.get() && (content || i >= frame->body->local_arguments)) {
      drop(std::exchange(variable, content.release()));
    }
  }
  clear_exception(thread);
}

// REQUIRES: no exception is pending
Ref tell(Thread& thread, Value function, FrameObject* object, TraceEvent event, Value argument) {
  Frame* frame = thread.frame;
  Str* name = intern(thread, std::string_view(kEventNames[static_cast<size_t>(event)]));
  if (!name) return {};
  Value arguments[] = {Value::object(object), Value::object(name), argument};
  if (object->locals.peek().is_object() && !current_locals(thread, object, frame)) return {};
  Ref result;
  {
    Silence silence(thread, event);
    result = call(thread, function, arguments, 3, nullptr);
  }
  Ref exception = take_exception(thread);
  write_back(thread, object, frame);
  if (exception) thread.exception = exception.release();
  return result;
}

// To the frame's own function; `call` to the thread's. False: it raised, and nobody is told any more.
bool tell_trace(Thread& thread, TraceEvent event, Value argument) {
  if (thread.tracing->trace.is_empty()) return true;
  Ref object = frame_object(thread, thread.frame);
  if (!object) return false;
  auto* frame = object.as<FrameObject>();
  Ref function = event == TraceEvent::Call ? Ref::share(thread.tracing->trace) : frame->trace.take();
  if (!function) return true;
  Ref next = tell(thread, function.get(), frame, event, argument);
  if (next) {
    if (!next.get().is_none()) frame->trace.put(std::move(next));
    return true;
  }
  Ref exception = take_exception(thread);
  set_trace_function(thread, Value::empty());
  frame->trace.clear();
  thread.exception = exception.release();
  return false;
}

bool tell_profile(Thread& thread, TraceEvent event, Value argument) {
  if (thread.tracing->profile.is_empty()) return true;
  Ref object = frame_object(thread, thread.frame);
  Ref function = Ref::share(thread.tracing->profile);
  if (!object) return false;
  if (tell(thread, function.get(), object.as<FrameObject>(), event, argument)) return true;
  Ref exception = take_exception(thread);
  set_profile_function(thread, Value::empty());
  thread.exception = exception.release();
  return false;
}

bool tell_both(Thread& thread, TraceEvent event, Value argument) {
  return tell_trace(thread, event, argument) && (!tells(thread) || tell_profile(thread, event, argument));
}

// The C++ function that this frame called has ended.
bool finish_begun(Thread& thread, TraceEvent event) {
  std::vector<Tracing::BegunCall>& begun = thread.tracing->begun;
  while (!begun.empty() && begun.back().frame >= thread.frame) {
    Ref function = Ref::own(begun.back().function);
    const bool here = begun.back().frame == thread.frame;
    begun.pop_back();
    if (here) return tell_profile(thread, event, function.get());
  }
  return true;
}

// What a CALL is about to call, as the profile function hears of it; empty: no C++ function.
Ref native_callee(Thread& thread, const compiler::Instruction& instruction, const Value* sp) {
  const bool spreads = instruction.opcode == compiler::Opcode::CALL_FUNCTION_EX;
  const Value* base = spreads ? sp - 3 - (instruction.arg & 1) : sp - instruction.arg - 2;
  const Value callee = base[0].is_empty() ? base[1] : base[0];
  if (!is<Native>(callee)) return {};
  auto* native = as<Native>(callee);
  if (type_of(native) == thread.types().native_function) return Ref::share(callee);
  if (type_of(native) != thread.types().native_method || spreads) return {};
  if (!base[0].is_empty()) return bind_native(thread, native, base[1]);
  return instruction.arg > 0 ? bind_native(thread, native, base[2]) : Ref();
}

bool tell_native_call(Thread& thread, const compiler::Instruction& instruction, const Value* sp) {
  if (thread.tracing->profile.is_empty()) return true;
  Ref callee = native_callee(thread, instruction, sp);
  if (!callee) return !thread.has_exception();
  if (!tell_profile(thread, TraceEvent::CCall, callee.get())) return false;
  if (tells(thread)) thread.tracing->begun.push_back({thread.frame, callee.release()});
  return true;
}

// `before`: the instruction that ran before in this frame.
bool tell_line(Thread& thread, uint32_t index, uint32_t before) {
  Frame* frame = thread.frame;
  if (!frame->frame_object.is_object()) return true;
  Ref object = Ref::share(frame->frame_object);
  auto* told = object.as<FrameObject>();
  if (told->trace.peek().is_empty()) return true;
  const auto& unit = frame->body->unit();
  const int32_t line = unit.positions[index].line;
  const int32_t last = before > frame->body->first_told ? unit.positions[before].line : -1;
  const bool jumps_back = index < before && unit.code[index].opcode != compiler::Opcode::SEND;
  const bool begins = line > 0 && (line != last || jumps_back);
  if (begins && told->trace_lines.get() && !tell_trace(thread, TraceEvent::Line, Value::none())) return false;
  return !told->trace_opcodes.get() || !tells(thread) || tell_trace(thread, TraceEvent::Opcode, Value::none());
}

uint32_t index_before(const Body* body, const Instruction* pc) {
  const size_t word = static_cast<size_t>(pc - 1 - body->words.data());
  return word < body->origins.size() ? body->origins[word] : 0;
}

// The end of what an instruction is to tell before it runs: what it calls, or that the frame is left.
bool tell_ahead(Thread& thread, uint32_t index, const Value* sp) {
  const compiler::Instruction& instruction = thread.frame->body->unit().code[index];
  switch (instruction.opcode) {
    case compiler::Opcode::RETURN_VALUE:
    case compiler::Opcode::YIELD_VALUE:
      if (tell_both(thread, TraceEvent::Return, sp[-1])) return true;
      thread.tracing->abandons = true;
      return false;
    case compiler::Opcode::CALL:
    case compiler::Opcode::CALL_FUNCTION_EX: return tell_native_call(thread, instruction, sp);
    default: return true;
  }
}

}  // namespace

Step step(Thread& thread, const Instruction* pc, Value* sp, const Instruction* previous) {
  Frame* frame = thread.frame;
  const uint32_t before = index_before(frame->body, previous);
  if (!thread.tracing->begun.empty()) {
    frame->pc = previous;
    const bool told = finish_begun(thread, TraceEvent::CReturn);
    frame->pc = pc + 1;
    if (!told) return {pc, sp, false};
    if (!tells(thread)) return {pc, sp, true};
  }
  if (!frame->body->is_traced) {
    if (static_cast<Op>(pc->op) == Op::KEYWORDS_DICT) return {pc, sp, true};  // in the middle of what is several there
    Body* traced = traced_body(thread, frame->body);
    pc = traced_place(traced, frame->body, pc);
    frame->body = traced;
    frame->pc = pc + 1;
    if (frame->kind & kGeneratorFrame) reinterpret_cast<Generator*>(frame->generator)->frame.body = traced;
  }
  const Body* body = frame->body;
  uint32_t index = body->origins[static_cast<size_t>(pc - body->words.data())];
  if (index < body->first_told) return {pc, sp, true};
  thread.tracing->operands_end = sp;
  if (body->unit().code[index].opcode == compiler::Opcode::RESUME)
    return {pc, sp, tell_both(thread, TraceEvent::Call, Value::none())};
  if (!tell_line(thread, index, before)) return {pc, sp, false};
  pc = frame->pc - 1;
  sp = thread.tracing->operands_end;
  index = body->origins[static_cast<size_t>(pc - body->words.data())];
  return {pc, sp, !tells(thread) || tell_ahead(thread, index, sp)};
}

void tell_raised(Thread& thread, bool again, bool leaves) {
  Ref exception = take_exception(thread);
  auto replaced = [&](bool told) {
    if (!told) exception = take_exception(thread);
  };
  replaced(finish_begun(thread, TraceEvent::CException));
  if (!again && tells(thread) && exception) {
    Ref traceback = exception.as<Exception>()->traceback.take();
    Ref told = make_tuple_of(thread, Value::object(type_of(exception.get().as_object())), exception.get(),
                             traceback ? traceback.get() : Value::none());
    replaced(told && tell_trace(thread, TraceEvent::Exception, told.get()));
  }
  if (leaves && tells(thread)) replaced(tell_both(thread, TraceEvent::Return, Value::none()));
  thread.exception = exception.release();
}

void tell_stop(Thread& thread, Value result) {
  raise_stop_iteration(thread, result);
  tell_raised(thread, false, false);
  if (exception_matches(thread, Error::StopIteration)) clear_exception(thread);
}

bool tell_thrown(Thread& thread) { return tell_both(thread, TraceEvent::Call, Value::none()); }

const Instruction* traced_place(const Body* traced, const Body* body, const Instruction* pc) {
  const auto word = static_cast<uint32_t>(pc - body->words.data());
  const auto first = std::lower_bound(body->places.begin(), body->places.end(), word);
  return traced->words.data() + traced->places[static_cast<size_t>(first - body->places.begin())];
}

const Instruction* same_place(const Body* from, const Instruction* pc, const Body* to) {
  if (from->is_traced == to->is_traced) return to->entry + (pc - from->entry);
  return to->words.data() + to->places[index_before(from, pc) + 1];
}

}  // namespace gillab
