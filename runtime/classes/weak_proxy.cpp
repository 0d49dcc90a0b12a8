// weakref.proxy: an object that passes everything on to its target while that lives.
#include <cstdio>

#include "runtime/classes/attributes.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/weak_table.h"

namespace gillab {

namespace {

// The target, or empty with ReferenceError.
Ref target_of(Thread& thread, Value proxy) {
  Ref target = weak_target(thread, as<WeakRef>(proxy));
  if (!target.get().is_none()) return target;
  return raise(thread, Error::ReferenceError, "weakly-referenced object no longer exists");
}
// What an operand stands for: a proxy's target, or itself.
Ref operand(Thread& thread, Value value) {
  if (!is<WeakRef>(value)) return Ref::share(value);
  const Type* type = type_of(value.as_object());
  bool proxy = type == thread.types().weakproxy || type == thread.types().weakcallableproxy;
  return proxy ? target_of(thread, value) : Ref::share(value);
}
Ref none_if(bool done) { return done ? Ref::none() : Ref(); }
Ref answer(Truth truth) { return truth == Truth::Error ? Ref() : Ref::boolean(truth == Truth::Yes); }

Ref proxy_getattribute(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  Ref target = name ? target_of(thread, args[0]) : Ref();
  return target ? get_attribute(thread, target.get(), name) : Ref();
}
Ref proxy_setattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  Ref target = name ? target_of(thread, args[0]) : Ref();
  return none_if(target && set_attribute(thread, target.get(), name, args[2]));
}
Ref proxy_delattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  Ref target = name ? target_of(thread, args[0]) : Ref();
  return none_if(target && delete_attribute(thread, target.get(), name));
}
Ref proxy_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = weak_target(thread, as<WeakRef>(args[0]));
  char own[32], other[32];
  std::snprintf(own, sizeof own, "%p", static_cast<void*>(args[0].as_object()));
  void* address = target.get().is_object() ? static_cast<void*>(target.get().as_object()) : nullptr;
  std::snprintf(other, sizeof other, "%p", address);
  return format_text(thread, "<weakproxy at {} to {} at {}>", {own, type_name(thread, target.get()), other});
}
Ref proxy_str(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  return target ? str(thread, target.get()) : Ref();
}
Ref proxy_bytes(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  return target ? call_method(thread, target.get(), thread.dunder_name(Dunder::Bytes)) : Ref();
}
Ref proxy_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return raise(thread, Error::TypeError, "unhashable type: '{}'", type_name(thread, args[0]));
}
Ref proxy_bool(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  return target ? answer(truth(thread, target.get())) : Ref();
}
Ref proxy_len(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  int64_t count = target ? length(thread, target.get()) : -1;
  return count < 0 ? Ref() : make_int(thread, count);
}
Ref proxy_contains(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  return target ? answer(contains(thread, target.get(), args[1])) : Ref();
}
Ref proxy_getitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  return target ? get_item(thread, target.get(), args[1]) : Ref();
}
Ref proxy_setitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  return none_if(target && set_item(thread, target.get(), args[1], args[2]));
}
Ref proxy_delitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  return none_if(target && delete_item(thread, target.get(), args[1]));
}
Ref proxy_iter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  return target ? iterate(thread, target.get()) : Ref();
}
Ref proxy_next(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  if (target && special_method(thread, target.get(), Dunder::Next).is_empty()) {
    return raise(thread, Error::TypeError, "Weakref proxy referenced a non-iterator '{}' object",
                 type_name(thread, target.get()));
  }
  return target ? next(thread, target.get()) : Ref();
}
Ref proxy_call(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Ref target = target_of(thread, args[0]);
  return target ? call(thread, target.get(), args + 1, count - 1, names) : Ref();
}
template <Compare op>
Ref proxy_compare(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref left = operand(thread, args[0]), right = left ? operand(thread, args[1]) : Ref();
  return right ? compare(thread, op, left.get(), right.get()) : Ref();
}
template <Binary op, bool reflected>
Ref proxy_binary(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref left = operand(thread, args[reflected]), right = left ? operand(thread, args[!reflected]) : Ref();
  return right ? binary(thread, op, left.get(), right.get()) : Ref();
}
template <Binary op>
Ref proxy_in_place(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref left = operand(thread, args[0]), right = left ? operand(thread, args[1]) : Ref();
  return right ? binary_in_place(thread, op, left.get(), right.get()) : Ref();
}
template <bool reflected>
Ref proxy_divmod(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref left = operand(thread, args[reflected]), right = left ? operand(thread, args[!reflected]) : Ref();
  Ref function = dict_get_name(thread.interpreter->builtins, intern(thread, std::string_view("divmod")));
  if (!right || !function) return {};
  const Value both[] = {left.get(), right.get()};
  return call(thread, function.get(), both, 2);
}
Ref proxy_reversed(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  return target ? call_method(thread, target.get(), intern(thread, std::string_view("__reversed__"))) : Ref();
}
template <Ref (*act)(Thread&, Value)>
Ref proxy_unary(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  return target ? act(thread, target.get()) : Ref();
}
template <Dunder dunder>
Ref proxy_special(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref target = target_of(thread, args[0]);
  return target ? call_method(thread, target.get(), thread.dunder_name(dunder)) : Ref();
}

#define GILLAB_PROXY_BINARY(name, op)                                      \
  {"__" name "__", "(self, value, /)", proxy_binary<Binary::op, false>}, { \
    "__r" name "__", "(self, value, /)", proxy_binary<Binary::op, true>    \
  }, {                                                                      \
    "__i" name "__", "(self, value, /)", proxy_in_place<Binary::op>         \
  }
const MethodDef kMethods[] = {
    {"__getattribute__", "(self, name, /)", proxy_getattribute},
    {"__setattr__", "(self, name, value, /)", proxy_setattr},
    {"__delattr__", "(self, name, /)", proxy_delattr},
    {"__repr__", "(self, /)", proxy_repr},
    {"__str__", "(self, /)", proxy_str},
    {"__bytes__", "(self, /)", proxy_bytes},
    {"__hash__", "(self, /)", proxy_hash},
    {"__bool__", "(self, /)", proxy_bool},
    {"__len__", "(self, /)", proxy_len},
    {"__contains__", "(self, key, /)", proxy_contains},
    {"__getitem__", "(self, key, /)", proxy_getitem},
    {"__setitem__", "(self, key, value, /)", proxy_setitem},
    {"__delitem__", "(self, key, /)", proxy_delitem},
    {"__iter__", "(self, /)", proxy_iter},
    {"__next__", "(self, /)", proxy_next},
    {"__lt__", "(self, value, /)", proxy_compare<Compare::Less>},
    {"__le__", "(self, value, /)", proxy_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", proxy_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", proxy_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", proxy_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", proxy_compare<Compare::GreaterEqual>},
    GILLAB_PROXY_BINARY("add", Add),
    GILLAB_PROXY_BINARY("sub", Subtract),
    GILLAB_PROXY_BINARY("mul", Multiply),
    GILLAB_PROXY_BINARY("truediv", TrueDivide),
    GILLAB_PROXY_BINARY("floordiv", FloorDivide),
    GILLAB_PROXY_BINARY("mod", Modulo),
    GILLAB_PROXY_BINARY("pow", Power),
    GILLAB_PROXY_BINARY("and", And),
    GILLAB_PROXY_BINARY("or", Or),
    GILLAB_PROXY_BINARY("xor", Xor),
    GILLAB_PROXY_BINARY("lshift", LeftShift),
    GILLAB_PROXY_BINARY("rshift", RightShift),
    GILLAB_PROXY_BINARY("matmul", MatrixMultiply),
    {"__divmod__", "(self, value, /)", proxy_divmod<false>},
    {"__rdivmod__", "(self, value, /)", proxy_divmod<true>},
    {"__neg__", "(self, /)", proxy_unary<negative>},
    {"__pos__", "(self, /)", proxy_unary<positive>},
    {"__invert__", "(self, /)", proxy_unary<invert>},
    {"__index__", "(self, /)", proxy_unary<index>},
    {"__abs__", "(self, /)", proxy_special<Dunder::Abs>},
    {"__int__", "(self, /)", proxy_special<Dunder::Int>},
    {"__float__", "(self, /)", proxy_special<Dunder::Float>},
};
#undef GILLAB_PROXY_BINARY
const MethodDef kReversible[] = {{"__reversed__", "(self, /)", proxy_reversed}};
const MethodDef kCallable[] = {{"__call__", "*", proxy_call}};

}  // namespace

void setup_weakproxy(Thread& thread, Type* type) {
  add_constant(thread, type, "__module__", make_str(thread, "weakref"));
  add_methods(thread, type, kMethods);
  if (type == thread.types().weakproxy) add_methods(thread, type, kReversible);
}
void setup_weakcallableproxy(Thread& thread, Type* type) {
  setup_weakproxy(thread, type);
  add_methods(thread, type, kCallable);
}

}  // namespace gillab
