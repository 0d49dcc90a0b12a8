// list and tuple.
#pragma once

#include "runtime/slots.h"
#include "runtime/thread.h"

namespace gillab {

// All three fields are written under the Guard. Lock-free readers (quick_item) may look on, so: a larger buffer is
// published before a larger length, a smaller length before a smaller buffer, a place is emptied before its reference
// is given up, a buffer that was in the list is retired and never comes back.
struct List : Object {
  static constexpr Kind kKind = Kind::List;
  Cell<Value*> items;       // owned references; null while capacity is 0
  Cell<uint32_t> length;
  Cell<uint32_t> capacity;
};
static_assert(sizeof(List) == 32);

struct SliceBounds;

struct Tuple : Object {
  static constexpr Kind kKind = Kind::Tuple;
  uint64_t length;
  Value items[1];           // owned; never change once the tuple is published
};

Ref make_list(Thread& thread, size_t capacity = 0);
Ref make_list_of(Thread& thread, const Value* items, size_t count);   // shares the items
bool append(Thread& thread, List* list, Ref item);   // an empty item: false, an error is set already
bool grow_and_append(Thread& thread, List* list, Ref item);  // under the Guard, making room where there is none
inline bool append_inline(Thread& thread, List* list, Ref item) {     // the same, for hot places
  if (!gil::Layer::may_write(thread.attached, list->header)) [[unlikely]]
    return grow_and_append(thread, list, std::move(item));
  uint32_t length = list->length.get();
  if (length == list->capacity.get()) [[unlikely]] return grow_and_append(thread, list, std::move(item));
  store_shared(list->items.get()[length], item.release());
  list->length.set(length + 1);
  return true;
}
[[gnu::noinline]] inline Value quick_item_slowly(List* list, Value* items, uint64_t position) {
  Ref item;
  return read_place(items[position], [=] { return list->items.get() == items; }, &item) ? item.release() : Value();
}
// The item at a place, counted for the caller. Empty: it is out of range, or another thread is changing the list.
inline Value quick_item(List* list, uint64_t position) {
  if constexpr (gil::Layer::kLockFreeReads) {
    Value* items = list->items.get();
    if (position >= list->length.get() || list->items.get() != items) return {};
    const Value seen = load_shared(items[position]);
    return take_at_once(seen) ? seen : quick_item_slowly(list, items, position);
  } else {
    Guard guard(list->header);
    guard.keeps_all();
    if (position >= list->length.get()) return {};
    Value item = list->items.get()[position];
    take(item);
    return item;
  }
}
Ref item_of_shared(List* list, size_t position);                      // of one that others may write to
inline Ref item_at(List* list, size_t position) {                     // empty: out of range
  if (!may_write(list)) [[unlikely]] return item_of_shared(list, position);
  return position < list->length.get() ? Ref::share(list->items.get()[position]) : Ref();
}
Ref list_item(List* list, int64_t number);  // negative ones count from the end. Empty, no error: out of range
// What len() says. A list that is being sorted looks empty without the Guard.
uint32_t length_under_guard(List* list);
inline uint32_t list_length(List* list) {
  const uint32_t length = list->length.get();
  if (length != 0 || may_write(list)) [[likely]] return length;
  return length_under_guard(list);
}
// Puts a value, whose reference it takes over, in the place of the one there, which becomes the caller's. False: the
// place is out of range, nothing was done.
inline bool quick_replace(List* list, uint64_t position, Value value, Value* old) {
  Guard guard(list->header);
  guard.keeps_all();  // what goes is sealed
  if (position >= list->length.get()) return false;
  Value& place = list->items.get()[position];
  *old = place;
  store_shared(place, value);
  seal_removal(*old);
  return true;
}
void init_list(List* list);                                           // the fields of raw memory: an empty list
void list_clear(Thread& thread, List* list);
Ref list_take(List* list, size_t position);                           // removes; empty, no error: out of range
Ref take_out(List* list, size_t position);                            // the same under the Guard
bool list_insert(Thread& thread, List* list, size_t position, Ref item);  // past the end: at the end
Ref list_slice(Thread& thread, List* list, const SliceBounds& bounds);  // under the Guard
Ref list_get(Thread& thread, List* list, Value key);                  // list[key], any key
bool list_set(Thread& thread, List* list, Value key, Value value);    // an empty value deletes
bool hash_tuple(Thread& thread, Tuple* tuple, int64_t* result);       // false: an item has no hash
Ref tuple_get(Thread& thread, Tuple* tuple, Value key);
Ref list_concatenate(Thread& thread, List* left, List* right);
Ref tuple_concatenate(Thread& thread, Tuple* left, Tuple* right);
bool extend(Thread& thread, List* list, Value iterable);
bool reserve(Thread& thread, List* list, size_t capacity);
Ref list_from(Thread& thread, Value iterable);                        // list(iterable)
bool sort(Thread& thread, List* list, Value key, bool reverse);       // key None: none

// Copies, for native code that goes on while the list may change: a borrowed view under a Guard is list->items.get().
Ref tuple_from(Thread& thread, Value iterable);                       // tuple(iterable); an exact tuple is shared
Tuple* new_tuple(Thread& thread, size_t length);                      // items empty; fill before publishing
Ref make_tuple(Thread& thread, const Value* items, size_t count);     // shares the items
Ref make_pair(Thread& thread, Ref first, Ref second);
template <class... Values>
Ref make_tuple_of(Thread& thread, Values... values) {
  Value items[] = {values...};
  return make_tuple(thread, items, sizeof...(values));
}
Ref empty_tuple(Thread& thread);
Truth tuples_equal(Thread& thread, Tuple* left, Tuple* right);        // both must outlive the call

// a[start:stop:step] resolved against a length, as slice.indices() does.
struct SliceBounds {
  int64_t start;
  int64_t stop;
  int64_t step;
  int64_t count;
};
// In two steps, where the parts' __index__ may change the length: unpack_slice runs it, adjust_slice does not.
bool unpack_slice(Thread& thread, Value slice, SliceBounds* bounds);
void adjust_slice(SliceBounds* bounds, int64_t length);
bool resolve_slice(Thread& thread, Value slice, int64_t length, SliceBounds* bounds);
// An index argument against a length: adds the length to negatives; false with IndexError "<what> index out of range".
bool resolve_index(Thread& thread, Value index, int64_t length, const char* what, int64_t* position);

struct Slice : Object {
  static constexpr Kind kKind = Kind::Slice;
  Field start;
  Field stop;
  Field step;
};
Ref make_slice(Thread& thread, Value start, Value stop, Value step);

struct Range : Object {     // start, stop, step are ints of either form
  static constexpr Kind kKind = Kind::Range;
  Field start;
  Field stop;
  Field step;
  Field length;
};
Ref make_range(Thread& thread, Value start, Value stop, Value step);
// All its numbers, and the one after the last, are immediates.
inline bool is_small_range(const Range* range) {
  return range->start.peek().is_int() && range->stop.peek().is_int() && range->step.peek().is_int() &&
         range->length.peek().is_int();
}

}  // namespace gillab
