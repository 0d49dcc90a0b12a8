// object.__reduce_ex__ and __getstate__: what copy and pickle ask of any object. The functions they name are copyreg's.
#include "runtime/classes/object_reduce.h"

#include "runtime/classes/attributes.h"
#include "runtime/classes/descriptors.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

Ref from_copyreg(Thread& thread, const char* name) {
  Ref import = dict_get_name(thread.interpreter->builtins, thread.names().__import__);
  Ref module_name = make_str(thread, "copyreg");
  if (!import || !module_name) return raise(thread, Error::ImportError, "__import__ not found");
  Ref module = call(thread, import.get(), module_name.get());
  return module ? get_attribute(thread, module.get(), intern(thread, std::string_view(name))) : Ref();
}

// Members made by __slots__ and their values, or None.
Ref slot_state(Thread& thread, Value self) {
  Ref found = make_dict(thread);
  const Tuple* mro = as<Tuple>(type_of(thread, self)->mro.peek());
  for (uint64_t i = 0; found && i < mro->length; ++i) {
    uint32_t position = 0;
    Ref key, member;
    while (dict_next_held(type_dict(as<Type>(mro->items[i])), &position, &key, &member)) {
      if (!is<GetSet>(member.get()) || member.as<GetSet>()->def) continue;
      Ref value = get_attribute_or_empty(thread, self, key.as<Str>());
      if (thread.has_exception()) return {};
      if (value && !dict_set(thread, found.as<Dict>(), key.get(), std::move(value))) return {};
    }
  }
  return found;
}

Ref dict_state(Thread& thread, Value self) {
  if (!self.is_object()) return Ref::none();
  Object* object = self.as_object();
  const Shape* shape = object->shape.get();
  bool slots = static_cast<ShapeMode>(shape->mode) == ShapeMode::Slots;
  if (slots && shape->count == shape->type->slot_count) return Ref::none();
  if (!slots && peek_attribute_dict(thread, object).is_empty()) return Ref::none();
  Dict* dict = attributes_as_dict(thread, object);
  if (!dict) return {};
  return dict_size(dict) ? Ref::share(dict) : Ref::none();
}

// A method of the class; attributes of the instance and __getattr__ are not asked.
Ref class_hook(Thread& thread, Value self, Str* name) {
  Type* type = type_of(thread, self);
  const Value found = lookup_in_type(thread, type, name);
  return found.is_empty() ? Ref() : bind_descriptor(thread, found, self, Value::object(type));
}

Ref new_arguments(Thread& thread, Value self) {
  Ref hook = class_hook(thread, self, thread.names().__getnewargs__);
  if (!hook) return thread.has_exception() ? Ref() : empty_tuple(thread);
  Ref args = call(thread, hook.get());
  if (!args || is<Tuple>(args.get())) return args;
  return raise(thread, Error::TypeError, "__getnewargs__ should return a tuple, not '{}'",
               type_name(thread, args.get()));
}

bool can_be_rebuilt(Thread& thread, Value self) {
  switch (type_of(thread, self)->instance_kind) {
    case Kind::Instance:
    case Kind::List:
    case Kind::Dict:
    case Kind::Exception:
    case Kind::Immediate:
      return true;
    default:
      break;
  }
  Ref hook = class_hook(thread, self, thread.names().__getnewargs__);
  if (thread.has_exception()) return false;
  if (hook) return true;
  Str* name = intern(thread, std::string_view("__getstate__"));
  const Value state = lookup_in_type(thread, type_of(thread, self), name);
  if (!(state == lookup_in_type(thread, thread.types().object, name))) return true;  // the class knows its state
  return raise(thread, Error::TypeError, "cannot pickle '{}' object", type_name(thread, self));
}

Ref class_and_arguments(Thread& thread, Value self, Ref args) {
  Tuple* all = args ? new_tuple(thread, args.as<Tuple>()->length + 1) : nullptr;
  if (!all) return {};
  all->items[0] = Ref::share(type_of(thread, self)).release();
  for (uint64_t i = 1; i < all->length; ++i) all->items[i] = Ref::share(args.as<Tuple>()->items[i - 1]).release();
  return Ref::own(all);
}

// What __getnewargs_ex__ gives: a tuple and a dict. Empty and no error: the class has none.
Ref arguments_with_keywords(Thread& thread, Value self) {
  Ref hook = class_hook(thread, self, intern(thread, std::string_view("__getnewargs_ex__")));
  Ref pair = hook ? call(thread, hook.get()) : Ref();
  if (!pair) return {};
  if (!is<Tuple>(pair.get())) {
    return raise(thread, Error::TypeError, "__getnewargs_ex__ should return a tuple, not '{}'",
                 type_name(thread, pair.get()));
  }
  Tuple* parts = pair.as<Tuple>();
  if (parts->length != 2) {
    return raise(thread, Error::ValueError, "__getnewargs_ex__ should return a tuple of length 2, not {}",
                 parts->length);
  }
  for (int i = 0; i < 2; ++i) {
    if (i == 0 ? is<Tuple>(parts->items[i]) : is<Dict>(parts->items[i])) continue;
    return raise(thread, Error::TypeError, "{} item of the tuple returned by __getnewargs_ex__ must be a {}, not '{}'",
                 i == 0 ? "first" : "second", i == 0 ? "tuple" : "dict", type_name(thread, parts->items[i]));
  }
  return pair;
}

Ref reduce_by_new(Thread& thread, Value self) {
  Ref pair = arguments_with_keywords(thread, self);
  if (!pair && (thread.has_exception() || !can_be_rebuilt(thread, self))) return {};
  bool keywords = pair && dict_size(as<Dict>(pair.as<Tuple>()->items[1])) > 0;
  Ref function = from_copyreg(thread, keywords ? "__newobj_ex__" : "__newobj__");
  if (!function) return {};
  Ref plain = pair ? Ref::share(pair.as<Tuple>()->items[0]) : new_arguments(thread, self), args;
  if (keywords) {
    args = make_tuple_of(thread, Value::object(type_of(thread, self)), plain.get(), pair.as<Tuple>()->items[1]);
  } else if (plain) {
    args = class_and_arguments(thread, self, std::move(plain));
  }
  Ref state = args ? call_method(thread, self, thread.names().__getstate__) : Ref();
  if (!state) return {};
  Ref items = is<List>(self) ? iterate(thread, self) : Ref::none();
  Ref pairs = Ref::none();
  if (is<Dict>(self)) {
    Ref view = call_method(thread, self, intern(thread, std::string_view("items")));
    pairs = view ? iterate(thread, view.get()) : Ref();
  }
  if (!items || !pairs) return {};
  return make_tuple_of(thread, function.get(), args.get(), state.get(), items.get(), pairs.get());
}

}  // namespace

Ref object_getstate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref state = dict_state(thread, args[0]);
  Ref slots = state ? slot_state(thread, args[0]) : Ref();
  if (!slots || dict_size(slots.as<Dict>()) == 0) return slots ? std::move(state) : Ref();
  return make_tuple_of(thread, state.get(), slots.get());
}

Ref object_reduce(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref function = from_copyreg(thread, "_reduce_ex");
  return function ? call(thread, function.get(), args[0], Value::integer(0)) : Ref();
}

Ref object_reduce_ex(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* type = type_of(thread, args[0]);
  Str* name = thread.names().__reduce__;
  Value own = lookup_in_type(thread, type, name);
  if (!(own == lookup_in_type(thread, thread.types().object, name))) return call_method(thread, args[0], name);
  int64_t protocol;
  if (!index_as_int64(thread, args[1], &protocol)) return {};
  if (protocol >= 2) return reduce_by_new(thread, args[0]);
  Ref function = from_copyreg(thread, "_reduce_ex");
  return function ? call(thread, function.get(), args[0], args[1]) : Ref();
}

}  // namespace gillab
