// collections.deque: what scripts call.
#include "runtime/classes/construct.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/int.h"
#include "runtime/containers/iterator_setup.h"
#include "runtime/list.h"
#include "runtime/modules/deque.h"
#include "runtime/containers/sequence.h"

namespace gillab {
namespace {

using Args = const Value*;

Deque* self_of(Args args) { return as<Deque>(args[0]); }
Ref done(bool ok) { return ok ? Ref::none() : Ref(); }
int64_t length_of(const Deque* deque) { return static_cast<int64_t>(deque->length.get()); }
bool is_deque(Value value) { return has_layout(value, kDequeLayout); }

// The type made by make_deque_type, below which scripts may have made classes.
Type* native_base(Type* type) {
  while (has_flag(type, kHeapType)) type = type->base;
  return type;
}

Ref deque_create(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Type>(args[0])) return raise(thread, Error::TypeError, "deque.__new__(X): X is not a type object");
  Object* object = allocate_instance(thread, as<Type>(args[0]), 0);
  if (!object) return {};
  init_deque(static_cast<Deque*>(object));
  return Ref::own(object);
}

bool read_limit(Thread& thread, Value value, int64_t* limit) {
  *limit = -1;
  if (value.is_empty() || value.is_none()) return true;
  if (!is_integer(value)) return raise(thread, Error::TypeError, "an integer is required");
  if (!index_as_int64(thread, value, limit)) return false;
  return *limit >= 0 || raise(thread, Error::ValueError, "maxlen must be non-negative");
}

Ref deque_init(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t limit;
  if (!read_limit(thread, args[2], &limit)) return {};
  Deque* deque = self_of(args);
  deque->limit.set(limit);
  if (length_of(deque) > 0) deque_clear(thread, deque);
  return done(args[1].is_empty() || args[1].is_none() || deque_extend(thread, deque, args[1], false));
}

Ref append_right(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(deque_append(thread, self_of(args), Ref::share(args[1])));
}
Ref append_left(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(deque_append_left(thread, self_of(args), Ref::share(args[1])));
}
Ref extend_right(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(deque_extend(thread, self_of(args), args[1], false));
}
Ref extend_left(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(deque_extend(thread, self_of(args), args[1], true));
}

Ref pop_right(Thread& thread, Args args, uint32_t, Tuple*) {
  Deque* deque = self_of(args);
  if (length_of(deque) == 0) return raise(thread, Error::IndexError, "pop from an empty deque");
  return deque_take(deque, deque->length.get() - 1);
}
Ref pop_left(Thread& thread, Args args, uint32_t, Tuple*) {
  if (length_of(self_of(args)) == 0) return raise(thread, Error::IndexError, "pop from an empty deque");
  return deque_take(self_of(args), 0);
}

Ref clear_all(Thread& thread, Args args, uint32_t, Tuple*) {
  deque_clear(thread, self_of(args));
  return Ref::none();
}

Ref rotate(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t steps = 1;
  if (!args[1].is_empty() && !index_as_int64(thread, args[1], &steps)) return {};
  deque_rotate(self_of(args), steps);
  return Ref::none();
}

Ref reverse(Thread&, Args args, uint32_t, Tuple*) {
  Deque* deque = self_of(args);
  Guard guard(deque->header);
  for (uint64_t i = 0, j = deque->length.get(); i + 1 < j; ++i) std::swap(deque_slot(deque, i), deque_slot(deque, --j));
  return Ref::none();
}

// Calls `visit(position, item)` until it says stop. False: an error is set.
template <class Visit>
bool walk_items(Thread& thread, Deque* deque, int64_t first, int64_t last, Visit visit) {
  uint64_t changes = deque->changes.get();
  for (int64_t i = first; i < last; ++i) {
    Ref item = deque_item(deque, i);
    if (!item) return true;
    Truth stop = visit(i, item.get());
    if (stop != Truth::No) return stop == Truth::Yes;
    if (deque->changes.get() != changes) {
      return raise(thread, Error::RuntimeError, "deque mutated during iteration");
    }
  }
  return true;
}

// -1: not there; -2: an error is set
int64_t find_item(Thread& thread, Deque* deque, Value value, int64_t first, int64_t last) {
  int64_t found = -1;
  bool ok = walk_items(thread, deque, first, last, [&](int64_t i, Value item) {
    Truth same = equal(thread, item, value);
    if (same == Truth::Yes) found = i;
    return same;
  });
  return ok ? found : -2;
}

Ref contains_item(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t found = find_item(thread, self_of(args), args[1], 0, INT64_MAX);
  return found == -2 ? Ref() : Ref::boolean(found >= 0);
}

Ref not_in_deque(Thread& thread, Value value) {
  Ref shown = repr(thread, value);
  return shown ? raise(thread, Error::ValueError, "{} is not in deque", shown.get()) : Ref();
}

Ref index_of(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t first, last;
  if (!search_bounds(thread, args[2], args[3], length_of(self_of(args)), &first, &last)) return {};
  int64_t found = find_item(thread, self_of(args), args[1], first, last);
  if (found == -2) return {};
  return found == -1 ? not_in_deque(thread, args[1]) : Ref::own(Value::integer(found));
}

Ref remove(Thread& thread, Args args, uint32_t, Tuple*) {
  Deque* deque = self_of(args);
  uint64_t changes = deque->changes.get();
  int64_t found = find_item(thread, deque, args[1], 0, INT64_MAX);
  if (changes != deque->changes.get() && (found != -2 || exception_matches(thread, Error::RuntimeError))) {
    clear_exception(thread);
    return raise(thread, Error::IndexError, "deque mutated during iteration");
  }
  if (found == -2) return {};
  if (found == -1) return not_in_deque(thread, args[1]);
  Ref old = deque_take(deque, static_cast<uint64_t>(found));
  return Ref::none();
}

Ref count_item(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t total = 0;
  bool ok = walk_items(thread, self_of(args), 0, INT64_MAX, [&](int64_t, Value item) {
    Truth same = equal(thread, item, args[1]);
    total += same == Truth::Yes;
    return same == Truth::Error ? same : Truth::No;
  });
  return ok ? Ref::own(Value::integer(total)) : Ref();
}

Ref insert(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position;
  Deque* deque = self_of(args);
  if (!index_as_int64(thread, args[1], &position)) return {};
  int64_t length = length_of(deque);
  if (length == deque->limit.get()) return raise(thread, Error::IndexError, "deque already at its maximum size");
  if (position < 0) position = position + length < 0 ? 0 : position + length;
  if (position > length) position = length;
  return done(deque_insert(thread, deque, static_cast<uint64_t>(position), Ref::share(args[2])));
}

// The position an index means; -1: an error is set.
int64_t item_position(Thread& thread, Deque* deque, Value key) {
  if (!is_integer(key) && special_method(thread, key, Dunder::Index).is_empty()) {
    (void)raise(thread, Error::TypeError, "sequence index must be integer, not '{}'", type_name(thread, key));
    return -1;
  }
  int64_t position;
  return resolve_index(thread, key, length_of(deque), "deque", &position) ? position : -1;
}

Ref get_item_at(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position = item_position(thread, self_of(args), args[1]);
  return position < 0 ? Ref() : deque_item(self_of(args), position);
}

Ref set_item_at(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position = item_position(thread, self_of(args), args[1]);
  if (position < 0) return {};
  Ref old = Ref::share(args[2]);
  Guard guard(self_of(args)->header);
  Value& slot = deque_slot(self_of(args), static_cast<uint64_t>(position));
  Value replaced = slot;
  slot = old.release();
  old = Ref::own(replaced);
  return Ref::none();
}

Ref delete_item_at(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position = item_position(thread, self_of(args), args[1]);
  if (position < 0) return {};
  Ref old = deque_take(self_of(args), static_cast<uint64_t>(position));
  return Ref::none();
}

Ref length_method(Thread&, Args args, uint32_t, Tuple*) { return Ref::own(Value::integer(length_of(self_of(args)))); }

// A deque of the same class, and with the same limit where the class is deque itself.
Ref copy(Thread& thread, Args args, uint32_t, Tuple*) {
  Deque* deque = self_of(args);
  Type* type = type_of(deque);
  Ref limit = deque->limit.get() < 0 ? Ref::none() : make_int(thread, deque->limit.get());
  if (limit.get().is_none()) return call(thread, Value::object(type), args[0]);
  return call(thread, Value::object(type), args[0], limit.get());
}

Ref add(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_deque(args[1])) {
    if (has_reflected(thread, args[1], Dunder::RAdd)) return Ref::not_implemented();
    return raise(thread, Error::TypeError, "can only concatenate deque (not \"{}\") to deque",
                 type_name(thread, args[1]));
  }
  Ref result = copy(thread, args, 1, nullptr);
  if (!result || !deque_extend(thread, result.as<Deque>(), args[1], false)) return {};
  return result;
}

Ref add_in_place(Thread& thread, Args args, uint32_t, Tuple*) {
  return deque_extend(thread, self_of(args), args[1], false) ? Ref::share(args[0]) : Ref();
}

Ref repeat_in_place(Thread& thread, Value self, Value times) {
  int64_t count;
  Ref status = repeat_count(thread, times, &count);
  if (!status || status.get().is_not_implemented()) return status;
  Deque* deque = as<Deque>(self);
  Ref items = list_from(thread, self);
  if (!items) return {};
  if (count == 0) deque_clear(thread, deque);
  if (length_of(deque) > 0 && count > (int64_t{1} << 40) / length_of(deque)) return raise_memory_error(thread);
  for (int64_t i = 1; i < count; ++i) {
    if (!deque_extend(thread, deque, items.get(), false)) return {};
  }
  return Ref::share(self);
}
Ref multiply_in_place(Thread& thread, Args args, uint32_t, Tuple*) { return repeat_in_place(thread, args[0], args[1]); }
Ref multiply(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref result = copy(thread, args, 1, nullptr);
  return result ? repeat_in_place(thread, result.get(), args[1]) : Ref();
}

Ref multiply_reflected(Thread& thread, Args args, uint32_t count, Tuple* names) {
  return is_index(thread, args[1]) ? multiply(thread, args, count, names) : Ref::not_implemented();
}

template <Compare op>
Ref compare_with(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_deque(args[1])) return Ref::not_implemented();
  Ref left = list_from(thread, args[0]), right = list_from(thread, args[1]);
  return left && right ? compare(thread, op, left.get(), right.get()) : Ref();
}

Ref show(Thread& thread, Args args, uint32_t, Tuple*) {
  Deque* deque = self_of(args);
  ReprGuard running(thread, deque);
  if (running.is_running()) return make_str(thread, "[...]");
  Ref items = list_from(thread, args[0]);
  Ref shown = items ? repr(thread, items.get()) : Ref();
  if (!shown) return {};
  FormatArg name(short_type_name(thread, args[0]));
  if (deque->limit.get() < 0) return format_text(thread, "{}({})", {name, FormatArg(shown.get())});
  return format_text(thread, "{}({}, maxlen={})", {name, FormatArg(shown.get()), FormatArg(deque->limit.get())});
}

Ref make_iterator(Thread& thread, Deque* deque, bool backwards) {
  // module_data of deque is its iterator type, whose module_data is the one for reversed().
  auto* type = static_cast<const Type*>(native_base(type_of(deque))->module_data);
  if (backwards) type = static_cast<const Type*>(type->module_data);
  DequeIterator* iterator = allocate<DequeIterator>(thread, type->root);
  if (!iterator) return {};
  iterator->deque.init(Ref::share(deque));
  iterator->position.set(backwards ? length_of(deque) - 1 : 0);
  iterator->changes.set(deque->changes.get());
  iterator->backwards = backwards;
  return Ref::own(iterator);
}
Ref iterate_forward(Thread& thread, Args args, uint32_t, Tuple*) { return make_iterator(thread, self_of(args), false); }
Ref iterate_backward(Thread& thread, Args args, uint32_t, Tuple*) { return make_iterator(thread, self_of(args), true); }

// Empty: the end, or an error is set.
Ref item_in_turn(Thread& thread, Deque* deque, DequeIterator* iterator) {
  ShortGuard guard(deque);
  if (deque->changes.get() == iterator->changes.get()) return deque_item(deque, iterator->position.get());
  return raise(thread, Error::RuntimeError, "deque mutated during iteration");
}

Ref iterator_next(Thread& thread, Args args, uint32_t, Tuple*) {
  DequeIterator* iterator = as<DequeIterator>(args[0]);
  return in_one_step(iterator, [&]() -> Ref {
    if (iterator->deque.peek().is_empty()) return Ref::exhausted();
    Ref item = item_in_turn(thread, as<Deque>(iterator->deque.peek()), iterator);
    if (!item) return thread.has_exception() ? Ref() : end_of(iterator->deque);
    iterator->position.set(iterator->position.get() + (iterator->backwards ? -1 : 1));
    return item;
  });
}

Ref iterator_hint(Thread&, Args args, uint32_t, Tuple*) {
  DequeIterator* iterator = as<DequeIterator>(args[0]);
  if (iterator->deque.peek().is_empty()) return Ref::own(Value::integer(0));
  int64_t position = iterator->position.get();
  return Ref::own(
      Value::integer(iterator->backwards ? position + 1 : length_of(as<Deque>(iterator->deque.peek())) - position));
}

Ref reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Deque* deque = self_of(args);
  Ref limit = deque->limit.get() < 0 ? Ref::none() : make_int(thread, deque->limit.get());
  Ref nothing = empty_tuple(thread);
  Ref arguments = limit.get().is_none() ? Ref::share(nothing.get()) : make_tuple_of(thread, nothing.get(), limit.get());
  Ref items = make_iterator(thread, deque, false);
  if (!arguments || !items) return {};
  Ref state = call_method(thread, args[0], intern(thread, std::string_view("__getstate__")));
  return state ? make_tuple_of(thread, Value::object(type_of(deque)), arguments.get(), state.get(), items.get()) : Ref();
}

Ref get_limit(Thread& thread, Value self) {
  int64_t limit = as<Deque>(self)->limit.get();
  return limit < 0 ? Ref::none() : make_int(thread, limit);
}

constexpr MethodDef kMethods[] = {
    {"__new__", "(cls, *args, **kwargs)", deque_create, MethodDef::Static},
    {"__init__", "(self, iterable=(), maxlen=None)", deque_init},
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
    {"__repr__", "(self, /)", show},
    {"__len__", "(self, /)", length_method},
    {"__iter__", "(self, /)", iterate_forward},
    {"__reversed__", "(self, /)", iterate_backward},
    {"__contains__", "(self, key, /)", contains_item},
    {"__getitem__", "(self, key, /)", get_item_at},
    {"__setitem__", "(self, key, value, /)", set_item_at},
    {"__delitem__", "(self, key, /)", delete_item_at},
    {"__add__", "(self, value, /)", add},
    {"__iadd__", "(self, value, /)", add_in_place},
    {"__mul__", "(self, value, /)", multiply},
    {"__rmul__", "(self, value, /)", multiply_reflected},
    {"__imul__", "(self, value, /)", multiply_in_place},
    {"__lt__", "(self, value, /)", compare_with<Compare::Less>},
    {"__le__", "(self, value, /)", compare_with<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", compare_with<Compare::Equal>},
    {"__ne__", "(self, value, /)", compare_with<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", compare_with<Compare::Greater>},
    {"__ge__", "(self, value, /)", compare_with<Compare::GreaterEqual>},
    {"__copy__", "(self, /)", copy},
    {"__reduce__", "(self, /)", reduce},
    {"append", "(self, object, /)", append_right},
    {"appendleft", "(self, object, /)", append_left},
    {"extend", "(self, iterable, /)", extend_right},
    {"extendleft", "(self, iterable, /)", extend_left},
    {"pop", "(self, /)", pop_right},
    {"popleft", "(self, /)", pop_left},
    {"insert", "(self, index, object, /)", insert},
    {"remove", "(self, value, /)", remove},
    {"index", "(self, value, start=0, stop=9223372036854775807, /)", index_of},
    {"count", "(self, value, /)", count_item},
    {"clear", "(self, /)", clear_all},
    {"copy", "(self, /)", copy},
    {"reverse", "(self, /)", reverse},
    {"rotate", "(self, n=1, /)", rotate},
};
constexpr GetSetDef kGetSets[] = {{"maxlen", get_limit}};

Type* make_iterator_type(Thread& thread, const char* name) {
  Type* type = make_native_type(thread, {name, "_collections", &kDequeIteratorLayout, kNoInstances}, nullptr);
  if (!type) return nullptr;
  add_iterator_rows(thread, type, iterator_next, iterator_hint);
  finish_type(thread, type);
  return type;
}

}  // namespace

Type* make_deque_type(Thread& thread) {
  Type* type = make_native_type(
      thread, {"collections.deque", "collections", &kDequeLayout, kBaseType | kHasWeakref | kSequencePattern}, nullptr);
  Type* iterator = make_iterator_type(thread, "_collections._deque_iterator");
  Type* backwards = make_iterator_type(thread, "_collections._deque_reverse_iterator");
  if (!type || !iterator || !backwards) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  add_constant(thread, type, "__hash__", Ref::none());
  finish_type(thread, type);
  iterator->module_data = backwards;
  type->module_data = iterator;
  return type;
}

}  // namespace gillab
