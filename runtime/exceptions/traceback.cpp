// Traceback and frame objects as scripts see them. Printing them: traceback_print.cpp.
#include <cstdio>

#include "runtime/classes/descriptors.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/function.h"
#include "runtime/generator.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/stopped_world.h"
#include "runtime/str.h"
#include "runtime/tracing.h"

namespace gillab {

namespace {

using TracebackFields = FieldLayout<Traceback, &Traceback::next, &Traceback::frame, &Traceback::code>;
using FrameFields =
    FieldLayout<FrameObject, &FrameObject::back, &FrameObject::code, &FrameObject::globals, &FrameObject::locals,
                &FrameObject::variables, &FrameObject::trace>;

Traceback* self_of(Value value) { return as<Traceback>(value); }
FrameObject* frame_of(Value value) { return as<FrameObject>(value); }
Ref or_none(Ref value) { return value ? std::move(value) : Ref::none(); }

int32_t line_at(const Code* code, uint32_t instruction) {
  return instruction < code->instruction_count ? code->positions[instruction].line : code->first_line;
}

// A frame that nobody watched is gone: what is left of it is its code, the globals that goes with, and where it stood.
Ref frame_from_row(Thread& thread, const Traceback* row) {
  Ref globals = code_globals(as<Code>(row->code.peek()));
  if (!globals) globals = make_dict(thread);
  Ref locals = globals ? make_dict(thread) : Ref();
  auto* frame = locals ? allocate<FrameObject>(thread, thread.types().frame->root) : nullptr;
  if (!frame) return {};
  FrameFields::start(frame);
  frame->frame.set(nullptr);
  frame->code.put(row->code.take());
  frame->locals.put(std::move(locals));
  frame->globals.put(std::move(globals));
  frame->trace_lines.set(true);
  frame->trace_opcodes.set(false);
  frame->instruction = row->instruction;
  return Ref::own(frame);
}

// The frame that caught the exception has no object yet, and mostly still runs: it is the innermost one of this code.
Ref live_frame_of_row(Thread& thread, const Traceback* row) {
  for (Frame* frame = thread.frame; frame > thread.frames; --frame) {
    if (frame->body && Value::object(frame->code) == row->code.peek()) return frame_object(thread, frame);
  }
  return frame_from_row(thread, row);
}

Ref read_frame(Thread& thread, Value self) {
  Traceback* row = self_of(self);
  if (row->frame.peek().is_empty()) {
    Ref made = live_frame_of_row(thread, row);
    if (!made) return {};
    Guard guard(row->header);
    if (row->frame.peek().is_empty()) row->frame.init(std::move(made));
  }
  return row->frame.take();
}
Ref read_line(Thread&, Value self) { return Ref::own(Value::integer(self_of(self)->line)); }
Ref read_last_instruction(Thread&, Value self) {
  return Ref::own(Value::integer(2 * int64_t{self_of(self)->instruction}));
}
// A frame that has ended was called by the one of the row before.
bool tell_caller(Thread& thread, Value caller, Value row) {
  Ref frame = read_frame(thread, row);
  if (!frame || !is<FrameObject>(frame.get())) return static_cast<bool>(frame);
  if (frame_of(frame.get())->frame.get() || !frame_of(frame.get())->back.peek().is_empty()) return true;
  Ref back = read_frame(thread, caller);
  if (!back) return false;
  if (back.get() != frame.get()) frame_of(frame.get())->back.put(std::move(back));
  return true;
}

Ref read_next(Thread& thread, Value self) {
  Ref next = self_of(self)->next.take();
  if (is<Traceback>(next.get()) && !tell_caller(thread, self, next.get())) return {};
  return or_none(std::move(next));
}
bool write_next(Thread& thread, Value self, Value value) {
  if (value.is_empty()) return raise(thread, Error::TypeError, "can't delete tb_next attribute");
  if (!value.is_none() && !is<Traceback>(value)) {
    return raise(thread, Error::TypeError, "expected traceback object or None, got '{}'", type_name(thread, value));
  }
  Ref each = Ref::share(value);
  while (each && is<Traceback>(each.get())) {
    if (each.get() == self) return raise(thread, Error::ValueError, "traceback loop detected");
    each = self_of(each.get())->next.take();
  }
  Ref old = Ref::share(value);
  StoppedWorld stopped(thread);  // who prints rows does not count them
  old = self_of(self)->next.exchange(std::move(old));
  return true;
}
const GetSetDef kTracebackAttributes[] = {
    {"tb_frame", read_frame, readonly_attribute},
    {"tb_lineno", read_line},
    {"tb_lasti", read_last_instruction, readonly_attribute},
    {"tb_next", read_next, write_next},
};

Ref traceback_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!args[1].is_none() && !is<Traceback>(args[1])) {
    return raise(thread, Error::TypeError, "expected traceback object or None, got '{}'", type_name(thread, args[1]));
  }
  if (!is<FrameObject>(args[2])) {
    return raise(thread, Error::TypeError, "traceback() argument 'tb_frame' must be frame, not {}",
                 type_name(thread, args[2]));
  }
  int64_t instruction, line;
  if (!index_as_int64(thread, args[3], &instruction) || !index_as_int64(thread, args[4], &line)) return {};
  auto* row = allocate<Traceback>(thread, thread.types().traceback->root);
  if (!row) return {};
  row->next.init(Ref::share(args[1]));
  row->frame.init(Ref::share(args[2]));
  row->code.init(frame_of(args[2])->code.take());
  row->instruction = static_cast<uint32_t>(instruction / 2);
  row->line = static_cast<int32_t>(line);
  return Ref::own(row);
}
Ref traceback_dir(Thread& thread, const Value*, uint32_t, Tuple*) {
  Ref names = make_list(thread);
  for (const char* name : {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"}) {
    if (!names || !append(thread, names.as<List>(), make_str(thread, name))) return {};
  }
  return names;
}
const MethodDef kTracebackMethods[] = {
    {"__dir__", "(self, /)", traceback_dir},
    {"__new__", "(cls, tb_next, tb_frame, tb_lasti, tb_lineno)", traceback_new, MethodDef::Static},
};

// --- frames

bool is_running_here(const Thread& thread, const Frame* frame) {
  return frame > thread.frames && frame <= thread.frame;
}

// What a live frame says of itself, or, where it has ended, what is left of it says. Another thread's frame may go on, and
// end, unless that thread stands still; so may a generator's.
template <class Live, class Left>
auto ask_frame(Thread& thread, FrameObject* object, Live live, Left left) {
  Frame* frame = object->frame.get();
  if (!frame) return left();
  if (!gil::Layer::kConcurrent || is_running_here(thread, frame)) return live(frame);
  StoppedWorld stopped(thread);
  frame = object->frame.get();
  return frame ? live(frame) : left();
}

uint32_t instruction_of(Thread& thread, FrameObject* object) {
  return ask_frame(
      thread, object, [](Frame* frame) { return frame_instruction(*frame); }, [&] { return object->instruction; });
}

Ref read_code(Thread&, Value self) { return frame_of(self)->code.take(); }
Ref read_globals(Thread&, Value self) { return or_none(frame_of(self)->globals.take()); }
Ref read_builtins(Thread& thread, Value) { return Ref::share(thread.interpreter->builtins); }
// What an exception left of a frame: its variables by number, become a dict by name when somebody asks.
Ref variables_as_dict(Thread& thread, FrameObject* frame) {
  Ref dict = make_dict(thread);
  Tuple* values = as<Tuple>(frame->variables.peek());
  Tuple* names = as<Tuple>(as<Code>(frame->code.peek())->variable_names.peek());
  for (uint64_t i = 0; dict && i < values->length; ++i) {
    Value value = values->items[i];
    Ref content = is<CellObject>(value) ? as<CellObject>(value)->content.take() : Ref::share(value);
    if (content && !dict_set_name(thread, dict.as<Dict>(), as<Str>(names->items[i]), std::move(content))) return {};
  }
  return dict;
}

Ref read_locals(Thread& thread, Value self) {
  FrameObject* frame = frame_of(self);
  auto locals_left = [&] {
    Ref kept = frame->locals.take();
    if (kept) return kept;
    kept = is<Tuple>(frame->variables.peek()) ? variables_as_dict(thread, frame) : make_dict(thread);
    if (kept) frame->locals.put(kept.share());
    return kept;
  };
  return ask_frame(thread, frame, [&](Frame* live) { return current_locals(thread, frame, live); }, locals_left);
}
constexpr uint32_t kOptimizedCode = 0x1;  // of co_flags: a function's
Ref read_frame_line(Thread& thread, Value self) {
  const uint32_t instruction = instruction_of(thread, frame_of(self));
  const auto* code = as<Code>(frame_of(self)->code.peek());
  const int32_t line = line_at(code, instruction);
  const bool begins_module = instruction == 0 && (code->flags & kOptimizedCode) == 0;  // before its first line
  return line > 0 || begins_module ? Ref::own(Value::integer(line)) : Ref::none();
}
Ref read_frame_instruction(Thread& thread, Value self) {
  return Ref::own(Value::integer(2 * int64_t{instruction_of(thread, frame_of(self))}));
}
Ref read_back(Thread& thread, Value self) {
  FrameObject* frame = frame_of(self);
  Frame* live = frame->frame.get();
  if (!is_running_here(thread, live)) return or_none(frame->back.take());
  return live - 1 > thread.frames ? frame_object(thread, live - 1) : Ref::none();
}
Ref read_trace(Thread&, Value self) { return or_none(frame_of(self)->trace.take()); }
bool write_trace(Thread&, Value self, Value value) {
  const bool ends = value.is_empty() || value.is_none();
  frame_of(self)->trace.put(ends ? Ref() : Ref::share(value));
  return true;
}
template <Cell<bool> FrameObject::* flag>
Ref read_flag(Thread&, Value self) { return Ref::own(Value::boolean((frame_of(self)->*flag).get())); }
template <Cell<bool> FrameObject::* flag>
bool write_flag(Thread& thread, Value self, Value value) {
  if (value.is_empty()) return raise(thread, Error::TypeError, "can't delete numeric/char attribute");
  if (!value.is_bool()) return raise(thread, Error::TypeError, "attribute value type must be bool");
  (frame_of(self)->*flag).set(value.is_true());
  return true;
}
bool write_frame_line(Thread& thread, Value self, Value value) { return jump_to_line(thread, frame_of(self), value); }
const GetSetDef kFrameAttributes[] = {
    {"f_code", read_code},     {"f_globals", read_globals},          {"f_builtins", read_builtins},
    {"f_locals", read_locals}, {"f_lineno", read_frame_line, write_frame_line}, {"f_lasti", read_frame_instruction},
    {"f_back", read_back},     {"f_trace", read_trace, write_trace},
    {"f_trace_lines", read_flag<&FrameObject::trace_lines>, write_flag<&FrameObject::trace_lines>},
    {"f_trace_opcodes", read_flag<&FrameObject::trace_opcodes>, write_flag<&FrameObject::trace_opcodes>},
};

Ref frame_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  FrameObject* frame = frame_of(args[0]);
  auto* code = as<Code>(frame->code.peek());
  char address[32];
  std::snprintf(address, sizeof address, "%p", static_cast<void*>(frame));
  Ref file = repr(thread, code->filename.take().get());
  if (!file) return {};
  return format_text(thread, "<frame at {}, file {}, line {}, code {}>",
                     {address, file.get(), line_at(code, instruction_of(thread, frame)), code->name.peek()});
}
Ref frame_clear(Thread& thread, const Value* args, uint32_t, Tuple*) {
  FrameObject* frame = frame_of(args[0]);
  if (Frame* live = frame->frame.get()) {
    auto* generator = static_cast<Generator*>(live->generator);
    const bool suspended = generator != nullptr && live == &generator->frame;
    if (!suspended) return raise(thread, Error::RuntimeError, "cannot clear an executing frame");
    return clear_generator_frame(thread, generator) ? Ref::none() : Ref();
  }
  frame->locals.put(Ref());
  frame->variables.put(Ref());
  return Ref::none();
}
const MethodDef kFrameMethods[] = {{"__repr__", "(self, /)", frame_repr}, {"clear", "(self, /)", frame_clear}};

}  // namespace

const Layout kTracebackLayout = TracebackFields::named("traceback");
const Layout kFrameObjectLayout = FrameFields::named("frame");

void add_traceback(Thread& thread, Code* code, uint32_t instruction, Value frame_object) {
  if (!is<Exception>(thread.exception)) return;
  auto* row = allocate<Traceback>(thread, thread.types().traceback->root);
  if (!row) return;
  auto* exception = as<Exception>(thread.exception);
  row->next.init(exception->traceback.take());
  row->frame.init(frame_object.is_empty() ? Ref() : Ref::share(frame_object));
  row->code.init(Ref::share(code));
  row->instruction = instruction;
  row->line = line_at(code, instruction);
  exception->traceback.put(Ref::own(row));
}

void setup_traceback(Thread& thread, Type* type) {
  add_methods(thread, type, kTracebackMethods);
  add_getsets(thread, type, kTracebackAttributes);
}
void setup_frame(Thread& thread, Type* type) {
  add_methods(thread, type, kFrameMethods);
  add_getsets(thread, type, kFrameAttributes);
}

}  // namespace gillab
