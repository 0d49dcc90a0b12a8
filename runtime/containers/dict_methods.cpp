// dict: what scripts call. Storage: dict.cpp; views: dict_views.cpp.
#include "runtime/classes/construct.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/containers/dict_table.h"
#include "runtime/iterators.h"
#include "runtime/native.h"
#include "runtime/containers/sequence.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

using Args = const Value*;

Dict* self_of(Args args) { return as<Dict>(args[0]); }
Ref done(bool ok) { return ok ? Ref::none() : Ref(); }

Ref dict_create(Thread& thread, Args args, uint32_t count, Tuple*) {
  if (count == 0) return raise(thread, Error::TypeError, "dict.__new__(): not enough arguments");
  Type* type = class_argument(thread, args[0], thread.types().dict);
  if (!type) return {};
  Dict* dict = static_cast<Dict*>(allocate_instance(thread, type, 0));
  if (!dict) return {};
  init_dict(dict);
  return Ref::own(dict);
}

// (self, [mapping or pairs], **keywords) for __init__ and update.
Ref update_with(Thread& thread, Args args, uint32_t count, Tuple* names, const char* name) {
  uint32_t positional = count;
  if (positional > 2) {
    return raise(thread, Error::TypeError, "{} expected at most 1 argument, got {}", name, positional - 1);
  }
  Dict* dict = self_of(args);
  TransferGuard guard(dict, positional == 2 ? args[1] : Value());
  if (positional == 2 && !dict_update(thread, dict, args[1])) return {};
  for (size_t i = 0; names && i < names->length; ++i) {
    if (!dict_set(thread, dict, names->items[i], Ref::share(args[count + i]))) return {};
  }
  return Ref::none();
}
Ref dict_init(Thread& thread, Args args, uint32_t count, Tuple* names) {
  return update_with(thread, args, count, names, "dict");
}
Ref dict_update_method(Thread& thread, Args args, uint32_t count, Tuple* names) {
  return update_with(thread, args, count, names, "update");
}

// What a subclass gives for a key that was not there. One step with asking once more: two threads that miss the same key
// of a defaultdict get the same value.
Ref missing_item(Thread& thread, Args args) {
  Guard guard(self_of(args)->header);
  Ref value;
  Found found = gil::Layer::kConcurrent ? dict_get(thread, self_of(args), args[1], &value) : Found::No;
  if (found != Found::No) return value;
  Value missing = special_method(thread, args[0], Dunder::Missing);
  return missing.is_empty() ? Ref(raise_object(thread, Error::KeyError, args[1]))
                            : call_special(thread, missing, args[0], args[1]);
}

Ref dict_get_item(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref value;
  Found found = dict_get(thread, self_of(args), args[1], &value);
  if (found == Found::Yes) return value;
  if (found == Found::Error) return {};
  return is_exact<Dict>(args[0]) ? Ref(raise_object(thread, Error::KeyError, args[1])) : missing_item(thread, args);
}

Ref dict_set_item(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(dict_set(thread, self_of(args), args[1], Ref::share(args[2])));
}

Ref dict_delete_item(Thread& thread, Args args, uint32_t, Tuple*) {
  Found found = dict_delete(thread, self_of(args), args[1]);
  if (found == Found::No) return raise_object(thread, Error::KeyError, args[1]);
  return done(found == Found::Yes);
}

Ref dict_contains_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Found found = dict_contains(thread, self_of(args), args[1]);
  return found == Found::Error ? Ref() : Ref::boolean(found == Found::Yes);
}

Ref dict_length(Thread&, Args args, uint32_t, Tuple*) { return Ref::own(Value::integer(dict_size(self_of(args)))); }
Ref dict_iter(Thread& thread, Args args, uint32_t, Tuple*) { return dict_iterator(thread, self_of(args), 0); }

Ref dict_reversed(Thread& thread, Args args, uint32_t, Tuple*) {
  return dict_reverse_iterator(thread, self_of(args), 0);
}

Ref dict_get_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref value;
  Found found = dict_get(thread, self_of(args), args[1], &value);
  if (found == Found::No) return args[2].is_empty() ? Ref::none() : Ref::share(args[2]);
  return value;
}

Ref dict_pop_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref value;
  const bool empty = dict_size(self_of(args)) == 0;  // then the key is not even hashed
  Found found = empty ? Found::No : dict_pop(thread, self_of(args), args[1], &value);
  if (found != Found::No) return value;
  return args[2].is_empty() ? raise_object(thread, Error::KeyError, args[1]) : Ref::share(args[2]);
}

Ref dict_pop_item(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref key, value;
  if (!dict_pop_last(self_of(args), &key, &value)) {
    return raise(thread, Error::KeyError, "popitem(): dictionary is empty");
  }
  return make_tuple_of(thread, key.get(), value.get());
}

Ref dict_set_default_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref result;
  Value value = args[2].is_empty() ? Value::none() : args[2];
  return dict_set_default(thread, self_of(args), args[1], value, &result) == Found::Error ? Ref() : std::move(result);
}

Ref dict_clear_method(Thread& thread, Args args, uint32_t, Tuple*) {
  dict_clear(thread, self_of(args));
  return Ref::none();
}

Ref dict_copy_method(Thread& thread, Args args, uint32_t, Tuple*) { return dict_copy(thread, self_of(args)); }

Ref dict_from_keys(Thread& thread, Args args, uint32_t, Tuple*) {
  Value value = args[2].is_empty() ? Value::none() : args[2];
  Ref result = call(thread, args[0]);
  if (!result) return {};
  bool plain = is_exact<Dict>(result.get());
  Each each(thread, args[1]);
  while (Ref key = each.next()) {
    bool ok = plain ? dict_set(thread, result.as<Dict>(), key.get(), Ref::share(value))
                    : set_item(thread, result.get(), key.get(), value);
    if (!ok) return {};
  }
  return each.failed() ? Ref() : std::move(result);
}

Ref dict_or(Thread& thread, Value left, Value right) {
  if (!is<Dict>(left) || !is<Dict>(right)) return Ref::not_implemented();
  SourceGuard guard(left, right);
  Ref result = dict_copy(thread, as<Dict>(left));
  if (!result || !dict_update(thread, result.as<Dict>(), right)) return {};
  return result;
}
Ref dict_or_method(Thread& thread, Args args, uint32_t, Tuple*) { return dict_or(thread, args[0], args[1]); }
Ref dict_or_reflected(Thread& thread, Args args, uint32_t, Tuple*) { return dict_or(thread, args[1], args[0]); }
Ref dict_or_in_place(Thread& thread, Args args, uint32_t, Tuple*) {
  return dict_update(thread, self_of(args), args[1]) ? Ref::share(args[0]) : Ref();
}

template <bool kEqual>
Ref dict_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Dict>(args[1])) return Ref::not_implemented();
  Truth same = dict_equal(thread, self_of(args), as<Dict>(args[1]));
  return same == Truth::Error ? Ref() : Ref::boolean((same == Truth::Yes) == kEqual);
}

bool add_entries(Thread& thread, Dict* dict, StrBuilder* text) {
  NativeDepth depth(thread, " while getting the repr of an object");
  if (!depth) return false;
  uint32_t position = 0;
  Ref key, value;
  bool first = true;
  Guard guard(dict->header);
  while (dict_next_held(dict, &position, &key, &value)) {
    if (!first) text->add(", ");
    first = false;
    if (!text->add_repr(key.get())) return false;
    text->add(": ");
    if (!text->add_repr(value.get())) return false;
  }
  return true;
}

Ref dict_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Dict* dict = self_of(args);
  Guard guard(dict->header);
  if (dict->used.get() == 0) return make_str(thread, "{}");
  ReprGuard running(thread, dict);
  if (running.is_running()) return make_str(thread, "{...}");
  StrBuilder text(thread);
  text.add("{");
  if (!add_entries(thread, dict, &text)) return {};
  text.add("}");
  return text.finish();
}

template <int kWhat>
Ref dict_view(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_dict_view(thread, self_of(args), kWhat);
}

Ref dict_size_of(Thread& thread, Args args, uint32_t, Tuple*) {
  Guard guard(self_of(args)->header);
  return make_int_from_unsigned(thread, 64 + table_bytes(self_of(args)->table.get()));
}

constexpr MethodDef kMethods[] = {
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
    {"__new__", "*", dict_create, MethodDef::Static},
    {"__init__", "*", dict_init},
    {"__repr__", "(self, /)", dict_repr},
    {"__len__", "(self, /)", dict_length},
    {"__iter__", "(self, /)", dict_iter},
    {"__reversed__", "(self, /)", dict_reversed},
    {"__contains__", "(self, key, /)", dict_contains_method},
    {"__getitem__", "(self, key, /)", dict_get_item},
    {"__setitem__", "(self, key, value, /)", dict_set_item},
    {"__delitem__", "(self, key, /)", dict_delete_item},
    {"__or__", "(self, value, /)", dict_or_method},
    {"__ror__", "(self, value, /)", dict_or_reflected},
    {"__ior__", "(self, value, /)", dict_or_in_place},
    {"__eq__", "(self, value, /)", dict_compare<true>},
    {"__ne__", "(self, value, /)", dict_compare<false>},
    {"__sizeof__", "(self, /)", dict_size_of},
    {"get", "(self, key, default=None, /)", dict_get_method},
    {"keys", "(self, /)", dict_view<0>},
    {"values", "(self, /)", dict_view<1>},
    {"items", "(self, /)", dict_view<2>},
    {"pop", "(self, key, default=None, /)", dict_pop_method},
    {"popitem", "(self, /)", dict_pop_item},
    {"setdefault", "(self, key, default=None, /)", dict_set_default_method},
    {"update", "*", dict_update_method},
    {"clear", "(self, /)", dict_clear_method},
    {"copy", "(self, /)", dict_copy_method},
    {"fromkeys", "(cls, iterable, value=None, /)", dict_from_keys, MethodDef::Class},
};

}  // namespace

void setup_dict(Thread& thread, Type* type) {
  add_type_flags(type, kBaseType | kMappingPattern | kSelfPattern);
  add_methods(thread, type, kMethods);
  add_constant(thread, type, "__hash__", Ref::none());
}

}  // namespace gillab
