// Sums and their kin: along all axes or some, and running ones.
#include <cmath>
#include <limits>

#include "runtime/bytes.h"
#include "runtime/list.h"
#include "runtime/modules/numpy/elementwise.h"
#include "runtime/operations.h"

namespace gillab::numpy {
namespace {

// Adds in pairs of halves: the error grows with the logarithm of the count, and the result is numpy's.
double pairwise_sum(const char* data, int64_t step, int64_t count) {
  auto at = [&](int64_t i) { return *reinterpret_cast<const double*>(data + i * step); };
  if (count < 8) {
    double sum = 0;
    for (int64_t i = 0; i < count; ++i) sum += at(i);
    return sum;
  }
  if (count <= 128) {
    double part[8];
    for (int64_t k = 0; k < 8; ++k) part[k] = at(k);
    int64_t i = 8;
    for (; i < count - count % 8; i += 8) {
      for (int64_t k = 0; k < 8; ++k) part[k] += at(i + k);
    }
    double sum = ((part[0] + part[1]) + (part[2] + part[3])) + ((part[4] + part[5]) + (part[6] + part[7]));
    for (; i < count; ++i) sum += at(i);
    return sum;
  }
  int64_t half = count / 2;
  half -= half % 8;
  return pairwise_sum(data, step, half) + pairwise_sum(data + half * step, step, count - half);
}

struct Sum {
  static constexpr int64_t kStart = 0;
  static int64_t join(int64_t a, int64_t b) {  // wraps around
    return static_cast<int64_t>(static_cast<uint64_t>(a) + static_cast<uint64_t>(b));
  }
  static double join(double a, double b) { return a + b; }
};
struct Product {
  static constexpr int64_t kStart = 1;
  static int64_t join(int64_t a, int64_t b) {
    return static_cast<int64_t>(static_cast<uint64_t>(a) * static_cast<uint64_t>(b));
  }
  static double join(double a, double b) { return a * b; }
};
struct Least {
  template <class T>
  static T join(T a, T b) {
    return a != a || a <= b ? a : b;
  }
};
struct Greatest {
  template <class T>
  static T join(T a, T b) {
    return a != a || a >= b ? a : b;
  }
};

// Joins a row of the input to the output: to one element when its stride is 0, else place by place.
template <class T, class Joining>
void join_row(char* const* data, const int64_t* strides, int64_t count) {
  const char* in = data[0];
  char* out = data[1];
  if (strides[1] != 0) {
    for (int64_t i = 0; i < count; ++i, in += strides[0], out += strides[1]) {
      T& target = *reinterpret_cast<T*>(out);
      target = Joining::join(target, *reinterpret_cast<const T*>(in));
    }
    return;
  }
  T& target = *reinterpret_cast<T*>(out);
  if constexpr (std::is_same_v<Joining, Sum> && std::is_same_v<T, double>) {
    target += pairwise_sum(in, strides[0], count);
  } else {
    T joined = target;
    for (int64_t i = 0; i < count; ++i, in += strides[0]) {
      joined = Joining::join(joined, *reinterpret_cast<const T*>(in));
    }
    target = joined;
  }
}

struct Reduction {
  const char* name;
  UnaryKernel kernels[3];  // null: the operand is converted to the next type
  int64_t ints_start;
  double floats_start;
  bool has_identity;
};
constexpr double kInfinity = std::numeric_limits<double>::infinity();
const Reduction kSum = {"add", {nullptr, join_row<int64_t, Sum>, join_row<double, Sum>}, 0, 0.0, true};
const Reduction kProduct = {"multiply", {nullptr, join_row<int64_t, Product>, join_row<double, Product>}, 1, 1.0, true};
const Reduction kMinimum = {
    "minimum", {join_row<bool, Least>, join_row<int64_t, Least>, join_row<double, Least>}, INT64_MAX, kInfinity, false};
const Reduction kMaximum = {"maximum",
                            {join_row<bool, Greatest>, join_row<int64_t, Greatest>, join_row<double, Greatest>},
                            INT64_MIN,
                            -kInfinity,
                            false};
const Reduction kAll = {"logical_and", {join_row<bool, Least>, nullptr, nullptr}, 1, 1.0, true};
const Reduction kAny = {"logical_or", {join_row<bool, Greatest>, nullptr, nullptr}, 0, 0.0, true};

struct Axes {
  bool reduced[kMaxDimensions] = {};
  bool keep = false;
};

bool read_axes(Thread& thread, Value axis, Value keep, int dimensions, Axes* axes) {
  axes->keep = !keep.is_empty() && !keep.is_false() && !keep.is_none();
  if (!given(axis)) return std::fill(axes->reduced, axes->reduced + kMaxDimensions, true), true;
  Ref all = is<Tuple>(axis) ? Ref::share(axis) : make_tuple_of(thread, axis);
  if (!all) return false;
  for (uint64_t i = 0; i < all.as<Tuple>()->length; ++i) {
    int number;
    if (!read_axis(thread, all.as<Tuple>()->items[i], dimensions, &number)) return false;
    if (axes->reduced[number]) return raise(thread, Error::ValueError, "duplicate value in 'axis'");
    axes->reduced[number] = true;
  }
  return true;
}

// The shape of the result, and the result seen with the operand's dimensions: stride 0 along those that are reduced.
void result_shape(const View& in, const Axes& axes, View* shape) {
  shape->dimensions = 0;
  for (int i = 0; i < in.dimensions; ++i) {
    if (axes.reduced[i] && !axes.keep) continue;
    shape->shape[shape->dimensions++] = axes.reduced[i] ? 1 : in.shape[i];
  }
}
View spread(const View& out, const View& in, const Axes& axes) {
  View wide = in;
  wide.element = out.element;
  wide.data = out.data;
  for (int i = 0, k = 0; i < in.dimensions; ++i) {
    wide.strides[i] = axes.reduced[i] ? 0 : out.strides[k];
    if (!axes.reduced[i] || axes.keep) ++k;
  }
  return wide;
}

void set_start(const Reduction& reduction, const View& out) {
  int64_t size = out.size();
  for (int64_t i = 0; i < size; ++i) {
    if (out.element == Element::Float) {
      reinterpret_cast<double*>(out.data)[i] = reduction.floats_start;
    } else if (out.element == Element::Int) {
      reinterpret_cast<int64_t*>(out.data)[i] = reduction.ints_start;
    } else {
      out.data[i] = reduction.ints_start > 0;
    }
  }
}

bool choose_element(const Reduction& reduction, Operand& operand, Thread& thread) {
  Element element = operand.view.element;
  if (!reduction.kernels[static_cast<int>(element)]) element = reduction.kernels[0] ? Element::Bool : Element::Int;
  return operand.convert(thread, element);
}

// The axes in the order of memory, so that rows are as long and close together as can be.
void sort_axes(View* in, View* out) {
  for (int i = 1; i < in->dimensions; ++i) {
    for (int k = i; k > 0 && std::abs(in->strides[k - 1]) < std::abs(in->strides[k]); --k) {
      for (View* view : {in, out}) {
        std::swap(view->shape[k - 1], view->shape[k]);
        std::swap(view->strides[k - 1], view->strides[k]);
      }
    }
  }
}

Ref reduce(Thread& thread, const Reduction& reduction, Operand& operand, const Axes& axes) {
  if (!choose_element(reduction, operand, thread)) return {};
  View shape, in = operand.view;
  result_shape(in, axes, &shape);
  Ref result = make_array_like(thread, in.element, shape);
  if (!result) return {};
  if (in.size() == 0 && view_of(result).size() > 0 && !reduction.has_identity) {
    return raise(thread, Error::ValueError, "zero-size array to reduction operation {} which has no identity",
                 reduction.name);
  }
  View out = spread(view_of(result), in, axes);
  UnaryKernel kernel = reduction.kernels[static_cast<int>(in.element)];
  sort_axes(&in, &out);
  auto walk = walk_over<2>(in, {&in, &out});
  native_work(thread, in.size() >= kWorkWithoutTurn, [&] {
    set_start(reduction, view_of(result));
    for_each_row(walk, kernel);
  });
  return result;
}

// args: self, axis, keepdims.
template <const Reduction* reduction>
Ref reduced(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand self;
  Axes axes;
  if (!self.require(thread, args[0]) || !read_axes(thread, args[1], args[2], self.view.dimensions, &axes)) return {};
  return finish(thread, reduce(thread, *reduction, self, axes));
}

int64_t count_along(const View& in, const Axes& axes) {
  int64_t count = 1;
  for (int i = 0; i < in.dimensions; ++i) count *= axes.reduced[i] ? in.shape[i] : 1;
  return count;
}

Ref divided(Thread& thread, Ref total, int64_t count) {
  if (!total) return {};
  Operand left, right;
  if (!left.require(thread, total.get()) || !right.require(thread, Value::integer(count))) return {};
  return apply_binary(thread, *find_operation("divide"), left, right);
}

Ref mean(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand self;
  Axes axes;
  if (!self.require(thread, args[0]) || !read_axes(thread, args[1], args[2], self.view.dimensions, &axes)) return {};
  int64_t count = count_along(self.view, axes);
  if (!self.convert(thread, Element::Float)) return {};
  return divided(thread, reduce(thread, kSum, self, axes), count);
}

// args: self, axis, ddof, keepdims.
Ref variance(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand self;
  Axes axes, kept;
  int64_t freedom = 0;
  if (!self.require(thread, args[0]) || !read_axes(thread, args[1], args[3], self.view.dimensions, &axes)) return {};
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &freedom)) return {};
  if (!self.convert(thread, Element::Float)) return {};
  int64_t count = count_along(self.view, axes);
  kept = axes;
  kept.keep = true;
  Operand average, whole, off, squares;
  Ref middle = divided(thread, reduce(thread, kSum, self, kept), count);
  if (!middle || !average.require(thread, middle.get())) return {};
  Ref difference = apply_binary(thread, *find_operation("subtract"), self, average);
  if (!difference || !off.require(thread, difference.get())) return {};
  Ref squared = apply_unary(thread, *find_operation("square"), off);
  if (!squared || !squares.require(thread, squared.get())) return {};
  return divided(thread, reduce(thread, kSum, squares, axes), std::max<int64_t>(count - freedom, 0));
}

Ref deviation(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Ref var = variance(thread, args, count, names);
  Operand operand;
  if (!var || !operand.require(thread, var.get())) return {};
  return apply_unary(thread, *find_operation("sqrt"), operand);
}

// --- where the least or greatest element is: the first; a nan counts as both

template <class T, class Better>
void best_row(char* const* data, const int64_t* strides, int64_t count) {
  int64_t best = 0;
  auto at = [&](int64_t i) { return *reinterpret_cast<const T*>(data[0] + i * strides[0]); };
  T found = at(0);
  for (int64_t i = 1; i < count && found == found; ++i) {
    T value = at(i);
    if (!(value != value) && !Better()(value, found)) continue;
    best = i;
    found = value;
  }
  *reinterpret_cast<int64_t*>(data[1]) = best;
}

// The axis moved to the end, the others before it.
View axis_last(const View& view, int axis) {
  View moved = view;
  std::rotate(moved.shape + axis, moved.shape + axis + 1, moved.shape + view.dimensions);
  std::rotate(moved.strides + axis, moved.strides + axis + 1, moved.strides + view.dimensions);
  return moved;
}

template <template <class> class Better>
Ref best(Thread& thread, const Value* args, uint32_t, Tuple*) {
  static constexpr UnaryKernel kKernels[] = {best_row<bool, Better<bool>>, best_row<int64_t, Better<int64_t>>,
                                             best_row<double, Better<double>>};
  Ref array = as_array(thread, args[0]);
  if (!array) return {};
  Ref flat;
  int axis = 0;
  if (!given(args[1])) {
    if (!(flat = copy_array(thread, view_of(array), view_of(array).element))) return {};
    View& view = view_of(flat);
    view.shape[0] = view.size();
    view.strides[0] = size_of(view.element);
    view.dimensions = 1;
  } else if (!read_axis(thread, args[1], view_of(array).dimensions, &axis)) {
    return {};
  }
  View in = axis_last(view_of(flat ? flat : array), axis);
  int64_t count = in.shape[in.dimensions - 1];
  if (count == 0) return raise(thread, Error::ValueError, "attempt to get an extreme of an empty sequence");
  Ref result = make_array(thread, Element::Int, in.dimensions - 1, in.shape);
  if (!result) return {};
  View outer = in;
  --outer.dimensions;
  UnaryKernel kernel = kKernels[static_cast<int>(in.element)];
  int64_t step = in.strides[in.dimensions - 1];
  auto walk = walk_over<2>(outer, {&outer, &view_of(result)});
  native_work(thread, in.size() >= kWorkWithoutTurn, [&] {
    for_each_row(walk, [&](char** data, const int64_t* strides, int64_t rows) {
      for (int64_t i = 0; i < rows; ++i) {
        char* both[] = {data[0] + i * strides[0], data[1] + i * strides[1]};
        kernel(both, &step, count);
      }
    });
  });
  return finish(thread, std::move(result));
}

// --- running sums and products

template <class T, class Joining>
void running_row(char* const* data, const int64_t* strides, int64_t count) {
  T joined = static_cast<T>(Joining::kStart);
  for (int64_t i = 0; i < count; ++i) {
    joined = Joining::join(joined, *reinterpret_cast<const T*>(data[0] + i * strides[0]));
    *reinterpret_cast<T*>(data[1] + i * strides[1]) = joined;
  }
}

template <class Joining>
Ref running(Thread& thread, const Value* args, uint32_t, Tuple*) {
  static constexpr UnaryKernel kKernels[] = {nullptr, running_row<int64_t, Joining>, running_row<double, Joining>};
  Operand self;
  int axis = 0;
  if (!self.require(thread, args[0])) return {};
  Element element = common_element(self.view.element, Element::Int);
  Ref in = copy_array(thread, self.view, element);
  if (!in) return {};
  if (!given(args[1])) {
    View& view = view_of(in);
    view.shape[0] = view.size();
    view.strides[0] = size_of(element);
    view.dimensions = 1;
  } else if (!read_axis(thread, args[1], self.view.dimensions, &axis)) {
    return {};
  }
  View moved = axis_last(view_of(in), axis), outer = moved;
  --outer.dimensions;
  int64_t steps[] = {moved.strides[outer.dimensions], moved.strides[outer.dimensions]};
  UnaryKernel kernel = kKernels[static_cast<int>(element)];
  auto walk = walk_over<1>(outer, {&outer});
  native_work(thread, moved.size() >= kWorkWithoutTurn, [&] {
    for_each_row(walk, [&](char** data, const int64_t* strides, int64_t rows) {
      for (int64_t i = 0; i < rows; ++i) {
        char* both[] = {data[0] + i * strides[0], data[0] + i * strides[0]};
        kernel(both, steps, moved.shape[outer.dimensions]);
      }
    });
  });
  return in;
}

template <class T>
using LessThan = std::less<T>;
template <class T>
using MoreThan = std::greater<T>;

#define REDUCTION(name, function) {name, "(self, /, axis=None, keepdims=False)", function}
const MethodDef kMethods[] = {
    REDUCTION("sum", reduced<&kSum>),
    REDUCTION("prod", reduced<&kProduct>),
    REDUCTION("min", reduced<&kMinimum>),
    REDUCTION("max", reduced<&kMaximum>),
    REDUCTION("all", reduced<&kAll>),
    REDUCTION("any", reduced<&kAny>),
    REDUCTION("mean", mean),
    {"var", "(self, /, axis=None, ddof=0, keepdims=False)", variance},
    {"std", "(self, /, axis=None, ddof=0, keepdims=False)", deviation},
    {"argmin", "(self, /, axis=None)", best<LessThan>},
    {"argmax", "(self, /, axis=None)", best<MoreThan>},
    {"cumsum", "(self, /, axis=None)", running<Sum>},
    {"cumprod", "(self, /, axis=None)", running<Product>},
};
#define FUNCTION(name, function) {name, "(a, axis=None, keepdims=False)", function}
const MethodDef kFunctions[] = {
    FUNCTION("sum", reduced<&kSum>),
    FUNCTION("prod", reduced<&kProduct>),
    FUNCTION("min", reduced<&kMinimum>),
    FUNCTION("max", reduced<&kMaximum>),
    FUNCTION("amin", reduced<&kMinimum>),
    FUNCTION("amax", reduced<&kMaximum>),
    FUNCTION("all", reduced<&kAll>),
    FUNCTION("any", reduced<&kAny>),
    FUNCTION("mean", mean),
    {"var", "(a, axis=None, ddof=0, keepdims=False)", variance},
    {"std", "(a, axis=None, ddof=0, keepdims=False)", deviation},
    {"argmin", "(a, axis=None)", best<LessThan>},
    {"argmax", "(a, axis=None)", best<MoreThan>},
    {"cumsum", "(a, axis=None)", running<Sum>},
    {"cumprod", "(a, axis=None)", running<Product>},
};

}  // namespace

Part reduce_part() { return make_part(kMethods, kFunctions); }

}  // namespace gillab::numpy
