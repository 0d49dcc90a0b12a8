// What other threads may be doing to an object meanwhile, as handlers ask it. Where one thread runs at a time, and where
// nothing is protected (the layer `none`), all of it is constant and costs nothing.
#pragma once

#include "runtime/list.h"

namespace gillab {

// Only the caller's one reference leads to the object: nobody sees what is done to it.
template <class Count = gil::Count>
inline bool is_unshared(const Object* object) {
  if constexpr (!gil::Layer::kProtects) {
    return true;
  } else if constexpr (requires { Count::is_unique_without(object->header, kHasWeakRefs); }) {
    return Count::is_unique_without(object->header, kHasWeakRefs);
  } else {
    return Count::is_unique(object->header) && !(object->header.flags & kHasWeakRefs);
  }
}
inline bool is_unshared(Value value) { return is_unshared(value.as_object()); }

// Until its next safe point nobody but this thread writes to the object, whoever may read it meanwhile. False says nothing.
inline bool may_write(const Thread& thread, const Object* object) {
  return gil::Layer::may_write(thread.attached, object->header);
}
// The caller may step this iterator: nobody else does until its next safe point.
inline bool may_step(const Thread& thread, Value iterator) {
  return may_write(thread, iterator.as_object()) || is_unshared(iterator);
}

// One more reference, where that needs no call: a call costs a handler its frame even where it is not made. False: it does.
template <class Count = gil::Count>
inline bool take_quickly(Value value) {
  if constexpr (requires(gil::Header& header) { Count::take_if_mine(header); }) {
    return take_at_once(value);
  } else {
    take(value);
    return true;
  }
}
// The same for what stands in a field.
inline bool take_quickly(const Field& field, Value* content) {
  if constexpr (gil::Layer::kLockFreeReads) {
    *content = field.peek();
    return take_at_once(*content);
  } else {
    *content = field.take().release();
    return true;
  }
}

// Puts a value into a field of an object whose fields this thread alone writes (may_write): what was there is the caller's.
inline Value put_alone(Field& field, Value value) {
  if constexpr (gil::Layer::kLockFreeReads) {
    Value old = field.peek();
    if (old.is_object()) return field.exchange(Ref::own(value)).release();
    field.init(Ref::own(value));
    return old;
  } else {
    return field.exchange(Ref::own(value)).release();
  }
}

// The same for a place in a list's buffer.
inline Value replace_alone(Value* place, Value value) {
  Value old = *place;
  if constexpr (gil::Layer::kConcurrent) {
    std::atomic_ref<uint64_t> word(*reinterpret_cast<uint64_t*>(place));
    if (gil::Layer::kLockFreeReads && old.is_object()) return Value::from_bits(word.exchange(value.bits()));
    word.store(value.bits(), std::memory_order_release);
  } else {
    *place = value;
  }
  return old;
}
// Puts a value into a field under the Guard of its object: what was there is the caller's.
Value exchange_guarded(Object* owner, Field& field, Value value);

}  // namespace gillab
