// What scripts see of functions and bound methods. Their running is the VM's; cells and code: code_object.cpp.
#include "runtime/classes/attributes.h"
#include "runtime/classes/descriptors.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/stopped_world.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

using FunctionFields =
    FieldLayout<Function, &Function::code, &Function::globals, &Function::name, &Function::qualified_name,
                &Function::module, &Function::doc, &Function::defaults, &Function::keyword_defaults,
                &Function::annotations, &Function::closure, &Function::attributes>;
using BoundMethodFields = FieldLayout<BoundMethod, &BoundMethod::function, &BoundMethod::self>;

// Nothing can run a function without its code: a cycle is broken at what it refers to.
void clear_function(Thread&, Object* object) {
  auto* function = static_cast<Function*>(object);
  for (Field* field : {&function->module, &function->doc, &function->defaults, &function->keyword_defaults,
                       &function->annotations, &function->attributes, &function->closure}) {
    field->put(Ref::none());
  }
  function->attributes.put(Ref());
}

Function* self_of(Value value) { return as<Function>(value); }

Ref read_name(Thread&, Value self) { return self_of(self)->name.take(); }
bool write_name(Thread& thread, Value self, Value value) {
  if (!is<Str>(value)) return raise(thread, Error::TypeError, "__name__ must be set to a string object");
  self_of(self)->name.put(Ref::share(value));
  return true;
}
Ref read_qualified_name(Thread&, Value self) { return self_of(self)->qualified_name.take(); }
bool write_qualified_name(Thread& thread, Value self, Value value) {
  if (!is<Str>(value)) return raise(thread, Error::TypeError, "__qualname__ must be set to a string object");
  self_of(self)->qualified_name.put(Ref::share(value));
  return true;
}
Ref or_none(Value value) { return value.is_empty() ? Ref::none() : Ref::share(value); }
// What calls read without counting.
void replace_while_nobody_calls(Thread& thread, Field& field, Ref value) {
  StoppedWorld stopped(thread);
  value = field.exchange(std::move(value));
}
Ref read_doc(Thread&, Value self) { return self_of(self)->doc.take(); }
bool write_doc(Thread&, Value self, Value value) {
  self_of(self)->doc.put(or_none(value));
  return true;
}
Ref read_module(Thread& thread, Value self) {
  Function* function = self_of(self);
  if (function->module.peek().is_empty()) {
    Ref module = dict_get_name(as<Dict>(function->globals.peek()), thread.names().__name__);
    function->module.put(module ? std::move(module) : Ref::none());
  }
  return function->module.take();
}
bool write_module(Thread&, Value self, Value value) {
  self_of(self)->module.put(or_none(value));
  return true;
}
Ref read_defaults(Thread&, Value self) { return self_of(self)->defaults.take(); }
bool write_defaults(Thread& thread, Value self, Value value) {
  if (!value.is_empty() && !value.is_none() && !is<Tuple>(value)) {
    return raise(thread, Error::TypeError, "__defaults__ must be set to a tuple object");
  }
  replace_while_nobody_calls(thread, self_of(self)->defaults, or_none(value));
  return true;
}
Ref read_keyword_defaults(Thread&, Value self) { return self_of(self)->keyword_defaults.take(); }
bool write_keyword_defaults(Thread& thread, Value self, Value value) {
  if (!value.is_empty() && !value.is_none() && !is<Dict>(value)) {
    return raise(thread, Error::TypeError, "__kwdefaults__ must be set to a dict object");
  }
  replace_while_nobody_calls(thread, self_of(self)->keyword_defaults, or_none(value));
  return true;
}
Ref read_code(Thread&, Value self) { return self_of(self)->code.take(); }
uint64_t closure_length(const Function* function) {
  Value closure = function->closure.peek();
  return is<Tuple>(closure) ? as<Tuple>(closure)->length : 0;
}
bool write_code(Thread& thread, Value self, Value value) {
  if (!is<Code>(value)) return raise(thread, Error::TypeError, "__code__ must be set to a code object");
  Function* function = self_of(self);
  Ref old;
  StoppedWorld stopped(thread);
  uint32_t needed = as<Code>(value)->free_count;
  if (needed != closure_length(function)) {
    return raise(thread, Error::ValueError, "{}() requires a code object with {} free vars, not {}",
                 function->name.take().get(), closure_length(function), needed);
  }
  old = function->code.exchange(Ref::share(value));
  function->body.set(unmade_body(thread));
  return true;
}
Ref read_globals(Thread&, Value self) { return self_of(self)->globals.take(); }
Ref read_closure(Thread&, Value self) { return self_of(self)->closure.take(); }
Ref read_builtins(Thread& thread, Value self) {
  Ref globals = self_of(self)->globals.take();
  Ref named = dict_get_name(globals.as<Dict>(), thread.names().__builtins__);
  if (is<Module>(named.get())) return Ref::share(module_dict(named.as<Module>()));
  return is<Dict>(named.get()) ? std::move(named) : Ref::share(thread.interpreter->builtins);
}

// MAKE_FUNCTION leaves (name, value, name, value ...): most functions are never asked for a dict.
Ref dict_of_pairs(Thread& thread, const Tuple* pairs) {
  Ref dict = make_dict(thread);
  for (uint64_t i = 0; dict && i + 1 < pairs->length; i += 2) {
    if (!dict_set(thread, dict.as<Dict>(), pairs->items[i], Ref::share(pairs->items[i + 1]))) return {};
  }
  return dict;
}
Ref read_annotations(Thread& thread, Value self) {
  Function* function = self_of(self);
  Ref now = function->annotations.take();
  if (now && is<Dict>(now.get())) return now;
  Ref dict = now && is<Tuple>(now.get()) ? dict_of_pairs(thread, now.as<Tuple>()) : make_dict(thread);
  if (!dict) return {};
  Guard guard(function->header);
  if (is<Dict>(function->annotations.peek())) return function->annotations.take();  // another thread was faster
  now = function->annotations.exchange(dict.share());
  return dict;
}
bool write_annotations(Thread& thread, Value self, Value value) {
  if (!value.is_empty() && !value.is_none() && !is<Dict>(value)) {
    return raise(thread, Error::TypeError, "__annotations__ must be set to a dict object");
  }
  self_of(self)->annotations.put(value.is_empty() || value.is_none() ? Ref() : Ref::share(value));
  return true;
}
Ref read_dict(Thread& thread, Value self) {
  Dict* dict = attributes_as_dict(thread, self.as_object());
  return dict ? Ref::share(dict) : Ref();
}
bool write_dict(Thread& thread, Value self, Value value) {
  if (value.is_empty()) return raise(thread, Error::TypeError, "cannot delete __dict__");
  if (!is<Dict>(value)) {
    return raise(thread, Error::TypeError, "__dict__ must be set to a dictionary, not a '{}'",
                 type_name(thread, value));
  }
  return replace_attribute_dict(thread, self.as_object(), Ref::share(value));
}

const GetSetDef kFunctionAttributes[] = {
    {"__name__", read_name, write_name},
    {"__qualname__", read_qualified_name, write_qualified_name},
    {"__doc__", read_doc, write_doc},
    {"__module__", read_module, write_module},
    {"__defaults__", read_defaults, write_defaults},
    {"__kwdefaults__", read_keyword_defaults, write_keyword_defaults},
    {"__code__", read_code, write_code},
    {"__globals__", read_globals, readonly_attribute},
    {"__closure__", read_closure, readonly_attribute},
    {"__builtins__", read_builtins, readonly_attribute},
    {"__annotations__", read_annotations, write_annotations},
    {"__dict__", read_dict, write_dict},
};

Ref function_get(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return args[1].is_none() ? Ref::share(args[0]) : make_bound_method(thread, args[0], args[1]);
}
Ref address_text(Thread& thread, const char* format, Value name, Value object) {
  char address[32];
  std::snprintf(address, sizeof address, "%p", static_cast<void*>(object.as_object()));
  return format_text(thread, format, {name, address});
}
Ref function_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return address_text(thread, "<function {} at {}>", self_of(args[0])->qualified_name.take().get(), args[0]);
}
Ref function_call(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  return call(thread, args[0], args + 1, count - 1, names);
}

bool check_closure(Thread& thread, const Code* code, Value closure) {
  uint64_t given = is<Tuple>(closure) ? as<Tuple>(closure)->length : 0;
  if (given == code->free_count) return true;
  if (!is<Tuple>(closure)) return raise(thread, Error::TypeError, "arg 5 (closure) must be tuple");
  return raise(thread, Error::ValueError, "{} requires closure of length {}, not {}", code->name.peek(),
               code->free_count, given);
}
Ref function_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Code>(args[1])) {
    return raise(thread, Error::TypeError, "function() argument 'code' must be code, not {}",
                 type_name(thread, args[1]));
  }
  if (!is<Dict>(args[2])) {
    return raise(thread, Error::TypeError, "function() argument 'globals' must be dict, not {}",
                 type_name(thread, args[2]));
  }
  if (!args[3].is_empty() && !args[3].is_none() && !is<Str>(args[3])) {
    return raise(thread, Error::TypeError, "arg 3 (name) must be None or string");
  }
  if (!args[4].is_empty() && !args[4].is_none() && !is<Tuple>(args[4])) {
    return raise(thread, Error::TypeError, "arg 4 (defaults) must be None or tuple");
  }
  Value closure = args[5].is_empty() ? Value::none() : args[5];
  if (!check_closure(thread, as<Code>(args[1]), closure)) return {};
  Ref made = make_function(thread, as<Code>(args[1]), as<Dict>(args[2]));
  if (!made) return {};
  auto* function = made.as<Function>();
  if (is<Str>(args[3])) function->name.put(Ref::share(args[3]));
  if (is<Tuple>(args[4])) function->defaults.put(Ref::share(args[4]));
  function->closure.put(Ref::share(closure));
  return made;
}

const MethodDef kFunctionMethods[] = {
    {"__new__", "(cls, code, globals, name=None, argdefs=None, closure=None)", function_new, MethodDef::Static},
    {"__get__", "(self, instance, owner=None, /)", function_get},
    {"__repr__", "(self, /)", function_repr},
    {"__call__", "*", function_call},
};

// --- bound methods

BoundMethod* method_of(Value value) { return as<BoundMethod>(value); }

Ref method_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is_callable(thread, args[1])) return raise(thread, Error::TypeError, "first argument must be callable");
  if (args[2].is_none()) return raise(thread, Error::TypeError, "instance must not be None");
  return make_bound_method(thread, args[1], args[2]);
}
Ref method_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref function = method_of(args[0])->function.take();
  Ref self = method_of(args[0])->self.take();
  Ref name = get_attribute_or_empty(thread, function.get(), thread.names().__qualname__);
  if (!name && !thread.has_exception()) name = get_attribute_or_empty(thread, function.get(), thread.names().__name__);
  if (thread.has_exception()) return {};
  Ref shown = repr(thread, self.get());
  if (!shown) return {};
  return format_text(thread, "<bound method {} of {}>",
                     {name && is<Str>(name.get()) ? FormatArg(name.get()) : FormatArg("?"), shown.get()});
}
Ref method_equal(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<BoundMethod>(args[1])) return Ref::not_implemented();
  BoundMethod *left = method_of(args[0]), *right = method_of(args[1]);
  if (!(left->self.peek() == right->self.peek())) return Ref::boolean(false);
  Truth same = equal(thread, left->function.take().get(), right->function.take().get());
  return same == Truth::Error ? Ref() : Ref::boolean(same == Truth::Yes);
}
Ref method_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t function;
  if (!hash(thread, method_of(args[0])->function.take().get(), &function)) return {};
  int64_t self = static_cast<int64_t>(method_of(args[0])->self.peek().bits() >> 4);
  return Ref::own(Value::integer((self ^ function) >> 4));
}
Ref method_call(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  return call(thread, args[0], args + 1, count - 1, names);
}
// What the method does not know, its function is asked.
Ref method_getattribute(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  if (!name) return {};
  Value own = lookup_in_type(thread, type_of(args[0].as_object()), name);
  if (!own.is_empty()) return generic_get_attribute(thread, args[0], name);
  return get_attribute(thread, method_of(args[0])->function.take().get(), name);
}
Ref method_reduce(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref getattr = dict_get_name(thread.interpreter->builtins, intern(thread, std::string_view("getattr")));
  Ref name = get_attribute(thread, method_of(args[0])->function.take().get(), thread.names().__name__);
  if (!getattr || !name) return {};
  Ref arguments = make_tuple_of(thread, method_of(args[0])->self.peek(), name.get());
  return arguments ? make_tuple_of(thread, getattr.get(), arguments.get()) : Ref();
}

const MethodDef kBoundMethods[] = {
    {"__new__", "(cls, function, instance, /)", method_new, MethodDef::Static},
    {"__repr__", "(self, /)", method_repr},
    {"__eq__", "(self, value, /)", method_equal},
    {"__hash__", "(self, /)", method_hash},
    {"__call__", "*", method_call},
    {"__getattribute__", "(self, name, /)", method_getattribute},
    {"__reduce__", "(self, /)", method_reduce},
};
Ref read_method_function(Thread&, Value self) { return method_of(self)->function.take(); }
Ref read_method_self(Thread&, Value self) { return method_of(self)->self.take(); }
Ref read_method_doc(Thread& thread, Value self) {
  return get_attribute(thread, method_of(self)->function.take().get(), thread.names().__doc__);
}
const GetSetDef kBoundMethodAttributes[] = {
    {"__func__", read_method_function, readonly_attribute},
    {"__self__", read_method_self, readonly_attribute},
    {"__doc__", read_method_doc},
};

}  // namespace

const Layout kFunctionLayout = {
    "function", sizeof(Function), true, FunctionFields::destroy, FunctionFields::traverse, clear_function};
const Layout kBoundMethodLayout = BoundMethodFields::named("method");

Ref make_function(Thread& thread, Code* code, Dict* globals) {
  auto* function = allocate<Function>(thread, thread.types().function->root);
  if (!function) return {};
  function->body.set(unmade_body(thread));
  function->code.init(Ref::share(code));
  function->globals.init(Ref::share(globals));
  function->name.init(code->name.take());
  function->qualified_name.init(code->qualified_name.take());
  function->module.init_empty();  // looked up when somebody asks
  const Tuple* constants = as<Tuple>(code->constants.peek());
  bool documented = constants->length > 0 && is<Str>(constants->items[0]);
  function->doc.init(documented ? Ref::share(constants->items[0]) : Ref::none());
  for (Field* field : {&function->defaults, &function->keyword_defaults, &function->closure}) field->init(Ref::none());
  function->annotations.init_empty();
  function->attributes.init_empty();
  return Ref::own(function);
}

Ref make_bound_method(Thread& thread, Value function, Value self) {
  auto* method = allocate<BoundMethod>(thread, thread.types().bound_method->root);
  if (!method) return {};
  method->function.init(Ref::share(function));
  method->self.init(Ref::share(self));
  return Ref::own(method);
}

void setup_function(Thread& thread, Type* type) {
  add_methods(thread, type, kFunctionMethods);
  add_getsets(thread, type, kFunctionAttributes);
}

void setup_bound_method(Thread& thread, Type* type) {
  add_methods(thread, type, kBoundMethods);
  add_getsets(thread, type, kBoundMethodAttributes);
}

}  // namespace gillab
