// Subscripts, unpacking and loops beyond what the handlers do themselves.
#include "runtime/bytes.h"
#include "runtime/containers/sequence.h"
#include "runtime/interpreter.h"
#include "runtime/iterators.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "vm/slow.h"

namespace gillab {

Value dict_item(Thread& thread, Dict* dict, Value key) {
  Ref value;
  Found found = dict_get(thread, dict, key, &value);
  if (found == Found::Yes) [[likely]]
    return value.release();
  if (found == Found::No) raise_object(thread, Error::KeyError, key);
  return Value();
}

Value item_slow(Thread& thread, Value container, Value key) {
  if (key.is_int() && is_exact<Str>(container)) {
    Str* text = as<Str>(container);
    int64_t position = key.as_int() < 0 ? key.as_int() + static_cast<int64_t>(text->length) : key.as_int();
    if (position >= 0 && position < static_cast<int64_t>(text->length))
      return make_character(thread, text->at(static_cast<size_t>(position))).release();
  }
  return get_item(thread, container, key).release();
}

namespace {

// A bound of a[start:stop] against the length. False: it is neither an int nor None.
bool resolve_bound(Value bound, int64_t length, int64_t fallback, int64_t* result) {
  if (bound.is_none()) {
    *result = fallback;
    return true;
  }
  if (!bound.is_int()) return false;
  int64_t position = bound.as_int() < 0 ? bound.as_int() + length : bound.as_int();
  *result = position < 0 ? 0 : position > length ? length : position;
  return true;
}

Ref slice_of_exact(Thread& thread, Value container, Kind kind, int64_t start, int64_t count) {
  if (kind == Kind::List) return list_slice(thread, as<List>(container), {start, start + count, 1, count});
  if (kind == Kind::Tuple) {
    Tuple* tuple = as<Tuple>(container);
    if (static_cast<uint64_t>(count) == tuple->length) return Ref::share(container);
    return count ? make_tuple(thread, tuple->items + start, static_cast<size_t>(count)) : empty_tuple(thread);
  }
  return substring(thread, as<Str>(container), static_cast<size_t>(start), static_cast<size_t>(start + count));
}

}  // namespace

Value slice_of(Thread& thread, Value container, Value start, Value stop) {
  SourceGuard guard(container);
  int64_t length = quick_length(container), from = 0, to = 0;
  Kind kind = length >= 0 ? kind_of(container.as_object()) : Kind::Slice;
  bool exact = kind == Kind::List || kind == Kind::Tuple || kind == Kind::Str;
  if (exact && resolve_bound(start, length, 0, &from) && resolve_bound(stop, length, length, &to)) [[likely]]
    return slice_of_exact(thread, container, kind, from, to > from ? to - from : 0).release();
  Ref slice = make_slice(thread, start, stop, Value::none());
  return slice ? get_item(thread, container, slice.get()).release() : Value();
}

Value range_iterator_of(Thread& thread, const Value* args, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    if (!args[i].is_int()) return Value();
  }
  int64_t start = count > 1 ? args[0].as_int() : 0, stop = args[count > 1].as_int(), step = count > 2 ? args[2].as_int() : 1;
  if (step == 0) return Value();
  int64_t distance = step > 0 ? stop - start : start - stop, stride = step > 0 ? step : -step;
  auto* iterator = allocate<RangeIterator>(thread, thread.types().range_iterator->root);
  if (!iterator) return Value();
  iterator->next.set(start);
  iterator->step.set(step);
  iterator->remaining.set(distance > 0 ? (distance - 1) / stride + 1 : 0);
  for (Field* field : {&iterator->big_next, &iterator->big_step, &iterator->big_stop}) field->init_empty();
  return Value::object(iterator);
}

namespace {
// list[key] = value where others may write to the list. False: nothing was done.
[[gnu::noinline]] bool replace_shared(List* list, Value key, Value value) {
  Value old = Value::empty();
  Ref fresh = Ref::share(value);
  if (key.as_int() < 0 || !quick_replace(list, static_cast<uint64_t>(key.as_int()), value, &old)) return false;
  (void)fresh.release();
  drop(old);
  return true;
}
}  // namespace

bool set_item_slow(Thread& thread, Value container, Value key, Value value) {
  if (is_exact<Dict>(container)) return dict_set(thread, as<Dict>(container), key, Ref::share(value));
  if (gil::Layer::kConcurrent && is_exact<List>(container) && key.is_int() && replace_shared(as<List>(container), key, value))
    return true;
  return set_item(thread, container, key, value);
}

namespace {

bool raise_unpack_count(Thread& thread, uint32_t wanted, int64_t got) {
  if (got < 0) return raise(thread, Error::ValueError, "too many values to unpack (expected {})", wanted);
  return raise(thread, Error::ValueError, "not enough values to unpack (expected {}, got {})", wanted, got);
}

bool spread(const Value* items, uint64_t count, Value* target) {
  for (uint64_t i = 0; i < count; ++i) {
    take(items[i]);
    target[count - 1 - i] = items[i];
  }
  return true;
}

Ref iterate_to_unpack(Thread& thread, Value sequence) {
  Ref iterator = iterate(thread, sequence);
  if (!iterator && exception_matches(thread, Error::TypeError)) {
    if (!is_iterable(thread, sequence)) {
      clear_exception(thread);
      raise(thread, Error::TypeError, "cannot unpack non-iterable {} object", type_name(thread, sequence));
    }
  }
  return iterator;
}

// Takes `count` items into target[count - 1] .. target[0]; on failure gives back what it took.
bool take_items(Thread& thread, Value iterator, uint32_t count, uint32_t wanted, bool at_least, Value* target) {
  for (uint32_t i = 0; i < count; ++i) {
    Ref item = next(thread, iterator);
    if (item && !item.get().is_exhausted()) {
      target[count - 1 - i] = item.release();
      continue;
    }
    for (uint32_t j = 0; j < i; ++j) drop(target[count - 1 - j]);
    if (!item) return false;
    if (at_least)
      return raise(thread, Error::ValueError, "not enough values to unpack (expected at least {}, got {})", wanted, i);
    return raise_unpack_count(thread, wanted, i);
  }
  return true;
}

}  // namespace

bool unpack_sequence(Thread& thread, Value sequence, uint32_t count, Value* target) {
  if (is_exact<Tuple>(sequence)) {
    Tuple* tuple = as<Tuple>(sequence);
    if (tuple->length == count) return spread(tuple->items, count, target);
    return raise_unpack_count(thread, count, tuple->length > count ? -1 : static_cast<int64_t>(tuple->length));
  }
  if (is_exact<List>(sequence)) {
    Guard guard(sequence.as_object()->header);
    List* list = as<List>(sequence);
    if (list->length.get() == count) return spread(list->items.get(), count, target);
    return raise_unpack_count(thread, count, list->length.get() > count ? -1 : static_cast<int64_t>(list->length.get()));
  }
  Ref iterator = iterate_to_unpack(thread, sequence);
  if (!iterator || !take_items(thread, iterator.get(), count, count, false, target)) return false;
  Ref extra = next(thread, iterator.get());
  if (extra.get().is_exhausted()) return true;
  for (uint32_t i = 0; i < count; ++i) drop(target[i]);
  return extra ? raise_unpack_count(thread, count, -1) : false;
}

namespace {

// a, *b = [..]: an exact list or tuple that is long enough. False, no error: it is not.
bool unpack_starred_quickly(Thread& thread, Value sequence, uint32_t before, uint32_t after, Value* target) {
  bool list = is_exact<List>(sequence);
  if (!list && !is_exact<Tuple>(sequence)) return false;
  SourceGuard guard(sequence);
  uint64_t length = list ? as<List>(sequence)->length.get() : as<Tuple>(sequence)->length;
  if (length < before + after) return false;
  Ref rest = make_list(thread, length - before - after);
  if (!rest) return false;
  const Value* items = list ? as<List>(sequence)->items.get() : as<Tuple>(sequence)->items;
  Value* inner = rest.as<List>()->items.get();
  for (uint64_t i = 0; i < length; ++i) take(items[i]);
  for (uint32_t i = 0; i < before; ++i) target[after + 1 + before - 1 - i] = items[i];
  for (uint64_t i = before; i < length - after; ++i) inner[i - before] = items[i];
  for (uint32_t i = 0; i < after; ++i) target[after - 1 - i] = items[length - after + i];
  rest.as<List>()->length.set(static_cast<uint32_t>(length - before - after));
  target[after] = rest.release();
  return true;
}

}  // namespace

bool unpack_starred(Thread& thread, Value sequence, uint32_t before, uint32_t after, Value* target) {
  if (unpack_starred_quickly(thread, sequence, before, after, target)) return true;
  if (thread.has_exception()) return false;
  Ref iterator = iterate_to_unpack(thread, sequence);
  uint32_t total = before + after;
  Value* first = target + after + 1;
  if (!iterator || !take_items(thread, iterator.get(), before, total, true, first)) return false;
  Ref rest = list_from(thread, iterator.get());
  bool ok = static_cast<bool>(rest);
  if (ok && rest.as<List>()->length.get() < after) {
    ok = raise(thread, Error::ValueError, "not enough values to unpack (expected at least {}, got {})", total,
               before + rest.as<List>()->length.get());
  }
  if (!ok) {
    for (uint32_t i = 0; i < before; ++i) drop(first[i]);
    return false;
  }
  List* list = rest.as<List>();
  uint32_t length = list->length.get();
  for (uint32_t i = 0; i < after; ++i) target[after - 1 - i] = list->items.get()[length - after + i];
  list->length.set(length - after);
  target[after] = rest.release();
  return true;
}

void specialise_iteration(const Instruction* pc, Value iterator) {
  Op op = static_cast<Op>(pc->op);
  bool to = op >= Op::ITER_ANY_TO && op <= Op::ITER_NATIVE_TO;
  Op base = to ? Op::ITER_ANY_TO : Op::ITER_ANY;
  auto choose = [&](Op plain) {
    set_op(pc, static_cast<Op>(static_cast<uint16_t>(base) + static_cast<uint16_t>(plain) - static_cast<uint16_t>(Op::ITER_ANY)));
  };
  if (!iterator.is_object()) return;
  switch (kind_of(iterator.as_object())) {
    case Kind::RangeIterator:
      if (as<RangeIterator>(iterator)->big_stop.peek().is_empty()) choose(Op::ITER_RANGE);
      return;
    case Kind::ListIterator: return choose(Op::ITER_LIST);
    case Kind::TupleIterator: return choose(Op::ITER_TUPLE);
    case Kind::DictIterator: return choose(Op::ITER_DICT);
    case Kind::Generator: return;
    default: {
      Type* type = type_of(iterator.as_object());
      Value method = dunder_of(type, Dunder::Next);
      if (is<Native>(method) && as<Native>(method)->owner == type) choose(Op::ITER_NATIVE);
    }
  }
}

Truth next_pair(Thread& thread, Value iterator, Value* target) {
  if (is_exact<Enumerate>(iterator)) return enumerate_next_pair(thread, as<Enumerate>(iterator), target + 1, target);
  Ref first, second;
  Truth status = Truth::No;
  if (is<DictIterator>(iterator) && as<DictIterator>(iterator)->what.get() == 2) {
    status = dict_items_next(thread, as<DictIterator>(iterator), &first, &second);
  } else if (is_exact<Zip>(iterator) && is_pair_zip(as<Zip>(iterator))) {
    status = zip_next_pair(thread, as<Zip>(iterator), &first, &second);
  } else {
    Ref item = next(thread, iterator);
    if (!item) return Truth::Error;
    if (item.get().is_exhausted()) return Truth::No;
    return unpack_sequence(thread, item.get(), 2, target) ? Truth::Yes : Truth::Error;
  }
  if (status != Truth::Yes) return status;
  target[0] = second.release();
  target[1] = first.release();
  return Truth::Yes;
}

int64_t quick_length(Value value) {
  if (!value.is_object()) return -1;
  const ShapeHead& head = head_of(value.as_object());
  if (!head.exact) return -1;
  switch (head.kind) {
    case Kind::List: return list_length(as<List>(value));
    case Kind::Tuple: return static_cast<int64_t>(as<Tuple>(value)->length);
    case Kind::Str: return static_cast<int64_t>(as<Str>(value)->length);
    case Kind::Dict: return as<Dict>(value)->used.get();
    case Kind::Set: return static_cast<int64_t>(as<Set>(value)->used.get());
    default: return -1;
  }
}

}  // namespace gillab
