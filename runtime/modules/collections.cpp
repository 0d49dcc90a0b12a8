// _collections: defaultdict, OrderedDict, the getters of namedtuple and the counting of Counter. deque: deque.cpp; the
// rest of `collections` is Python: lib/collections/__init__.py.
#include "runtime/classes/construct.h"
#include "runtime/containers/dict_table.h"
#include "runtime/function.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/modules/deque.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"
#include "runtime/containers/sequence.h"
#include "runtime/classes/type_build.h"

namespace gillab {
namespace {

using Args = const Value*;

Ref done(bool ok) { return ok ? Ref::none() : Ref(); }

// --- defaultdict

struct DefaultDict : Dict {
  Field factory;  // or None
};

void destroy_default(Thread& thread, Object* object) {
  static_cast<DefaultDict*>(object)->factory.end();
  dict_release(thread, static_cast<Dict*>(object));
  free_with_attributes(thread, object, sizeof(DefaultDict));
}
void traverse_default(Object* object, const Visitor& visitor) {
  visitor(static_cast<DefaultDict*>(object)->factory);
  dict_traverse(static_cast<Dict*>(object), visitor);
  traverse_attributes(object, visitor);
}
void clear_default(Thread& thread, Object* object) {
  static_cast<DefaultDict*>(object)->factory.put(Ref::none());
  dict_clear(thread, static_cast<Dict*>(object));
  drop_attributes(thread, object);
}
constexpr Layout kDefaultDictLayout = {"defaultdict",   sizeof(DefaultDict), true,
                                       destroy_default, traverse_default,    clear_default};

DefaultDict* default_of(Value value) { return static_cast<DefaultDict*>(as<Dict>(value)); }

Ref default_create(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Type>(args[0])) return raise(thread, Error::TypeError, "defaultdict.__new__(X): X is not a type object");
  Object* object = allocate_instance(thread, as<Type>(args[0]), 0);
  if (!object) return {};
  init_dict(static_cast<DefaultDict*>(object));
  static_cast<DefaultDict*>(object)->factory.init(Ref::none());
  return Ref::own(object);
}

// (self, factory, [mapping or pairs], **keywords)
Ref default_init(Thread& thread, Args args, uint32_t count, Tuple* names) {
  Value factory = count > 1 ? args[1] : Value::none();
  if (!factory.is_none() && !is_callable(thread, factory)) {
    return raise(thread, Error::TypeError, "first argument must be callable or None");
  }
  if (count > 3) {
    return raise(thread, Error::TypeError, "defaultdict expected at most 2 arguments, got {}", count - 1);
  }
  TransferGuard guard(as<Dict>(args[0]), count == 3 ? args[2] : Value());
  default_of(args[0])->factory.put(Ref::share(factory));
  if (count == 3 && !dict_update(thread, as<Dict>(args[0]), args[2])) return {};
  for (size_t i = 0; names && i < names->length; ++i) {
    if (!dict_set(thread, as<Dict>(args[0]), names->items[i], Ref::share(args[count + i]))) return {};
  }
  return Ref::none();
}

Ref default_missing(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref factory = default_of(args[0])->factory.take();
  if (factory.get().is_none()) return raise_object(thread, Error::KeyError, args[1]);
  Ref value = call(thread, factory.get());
  if (!value) return {};
  bool plain = dunder_of(type_of(thread, args[0]), Dunder::SetItem) == dunder_of(thread.types().dict, Dunder::SetItem);
  bool ok = plain ? dict_set(thread, as<Dict>(args[0]), args[1], value.share())
                  : set_item(thread, args[0], args[1], value.get());
  return ok ? std::move(value) : Ref();
}

Ref default_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Value dict_repr = dunder_of(thread.types().dict, Dunder::Repr);
  Ref content = call_special(thread, dict_repr, args[0]);
  if (!content) return {};
  Ref shown;
  {
    Ref factory = default_of(args[0])->factory.take();
    ReprGuard running(thread, factory.get().is_object() ? factory.get().as_object() : args[0].as_object());
    shown = running.is_running() ? make_str(thread, "...") : repr(thread, factory.get());
  }
  if (!shown) return {};
  return format_text(thread, "{}({}, {})",
                     {FormatArg(short_type_name(thread, args[0])), FormatArg(shown.get()), FormatArg(content.get())});
}

Ref default_copy(Thread& thread, Args args, uint32_t, Tuple*) {
  return call(thread, Value::object(type_of(thread, args[0])), default_of(args[0])->factory.take().get(), args[0]);
}

Ref default_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref factory = default_of(args[0])->factory.take();
  Ref arguments = factory.get().is_none() ? empty_tuple(thread) : make_tuple_of(thread, factory.get());
  Ref items = call_method(thread, args[0], intern(thread, "items"));
  Ref walk = items ? iterate(thread, items.get()) : Ref();
  if (!arguments || !walk) return {};
  return make_tuple_of(thread, Value::object(type_of(thread, args[0])), arguments.get(), Value::none(), Value::none(),
                       walk.get());
}

Ref default_join(Thread& thread, Value self, Value left, Value right) {
  if (!is<Dict>(left) || !is<Dict>(right)) return Ref::not_implemented();
  Ref result = call(thread, Value::object(type_of(thread, self)), default_of(self)->factory.take().get(), left);
  if (!result || !dict_update(thread, result.as<Dict>(), right)) return {};
  return result;
}
Ref default_or(Thread& thread, Args args, uint32_t, Tuple*) { return default_join(thread, args[0], args[0], args[1]); }
Ref default_or_reflected(Thread& thread, Args args, uint32_t, Tuple*) {
  return default_join(thread, args[0], args[1], args[0]);
}

Ref get_factory(Thread&, Value self) { return default_of(self)->factory.take(); }
bool set_factory(Thread&, Value self, Value value) {
  default_of(self)->factory.put(value.is_empty() ? Ref::none() : Ref::share(value));
  return true;
}

constexpr MethodDef kDefaultMethods[] = {
    {"__new__", "(cls, *args, **kwargs)", default_create, MethodDef::Static},
    {"__init__", "*", default_init},
    {"__missing__", "(self, key, /)", default_missing},
    {"__repr__", "(self, /)", default_repr},
    {"__or__", "(self, value, /)", default_or},
    {"__ror__", "(self, value, /)", default_or_reflected},
    {"__copy__", "(self, /)", default_copy},
    {"__reduce__", "(self, /)", default_reduce},
    {"copy", "(self, /)", default_copy},
};
constexpr GetSetDef kDefaultGetSets[] = {{"default_factory", get_factory, set_factory}};

// --- OrderedDict: a dict keeps the order; what it lacks is moving, taking from both ends and comparing by order

bool is_plain_ordered(Thread& thread, Value value) { return !has_flag(type_of(thread, value), kHeapType); }

bool set_pair(Thread& thread, Value self, Value pair) {
  Ref items[3];
  int found = 0;
  {
    Each each(thread, pair);
    while (found < 3 && (items[found] = each.next())) ++found;
    if (each.failed()) return false;
  }
  if (found == 2) return set_item(thread, self, items[0].get(), items[1].get());
  if (found == 3) return raise(thread, Error::ValueError, "too many values to unpack (expected 2)");
  return raise(thread, Error::ValueError, "need more than {} value{} to unpack", found, found == 1 ? "" : "s");
}

bool set_pairs(Thread& thread, Value self, Value pairs) {
  Each each(thread, pairs);
  while (Ref pair = each.next()) {
    if (!set_pair(thread, self, pair.get())) return false;
  }
  return !each.failed();
}

bool set_keys_of(Thread& thread, Value self, Value mapping, Value keys) {
  Each each(thread, keys);
  while (Ref key = each.next()) {
    Ref value = get_item(thread, mapping, key.get());
    if (!value || !set_item(thread, self, key.get(), value.get())) return false;
  }
  return !each.failed();
}

// In the order of the other one; a subclass sees each item come.
bool take_items(Thread& thread, Value self, Value other) {
  if (is_exact<Dict>(other) && is_plain_ordered(thread, self)) return dict_update(thread, as<Dict>(self), other);
  for (const char* name : {"keys", "items"}) {
    const bool of_keys = name[0] == 'k' && !is_exact<Dict>(other);
    if (name[0] == 'k' && !of_keys) continue;
    Ref method = get_attribute_or_empty(thread, other, intern(thread, std::string_view(name)));
    if (!method && thread.has_exception()) return false;
    Ref given = method ? call(thread, method.get()) : Ref();
    if (method && !given) return false;
    if (given) return of_keys ? set_keys_of(thread, self, other, given.get()) : set_pairs(thread, self, given.get());
  }
  return set_pairs(thread, self, other);
}

Ref ordered_update(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (count > 2) return raise(thread, Error::TypeError, "expected at most 1 arguments, got {}", count - 1);
  TransferGuard guard(as<Dict>(args[0]), count == 2 ? args[1] : Value());
  if (count == 2 && !take_items(thread, args[0], args[1])) return {};
  for (size_t i = 0; names && i < names->length; ++i) {
    if (!set_item(thread, args[0], names->items[i], args[count + i])) return {};
  }
  return Ref::none();
}

Ref ordered_move_to_end(Thread& thread, Args args, uint32_t, Tuple*) {
  Truth last = args[2].is_empty() ? Truth::Yes : truth(thread, args[2]);
  if (last == Truth::Error) return {};
  return done(dict_move_to_end(thread, as<Dict>(args[0]), args[1], last == Truth::Yes));
}

Ref ordered_pop_item(Thread& thread, Args args, uint32_t, Tuple*) {
  Truth last = args[1].is_empty() ? Truth::Yes : truth(thread, args[1]);
  if (last == Truth::Error) return {};
  Ref key, value;
  Dict* dict = as<Dict>(args[0]);
  bool found = last == Truth::Yes ? dict_pop_last(dict, &key, &value) : dict_pop_first(dict, &key, &value);
  if (!found) return raise(thread, Error::KeyError, "dictionary is empty");
  return make_tuple_of(thread, key.get(), value.get());
}

Truth ordered_equal(Thread& thread, Value left, Value right) {
  SourceGuard guard(left, right);
  Truth same = dict_equal(thread, as<Dict>(left), as<Dict>(right));
  bool both_ordered = is_subtype(type_of(thread, right), type_of(thread, left)) ||
                      lookup_in_type(thread, type_of(thread, right), intern(thread, "move_to_end")).is_object();
  if (same != Truth::Yes || !both_ordered) return same;
  Ref left_keys = dict_keys_list(thread, as<Dict>(left)), right_keys = dict_keys_list(thread, as<Dict>(right));
  return left_keys && right_keys ? equal(thread, left_keys.get(), right_keys.get()) : Truth::Error;
}

template <bool kEqual>
Ref ordered_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Dict>(args[1])) return Ref::not_implemented();
  Truth same = ordered_equal(thread, args[0], args[1]);
  return same == Truth::Error ? Ref() : Ref::boolean((same == Truth::Yes) == kEqual);
}

Ref ordered_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  FormatArg name(short_type_name(thread, args[0]));
  if (as<Dict>(args[0])->used.get() == 0) return format_text(thread, "{}()", {name});
  ReprGuard running(thread, args[0].as_object());
  if (running.is_running()) return make_str(thread, "...");
  Ref items = call_method(thread, args[0], intern(thread, "items"));
  Ref pairs = items ? list_from(thread, items.get()) : Ref();
  Ref shown = pairs ? repr(thread, pairs.get()) : Ref();
  return shown ? format_text(thread, "{}({})", {name, FormatArg(shown.get())}) : Ref();
}

Ref ordered_pop(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref value;
  Found found = dict_pop(thread, as<Dict>(args[0]), args[1], &value);
  if (found != Found::No) return value;
  return args[2].is_empty() ? raise_object(thread, Error::KeyError, args[1]) : Ref::share(args[2]);
}

// For a subclass by the methods it has.
Ref ordered_set_default(Thread& thread, Args args, uint32_t, Tuple*) {
  const Value value = args[2].is_empty() ? Value::none() : args[2];
  Ref result;
  if (is_plain_ordered(thread, args[0])) {
    return dict_set_default(thread, as<Dict>(args[0]), args[1], value, &result) == Found::Error ? Ref()
                                                                                                : std::move(result);
  }
  Found found = dict_contains(thread, as<Dict>(args[0]), args[1]);
  if (found == Found::Yes) return get_item(thread, args[0], args[1]);
  return found == Found::No && set_item(thread, args[0], args[1], value) ? Ref::share(value) : Ref();
}

Ref ordered_from_keys(Thread& thread, Args args, uint32_t, Tuple*) {
  const Value value = args[2].is_empty() ? Value::none() : args[2];
  Ref result = call(thread, args[0]);
  if (!result) return {};
  Each each(thread, args[1]);
  while (Ref key = each.next()) {
    if (!set_item(thread, result.get(), key.get(), value)) return {};
  }
  return each.failed() ? Ref() : std::move(result);
}

template <uint32_t kWhat>
Ref ordered_view(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref view = make_dict_view(thread, as<Dict>(args[0]), kWhat);
  if (view) view.as<DictView>()->shape.set(module_types(thread).ordered_views[kWhat]->root);
  return view;
}

Ref ordered_copy(Thread& thread, Args args, uint32_t, Tuple*) {
  return call(thread, Value::object(type_of(thread, args[0])), args[0]);
}

Ref ordered_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref nothing = empty_tuple(thread);
  Ref items = call_method(thread, args[0], intern(thread, "items"));
  Ref walk = items ? iterate(thread, items.get()) : Ref();
  Ref state = walk ? call_method(thread, args[0], thread.names().__getstate__) : Ref();
  if (!nothing || !state) return {};
  return make_tuple_of(thread, Value::object(type_of(thread, args[0])), nothing.get(), state.get(), Value::none(),
                       walk.get());
}

Ref ordered_join(Thread& thread, Value self, Value left, Value right) {
  if (!is<Dict>(left) || !is<Dict>(right)) return Ref::not_implemented();
  Ref result = call(thread, Value::object(type_of(thread, self)), left);
  if (!result || !dict_update(thread, result.as<Dict>(), right)) return {};
  return result;
}
Ref ordered_or(Thread& thread, Args args, uint32_t, Tuple*) { return ordered_join(thread, args[0], args[0], args[1]); }
Ref ordered_or_reflected(Thread& thread, Args args, uint32_t, Tuple*) {
  return ordered_join(thread, args[0], args[1], args[0]);
}

constexpr MethodDef kOrderedMethods[] = {
    {"__init__", "*", ordered_update},
    {"__repr__", "(self, /)", ordered_repr},
    {"__eq__", "(self, value, /)", ordered_compare<true>},
    {"__ne__", "(self, value, /)", ordered_compare<false>},
    {"__or__", "(self, value, /)", ordered_or},
    {"__ror__", "(self, value, /)", ordered_or_reflected},
    {"__reduce__", "(self, /)", ordered_reduce},
    {"update", "*", ordered_update},
    {"move_to_end", "(self, /, key, last=True)", ordered_move_to_end},
    {"popitem", "(self, /, last=True)", ordered_pop_item},
    {"copy", "(self, /)", ordered_copy},
    {"pop", "(self, /, key, default=None)", ordered_pop},
    {"setdefault", "(self, /, key, default=None)", ordered_set_default},
    {"fromkeys", "(cls, /, iterable, value=None)", ordered_from_keys, MethodDef::Class},
    {"keys", "(self, /)", ordered_view<0>},
    {"values", "(self, /)", ordered_view<1>},
    {"items", "(self, /)", ordered_view<2>},
};

// The views differ from dict's by name only.
bool make_ordered_views(Thread& thread) {
  const Types& types = thread.types();
  Type* const plain[] = {types.dict_keys, types.dict_values, types.dict_items};
  const char* const names[] = {"odict_keys", "odict_values", "odict_items"};
  for (int i = 0; i < 3; ++i) {
    Type* type = make_native_type(thread, {names[i], "builtins", nullptr, kNoInstances}, plain[i]);
    if (!type) return false;
    finish_type(thread, type);
    module_types(thread).ordered_views[i] = type;
  }
  return true;
}

// --- _tuplegetter: the fields of a namedtuple

struct TupleGetter : Object {
  static constexpr Kind kKind = Kind::Extension;
  int64_t position;
  Field doc;
};
constexpr Layout kTupleGetterLayout = FieldLayout<TupleGetter, &TupleGetter::doc>::named("_tuplegetter");

Ref getter_create(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position;
  if (!is<Type>(args[0])) return raise(thread, Error::TypeError, "_tuplegetter.__new__(X): X is not a type object");
  if (!index_as_int64(thread, args[1], &position)) return {};
  TupleGetter* getter = static_cast<TupleGetter*>(allocate_instance(thread, as<Type>(args[0]), 0));
  if (!getter) return {};
  getter->position = position;
  getter->doc.init(Ref::share(args[2]));
  return Ref::own(getter);
}

Ref getter_get(Thread& thread, Args args, uint32_t, Tuple*) {
  TupleGetter* getter = as<TupleGetter>(args[0]);
  if (args[1].is_none()) return Ref::share(args[0]);
  if (!is<Tuple>(args[1])) {
    return raise(thread, Error::TypeError,
                 "descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object", getter->position,
                 type_name(thread, args[1]));
  }
  Tuple* tuple = as<Tuple>(args[1]);
  if (getter->position < 0 || getter->position >= static_cast<int64_t>(tuple->length)) {
    return raise(thread, Error::IndexError, "tuple index out of range");
  }
  return Ref::share(tuple->items[getter->position]);
}

Ref getter_set(Thread& thread, Args, uint32_t, Tuple*) {
  return raise(thread, Error::AttributeError, "can't set attribute");
}
Ref getter_delete(Thread& thread, Args, uint32_t, Tuple*) {
  return raise(thread, Error::AttributeError, "can't delete attribute");
}

Ref getter_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref doc = repr(thread, as<TupleGetter>(args[0])->doc.take().get());
  if (!doc) return {};
  return format_text(thread, "_tuplegetter({}, {})",
                     {FormatArg(as<TupleGetter>(args[0])->position), FormatArg(doc.get())});
}

Ref get_doc(Thread&, Value self) { return as<TupleGetter>(self)->doc.take(); }
bool set_doc(Thread&, Value self, Value value) {
  as<TupleGetter>(self)->doc.put(value.is_empty() ? Ref::none() : Ref::share(value));
  return true;
}

constexpr MethodDef kGetterMethods[] = {
    {"__new__", "(cls, index, doc, /)", getter_create, MethodDef::Static},
    {"__get__", "(self, instance, owner=None, /)", getter_get},
    {"__set__", "(self, instance, value, /)", getter_set},
    {"__delete__", "(self, instance, /)", getter_delete},
    {"__repr__", "(self, /)", getter_repr},
};
constexpr GetSetDef kGetterGetSets[] = {{"__doc__", get_doc, set_doc}};

// --- Counter's counting

Ref add_one(Thread& thread, Value count) {
  if (count.is_int()) return make_int(thread, count.as_int() + 1);
  return binary(thread, Binary::Add, count, Value::integer(1));
}

bool count_in_dict(Thread& thread, Dict* dict, Value iterable) {
  TransferGuard guard(dict, iterable);
  Each each(thread, iterable);
  while (Ref key = each.next()) {
    int64_t hash;
    Ref count;
    if (!key_hash(thread, key.get(), &hash)) return false;
    Found found = dict_get_hashed(thread, dict, key.get(), hash, &count);
    if (found == Found::Error) return false;
    Ref more = add_one(thread, found == Found::Yes ? count.get() : Value::integer(0));
    if (!more || !dict_set_hashed(thread, dict, key.get(), hash, std::move(more))) return false;
  }
  return !each.failed();
}

bool count_in_mapping(Thread& thread, Value mapping, Value iterable) {
  Ref get = get_attribute(thread, mapping, intern(thread, "get"));
  if (!get) return false;
  Each each(thread, iterable);
  while (Ref key = each.next()) {
    Ref count = call(thread, get.get(), key.get(), Value::integer(0));
    Ref more = count ? add_one(thread, count.get()) : Ref();
    if (!more || !set_item(thread, mapping, key.get(), more.get())) return false;
  }
  return !each.failed();
}

// Nothing between the mapping's class and dict says how items are read and stored.
bool counts_like_dict(Thread& thread, Value mapping) {
  if (!is<Dict>(mapping)) return false;
  Type* type = type_of(thread, mapping);
  Type* dict = thread.types().dict;
  Str* get = intern(thread, "get");
  return dunder_of(type, Dunder::SetItem) == dunder_of(dict, Dunder::SetItem) &&
         lookup_in_type(thread, type, get) == lookup_in_type(thread, dict, get);
}

Ref count_elements(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(counts_like_dict(thread, args[0]) ? count_in_dict(thread, as<Dict>(args[0]), args[1])
                                                : count_in_mapping(thread, args[0], args[1]));
}

constexpr MethodDef kFunctions[] = {{"_count_elements", "(mapping, iterable, /)", count_elements}};

bool add_type(Thread& thread, Module* module, Type* type) {
  if (!type) return false;
  finish_type(thread, type);
  return add_value(thread, module, std::strrchr(type->native_name, '.') + 1, Ref::share(type));
}

}  // namespace

bool init__collections(Thread& thread, Module* module) {
  Type* dict = thread.types().dict;
  Type* deque = make_deque_type(thread);
  if (!deque || !add_value(thread, module, "deque", Ref::share(deque))) return false;
  Type* defaults = make_native_type(
      thread, {"collections.defaultdict", "collections", &kDefaultDictLayout, kBaseType | kHasWeakref}, dict);
  if (!defaults) return false;
  add_methods(thread, defaults, kDefaultMethods);
  add_getsets(thread, defaults, kDefaultGetSets);
  Type* ordered = make_native_type(
      thread, {"collections.OrderedDict", "collections", nullptr, kBaseType | kHasWeakref | kHasDict, Kind::Extension,
               "A dict that knows the order in which its keys came."}, dict);
  if (!ordered) return false;
  add_methods(thread, ordered, kOrderedMethods);
  add_getsets(thread, ordered, &kInstanceDict, 1);
  add_constant(thread, ordered, "__hash__", Ref::none());
  module_types(thread).ordered_dict = ordered;
  if (!make_ordered_views(thread)) return false;
  Type* getter = make_native_type(thread, {"_collections._tuplegetter", "_collections", &kTupleGetterLayout}, nullptr);
  if (!getter) return false;
  add_methods(thread, getter, kGetterMethods);
  add_getsets(thread, getter, kGetterGetSets);
  return add_type(thread, module, defaults) && add_type(thread, module, ordered) && add_type(thread, module, getter) &&
         add_functions(thread, module, kFunctions);
}

}  // namespace gillab
