// int | str: types.UnionType.
#include "runtime/classes/generic_alias.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

using UnionFields = FieldLayout<UnionType, &UnionType::args>;

Ref args_of(Value value) { return as<UnionType>(value)->args.take(); }

bool may_stand_in_union(Value value) {
  return value.is_none() || is<Type>(value) || is<GenericAlias>(value) || is<UnionType>(value);
}

bool add_member(Thread& thread, List* members, Value value) {
  if (value.is_none()) value = Value::object(thread.types().none);
  for (uint32_t i = 0; i < members->length.get(); ++i) {
    Truth same = equal(thread, members->items.get()[i], value);
    if (same == Truth::Error) return false;
    if (same == Truth::Yes) return true;
  }
  return append(thread, members, Ref::share(value));
}

bool add_members(Thread& thread, List* members, Value value) {
  if (!is<UnionType>(value)) return add_member(thread, members, value);
  Ref args = args_of(value);
  for (uint64_t i = 0; i < args.as<Tuple>()->length; ++i) {
    if (!add_member(thread, members, args.as<Tuple>()->items[i])) return false;
  }
  return true;
}

Ref union_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref held = args_of(args[0]);
  StrBuilder text(thread);
  for (uint64_t i = 0; i < held.as<Tuple>()->length; ++i) {
    if (i) text.add(" | ");
    Value each = held.as<Tuple>()->items[i];
    bool none = each == Value::object(thread.types().none);
    Ref shown = none ? make_str(thread, "None") : shown_type_argument(thread, each);
    if (!shown) return {};
    text.add(shown.as<Str>());
  }
  return text.finish();
}
Ref union_or(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_union(thread, args[0], args[1]); }
Ref union_ror(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_union(thread, args[1], args[0]); }
Ref as_set(Thread& thread, Value value) { return set_from(thread, args_of(value).get(), true); }
Ref union_eq(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<UnionType>(args[1])) return Ref::not_implemented();
  Ref left = as_set(thread, args[0]), right = as_set(thread, args[1]);
  return left && right ? compare(thread, Compare::Equal, left.get(), right.get()) : Ref();
}
Ref union_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref set = as_set(thread, args[0]);
  int64_t result;
  return set && hash(thread, set.get(), &result) ? make_int(thread, result) : Ref();
}
// The members are asked in their order, so an early yes hides a later one that cannot be asked.
template <Truth (*ask)(Thread&, Value, Value)>
Ref ask_members(Thread& thread, Value self, Value argument, const char* function) {
  Ref members = args_of(self);
  for (uint64_t i = 0; i < members.as<Tuple>()->length; ++i) {
    Value each = members.as<Tuple>()->items[i];
    if (is<GenericAlias>(each))
      return raise(thread, Error::TypeError, "{}() argument 2 cannot be a parameterized generic", function);
    Truth found = ask(thread, argument, each);
    if (found != Truth::No) return found == Truth::Error ? Ref() : Ref::boolean(true);
  }
  return Ref::boolean(false);
}
Ref union_instance_check(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return ask_members<is_instance>(thread, args[0], args[1], "isinstance");
}
Ref union_subclass_check(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Type>(args[1])) return raise(thread, Error::TypeError, "issubclass() arg 1 must be a class");
  return ask_members<is_subclass>(thread, args[0], args[1], "issubclass");
}

// An alias of the same arguments knows their type variables and puts others in their place.
Ref alias_of(Thread& thread, Value self) {
  return make_generic_alias(thread, Value::object(thread.types().union_type), args_of(self).get());
}
Ref read_parameters(Thread& thread, Value self) {
  Ref alias = alias_of(thread, self);
  return alias ? get_attribute(thread, alias.get(), intern(thread, std::string_view("__parameters__"))) : Ref();
}
Ref union_getitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref parameters = read_parameters(thread, args[0]);
  if (!parameters) return {};
  if (parameters.as<Tuple>()->length == 0) {
    Ref shown = repr(thread, args[0]);
    return shown ? Ref(raise(thread, Error::TypeError, "{} is not a generic class", shown.get())) : Ref();
  }
  Ref alias = alias_of(thread, args[0]);
  Ref filled = alias ? get_item(thread, alias.get(), args[1]) : Ref();
  if (!filled) return {};
  Ref members = filled.as<GenericAlias>()->args.take(), made;
  for (uint64_t i = 0; i < members.as<Tuple>()->length; ++i) {
    Value each = members.as<Tuple>()->items[i];
    made = i == 0 ? Ref::share(each) : binary(thread, Binary::Or, made.get(), each);
    if (!made) return {};
  }
  return made;
}

const MethodDef kMethods[] = {
    {"__getitem__", "(self, key, /)", union_getitem},
    {"__repr__", "(self, /)", union_repr},
    {"__or__", "(self, value, /)", union_or},
    {"__ror__", "(self, value, /)", union_ror},
    {"__eq__", "(self, value, /)", union_eq},
    {"__hash__", "(self, /)", union_hash},
    {"__instancecheck__", "(self, instance, /)", union_instance_check},
    {"__subclasscheck__", "(self, cls, /)", union_subclass_check},
};
Ref read_args(Thread&, Value self) { return args_of(self); }
const GetSetDef kAttributes[] = {{"__args__", read_args}, {"__parameters__", read_parameters}};

}  // namespace

const Layout kUnionTypeLayout = UnionFields::named("union");

Ref make_union(Thread& thread, Value left, Value right) {
  if (!may_stand_in_union(left) || !may_stand_in_union(right)) return Ref::not_implemented();
  Ref members = make_list(thread);
  if (!members || !add_members(thread, members.as<List>(), left) || !add_members(thread, members.as<List>(), right))
    return {};
  if (members.as<List>()->length.get() == 1) return Ref::share(members.as<List>()->items.get()[0]);
  Ref args = tuple_from(thread, members.get());
  auto* made = args ? allocate<UnionType>(thread, thread.types().union_type->root) : nullptr;
  if (!made) return {};
  made->args.init(std::move(args));
  return Ref::own(made);
}

void setup_union_type(Thread& thread, Type* type) {
  add_constant(thread, type, "__module__", make_str(thread, "types"));
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
}

}  // namespace gillab
