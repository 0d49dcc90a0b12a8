// warn() and its kin. The module `warnings` itself is runtime/lib/warnings.py.
#include "runtime/warn.h"

#include <string>

#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

Ref warnings_module(Thread& thread) {
  Ref module = dict_get_name(thread.interpreter->modules, intern(thread, "warnings"));
  if (module && !module.get().is_none()) return module;
  Ref import = dict_get_name(thread.interpreter->builtins, intern(thread, "__import__"));
  Ref name = make_str(thread, "warnings");
  return import && name ? call(thread, import.get(), name.get()) : Ref();
}

bool call_warnings(Thread& thread, const char* function, const Value* args, uint32_t count) {
  Ref module = warnings_module(thread);
  return module && call_method(thread, module.get(), intern(thread, function), args, count);
}

}  // namespace

bool warnings_loaded(Thread& thread) {
  Dict* modules = thread.interpreter->modules;  // null at the interpreter's end
  return modules && !dict_peek_name(modules, intern(thread, "warnings")).is_empty();
}

bool warn(Thread& thread, Error category, std::string_view text) {
  Ref message = make_str(thread, text);
  if (!message) return false;
  Value args[] = {message.get(), Value::object(thread.error_type(category))};
  return call_warnings(thread, "warn", args, 2);
}

bool warn_about(Thread& thread, Error category, std::string_view text, std::string_view filename, int line) {
  Ref message = make_str(thread, text), file = make_str(thread, filename);
  if (!message || !file) return false;
  Value args[] = {message.get(), Value::object(thread.error_type(category)), file.get(), Value::integer(line)};
  return call_warnings(thread, "warn_explicit", args, 4);
}

bool warn_strict_subclass(Thread& thread, std::string_view method, Value result, const char* wanted) {
  std::string text = std::string(method) + " returned non-" + wanted + " (type " +
                     std::string(type_name(thread, result)) + ").  The ability to return an instance of a strict subclass of " +
                     wanted + " is deprecated, and may be removed in a future version of Python.";
  return warn(thread, Error::DeprecationWarning, text);
}

}  // namespace gillab
