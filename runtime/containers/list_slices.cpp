// list: subscripts and slices, read, assigned and deleted.
#include <cstring>
#include <vector>

#include "runtime/int.h"
#include "runtime/containers/sequence.h"

namespace gillab {
namespace {

Failed bad_index(Thread& thread, const char* what, Value key) {
  return raise(thread, Error::TypeError, "{} indices must be integers or slices, not {}", what, type_name(thread, key));
}

bool replace_item(Thread& thread, List* list, int64_t position, Value value) {
  Ref old;
  {
    Guard guard(list->header);
    if (position >= list->length.get()) {
      return raise(thread, Error::IndexError, "list assignment index out of range");
    }
    old = Ref::own(list->items.get()[position]);
    list->items.get()[position] = Ref::share(value).release();
  }
  return true;
}

// Puts `count` items (shared) in the place of list[first:last]; what was there is dropped afterwards.
bool replace_run(Thread& thread, List* list, size_t first, size_t last, const Value* items, size_t count) {
  std::vector<Ref> old;
  size_t length = list->length.get();
  if (length - (last - first) + count > length) {
    size_t needed = length - (last - first) + count;
    if (needed > list->capacity.get() && !reserve(thread, list, needed + (needed >> 3))) return false;
  }
  old.reserve(last - first);
  Guard guard(list->header);
  Value* data = list->items.get();
  for (size_t i = first; i < last; ++i) old.push_back(Ref::own(data[i]));
  if (length > last) std::memmove(data + first + count, data + last, (length - last) * sizeof(Value));
  for (size_t i = 0; i < count; ++i) data[first + i] = Ref::share(items[i]).release();
  list->length.set(static_cast<uint32_t>(length - (last - first) + count));
  return true;
}

void delete_stepped(List* list, SliceBounds bounds) {
  if (bounds.count == 0) return;
  if (bounds.step < 0) {
    bounds.start += (bounds.count - 1) * bounds.step;
    bounds.step = -bounds.step;
  }
  std::vector<Ref> old;
  old.reserve(static_cast<size_t>(bounds.count));
  Guard guard(list->header);
  Value* data = list->items.get();
  int64_t length = list->length.get();
  int64_t to = bounds.start;
  for (int64_t from = bounds.start, doomed = bounds.start; from < length; ++from) {
    if (from == doomed && static_cast<int64_t>(old.size()) < bounds.count) {
      old.push_back(Ref::own(data[from]));
      doomed += bounds.step;
    } else {
      data[to++] = data[from];
    }
  }
  list->length.set(static_cast<uint32_t>(to));
}

bool delete_slice(Thread& thread, List* list, Value slice) {
  SliceBounds bounds;
  if (!unpack_slice(thread, slice, &bounds)) return false;
  adjust_slice(&bounds, list->length.get());
  if (bounds.step != 1) {
    delete_stepped(list, bounds);
    return true;
  }
  size_t first = static_cast<size_t>(bounds.start);
  return replace_run(thread, list, first, first + static_cast<size_t>(bounds.count), nullptr, 0);
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

bool assign_stepped(Thread& thread, List* list, const SliceBounds& bounds, Items items) {
  if (static_cast<int64_t>(items.count) != bounds.count) {
    return raise(thread, Error::ValueError, "attempt to assign sequence of size {} to extended slice of size {}",
                 items.count, bounds.count);
  }
  for (int64_t i = 0; i < bounds.count; ++i) {
    if (!replace_item(thread, list, bounds.start + i * bounds.step, items.data[i])) return false;
  }
  return true;
}

bool assign_slice(Thread& thread, List* list, Value slice, Value value) {
  SliceBounds bounds;
  if (!unpack_slice(thread, slice, &bounds)) return false;
  Ref source = items_to_assign(thread, list, value, bounds.step != 1);
  if (!source) return false;
  adjust_slice(&bounds, list->length.get());
  Items items = is<List>(source.get()) ? items_of(source.as<List>()) : items_of(source.as<Tuple>());
  if (bounds.step != 1) return assign_stepped(thread, list, bounds, items);
  size_t first = static_cast<size_t>(bounds.start);
  return replace_run(thread, list, first, first + static_cast<size_t>(bounds.count), items.data, items.count);
}

bool delete_item_at(Thread& thread, List* list, int64_t position) {
  Ref old = list_take(list, static_cast<size_t>(position));
  if (!old) return raise(thread, Error::IndexError, "list assignment index out of range");
  return true;
}

}  // namespace

Ref list_slice(Thread& thread, List* list, const SliceBounds& bounds) {
  Ref result = make_list(thread, static_cast<size_t>(bounds.count));
  if (!result) return {};
  Guard guard(list->header, result.as<List>()->header);
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
    adjust_slice(&bounds, list->length.get());
    return list_slice(thread, list, bounds);
  }
  int64_t position;
  if (!is_index(thread, key)) return bad_index(thread, "list", key);
  if (!resolve_index(thread, key, list->length.get(), "list", &position)) return {};
  Ref item = item_at(list, static_cast<size_t>(position));
  if (!item) return raise(thread, Error::IndexError, "list index out of range");
  return item;
}

bool list_set(Thread& thread, List* list, Value key, Value value) {
  if (is<Slice>(key)) {
    return value.is_empty() ? delete_slice(thread, list, key) : assign_slice(thread, list, key, value);
  }
  int64_t position;
  if (!is_index(thread, key)) return bad_index(thread, "list", key);
  if (!resolve_index(thread, key, list->length.get(), "list assignment", &position)) return false;
  if (value.is_empty()) return delete_item_at(thread, list, position);
  return replace_item(thread, list, position, value);
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
  size_t first = left->length.get(), second = right->length.get();
  Ref result = make_list(thread, first + second);
  if (!result) return {};
  Guard guard(left->header, right->header);
  Value* to = result.as<List>()->items.get();
  for (size_t i = 0; i < first; ++i) to[i] = Ref::share(left->items.get()[i]).release();
  for (size_t i = 0; i < second; ++i) to[first + i] = Ref::share(right->items.get()[i]).release();
  result.as<List>()->length.set(static_cast<uint32_t>(first + second));
  return result;
}

}  // namespace gillab
