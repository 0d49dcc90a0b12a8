// Sorting along an axis and searching in what is sorted. A nan sorts behind all numbers.
#include <algorithm>
#include <numeric>
#include <vector>

#include "runtime/modules/numpy/walk.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab::numpy {
namespace {

template <class T>
bool before(T a, T b) {
  return a < b || (b != b && a == a);
}

template <class T>
void sort_row(char* const* data, const int64_t* strides, int64_t count) {
  if (strides[0] == sizeof(T)) {
    T* first = reinterpret_cast<T*>(data[0]);
    std::sort(first, first + count, before<T>);
    return;
  }
  std::vector<char> row(static_cast<size_t>(count) * sizeof(T));
  T* copy = reinterpret_cast<T*>(row.data());
  for (int64_t i = 0; i < count; ++i) copy[i] = *reinterpret_cast<T*>(data[0] + i * strides[0]);
  std::sort(copy, copy + count, before<T>);
  for (int64_t i = 0; i < count; ++i) *reinterpret_cast<T*>(data[0] + i * strides[0]) = copy[i];
}

// The positions in order of what stands there; equal ones keep theirs.
template <class T>
void argsort_row(char* const* data, const int64_t* strides, int64_t count) {
  std::vector<int64_t> places(static_cast<size_t>(count));
  std::iota(places.begin(), places.end(), 0);
  auto at = [&](int64_t i) { return *reinterpret_cast<const T*>(data[0] + i * strides[0]); };
  std::sort(places.begin(), places.end(), [&](int64_t a, int64_t b) {
    return before(at(a), at(b)) || (!before(at(b), at(a)) && a < b);
  });
  for (int64_t i = 0; i < count; ++i) {
    *reinterpret_cast<int64_t*>(data[1] + i * strides[1]) = places[static_cast<size_t>(i)];
  }
}

constexpr UnaryKernel kSorts[] = {sort_row<bool>, sort_row<int64_t>, sort_row<double>};
constexpr UnaryKernel kArgsorts[] = {argsort_row<bool>, argsort_row<int64_t>, argsort_row<double>};

// Runs the kernel on every row along the axis of two views of one shape.
void along_axis(Thread& thread, View from, View to, int axis, UnaryKernel kernel) {
  int64_t steps[] = {from.strides[axis], to.strides[axis]}, count = from.shape[axis], size = from.size();
  for (View* view : {&from, &to}) {
    view->shape[axis] = 1;
    view->strides[axis] = 0;
  }
  if (count == 0) return;
  native_work(thread, size >= kWorkWithoutTurn, [&] {
    for_each_row(walk_over<2>(from, {&from, &to}), [&](char** data, const int64_t* strides, int64_t rows) {
      for (int64_t i = 0; i < rows; ++i) {
        char* both[] = {data[0] + i * strides[0], data[1] + i * strides[1]};
        kernel(both, steps, count);
      }
    });
  });
}

bool axis_of(Thread& thread, Value argument, int dimensions, int* axis) {
  return read_axis(thread, argument.is_empty() ? Value::integer(-1) : argument, dimensions, axis);
}

Ref sort_in_place(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is_array(args[0])) return raise(thread, Error::TypeError, "a scalar cannot be sorted");
  const View& view = array_of(args[0])->view;
  int axis;
  if (!axis_of(thread, args[1], view.dimensions, &axis)) return {};
  along_axis(thread, view, view, axis, kSorts[static_cast<int>(view.element)]);
  return Ref::none();
}

// A copy to work on: flat when the axis is None.
Ref row_copy(Thread& thread, const Value* args) {
  Ref array = as_array(thread, args[0]);
  Ref copy = array ? copy_array(thread, view_of(array), view_of(array).element) : Ref();
  if (!copy || !args[1].is_none()) return copy;
  View& view = view_of(copy);
  view.shape[0] = view.size();
  view.strides[0] = size_of(view.element);
  view.dimensions = 1;
  return copy;
}

Ref sorted(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref copy = row_copy(thread, args);
  Value arguments[] = {copy.get(), args[1].is_none() ? Value() : args[1]};
  return copy && sort_in_place(thread, arguments, 2, nullptr) ? std::move(copy) : Ref();
}

Ref argsort(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref copy = row_copy(thread, args);
  int axis;
  if (!copy || !axis_of(thread, args[1].is_none() ? Value() : args[1], view_of(copy).dimensions, &axis)) return {};
  Ref places = make_array_like(thread, Element::Int, view_of(copy));
  if (!places) return {};
  along_axis(thread, view_of(copy), view_of(places), axis, kArgsorts[static_cast<int>(view_of(copy).element)]);
  return places;
}

// args: a, v, side.
Ref searchsorted(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand sorted_ones, wanted;
  if (!sorted_ones.require(thread, args[0]) || !wanted.require(thread, args[1])) return {};
  bool right = !args[2].is_empty() && is<Str>(args[2]) && equals_ascii(as<Str>(args[2]), "right");
  if (!sorted_ones.convert(thread, Element::Float) || !wanted.convert(thread, Element::Float)) return {};
  if (sorted_ones.view.dimensions != 1) return raise(thread, Error::ValueError, "object too deep for desired array");
  Ref line = copy_array(thread, sorted_ones.view, Element::Float);
  Ref result = make_array_like(thread, Element::Int, wanted.view);
  if (!line || !result) return {};
  const double* first = reinterpret_cast<const double*>(view_of(line).data);
  const double* last = first + sorted_ones.view.size();
  auto walk = walk_over<2>(wanted.view, {&wanted.view, &view_of(result)});
  native_work(thread, wanted.view.size() >= kWorkWithoutTurn, [&] {
    for_each_row(walk, [&](char** data, const int64_t* strides, int64_t count) {
      for (int64_t i = 0; i < count; ++i) {
        double value = *reinterpret_cast<double*>(data[0] + i * strides[0]);
        const double* found = right ? std::upper_bound(first, last, value, before<double>)
                                    : std::lower_bound(first, last, value, before<double>);
        *reinterpret_cast<int64_t*>(data[1] + i * strides[1]) = found - first;
      }
    });
  });
  return finish(thread, std::move(result));
}

const MethodDef kMethods[] = {
    {"sort", "(self, axis=-1)", sort_in_place},
    {"argsort", "(self, axis=-1)", argsort},
};
const MethodDef kFunctions[] = {
    {"sort", "(a, axis=-1)", sorted},
    {"argsort", "(a, axis=-1)", argsort},
    {"searchsorted", "(a, v, side='left')", searchsorted},
};

}  // namespace

Part order_part() { return make_part(kMethods, kFunctions); }

}  // namespace gillab::numpy
