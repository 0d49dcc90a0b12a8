// list.sort and sorted: keys, the choice of a comparison, and the guard against changes meanwhile. The algorithm:
// timsort.h.
#include <algorithm>
#include <climits>
#include <cstring>

#include "runtime/containers/sequence.h"
#include "runtime/containers/timsort.h"
#include "runtime/interpreter.h"

namespace gillab {
namespace {

struct Keyed {
  Value key;
  Value item;
};
inline Value key_of(Value item) { return item; }
inline Value key_of(const Keyed& item) { return item.key; }

// What the keys have in common, so that no comparison has to ask.
enum class Keys : uint8_t { Ints, Floats, Latin, Strings, Tuples, Mixed };

Keys kind_of_key(Value key) {
  if (key.is_int()) return Keys::Ints;
  if (key.is_float()) return Keys::Floats;
  if (is_exact<Str>(key)) return as<Str>(key)->width == 1 ? Keys::Latin : Keys::Strings;
  return is_exact<Tuple>(key) ? Keys::Tuples : Keys::Mixed;
}

template <class Element>
Keys common_kind(const Element* items, size_t count) {
  Keys common = kind_of_key(key_of(items[0]));
  for (size_t i = 1; i < count && common != Keys::Mixed; ++i) {
    Keys kind = kind_of_key(key_of(items[i]));
    bool text = (kind == Keys::Latin || kind == Keys::Strings) && (common == Keys::Latin || common == Keys::Strings);
    if (kind != common) common = text ? Keys::Strings : Keys::Mixed;
  }
  return common;
}

// Eight bytes at a time decide most of the time.
inline int compare_latin(const Str* a, const Str* b) {
  const size_t common = std::min<size_t>(a->length, b->length);
  if (common >= 8) {
    uint64_t left, right;
    std::memcpy(&left, a->data1(), 8);
    std::memcpy(&right, b->data1(), 8);
    if (left != right) return __builtin_bswap64(left) < __builtin_bswap64(right) ? -1 : 1;
  }
  const size_t done = common >= 8 ? 8 : 0;
  int order = std::memcmp(a->data1() + done, b->data1() + done, common - done);
  return order != 0 ? order : a->length < b->length ? -1 : a->length > b->length;
}

struct IntLess {
  template <class Element>
  Truth operator()(const Element& a, const Element& b) const {
    return truth_of(key_of(a).as_int() < key_of(b).as_int());
  }
};
struct FloatLess {
  template <class Element>
  Truth operator()(const Element& a, const Element& b) const {
    return truth_of(key_of(a).as_float() < key_of(b).as_float());
  }
};
struct LatinLess {
  template <class Element>
  Truth operator()(const Element& a, const Element& b) const {
    return truth_of(compare_latin(as<Str>(key_of(a)), as<Str>(key_of(b))) < 0);
  }
};
struct TextLess {
  template <class Element>
  Truth operator()(const Element& a, const Element& b) const {
    return truth_of(compare_text(as<Str>(key_of(a)), as<Str>(key_of(b))) < 0);
  }
};

// <0, 0, >0 of two ints, floats or texts; kAsk of all else.
constexpr int kAsk = INT_MIN;
int quick_order(Value a, Value b) {
  if (Value::both_ints(a, b)) return a.as_int() < b.as_int() ? -1 : a.as_int() > b.as_int();
  if (a.is_float() && b.is_float()) {
    const double left = a.as_float(), right = b.as_float();
    return left < right ? -1 : left > right ? 1 : left == right ? 0 : kAsk;
  }
  if (!is_exact<Str>(a) || !is_exact<Str>(b)) return kAsk;
  const Str *left = as<Str>(a), *right = as<Str>(b);
  return left->width == 1 && right->width == 1 ? compare_latin(left, right) : compare_text(left, right);
}

Truth tuple_less(Thread& thread, const Tuple* left, const Tuple* right);

// Instances of a class of tuples that compares as they do: a namedtuple.
bool is_tuple_like(Thread& thread, Value value) {
  if (!is<Tuple>(value)) return false;
  const Type* plain = thread.types().tuple;
  return dunder_of(type_of(value.as_object()), Dunder::Lt) == dunder_of(plain, Dunder::Lt);
}

Truth any_less(Thread& thread, Value a, Value b) {
  const int order = quick_order(a, b);
  if (order != kAsk) return truth_of(order < 0);
  if (is_tuple_like(thread, a) && is_tuple_like(thread, b) && type_of(thread, a) == type_of(thread, b)) {
    return tuple_less(thread, as<Tuple>(a), as<Tuple>(b));
  }
  return compare_truth(thread, Compare::Less, a, b);
}

Truth tuple_less(Thread& thread, const Tuple* left, const Tuple* right) {
  const size_t common = std::min(left->length, right->length);
  for (size_t i = 0; i < common; ++i) {
    const Value a = left->items[i], b = right->items[i];
    const int order = quick_order(a, b);
    if (order == 0) continue;
    if (order != kAsk) return truth_of(order < 0);
    const Truth same = equal(thread, a, b);
    if (same != Truth::Yes) return same == Truth::Error ? same : any_less(thread, a, b);
  }
  return truth_of(left->length < right->length);
}

struct TupleLess {
  Thread& thread;
  template <class Element>
  Truth operator()(const Element& a, const Element& b) const {
    return tuple_less(thread, as<Tuple>(key_of(a)), as<Tuple>(key_of(b)));
  }
};
struct AnyLess {
  Thread& thread;
  template <class Element>
  Truth operator()(const Element& a, const Element& b) const {
    return any_less(thread, key_of(a), key_of(b));
  }
};

template <class Element, class Less>
bool sort_by(Thread& thread, Element* items, size_t count, Less less) {
  return Timsort<Element, Less>(thread, items, count, less).sort();
}

template <class Element>
bool sort_items(Thread& thread, Element* items, size_t count, bool reverse) {
  if (count < 2) return true;
  if (reverse) std::reverse(items, items + count);
  bool ok;
  switch (common_kind(items, count)) {
    case Keys::Ints:
      ok = sort_by(thread, items, count, IntLess());
      break;
    case Keys::Floats:
      ok = sort_by(thread, items, count, FloatLess());
      break;
    case Keys::Latin:
      ok = sort_by(thread, items, count, LatinLess());
      break;
    case Keys::Strings:
      ok = sort_by(thread, items, count, TextLess());
      break;
    case Keys::Tuples:
      ok = sort_by(thread, items, count, TupleLess{thread});
      break;
    default:
      ok = sort_by(thread, items, count, AnyLess{thread});
      break;
  }
  if (reverse) std::reverse(items, items + count);
  return ok;
}

bool compute_keys(Thread& thread, Value key, const Value* items, size_t count, Keyed* keyed) {
  for (size_t i = 0; i < count; ++i) {
    Ref result = call(thread, key, items[i]);
    if (!result) return false;
    keyed[i] = {result.release(), items[i]};
  }
  return true;
}

bool sort_keyed(Thread& thread, Value key, Value* items, size_t count, bool reverse) {
  Keyed* keyed = static_cast<Keyed*>(allocate_buffer(thread, count * sizeof(Keyed)));
  if (!keyed) return false;
  for (size_t i = 0; i < count; ++i) keyed[i] = {Value::empty(), items[i]};
  bool ok = compute_keys(thread, key, items, count, keyed) && sort_items(thread, keyed, count, reverse);
  for (size_t i = 0; i < count; ++i) items[i] = keyed[i].item;
  for (size_t i = 0; i < count; ++i) drop(keyed[i].key);
  free_buffer(thread, keyed, count * sizeof(Keyed));
  return ok;
}

// What a list holds, taken out of it.
struct Content {
  Value* items;
  uint32_t length;
  uint32_t capacity;
};

// Under the Guard.
Content exchange_content(List* list, Content content) {
  Content old = {list->items.get(), list->length.get(), list->capacity.get()};
  list->length.set(0);
  list->items.set(content.items);
  list->capacity.set(content.capacity);
  list->length.set(content.length);
  return old;
}

// To where nobody who still reads the list without a lock can see it. False: memory is out, and the content as it was.
bool move_from_readers(Thread& thread, Content* content) {
  if (!gil::Layer::kLockFreeReads || !content->items) return true;
  size_t bytes = content->capacity * sizeof(Value);
  auto* items = static_cast<Value*>(allocate_buffer(thread, bytes));
  if (!items) return false;
  std::memcpy(static_cast<void*>(items), content->items, content->length * sizeof(Value));
  retire_buffer(thread, content->items, bytes);
  content->items = items;
  return true;
}

}  // namespace

// While keys and comparisons written in Python run, the list is empty: nobody sees it half sorted. Where none runs, the
// Guard is held throughout, and nobody sees it empty either (list_length).
bool sort(Thread& thread, List* list, Value key, bool reverse) {
  Ref keep = Ref::share(list);
  Guard guard(list->header);
  Content content = exchange_content(list, {nullptr, 0, 0});
  bool ok = move_from_readers(thread, &content);
  if (ok && content.length != 0) {
    ok = key.is_none() ? sort_items(thread, content.items, content.length, reverse)
                       : sort_keyed(thread, key, content.items, content.length, reverse);
  }
  Content meanwhile = exchange_content(list, content);
  seal_removal();
  for (uint32_t i = 0; i < meanwhile.length; ++i) drop(meanwhile.items[i]);
  if (!meanwhile.items) return ok;
  retire_buffer(thread, meanwhile.items, meanwhile.capacity * sizeof(Value));
  return ok ? raise(thread, Error::ValueError, "list modified during sort") : false;
}

}  // namespace gillab
