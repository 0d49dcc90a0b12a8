// Exceptions that nobody can catch (of __del__, of callbacks, of threads that _thread started): write_unraisable() and
// the hook that scripts may put in its place.
#include <string>

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/function.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/sys.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/struct_sequence.h"

namespace gillab {
namespace {

enum Part { kType, kValue, kTraceback, kMessage, kObject, kParts };
constexpr const char* kFields[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"};
constexpr const char* kTypeName = "UnraisableHookArgs";

Ref named_in_sys(Thread& thread, const char* name) { return sys_attribute(thread, intern(thread, std::string_view(name))); }

Ref make_arguments(Thread& thread, Ref exception, Value where, const char* what) {
  Ref type = named_in_sys(thread, kTypeName);
  if (!type || !is<Type>(type.get())) return {};
  Ref traceback = as<Exception>(exception.get())->traceback.take();
  Ref values[kParts];
  values[kType] = Ref::share(type_of(exception.get().as_object()));
  values[kTraceback] = traceback ? std::move(traceback) : Ref::none();
  values[kMessage] = what ? make_str(thread, std::string("Exception ignored ") + what) : Ref::none();
  values[kObject] = where.is_empty() ? Ref::none() : Ref::share(where);
  values[kValue] = std::move(exception);
  return values[kMessage] ? make_struct(thread, type.as<Type>(), values, kParts) : Ref();
}

// Where even that fails nothing more can be done.
void show(Thread& thread, Value exception, Value where, const std::string& heading) {
  Ref shown = where.is_empty() || where.is_none() ? Ref() : repr(thread, where);
  clear_exception(thread);
  std::string text;
  if (shown) text = heading + ": " + to_utf8(shown.as<Str>()) + "\n";
  text += format_exception(thread, exception);
  clear_exception(thread);
  Ref stream = sys_attribute(thread, thread.names().stderr);
  Ref line = make_str(thread, text);
  if (stream && !stream.get().is_none() && line) {
    Value argument = line.get();
    Ref done = call_method(thread, stream.get(), thread.names().write, &argument, 1);
  }
  clear_exception(thread);
}

Ref default_hook(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref type = named_in_sys(thread, kTypeName);
  if (!type || !is<Tuple>(args[0]) || Value::object(type_of(args[0].as_object())) != type.get()) {
    return raise(thread, Error::TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs");
  }
  const Value* parts = as<Tuple>(args[0])->items;
  if (!is<Exception>(parts[kValue])) return Ref::none();
  const bool has_message = is<Str>(parts[kMessage]);
  show(thread, parts[kValue], parts[kObject], has_message ? to_utf8(as<Str>(parts[kMessage])) : "Exception ignored in");
  return Ref::none();
}

constexpr MethodDef kHook = {"unraisablehook", "(unraisable, /)", default_hook};

// Empty: the script has no hook of its own.
Ref replaced_hook(Thread& thread) {
  Ref hook = named_in_sys(thread, "unraisablehook"), original = named_in_sys(thread, "__unraisablehook__");
  clear_exception(thread);
  return hook && original && hook.get() != original.get() && !hook.get().is_none() ? std::move(hook) : Ref();
}

}  // namespace

void write_unraisable(Thread& thread, Value where, const char* what) {
  Ref exception = take_exception(thread);
  if (!exception) return;
  Ref kept = where.is_empty() ? Ref() : Ref::share(where);
  if (Ref hook = replaced_hook(thread)) {
    Ref arguments = make_arguments(thread, exception.share(), where, what);
    if (arguments && call(thread, hook.get(), arguments.get())) return;
    exception = take_exception(thread);
    return show(thread, exception.get(), hook.get(), "Exception ignored in sys.unraisablehook");
  }
  show(thread, exception.get(), where, std::string("Exception ignored ") + (what ? what : "in"));
}

bool add_unraisable_hook(Thread& thread, Module* module) {
  Type* type = make_struct_type(thread, {kTypeName, kFields, kParts, kParts});
  if (!type || !add_value(thread, module, kTypeName, Ref::share(type)) || !add_function(thread, module, kHook)) return false;
  return add_value(thread, module, "__unraisablehook__", dict_get_name(module_dict(module), intern(thread, std::string_view(kHook.name))));
}

}  // namespace gillab
