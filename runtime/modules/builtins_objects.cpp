// Built-in functions that ask or change any object: attributes, classes, identity, hash, texts, namespaces.
#include "runtime/audit.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/builtins.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

// The interned name an attribute is looked up by; null: an error is set.
Str* attribute_name(Thread& thread, Value name) {
  if (!is<Str>(name)) {
    return raise(thread, Error::TypeError, "attribute name must be string, not '{}'", type_name(thread, name));
  }
  if (is_exact<Str>(name)) return intern(thread, as<Str>(name));
  return intern(thread, to_utf8(as<Str>(name)));
}

Ref builtin_getattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  if (!name) return {};
  if (args[2].is_empty()) return get_attribute(thread, args[0], name);
  Ref found = get_attribute_or_empty(thread, args[0], name);
  return found || thread.has_exception() ? std::move(found) : Ref::share(args[2]);
}

Ref builtin_hasattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  if (!name) return {};
  Ref found = get_attribute_or_empty(thread, args[0], name);
  if (!found && thread.has_exception()) return {};
  return Ref::boolean(static_cast<bool>(found));
}

Ref builtin_setattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  return name && set_attribute(thread, args[0], name, args[2]) ? Ref::none() : Ref();
}

Ref builtin_delattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  return name && delete_attribute(thread, args[0], name) ? Ref::none() : Ref();
}

Ref builtin_callable(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return Ref::boolean(is_callable(thread, args[0]));
}

Ref truth_or_error(Truth answer) { return answer == Truth::Error ? Ref() : Ref::boolean(answer == Truth::Yes); }

Ref builtin_isinstance(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return truth_or_error(is_instance(thread, args[0], args[1]));
}

Ref builtin_issubclass(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return truth_or_error(is_subclass(thread, args[0], args[1]));
}

Ref builtin_repr(Thread& thread, const Value* args, uint32_t, Tuple*) { return repr(thread, args[0]); }
Ref builtin_ascii(Thread& thread, const Value* args, uint32_t, Tuple*) { return ascii(thread, args[0]); }

Ref builtin_format(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!args[1].is_empty() && !is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "format() argument 2 must be str, not {}", type_name(thread, args[1]));
  }
  return format(thread, args[0], args[1]);
}

Ref builtin_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t code;
  return hash(thread, args[0], &code) ? make_int(thread, code) : Ref();
}

// Objects are known by their address, a multiple of 16; immediate values by their bits made odd.
Ref identity(Thread& thread, Value value) {
  if (value.is_object()) return make_int(thread, reinterpret_cast<int64_t>(value.as_object()));
  Ref bits = make_int_from_unsigned(thread, value.bits());
  Ref twice = bits ? binary(thread, Binary::LeftShift, bits.get(), Value::integer(1)) : Ref();
  return twice ? binary(thread, Binary::Add, twice.get(), Value::integer(1)) : Ref();
}
Ref builtin_id(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref number = identity(thread, args[0]);
  return number && audit(thread, "builtins.id", number.get()) ? std::move(number) : Ref();
}

// --- namespaces

Ref sorted_names(Thread& thread, Value names) {
  Ref list = list_from(thread, names);
  return list && sort(thread, list.as<List>(), Value::none(), false) ? std::move(list) : Ref();
}

Ref builtin_dir(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[0].is_empty()) {
    Ref locals = frame_locals(thread);
    Ref names = locals ? call_method(thread, locals.get(), thread.names().keys) : Ref();
    return names ? sorted_names(thread, names.get()) : Ref();
  }
  Value method = special_method(thread, args[0], Dunder::Dir);
  if (method.is_empty()) return raise(thread, Error::TypeError, "object does not provide __dir__");
  Ref names = call_special(thread, method, args[0]);
  return names ? sorted_names(thread, names.get()) : Ref();
}

Ref builtin_globals(Thread& thread, const Value*, uint32_t, Tuple*) {
  return thread.frame->globals ? Ref::share(thread.frame->globals) : Ref::none();
}

Ref builtin_locals(Thread& thread, const Value*, uint32_t, Tuple*) { return frame_locals(thread); }

Ref builtin_vars(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[0].is_empty()) return frame_locals(thread);
  Ref dict = get_attribute_or_empty(thread, args[0], thread.names().__dict__);
  if (dict || thread.has_exception()) return dict;
  return raise(thread, Error::TypeError, "vars() argument must have __dict__ attribute");
}

const MethodDef kFunctions[] = {{"getattr", "(object, name, default=None, /)", builtin_getattr},
                                {"hasattr", "(obj, name, /)", builtin_hasattr},
                                {"setattr", "(obj, name, value, /)", builtin_setattr},
                                {"delattr", "(obj, name, /)", builtin_delattr},
                                {"callable", "(obj, /)", builtin_callable},
                                {"isinstance", "(obj, class_or_tuple, /)", builtin_isinstance},
                                {"issubclass", "(cls, class_or_tuple, /)", builtin_issubclass},
                                {"repr", "(obj, /)", builtin_repr},
                                {"ascii", "(obj, /)", builtin_ascii},
                                {"format", "(value, format_spec='', /)", builtin_format},
                                {"hash", "(obj, /)", builtin_hash},
                                {"id", "(obj, /)", builtin_id},
                                {"dir", "(object=None, /)", builtin_dir},
                                {"globals", "()", builtin_globals},
                                {"locals", "()", builtin_locals},
                                {"vars", "(object=None, /)", builtin_vars}};

}  // namespace

bool add_object_builtins(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
