// collections.deque: the ring and its iterators.
#include "runtime/modules/deque.h"

#include <algorithm>
#include <cstring>

#include "runtime/classes/layouts.h"
#include "runtime/containers/sequence.h"
#include "runtime/list.h"

namespace gillab {
namespace {

constexpr uint64_t kFirstCapacity = 8;

bool grow(Thread& thread, Deque* deque) {
  uint64_t old = deque->capacity.get(), capacity = old == 0 ? kFirstCapacity : old * 2;
  Value* ring = static_cast<Value*>(allocate_buffer(thread, capacity * sizeof(Value)));
  if (!ring) return false;
  uint64_t start = deque->start.get(), length = deque->length.get();
  uint64_t first = std::min(length, old - start);
  if (length != 0) {
    std::memcpy(static_cast<void*>(ring), deque->ring.get() + start, first * sizeof(Value));
    std::memcpy(static_cast<void*>(ring + first), deque->ring.get(), (length - first) * sizeof(Value));
  }
  if (old != 0) free_buffer(thread, deque->ring.get(), old * sizeof(Value));
  deque->ring.set(ring);
  deque->capacity.set(capacity);
  deque->start.set(0);
  return true;
}

void changed(Deque* deque, uint64_t length) {
  deque->length.set(length);
  deque->changes.set(deque->changes.get() + 1);
}

bool has_room(Thread& thread, Deque* deque) {
  return deque->length.get() < deque->capacity.get() || grow(thread, deque);
}

bool is_over_limit(const Deque* deque) {
  return deque->limit.get() >= 0 && deque->length.get() > static_cast<uint64_t>(deque->limit.get());
}

Ref take_last(Deque* deque) {
  Ref item = Ref::own(deque_slot(deque, deque->length.get() - 1));
  changed(deque, deque->length.get() - 1);
  return item;
}

void destroy_deque(Thread& thread, Object* object) {
  deque_clear(thread, static_cast<Deque*>(object));
  free_with_attributes(thread, object, sizeof(Deque));
}

void traverse_deque(Object* object, const Visitor& visitor) {
  Deque* deque = static_cast<Deque*>(object);
  for (uint64_t i = 0; i < deque->length.get(); ++i) visitor(deque_slot(deque, i));
  traverse_attributes(object, visitor);
}

void clear_layout(Thread& thread, Object* object) {
  deque_clear(thread, static_cast<Deque*>(object));
  drop_attributes(thread, object);
}

}  // namespace

const Layout kDequeLayout = {"deque", sizeof(Deque), true, destroy_deque, traverse_deque, clear_layout};
const Layout kDequeIteratorLayout = FieldLayout<DequeIterator, &DequeIterator::deque>::named("deque_iterator");

void init_deque(Deque* deque) {
  deque->ring.set(nullptr);
  deque->capacity.set(0);
  deque->start.set(0);
  deque->length.set(0);
  deque->limit.set(-1);
  deque->changes.set(0);
}

Ref deque_take_first(Deque* deque) {
  Ref item = Ref::own(deque_slot(deque, 0));
  deque->start.set((deque->start.get() + 1) & (deque->capacity.get() - 1));
  changed(deque, deque->length.get() - 1);
  return item;
}

Ref deque_item(Deque* deque, int64_t position) {
  ShortGuard guard(deque);
  if (position < 0 || static_cast<uint64_t>(position) >= deque->length.get()) return {};
  return Ref::share(deque_slot(deque, static_cast<uint64_t>(position)));
}

bool deque_append(Thread& thread, Deque* deque, Ref item) {
  Ref surplus;
  ShortGuard guard(deque);
  if (!has_room(thread, deque)) return false;
  deque_slot(deque, deque->length.get()) = item.release();
  changed(deque, deque->length.get() + 1);
  if (is_over_limit(deque)) surplus = deque_take_first(deque);
  return true;
}

bool deque_append_left(Thread& thread, Deque* deque, Ref item) {
  Ref surplus;
  ShortGuard guard(deque);
  if (!has_room(thread, deque)) return false;
  deque->start.set((deque->start.get() - 1) & (deque->capacity.get() - 1));
  deque_slot(deque, 0) = item.release();
  changed(deque, deque->length.get() + 1);
  if (is_over_limit(deque)) surplus = take_last(deque);
  return true;
}

Ref deque_take(Deque* deque, uint64_t position) {
  ShortGuard guard(deque);
  uint64_t length = deque->length.get();
  if (position == 0) return deque_take_first(deque);
  Ref item = Ref::own(deque_slot(deque, position));
  for (uint64_t i = position; i + 1 < length; ++i) deque_slot(deque, i) = deque_slot(deque, i + 1);
  changed(deque, length - 1);
  return item;
}

bool deque_insert(Thread& thread, Deque* deque, uint64_t position, Ref item) {
  Guard guard(deque->header);
  uint64_t length = deque->length.get();
  if (!has_room(thread, deque)) return false;
  for (uint64_t i = length; i > position; --i) deque_slot(deque, i) = deque_slot(deque, i - 1);
  deque_slot(deque, position) = item.release();
  changed(deque, length + 1);
  return true;
}

// A full ring only turns its start; otherwise the shorter way round is moved item by item.
void deque_rotate(Deque* deque, int64_t steps) {
  Guard guard(deque->header);
  int64_t length = static_cast<int64_t>(deque->length.get());
  if (length < 2) return;
  steps %= length;
  if (steps < 0) steps += length;
  uint64_t mask = deque->capacity.get() - 1;
  bool right = steps <= length / 2;
  for (int64_t left = right ? steps : length - steps; left > 0; --left) {
    Value moved = right ? deque_slot(deque, static_cast<uint64_t>(length - 1)) : deque_slot(deque, 0);
    deque->start.set((deque->start.get() + (right ? mask : 1)) & mask);
    deque_slot(deque, right ? 0 : static_cast<uint64_t>(length - 1)) = moved;
  }
  changed(deque, deque->length.get());
}

void deque_clear(Thread& thread, Deque* deque) {
  Value* ring;
  uint64_t capacity, start, length;
  {
    Guard guard(deque->header);
    ring = deque->ring.get();
    capacity = deque->capacity.get();
    start = deque->start.get();
    length = deque->length.get();
    deque->ring.set(nullptr);
    deque->capacity.set(0);
    deque->start.set(0);
    changed(deque, 0);
  }
  for (uint64_t i = 0; i < length; ++i) drop(ring[(start + i) & (capacity - 1)]);
  if (ring) free_buffer(thread, ring, capacity * sizeof(Value));
}

bool deque_extend(Thread& thread, Deque* deque, Value iterable, bool left) {
  TransferGuard guard(deque, iterable);
  Ref source = iterable == Value::object(deque) ? list_from(thread, iterable) : Ref::share(iterable);
  if (!source) return false;
  Each each(thread, source.get());
  while (Ref item = each.next()) {
    bool ok = left ? deque_append_left(thread, deque, std::move(item)) : deque_append(thread, deque, std::move(item));
    if (!ok) return false;
  }
  return !each.failed();
}

}  // namespace gillab
