// isinstance and issubclass with their hooks, and value.__class__.
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations/operations_inner.h"

namespace gillab {

namespace {

// __bases__ as a tuple; empty without an error when it is no class even in that wide sense.
Ref bases_of(Thread& thread, Value value) {
  Ref bases = get_attribute_or_empty(thread, value, thread.names().__bases__);
  return bases && is<Tuple>(bases.get()) ? std::move(bases) : Ref();
}

bool check_class(Thread& thread, Value value, const char* message) {
  if (is<Type>(value) || bases_of(thread, value)) return true;
  return !thread.has_exception() && raise(thread, Error::TypeError, message);
}

Truth reaches(Thread& thread, Value derived, Value wanted) {
  if (derived == wanted) return Truth::Yes;
  NativeDepth depth(thread, " in __subclasscheck__");
  if (!depth) return Truth::Error;
  Ref bases = bases_of(thread, derived);
  if (!bases) return thread.has_exception() ? Truth::Error : Truth::No;
  for (uint64_t i = 0; i < bases.as<Tuple>()->length; ++i) {
    Truth found = reaches(thread, bases.as<Tuple>()->items[i], wanted);
    if (found != Truth::No) return found;
  }
  return Truth::No;
}

constexpr const char* kInstanceMessage = "isinstance() arg 2 must be a type, a tuple of types, or a union";
constexpr const char* kSubclassMessage = "issubclass() arg 2 must be a class, a tuple of classes, or a union";

// The hook of the metaclass, unless it is type's own.
Value hook_of(Thread& thread, Value classes, Dunder dunder) {
  Value hook = special_method(thread, classes, dunder);
  bool known = is<Native>(hook) && as<Native>(hook)->owner == thread.types().type;
  return known ? Value::empty() : hook;
}

Truth ask_hook(Thread& thread, Value hook, Value classes, Value value, const char* where) {
  NativeDepth depth(thread, where);
  if (!depth) return Truth::Error;
  Ref answer = call_special(thread, hook, classes, value);
  return answer ? truth(thread, answer.get()) : Truth::Error;
}

using Check = Truth (*)(Thread&, Value, Value);
Truth any_of(Thread& thread, Check check, Value value, Tuple* classes, const char* where) {
  NativeDepth depth(thread, where);
  if (!depth) return Truth::Error;
  for (uint64_t i = 0; i < classes->length; ++i) {
    Truth found = check(thread, value, classes->items[i]);
    if (found != Truth::No) return found;
  }
  return Truth::No;
}

}  // namespace

Ref class_of(Thread& thread, Value value) {
  if (!value.is_object()) return Ref::share(type_of(thread, value));
  return get_attribute(thread, value, thread.names().__class__);
}

Truth plain_is_instance(Thread& thread, Value value, Value wanted) {
  Type* type = quick_type_of(thread, value);
  if (is<Type>(wanted) && is_subtype(type, as<Type>(wanted))) return Truth::Yes;
  if (!is<Type>(wanted) && !check_class(thread, wanted, kInstanceMessage)) return Truth::Error;
  if (!value.is_object()) return Truth::No;
  Ref claimed = get_attribute_or_empty(thread, value, thread.names().__class__);
  if (!claimed) return thread.has_exception() ? Truth::Error : Truth::No;
  if (!is<Type>(wanted)) return reaches(thread, claimed.get(), wanted);
  if (!is<Type>(claimed.get()) || claimed.as<Type>() == type) return Truth::No;
  return truth_of(is_subtype(claimed.as<Type>(), as<Type>(wanted)));
}

Truth plain_is_subclass(Thread& thread, Value type, Value wanted) {
  if (is<Type>(type) && is<Type>(wanted)) return truth_of(is_subtype(as<Type>(type), as<Type>(wanted)));
  if (!check_class(thread, type, "issubclass() arg 1 must be a class")) return Truth::Error;
  if (!check_class(thread, wanted, kSubclassMessage)) return Truth::Error;
  return reaches(thread, type, wanted);
}

Truth is_instance(Thread& thread, Value value, Value classes) {
  if (Value::object(quick_type_of(thread, value)) == classes) return Truth::Yes;
  if (is<Tuple>(classes)) {
    return any_of(thread, is_instance, value, as<Tuple>(classes), " in __instancecheck__");
  }
  Value hook = hook_of(thread, classes, Dunder::InstanceCheck);
  if (hook.is_empty()) return plain_is_instance(thread, value, classes);
  return ask_hook(thread, hook, classes, value, " in __instancecheck__");
}

Truth is_subclass(Thread& thread, Value type, Value classes) {
  if (is<Tuple>(classes)) {
    return any_of(thread, is_subclass, type, as<Tuple>(classes), " in __subclasscheck__");
  }
  Value hook = hook_of(thread, classes, Dunder::SubclassCheck);
  if (hook.is_empty()) return plain_is_subclass(thread, type, classes);
  return ask_hook(thread, hook, classes, type, " in __subclasscheck__");
}

}  // namespace gillab
