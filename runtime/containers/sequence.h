// What list, tuple, range and their iterators share inside the runtime.
#pragma once

#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

// repr() of a container that can hold itself: the second time inside itself is_running().
class ReprGuard {
 public:
  ReprGuard(Thread& thread, const Object* object) : thread_(thread) {
    for (Object* running : thread.repr_running) running_ = running_ || running == object;
    if (!running_) thread.repr_running.push_back(const_cast<Object*>(object));
  }
  ~ReprGuard() {
    if (!running_) thread_.repr_running.pop_back();
  }
  ReprGuard(const ReprGuard&) = delete;
  bool is_running() const { return running_; }

 private:
  Thread& thread_;
  bool running_ = false;
};

// The borrowed items of a list or a tuple as they are now.
struct Items {
  const Value* data;
  size_t count;
};
inline Items items_of(const List* list) { return {list->items.get(), list->length.get()}; }
inline Items items_of(const Tuple* tuple) { return {tuple->items, tuple->length}; }

inline Ref item_at(List* list, size_t i) {
  Guard guard(list->header);
  return i < list->length.get() ? Ref::share(list->items.get()[i]) : Ref();
}
inline Ref item_at(const Tuple* tuple, size_t i) { return i < tuple->length ? Ref::share(tuple->items[i]) : Ref(); }

Ref compare_order(Compare op, int order);  // what `op` says of two lengths or numbers: order is <0, 0, >0

inline bool is_index(Thread& thread, Value value) {
  return value.is_int() || !special_method(thread, value, Dunder::Index).is_empty();
}
// How many times a sequence is repeated by `* value`: negatives count as 0. False: an error is set, or not_implemented.
Ref repeat_count(Thread& thread, Value value, int64_t* count);
// A position as list.pop and its like take it: too large is an OverflowError in words of its own.
bool size_argument(Thread& thread, Value value, int64_t* result);
// start and stop of list.index and tuple.index, as slice indices against the length.
bool search_bounds(Thread& thread, Value start, Value stop, int64_t length, int64_t* first, int64_t* last);

// True where `+` or `*` leaves the answer to the other operand: no built-in number or sequence adds itself to another's.
inline bool has_reflected(Thread& thread, Value value, Dunder reflected) {
  return !special_method(thread, value, reflected).is_empty() && has_flag(type_of(thread, value), kHeapType);
}

}  // namespace gillab
