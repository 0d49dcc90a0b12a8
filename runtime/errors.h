// Raising and inspecting exceptions from C++. An exception is a value on the thread; the caller returns an empty result.
#pragma once

#include <initializer_list>
#include <string_view>

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

// Converts to the failure result of any function: `return raise(thread, Error::TypeError, "...");`
struct Failed {
  operator Ref() const { return {}; }
  operator Value() const { return {}; }
  operator bool() const { return false; }
  operator Truth() const { return Truth::Error; }
  template <class T>
  operator T*() const { return nullptr; }
};

// One argument of a message. Values are written as str() would for strings and ints; for anything else as repr().
struct FormatArg {
  enum Type : uint8_t { Text, Integer, AnyValue } type;
  std::string_view text;
  int64_t integer = 0;
  Value value;
  FormatArg(const char* t) : type(Text), text(t) {}
  FormatArg(std::string_view t) : type(Text), text(t) {}
  FormatArg(int i) : type(Integer), integer(i) {}
  FormatArg(long i) : type(Integer), integer(i) {}
  FormatArg(long long i) : type(Integer), integer(i) {}
  FormatArg(unsigned i) : type(Integer), integer(i) {}
  FormatArg(unsigned long i) : type(Integer), integer(static_cast<int64_t>(i)) {}
  FormatArg(Value v) : type(AnyValue), value(v) {}
  FormatArg(const Str* s);
};

Failed raise_formatted(Thread& thread, Type* type, std::string_view format, std::initializer_list<FormatArg> args);
Failed raise_formatted(Thread& thread, Error error, std::string_view format, std::initializer_list<FormatArg> args);

// `{}` stands for the next argument. "{{" is a brace.
template <class... Args>
Failed raise(Thread& thread, Error error, std::string_view format, const Args&... args) {
  return raise_formatted(thread, error, format, {FormatArg(args)...});
}
inline Failed raise(Thread& thread, Error error, std::string_view format) {
  return raise_formatted(thread, error, format, {});
}
Ref format_text(Thread& thread, std::string_view format, std::initializer_list<FormatArg> args);

// What an except clause is dealing with: the running generator's own, else its resumer's. Borrowed; None: nothing.
Value current_handled(const Thread& thread);
Failed raise_value(Thread& thread, Ref exception);             // an exception object that exists; sets __context__
Failed raise_object(Thread& thread, Error error, Value value); // Error(value): KeyError(key), StopIteration(result) ...
Failed raise_errno(Thread& thread, int error_number, Value filename = Value::none());
Failed raise_memory_error(Thread& thread);
Failed raise_stop_iteration(Thread& thread, Value result);
// CPython's AttributeError, with name and obj set: "'T' object has no attribute 'x'".
Failed raise_no_attribute(Thread& thread, Value object, Str* name);

bool exception_matches(Thread& thread, Error error);           // the pending one is an instance of it
bool is_exception_of(Thread& thread, Value exception, Error error);
Ref take_exception(Thread& thread);                            // the pending exception, no longer pending
void clear_exception(Thread& thread);
// Hands the pending exception to sys.unraisablehook, which prints "Exception ignored in: ...", and clears it: for
// __del__, callbacks and the like. `what` stands for "in".
void write_unraisable(Thread& thread, Value where, const char* what = nullptr);

// The type's name without its module, as messages use it.
std::string_view type_name(Thread& thread, Value value);
std::string_view name_of_type(const Type* type);

}  // namespace gillab
