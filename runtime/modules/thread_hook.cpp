// _thread._excepthook: how an exception that ends a thread is shown when the script has no wish of its own.
#include "runtime/exception.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/thread.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/struct_sequence.h"

namespace gillab {
namespace {

enum Part { kType, kValue, kTraceback, kThread, kParts };

// sys.stderr, or where that is gone the one the Thread object kept.
Ref stream_for(Thread& thread, Value object) {
  Ref stream = sys_attribute(thread, thread.names().stderr);
  if (stream && !stream.get().is_none()) return stream;
  if (object.is_none()) return {};
  stream = get_attribute_or_empty(thread, object, intern(thread, "_stderr"));
  return stream.get().is_none() ? Ref() : std::move(stream);
}

Ref name_of(Thread& thread, Value object) {
  Ref name = object.is_none() ? Ref() : get_attribute_or_empty(thread, object, thread.names().name);
  clear_exception(thread);
  if (name) return str(thread, name.get());
  return make_str(thread, std::to_string(thread.ident));
}

// What has to be shown is an object that the arguments may hold without being its parts.
Ref exception_of(Thread& thread, Tuple* parts) {
  Value value = parts->items[kValue];
  if (!value.is_none()) {
    if (!parts->items[kTraceback].is_none()) {
      (void)set_attribute(thread, value, thread.names().__traceback__, parts->items[kTraceback]);
      clear_exception(thread);
    }
    return Ref::share(value);
  }
  return call(thread, parts->items[kType]);
}

Ref excepthook(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Tuple>(args[0]) || is_exact<Tuple>(args[0]) || as<Tuple>(args[0])->length != kParts) {
    return raise(thread, Error::TypeError, "_thread.excepthook argument type must be ExceptHookArgs");
  }
  auto* parts = as<Tuple>(args[0]);
  if (parts->items[kType] == Value::object(thread.error_type(Error::SystemExit))) return Ref::none();
  Ref stream = stream_for(thread, parts->items[kThread]);
  Ref name = name_of(thread, parts->items[kThread]);
  Ref exception = exception_of(thread, parts);
  if (!stream || !name || !exception) return thread.has_exception() ? Ref() : Ref::none();
  Ref text = make_str(thread, "Exception in thread " + to_utf8(name.as<Str>()) + ":\n" + format_exception(thread, exception.get()));
  if (!text) return {};
  Value argument = text.get();
  if (!call_method(thread, stream.get(), thread.names().write, &argument, 1)) return {};
  return call_method(thread, stream.get(), thread.names().flush);
}

constexpr MethodDef kHook = {"_excepthook", "(args, /)", excepthook};

}  // namespace

bool add_excepthook(Thread& thread, Module* module) {
  static constexpr const char* kFields[] = {"exc_type", "exc_value", "exc_traceback", "thread"};
  Type* type = make_struct_type(thread, {"_thread._ExceptHookArgs", kFields, kParts, kParts, true});
  return type && add_value(thread, module, "_ExceptHookArgs", Ref::share(type)) && add_function(thread, module, kHook);
}

}  // namespace gillab
