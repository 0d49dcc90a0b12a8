// Places inside buffers (a list's items, a dict's entries) that another thread may read while they are written. Who
// writes them holds the Guard of the object the buffer belongs to, and calls seal_removal() between taking a reference
// out of a place and giving it up. In layers where one thread runs at a time all this is plain memory.
#pragma once

#include <cstring>

#include "gil/object_lock.h"
#include "runtime/ref.h"

namespace gillab {

// One load, one store: never half of it, and who reads a value sees what was written before it.
template <class T>
inline T load_shared(const T& place) {
  if constexpr (gil::Layer::kConcurrent) {
    T value;
    __atomic_load(&place, &value, __ATOMIC_ACQUIRE);
    return value;
  } else {
    return place;
  }
}
template <class T>
inline void store_shared(T& place, T value) {
  if constexpr (gil::Layer::kConcurrent) {
    __atomic_store(&place, &value, __ATOMIC_RELEASE);
  } else {
    place = value;
  }
}

// What stands in a place, without the Guard, as read_slot() reads a Cell: false where `is_current` says that the buffer is
// no longer the object's.
template <class IsCurrent>
inline bool read_place(const Value& place, IsCurrent is_current, Ref* result) {
  static_assert(sizeof(Cell<Value>) == sizeof(Value));
  return read_slot(reinterpret_cast<const Cell<Value>&>(place), is_current, result);
}

// memmove, each place in one store. No order that a reader could rely on, but that each holds its old or new content.
inline void move_shared(Value* to, const Value* from, size_t count) {
  bool alone = true;
  if constexpr (gil::Layer::kConcurrent) alone = !gil::several_threads.load(std::memory_order_relaxed);
  if (alone) {
    if (count != 0) std::memmove(static_cast<void*>(to), from, count * sizeof(Value));
  } else if (to <= from) {
    for (size_t i = 0; i < count; ++i) store_shared(to[i], load_shared(from[i]));
  } else {
    for (size_t i = count; i-- > 0;) store_shared(to[i], load_shared(from[i]));
  }
}

// What stood in a place has been taken out of it, for all, and is about to be given up: after this a reader that was
// about to take it has done so, or finds the place changed. (A full fence, as the end of an exchange().)
inline void seal_removal() {
  if constexpr (gil::Layer::kLockFreeReads) {
    if (!gil::several_threads.load(std::memory_order_relaxed)) return;
    uint8_t here = 0;
    (void)__atomic_exchange_n(&here, 1, __ATOMIC_SEQ_CST);
  }
}
inline void seal_removal(Value removed) {
  if constexpr (gil::Layer::kLockFreeReads) {
    if (removed.is_object()) seal_removal();
  }
}

// The places are emptied before the references that stood there are given up: a reader that took one of them and finds
// it there still has what it took.
inline void empty_shared(Value* places, size_t count) {
  if constexpr (gil::Layer::kConcurrent) {
    for (size_t i = 0; i < count; ++i) store_shared(places[i], Value::empty());
  }
}

}  // namespace gillab
