// Raising exceptions from C++: the words of messages, the chain of contexts, errno. Exception objects are made in
// exception.cpp.
#include "runtime/errors.h"

#include <cerrno>
#include <cstring>
#include <string>

#include "runtime/bytes.h"
#include "runtime/exception.h"
#include "runtime/generator.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

FormatArg::FormatArg(const Str* s) : type(AnyValue), value(Value::object(s)) {}

namespace {

bool append_value(Thread& thread, std::string& text, Value value) {
  if (is<Str>(value)) {
    text += to_utf8(as<Str>(value));
    return true;
  }
  Ref shown = is_integer(value) ? str(thread, value) : repr(thread, value);
  if (!shown) return false;
  text += to_utf8(shown.as<Str>());
  return true;
}

bool append_argument(Thread& thread, std::string& text, const FormatArg& arg) {
  if (arg.type == FormatArg::AnyValue) return append_value(thread, text, arg.value);
  if (arg.type == FormatArg::Integer)
    text += std::to_string(arg.integer);
  else
    text += arg.text;
  return true;
}

bool fill_in(Thread& thread, std::string& text, std::string_view format, std::initializer_list<FormatArg> args) {
  const FormatArg* arg = args.begin();
  for (size_t i = 0; i < format.size(); ++i) {
    char c = format[i];
    char following = i + 1 < format.size() ? format[i + 1] : 0;
    if (c == '{' && following == '}') {
      ++i;
      assert(arg != args.end());
      if (!append_argument(thread, text, *arg++)) return false;
    } else {
      if ((c == '{' || c == '}') && following == c) ++i;
      text += c;
    }
  }
  return true;
}

// As CPython: what is being handled becomes the context, and a loop through the new exception is cut. A loop that was
// there before is left alone: a second walker at half the speed notices that it has been met.
void chain_context(Value exception, Value handled) {
  if (handled.is_none() || handled.is_empty() || handled == exception) return;
  Held link = Held::of(handled), slow = Held::of(handled);
  for (bool step = false; is<Exception>(link.get()); step = !step) {
    Held next(as<Exception>(link.get())->context);
    if (next.get() == exception) {
      as<Exception>(link.get())->context.put(Ref::none());
      break;
    }
    link = std::move(next);
    if (step) slow = Held(as<Exception>(slow.get())->context);
    if (slow.get() == link.get()) break;
  }
  as<Exception>(exception)->context.put(Ref::share(handled));
}

Error class_of_errno(int error_number) {
  switch (error_number) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS:
      return Error::BlockingIOError;
    case EPIPE:
    case ESHUTDOWN:
      return Error::BrokenPipeError;
    case ECHILD:
      return Error::ChildProcessError;
    case ECONNABORTED:
      return Error::ConnectionAbortedError;
    case ECONNREFUSED:
      return Error::ConnectionRefusedError;
    case ECONNRESET:
      return Error::ConnectionResetError;
    case EEXIST:
      return Error::FileExistsError;
    case ENOENT:
      return Error::FileNotFoundError;
    case EISDIR:
      return Error::IsADirectoryError;
    case ENOTDIR:
      return Error::NotADirectoryError;
    case EINTR:
      return Error::InterruptedError;
    case EACCES:
    case EPERM:
      return Error::PermissionError;
    case ESRCH:
      return Error::ProcessLookupError;
    case ETIMEDOUT:
      return Error::TimeoutError;
    default:
      return Error::OSError;
  }
}

}  // namespace

Ref format_text(Thread& thread, std::string_view format, std::initializer_list<FormatArg> args) {
  std::string text;
  if (!fill_in(thread, text, format, args)) return {};
  return make_str(thread, text);
}

Failed raise_formatted(Thread& thread, Error error, std::string_view format, std::initializer_list<FormatArg> args) {
  return raise_formatted(thread, thread.error_type(error), format, args);
}

Failed raise_formatted(Thread& thread, Type* type, std::string_view format, std::initializer_list<FormatArg> args) {
  Ref message = format_text(thread, format, args);
  if (!message) return {};
  Value value = message.get();
  Ref exception = make_exception(thread, type, &value, 1);
  if (!exception) return {};
  return raise_value(thread, std::move(exception));
}

Value current_handled(const Thread& thread) {
  if (thread.handled.is_object()) return thread.handled;
  for (const Frame* frame = thread.frame; frame > thread.frames; --frame) {
    if ((frame->kind & kGeneratorFrame) && frame->namespace_.is_object()) return frame->namespace_;
  }
  return Value::none();
}

static void set_pending(Thread& thread, Ref exception) {
  Value old = thread.exception;
  thread.exception = exception.release();
  drop(old);
}

void raise_thrown(Thread& thread, Ref exception) {
  chain_context(exception.get(), thread.handled);
  set_pending(thread, std::move(exception));
}

Failed raise_value(Thread& thread, Ref exception) {
  chain_context(exception.get(), current_handled(thread));
  set_pending(thread, std::move(exception));
  return {};
}

Failed raise_object(Thread& thread, Error error, Value value) {
  Ref exception = make_exception(thread, thread.error_type(error), &value, value.is_empty() ? 0 : 1);
  return exception ? raise_value(thread, std::move(exception)) : Failed{};
}

Failed raise_stop_iteration(Thread& thread, Value result) {
  uint32_t count = result.is_none() || result.is_empty() ? 0 : 1;
  Ref exception = make_exception(thread, thread.error_type(Error::StopIteration), &result, count);
  return exception ? raise_value(thread, std::move(exception)) : Failed{};
}

// A path that is an object is told of by its text.
Ref shown_path(Thread& thread, Value path) {
  if (!path.is_object() || is<Str>(path) || is<Bytes>(path) || path.is_none()) return Ref::share(path);
  Ref method = get_attribute_or_empty(thread, path, intern(thread, std::string_view("__fspath__")));
  Ref text = method ? call(thread, method.get()) : Ref();
  if (text) return text;
  clear_exception(thread);
  return Ref::share(path);
}

Failed raise_errno(Thread& thread, int error_number, Value path) {
  Ref shown = shown_path(thread, path);
  const Value filename = shown.get();
  Ref number = make_int(thread, error_number);
  Ref message = make_str(thread, std::strerror(error_number));
  if (!message) return {};
  Value args[] = {number.get(), message.get(), filename};
  Type* type = thread.error_type(class_of_errno(error_number));
  Ref exception = make_exception(thread, type, args, filename.is_none() ? 2 : 3);
  return exception ? raise_value(thread, std::move(exception)) : Failed{};
}

// Making the exception needs memory too: one is kept for when there is none, or when it is in use already a new one.
Failed raise_memory_error(Thread& thread) {
  if (!thread.error_type(Error::MemoryError)) return {};  // the engine is only starting
  Object*& kept = thread.interpreter->memory_error;
  if (kept && gil::Count::is_unique(kept->header)) {
    auto* exception = static_cast<Exception*>(kept);
    exception->traceback.put(Ref::none());
    exception->context.put(Ref::none());
    exception->cause.put(Ref::none());
    return raise_value(thread, Ref::share(kept));
  }
  if (thread.exception == Value::object(kept)) return {};  // making another one failed as well
  MemoryReserve reserve(thread);
  Ref exception = make_exception(thread, thread.error_type(Error::MemoryError), nullptr, 0);
  return exception ? raise_value(thread, std::move(exception)) : Failed{};
}

bool is_exception_of(Thread& thread, Value exception, Error error) {
  return is<Exception>(exception) && is_subtype(type_of(exception.as_object()), thread.error_type(error));
}

bool exception_matches(Thread& thread, Error error) {
  return thread.has_exception() && is_exception_of(thread, thread.exception, error);
}

Ref take_exception(Thread& thread) { return Ref::own(std::exchange(thread.exception, Value::empty())); }

void clear_exception(Thread& thread) { drop(std::exchange(thread.exception, Value::empty())); }

std::string_view name_of_type(const Type* type) {
  if (type->native_name) return type->native_name;
  // Valid until the class is renamed; of names that are not ASCII the last four are.
  Str* name = as<Str>(type->name.peek());
  if (name->ascii) return name->ascii_view();
  static thread_local std::string kept[4];
  static thread_local unsigned next = 0;
  std::string& text = kept[next++ % 4];
  text = to_utf8(name);
  return text;
}

std::string_view type_name(Thread& thread, Value value) { return name_of_type(type_of(thread, value)); }

}  // namespace gillab
