// Templates that make a kernel of a function on one element or two.
#pragma once

#include "runtime/modules/numpy/walk.h"

namespace gillab::numpy {

template <class In, class Out, class Function>
void unary_row(char* const* data, const int64_t* strides, int64_t count) {
  const char* in = data[0];
  char* out = data[1];
  if (strides[0] == sizeof(In) && strides[1] == sizeof(Out)) {
    auto* from = reinterpret_cast<const In*>(in);
    auto* to = reinterpret_cast<Out*>(out);
    for (int64_t i = 0; i < count; ++i) to[i] = static_cast<Out>(Function()(from[i]));
    return;
  }
  for (int64_t i = 0; i < count; ++i, in += strides[0], out += strides[1]) {
    *reinterpret_cast<Out*>(out) = static_cast<Out>(Function()(*reinterpret_cast<const In*>(in)));
  }
}

// Rows without gaps, and those with one operand that stays, get loops of their own: the compiler makes vectors of them.
template <class In, class Out, class Function>
void binary_row(char* const* data, const int64_t* strides, int64_t count) {
  const char *left = data[0], *right = data[1];
  char* out = data[2];
  auto* a = reinterpret_cast<const In*>(left);
  auto* b = reinterpret_cast<const In*>(right);
  auto* to = reinterpret_cast<Out*>(out);
  constexpr int64_t kStep = sizeof(In);
  if (strides[2] == sizeof(Out) && strides[0] == kStep && strides[1] == kStep) {
    for (int64_t i = 0; i < count; ++i) to[i] = static_cast<Out>(Function()(a[i], b[i]));
  } else if (strides[2] == sizeof(Out) && strides[0] == kStep && strides[1] == 0) {
    In second = *b;
    for (int64_t i = 0; i < count; ++i) to[i] = static_cast<Out>(Function()(a[i], second));
  } else if (strides[2] == sizeof(Out) && strides[0] == 0 && strides[1] == kStep) {
    In first = *a;
    for (int64_t i = 0; i < count; ++i) to[i] = static_cast<Out>(Function()(first, b[i]));
  } else {
    for (int64_t i = 0; i < count; ++i, left += strides[0], right += strides[1], out += strides[2]) {
      *reinterpret_cast<Out*>(out) = static_cast<Out>(
          Function()(*reinterpret_cast<const In*>(left), *reinterpret_cast<const In*>(right)));
    }
  }
}

}  // namespace gillab::numpy
