// _operator: itemgetter, attrgetter, methodcaller.
#include "runtime/classes/construct.h"
#include "runtime/dict.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/modules/operator.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

struct Getter : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field names;     // tuple: the items; the attributes, each a tuple of names; the method's name and its arguments
  Field keywords;  // dict, of methodcaller; or empty
};
constexpr Layout kGetterLayout = FieldLayout<Getter, &Getter::names, &Getter::keywords>::named("getter");

Ref new_getter(Thread& thread, Value cls, Ref names, Ref keywords) {
  if (!names || !is<Type>(cls)) return {};
  Getter* getter = static_cast<Getter*>(allocate_instance(thread, as<Type>(cls), 0));
  if (!getter) return {};
  getter->names.init(std::move(names));
  getter->keywords.init(std::move(keywords));
  return Ref::own(getter);
}

bool takes_one(Thread& thread, const char* name, uint32_t count, Tuple* names) {
  if (names && names->length != 0) return raise(thread, Error::TypeError, "{}() takes no keyword arguments", name);
  return count == 2 || raise(thread, Error::TypeError, "{} expected 1 argument, got {}", name, count - 1);
}

// One result for one name, a tuple of results for several.
template <class Get>
Ref get_all(Thread& thread, Tuple* names, Get get) {
  if (names->length == 1) return get(names->items[0]);
  Tuple* result = new_tuple(thread, names->length);
  if (!result) return {};
  Ref owner = Ref::own(result);
  for (size_t i = 0; i < names->length; ++i) {
    Ref value = get(names->items[i]);
    if (!value) return {};
    result->items[i] = value.release();
  }
  return owner;
}

// "operator.itemgetter(1, 2)"
Ref show_call(Thread& thread, Value self, Tuple* shown, Dict* keywords) {
  StrBuilder text(thread);
  text.add(type_name(thread, self));
  text.add("(");
  for (size_t i = 0; i < shown->length; ++i) {
    if (i > 0) text.add(", ");
    if (!text.add_repr(shown->items[i])) return {};
  }
  uint32_t position = 0;
  Ref key, value;
  while (keywords && dict_next_held(keywords, &position, &key, &value)) {
    text.add(", ");
    if (!text.add_str(key.get())) return {};
    text.add("=");
    if (!text.add_repr(value.get())) return {};
  }
  text.add(")");
  return text.finish();
}

// --- itemgetter

Ref item_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (names && names->length != 0) return raise(thread, Error::TypeError, "itemgetter() takes no keyword arguments");
  if (count < 2) return raise(thread, Error::TypeError, "itemgetter expected 1 argument, got 0");
  return new_getter(thread, args[0], make_tuple(thread, args + 1, count - 1), {});
}

Ref item_call(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (!takes_one(thread, "itemgetter", count, names)) return {};
  Ref keys = as<Getter>(args[0])->names.take();
  Value object = args[1];
  return get_all(thread, keys.as<Tuple>(), [&](Value key) {
    if (is_exact<List>(object) && key.is_int()) return list_get(thread, as<List>(object), key);
    if (is_exact<Tuple>(object) && key.is_int()) return tuple_get(thread, as<Tuple>(object), key);
    return get_item(thread, object, key);
  });
}

Ref item_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  return show_call(thread, args[0], as<Getter>(args[0])->names.take().as<Tuple>(), nullptr);
}

Ref item_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_tuple_of(thread, Value::object(type_of(thread, args[0])), as<Getter>(args[0])->names.take().get());
}

// --- attrgetter

// "a.b" as a tuple of interned names.
Ref split_path(Thread& thread, Value path) {
  if (!is<Str>(path)) return raise(thread, Error::TypeError, "attribute name must be a string");
  Str* text = as<Str>(path);
  Ref parts = make_list(thread);
  for (size_t start = 0, i = 0; parts && i <= text->length; ++i) {
    if (i < text->length && text->at(i) != '.') continue;
    Ref part = substring(thread, text, start, i);
    Str* name = part ? intern(thread, part.as<Str>()) : nullptr;
    if (!name || !append(thread, parts.as<List>(), Ref::share(name))) return {};
    start = i + 1;
  }
  return parts ? tuple_from(thread, parts.get()) : Ref();
}

Ref attribute_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (names && names->length != 0) return raise(thread, Error::TypeError, "attrgetter() takes no keyword arguments");
  if (count < 2) return raise(thread, Error::TypeError, "attrgetter expected 1 argument, got 0");
  Tuple* paths = new_tuple(thread, count - 1);
  if (!paths) return {};
  Ref owner = Ref::own(paths);
  for (uint32_t i = 1; i < count; ++i) {
    Ref path = split_path(thread, args[i]);
    if (!path) return {};
    paths->items[i - 1] = path.release();
  }
  return new_getter(thread, args[0], std::move(owner), {});
}

Ref follow_path(Thread& thread, Value object, Tuple* path) {
  Ref at = Ref::share(object);
  for (size_t i = 0; at && i < path->length; ++i) at = get_attribute(thread, at.get(), as<Str>(path->items[i]));
  return at;
}

Ref attribute_call(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (!takes_one(thread, "attrgetter", count, names)) return {};
  Ref paths = as<Getter>(args[0])->names.take();
  return get_all(thread, paths.as<Tuple>(), [&](Value path) { return follow_path(thread, args[1], as<Tuple>(path)); });
}

// The names as they were given: "a.b", "c".
Ref given_paths(Thread& thread, Getter* getter) {
  Ref paths = getter->names.take();
  Tuple* result = new_tuple(thread, paths.as<Tuple>()->length);
  if (!result) return {};
  Ref owner = Ref::own(result);
  for (size_t i = 0; i < result->length; ++i) {
    Tuple* path = as<Tuple>(paths.as<Tuple>()->items[i]);
    StrBuilder text(thread);
    for (size_t j = 0; j < path->length; ++j) {
      if (j > 0) text.add(".");
      text.add(as<Str>(path->items[j]));
    }
    Ref joined = text.finish();
    if (!joined) return {};
    result->items[i] = joined.release();
  }
  return owner;
}

Ref attribute_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref paths = given_paths(thread, as<Getter>(args[0]));
  return paths ? show_call(thread, args[0], paths.as<Tuple>(), nullptr) : Ref();
}

Ref attribute_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref paths = given_paths(thread, as<Getter>(args[0]));
  return paths ? make_tuple_of(thread, Value::object(type_of(thread, args[0])), paths.get()) : Ref();
}

// --- methodcaller

Ref method_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (count < 2) {
    return raise(thread, Error::TypeError, "methodcaller needs at least one argument, the method name");
  }
  if (!is<Str>(args[1])) return raise(thread, Error::TypeError, "method name must be a string");
  Ref keywords;
  if (names && names->length != 0) {
    keywords = make_dict(thread);
    for (size_t i = 0; keywords && i < names->length; ++i) {
      if (!dict_set(thread, keywords.as<Dict>(), names->items[i], Ref::share(args[count + i]))) return {};
    }
  }
  return new_getter(thread, args[0], make_tuple(thread, args + 1, count - 1), std::move(keywords));
}

Ref method_call(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (!takes_one(thread, "methodcaller", count, names)) return {};
  Ref stored = as<Getter>(args[0])->names.take(), keywords = as<Getter>(args[0])->keywords.take();
  Tuple* tuple = stored.as<Tuple>();
  Str* name = intern(thread, as<Str>(tuple->items[0]));
  if (!name) return {};
  if (!keywords) return call_method(thread, args[1], name, tuple->items + 1, static_cast<uint32_t>(tuple->length - 1));
  Ref method = get_attribute(thread, args[1], name);
  Ref arguments = method ? make_tuple(thread, tuple->items + 1, tuple->length - 1) : Ref();
  if (!arguments) return {};
  return call_with_dict(thread, method.get(), arguments.as<Tuple>(), keywords.as<Dict>());
}

Ref method_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref names = as<Getter>(args[0])->names.take(), keywords = as<Getter>(args[0])->keywords.take();
  return show_call(thread, args[0], names.as<Tuple>(), keywords ? keywords.as<Dict>() : nullptr);
}

// With keywords it is made again by functools.partial(methodcaller, name, **keywords)(*others).
Ref reduce_with_keywords(Thread& thread, Value self, Tuple* names, Dict* keywords) {
  Ref import = dict_get_name(thread.interpreter->builtins, intern(thread, std::string_view("__import__")));
  Ref module_name = make_str(thread, "functools");
  Ref module = import && module_name ? call(thread, import.get(), module_name.get()) : Ref();
  Ref partial = module ? get_attribute(thread, module.get(), intern(thread, std::string_view("partial"))) : Ref();
  Ref bound = partial ? make_tuple_of(thread, Value::object(type_of(thread, self)), names->items[0]) : Ref();
  Ref maker = bound ? call_with_dict(thread, partial.get(), bound.as<Tuple>(), keywords) : Ref();
  Ref others = maker ? make_tuple(thread, names->items + 1, names->length - 1) : Ref();
  return others ? make_tuple_of(thread, maker.get(), others.get()) : Ref();
}

Ref method_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref names = as<Getter>(args[0])->names.take(), keywords = as<Getter>(args[0])->keywords.take();
  if (keywords) return reduce_with_keywords(thread, args[0], names.as<Tuple>(), keywords.as<Dict>());
  return make_tuple_of(thread, Value::object(type_of(thread, args[0])), as<Getter>(args[0])->names.take().get());
}

struct GetterDef {
  const char* name;
  NativeCall create;
  NativeCall call;
  NativeCall repr;
  NativeCall reduce;
};
constexpr GetterDef kGetters[] = {
    {"operator.itemgetter", item_create, item_call, item_repr, item_reduce},
    {"operator.attrgetter", attribute_create, attribute_call, attribute_repr, attribute_reduce},
    {"operator.methodcaller", method_create, method_call, method_repr, method_reduce},
};

}  // namespace

bool add_getter_types(Thread& thread, Module* module) {
  for (const GetterDef& def : kGetters) {
    Type* type = make_native_type(thread, {def.name, "operator", &kGetterLayout, kBaseType | kOwnGuards}, nullptr);
    if (!type) return false;
    const MethodDef rows[] = {
        {"__new__", "*", def.create, MethodDef::Static},
        {"__call__", "*", def.call},
        {"__repr__", "(self, /)", def.repr},
        {"__reduce__", "(self, /)", def.reduce},
    };
    add_methods(thread, type, rows);
    finish_type(thread, type);
    if (!add_value(thread, module, std::strrchr(def.name, '.') + 1, Ref::share(type))) return false;
  }
  return true;
}

}  // namespace gillab
