// Calling classes: type.__call__, type.__new__, object.__new__ and object.__init__.
#include "runtime/classes/type_call.h"

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

uint32_t keyword_count(const Tuple* names) { return names ? static_cast<uint32_t>(names->length) : 0; }

// The callable behind a __new__ as it stands in a namespace.
Value callable_new(Value entry) {
  if (is_exact<StaticMethod>(entry)) return as<StaticMethod>(entry)->callable.peek();
  return entry;
}

// callable(first, *args, **names)
Ref call_with_first(Thread& thread, Value callable, Value first, const Value* args, uint32_t count, Tuple* names) {
  uint32_t total = count + keyword_count(names) + 1;
  Value few[12];
  size_t bytes = total * sizeof(Value);
  Value* all = total <= 12 ? few : static_cast<Value*>(allocate_buffer(thread, bytes));
  if (!all) return {};
  all[0] = first;
  for (uint32_t i = 1; i < total; ++i) all[i] = args[i - 1];
  Ref held = Ref::share(callable);
  Ref result = is<Native>(callable) ? call_native(thread, as<Native>(callable), all, count + 1, names)
                                    : call(thread, callable, all, count + 1, names);
  if (all != few) free_buffer(thread, all, bytes);
  return result;
}

const Type* native_base(const Type* type) {
  while (has_flag(type, kHeapType)) type = type->base;
  return type;
}

// Keywords that a built-in __new__ (or __init__) has no parameters for are meant for the subclass's other one.
bool ignores_keywords(Thread& thread, const Type* type, Value entry, Dunder other) {
  if (!has_flag(type, kHeapType) || !is_exact<Native>(entry)) return false;
  Native* native = as<Native>(entry);
  return parse_signature(thread, native) && native->only_positional.get() &&
         !(dunder_of(type, other) == dunder_of(native_base(type), other));
}

Ref call_new(Thread& thread, Type* type, const Value* args, uint32_t count, Tuple* names) {
  Value entry = callable_new(dunder_of(type, Dunder::New));
  if (names && ignores_keywords(thread, type, entry, Dunder::Init)) names = nullptr;
  if (is<Function>(entry) || is<Native>(entry)) {
    return call_with_first(thread, entry, Value::object(type), args, count, names);
  }
  Ref bound = bind_descriptor(thread, entry, Value(), Value::object(type));
  return bound ? call_with_first(thread, bound.get(), Value::object(type), args, count, names) : Ref();
}

bool call_init(Thread& thread, Value instance, const Value* args, uint32_t count, Tuple* names) {
  Value entry = dunder_of(type_of(thread, instance), Dunder::Init);
  Ref result;
  Type* type = type_of(thread, instance);
  const bool strict = native_base(type) == thread.types().set;  // the one type that takes none in any subclass
  if (names && !strict && ignores_keywords(thread, type, entry, Dunder::New)) names = nullptr;
  if (is_exact<Function>(entry) || is_exact<Native>(entry)) {
    result = call_with_first(thread, entry, instance, args, count, names);
  } else {
    Ref bound = bind_descriptor(thread, entry, instance, Value::object(type_of(thread, instance)));
    if (bound) result = call(thread, bound.get(), args, count, names);
  }
  if (!result) return false;
  if (result.get().is_none()) return true;
  return raise(thread, Error::TypeError, "__init__() should return None, not '{}'", type_name(thread, result.get()));
}

bool refuse_abstract(Thread& thread, Type* type) {
  Ref methods = get_attribute(thread, Value::object(type), thread.names().__abstractmethods__);
  Ref names = methods ? list_from(thread, methods.get()) : Ref();
  if (!names || !sort(thread, names.as<List>(), Value::none(), false)) return false;
  Ref comma = make_str(thread, ", ");
  Value list = names.get();
  Ref joined = comma ? call_method(thread, comma.get(), intern(thread, std::string_view("join")), &list, 1) : Ref();
  if (!joined) return false;
  const char* plural = names.as<List>()->length.get() > 1 ? "s" : "";
  return raise(thread, Error::TypeError, "Can't instantiate abstract class {} with abstract method{} {}",
               name_of_type(type), plural, joined.get());
}

bool refuse_arguments(Thread& thread, Type* type) {
  if (!has_flag(type, kPlainNew)) {
    return raise(thread, Error::TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
  }
  if (!has_flag(type, kPlainInit)) return true;
  return raise(thread, Error::TypeError, "{}() takes no arguments", name_of_type(type));
}

Ref new_plain(Thread& thread, Type* type) {
  if (has_flag(type, kAbstract)) [[unlikely]] {
    if (!refuse_abstract(thread, type)) return {};
  }
  return make_instance(thread, type);
}

bool three_arguments(Thread& thread, const Value* args) {
  const char* const kinds[] = {"str", "tuple", "dict"};
  const bool good[] = {is<Str>(args[0]), is<Tuple>(args[1]), is<Dict>(args[2])};
  for (int i = 0; i < 3; ++i) {
    if (good[i]) continue;
    return raise(thread, Error::TypeError, "type.__new__() argument {} must be {}, not {}", i + 1, kinds[i],
                 type_name(thread, args[i]));
  }
  if (!encode(thread, as<Str>(args[0]), nullptr, nullptr)) return false;  // no lone surrogates
  if (find_text(as<Str>(args[0]), thread.interpreter->latin1_strings[0], 0,
                static_cast<int64_t>(as<Str>(args[0])->length)) < 0) {
    return true;
  }
  return raise(thread, Error::ValueError, "type name must not contain null characters");
}

bool refuse_entries(Thread& thread, const Tuple* bases) {
  for (uint64_t i = 0; i < bases->length; ++i) {
    if (is<Type>(bases->items[i])) continue;
    if (special_method(thread, bases->items[i], Dunder::MroEntries).is_empty()) continue;
    return raise(thread, Error::TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
  }
  return true;
}

}  // namespace

Ref call_type(Thread& thread, Type* type, const Value* args, uint32_t count, Tuple* names) {
  if (type == thread.types().type) {
    if (count == 1 && !names) return Ref::share(type_of(thread, args[0]));
    if (count == 1) return raise(thread, Error::TypeError, "type() takes no keyword arguments");
    if (count != 3) return raise(thread, Error::TypeError, "type() takes 1 or 3 arguments");
  }
  if (has_flag(type, kNoInstances))
    return raise(thread, Error::TypeError, "cannot create '{}' instances", name_of_type(type));
  Ref held = Ref::share(type);
  bool plain = has_flag(type, kPlainNew) && (!has_flag(type, kPlainInit) || (count == 0 && !names)) &&
               type->instance_kind == Kind::Instance;
  Ref instance = plain ? new_plain(thread, type) : call_new(thread, type, args, count, names);
  if (!instance) return {};
  Type* made = type_of(thread, instance.get());
  if (has_flag(made, kPlainInit) && has_flag(type, kPlainNew) && plain) return instance;
  if (made != type && !is_subtype(made, type)) return instance;
  return call_init(thread, instance.get(), args, count, names) ? std::move(instance) : Ref();
}

Ref type_call(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  return call_type(thread, as<Type>(args[0]), args + 1, count - 1, names);
}

Ref type_new(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  if (count == 0) return raise(thread, Error::TypeError, "type.__new__(): not enough arguments");
  if (!is<Type>(args[0])) {
    return raise(thread, Error::TypeError, "type.__new__(X): X is not a type object ({})", type_name(thread, args[0]));
  }
  if (!is_subtype(as<Type>(args[0]), thread.types().type)) {
    return raise(thread, Error::TypeError, "type.__new__({}): {} is not a subtype of type",
                 name_of_type(as<Type>(args[0])), name_of_type(as<Type>(args[0])));
  }
  if (count != 4)
    return raise(thread, Error::TypeError, "type.__new__() takes exactly 3 arguments ({} given)", count - 1);
  if (!three_arguments(thread, args + 1) || !refuse_entries(thread, as<Tuple>(args[2]))) return {};
  Type* metatype = as<Type>(args[0]);
  Type* winner = derive_metatype(thread, metatype, as<Tuple>(args[2]));
  if (!winner) return {};
  if (winner != metatype && !(dunder_of(winner, Dunder::New) == dunder_of(thread.types().type, Dunder::New))) {
    return call_new(thread, winner, args + 1, count - 1, names);
  }
  return make_class(thread, winner, as<Str>(args[1]), as<Tuple>(args[2]), as<Dict>(args[3]), args + count, names);
}

Ref type_init(Thread& thread, const Value*, uint32_t count, Tuple* names) {
  if (names && count == 2) return raise(thread, Error::TypeError, "type.__init__() takes no keyword arguments");
  if (count != 2 && count != 4) return raise(thread, Error::TypeError, "type.__init__() takes 1 or 3 arguments");
  return Ref::none();
}

Ref object_new(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  if (count == 0) return raise(thread, Error::TypeError, "object.__new__(): not enough arguments");
  if (!is<Type>(args[0])) {
    return raise(thread, Error::TypeError, "object.__new__(X): X is not a type object ({})",
                 type_name(thread, args[0]));
  }
  Type* type = as<Type>(args[0]);
  if (type->instance_kind != Kind::Instance) {
    const Type* native = type;
    while (has_flag(native, kHeapType) && native->base) native = native->base;
    return raise(thread, Error::TypeError, "object.__new__({}) is not safe, use {}.__new__()", name_of_type(type),
                 name_of_type(native));
  }
  if ((count > 1 || keyword_count(names) > 0) && !refuse_arguments(thread, type)) return {};
  return new_plain(thread, type);
}

Ref object_init(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  if (count == 1 && keyword_count(names) == 0) return Ref::none();
  const Type* type = type_of(thread, args[0]);
  if (!has_flag(type, kPlainInit)) {
    return raise(thread, Error::TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
  }
  if (!has_flag(type, kPlainNew)) return Ref::none();
  return raise(thread, Error::TypeError, "{}.__init__() takes exactly one argument (the instance to initialize)",
               name_of_type(type));
}

}  // namespace gillab
