// What natives look like to scripts: the types builtin_function_or_method, method_descriptor, wrapper_descriptor,
// classmethod_descriptor and method-wrapper. How natives are called stands in native.cpp.
#include "runtime/classes/documentation.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/core/parameters.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {

namespace {

void destroy_native(Thread& thread, Object* object) {
  auto* native = static_cast<Native*>(object);
  if (!is_bound_native(native)) free_parameters(native->parameters.get());
  native->self.end();
  native->module.end();
  free_quickly(thread, native, sizeof(Native));
}

void traverse_native(Object* object, const Visitor& visitor) {
  visitor(static_cast<Native*>(object)->self);
  visitor(static_cast<Native*>(object)->module);
}

// A constructor counts as bound to its class, although it is stored without one.
bool is_constructor(const Native* native) {
  return native->owner && native->flag == MethodDef::Static && !std::strcmp(native->name, "__new__");
}

Ref native_self(Thread&, Value self) {
  auto* native = as<Native>(self);
  if (is_constructor(native)) return Ref::share(native->owner);
  Value bound = native->self.peek();
  return bound.is_empty() ? Ref::none() : Ref::share(bound);
}

Ref native_name(Thread& thread, Value self) { return make_str(thread, as<Native>(self)->name); }

Ref native_qualified_name(Thread& thread, Value self) {
  auto* native = as<Native>(self);
  if (!native->owner) return make_str(thread, native->name);
  return format_text(thread, "{}.{}", {native->owner->qualified_name.peek(), native->name});
}

Ref native_module(Thread&, Value self) {
  auto* native = as<Native>(self);
  Value module = native->module.peek();
  return native->owner || module.is_empty() ? Ref::none() : Ref::share(module);
}

bool is_builtin_function(Thread& thread, const Native* native) {
  return native->module.peek() == Value::object(thread.names().builtins);
}

// A function's by its name, a method's by that of its type too; what frozensets do sets do as well.
Ref native_doc(Thread& thread, Value self) {
  auto* native = as<Native>(self);
  std::string name(native->name);
  if (native->owner) {
    const std::string_view owner = as<Str>(native->owner->name.peek())->ascii_view();
    name = std::string(owner == "frozenset" ? "set" : owner) + '.' + name;
  } else if (!is_builtin_function(thread, native)) {
    return Ref::none();
  }
  std::string_view text = documentation_of(name);
  if (text.empty() && native->owner) text = documentation_of_special_method(native->name);
  return text.empty() ? Ref::none() : make_str(thread, text);
}

// As inspect reads it: the first parameter of a method is $self, that of a function $module.
Ref native_text_signature(Thread& thread, Value self) {
  auto* native = as<Native>(self);
  std::string_view text = native->signature;
  if (text == "*") return Ref::none();
  if (native->owner && native->flag != MethodDef::Static) return format_text(thread, "(${}", {text.substr(1)});
  if (native->owner) return make_str(thread, text);
  return format_text(thread, text == "()" ? "($module{}" : "($module, {}", {text.substr(1)});
}

Ref native_objclass(Thread& thread, Value self) {
  auto* native = as<Native>(self);
  if (native->owner) return Ref::share(native->owner);
  return raise_no_attribute(thread, self, intern(thread, std::string_view("__objclass__")));
}

Ref native_call(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  return call_native(thread, as<Native>(args[0]), args + 1, count - 1, names);
}

Ref address_text(Thread& thread, Value value) {
  char text[24];
  std::snprintf(text, sizeof text, "%p", static_cast<void*>(value.as_object()));
  return make_str(thread, text);
}

Ref function_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* native = as<Native>(args[0]);
  Value self = native->self.peek();
  if (is_constructor(native)) self = Value::object(native->owner);
  if (self.is_empty() || is<Module>(self)) return format_text(thread, "<built-in function {}>", {native->name});
  Ref address = self.is_object() ? address_text(thread, self) : make_str(thread, "0x0");
  if (!address) return {};
  return format_text(thread, "<built-in method {} of {} object at {}>",
                     {native->name, type_name(thread, self), address.get()});
}

Ref method_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* native = as<Native>(args[0]);
  bool slot = type_of(native) == thread.types().native_slot;
  return format_text(thread, "<{} '{}' of '{}' objects>",
                     {slot ? "slot wrapper" : "method", native->name, name_of_type(native->owner)});
}

Ref function_equal(Thread&, const Value* args, uint32_t, Tuple*) {
  if (!is<Native>(args[1])) return Ref::not_implemented();
  auto* left = as<Native>(args[0]);
  auto* right = as<Native>(args[1]);
  return Ref::boolean(left->call == right->call && left->name == right->name &&
                      left->self.peek() == right->self.peek());
}

Ref function_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* native = as<Native>(args[0]);
  int64_t code = hash_of_identity(reinterpret_cast<const void*>(native->call));
  Value self = native->self.peek();
  if (!self.is_empty()) code ^= static_cast<int64_t>(self.bits() >> 4);
  return make_int(thread, code);
}

// str.upper.__get__('a'): what bind_descriptor does without being asked by name.
Ref method_get(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value instance = args[1].is_empty() ? Value::none() : args[1];
  Value owner = args[2].is_empty() ? Value::none() : args[2];
  auto* native = as<Native>(args[0]);
  if (native->flag == MethodDef::Class) {
    if (owner.is_none()) owner = Value::object(type_of(thread, instance));
    return is_class_for(thread, native, owner) ? bind_native(thread, native, owner) : Ref();
  }
  if (instance.is_none()) return Ref::share(args[0]);
  if (!is_subtype(type_of(thread, instance), native->owner)) {
    return raise(thread, Error::TypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                 native->name, name_of_type(native->owner), type_name(thread, instance));
  }
  return bind_native(thread, native, instance);
}

Ref reduce_to_attribute(Thread& thread, Value owner, const char* name) {
  Ref get = dict_get_name(thread.interpreter->builtins, intern(thread, std::string_view("getattr")));
  Ref text = make_str(thread, name), args = text ? make_tuple_of(thread, owner, text.get()) : Ref();
  return get && args ? make_tuple_of(thread, get.get(), args.get()) : Ref();
}

// Functions are pickled by name, methods as attributes of what they belong to.
Ref function_reduce(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* native = as<Native>(args[0]);
  Value self = native->self.peek();
  if (self.is_empty() || is<Module>(self)) return native_qualified_name(thread, args[0]);
  return reduce_to_attribute(thread, self, native->name);
}

Ref method_reduce(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* native = as<Native>(args[0]);
  return reduce_to_attribute(thread, Value::object(native->owner), native->name);
}

const GetSetDef kShared[] = {{"__name__", native_name},
                             {"__qualname__", native_qualified_name},
                             {"__doc__", native_doc},
                             {"__text_signature__", native_text_signature}};
const GetSetDef kOfFunctions[] = {{"__self__", native_self}, {"__module__", native_module}};
const GetSetDef kOfMethods[] = {{"__objclass__", native_objclass}};

const MethodDef kCall[] = {{"__call__", "*", native_call}};
const MethodDef kFunctionMethods[] = {{"__repr__", "(self, /)", function_repr},
                                      {"__eq__", "(self, value, /)", function_equal},
                                      {"__hash__", "(self, /)", function_hash},
                                      {"__reduce__", "(self, /)", function_reduce}};
const MethodDef kMethodMethods[] = {{"__repr__", "(self, /)", method_repr},
                                    {"__reduce__", "(self, /)", method_reduce},
                                    {"__get__", "(self, instance, owner=None, /)", method_get}};

void setup_method_type(Thread& thread, Type* type) {
  add_getsets(thread, type, kShared);
  add_getsets(thread, type, kOfMethods);
  add_methods(thread, type, kCall);
  add_methods(thread, type, kMethodMethods);
}

// --- method-wrapper: a BoundMethod whose function is an operator

Value wrapped(Value self) { return as<BoundMethod>(self)->function.peek(); }

Ref wrapper_self(Thread&, Value self) { return as<BoundMethod>(self)->self.take(); }
Ref wrapper_name(Thread& thread, Value self) { return native_name(thread, wrapped(self)); }
Ref wrapper_qualified_name(Thread& thread, Value self) { return native_qualified_name(thread, wrapped(self)); }
Ref wrapper_objclass(Thread& thread, Value self) { return native_objclass(thread, wrapped(self)); }
Ref wrapper_doc(Thread& thread, Value self) { return native_doc(thread, wrapped(self)); }
Ref wrapper_text_signature(Thread& thread, Value self) { return native_text_signature(thread, wrapped(self)); }

Ref wrapper_call(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  uint32_t total = count + (names ? static_cast<uint32_t>(names->length) : 0);
  auto* bound = as<BoundMethod>(args[0]);
  Ref keep = Ref::share(bound);
  std::vector<Value> all(args, args + total);
  all[0] = bound->self.peek();
  return call(thread, bound->function.peek(), all.data(), count, names);
}

Ref wrapper_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* bound = as<BoundMethod>(args[0]);
  Value self = bound->self.peek();
  Ref address = self.is_object() ? address_text(thread, self) : make_str(thread, "0x0");
  if (!address) return {};
  return format_text(thread, "<method-wrapper '{}' of {} object at {}>",
                     {as<Native>(bound->function.peek())->name, type_name(thread, self), address.get()});
}

Ref wrapper_equal(Thread&, const Value* args, uint32_t, Tuple*) {
  if (!is<BoundMethod>(args[1])) return Ref::not_implemented();
  auto* left = as<BoundMethod>(args[0]);
  auto* right = as<BoundMethod>(args[1]);
  return Ref::boolean(left->function.peek() == right->function.peek() && left->self.peek() == right->self.peek());
}

Ref wrapper_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* bound = as<BoundMethod>(args[0]);
  return make_int(thread, static_cast<int64_t>((bound->self.peek().bits() ^ bound->function.peek().bits()) >> 4));
}

const GetSetDef kWrapperFields[] = {
    {"__self__", wrapper_self},         {"__name__", wrapper_name}, {"__qualname__", wrapper_qualified_name},
    {"__objclass__", wrapper_objclass}, {"__doc__", wrapper_doc},    {"__text_signature__", wrapper_text_signature}};
const MethodDef kWrapperMethods[] = {{"__call__", "*", wrapper_call},
                                     {"__repr__", "(self, /)", wrapper_repr},
                                     {"__eq__", "(self, value, /)", wrapper_equal},
                                     {"__hash__", "(self, /)", wrapper_hash}};

}  // namespace

const Layout kNativeLayout = {"native", sizeof(Native), true, destroy_native, traverse_native, nullptr};

void setup_native_function(Thread& thread, Type* type) {
  add_getsets(thread, type, kShared);
  add_getsets(thread, type, kOfFunctions);
  add_methods(thread, type, kCall);
  add_methods(thread, type, kFunctionMethods);
}
void setup_native_method(Thread& thread, Type* type) { setup_method_type(thread, type); }
void setup_native_slot(Thread& thread, Type* type) { setup_method_type(thread, type); }
void setup_native_class_method(Thread& thread, Type* type) { setup_method_type(thread, type); }

void setup_bound_slot(Thread& thread, Type* type) {
  add_getsets(thread, type, kWrapperFields);
  add_methods(thread, type, kWrapperMethods);
}

}  // namespace gillab
