// Views and copies in other shapes: reshape, transpose, ravel and their kin.
#include <cmath>

#include "runtime/list.h"
#include "runtime/modules/numpy/walk.h"
#include "runtime/operations.h"

namespace gillab::numpy {
namespace {

// Finds the length given as -1. False: an error is set.
bool complete_shape(Thread& thread, int64_t size, View* wanted) {
  View asked = *wanted;
  int64_t known = 1;
  int unknown = -1;
  for (int i = 0; i < wanted->dimensions; ++i) {
    if (wanted->shape[i] >= 0) {
      known *= wanted->shape[i];
    } else if (unknown < 0) {
      unknown = i;
    } else {
      return raise(thread, Error::ValueError, "can only specify one unknown dimension");
    }
  }
  if (unknown >= 0 && known > 0) wanted->shape[unknown] = size / known;
  if (wanted->size() == size && (unknown < 0 || known > 0)) return true;
  return raise(thread, Error::ValueError, "cannot reshape array of size {} into shape {}", size,
               std::string_view(shape_text(asked)));
}

// An array of the same elements in another shape: a view where they lie without gaps, else a copy.
Ref reshaped(Thread& thread, Value array, View wanted) {
  const View& view = array_of(array)->view;
  if (!complete_shape(thread, view.size(), &wanted)) return {};
  Ref copy;
  if (!view.contiguous() && !(copy = copy_array(thread, view, view.element))) return {};
  Value owner = copy ? copy.get() : array;
  wanted.element = view.element;
  wanted.data = array_of(owner)->view.data;
  int64_t step = size_of(view.element);
  for (int i = wanted.dimensions - 1; i >= 0; --i) {
    wanted.strides[i] = step;
    step *= wanted.shape[i];
  }
  if (!copy) return make_view(thread, array, wanted);
  array_of(owner)->view = wanted;
  return copy;
}

// Lengths or axes given one by one or as a tuple.
bool read_numbers(Thread& thread, Value arguments, View* numbers) {
  Tuple* given_ones = as<Tuple>(arguments);
  bool single = given_ones->length == 1 && (is<Tuple>(given_ones->items[0]) || is<List>(given_ones->items[0]));
  return read_shape(thread, single ? given_ones->items[0] : arguments, numbers);
}

Ref reshape_method(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref array = as_array(thread, args[0]);
  View wanted;
  return array && read_numbers(thread, args[1], &wanted) ? reshaped(thread, array.get(), wanted) : Ref();
}
Ref reshape_function(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref array = as_array(thread, args[0]);
  View wanted;
  return array && read_shape(thread, args[1], &wanted) ? reshaped(thread, array.get(), wanted) : Ref();
}

Ref ravel(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref array = as_array(thread, args[0]);
  if (!array) return {};
  View wanted;
  wanted.dimensions = 1;
  wanted.shape[0] = -1;
  if (view_of(array).size() == 0) wanted.shape[0] = 0;
  return reshaped(thread, array.get(), wanted);
}
Ref flatten(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Ref flat = ravel(thread, args, count, names);
  if (!flat || !array_of(flat.get())->base.peek().is_object()) return flat;
  return copy_array(thread, view_of(flat), view_of(flat).element);
}

Ref permuted(Thread& thread, Value array, const int* order) {
  View view = array_of(array)->view, moved = view;
  for (int i = 0; i < view.dimensions; ++i) {
    moved.shape[i] = view.shape[order[i]];
    moved.strides[i] = view.strides[order[i]];
  }
  return make_view(thread, array, moved);
}

bool read_order(Thread& thread, Value axes, int dimensions, int* order) {
  View numbers;
  bool seen[kMaxDimensions] = {};
  if (!read_numbers(thread, axes, &numbers)) return false;
  if (numbers.dimensions != dimensions) return raise(thread, Error::ValueError, "axes don't match array");
  for (int i = 0; i < dimensions; ++i) {
    if (!read_axis(thread, Value::integer(numbers.shape[i]), dimensions, &order[i])) return false;
    if (seen[order[i]]) return raise(thread, Error::ValueError, "repeated axis in transpose");
    seen[order[i]] = true;
  }
  return true;
}

// args: array, axes as a tuple: none turns their order.
Ref transpose(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref array = as_array(thread, args[0]);
  if (!array) return {};
  int order[kMaxDimensions], dimensions = view_of(array).dimensions;
  for (int i = 0; i < dimensions; ++i) order[i] = dimensions - 1 - i;
  Tuple* axes = as<Tuple>(args[1]);
  bool turned = axes->length == 0 || (axes->length == 1 && axes->items[0].is_none());
  if (!turned && !read_order(thread, args[1], dimensions, order)) return {};
  return permuted(thread, array.get(), order);
}

Ref swapaxes(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref array = as_array(thread, args[0]);
  int first, second, order[kMaxDimensions];
  if (!array || !read_axis(thread, args[1], view_of(array).dimensions, &first)) return {};
  if (!read_axis(thread, args[2], view_of(array).dimensions, &second)) return {};
  for (int i = 0; i < kMaxDimensions; ++i) order[i] = i;
  std::swap(order[first], order[second]);
  return permuted(thread, array.get(), order);
}

// Without the axes of length 1, or without one of them.
Ref squeeze(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref array = as_array(thread, args[0]);
  if (!array) return {};
  View view = view_of(array), narrow = view;
  int only = -1;
  if (given(args[1]) && !read_axis(thread, args[1], view.dimensions, &only)) return {};
  if (only >= 0 && view.shape[only] != 1) {
    return raise(thread, Error::ValueError, "cannot select an axis to squeeze out which has size not equal to one");
  }
  narrow.dimensions = 0;
  for (int i = 0; i < view.dimensions; ++i) {
    if (view.shape[i] == 1 && (only < 0 || only == i)) continue;
    narrow.shape[narrow.dimensions] = view.shape[i];
    narrow.strides[narrow.dimensions++] = view.strides[i];
  }
  return make_view(thread, array.get(), narrow);
}

Ref broadcast_function(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref array = as_array(thread, args[0]);
  View wanted, spread;
  if (!array || !read_shape(thread, args[1], &wanted)) return {};
  if (!broadcast_to(thread, view_of(array), wanted, &spread)) {
    clear_exception(thread);
    return raise(thread, Error::ValueError,
                 "operands could not be broadcast together with remapped shapes [original->remapped]: {}  and "
                 "requested shape {}",
                 std::string_view(shape_text(view_of(array))), std::string_view(shape_text(wanted)));
  }
  Ref view = make_view(thread, array.get(), spread);
  if (view) array_of(view.get())->writeable = false;
  return view;
}

const MethodDef kMethods[] = {
    {"reshape", "(self, /, *shape)", reshape_method},
    {"ravel", "(self)", ravel},
    {"flatten", "(self)", flatten},
    {"transpose", "(self, /, *axes)", transpose},
    {"swapaxes", "(self, axis1, axis2, /)", swapaxes},
    {"squeeze", "(self, axis=None)", squeeze},
};
const MethodDef kFunctions[] = {
    {"reshape", "(a, newshape)", reshape_function},
    {"ravel", "(a)", ravel},
    {"_transpose", "(a, /, *axes)", transpose},
    {"swapaxes", "(a, axis1, axis2)", swapaxes},
    {"squeeze", "(a, axis=None)", squeeze},
    {"broadcast_to", "(array, shape)", broadcast_function},
};

}  // namespace

Part forms_part() { return make_part(kMethods, kFunctions); }

}  // namespace gillab::numpy
