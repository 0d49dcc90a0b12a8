// What Python's syntax and built-in functions do with any object: one function an operation. All may run Python code.
// Results: an empty Ref, Truth::Error, false or -1 (where stated) mean that an exception is set.
#pragma once

#include <string_view>

#include "gil/schedule/elements.h"
#include "runtime/errors.h"
#include "runtime/list.h"

namespace gillab {

// In the order of compiler::Operator and of the runs in dunders.def.
enum class Binary : uint8_t { Add, And, FloorDivide, LeftShift, MatrixMultiply, Multiply, Modulo, Or, Power, RightShift, Subtract, TrueDivide, Xor };
enum class Compare : uint8_t { Less, LessEqual, Equal, NotEqual, Greater, GreaterEqual };

// --- calls. The VM defines call(): the one way from the runtime back into Python code (vm/call.cpp).
Ref call(Thread& thread, Value callable, const Value* args, uint32_t count, Tuple* names = nullptr);
inline Ref call(Thread& thread, Value callable) { return call(thread, callable, nullptr, 0); }
inline Ref call(Thread& thread, Value callable, Value a) { return call(thread, callable, &a, 1); }
inline Ref call(Thread& thread, Value callable, Value a, Value b) {
  Value args[] = {a, b};
  return call(thread, callable, args, 2);
}
inline Ref call(Thread& thread, Value callable, Value a, Value b, Value c) {
  Value args[] = {a, b, c};
  return call(thread, callable, args, 3);
}
Ref call_with_dict(Thread& thread, Value callable, Tuple* args, Dict* keywords);  // keywords may be null
Ref call_method(Thread& thread, Value object, Str* name, const Value* args = nullptr, uint32_t count = 0);
// The special method found on the type, bound to args[0] without a bound method. REQUIRES: method is not empty.
Ref call_special(Thread& thread, Value method, const Value* args, uint32_t count);
inline Ref call_special(Thread& thread, Value method, Value self) { return call_special(thread, method, &self, 1); }
inline Ref call_special(Thread& thread, Value method, Value self, Value a) {
  Value args[] = {self, a};
  return call_special(thread, method, args, 2);
}
inline Ref call_special(Thread& thread, Value method, Value self, Value a, Value b) {
  Value args[] = {self, a, b};
  return call_special(thread, method, args, 3);
}
Value special_method(Thread& thread, Value object, Dunder dunder);  // on the type; borrowed; empty, no error, when absent
bool is_callable(Thread& thread, Value value);

// --- operators
Ref binary(Thread& thread, Binary op, Value left, Value right);
Ref binary_in_place(Thread& thread, Binary op, Value left, Value right);
Ref power(Thread& thread, Value base, Value exponent, Value modulus);  // modulus None: none
Ref negative(Thread& thread, Value value);
Ref positive(Thread& thread, Value value);
Ref invert(Thread& thread, Value value);
Ref compare(Thread& thread, Compare op, Value left, Value right);
Truth compare_truth(Thread& thread, Compare op, Value left, Value right);
Truth equal(Thread& thread, Value left, Value right);        // identity first, then ==: what containers use
Truth truth(Thread& thread, Value value);
Truth contains(Thread& thread, Value container, Value value);

// --- objects
Ref repr(Thread& thread, Value value);   // always a str
Ref str(Thread& thread, Value value);    // always a str
Ref ascii(Thread& thread, Value value);
Ref format(Thread& thread, Value value, Value spec);  // spec: a str, or empty
bool hash(Thread& thread, Value value, int64_t* result);
Truth is_instance(Thread& thread, Value value, Value classes);
Truth is_subclass(Thread& thread, Value type, Value classes);
Truth plain_is_instance(Thread& thread, Value value, Value wanted);  // what type.__instancecheck__ does
Truth plain_is_subclass(Thread& thread, Value type, Value wanted);
int64_t hash_of_identity(const void* object);  // object.__hash__
Ref class_of(Thread& thread, Value value);  // value.__class__

// --- attributes. Names are interned strs.
Ref get_attribute(Thread& thread, Value object, Str* name);
Ref get_attribute_or_empty(Thread& thread, Value object, Str* name);  // empty with no error set: absent. Check has_exception().
bool set_attribute(Thread& thread, Value object, Str* name, Value value);
bool delete_attribute(Thread& thread, Value object, Str* name);
// The default behaviours (object.__getattribute__ and friends).
Ref generic_get_attribute(Thread& thread, Value object, Str* name);
bool generic_set_attribute(Thread& thread, Value object, Str* name, Value value);  // empty value: delete
Ref type_get_attribute(Thread& thread, Type* type, Str* name);  // type.__getattribute__
// Binds a class attribute found on the type to the instance: functions, natives, classmethods, anything with __get__.
Ref bind_descriptor(Thread& thread, Value descriptor, Value instance, Value owner);

// --- items and iteration
Ref get_item(Thread& thread, Value container, Value key);
Ref make_generic_alias(Thread& thread, Value origin, Value arguments);  // list[int]
bool set_item(Thread& thread, Value container, Value key, Value value);
bool delete_item(Thread& thread, Value container, Value key);
int64_t length(Thread& thread, Value value);                  // -1: error
int64_t length_hint(Thread& thread, Value value, int64_t fallback);  // -1: error
Ref iterate(Thread& thread, Value iterable);
Ref next(Thread& thread, Value iterator);                     // Value::exhausted() at the end; empty: error

// The loop over anything iterable:
//   Each each(thread, iterable);
//   while (Ref item = each.next()) { ... }
//   if (each.failed()) return {};
// Lists and tuples are walked without an iterator.
class Each {
 public:
  Each(Thread& thread, Value iterable) : thread_(thread) {
    if (is_exact<List>(iterable) || is_exact<Tuple>(iterable)) {
      walked_ = Ref::share(iterable);
      is_list_ = is<List>(iterable);
    } else {
      walked_ = iterate(thread, iterable);
      failed_ = !walked_;
      position_ = kIterator;
    }
  }
  Ref next() {
    bool signalled = thread_.attached.requests.load(std::memory_order_relaxed) & gil::kSignal;
    if (signalled || position_ == kIterator) return next_slowly(signalled);
    return next_item();
  }
  bool failed() const { return failed_; }

 private:
  static constexpr size_t kIterator = ~size_t{0};
  Ref next_item() {
    if (!is_list_) {
      Tuple* tuple = walked_.as<Tuple>();
      return position_ < tuple->length ? Ref::share(tuple->items[position_++]) : Ref();
    }
    if constexpr (gil::kControlled) gil::schedule::at_element(walked_.get().as_object(), position_);
    Ref item = item_at(walked_.as<List>(), position_);
    position_ += static_cast<bool>(item);
    return item;
  }
  Ref next_slowly(bool signalled);
  Thread& thread_;
  Ref walked_;             // the list or tuple, or the iterator
  size_t position_ = 0;
  bool is_list_ = false;
  bool failed_ = false;
};

// --- numbers asked of arguments
// __index__: immediate or big int; TypeError "'T' object cannot be interpreted as an integer".
Ref index(Thread& thread, Value value);
// The same as a C++ number. `clamp`: out of range gives the nearest; otherwise OverflowError or IndexError as `error` says.
bool index_as_int64(Thread& thread, Value value, int64_t* result, bool clamp = false, Error error = Error::OverflowError);
bool as_double(Thread& thread, Value value, double* result);  // float, __float__, __index__

}  // namespace gillab
