// Applying operations: broadcasting, the type to work in, the result, warnings; the operators of arrays and scalars and
// the functions that numpy calls ufuncs.
#include "runtime/modules/numpy/elementwise.h"

#include <cfenv>

#include "runtime/list.h"
#include "runtime/modules/numpy/scalar.h"
#include "runtime/operations.h"
#include "runtime/warn.h"

namespace gillab::numpy {

const Operation* find_operation(std::string_view name) {
  for (size_t i = 0; i < kArithmeticCount; ++i) {
    if (name == kArithmetic[i].name) return &kArithmetic[i];
  }
  for (size_t i = 0; i < kMathematicsCount; ++i) {
    if (name == kMathematics[i].name) return &kMathematics[i];
  }
  return nullptr;
}

namespace {

// The type the operation is done in: the operands', or the next that has a kernel. False: a TypeError is set.
bool working_element(Thread& thread, const Operation& operation, Element common, Element* element) {
  if (common == Element::Bool && operation.name == std::string_view("subtract")) {
    return raise(thread, Error::TypeError, "numpy boolean subtract, the `-` operator, is not supported, use the "
                                           "bitwise_xor, the `^` operator, or the logical_xor function instead.");
  }
  if (common == Element::Bool && operation.name == std::string_view("negative")) {
    return raise(thread, Error::TypeError, "The numpy boolean negative, the `-` operator, is not supported, use the "
                                           "`~` operator or the logical_not function instead.");
  }
  for (int i = static_cast<int>(common); i < 3; ++i) {
    if (operation.kernels[i]) return *element = static_cast<Element>(i), true;
  }
  return raise(thread, Error::TypeError,
               "ufunc '{}' not supported for the input types, and the inputs could not be safely coerced to any "
               "supported types according to the casting rule ''safe''",
               operation.name);
}

Element result_element(const Operation& operation, Element worked_in) {
  if (operation.gives == Gives::Same) return worked_in;
  return operation.gives == Gives::Bool ? Element::Bool : Element::Float;
}

// What the machine noted during the work becomes RuntimeWarnings. False: a filter made one an exception.
bool warn_of(Thread& thread, const Operation& operation, int noted, bool scalar) {
  static constexpr struct {
    int flag;
    const char* text;
  } kNotes[] = {{FE_DIVBYZERO, "divide by zero"}, {FE_OVERFLOW, "overflow"}, {FE_INVALID, "invalid value"}};
  for (const auto& note : kNotes) {
    if (!(noted & note.flag)) continue;
    std::string text = note.text;
    text += scalar ? " encountered in scalar " : " encountered in ";
    if (!warn(thread, Error::RuntimeWarning, text += operation.long_name)) return false;
  }
  return true;
}

template <int N>
bool work(Thread& thread, const Operation& operation, UnaryKernel kernel, const Walk<N>& walk, int64_t size,
          bool scalar) {
  int noted = 0;
  native_work(thread, size >= kWorkWithoutTurn, [&] {
    if (operation.watched) std::feclearexcept(FE_ALL_EXCEPT);
    for_each_row(walk, kernel);
    if (operation.watched) noted = std::fetestexcept(FE_DIVBYZERO | FE_OVERFLOW | FE_INVALID);
  });
  return !noted || warn_of(thread, operation, noted, scalar);
}

bool check_exponents(Thread& thread, const Operation& operation, Element element, const View& right) {
  if (element != Element::Int || operation.name != std::string_view("power")) return true;
  bool negative = false;
  for_each_row(walk_over<1>(right, {&right}), [&](char** data, const int64_t* strides, int64_t count) {
    for (int64_t i = 0; i < count; ++i) {
      negative = negative || *reinterpret_cast<int64_t*>(data[0] + i * strides[0]) < 0;
    }
  });
  return !negative || raise(thread, Error::ValueError, "Integers to negative integer powers are not allowed.");
}

}  // namespace

Ref apply_unary(Thread& thread, const Operation& operation, Operand& operand) {
  Element element;
  if (!working_element(thread, operation, operand.view.element, &element)) return {};
  if (!operand.convert(thread, element)) return {};
  Ref result = make_array_like(thread, result_element(operation, element), operand.view);
  if (!result) return {};
  const View& out = view_of(result);
  auto walk = walk_over<2>(out, {&operand.view, &out});
  UnaryKernel kernel = operation.kernels[static_cast<int>(element)];
  if (!work(thread, operation, kernel, walk, out.size(), false)) return {};
  return finish(thread, std::move(result));
}

Ref apply_binary(Thread& thread, const Operation& operation, Operand& left, Operand& right) {
  Element element;
  if (!working_element(thread, operation, common_element(left.view.element, right.view.element), &element)) return {};
  const View* both[] = {&left.view, &right.view};
  View shape, a, b;
  if (!broadcast_shapes(thread, both, 2, &shape)) return {};
  if (!left.convert(thread, element) || !right.convert(thread, element)) return {};
  if (!check_exponents(thread, operation, element, right.view)) return {};
  if (!broadcast_to(thread, left.view, shape, &a) || !broadcast_to(thread, right.view, shape, &b)) return {};
  Ref result = make_array_like(thread, result_element(operation, element), shape);
  if (!result) return {};
  const View& out = view_of(result);
  auto walk = walk_over<3>(out, {&a, &b, &out});
  BinaryKernel kernel = operation.kernels[static_cast<int>(element)];
  if (!work(thread, operation, kernel, walk, out.size(), out.dimensions == 0)) return {};
  return finish(thread, std::move(result));
}

bool apply_in_place(Thread& thread, const Operation& operation, Value target, Operand& right) {
  const View& out = array_of(target)->view;
  Element element;
  if (!array_of(target)->writeable) return raise(thread, Error::ValueError, "output array is read-only");
  if (!working_element(thread, operation, common_element(out.element, right.view.element), &element)) return false;
  if (result_element(operation, element) != out.element || element != out.element) {
    return raise(thread, Error::TypeError,
                 "Cannot cast ufunc '{}' output from dtype('{}') to dtype('{}') with casting rule 'same_kind'",
                 operation.long_name, element_name(result_element(operation, element)), element_name(out.element));
  }
  const View* both[] = {&out, &right.view};
  View shape, b;
  if (!broadcast_shapes(thread, both, 2, &shape)) return false;
  if (shape.dimensions != out.dimensions || !std::equal(shape.shape, shape.shape + shape.dimensions, out.shape)) {
    return raise(thread, Error::ValueError,
                 "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
                 std::string_view(shape_text(out)), std::string_view(shape_text(shape)));
  }
  if (!right.convert(thread, element) || !check_exponents(thread, operation, element, right.view)) return false;
  Ref copy;
  View source = right.view;
  bool same_place = source.data == out.data && source.dimensions == out.dimensions &&
                    std::equal(source.strides, source.strides + source.dimensions, out.strides);
  if (overlaps(source, out) && !same_place) {
    if (!(copy = copy_array(thread, source, element))) return false;
    source = view_of(copy);
  }
  if (!broadcast_to(thread, source, out, &b)) return false;
  auto walk = walk_over<3>(out, {&out, &b, &out});
  return work(thread, operation, operation.kernels[static_cast<int>(element)], walk, out.size(), false);
}

namespace {

struct Name {
  char text[16] = {};
  template <size_t N>
  constexpr Name(const char (&given)[N]) {
    for (size_t i = 0; i < N; ++i) text[i] = given[i];
  }
};

template <Name name>
const Operation& operation_named() {
  static const Operation* const operation = find_operation(name.text);
  return *operation;
}

// __add__ and the like; `turned`: __radd__.
template <Name name, bool turned>
Ref binary_operator(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand left, right;
  for (auto [operand, value] : {std::pair{&left, args[turned ? 1 : 0]}, {&right, args[turned ? 0 : 1]}}) {
    Operand::Read read = operand->read(thread, value);
    if (read == Operand::Read::Foreign) return Ref::not_implemented();
    if (read == Operand::Read::Failed) return {};
  }
  return apply_binary(thread, operation_named<name>(), left, right);
}

template <Name name>
Ref in_place_operator(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is_array(args[0])) return binary_operator<name, false>(thread, args, 2, nullptr);
  Operand right;
  Operand::Read read = right.read(thread, args[1]);
  if (read == Operand::Read::Foreign) return Ref::not_implemented();
  if (read == Operand::Read::Failed || !apply_in_place(thread, operation_named<name>(), args[0], right)) return {};
  return Ref::share(args[0]);
}

template <Name name>
Ref unary_operator(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand self;
  return self.require(thread, args[0]) ? apply_unary(thread, operation_named<name>(), self) : Ref();
}

// One of the functions of the two tables.
template <const Operation* table, size_t number>
Ref ufunc(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Operation& operation = table[number];
  Operand left, right;
  if (!left.require(thread, args[0])) return {};
  if (operation.inputs == 1) return apply_unary(thread, operation, left);
  return right.require(thread, args[1]) ? apply_binary(thread, operation, left, right) : Ref();
}

// args: condition, x, y.
Ref select(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand condition, yes, no;
  if (!condition.require(thread, args[0]) || !yes.require(thread, args[1]) || !no.require(thread, args[2])) return {};
  Element element = common_element(yes.view.element, no.view.element);
  if (!condition.convert(thread, Element::Bool) || !yes.convert(thread, element) || !no.convert(thread, element)) {
    return {};
  }
  const View* all[] = {&condition.view, &yes.view, &no.view};
  View shape, views[3];
  if (!broadcast_shapes(thread, all, 3, &shape)) return {};
  for (int i = 0; i < 3; ++i) {
    if (!broadcast_to(thread, *all[i], shape, &views[i])) return {};
  }
  Ref result = make_array_like(thread, element, shape);
  if (!result) return {};
  auto walk = walk_over<4>(shape, {&views[0], &views[1], &views[2], &view_of(result)});
  size_t size = static_cast<size_t>(size_of(element));
  native_work(thread, shape.size() >= kWorkWithoutTurn, [&] {
    for_each_row(walk, [&](char** data, const int64_t* strides, int64_t count) {
      for (int64_t i = 0; i < count; ++i) {
        int taken = data[0][i * strides[0]] ? 1 : 2;
        __builtin_memcpy(data[3] + i * strides[3], data[taken] + i * strides[taken], size);
      }
    });
  });
  return result;
}

#define OPERATOR(dunder, name)                                                 \
  {"__" dunder "__", "(self, value, /)", binary_operator<name, false>},        \
      {"__r" dunder "__", "(self, value, /)", binary_operator<name, true>},    \
      {"__i" dunder "__", "(self, value, /)", in_place_operator<name>}
#define COMPARED(dunder, name) {"__" dunder "__", "(self, value, /)", binary_operator<name, false>}
#define UNARY(dunder, name) {"__" dunder "__", "(self, /)", unary_operator<name>}

const MethodDef kMethods[] = {
    OPERATOR("add", "add"),
    OPERATOR("sub", "subtract"),
    OPERATOR("mul", "multiply"),
    OPERATOR("truediv", "divide"),
    OPERATOR("floordiv", "floor_divide"),
    OPERATOR("mod", "remainder"),
    OPERATOR("and", "bitwise_and"),
    OPERATOR("or", "bitwise_or"),
    OPERATOR("xor", "bitwise_xor"),
    OPERATOR("lshift", "left_shift"),
    OPERATOR("rshift", "right_shift"),
    {"__pow__", "(self, value, mod=None, /)", binary_operator<"power", false>},
    {"__rpow__", "(self, value, mod=None, /)", binary_operator<"power", true>},
    {"__ipow__", "(self, value, /)", in_place_operator<"power">},
    COMPARED("lt", "less"),
    COMPARED("le", "less_equal"),
    COMPARED("eq", "equal"),
    COMPARED("ne", "not_equal"),
    COMPARED("gt", "greater"),
    COMPARED("ge", "greater_equal"),
    UNARY("neg", "negative"),
    UNARY("pos", "positive"),
    UNARY("abs", "absolute"),
    UNARY("invert", "invert"),
};

constexpr size_t kMostFunctions = 80;
MethodDef functions[kMostFunctions];
size_t function_count = 0;

template <const Operation* table, size_t... numbers>
void add_rows(size_t count, std::index_sequence<numbers...>) {
  NativeCall calls[] = {ufunc<table, numbers>...};
  for (size_t i = 0; i < count; ++i) {
    functions[function_count++] = {table[i].name, table[i].inputs == 1 ? "(x, /)" : "(x1, x2, /)", calls[i]};
  }
}

}  // namespace

Part elementwise_part() {
  static const bool made = [] {
    add_rows<kArithmetic>(kArithmeticCount, std::make_index_sequence<40>());
    add_rows<kMathematics>(kMathematicsCount, std::make_index_sequence<39>());
    functions[function_count++] = {"_select", "(condition, x, y, /)", select};
    return true;
  }();
  return {kMethods, std::size(kMethods), functions, made ? function_count : 0};
}

}  // namespace gillab::numpy
