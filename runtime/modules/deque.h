// collections.deque: a ring of references. In deque.cpp: the ring; in deque_methods.cpp: what scripts call.
#pragma once

#include "runtime/native.h"
#include "runtime/operations.h"

namespace gillab {

struct Deque : Object {  // all fields: under the Guard
  static constexpr Kind kKind = Kind::Extension;
  Cell<Value*> ring;        // owned references; null while capacity is 0
  Cell<uint64_t> capacity;  // a power of two
  Cell<uint64_t> start;
  Cell<uint64_t> length;
  Cell<int64_t> limit;     // maxlen; -1: none
  Cell<uint64_t> changes;  // counts insertions and deletions: iterators compare it
};

struct DequeIterator : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field deque;
  Cell<int64_t> position;  // of the next item
  Cell<uint64_t> changes;
  bool backwards;
};

extern const Layout kDequeLayout;
extern const Layout kDequeIteratorLayout;

inline Value& deque_slot(Deque* deque, uint64_t i) {
  return deque->ring.get()[(deque->start.get() + i) & (deque->capacity.get() - 1)];
}
void init_deque(Deque* deque);
Ref deque_item(Deque* deque, int64_t position);             // empty, no error: out of range
bool deque_append(Thread& thread, Deque* deque, Ref item);  // what is too many falls off the other end
bool deque_append_left(Thread& thread, Deque* deque, Ref item);
Ref deque_take(Deque* deque, uint64_t position);  // removes. REQUIRES: position < length
Ref deque_take_first(Deque* deque);               // removes. REQUIRES: it has items, and the caller the Guard
bool deque_insert(Thread& thread, Deque* deque, uint64_t position, Ref item);
void deque_rotate(Deque* deque, int64_t steps);
void deque_clear(Thread& thread, Deque* deque);
bool deque_extend(Thread& thread, Deque* deque, Value iterable, bool left);
Type* make_deque_type(Thread& thread);  // null: an error is set

}  // namespace gillab
