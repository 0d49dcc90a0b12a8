// set and frozenset: what scripts call. The table and the operations on it: set.cpp.
#include "runtime/classes/construct.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/int.h"
#include "runtime/iterators.h"
#include "runtime/native.h"
#include "runtime/containers/sequence.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

using Args = const Value*;

Set* self_of(Args args) { return as<Set>(args[0]); }
Ref done(bool ok) { return ok ? Ref::none() : Ref(); }

Ref allocate_set(Thread& thread, Type* type) {
  Set* set = static_cast<Set*>(allocate_instance(thread, type, 0));
  if (!set) return {};
  init_set(set);
  return Ref::own(set);
}

Ref set_create(Thread& thread, Args args, uint32_t count, Tuple*) {
  if (count == 0) return raise(thread, Error::TypeError, "set.__new__(): not enough arguments");
  Type* type = class_argument(thread, args[0], thread.types().set);
  return type ? allocate_set(thread, type) : Ref();
}

Ref set_init(Thread& thread, Args args, uint32_t, Tuple*) {
  TransferGuard guard(self_of(args), args[1]);
  set_clear(thread, self_of(args));
  return done(args[1].is_empty() || set_update(thread, self_of(args), args[1]));
}

Ref frozenset_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* base = thread.types().frozenset;
  Type* type = class_argument(thread, args[0], base);
  if (!type) return {};
  if (type == base && !args[1].is_empty() && args[1].is_object() && type_of(thread, args[1]) == base) {
    return Ref::share(args[1]);
  }
  Ref result = allocate_set(thread, type);
  if (!result || (!args[1].is_empty() && !set_update(thread, result.as<Set>(), args[1]))) return {};
  return result;
}

Ref set_length(Thread&, Args args, uint32_t, Tuple*) {
  return Ref::own(Value::integer(static_cast<int64_t>(self_of(args)->used.get())));
}
Ref set_iter(Thread& thread, Args args, uint32_t, Tuple*) { return set_iterator(thread, self_of(args)); }

Ref set_contains_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Found found = set_contains(thread, self_of(args), args[1]);
  return found == Found::Error ? Ref() : Ref::boolean(found == Found::Yes);
}

Ref set_add_method(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(set_add(thread, self_of(args), args[1]));
}

Ref set_remove(Thread& thread, Args args, uint32_t, Tuple*) {
  Found found = set_discard(thread, self_of(args), args[1]);
  if (found == Found::No) return raise_object(thread, Error::KeyError, args[1]);
  return done(found == Found::Yes);
}

Ref set_discard_method(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(set_discard(thread, self_of(args), args[1]) != Found::Error);
}
Ref set_pop_method(Thread& thread, Args args, uint32_t, Tuple*) { return set_pop(thread, self_of(args)); }

Ref set_clear_method(Thread& thread, Args args, uint32_t, Tuple*) {
  set_clear(thread, self_of(args));
  return Ref::none();
}

Ref set_copy_method(Thread& thread, Args args, uint32_t, Tuple*) {
  if (type_of(thread, args[0]) == thread.types().frozenset) return Ref::share(args[0]);
  return set_copy(thread, self_of(args));
}

// (self, *others): the first of the others, or self. What is done with it is one step; each further one is another.
Value first_of(Args args) { return as<Tuple>(args[1])->length != 0 ? as<Tuple>(args[1])->items[0] : args[0]; }

// `apply(set, other)` for each of them.
template <class Apply>
Ref update_all(Args args, Apply apply) {
  Tuple* others = as<Tuple>(args[1]);
  for (size_t i = 0; i < others->length; ++i) {
    if (!apply(others->items[i])) return {};
  }
  return Ref::none();
}

Ref set_update_method(Thread& thread, Args args, uint32_t, Tuple*) {
  return update_all(args, [&](Value other) { return set_update(thread, self_of(args), other); });
}
Ref set_difference_update_method(Thread& thread, Args args, uint32_t, Tuple*) {
  return update_all(args, [&](Value other) { return set_difference_update(thread, self_of(args), other); });
}

Ref set_union(Thread& thread, Args args, uint32_t, Tuple*) {
  SourceGuard guard(args[0], first_of(args));
  Ref result = set_copy(thread, self_of(args));
  if (!result) return {};
  Ref status =
      update_all(args, [&](Value other) { return other == args[0] || set_update(thread, result.as<Set>(), other); });
  return status ? std::move(result) : Ref();
}

Ref set_difference_method(Thread& thread, Args args, uint32_t, Tuple*) {
  SourceGuard guard(args[0], first_of(args));
  Tuple* others = as<Tuple>(args[1]);
  if (others->length == 0) return set_copy(thread, self_of(args));
  Ref result = set_difference(thread, self_of(args), others->items[0]);
  for (size_t i = 1; result && i < others->length; ++i) {
    if (!set_difference_update(thread, result.as<Set>(), others->items[i])) return {};
  }
  return result;
}

Ref set_intersection_method(Thread& thread, Args args, uint32_t, Tuple*) {
  SourceGuard guard(args[0], first_of(args));
  Tuple* others = as<Tuple>(args[1]);
  if (others->length == 0) return set_copy(thread, self_of(args));
  Ref result = Ref::share(args[0]);
  for (size_t i = 0; result && i < others->length; ++i) {
    result = set_intersection(thread, result.as<Set>(), others->items[i]);
  }
  return result;
}

// The content of `other` becomes that of `set`.
bool replace_content(Thread& thread, Set* set, Ref other) {
  if (!other) return false;
  Ref own = other.get() == Value::object(set) ? set_copy(thread, set) : std::move(other);
  if (!own) return false;
  set_take_content(thread, set, own.as<Set>());
  return true;
}

Ref set_intersection_update(Thread& thread, Args args, uint32_t count, Tuple* names) {
  TransferGuard guard(self_of(args), first_of(args));
  return done(replace_content(thread, self_of(args), set_intersection_method(thread, args, count, names)));
}

Ref set_symmetric_difference(Thread& thread, Args args, uint32_t, Tuple*) {
  SourceGuard guard(args[0], args[1]);
  Ref result = set_from(thread, args[1], is_frozen(thread, self_of(args)));
  if (!result || !set_symmetric_difference_update(thread, result.as<Set>(), args[0])) return {};
  return result;
}
Ref set_symmetric_difference_update_method(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(set_symmetric_difference_update(thread, self_of(args), args[1]));
}

template <Binary op>
Ref combine(Thread& thread, Value left, Value right) {
  if (!is<Set>(left) || !is<Set>(right)) return Ref::not_implemented();
  SourceGuard guard(left, right);
  if (op == Binary::And) return set_intersection(thread, as<Set>(left), right);
  if (op == Binary::Subtract) return set_difference(thread, as<Set>(left), right);
  if (op == Binary::Xor) {
    Value args[] = {left, right};
    return set_symmetric_difference(thread, args, 2, nullptr);
  }
  Ref result = set_copy(thread, as<Set>(left));
  if (!result || !set_update(thread, result.as<Set>(), right)) return {};
  return result;
}
template <Binary op>
Ref set_operate(Thread& thread, Args args, uint32_t, Tuple*) {
  return combine<op>(thread, args[0], args[1]);
}
template <Binary op>
Ref set_operate_reflected(Thread& thread, Args args, uint32_t, Tuple*) {
  return combine<op>(thread, args[1], args[0]);
}

template <Binary op>
Ref set_operate_in_place(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Set>(args[1])) return Ref::not_implemented();
  Set* set = self_of(args);
  TransferGuard guard(set, args[1]);
  bool ok = true;
  if (op == Binary::Or) ok = set_update(thread, set, args[1]);
  if (op == Binary::Subtract) ok = set_difference_update(thread, set, args[1]);
  if (op == Binary::Xor) ok = set_symmetric_difference_update(thread, set, args[1]);
  if (op == Binary::And) ok = replace_content(thread, set, set_intersection(thread, set, args[1]));
  return ok ? Ref::share(args[0]) : Ref();
}

Ref result_of(Truth truth) { return truth == Truth::Error ? Ref() : Ref::boolean(truth == Truth::Yes); }
Truth both(bool condition, Truth truth) { return condition ? truth : Truth::No; }

template <Compare op>
Ref set_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Set>(args[1])) return Ref::not_implemented();
  Set* left = self_of(args);
  Set* right = as<Set>(args[1]);
  SourceGuard guard(left, right);
  bool same_size = left->used.get() == right->used.get();
  Truth inside;
  switch (op) {
    case Compare::Equal:
      return result_of(both(same_size, set_is_subset(thread, left, right)));
    case Compare::NotEqual:
      inside = both(same_size, set_is_subset(thread, left, right));
      return inside == Truth::Error ? Ref() : Ref::boolean(inside == Truth::No);
    case Compare::Less:
      return result_of(both(!same_size, set_is_subset(thread, left, right)));
    case Compare::LessEqual:
      return result_of(set_is_subset(thread, left, right));
    case Compare::Greater:
      return result_of(both(!same_size, set_is_subset(thread, right, left)));
    default:
      return result_of(set_is_subset(thread, right, left));
  }
}

Ref as_set(Thread& thread, Value value) { return is<Set>(value) ? Ref::share(value) : set_from(thread, value, false); }

Ref set_is_subset_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref other = as_set(thread, args[1]);
  return other ? result_of(set_is_subset(thread, self_of(args), other.as<Set>())) : Ref();
}

Ref set_is_superset(Thread& thread, Args args, uint32_t, Tuple*) {
  SourceGuard guard(args[0], args[1]);
  if (is<Set>(args[1])) return result_of(set_is_subset(thread, as<Set>(args[1]), self_of(args)));
  Each each(thread, args[1]);
  while (Ref item = each.next()) {
    Found found = set_contains(thread, self_of(args), item.get());
    if (found != Found::Yes) return found == Found::No ? Ref::boolean(false) : Ref();
  }
  return each.failed() ? Ref() : Ref::boolean(true);
}

Ref set_is_disjoint(Thread& thread, Args args, uint32_t, Tuple*) {
  SourceGuard guard(args[0], args[1]);
  Set* set = self_of(args);
  Ref walked = Ref::share(args[1]);
  if (is<Set>(args[1]) && as<Set>(args[1])->used.get() > set->used.get()) {
    walked = Ref::share(args[0]);
    set = as<Set>(args[1]);
  }
  Each each(thread, walked.get());
  while (Ref item = each.next()) {
    Found found = set_contains(thread, set, item.get());
    if (found != Found::No) return found == Found::Yes ? Ref::boolean(false) : Ref();
  }
  return each.failed() ? Ref() : Ref::boolean(true);
}

Ref set_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Set* set = self_of(args);
  SourceGuard guard(set);
  std::string_view name = type_name(thread, args[0]);
  if (set->used.get() == 0) return format_text(thread, "{}()", {FormatArg(name)});
  ReprGuard running(thread, set);
  if (running.is_running()) return format_text(thread, "{}(...)", {FormatArg(name)});
  Ref items = list_from(thread, args[0]);
  if (!items) return {};
  Ref shown = repr(thread, items.get());
  if (!shown) return {};
  StrBuilder text(thread);
  bool plain = type_of(thread, args[0]) == thread.types().set;
  if (!plain) {
    text.add(name);
    text.add("(");
  }
  text.add("{");
  text.add(shown.as<Str>(), 1, shown.as<Str>()->length - 1);
  text.add(plain ? "}" : "})");
  return text.finish();
}

uint64_t shuffle(uint64_t hash) { return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u; }

// The same for any order of the elements, and the same as CPython's.
Ref frozenset_hash(Thread& thread, Args args, uint32_t, Tuple*) {
  Set* set = self_of(args);
  if (set->cached_hash.get() != -1) return make_int(thread, set->cached_hash.get());
  uint64_t sum = 0;
  uint64_t position = 0;
  Value key;
  int64_t hash;
  while (set_next(set, &position, &key, &hash)) sum ^= shuffle(static_cast<uint64_t>(hash));
  sum ^= (set->used.get() + 1) * 1927868237u;
  sum ^= (sum >> 11) ^ (sum >> 25);
  sum = sum * 69069u + 907133923u;
  set->cached_hash.set(sum == ~uint64_t{0} ? 590923713 : static_cast<int64_t>(sum));
  return make_int(thread, set->cached_hash.get());
}

Ref set_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref items = list_from(thread, args[0]);
  if (!items) return {};
  Ref arguments = make_tuple_of(thread, items.get());
  if (!arguments) return {};
  Ref state = call_method(thread, args[0], thread.names().__getstate__);
  return state ? make_tuple_of(thread, Value::object(type_of(thread, args[0])), arguments.get(), state.get()) : Ref();
}

Ref set_size(Thread& thread, Args args, uint32_t, Tuple*) {
  Set* set = self_of(args);
  uint64_t table = set->table.get() == set->small ? 0 : (set->mask.get() + 1) * sizeof(SetEntry);
  return make_int_from_unsigned(thread, 200 + table);
}

constexpr MethodDef kCommon[] = {
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
    {"__repr__", "(self, /)", set_repr},
    {"__len__", "(self, /)", set_length},
    {"__iter__", "(self, /)", set_iter},
    {"__contains__", "(self, key, /)", set_contains_method},
    {"__and__", "(self, value, /)", set_operate<Binary::And>},
    {"__rand__", "(self, value, /)", set_operate_reflected<Binary::And>},
    {"__or__", "(self, value, /)", set_operate<Binary::Or>},
    {"__ror__", "(self, value, /)", set_operate_reflected<Binary::Or>},
    {"__xor__", "(self, value, /)", set_operate<Binary::Xor>},
    {"__rxor__", "(self, value, /)", set_operate_reflected<Binary::Xor>},
    {"__sub__", "(self, value, /)", set_operate<Binary::Subtract>},
    {"__rsub__", "(self, value, /)", set_operate_reflected<Binary::Subtract>},
    {"__lt__", "(self, value, /)", set_compare<Compare::Less>},
    {"__le__", "(self, value, /)", set_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", set_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", set_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", set_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", set_compare<Compare::GreaterEqual>},
    {"__reduce__", "(self, /)", set_reduce},
    {"__sizeof__", "(self, /)", set_size},
    {"copy", "(self, /)", set_copy_method},
    {"union", "(self, *others)", set_union},
    {"intersection", "(self, *others)", set_intersection_method},
    {"difference", "(self, *others)", set_difference_method},
    {"symmetric_difference", "(self, other, /)", set_symmetric_difference},
    {"issubset", "(self, other, /)", set_is_subset_method},
    {"issuperset", "(self, other, /)", set_is_superset},
    {"isdisjoint", "(self, other, /)", set_is_disjoint},
};

constexpr MethodDef kSetOnly[] = {
    {"__new__", "*", set_create, MethodDef::Static},
    {"__init__", "(self, iterable=(), /)", set_init},
    {"__iand__", "(self, value, /)", set_operate_in_place<Binary::And>},
    {"__ior__", "(self, value, /)", set_operate_in_place<Binary::Or>},
    {"__ixor__", "(self, value, /)", set_operate_in_place<Binary::Xor>},
    {"__isub__", "(self, value, /)", set_operate_in_place<Binary::Subtract>},
    {"add", "(self, element, /)", set_add_method},
    {"remove", "(self, element, /)", set_remove},
    {"discard", "(self, element, /)", set_discard_method},
    {"pop", "(self, /)", set_pop_method},
    {"clear", "(self, /)", set_clear_method},
    {"update", "(self, *others)", set_update_method},
    {"intersection_update", "(self, *others)", set_intersection_update},
    {"difference_update", "(self, *others)", set_difference_update_method},
    {"symmetric_difference_update", "(self, other, /)", set_symmetric_difference_update_method},
};

constexpr MethodDef kFrozensetOnly[] = {
    {"__new__", "(cls, iterable=(), /)", frozenset_create, MethodDef::Static},
    {"__hash__", "(self, /)", frozenset_hash},
};

}  // namespace

void setup_set(Thread& thread, Type* type) {
  add_type_flags(type, kBaseType | kSelfPattern);
  add_methods(thread, type, kCommon);
  add_methods(thread, type, kSetOnly);
  add_constant(thread, type, "__hash__", Ref::none());
}

void setup_frozenset(Thread& thread, Type* type) {
  add_type_flags(type, kBaseType | kSelfPattern);
  add_methods(thread, type, kCommon);
  add_methods(thread, type, kFrozensetOnly);
}

}  // namespace gillab
