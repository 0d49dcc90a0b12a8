// The loop over views of one shape: rows are handed to a kernel, dimensions that lie one behind the other count as
// one. Only plain memory is touched, so it may run without the turn.
#pragma once

#include "runtime/modules/numpy/array.h"

namespace gillab::numpy {

template <int N>
struct Walk {
  int dimensions = 0;
  int64_t shape[kMaxDimensions];
  char* data[N];
  int64_t strides[kMaxDimensions][N];

  // Adds a dimension inside the others.
  void add(int64_t length, const int64_t* steps) {
    if (length == 1) return;
    if (dimensions > 0 && joins(length, steps)) {
      shape[dimensions - 1] *= length;
      --dimensions;
    } else {
      shape[dimensions] = length;
    }
    for (int k = 0; k < N; ++k) strides[dimensions][k] = steps[k];
    ++dimensions;
  }

 private:
  bool joins(int64_t length, const int64_t* steps) const {
    for (int k = 0; k < N; ++k) {
      if (strides[dimensions - 1][k] != steps[k] * length) return false;
    }
    return true;
  }
};

// REQUIRES: the views have `like`'s shape, or were broadcast to it.
template <int N>
Walk<N> walk_over(const View& like, const View* const (&views)[N]) {
  Walk<N> walk;
  for (int k = 0; k < N; ++k) walk.data[k] = views[k]->data;
  for (int i = 0; i < like.dimensions; ++i) {
    int64_t steps[N];
    for (int k = 0; k < N; ++k) steps[k] = views[k]->strides[i];
    walk.add(like.shape[i], steps);
  }
  return walk;
}

// Calls row(char** data, const int64_t* strides, int64_t count) for every innermost row; `data` may be changed by it.
template <int N, class Row>
void for_each_row(const Walk<N>& walk, Row row) {
  static constexpr int64_t kNoSteps[N] = {};
  for (int i = 0; i < walk.dimensions; ++i) {
    if (walk.shape[i] == 0) return;
  }
  int last = walk.dimensions - 1;
  int64_t place[kMaxDimensions] = {};
  char* at[N];
  for (int k = 0; k < N; ++k) at[k] = walk.data[k];
  for (;;) {
    char* data[N];
    for (int k = 0; k < N; ++k) data[k] = at[k];
    row(data, last < 0 ? kNoSteps : walk.strides[last], last < 0 ? 1 : walk.shape[last]);
    int i = last - 1;
    for (; i >= 0; --i) {
      for (int k = 0; k < N; ++k) at[k] += walk.strides[i][k];
      if (++place[i] < walk.shape[i]) break;
      for (int k = 0; k < N; ++k) at[k] -= walk.strides[i][k] * walk.shape[i];
      place[i] = 0;
    }
    if (i < 0) return;
  }
}

// One row of a kernel with an input and an output, or two inputs and an output.
using UnaryKernel = void (*)(char* const* data, const int64_t* strides, int64_t count);
using BinaryKernel = void (*)(char* const* data, const int64_t* strides, int64_t count);

}  // namespace gillab::numpy
