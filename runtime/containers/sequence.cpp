// Positions in sequences: slices, indices, bounds of searches, repetition counts.
#include "runtime/containers/sequence.h"

#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/set.h"

namespace gillab {
namespace {

// A part of a slice as a clamped number; *result stays as it is for None.
bool slice_part(Thread& thread, Value part, int64_t* result) {
  if (part.is_none()) return true;
  if (part.is_int()) {
    *result = part.as_int();
    return true;
  }
  if (!is_integer(part) && special_method(thread, part, Dunder::Index).is_empty()) {
    return raise(thread, Error::TypeError, "slice indices must be integers or None or have an __index__ method");
  }
  return index_as_int64(thread, part, result, true);
}

int64_t clamp_position(int64_t position, int64_t length, bool backwards) {
  if (position < 0) {
    position += length;
    if (position < 0) position = backwards ? -1 : 0;
  } else if (position >= length) {
    position = backwards ? length - 1 : length;
  }
  return position;
}

int64_t count_steps(const SliceBounds& bounds) {
  if (bounds.step > 0) {
    return bounds.start < bounds.stop ? (bounds.stop - bounds.start - 1) / bounds.step + 1 : 0;
  }
  return bounds.stop < bounds.start ? (bounds.start - bounds.stop - 1) / -bounds.step + 1 : 0;
}

bool search_bound(Thread& thread, Value value, int64_t length, int64_t* result) {
  if (value.is_empty()) return true;
  if (!is_integer(value) && special_method(thread, value, Dunder::Index).is_empty()) {
    return raise(thread, Error::TypeError, "slice indices must be integers or have an __index__ method");
  }
  if (!index_as_int64(thread, value, result, true)) return false;
  if (*result < 0) *result = *result + length < 0 ? 0 : *result + length;
  return true;
}

}  // namespace

gil::Header* changing_header(Value source) {
  if (!source.is_object()) return nullptr;
  Object* object = source.as_object();
  switch (kind_of(object)) {
    case Kind::List:
    case Kind::Dict:
    case Kind::ByteArray:
    case Kind::ListIterator:
    case Kind::DictIterator:
    case Kind::SetIterator:
    case Kind::Extension:
      return &object->header;
    case Kind::Set:
      return is_frozen(current_thread(), as<Set>(source)) ? nullptr : &object->header;
    case Kind::DictView:
      return &as<DictView>(source)->dict.peek().as_object()->header;
    default:
      return nullptr;
  }
}

bool unpack_slice(Thread& thread, Value slice, SliceBounds* bounds) {
  Slice* parts = as<Slice>(slice);
  bounds->step = 1;
  if (!slice_part(thread, parts->step.peek(), &bounds->step)) return false;
  if (bounds->step == 0) return raise(thread, Error::ValueError, "slice step cannot be zero");
  if (bounds->step < -INT64_MAX) bounds->step = -INT64_MAX;
  bool backwards = bounds->step < 0;
  bounds->start = backwards ? INT64_MAX : 0;
  bounds->stop = backwards ? INT64_MIN : INT64_MAX;
  return slice_part(thread, parts->start.peek(), &bounds->start) &&
         slice_part(thread, parts->stop.peek(), &bounds->stop);
}

void adjust_slice(SliceBounds* bounds, int64_t length) {
  bool backwards = bounds->step < 0;
  bounds->start = clamp_position(bounds->start, length, backwards);
  bounds->stop = clamp_position(bounds->stop, length, backwards);
  bounds->count = count_steps(*bounds);
}

bool resolve_slice(Thread& thread, Value slice, int64_t length, SliceBounds* bounds) {
  if (!unpack_slice(thread, slice, bounds)) return false;
  adjust_slice(bounds, length);
  return true;
}

bool resolve_index(Thread& thread, Value index, int64_t length, const char* what, int64_t* position) {
  if (index.is_int()) {
    *position = index.as_int();
  } else if (!index_as_int64(thread, index, position, false, Error::IndexError)) {
    return false;
  }
  if (*position < 0) *position += length;
  if (*position >= 0 && *position < length) return true;
  return raise(thread, Error::IndexError, "{} index out of range", what);
}

Ref compare_order(Compare op, int order) {
  switch (op) {
    case Compare::Less:
      return Ref::boolean(order < 0);
    case Compare::LessEqual:
      return Ref::boolean(order <= 0);
    case Compare::Equal:
      return Ref::boolean(order == 0);
    case Compare::NotEqual:
      return Ref::boolean(order != 0);
    case Compare::Greater:
      return Ref::boolean(order > 0);
    default:
      return Ref::boolean(order >= 0);
  }
}

Ref repeat_count(Thread& thread, Value value, int64_t* count) {
  if (!is_integer(value) && special_method(thread, value, Dunder::Index).is_empty()) {
    if (has_reflected(thread, value, Dunder::RMul)) return Ref::not_implemented();
    return raise(thread, Error::TypeError, "can't multiply sequence by non-int of type '{}'", type_name(thread, value));
  }
  if (!index_as_int64(thread, value, count)) return {};
  if (*count < 0) *count = 0;
  return Ref::none();
}

Truth truth_of_integer(Thread& thread, Value value) {
  if (value.is_empty()) return Truth::No;
  Ref number = index(thread, value);
  return number ? truth(thread, number.get()) : Truth::Error;
}

bool size_argument(Thread& thread, Value value, int64_t* result) {
  Ref number = index(thread, value);
  if (!number) return false;
  if (fits_int64(number.get(), result)) return true;
  return raise(thread, Error::OverflowError, "Python int too large to convert to C ssize_t");
}

bool search_bounds(Thread& thread, Value start, Value stop, int64_t length, int64_t* first, int64_t* last) {
  *first = 0;
  *last = INT64_MAX;
  return search_bound(thread, start, length, first) && search_bound(thread, stop, length, last);
}

}  // namespace gillab
