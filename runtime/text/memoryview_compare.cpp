// memoryview: casts to other formats and shapes, and comparison.
#include <cstring>

#include "runtime/int.h"
#include "runtime/modules/struct.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/memoryview_parts.h"

namespace gillab {
namespace {

constexpr uint64_t kMaximumDimensions = 64;

bool read_cast_format(Thread& thread, Value value, MemoryFormat* format) {
  if (!is<Str>(value)) {
    return raise(thread, Error::TypeError, "cast() argument 'format' must be str, not {}", argument_name(thread, value));
  }
  std::string text = to_utf8(as<Str>(value));
  format->at_sign = text.size() == 2 && text[0] == '@';
  if (format->at_sign) text.erase(0, 1);
  format->code = text.size() == 1 ? text[0] : 'x';
  format->size = item_size(format->code);
  if (format->size > 0 && !std::strchr("xspe", format->code)) return true;
  return raise(thread, Error::ValueError,
               "memoryview: destination format must be a native single character format prefixed with an optional '@'");
}

bool is_byte(char code) { return code == 'B' || code == 'b' || code == 'c'; }

bool check_shape(Thread& thread, const Tuple* shape) {
  if (shape->length > kMaximumDimensions) {
    return raise(thread, Error::ValueError, "memoryview: number of dimensions must not exceed 64");
  }
  for (uint64_t i = 0; i < shape->length; ++i) {
    if (!shape->items[i].is_int()) {
      return raise(thread, Error::TypeError, "memoryview.cast(): elements of shape must be integers");
    }
    if (shape->items[i].as_int() <= 0) {
      return raise(thread, Error::ValueError, "memoryview.cast(): elements of shape must be integers > 0");
    }
  }
  return true;
}

Ref read_shape(Thread& thread, Value value) {
  if (!is<List>(value) && !is<Tuple>(value)) return raise(thread, Error::TypeError, "shape must be a list or a tuple");
  Ref shape = tuple_from(thread, value);
  return shape && check_shape(thread, shape.as<Tuple>()) ? std::move(shape) : Ref();
}

// The items of a shape, or -1 when there are too many to count.
int64_t items_of_shape(const Tuple* shape) {
  int64_t count = 1;
  for (uint64_t i = 0; i < shape->length; ++i) {
    if (__builtin_mul_overflow(count, shape->items[i].as_int(), &count)) return -1;
  }
  return count;
}

bool same_items(Thread& thread, MemoryView* left, Value left_owner, MemoryView* right, Value right_owner) {
  std::string first = copy_of(left_owner, left), second = copy_of(right_owner, right);
  if (left->code == right->code && !std::strchr("fde", left->code)) return first == second;
  auto item = [&](const std::string& content, MemoryView* view, int64_t i) {
    return unpack_item(thread, view->code, reinterpret_cast<const uint8_t*>(content.data()) + i * view->size);
  };
  for (int64_t i = 0; i < left->length.get(); ++i) {
    Ref a = item(first, left, i), b = item(second, right, i);
    if (!a || !b || compare_truth(thread, Compare::Equal, a.get(), b.get()) != Truth::Yes) return false;
  }
  return true;
}

Truth same_views(Thread& thread, MemoryView* left, MemoryView* right) {
  Ref left_owner = left->owner.take(), right_owner = right->owner.take();
  if (!left_owner || !right_owner) return Truth::No;
  Ref left_shape = shape_tuple(thread, left), right_shape = shape_tuple(thread, right);
  if (!left_shape || !right_shape) return Truth::Error;
  Truth shapes = tuples_equal(thread, left_shape.as<Tuple>(), right_shape.as<Tuple>());
  if (shapes != Truth::Yes) return shapes;
  bool same = same_items(thread, left, left_owner.get(), right, right_owner.get());
  return thread.has_exception() ? Truth::Error : truth_of(same);
}

Ref compare_views(Thread& thread, const Value* args, bool wanted) {
  if (args[0] == args[1]) return Ref::boolean(wanted);
  Ref other = Ref::share(args[1]);
  ExportedMemory memory;
  if (!is<MemoryView>(args[1])) {
    if (!exported_memory(args[1], &memory)) return Ref::not_implemented();
    if (!(other = make_memoryview(thread, args[1]))) return {};
  }
  Truth same = same_views(thread, as<MemoryView>(args[0]), other.as<MemoryView>());
  return same == Truth::Error ? Ref() : Ref::boolean((same == Truth::Yes) == wanted);
}

bool check_cast(Thread& thread, MemoryView* view, const MemoryFormat& format) {
  if (!is_byte(view->code) && !is_byte(format.code)) {
    return raise(thread, Error::TypeError, "memoryview: cannot cast between two non-byte formats");
  }
  if (view->length.get() * view->size % format.size == 0) return true;
  return raise(thread, Error::TypeError, "memoryview: length is not a multiple of itemsize");
}

}  // namespace

Ref memoryview_cast(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* view = as<MemoryView>(args[0]);
  Ref owner = owner_of(thread, view), shape = Ref::none();
  MemoryFormat format;
  if (!owner) return {};
  if (!is_contiguous(view)) {
    return raise(thread, Error::TypeError, "memoryview: casts are restricted to C-contiguous views");
  }
  bool given = !args[2].is_empty() && !args[2].is_none();
  if (given && view->length.get() == 0) {
    return raise(thread, Error::TypeError, "memoryview: cannot cast view with zeros in shape or strides");
  }
  if (!read_cast_format(thread, args[1], &format) || (given && !(shape = read_shape(thread, args[2])))) return {};
  if (given && shape.as<Tuple>()->length != 1 && shape_of(view)) {
    return raise(thread, Error::TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
  }
  if (!check_cast(thread, view, format)) return {};
  int64_t items = view->length.get() * view->size / format.size;
  if (given && items_of_shape(shape.as<Tuple>()) != items) {
    return raise(thread, Error::TypeError, "memoryview: product(shape) * itemsize != buffer size");
  }
  if (given && shape.as<Tuple>()->length == 1) shape = Ref::none();
  return make_cast(thread, view, format, items, shape.get());
}

Ref memoryview_eq(Thread& thread, const Value* args, uint32_t, Tuple*) { return compare_views(thread, args, true); }
Ref memoryview_ne(Thread& thread, const Value* args, uint32_t, Tuple*) { return compare_views(thread, args, false); }

}  // namespace gillab
