// Ref owns one reference to a value; Field is a counted reference inside an object that several threads may reach.
// Ownership rules: a parameter of type Value or T* is borrowed; a Ref parameter is taken over; a result of type Ref is
// owned by the caller. An empty Ref as a result means: an exception is set on the thread.
#pragma once

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

// Raw memory becomes a Field by init(). Nothing is dropped when the memory goes: Layout::destroy calls clear().
class Field {
 public:
  void init(Ref value) { cell_.set(value.release()); }
  void init_empty() { cell_.set(Value::empty()); }
  // Borrowed: valid only while nobody can replace it (under the owner's Guard, or where the field never changes).
  Value peek() const { return cell_.get(); }
  Ref take() const { return Ref::share(cell_.get()); }
  void put(Ref value) {
    Value old = cell_.get();
    cell_.set(value.release());
    gillab::drop(old);
  }
  Ref exchange(Ref value) {
    Value old = cell_.get();
    cell_.set(value.release());
    return Ref::own(old);
  }
  void clear() { put(Ref()); }

 private:
  Cell<Value> cell_;
};
static_assert(sizeof(Field) == 8);

}  // namespace gillab
