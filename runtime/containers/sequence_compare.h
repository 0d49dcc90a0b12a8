// What list and tuple do in the same way: search, order, repr and hash over their items.
#pragma once

#include "runtime/containers/sequence.h"

namespace gillab {

// The first position in [first, last) whose item equals `value`; -1: none; -2: an error is set. Items are shared while
// they are compared, and the length is read anew: __eq__ may change a list.
template <class Sequence>
int64_t find_item(Thread& thread, Sequence* sequence, Value value, int64_t first, int64_t last) {
  SequenceGuard<Sequence> guard(sequence->header);
  for (int64_t i = first; i < last; ++i) {
    Items items = items_of(sequence);
    if (i >= static_cast<int64_t>(items.count)) return -1;
    if (items.data[i] == value) return i;
    if (Value::both_ints(items.data[i], value)) continue;
    Ref item = Ref::share(items.data[i]);
    Truth same = equal(thread, item.get(), value);
    if (same == Truth::Error) return -2;
    if (same == Truth::Yes) return i;
  }
  return -1;
}

template <class Sequence>
Ref count_items(Thread& thread, Sequence* sequence, Value value) {
  SequenceGuard<Sequence> guard(sequence->header);
  int64_t found = 0;
  for (int64_t i = -1; (i = find_item(thread, sequence, value, i + 1, INT64_MAX)) != -1; ++found) {
    if (i == -2) return {};
  }
  return Ref::own(Value::integer(found));
}

// Two items are equal, and that is known without asking them.
inline bool surely_equal(Value a, Value b) {
  if (a == b) return true;
  return is_exact<Str>(a) && is_exact<Str>(b) && same_text(as<Str>(a), as<Str>(b));
}

// How many items at the beginning are surely equal. Under the Guards.
template <class Sequence>
size_t equal_beginning(Sequence* left, Sequence* right) {
  Items a = items_of(left), b = items_of(right);
  size_t common = a.count < b.count ? a.count : b.count, i = 0;
  while (i < common && surely_equal(a.data[i], b.data[i])) ++i;
  return i;
}

template <class Sequence>
Ref compare_lengths(Compare op, Sequence* left, Sequence* right) {
  const size_t m = items_of(left).count, n = items_of(right).count;
  return compare_order(op, m < n ? -1 : m > n);
}

template <class Sequence>
Ref compare_sequences(Thread& thread, Compare op, Sequence* left, Sequence* right) {
  SequenceGuard<Sequence> guard(left->header, right->header);
  bool only_equality = op == Compare::Equal || op == Compare::NotEqual;
  if (only_equality && items_of(left).count != items_of(right).count) return Ref::boolean(op == Compare::NotEqual);
  NativeDepth depth(thread, " in comparison");
  if (!depth) return {};
  for (size_t i = equal_beginning(left, right);; ++i) {
    Ref a = item_at(left, i), b = item_at(right, i);
    if (!a || !b) return compare_lengths(op, left, right);
    Truth same = Value::both_ints(a.get(), b.get()) ? truth_of(a.get() == b.get()) : equal(thread, a.get(), b.get());
    if (same == Truth::Error) return {};
    if (same == Truth::Yes) continue;
    if (i >= items_of(left).count || i >= items_of(right).count) return compare_lengths(op, left, right);  // by an __eq__
    if (only_equality) return Ref::boolean(op == Compare::NotEqual);
    return compare(thread, op, a.get(), b.get());
  }
}

// Joins the items' reprs; false: an error is set.
template <class Sequence>
bool add_items(Thread& thread, Sequence* sequence, StrBuilder* text) {
  SequenceGuard<Sequence> guard(sequence->header);
  NativeDepth depth(thread, " while getting the repr of an object");
  if (!depth) return false;
  for (size_t i = 0;; ++i) {
    Ref item = item_at(sequence, i);
    if (!item) return true;
    if (i > 0) text->add(", ");
    if (!text->add_repr(item.get())) return false;
  }
}

}  // namespace gillab
