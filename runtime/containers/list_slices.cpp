// list: subscripts and slices, read, assigned and deleted.
#include <cstring>
#include <optional>
#include <vector>

#include "runtime/int.h"
#include "runtime/containers/sequence.h"

namespace gillab {
namespace {

Failed bad_index(Thread& thread, const char* what, Value key) {
  return raise(thread, Error::TypeError, "{} indices must be integers or slices, not {}", what, type_name(thread, key));
}

// Puts `count` items (shared) in the place of list[first:last]; what was there comes in `old`, to be dropped outside the
// Guard that the caller holds.
bool replace_run(Thread& thread, List* list, size_t first, size_t last, const Value* items, size_t count,
                 std::vector<Ref>* old) {
  size_t length = list->length.get(), grown = length - (last - first) + count;
  if (grown > list->capacity.get() && !reserve(thread, list, grown + (grown >> 3))) return false;
  old->reserve(last - first);
  Value* data = list->items.get();
  for (size_t i = first; i < last; ++i) old->push_back(Ref::own(data[i]));
  if (length > last) move_shared(data + first + count, data + last, length - last);
  for (size_t i = 0; i < count; ++i) store_shared(data[first + i], Ref::share(items[i]).release());
  if (grown < length) empty_shared(data + grown, length - grown);
  seal_removal();
  list->length.set(static_cast<uint32_t>(grown));
  return true;
}

// Under the Guard; what goes comes in `old`.
void delete_stepped(List* list, SliceBounds bounds, std::vector<Ref>* old) {
  if (bounds.count == 0) return;
  if (bounds.step < 0) {
    bounds.start += (bounds.count - 1) * bounds.step;
    bounds.step = -bounds.step;
  }
  old->reserve(static_cast<size_t>(bounds.count));
  Value* data = list->items.get();
  int64_t length = list->length.get();
  int64_t to = bounds.start;
  for (int64_t from = bounds.start, doomed = bounds.start; from < length; ++from) {
    if (from == doomed && static_cast<int64_t>(old->size()) < bounds.count) {
      old->push_back(Ref::own(data[from]));
      doomed += bounds.step;
    } else {
      store_shared(data[to++], data[from]);
    }
  }
  empty_shared(data + to, static_cast<size_t>(length - to));
  seal_removal();
  list->length.set(static_cast<uint32_t>(to));
}

bool delete_slice(Thread& thread, List* list, Value slice) {
  SliceBounds bounds;
  if (!unpack_slice(thread, slice, &bounds)) return false;
  std::vector<Ref> old;
  Guard guard(list->header);
  adjust_slice(&bounds, list->length.get());
  if (bounds.step != 1) {
    delete_stepped(list, bounds, &old);
    return true;
  }
  size_t first = static_cast<size_t>(bounds.start);
  return replace_run(thread, list, first, first + static_cast<size_t>(bounds.count), nullptr, 0, &old);
}

// The new items as a tuple or list of their own, so that nothing changes them meanwhile.
Ref items_to_assign(Thread& thread, List* list, Value value, bool stepped) {
  if (value == Value::object(list)) return list_from(thread, value);
  if (is_exact<List>(value) || is_exact<Tuple>(value)) return Ref::share(value);
  Ref iterator = iterate(thread, value);
  if (!iterator) {
    if (!exception_matches(thread, Error::TypeError)) return {};
    clear_exception(thread);
    return raise(thread, Error::TypeError,
                 stepped ? "must assign iterable to extended slice" : "can only assign an iterable");
  }
  return list_from(thread, iterator.get());
}

// Under the Guards of both; what goes comes in `old`.
bool assign_stepped(Thread& thread, List* list, const SliceBounds& bounds, Items items, std::vector<Ref>* old) {
  if (static_cast<int64_t>(items.count) != bounds.count) {
    return raise(thread, Error::ValueError, "attempt to assign sequence of size {} to extended slice of size {}",
                 items.count, bounds.count);
  }
  old->reserve(items.count);
  for (size_t i = 0; i < items.count; ++i) {
    Value& place = list->items.get()[bounds.start + static_cast<int64_t>(i) * bounds.step];
    old->push_back(Ref::own(place));
    store_shared(place, Ref::share(items.data[i]).release());
  }
  seal_removal();
  return true;
}

bool assign_slice(Thread& thread, List* list, Value slice, Value value) {
  SliceBounds bounds;
  if (!unpack_slice(thread, slice, &bounds)) return false;
  Ref source = items_to_assign(thread, list, value, bounds.step != 1);
  if (!source) return false;
  std::vector<Ref> old;
  TransferGuard guard(list, source.get());
  adjust_slice(&bounds, list->length.get());
  Items items = is<List>(source.get()) ? items_of(source.as<List>()) : items_of(source.as<Tuple>());
  if (bounds.step != 1) return assign_stepped(thread, list, bounds, items, &old);
  size_t first = static_cast<size_t>(bounds.start);
  return replace_run(thread, list, first, first + static_cast<size_t>(bounds.count), items.data, items.count, &old);
}

// The number that `key` is, negative ones from the end. False: an error is set.
bool item_number(Thread& thread, Value key, int64_t* number) {
  if (key.is_int()) return *number = key.as_int(), true;
  if (!is_index(thread, key)) return bad_index(thread, "list", key);
  return index_as_int64(thread, key, number, false, Error::IndexError);
}

}  // namespace

Ref list_slice(Thread& thread, List* list, const SliceBounds& bounds) {
  Ref result = make_list(thread, static_cast<size_t>(bounds.count));
  if (!result) return {};
  Value* to = result.as<List>()->items.get();
  const Value* from = list->items.get();
  for (int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step) {
    take(from[at]);
    to[i] = from[at];
  }
  result.as<List>()->length.set(static_cast<uint32_t>(bounds.count));
  return result;
}

Ref list_get(Thread& thread, List* list, Value key) {
  if (is<Slice>(key)) {
    SliceBounds bounds;
    if (!unpack_slice(thread, key, &bounds)) return {};
    Guard guard(list->header);
    adjust_slice(&bounds, list->length.get());
    return list_slice(thread, list, bounds);
  }
  int64_t number;
  if (!item_number(thread, key, &number)) return {};
  Ref item = list_item(list, number);
  return item ? std::move(item) : Ref(raise(thread, Error::IndexError, "list index out of range"));
}

bool list_set(Thread& thread, List* list, Value key, Value value) {
  if (is<Slice>(key)) {
    return value.is_empty() ? delete_slice(thread, list, key) : assign_slice(thread, list, key, value);
  }
  int64_t number;
  if (!item_number(thread, key, &number)) return false;
  Ref old;
  Guard guard(list->header);
  guard.keeps_all();  // what goes is sealed
  int64_t position = number < 0 ? number + list->length.get() : number;
  if (position < 0 || position >= list->length.get()) {
    return raise(thread, Error::IndexError, "list assignment index out of range");
  }
  if (value.is_empty()) {
    old = take_out(list, static_cast<size_t>(position));
    return true;
  }
  Value& place = list->items.get()[position];
  old = Ref::own(place);
  store_shared(place, Ref::share(value).release());
  seal_removal(old.get());
  return true;
}

Ref tuple_get(Thread& thread, Tuple* tuple, Value key) {
  if (is<Slice>(key)) {
    SliceBounds bounds;
    if (!resolve_slice(thread, key, static_cast<int64_t>(tuple->length), &bounds)) return {};
    if (bounds.count == static_cast<int64_t>(tuple->length) && bounds.step == 1 &&
        is_exact<Tuple>(Value::object(tuple))) {
      return Ref::share(tuple);
    }
    if (bounds.count == 0) return empty_tuple(thread);
    Tuple* result = new_tuple(thread, static_cast<size_t>(bounds.count));
    if (!result) return {};
    for (int64_t i = 0; i < bounds.count; ++i) {
      result->items[i] = Ref::share(tuple->items[bounds.start + i * bounds.step]).release();
    }
    return Ref::own(result);
  }
  int64_t position;
  if (!is_index(thread, key)) return bad_index(thread, "tuple", key);
  if (!resolve_index(thread, key, static_cast<int64_t>(tuple->length), "tuple", &position)) return {};
  return Ref::share(tuple->items[position]);
}

Ref list_concatenate(Thread& thread, List* left, List* right) {
  std::optional<Guard> guard;
  if (!may_write(left) || !may_write(right)) guard.emplace(left->header, right->header).keeps_all();
  size_t first = left->length.get(), second = right->length.get();
  Ref result = make_list(thread, first + second);
  if (!result) return {};
  Value* to = result.as<List>()->items.get();
  for (size_t i = 0; i < first; ++i) to[i] = Ref::share(left->items.get()[i]).release();
  for (size_t i = 0; i < second; ++i) to[first + i] = Ref::share(right->items.get()[i]).release();
  result.as<List>()->length.set(static_cast<uint32_t>(first + second));
  return result;
}

}  // namespace gillab
