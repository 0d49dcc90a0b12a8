// _functools: reduce, partial, cmp_to_key. lru_cache: functools_cache.cpp; the rest is Python: lib/functools.py.
#include "runtime/modules/functools.h"

#include "runtime/classes/construct.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/containers/sequence.h"
#include "runtime/classes/type_build.h"

namespace gillab {
namespace {

using Args = const Value*;

// --- reduce

Ref reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref iterator = iterate(thread, args[1]);
  if (!iterator) {
    if (!exception_matches(thread, Error::TypeError)) return {};
    clear_exception(thread);
    return raise(thread, Error::TypeError, "reduce() arg 2 must support iteration");
  }
  Ref total = args[2].is_empty() ? Ref() : Ref::share(args[2]);
  for (;;) {
    Ref item = next(thread, iterator.get());
    if (!item) return {};
    if (item.get().is_exhausted()) break;
    total = total ? call(thread, args[0], total.get(), item.get()) : std::move(item);
    if (!total) return {};
  }
  if (total) return total;
  return raise(thread, Error::TypeError, "reduce() of empty iterable with no initial value");
}

// --- partial

struct Partial : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field function;
  Field arguments;  // tuple
  Field keywords;   // dict
};
constexpr Layout kPartialLayout =
    FieldLayout<Partial, &Partial::function, &Partial::arguments, &Partial::keywords>::named("partial");

Ref keywords_of(Thread& thread, Dict* stored, const Value* values, Tuple* names) {
  Ref keywords = stored ? dict_copy(thread, stored) : make_dict(thread);
  for (size_t i = 0; keywords && names && i < names->length; ++i) {
    if (!dict_set(thread, keywords.as<Dict>(), names->items[i], Ref::share(values[i]))) return {};
  }
  return keywords;
}

Ref join(Thread& thread, Tuple* stored, const Value* more, uint32_t count) {
  if (count == 0) return Ref::share(stored);
  Tuple* result = new_tuple(thread, stored->length + count);
  if (!result) return {};
  for (size_t i = 0; i < stored->length; ++i) result->items[i] = Ref::share(stored->items[i]).release();
  for (uint32_t i = 0; i < count; ++i) result->items[stored->length + i] = Ref::share(more[i]).release();
  return Ref::own(result);
}

Ref attributes_or_none(Thread& thread, Object* object) {
  Dict* attributes = attributes_as_dict(thread, object);
  if (attributes && dict_size(attributes) != 0) return Ref::share(attributes);
  if (!attributes) clear_exception(thread);
  return Ref::none();
}

Ref partial_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (count < 2) return raise(thread, Error::TypeError, "type 'partial' takes at least one argument");
  if (!is_callable(thread, args[1])) return raise(thread, Error::TypeError, "the first argument must be callable");
  // A partial of a partial without attributes of its own is one partial.
  bool nested = has_layout(args[1], kPartialLayout) && attributes_or_none(thread, args[1].as_object()).get().is_none();
  Partial* inner = nested ? as<Partial>(args[1]) : nullptr;
  Ref function = inner ? inner->function.take() : Ref::share(args[1]);
  Ref stored = inner ? inner->arguments.take() : empty_tuple(thread);
  Ref arguments = stored ? join(thread, stored.as<Tuple>(), args + 2, count - 2) : Ref();
  Ref old_keywords = inner ? inner->keywords.take() : Ref();
  Ref keywords = keywords_of(thread, inner ? old_keywords.as<Dict>() : nullptr, args + count, names);
  if (!arguments || !keywords || !is<Type>(args[0])) return {};
  Partial* partial = static_cast<Partial*>(allocate_instance(thread, as<Type>(args[0]), 0));
  if (!partial) return {};
  partial->function.init(std::move(function));
  partial->arguments.init(std::move(arguments));
  partial->keywords.init(std::move(keywords));
  return Ref::own(partial);
}

Ref partial_call(Thread& thread, Args args, uint32_t count, Tuple* names) {
  constexpr size_t kOnStack = 16;
  Partial* partial = as<Partial>(args[0]);
  Ref function = partial->function.take(), stored = partial->arguments.take(), old = partial->keywords.take();
  Tuple* tuple = stored.as<Tuple>();
  size_t total = tuple->length + count - 1;
  bool plain = dict_size(old.as<Dict>()) == 0 && !names;
  if (plain && total <= kOnStack) {
    Value all[kOnStack];
    for (size_t i = 0; i < tuple->length; ++i) all[i] = tuple->items[i];
    for (uint32_t i = 1; i < count; ++i) all[tuple->length + i - 1] = args[i];
    return call(thread, function.get(), all, static_cast<uint32_t>(total));
  }
  Ref arguments = join(thread, tuple, args + 1, count - 1);
  Ref keywords = keywords_of(thread, old.as<Dict>(), args + count, names);
  if (!arguments || !keywords) return {};
  return call_with_dict(thread, function.get(), arguments.as<Tuple>(), keywords.as<Dict>());
}

Ref partial_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Partial* partial = as<Partial>(args[0]);
  ReprGuard running(thread, partial);
  if (running.is_running()) return make_str(thread, "...");
  StrBuilder text(thread);
  text.add(type_name(thread, args[0]));
  text.add("(");
  Ref function = partial->function.take(), arguments = partial->arguments.take(), keywords = partial->keywords.take();
  if (!text.add_repr(function.get())) return {};
  for (size_t i = 0; i < arguments.as<Tuple>()->length; ++i) {
    text.add(", ");
    if (!text.add_repr(arguments.as<Tuple>()->items[i])) return {};
  }
  uint32_t position = 0;
  Ref key, value;  // their repr may change the dict
  while (dict_next_held(keywords.as<Dict>(), &position, &key, &value)) {
    text.add(", ");
    if (!text.add_str(key.get())) return {};
    text.add("=");
    if (!text.add_repr(value.get())) return {};
  }
  text.add(")");
  return text.finish();
}

Ref partial_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Partial* partial = as<Partial>(args[0]);
  Ref attributes = attributes_or_none(thread, partial);
  Ref function = partial->function.take(), stored = partial->arguments.take(), keywords = partial->keywords.take();
  Ref state = make_tuple_of(thread, function.get(), stored.get(), keywords.get(), attributes.get());
  Ref arguments = make_tuple_of(thread, function.get());
  if (!state || !arguments) return {};
  return make_tuple_of(thread, Value::object(type_of(partial)), arguments.get(), state.get());
}

// The same object where it is no subclass's.
Ref plain_tuple(Thread& thread, Value value) {
  if (is_exact<Tuple>(value)) return Ref::share(value);
  return make_tuple(thread, as<Tuple>(value)->items, as<Tuple>(value)->length);
}
Ref plain_dict(Thread& thread, Value value) {
  if (is_exact<Dict>(value)) return Ref::share(value);
  return value.is_none() ? make_dict(thread) : dict_copy(thread, as<Dict>(value));
}

Ref partial_set_state(Thread& thread, Args args, uint32_t, Tuple*) {
  Partial* partial = as<Partial>(args[0]);
  Tuple* state = is<Tuple>(args[1]) && as<Tuple>(args[1])->length == 4 ? as<Tuple>(args[1]) : nullptr;
  if (!state || !is_callable(thread, state->items[0]) || !is<Tuple>(state->items[1]) ||
      !(state->items[2].is_none() || is<Dict>(state->items[2]))) {
    return raise(thread, Error::TypeError, "invalid partial state");
  }
  Ref keep = Ref::share(args[1]);
  Ref arguments = plain_tuple(thread, state->items[1]), keywords = plain_dict(thread, state->items[2]);
  Dict* attributes = attributes_as_dict(thread, partial);
  if (!arguments || !keywords || !attributes) return {};
  dict_clear(thread, attributes);
  partial->function.put(Ref::share(state->items[0]));
  partial->arguments.put(std::move(arguments));
  partial->keywords.put(std::move(keywords));
  return state->items[3].is_none() || dict_update(thread, attributes, state->items[3]) ? Ref::none() : Ref();
}

Ref get_function(Thread&, Value self) { return as<Partial>(self)->function.take(); }
Ref get_arguments(Thread&, Value self) { return as<Partial>(self)->arguments.take(); }
Ref get_keywords(Thread&, Value self) { return as<Partial>(self)->keywords.take(); }

constexpr MethodDef kPartialMethods[] = {
    {"__new__", "*", partial_create, MethodDef::Static},
    {"__call__", "*", partial_call},
    {"__repr__", "(self, /)", partial_repr},
    {"__reduce__", "(self, /)", partial_reduce},
    {"__setstate__", "(self, state, /)", partial_set_state},
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
};
constexpr GetSetDef kPartialGetSets[] = {{"func", get_function}, {"args", get_arguments}, {"keywords", get_keywords}};

// --- cmp_to_key

struct KeyWrapper : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field compare;
  Field object;  // empty in what cmp_to_key returns
};
constexpr Layout kKeyWrapperLayout =
    FieldLayout<KeyWrapper, &KeyWrapper::compare, &KeyWrapper::object>::named("KeyWrapper");

Ref make_key(Thread& thread, Type* type, Ref compare, Ref object) {
  KeyWrapper* key = allocate<KeyWrapper>(thread, type->root);
  if (!key) return {};
  key->compare.init(std::move(compare));
  key->object.init(std::move(object));
  return Ref::own(key);
}

Ref cmp_to_key(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_key(thread, module_types(thread).comparison_key, Ref::share(args[0]), {});
}

Ref key_call(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_key(thread, type_of(thread, args[0]), as<KeyWrapper>(args[0])->compare.take(), Ref::share(args[1]));
}

template <Compare op>
Ref key_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!has_layout(args[1], kKeyWrapperLayout)) {
    return raise(thread, Error::TypeError, "other argument must be K instance");
  }
  KeyWrapper* left = as<KeyWrapper>(args[0]);
  Ref compare_function = left->compare.take(), a = left->object.take(), b = as<KeyWrapper>(args[1])->object.take();
  if (!a || !b) return raise(thread, Error::AttributeError, "object");
  Ref order = call(thread, compare_function.get(), a.get(), b.get());
  return order ? compare(thread, op, order.get(), Value::integer(0)) : Ref();
}

Ref get_key_object(Thread& thread, Value self) {
  Ref object = as<KeyWrapper>(self)->object.take();
  if (object) return object;
  return raise(thread, Error::AttributeError, "object");
}

constexpr MethodDef kKeyMethods[] = {
    {"__call__", "(self, obj)", key_call},
    {"__lt__", "(self, value, /)", key_compare<Compare::Less>},
    {"__le__", "(self, value, /)", key_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", key_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", key_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", key_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", key_compare<Compare::GreaterEqual>},
};
constexpr GetSetDef kKeyGetSets[] = {{"obj", get_key_object}};

constexpr MethodDef kFunctions[] = {
    {"reduce", "(function, iterable, initial=None, /)", reduce},
    {"cmp_to_key", "(mycmp)", cmp_to_key},
};

}  // namespace

bool init__functools(Thread& thread, Module* module) {
  Type* partial = make_native_type(
      thread, {"functools.partial", "functools", &kPartialLayout, kBaseType | kHasDict | kHasWeakref | kOwnGuards}, nullptr);
  Type* key =
      make_native_type(thread, {"functools.KeyWrapper", "functools", &kKeyWrapperLayout, kNoInstances | kOwnGuards}, nullptr);
  if (!partial || !key) return false;
  add_methods(thread, partial, kPartialMethods);
  add_getsets(thread, partial, kPartialGetSets);
  add_getsets(thread, partial, &kInstanceDict, 1);
  finish_type(thread, partial);
  add_methods(thread, key, kKeyMethods);
  add_getsets(thread, key, kKeyGetSets);
  add_constant(thread, key, "__hash__", Ref::none());
  finish_type(thread, key);
  module_types(thread).comparison_key = key;
  return add_value(thread, module, "partial", Ref::share(partial)) && add_cache_type(thread, module) &&
         add_functions(thread, module, kFunctions);
}

}  // namespace gillab
