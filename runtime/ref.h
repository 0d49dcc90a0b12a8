// Ref owns one reference to a value; Field is a counted reference inside an object that several threads may reach.
// Ownership rules: a parameter of type Value or T* is borrowed; a Ref parameter is taken over; a result of type Ref is
// owned by the caller. An empty Ref as a result means: an exception is set on the thread.
#pragma once

#include <optional>
#include <utility>

#include "runtime/object.h"

namespace gillab {

class [[nodiscard]]
#ifdef __clang__
[[clang::trivial_abi]]
#endif
Ref {
 public:
  Ref() = default;
  ~Ref() { gillab::drop(value_); }
  Ref(Ref&& other) noexcept : value_(other.release()) {}
  Ref& operator=(Ref&& other) noexcept {
    Value old = value_;
    value_ = other.release();
    gillab::drop(old);
    return *this;
  }
  Ref(const Ref&) = delete;
  Ref& operator=(const Ref&) = delete;

  static Ref own(Value value) { return Ref(value); }  // takes over a reference the caller has
  static Ref own(const void* object) { return object ? Ref(Value::object(object)) : Ref(); }  // null: an empty one
  static Ref share(Value value) {  // one more reference
    gillab::take(value);
    return Ref(value);
  }
  static Ref share(const void* object) { return object ? share(Value::object(object)) : Ref(); }
  static Ref none() { return Ref(Value::none()); }
  static Ref boolean(bool b) { return Ref(Value::boolean(b)); }
  static Ref not_implemented() { return Ref(Value::not_implemented()); }
  static Ref exhausted() { return Ref(Value::exhausted()); }

  explicit operator bool() const { return !value_.is_empty(); }
  Value get() const { return value_; }
  Value operator*() const { return value_; }
  template <class T>
  T* as() const { return gillab::as<T>(value_); }
  Value release() { return std::exchange(value_, Value::empty()); }  // the caller owns it now
  Ref share() const { return share(value_); }

 private:
  explicit Ref(Value value) : value_(value) {}
  Value value_;
};

// Reads a slot that others may change meanwhile, without a lock where the layer can (kLockFreeReads; else: REQUIRES the
// Guard of what the slot is part of). `is_current()` says whether the memory around the slot still is in use: the list's
// or dict's buffer is the same. False: it is not, begin again.
// Who changes such a slot: takes the old value out by exchange(), or inside a Guard, and drops it afterwards, outside.
// What is no longer in use is set empty first, as what pop() leaves behind; and memory that a reader may still be in goes
// through retire_buffer().
template <class IsCurrent>
[[gnu::noinline]] bool read_slot_slowly(const Cell<Value>& slot, IsCurrent is_current, Ref* result) {
  if constexpr (gil::Layer::kLockFreeReads) {
    do {
      const Value seen = slot.get();
      if (!seen.is_object()) {
        *result = Ref::own(seen);
        return true;
      }
      gil::Header& header = seen.as_object()->header;
      if (gil::Count::try_take(header)) [[likely]] {
        *result = Ref::own(seen);
        if (slot.get() == seen && is_current()) [[likely]] return true;
        *result = Ref();
      } else if (const uint32_t mark = gil::Count::mark_seen(header)) {
        if (slot.get() == seen && is_current() && gil::Count::take_seen(header, mark)) {
          *result = Ref::own(seen);
          return true;
        }
      }
    } while (is_current());
    return false;
  } else {
    *result = Ref::share(slot.get());
    return true;
  }
}
// What needs no second look: no object, or one that only this thread could free.
template <class Count = gil::Count>
inline bool take_at_once(Value seen) {
  if constexpr (requires(gil::Header& header) { Count::take_if_mine(header); }) {
    return !seen.is_object() || Count::take_if_mine(seen.as_object()->header);
  }
  return !seen.is_object();
}
template <class IsCurrent>
inline bool read_slot(const Cell<Value>& slot, IsCurrent is_current, Ref* result) {
  if constexpr (gil::Layer::kLockFreeReads) {
    const Value seen = slot.get();
    if (take_at_once(seen)) [[likely]] {
      *result = Ref::own(seen);
      return true;
    }
    return read_slot_slowly(slot, is_current, result);
  } else {
    *result = Ref::share(slot.get());
    return true;
  }
}
// The same for a slot that stays where it is as long as the caller keeps its object alive.
[[gnu::noinline]] inline Value read_lasting_slot_slowly(const Cell<Value>& slot) {
  Ref result;
  read_slot_slowly(slot, [] { return true; }, &result);
  return result.release();
}
inline Ref read_slot(const Cell<Value>& slot) {
  if constexpr (gil::Layer::kLockFreeReads) {
    const Value seen = slot.get();
    if (take_at_once(seen)) [[likely]] return Ref::own(seen);
    return Ref::own(read_lasting_slot_slowly(slot));
  } else {
    return Ref::share(slot.get());
  }
}

// Raw memory becomes a Field by init(). Nothing is dropped when the memory goes: Layout::destroy calls clear(). Each call
// is atomic by itself.
class Field {
 public:
  void init(Ref value) { cell_.set(value.release()); }
  void init_empty() { cell_.set(Value::empty()); }
  // Borrowed: valid only while nobody can replace it (under the owner's Guard, or where the field never changes).
  Value peek() const { return cell_.get(); }
  Ref take() const {
    gil::FieldLock lock(this);
    return read_slot(cell_);
  }
  void put(Ref value) { gillab::drop(swap(value.release())); }
  Ref exchange(Ref value) { return Ref::own(swap(value.release())); }
  void clear() { put(Ref()); }
  // The same in an object that nobody else can reach any more.
  void end() {
    Value old = cell_.get();
    cell_.set(Value::empty());
    gillab::drop(old);
  }

 private:
  Value swap(Value value) {
    gil::FieldLock lock(this);
    return cell_.exchange(value);
  }
  Cell<Value> cell_;
};
static_assert(sizeof(Field) == 8);

// One more reference to an object whose count may have reached zero already; then empty. Where its end does not have to
// wait for a lock that the caller has, the caller looks again whether he still sees it where it was. REQUIRES: when it
// came to where the caller found it, gil::Count::share was called for it
inline Ref share_if_alive(Object* object) {
  return gil::Count::try_take(object->header) ? Ref::own(object) : Ref();
}

// This thread alone writes to the object until its next safe point (gil/layer.h). False says nothing.
inline bool may_write(const Object* object) {
  if constexpr (gil::Layer::kConcurrent) return gil::Layer::may_write(*gil::attached_here, object->header);
  return true;
}
// The Guard of a section that neither waits nor runs Python code, nor calls what may, and after which nothing is dropped
// that was taken out of a slot without seal_removal(). Nothing at all where this thread alone writes.
class ShortGuard {
 public:
  explicit ShortGuard(Object* object) {
    if (!may_write(object)) [[unlikely]] open(object);
  }
  ~ShortGuard() {
    if (guard_) [[unlikely]] close();
  }
  ShortGuard(const ShortGuard&) = delete;

 private:
  [[gnu::noinline]] void open(Object* object) { guard_.emplace(object->header).keeps_all(); }
  [[gnu::noinline]] void close() { guard_.reset(); }
  std::optional<Guard> guard_;
};

// What readers hold: nothing where what they read needs no lock (Field::take() and what is built like it).
struct NoGuard {
  explicit NoGuard(gil::Header&) {}
  ~NoGuard() {}
};
using ReadGuard = std::conditional_t<gil::Layer::kLockFreeReads, NoGuard, Guard>;

// A value that is somebody else's. Where one thread runs at a time it is borrowed: it stays while no Python code runs.
// Where several run it is owned, for another thread may replace it at any time.
template <bool owns>
class [[nodiscard]] HeldValue {
 public:
  static constexpr bool kOwns = owns;
  HeldValue() = default;
  explicit HeldValue(const Field& field) {
    if constexpr (kOwns) {
      value_ = field.take();
    } else {
      value_ = field.peek();
    }
  }
  // REQUIRES: nobody can replace it just now: the caller owns it, or has stopped the world, or it never changes
  static HeldValue of(Value value) {
    HeldValue held;
    if constexpr (kOwns) {
      held.value_ = Ref::share(value);
    } else {
      held.value_ = value;
    }
    return held;
  }
  Value get() const {
    if constexpr (kOwns) {
      return value_.get();
    } else {
      return value_;
    }
  }
  bool is_empty() const { return get().is_empty(); }
  Ref share() const { return Ref::share(get()); }

 private:
  std::conditional_t<kOwns, Ref, Value> value_{};
};
using Held = HeldValue<gil::Layer::kConcurrent>;

}  // namespace gillab
