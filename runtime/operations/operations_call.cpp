// Calling things from C++: special methods without a bound method, methods by name, arguments from a dict.
// call() itself is the VM's.
#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/operations/operations_inner.h"
#include "runtime/str.h"

namespace gillab {

Value special_method(Thread& thread, Value object, Dunder dunder) {
  return dunder_of(quick_type_of(thread, object), dunder);
}

// The method of a built-in type may read the objects of this type as its own.
static bool is_made_like(const Type* type, const Type* owner) {
  return type == owner || (owner && type->layout == owner->layout && type->instance_kind == owner->instance_kind);
}

Ref call_special_raw(Thread& thread, Value method, const Value* args, uint32_t count) {
  if (is<Native>(method)) {
    auto* native = as<Native>(method);
    bool exactly_fits = native->only_positional.get() && native->maximum == count && native->minimum <= count &&
                        args[0].is_object() && is_made_like(type_of(args[0].as_object()), native->owner) &&
                        native->flag == MethodDef::None;
    if (exactly_fits) [[likely]]
      return run_native(thread, native, args, count, nullptr);
    bool takes_self = native->owner && native->flag == MethodDef::None && native->self.peek().is_empty();
    if (takes_self) return call_native_special(thread, native, args, count);
  }
  Ref held = Ref::share(method);  // the class may lose it while it runs
  if (is<Function>(method)) return call(thread, method, args, count);
  Ref bound = bind_descriptor(thread, method, args[0], Value::object(quick_type_of(thread, args[0])));
  return bound ? call(thread, bound.get(), args + 1, count - 1) : Ref();
}

Ref call_special(Thread& thread, Value method, const Value* args, uint32_t count) {
  Ref result = call_special_raw(thread, method, args, count);
  if (result.get().is_exhausted()) [[unlikely]]
    return raise_stop_iteration(thread, Value::none());
  return result;
}

bool is_callable(Thread& thread, Value value) {
  if (!value.is_object()) return false;
  return !special_method(thread, value, Dunder::Call).is_empty();
}

Ref call_method(Thread& thread, Value object, Str* name, const Value* args, uint32_t count) {
  Ref method = get_attribute(thread, object, name);
  return method ? call(thread, method.get(), args, count) : Ref();
}

Ref call_with_dict(Thread& thread, Value callable, Tuple* args, Dict* keywords) {
  uint32_t extra = keywords ? dict_size(keywords) : 0;
  if (extra == 0) return call(thread, callable, args->items, static_cast<uint32_t>(args->length));
  size_t total = args->length + extra;
  auto* values = static_cast<Value*>(allocate_buffer(thread, total * sizeof(Value)));
  if (!values) return {};
  std::copy(args->items, args->items + args->length, values);
  Tuple* names = new_tuple(thread, extra);
  Ref held = names ? Ref::own(names) : Ref();
  uint32_t position = 0;
  uint32_t found = 0;
  Ref key, value;
  bool ok = names != nullptr;
  while (ok && found < extra && dict_next_held(keywords, &position, &key, &value)) {
    bool is_name = is<Str>(key.get());
    names->items[found] = key.release();
    values[args->length + found++] = value.release();
    if (!is_name) ok = raise(thread, Error::TypeError, "keywords must be strings");
  }
  if (ok && found < extra) ok = raise(thread, Error::RuntimeError, "dictionary changed size during iteration");
  Ref result;
  if (ok) result = call(thread, callable, values, static_cast<uint32_t>(args->length), names);
  for (uint32_t i = 0; i < found; ++i) drop(values[args->length + i]);
  free_buffer(thread, values, total * sizeof(Value));
  return result;
}

}  // namespace gillab
