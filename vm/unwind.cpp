// The ends of frames, raising, and the way of an exception to its handler.
#include "vm/unwind.h"

#include "runtime/exception.h"
#include "runtime/function.h"
#include "runtime/generator.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/calls.h"
#include "vm/frames.h"
#include "vm/generators.h"
#include "vm/operator_calls.h"
#include "vm/slow.h"
#include "vm/stack.h"
#include "vm/tracing.h"

namespace gillab {
namespace {

const compiler::ExceptionRange* find_handler(const compiler::CodeUnit& unit, uint32_t index) {
  for (const auto& range : unit.exceptions) {
    if (index >= range.start && index < range.end) return &range;
  }
  return nullptr;
}

void add_row(Thread& thread, Frame* frame, uint32_t index) {
  Value object = frame->frame_object.is_object() ? frame->frame_object : Value::empty();
  if (!std::exchange(thread.reraised, false)) return add_traceback(thread, frame->code, index, object);
  Ref head = is<Exception>(thread.exception) ? as<Exception>(thread.exception)->traceback.take() : Ref();
  bool own = is<Traceback>(head.get()) && head.as<Traceback>()->code.peek() == Value::object(frame->code);
  if (own && !object.is_empty() && head.as<Traceback>()->frame.peek().is_empty()) head.as<Traceback>()->frame.put(Ref::share(object));
}

// RERAISE has given back where the exception was raised before: there the frame stands.
uint32_t place_before(Frame* frame, uint32_t index, const Value* sp) {
  const compiler::Instruction& instruction = frame->body->unit().code[index];
  if (instruction.opcode != compiler::Opcode::RERAISE || instruction.arg == 0) return index;
  const auto place = static_cast<uint32_t>(sp[-static_cast<int64_t>(instruction.arg)].as_int());
  frame->pc = frame->body->words.data() + frame->body->places[place] + 1;
  return place;
}

// The same for a thread that may tell what it runs; the handler, or null.
[[gnu::noinline]] const compiler::ExceptionRange* note_told(Thread& thread, Frame* frame, uint32_t index,
                                                            const compiler::ExceptionRange* range) {
  if (std::exchange(thread.tracing->abandons, false)) range = nullptr;
  const bool again = thread.reraised;
  if (Ref exception = take_exception(thread); frame_object(thread, frame)) thread.exception = exception.release();
  add_row(thread, frame, index);
  if (tells(thread)) tell_raised(thread, again, !range);
  if (!range) keep_variables(thread, frame);
  return range;
}

void drop_operands(Value* from, Value* to) {
  while (to > from) {
    Value value = *--to;
    *to = Value::empty();
    drop(value);
  }
}

Resume enter_handler(Thread& thread, const compiler::ExceptionRange& range, uint32_t index, Value* sp) {
  Frame* frame = thread.frame;
  Value exception = std::exchange(thread.exception, Value::empty());
  Value* target = operands_of(frame) + range.depth;
  drop_operands(target, sp);
  sp = target;
  if (range.push_lasti) *sp++ = Value::integer(index);
  *sp++ = exception;
  return {frame->body->words.data() + frame->body->places[range.target], sp, frame->locals, Value()};
}

// The __next__ that a loop's instruction entered has raised StopIteration: the loop goes on behind its end.
Resume end_of_loop(Thread& thread, Value* sp) {
  clear_exception(thread);
  const Instruction* pc = thread.frame->pc - 1;
  drop(std::exchange(*--sp, Value::empty()));
  return {pc + static_cast<int32_t>(static_cast<uint32_t>(word_at(pc, 1) >> 32)), sp, thread.frame->locals, Value()};
}

// RuntimeError("generator raised StopIteration") from it: a generator may not end that way.
void forbid_stop_iteration(Thread& thread, Generator* generator) {
  uint32_t flags = as<Code>(as<Function>(generator->function.peek())->code.peek())->flags;
  bool async = (flags & compiler::kAsyncGenerator) != 0;
  bool stop = exception_matches(thread, Error::StopIteration);
  if (!stop && !(async && exception_matches(thread, Error::StopAsyncIteration))) return;
  const char* kind = async ? "async generator" : (flags & compiler::kCoroutine) ? "coroutine" : "generator";
  Ref cause = take_exception(thread);
  raise(thread, Error::RuntimeError, "{} raised {}", kind, stop ? "StopIteration" : "StopAsyncIteration");
  Ref error = take_exception(thread);
  if (!error) return;
  error.as<Exception>()->cause.put(cause.share());
  error.as<Exception>()->context.put(std::move(cause));
  error.as<Exception>()->suppress_context.set(true);
  thread.exception = error.release();
}

}  // namespace

void pop_frame(Thread& thread, Value* sp) {
  Frame* frame = thread.frame;
  if (frame->kind & kWatchedFrame) keep_frame_snapshot(thread, frame);
  if (frame->kind & kGeneratorFrame) {
    end_generator(thread, frame, sp);
  } else {
    for (Value* p = frame->locals; p < sp; ++p) drop(std::exchange(*p, Value::empty()));
    drop_operands(frame->return_slot, frame->locals);
  }
  release_frame(frame);
  --thread.frame;
}

Resume unwind(Thread& thread, const Instruction* pc, Value* sp) {
  for (;;) {
    Frame* frame = thread.frame;
    uint32_t index = frame->body->origins[static_cast<size_t>(pc - frame->body->words.data())];
    if (thread.raise_at != ~0u) index = std::exchange(thread.raise_at, ~0u);
    frame->pc = pc + 1;
    const auto* range = find_handler(frame->body->unit(), index);
    if (thread.reraised) [[unlikely]] index = place_before(frame, index, sp);
    if (thread.tracing) [[unlikely]] {
      range = note_told(thread, frame, index, range);
    } else {
      if (!range) keep_variables(thread, frame);
      add_row(thread, frame, index);
    }
    if (range) return enter_handler(thread, *range, index, sp);
    bool entry = (frame->kind & kEntryFrame) != 0;
    if (frame->kind & kGeneratorFrame) forbid_stop_iteration(thread, reinterpret_cast<Generator*>(frame->generator));
    Value exception = std::exchange(thread.exception, Value::empty());
    Value* caller_sp = frame->return_slot;
    bool iterates = (frame->kind & kOperatorFrame) && OperatorEnd::of(frame->namespace_).what == OperatorEnd::Next;
    pop_frame(thread, sp);
    thread.exception = exception;
    if (iterates && exception_matches(thread, Error::StopIteration)) {
      if (tells(thread)) [[unlikely]] tell_raised(thread, false, false);
      if (exception_matches(thread, Error::StopIteration)) return end_of_loop(thread, caller_sp);
    }
    if (entry) return {nullptr, nullptr, nullptr, Value()};
    pc = thread.frame->pc - 1;
    sp = caller_sp;
  }
}

Resume finish_frame(Thread& thread, Value* sp, Value result) {
  Frame* frame = thread.frame;
  bool entry = (frame->kind & kEntryFrame) != 0;
  bool generator = (frame->kind & kGeneratorFrame) != 0;
  Value* slot = frame->return_slot;
  pop_frame(thread, sp);
  if (generator) return entry ? leave_ended_generator(thread, result) : continue_after_generator(thread, slot, result);
  if (entry) return {nullptr, nullptr, nullptr, result};
  *slot++ = result;
  return {thread.frame->pc, slot, thread.frame->locals, Value()};
}

void set_handled(Thread& thread, Value exception) {
  Value old = thread.handled;
  thread.handled = Ref::share(exception).release();
  drop(old);
}

void reraise(Thread& thread, Value exception) {
  thread.exception = exception;
  thread.reraised = true;
}

namespace {

bool is_exception_class(Thread& thread, Value value) {
  return is<Type>(value) && is_subtype(as<Type>(value), thread.error_type(Error::BaseException));
}

// A class is called; an instance is itself.
Ref exception_from(Thread& thread, Value given, const char* message) {
  if (is_exception_class(thread, given)) {
    Value alone[] = {Value::empty(), given};
    Ref made = is_native_class(thread, alone) ? construct_native(thread, alone, alone + 2) : call(thread, given);
    if (made && !is<Exception>(made.get()))
      return raise(thread, Error::TypeError, "calling {} should have returned an instance of BaseException, not {}", given,
                   Value::object(type_of(thread, made.get())));
    return made;
  }
  if (is<Exception>(given)) return Ref::share(given);
  return raise(thread, Error::TypeError, message);
}

void raise_again(Thread& thread) {
  Value handled = current_handled(thread);
  if (!handled.is_object()) {
    raise(thread, Error::RuntimeError, "No active exception to reraise");
    return;
  }
  reraise(thread, Ref::share(handled).release());
}

}  // namespace

void raise_statement(Thread& thread, Value given, Value cause) {
  if (given.is_empty()) return raise_again(thread);
  Ref exception = exception_from(thread, given, "exceptions must derive from BaseException");
  if (!exception) return;
  if (!cause.is_empty()) {
    Ref reason = cause.is_none() ? Ref::none() : exception_from(thread, cause, "exception causes must derive from BaseException");
    if (!reason) return;
    exception.as<Exception>()->cause.put(std::move(reason));
    exception.as<Exception>()->suppress_context.set(true);
  }
  raise_value(thread, std::move(exception));
}

namespace {

bool all_exception_classes(Thread& thread, Value wanted) {
  if (!is<Tuple>(wanted)) return is_exception_class(thread, wanted);
  Tuple* tuple = as<Tuple>(wanted);
  for (uint64_t i = 0; i < tuple->length; ++i) {
    if (!is_exception_class(thread, tuple->items[i])) return false;
  }
  return true;
}
bool matches_one(Value exception, Value wanted) {
  return is<Type>(wanted) && is_subtype(type_of(exception.as_object()), as<Type>(wanted));
}

}  // namespace

Truth exception_match(Thread& thread, Value exception, Value wanted) {
  if (!all_exception_classes(thread, wanted))
    return raise(thread, Error::TypeError, "catching classes that do not inherit from BaseException is not allowed");
  if (!is<Tuple>(wanted)) return truth_of(matches_one(exception, wanted));
  Tuple* tuple = as<Tuple>(wanted);
  for (uint64_t i = 0; i < tuple->length; ++i) {
    if (matches_one(exception, tuple->items[i])) return Truth::Yes;
  }
  return Truth::No;
}

Value exception_group_match(Thread& thread, Value exception, Value wanted, Value* rest) {
  if (!all_exception_classes(thread, wanted)) {
    raise(thread, Error::TypeError, "catching classes that do not inherit from BaseException is not allowed");
    return Value();
  }
  Type* group = thread.error_type(Error::BaseExceptionGroup);
  Tuple* tuple = is<Tuple>(wanted) ? as<Tuple>(wanted) : nullptr;
  for (uint64_t i = 0; i < (tuple ? tuple->length : 1); ++i) {
    if (!is_subtype(as<Type>(tuple ? tuple->items[i] : wanted), group)) continue;
    raise(thread, Error::TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
    return Value();
  }
  Ref left;
  Ref match = match_group(thread, exception, wanted, &left);
  *rest = left.release();
  return match.release();
}
Value prepare_reraise(Thread& thread, Value original, Value list) {
  return prepare_reraise_star(thread, original, as<List>(list)).release();
}

namespace {

// The manager's method, bound; with CPython's message when it has none.
Ref bound_special(Thread& thread, Value manager, Dunder dunder, const char* protocol, const char* also) {
  Value method = special_method(thread, manager, dunder);
  if (method.is_empty())
    return raise(thread, Error::TypeError, "'{}' object does not support the {} protocol{}", type_name(thread, manager),
                 protocol, also);
  return bind_descriptor(thread, method, manager, Value::object(type_of(thread, manager)));
}

}  // namespace

Value enter_context(Thread& thread, Value manager, Value* exit, bool is_async) {
  const char* protocol = is_async ? "asynchronous context manager" : "context manager";
  Value enter_method = special_method(thread, manager, is_async ? Dunder::AEnter : Dunder::Enter);
  bool direct = is<Function>(enter_method);  // called with the manager; others are bound first
  Ref enter = direct ? Ref::share(enter_method)
                     : bound_special(thread, manager, is_async ? Dunder::AEnter : Dunder::Enter, protocol, "");
  if (!enter) return Value();
  Ref leave = bound_special(thread, manager, is_async ? Dunder::AExit : Dunder::Exit, protocol,
                            is_async ? " (missed __aexit__ method)" : " (missed __exit__ method)");
  if (!leave) return Value();
  Ref entered = direct ? call(thread, enter.get(), manager) : call(thread, enter.get());
  if (!entered) return Value();
  *exit = leave.release();
  return entered.release();
}

Value exit_with_exception(Thread& thread, Value exit, Value exception) {
  Ref traceback = as<Exception>(exception)->traceback.take();
  Value shown = traceback.get().is_object() ? traceback.get() : Value::none();
  return call(thread, exit, Value::object(type_of(exception.as_object())), exception, shown).release();
}

}  // namespace gillab
