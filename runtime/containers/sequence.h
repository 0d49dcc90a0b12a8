// What list, tuple, range and their iterators share inside the runtime.
#pragma once

#include <optional>
#include <type_traits>

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

// A Guard of the sequence where it can change.
struct NothingGuarded {
  template <class... Any>
  explicit NothingGuarded(const Any&...) {}
  ~NothingGuarded() {}  // user-provided, so that an unused one is not a warning
};
template <class Sequence>
using SequenceGuard = std::conditional_t<std::is_same_v<Sequence, List>, Guard, NothingGuarded>;

// The borrowed items of a list or a tuple as they are now: under the list's Guard.
struct Items {
  const Value* data;
  size_t count;
};
inline Items items_of(const List* list) { return {list->items.get(), list->length.get()}; }
inline Items items_of(const Tuple* tuple) { return {tuple->items, tuple->length}; }

inline Ref item_at(const Tuple* tuple, size_t i) { return i < tuple->length ? Ref::share(tuple->items[i]) : Ref(); }

// The header to hold while the content of `source` is read: its own where it can change, that of the dict behind a
// view. Null: nobody can change it, or only Python code knows how.
gil::Header* changing_header(Value source);

// Sections of containers need no fence at their end: what goes is sealed (seal_removal in slots.h).
//
// Guards what is read: one container or two. Nothing where none of them can change.
class SourceGuard {
 public:
  explicit SourceGuard(Value source) {
    if constexpr (gil::Layer::kConcurrent) {
      if (gil::Header* header = changing_header(source)) guard_.emplace(*header).keeps_all();
    }
  }
  SourceGuard(Value left, Value right) {
    if constexpr (gil::Layer::kConcurrent) {
      gil::Header* first = changing_header(left);
      gil::Header* second = changing_header(right);
      if (first && second) {
        guard_.emplace(*first, *second).keeps_all();
      } else if (first || second) {
        guard_.emplace(first ? *first : *second).keeps_all();
      }
    }
  }
  SourceGuard(const Object* left, const Object* right) : SourceGuard(Value::object(left), Value::object(right)) {}
  explicit SourceGuard(const Object* source) : SourceGuard(Value::object(source)) {}

 private:
  std::optional<Guard> guard_;
};

// Guards what is written and what is read.
class TransferGuard {
 public:
  TransferGuard(Object* target, Value source) : guard_(target->header, beside(target, source)) { guard_.keeps_all(); }

 private:
  static gil::Header& beside(Object* target, Value source) {
    if constexpr (gil::Layer::kConcurrent) {
      gil::Header* header = changing_header(source);
      return header ? *header : target->header;
    } else {
      return target->header;
    }
  }
  Guard guard_;
};

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

// Of an argument that is a flag, but must be an integer; empty: No.
Truth truth_of_integer(Thread& thread, Value value);

// True where `+` or `*` leaves the answer to the other operand: no built-in number or sequence adds itself to another's.
inline bool has_reflected(Thread& thread, Value value, Dunder reflected) {
  return !special_method(thread, value, reflected).is_empty() && has_flag(type_of(thread, value), kHeapType);
}

}  // namespace gillab
