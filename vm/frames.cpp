// Frames as scripts see them.
#include "vm/frames.h"

#include <algorithm>

#include "runtime/dict.h"
#include "runtime/generator.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "runtime/tracing.h"

namespace gillab {
namespace {

bool owns_namespace(const Frame* frame) {
  return frame->namespace_.is_object() && !(frame->kind & (kGeneratorFrame | kConstructorFrame));
}

// What is bound comes into the dict; with `clears`, what is not goes.
bool read_variables(Thread& thread, Frame* frame, Dict* dict, bool clears) {
  Tuple* names = as<Tuple>(frame->code->variable_names.peek());
  for (uint32_t i = 0; i < frame->code->variable_count; ++i) {
    Value value = frame->locals[i];
    Ref content = is<CellObject>(value) ? as<CellObject>(value)->content.take() : Ref::share(value);
    Str* name = as<Str>(names->items[i]);
    if (content) {
      if (!dict_set_name(thread, dict, name, std::move(content))) return false;
    } else if (clears && dict_delete(thread, dict, Value::object(name)) == Found::Error) {
      return false;
    }
  }
  return true;
}

Ref snapshot(Thread& thread, Frame* frame) {
  Ref dict = make_dict(thread);
  return dict && read_variables(thread, frame, dict.as<Dict>(), false) ? std::move(dict) : Ref();
}

// The frame ends while somebody holds its object: what can be asked later is kept there.
void detach(Thread& thread, Frame* frame) {
  auto* object = as<FrameObject>(frame->frame_object);
  if (object->variables.peek().is_empty() && !current_locals(thread, object, frame)) clear_exception(thread);
  object->instruction = instruction_index(*frame);
  object->frame.set(nullptr);
}

}  // namespace

void release_frame(Frame* frame) {
  if (frame->kind == kCallFrame) return;
  if (frame->frame_object.is_object()) {
    if (as<FrameObject>(frame->frame_object)->frame.get() == frame) as<FrameObject>(frame->frame_object)->frame.set(nullptr);
    drop(std::exchange(frame->frame_object, Value::from_bits(0)));
  }
  Value owned = std::exchange(frame->namespace_, Value::from_bits(0));
  frame->generator = nullptr;
  frame->kind = kCallFrame;
  drop(owned);
}

Ref frame_object(Thread& thread, Frame* frame) {
  if (frame->frame_object.is_object()) return Ref::share(frame->frame_object);
  auto* object = allocate<FrameObject>(thread, thread.types().frame->root);
  if (!object) return {};
  object->frame.set(frame);
  object->back.init(Ref());
  object->code.init(Ref::share(static_cast<Object*>(frame->code)));
  object->globals.init(Ref::share(static_cast<Object*>(frame->globals)));
  object->locals.init(Ref());
  object->variables.init(Ref());
  object->trace.init(Ref());
  object->trace_lines.set(true);
  object->trace_opcodes.set(false);
  object->instruction = 0;
  frame->frame_object = Value::object(object);
  frame->kind |= kWatchedFrame;
  return Ref::share(static_cast<Object*>(object));
}

Ref running_frame_object(Thread& thread) {
  Frame* frame = running_frame(thread);
  return frame ? frame_object(thread, frame) : Ref::none();
}

bool has_namespace(const Frame* frame) { return owns_namespace(frame) || frame->body->namespace_is_globals; }

Ref current_locals(Thread& thread, FrameObject* object, Frame* frame) {
  Ref dict = object->locals.take();
  const bool refreshes = is<Dict>(dict.get()) && !has_namespace(frame);
  if (refreshes && read_variables(thread, frame, dict.as<Dict>(), true)) return dict;
  if (!refreshes) dict = frame_locals(thread, frame);
  else dict = Ref();
  if (dict) object->locals.put(dict.share());
  return dict;
}

Ref frame_locals(Thread& thread, Frame* frame) {
  if (owns_namespace(frame)) return Ref::share(frame->namespace_);
  if (frame->body->namespace_is_globals) return Ref::share(static_cast<Object*>(frame->globals));
  return snapshot(thread, frame);
}

void keep_variables(Thread& thread, Frame* frame) {
  uint32_t count = frame->body->variable_count;
  if (count == 0 || owns_namespace(frame)) return;
  Value exception = std::exchange(thread.exception, Value::empty());
  Ref object = frame_object(thread, frame);
  Tuple* kept = object ? new_tuple(thread, count) : nullptr;
  if (kept) {
    std::copy(frame->locals, frame->locals + count, kept->items);
    std::fill(frame->locals, frame->locals + count, Value::empty());
    object.as<FrameObject>()->variables.put(Ref::own(kept));
  }
  clear_exception(thread);
  thread.exception = exception;
}

void keep_frame_snapshot(Thread& thread, Frame* frame) {
  if (!frame->frame_object.is_object()) return;
  if (gil::Count::is_unique(frame->frame_object.as_object()->header, 1)) return;  // nobody can ask
  detach(thread, frame);
}

uint32_t frame_instruction(const Frame& frame) { return instruction_index(frame); }

Dict* globals_of_code(const Code* code) {
  Body* body = code->bodies.get();
  return body ? body->globals : nullptr;
}

}  // namespace gillab
