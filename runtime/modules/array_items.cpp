// array.array: subscripts, searching, comparison.
#include <cstring>

#include "runtime/containers/sequence.h"
#include "runtime/int.h"
#include "runtime/modules/array.h"

namespace gillab {
namespace {

using Args = const Value*;

Array* self_of(Args args) { return array_of(args[0]); }
int64_t length_of(Args args) { return static_cast<int64_t>(self_of(args)->length.get()); }

bool resolve(Thread& thread, Args args, const char* message, int64_t* at) {
  if (!is_index(thread, args[1]) && !is_integer(args[1])) {
    return raise(thread, Error::TypeError, "array indices must be integers");
  }
  if (!index_as_int64(thread, args[1], at, false, Error::IndexError)) return false;
  if (*at < 0) *at += length_of(args);
  return (*at >= 0 && *at < length_of(args)) || raise(thread, Error::IndexError, message);
}

Ref get_slice(Thread& thread, Args args) {
  SliceBounds bounds;
  if (!resolve_slice(thread, args[1], length_of(args), &bounds)) return {};
  Ref result = make_array(thread, array_type(self_of(args)), self_of(args)->code);
  std::string content;
  uint64_t size = self_of(args)->size;
  for (int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step) {
    content.append(self_of(args)->data.get() + static_cast<uint64_t>(at) * size, size);
  }
  return result && replace_items(thread, array_of(result.get()), 0, 0, content) ? std::move(result) : Ref();
}

// Slices with a step: items are replaced one by one, or taken out from the back.
bool set_steps(Thread& thread, Array* array, const SliceBounds& bounds, std::string_view content) {
  uint64_t size = array->size;
  for (int64_t i = 0, at = bounds.start; !content.empty() && i < bounds.count; ++i, at += bounds.step) {
    std::memcpy(array->data.get() + static_cast<uint64_t>(at) * size, content.data() + static_cast<uint64_t>(i) * size, size);
  }
  for (int64_t i = 0; content.empty() && i < bounds.count; ++i) {
    int64_t step = bounds.step < 0 ? i : bounds.count - 1 - i;
    uint64_t at = static_cast<uint64_t>(bounds.start + step * bounds.step);
    if (!replace_items(thread, array, at, at + 1, {})) return false;
  }
  return true;
}

bool set_slice(Thread& thread, Args args, std::string_view content) {
  SliceBounds bounds;
  Array* array = self_of(args);
  if (!resolve_slice(thread, args[1], length_of(args), &bounds)) return false;
  if (bounds.step == 1) {
    uint64_t start = static_cast<uint64_t>(bounds.start), count = static_cast<uint64_t>(std::max<int64_t>(bounds.count, 0));
    return replace_items(thread, array, start, start + count, content);
  }
  int64_t given = static_cast<int64_t>(content.size() / array->size);
  if (given != 0 && given != bounds.count) {
    return raise(thread, Error::ValueError, "attempt to assign array of size {} to extended slice of size {}", given,
                 bounds.count);
  }
  return set_steps(thread, array, bounds, content);
}

int64_t find_from(Thread& thread, Args args, int64_t first, int64_t last) {  // -1: not there, -2: an error is set
  for (int64_t i = first; i < last && i < length_of(args); ++i) {
    Ref item = array_item(thread, self_of(args), static_cast<uint64_t>(i));
    if (!item) return -2;
    Truth same = equal(thread, item.get(), args[1]);
    if (same == Truth::Error) return -2;
    if (same == Truth::Yes) return i;
  }
  return -1;
}

}  // namespace

Ref array_getitem(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is<Slice>(args[1])) return get_slice(thread, args);
  int64_t at;
  if (!resolve(thread, args, "array index out of range", &at)) return {};
  return array_item(thread, self_of(args), static_cast<uint64_t>(at));
}

Ref array_setitem(Thread& thread, Args args, uint32_t, Tuple*) {
  Array* array = self_of(args);
  if (is<Slice>(args[1])) {
    if (!is_array(args[2])) {
      return raise(thread, Error::TypeError, "can only assign array (not \"{}\") to array slice", type_name(thread, args[2]));
    }
    if (array_of(args[2])->code != array->code) {
      return raise(thread, Error::TypeError, "bad argument type for built-in operation");
    }
    return set_slice(thread, args, std::string(array_bytes(array_of(args[2])))) ? Ref::none() : Ref();
  }
  int64_t at;
  uint8_t packed[8];
  if (!resolve(thread, args, "array assignment index out of range", &at)) return {};
  if (!pack_array_item(thread, array->code, args[2], packed)) return {};
  if (at >= length_of(args)) return raise(thread, Error::IndexError, "array assignment index out of range");
  std::memcpy(array->data.get() + static_cast<uint64_t>(at) * array->size, packed, array->size);
  return Ref::none();
}

Ref array_delitem(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is<Slice>(args[1])) return set_slice(thread, args, {}) ? Ref::none() : Ref();
  int64_t at;
  if (!resolve(thread, args, "array assignment index out of range", &at)) return {};
  uint64_t place = static_cast<uint64_t>(at);
  return replace_items(thread, self_of(args), place, place + 1, {}) ? Ref::none() : Ref();
}

Ref array_contains(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t found = find_from(thread, args, 0, INT64_MAX);
  return found == -2 ? Ref() : Ref::boolean(found >= 0);
}

Ref array_count(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t count = 0;
  for (int64_t at = -1; (at = find_from(thread, args, at + 1, INT64_MAX)) != -1; ++count) {
    if (at == -2) return {};
  }
  return make_int(thread, count);
}

Ref array_index(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t first, last;
  if (!search_bounds(thread, args[2], args[3], length_of(args), &first, &last)) return {};
  int64_t found = find_from(thread, args, first, last);
  if (found == -1) return raise(thread, Error::ValueError, "array.index(x): x not in array");
  return found == -2 ? Ref() : make_int(thread, found);
}

Ref array_remove(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t found = find_from(thread, args, 0, INT64_MAX);
  if (found == -1) return raise(thread, Error::ValueError, "array.remove(x): x not in array");
  uint64_t at = static_cast<uint64_t>(found);
  return found != -2 && replace_items(thread, self_of(args), at, at + 1, {}) ? Ref::none() : Ref();
}

Ref compare_arrays(Thread& thread, Compare op, Value left, Value right) {
  if (!is_array(left) || !is_array(right)) return Ref::not_implemented();
  Array *first = array_of(left), *second = array_of(right);
  bool asks_equality = op == Compare::Equal || op == Compare::NotEqual;
  if (asks_equality && first->length.get() != second->length.get()) return Ref::boolean(op == Compare::NotEqual);
  for (uint64_t i = 0; i < first->length.get() && i < second->length.get(); ++i) {
    Ref a = array_item(thread, first, i), b = array_item(thread, second, i);
    if (!a || !b) return {};
    Truth same = compare_truth(thread, Compare::Equal, a.get(), b.get());
    if (same == Truth::Error) return {};
    if (same == Truth::No) return asks_equality ? Ref::boolean(op == Compare::NotEqual) : compare(thread, op, a.get(), b.get());
  }
  uint64_t a = first->length.get(), b = second->length.get();
  return compare_order(op, a < b ? -1 : a > b);
}

}  // namespace gillab
