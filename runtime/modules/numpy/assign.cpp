// Copying elements: broadcasting, overlap, changing the type.
#include "runtime/memory.h"
#include "runtime/modules/numpy/walk.h"

namespace gillab::numpy {

bool View::contiguous() const {
  int64_t step = size_of(element);
  for (int i = dimensions - 1; i >= 0; --i) {
    if (shape[i] != 1 && strides[i] != step) return false;
    step *= shape[i];
  }
  return true;
}

namespace {

// What a float too large for an int becomes, as the machine converts it.
constexpr int64_t kNoInteger = INT64_MIN;
int64_t to_integer(double number) {
  return number >= -9223372036854775808.0 && number < 9223372036854775808.0 ? static_cast<int64_t>(number) : kNoInteger;
}

template <class From, class To>
To converted(From value) {
  if constexpr (std::is_same_v<To, bool>) return value != 0;
  if constexpr (std::is_same_v<From, double> && std::is_same_v<To, int64_t>) return to_integer(value);
  return static_cast<To>(value);
}

template <class From, class To>
void copy_row(char* const* data, const int64_t* strides, int64_t count) {
  const char* from = data[0];
  char* to = data[1];
  if (strides[0] == sizeof(From) && strides[1] == sizeof(To)) {
    auto* source = reinterpret_cast<const From*>(from);
    auto* target = reinterpret_cast<To*>(to);
    for (int64_t i = 0; i < count; ++i) target[i] = converted<From, To>(source[i]);
    return;
  }
  for (int64_t i = 0; i < count; ++i, from += strides[0], to += strides[1]) {
    *reinterpret_cast<To*>(to) = converted<From, To>(*reinterpret_cast<const From*>(from));
  }
}

constexpr UnaryKernel kCopies[3][3] = {
    {copy_row<bool, bool>, copy_row<bool, int64_t>, copy_row<bool, double>},
    {copy_row<int64_t, bool>, copy_row<int64_t, int64_t>, copy_row<int64_t, double>},
    {copy_row<double, bool>, copy_row<double, int64_t>, copy_row<double, double>},
};

struct Range {
  const char *low, *high;
};
Range range_of(const View& view) {
  const char *low = view.data, *high = view.data + size_of(view.element);
  for (int i = 0; i < view.dimensions; ++i) {
    int64_t reach = (view.shape[i] - 1) * view.strides[i];
    (reach < 0 ? low : high) += reach;
  }
  return {low, high};
}

}  // namespace

bool overlaps(const View& a, const View& b) {
  if (a.size() == 0 || b.size() == 0) return false;
  Range x = range_of(a), y = range_of(b);
  return x.low < y.high && y.low < x.high;
}

void copy_elements(Thread& thread, const View& from, const View& to) {
  UnaryKernel kernel = kCopies[static_cast<int>(from.element)][static_cast<int>(to.element)];
  auto walk = walk_over<2>(to, {&from, &to});
  native_work(thread, to.size() >= kWorkWithoutTurn, [&] { for_each_row(walk, kernel); });
}

Ref copy_array(Thread& thread, const View& view, Element element) {
  Ref copy = make_array_like(thread, element, view);
  if (copy) copy_elements(thread, view, view_of(copy));
  return copy;
}

bool broadcast_to(Thread& thread, const View& view, const View& like, View* result) {
  result->element = view.element;
  result->data = view.data;
  result->dimensions = like.dimensions;
  int more = like.dimensions - view.dimensions;
  for (int i = 0; i < like.dimensions; ++i) {
    int64_t length = i < more ? 1 : view.shape[i - more];
    result->shape[i] = like.shape[i];
    result->strides[i] = length == 1 ? 0 : view.strides[i - more];
    if (more >= 0 && (length == 1 || length == like.shape[i])) continue;
    more = -1;
    break;
  }
  if (more >= 0) return true;
  return raise(thread, Error::ValueError, "could not broadcast input array from shape {} into shape {}",
               std::string_view(shape_text(view)), std::string_view(shape_text(like)));
}

bool broadcast_shapes(Thread& thread, const View* const* views, int count, View* result) {
  result->dimensions = 0;
  for (int k = 0; k < count; ++k) result->dimensions = std::max(result->dimensions, views[k]->dimensions);
  for (int i = 0; i < result->dimensions; ++i) result->shape[i] = 1;
  bool fits = true;
  for (int k = 0; k < count; ++k) {
    int more = result->dimensions - views[k]->dimensions;
    for (int i = 0; i < views[k]->dimensions; ++i) {
      int64_t length = views[k]->shape[i];
      if (length == 1) continue;
      fits = fits && (result->shape[more + i] == 1 || result->shape[more + i] == length);
      result->shape[more + i] = length;
    }
  }
  if (fits) return true;
  std::string shapes;
  for (int k = 0; k < count; ++k) shapes += shape_text(*views[k]) + " ";
  return raise(thread, Error::ValueError, "operands could not be broadcast together with shapes {}",
               std::string_view(shapes));
}

bool assign(Thread& thread, const View& target, Value value) {
  Operand operand;
  if (!operand.require(thread, value)) return false;
  View from = operand.view;
  while (from.dimensions > target.dimensions && from.shape[0] == 1) {  // more dimensions, but of one element
    std::copy(from.shape + 1, from.shape + from.dimensions, from.shape);
    std::copy(from.strides + 1, from.strides + from.dimensions, from.strides);
    --from.dimensions;
  }
  Ref copy;
  if (overlaps(from, target)) {
    if (!(copy = copy_array(thread, from, from.element))) return false;
    from = view_of(copy);
  }
  View source;
  if (!broadcast_to(thread, from, target, &source)) return false;
  copy_elements(thread, source, target);
  return true;
}

}  // namespace gillab::numpy
