// Functions written in C++ and the tables from which types and modules are made.
#pragma once

#include <cstdint>

#include "runtime/errors.h"

namespace gillab {

struct Module;

// Every C++ function that scripts can call. With a signature, `args` has one place for each parameter, in order
// (self first), an empty Value where the caller gave none: the function supplies the default; `count` is the number
// of places and `names` is null. With the signature "*" the arguments come as they were given: `count` positional
// values, then the values of the keywords in `names` (null when there are none). All are borrowed.
using NativeCall = Ref (*)(Thread& thread, const Value* args, uint32_t count, Tuple* names);

// Signatures are Python's: "(self, sep=None, maxsplit=-1)", "(self, value, /)", "(self, x, y=0, /, *, key=None)".
// Methods name self first. The text is also the __text_signature__. All error messages follow CPython's for the same
// shape: takes no arguments / exactly one argument / expected at least N / missing required argument / unexpected keyword.
// A trailing "*args" is allowed: its values come as one Tuple (never empty Value) in their place; "**kwargs" likewise a Dict.
struct MethodDef {
  const char* name;
  const char* signature;
  NativeCall call;
  enum Flag : uint8_t { None = 0, Static = 1, Class = 2 } flag = None;
};

struct GetSetDef {
  const char* name;
  Ref (*get)(Thread& thread, Value self);
  bool (*set)(Thread& thread, Value self, Value value) = nullptr;  // an empty value: delete. null: read-only
};

// A function or method as an object. Kind::Native.
struct Native : Object {
  static constexpr Kind kKind = Kind::Native;
  NativeCall call;
  uint16_t minimum;        // positional arguments needed, self included
  uint16_t maximum;        // positional arguments allowed; kRaw for signature "*"
  Cell<bool> only_positional;  // no parameter can be given by keyword, no *args: the call needs no binder
  bool iterates;           // __next__: Value::exhausted() as the result means StopIteration
  bool guarded;            // a method of a type without kOwnGuards: where threads run at once, under a Guard of self
  uint8_t flag;            // MethodDef::Flag
  const char* name;        // static storage, or owned through name_object
  const char* signature;
  Cell<struct Parameters*> parameters;  // parsed signature, made when first needed; owned by the unbound method
  Type* owner;             // the type of a method; null for a function. Borrowed.
  Field self;              // of a function: its module or bound object; empty for methods
  Field module;            // the module's name, or empty
  static constexpr uint16_t kRaw = 0xFFFF;
};

Ref make_native(Thread& thread, const MethodDef& def, Type* owner, Value self, Value module_name);
// A method bound to an instance: `[].append` is a Native that holds its self and, as `module`, the method it came from;
// for operators (`(1).__add__`) a BoundMethod of type method-wrapper.
Ref bind_native(Thread& thread, Native* method, Value self);
inline bool is_bound_native(const Native* native) { return native->owner && !native->self.peek().is_empty(); }
// Calls with any arguments: binds, checks the type of self for methods, turns exhausted into StopIteration.
Ref call_native(Thread& thread, Native* native, const Value* args, uint32_t count, Tuple* names);
// The same for a special method found on the type of args[0]: nothing to check, and the end of an iteration comes as
// Value::exhausted().
Ref call_native_special(Thread& thread, Native* native, const Value* args, uint32_t count);
// Reads the signature if nobody has yet: minimum, maximum and only_positional are true from then on. Before that
// minimum is larger than maximum, so that no count of arguments fits. Whoever finds only_positional true, or parameters
// there, may read the rest.
bool parse_signature(Thread& thread, Native* native);

// Runs the function itself, with arguments that are what its signature says. Everybody who calls it does so here.
Ref run_guarded(Thread& thread, const Native* native, const Value* args, uint32_t count, Tuple* names);
inline Ref run_native(Thread& thread, const Native* native, const Value* args, uint32_t count, Tuple* names) {
  if constexpr (gil::Layer::kConcurrent) {
    if (native->guarded) return run_guarded(thread, native, args, count, names);
  }
  return native->call(thread, args, count, names);
}
// The same for what computes an attribute of `owner`'s instances. False, empty: an exception is set.
Ref run_getter(Thread& thread, const GetSetDef* def, const Type* owner, Value instance);
bool run_setter(Thread& thread, const GetSetDef* def, const Type* owner, Value instance, Value value);

// Adds rows to a built-in type (before anybody uses it): dunders, flags and shapes are made true by finish_type.
void add_methods(Thread& thread, Type* type, const MethodDef* defs, size_t count);
void add_getsets(Thread& thread, Type* type, const GetSetDef* defs, size_t count);
void add_constant(Thread& thread, Type* type, const char* name, Ref value);
template <size_t N>
void add_methods(Thread& thread, Type* type, const MethodDef (&defs)[N]) { add_methods(thread, type, defs, N); }
template <size_t N>
void add_getsets(Thread& thread, Type* type, const GetSetDef (&defs)[N]) { add_getsets(thread, type, defs, N); }

// A type of its own for a C++ module (deque, Random, partial ...). kind Extension unless it extends a built-in one.
struct TypeDef {
  const char* name;         // "deque", or "collections.deque": what messages call it. __name__ is the last part
  const char* module;       // "collections"
  const Layout* layout;
  uint32_t flags = 0;       // TypeFlags
  Kind kind = Kind::Extension;
  const char* doc = nullptr;
};
// Null base: object. After the rows are added, finish_type makes it ready.
Type* make_native_type(Thread& thread, const TypeDef& def, Type* base);
void finish_type(Thread& thread, Type* type);

// Modules in C++: one row a module in modules.def, `bool init_<name>(Thread&, Module*)` fills it when first imported.
bool add_function(Thread& thread, Module* module, const MethodDef& def);
bool add_functions(Thread& thread, Module* module, const MethodDef* defs, size_t count);
bool add_value(Thread& thread, Module* module, const char* name, Ref value);
template <size_t N>
bool add_functions(Thread& thread, Module* module, const MethodDef (&defs)[N]) { return add_functions(thread, module, defs, N); }

// True when `value` is an instance of the extension type with that layout (or a subclass).
bool has_layout(Value value, const Layout& layout);

}  // namespace gillab
