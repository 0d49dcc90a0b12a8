// dot, matmul and @: on Eigen, in one thread, without the turn.
#define EIGEN_DONT_PARALLELIZE
#include <Eigen/Core>

#include "runtime/modules/numpy/elementwise.h"

namespace gillab::numpy {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Rows = Eigen::Map<Matrix, 0, Eigen::OuterStride<>>;

// A matrix whose rows have no gaps: `step` elements from one row to the next.
struct Block {
  char* data;
  int64_t rows, columns, step;
};

Rows rows_of(const Block& block) {
  return Rows(reinterpret_cast<double*>(block.data), block.rows, block.columns, Eigen::OuterStride<>(block.step));
}

void multiply_floats(const Block& a, const Block& b, const Block& out) {
  rows_of(out).noalias() = rows_of(a) * rows_of(b);
}

void multiply_ints(const Block& a, const Block& b, const Block& out) {
  for (int64_t i = 0; i < out.rows; ++i) {
    auto* target = reinterpret_cast<uint64_t*>(out.data) + i * out.step;
    std::fill(target, target + out.columns, 0);
    for (int64_t k = 0; k < a.columns; ++k) {
      uint64_t factor = reinterpret_cast<uint64_t*>(a.data)[i * a.step + k];
      auto* row = reinterpret_cast<uint64_t*>(b.data) + k * b.step;
      for (int64_t j = 0; j < out.columns; ++j) target[j] += factor * row[j];
    }
  }
}

// An operand as a stack of matrices: at least two dimensions, rows without gaps.
struct Stack {
  Operand operand;
  Ref copy;
  View view;
  bool line = false;  // it has one dimension: the axis added to it goes away again

  bool read(Thread& thread, Value value, Element element, bool column) {
    if (!operand.require(thread, value) || !operand.convert(thread, element)) return false;
    view = operand.view;
    if (view.dimensions == 1) add_axis(column);
    int last = view.dimensions - 1;
    bool usable = view.shape[last] <= 1 || view.strides[last] == 8;
    usable = usable && (view.strides[last - 1] % 8 == 0 && view.strides[last - 1] >= 8 * view.shape[last]);
    if (usable) return true;
    copy = copy_array(thread, view, element);
    return copy && (view = view_of(copy), true);
  }
  Block block(const char* data) const {
    int last = view.dimensions - 1;
    int64_t step = view.shape[last - 1] > 1 ? view.strides[last - 1] / 8 : view.shape[last];
    return {const_cast<char*>(data), view.shape[last - 1], view.shape[last], std::max<int64_t>(step, 1)};
  }
  View stack() const {  // what stands before the matrix
    View outer = view;
    outer.dimensions -= 2;
    return outer;
  }

 private:
  void add_axis(bool column) {
    line = true;
    view.dimensions = 2;
    view.shape[1] = column ? 1 : view.shape[0];
    view.strides[1] = column ? 8 : view.strides[0];
    if (!column) {
      view.shape[0] = 1;
      view.strides[0] = 8 * std::max<int64_t>(view.shape[1], 1);
    }
  }
};

Failed mismatch(Thread& thread, int64_t right, int64_t left) {
  return raise(thread, Error::ValueError,
               "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
               "(n?,k),(k,m?)->(n?,m?) (size {} is different from {})",
               right, left);
}

// The result's shape: the stacks', then rows and columns, without those of operands of one dimension.
Ref new_result(Thread& thread, Element element, const View& outer, const Stack& a, const Stack& b) {
  View shape = outer;
  if (!a.line) shape.shape[shape.dimensions++] = a.view.shape[a.view.dimensions - 2];
  if (!b.line) shape.shape[shape.dimensions++] = b.view.shape[b.view.dimensions - 1];
  return make_array(thread, element, shape.dimensions, shape.shape);
}

Ref multiply_stacks(Thread& thread, const Stack& a, const Stack& b, Element element) {
  int64_t rows = a.view.shape[a.view.dimensions - 2], inner = a.view.shape[a.view.dimensions - 1];
  int64_t columns = b.view.shape[b.view.dimensions - 1];
  if (inner != b.view.shape[b.view.dimensions - 2]) {
    return mismatch(thread, b.view.shape[b.view.dimensions - 2], inner);
  }
  View left = a.stack(), right = b.stack(), outer, wide_left, wide_right;
  const View* both[] = {&left, &right};
  if (!broadcast_shapes(thread, both, 2, &outer)) return {};
  if (!broadcast_to(thread, left, outer, &wide_left) || !broadcast_to(thread, right, outer, &wide_right)) return {};
  Ref result = new_result(thread, element, outer, a, b);
  if (!result) return {};
  View out = outer;
  out.data = view_of(result).data;
  int64_t step = rows * columns * 8;
  for (int i = out.dimensions - 1; i >= 0; step *= out.shape[i--]) out.strides[i] = step;
  auto walk = walk_over<3>(outer, {&wide_left, &wide_right, &out});
  bool memory = true;
  native_work(thread, outer.size() * rows * columns * inner >= kWorkWithoutTurn, [&] {
    try {
      for_each_row(walk, [&](char** data, const int64_t* strides, int64_t count) {
        for (int64_t i = 0; i < count; ++i) {
          Block target = {data[2] + i * strides[2], rows, columns, columns};
          auto* multiply = element == Element::Float ? multiply_floats : multiply_ints;
          multiply(a.block(data[0] + i * strides[0]), b.block(data[1] + i * strides[1]), target);
        }
      });
    } catch (const std::bad_alloc&) {
      memory = false;
    }
  });
  if (!memory) return raise_memory_error(thread);
  return finish(thread, std::move(result));
}

Ref matmul(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand first, second;
  if (!first.require(thread, args[0]) || !second.require(thread, args[1])) return {};
  for (int i = 0; i < 2; ++i) {
    if ((i ? second : first).view.dimensions > 0) continue;
    return raise(thread, Error::ValueError,
                 "matmul: Input operand {} does not have enough dimensions (has 0, gufunc core with signature "
                 "(n?,k),(k,m?)->(n?,m?) requires 1)",
                 i);
  }
  Element common = common_element(first.view.element, second.view.element);
  Element element = common == Element::Bool ? Element::Int : common;
  Stack a, b;
  if (!a.read(thread, args[0], element, false) || !b.read(thread, args[1], element, true)) return {};
  Ref result = multiply_stacks(thread, a, b, element);
  Operand numbers, zero;
  if (!result || common == element) return result;
  if (!numbers.require(thread, result.get()) || !zero.require(thread, Value::integer(0))) return {};
  return apply_binary(thread, *find_operation("not_equal"), numbers, zero);
}

template <bool turned>
Ref matmul_operator(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand other;
  Operand::Read read = other.read(thread, args[1]);
  if (read == Operand::Read::Foreign) return Ref::not_implemented();
  if (read == Operand::Read::Failed) return {};
  Value both[] = {args[turned ? 1 : 0], args[turned ? 0 : 1]};
  return matmul(thread, both, 2, nullptr);
}

// dot: matmul for up to two dimensions, a product with numbers.
Ref dot(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand left, right;
  if (!left.require(thread, args[0]) || !right.require(thread, args[1])) return {};
  int a = left.view.dimensions, b = right.view.dimensions;
  if (a == 0 || b == 0) return apply_binary(thread, *find_operation("multiply"), left, right);
  if (b > 2) return raise(thread, Error::NotImplementedError, "dot() of a second operand with more than 2 dimensions");
  int64_t inner = left.view.shape[a - 1], expected = right.view.shape[std::max(b - 2, 0)];
  if (inner != expected) {
    return raise(thread, Error::ValueError, "shapes {} and {} not aligned: {} (dim {}) != {} (dim {})",
                 std::string_view(shape_text(left.view)), std::string_view(shape_text(right.view)), inner, a - 1,
                 expected, std::max(b - 2, 0));
  }
  return matmul(thread, args, 2, nullptr);
}

const MethodDef kMethods[] = {
    {"__matmul__", "(self, value, /)", matmul_operator<false>},
    {"__rmatmul__", "(self, value, /)", matmul_operator<true>},
    {"dot", "(self, b, /)", dot},
};
const MethodDef kFunctions[] = {
    {"dot", "(a, b, /)", dot},
    {"matmul", "(x1, x2, /)", matmul},
};

}  // namespace

Part product_part() { return make_part(kMethods, kFunctions); }

}  // namespace gillab::numpy
