// list[int]: types.GenericAlias. Unions: union_type.cpp.
#include "runtime/classes/generic_alias.h"

#include "runtime/classes/attributes.h"
#include "runtime/classes/descriptors.h"
#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

using AliasFields = FieldLayout<GenericAlias, &GenericAlias::origin, &GenericAlias::args, &GenericAlias::parameters>;

GenericAlias* self_of(Value value) { return as<GenericAlias>(value); }

bool add_unique(Thread& thread, List* list, Value value) {
  for (uint32_t i = 0; i < list->length.get(); ++i) {
    if (list->items.get()[i] == value) return true;
  }
  return append(thread, list, Ref::share(value));
}

// The type variables among the arguments, in order of first use.
bool collect_parameters(Thread& thread, const Tuple* args, List* found) {
  Str* marker = intern(thread, std::string_view("__typing_subst__"));
  Str* nested = intern(thread, std::string_view("__parameters__"));
  for (uint64_t i = 0; i < args->length; ++i) {
    if (is<Type>(args->items[i])) continue;
    Ref variable = get_attribute_or_empty(thread, args->items[i], marker);
    if (thread.has_exception()) return false;
    if (variable) {
      if (!add_unique(thread, found, args->items[i])) return false;
      continue;
    }
    Ref inner = get_attribute_or_empty(thread, args->items[i], nested);
    if (thread.has_exception()) return false;
    if (!inner || !is<Tuple>(inner.get())) continue;
    for (uint64_t j = 0; j < inner.as<Tuple>()->length; ++j) {
      if (!add_unique(thread, found, inner.as<Tuple>()->items[j])) return false;
    }
  }
  return true;
}

Ref parameters_of(Thread& thread, GenericAlias* alias) {
  Ref known = alias->parameters.take();
  if (known) return known;
  Ref list = make_list(thread);
  Ref args = alias->args.take();
  if (!list || !collect_parameters(thread, args.as<Tuple>(), list.as<List>())) return {};
  Ref tuple = tuple_from(thread, list.get());
  if (tuple) alias->parameters.put(tuple.share());
  return tuple;
}

Ref make_alias_of(Thread& thread, Type* type, Value origin, Value args) {
  Ref tuple = is<Tuple>(args) ? Ref::share(args) : make_tuple_of(thread, args);
  Object* object = tuple ? allocate_instance(thread, type) : nullptr;
  if (!object) return {};
  auto* alias = static_cast<GenericAlias*>(object);
  alias->origin.init(Ref::share(origin));
  alias->args.init(std::move(tuple));
  alias->parameters.init_empty();
  alias->starred.set(false);
  return Ref::own(alias);
}

Ref alias_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_alias_of(thread, as<Type>(args[0]), args[1], args[2]);
}

Ref alias_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* alias = self_of(args[0]);
  NativeDepth depth(thread);
  if (!depth) return {};
  StrBuilder text(thread);
  if (alias->starred.get()) text.add(U'*');
  Ref origin = shown_type_argument(thread, alias->origin.take().get());
  if (!origin) return {};
  text.add(origin.as<Str>());
  text.add(U'[');
  Ref held = alias->args.take();
  auto* tuple = held.as<Tuple>();
  for (uint64_t i = 0; i < tuple->length; ++i) {
    if (i) text.add(", ");
    Ref shown = shown_type_argument(thread, tuple->items[i]);
    if (!shown) return {};
    text.add(shown.as<Str>());
  }
  if (tuple->length == 0) text.add("()");
  text.add(U']');
  return text.finish();
}

Ref alias_call(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Ref origin = self_of(args[0])->origin.take();
  Ref made = call(thread, origin.get(), args + 1, count - 1, names);
  if (!made) return {};
  if (!set_attribute(thread, made.get(), thread.names().__orig_class__, args[0])) {
    bool harmless = exception_matches(thread, Error::AttributeError) || exception_matches(thread, Error::TypeError);
    if (!harmless) return {};
    clear_exception(thread);
  }
  return made;
}

// The attribute of a value that is no class; empty where it has none.
Ref typing_attribute(Thread& thread, Value value, const char* name) {
  if (is<Type>(value)) return {};
  return get_attribute_or_empty(thread, value, intern(thread, std::string_view(name)));
}

bool append_all(Thread& thread, List* list, const Tuple* items) {
  for (uint64_t i = 0; i < items->length; ++i) {
    if (!append(thread, list, Ref::share(items->items[i]))) return false;
  }
  return true;
}

// The items of a subscription, starred tuples of a known length opened.
Ref opened_items(Thread& thread, Value key) {
  Ref given = is<Tuple>(key) ? Ref::share(key) : make_tuple_of(thread, key);
  Ref list = make_list(thread);
  if (!given || !list) return {};
  auto* items = given.as<Tuple>();
  for (uint64_t i = 0; i < items->length; ++i) {
    Ref inner = typing_attribute(thread, items->items[i], "__typing_unpacked_tuple_args__");
    if (thread.has_exception()) return {};
    const Tuple* tuple = inner && is<Tuple>(inner.get()) ? inner.as<Tuple>() : nullptr;
    bool endless = tuple && tuple->length > 0 && tuple->items[tuple->length - 1] == Value::ellipsis();
    bool added = tuple && !endless ? append_all(thread, list.as<List>(), tuple)
                                   : append(thread, list.as<List>(), Ref::share(items->items[i]));
    if (!added) return {};
  }
  return tuple_from(thread, list.get());
}

// The items as the type variables want them; they must be as many as those.
Ref prepared_items(Thread& thread, Value alias, const Tuple* parameters, Value key) {
  Ref items = opened_items(thread, key);
  for (uint64_t i = 0; items && i < parameters->length; ++i) {
    Ref prepare = typing_attribute(thread, parameters->items[i], "__typing_prepare_subst__");
    if (thread.has_exception()) return {};
    if (!prepare) continue;
    Value args[] = {alias, items.get()};
    Ref prepared = call(thread, prepare.get(), args, 2, nullptr);
    items = prepared ? tuple_from(thread, prepared.get()) : Ref();
  }
  if (!items || items.as<Tuple>()->length == parameters->length) return items;
  Ref shown = repr(thread, alias);
  if (!shown) return {};
  uint64_t given = items.as<Tuple>()->length;
  return raise(thread, Error::TypeError, "Too {} arguments for {}; actual {}, expected {}",
               given > parameters->length ? "many" : "few", shown.get(), given, parameters->length);
}

Value chosen_for(Value variable, const Tuple* parameters, const Tuple* items) {
  for (uint64_t i = 0; i < parameters->length; ++i) {
    if (parameters->items[i] == variable) return items->items[i];
  }
  return variable;
}

// An argument that has type variables in it, with the chosen items in their place.
Ref substitute_inside(Thread& thread, Value arg, const Tuple* parameters, const Tuple* items) {
  Ref inner = typing_attribute(thread, arg, "__parameters__");
  if (thread.has_exception()) return {};
  if (!inner || !is<Tuple>(inner.get()) || inner.as<Tuple>()->length == 0) return Ref::share(arg);
  Ref list = make_list(thread);
  if (!list) return {};
  for (uint64_t i = 0; i < inner.as<Tuple>()->length; ++i) {
    Value variable = inner.as<Tuple>()->items[i];
    Value chosen = chosen_for(variable, parameters, items);
    Ref several = typing_attribute(thread, variable, "__iter__");  // a TypeVarTuple
    if (thread.has_exception()) return {};
    bool flat = several && is<Tuple>(chosen);
    if (!(flat ? append_all(thread, list.as<List>(), as<Tuple>(chosen))
               : append(thread, list.as<List>(), Ref::share(chosen)))) {
      return {};
    }
  }
  Ref key = tuple_from(thread, list.get());
  return key ? get_item(thread, arg, key.get()) : Ref();
}

// Puts what an argument becomes at the end of the list.
bool add_substituted(Thread& thread, Value arg, const Tuple* parameters, const Tuple* items, List* list) {
  if (is<Type>(arg)) return append(thread, list, Ref::share(arg));
  Ref substitute = typing_attribute(thread, arg, "__typing_subst__");
  if (thread.has_exception()) return false;
  Value chosen = chosen_for(arg, parameters, items);
  Ref made = substitute ? call(thread, substitute.get(), &chosen, 1, nullptr)
                        : substitute_inside(thread, arg, parameters, items);
  if (!made) return false;
  Ref starred = typing_attribute(thread, arg, "__typing_is_unpacked_typevartuple__");
  if (thread.has_exception()) return false;
  bool flat = starred && truth(thread, starred.get()) == Truth::Yes && is<Tuple>(made.get());
  return flat ? append_all(thread, list, made.as<Tuple>()) : append(thread, list, std::move(made));
}

Ref alias_getitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* alias = self_of(args[0]);
  Ref parameters = parameters_of(thread, alias);
  if (!parameters) return {};
  auto* wanted = parameters.as<Tuple>();
  if (wanted->length == 0) {
    Ref shown = repr(thread, args[0]);
    return shown ? raise(thread, Error::TypeError, "{} is not a generic class", shown.get()) : Failed{};
  }
  Ref items = prepared_items(thread, args[0], wanted, args[1]);
  Ref list = items ? make_list(thread) : Ref();
  if (!list) return {};
  Ref old = alias->args.take();
  for (uint64_t i = 0; i < old.as<Tuple>()->length; ++i) {
    if (!add_substituted(thread, old.as<Tuple>()->items[i], wanted, items.as<Tuple>(), list.as<List>())) return {};
  }
  Ref fresh = tuple_from(thread, list.get());
  Ref made = fresh ? make_generic_alias(thread, alias->origin.take().get(), fresh.get()) : Ref();
  if (made) made.as<GenericAlias>()->starred.set(alias->starred.get());
  return made;
}

Ref alias_eq(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<GenericAlias>(args[1])) return Ref::not_implemented();
  auto *left = self_of(args[0]), *right = self_of(args[1]);
  if (left->starred.get() != right->starred.get()) return Ref::boolean(false);
  Truth same = equal(thread, left->origin.take().get(), right->origin.take().get());
  if (same == Truth::Yes) same = equal(thread, left->args.take().get(), right->args.take().get());
  return same == Truth::Error ? Ref() : Ref::boolean(same == Truth::Yes);
}
Ref alias_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t origin, arguments;
  if (!hash(thread, self_of(args[0])->origin.take().get(), &origin)) return {};
  if (!hash(thread, self_of(args[0])->args.take().get(), &arguments)) return {};
  return Ref::own(Value::integer((origin ^ arguments) >> 3));
}

// Everything but its own attributes and most special names is asked of the class.
Ref alias_getattribute(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  if (!name) return {};
  const char* const own[] = {"__origin__",      "__args__",      "__parameters__", "__unpacked__",
                             "__mro_entries__", "__reduce_ex__", "__reduce__",     "__copy__",
                             "__deepcopy__",    "__class__",     "__getitem__",    "__typing_unpacked_tuple_args__"};
  for (const char* each : own) {
    if (equals_ascii(name, each)) return generic_get_attribute(thread, args[0], name);
  }
  return get_attribute(thread, self_of(args[0])->origin.take().get(), name);
}
Ref alias_mro_entries(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_tuple_of(thread, self_of(args[0])->origin.peek());
}
Ref alias_instance_check(Thread& thread, const Value*, uint32_t, Tuple*) {
  return raise(thread, Error::TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}
Ref alias_subclass_check(Thread& thread, const Value*, uint32_t, Tuple*) {
  return raise(thread, Error::TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}
Ref alias_or(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_union(thread, args[0], args[1]); }
Ref alias_ror(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_union(thread, args[1], args[0]); }
Ref alias_iter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref starred = make_generic_alias(thread, self_of(args[0])->origin.take().get(), self_of(args[0])->args.take().get());
  if (!starred) return {};
  starred.as<GenericAlias>()->starred.set(true);
  Ref one = make_tuple_of(thread, starred.get());
  return one ? iterate(thread, one.get()) : Ref();
}

Ref alias_reduce(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* alias = self_of(args[0]);
  Ref origin = alias->origin.take(), arguments = alias->args.take();
  if (alias->starred.get()) return raise(thread, Error::TypeError, "cannot pickle a starred 'types.GenericAlias'");
  Ref rest = make_tuple_of(thread, origin.get(), arguments.get());
  return rest ? make_tuple_of(thread, Value::object(thread.types().generic_alias), rest.get()) : Ref();
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, origin, args, /)", alias_new, MethodDef::Static},
    {"__repr__", "(self, /)", alias_repr},
    {"__call__", "*", alias_call},
    {"__getitem__", "(self, key, /)", alias_getitem},
    {"__eq__", "(self, value, /)", alias_eq},
    {"__hash__", "(self, /)", alias_hash},
    {"__getattribute__", "(self, name, /)", alias_getattribute},
    {"__mro_entries__", "(self, bases, /)", alias_mro_entries},
    {"__instancecheck__", "(self, instance, /)", alias_instance_check},
    {"__subclasscheck__", "(self, cls, /)", alias_subclass_check},
    {"__or__", "(self, value, /)", alias_or},
    {"__ror__", "(self, value, /)", alias_ror},
    {"__iter__", "(self, /)", alias_iter},
    {"__reduce__", "(self, /)", alias_reduce},
};

Ref read_origin(Thread&, Value self) { return self_of(self)->origin.take(); }
Ref read_args(Thread&, Value self) { return self_of(self)->args.take(); }
Ref read_parameters(Thread& thread, Value self) { return parameters_of(thread, self_of(self)); }
Ref read_unpacked_args(Thread&, Value self) {
  return self_of(self)->starred.get() ? self_of(self)->args.take() : Ref::none();
}
Ref read_unpacked(Thread&, Value self) { return Ref::boolean(self_of(self)->starred.get()); }
const GetSetDef kAttributes[] = {
    {"__origin__", read_origin, readonly_attribute},
    {"__args__", read_args, readonly_attribute},
    {"__parameters__", read_parameters},
    {"__unpacked__", read_unpacked},
    {"__typing_unpacked_tuple_args__", read_unpacked_args},
};

}  // namespace

const Layout kGenericAliasLayout = AliasFields::named("generic_alias");

Ref make_generic_alias(Thread& thread, Value origin, Value args) {
  return make_alias_of(thread, thread.types().generic_alias, origin, args);
}

Ref generic_class_getitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_generic_alias(thread, args[0], args[1]);
}

Ref shown_type_argument(Thread& thread, Value value) {
  if (value == Value::ellipsis()) return make_str(thread, "...");
  if (is<Type>(value)) return qualified_class_name(thread, as<Type>(value));
  Ref origin = get_attribute_or_empty(thread, value, intern(thread, std::string_view("__origin__")));
  Ref name = origin ? Ref() : get_attribute_or_empty(thread, value, thread.names().__qualname__);
  Ref module = name ? get_attribute_or_empty(thread, value, thread.names().__module__) : Ref();
  if (thread.has_exception()) return {};
  if (!module || module.get().is_none()) return repr(thread, value);
  if (is<Str>(module.get()) && to_utf8(module.as<Str>()) == "builtins") return str(thread, name.get());
  return format_text(thread, "{}.{}", {FormatArg(module.get()), FormatArg(name.get())});
}

void setup_generic_alias(Thread& thread, Type* type) {
  add_constant(thread, type, "__module__", make_str(thread, "types"));
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
}

}  // namespace gillab
