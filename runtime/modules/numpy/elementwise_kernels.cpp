// Arithmetic, comparisons and logic on elements: what +, <, & and their kin do.
#include <cfenv>
#include <cmath>

#include "runtime/modules/numpy/elementwise.h"
#include "runtime/modules/numpy/kernels.h"

namespace gillab::numpy {
namespace {

// Ints wrap around, as the machine's do.
int64_t wrap(uint64_t bits) { return static_cast<int64_t>(bits); }
uint64_t raw(int64_t number) { return static_cast<uint64_t>(number); }

struct Add {
  bool operator()(bool a, bool b) const { return a || b; }
  int64_t operator()(int64_t a, int64_t b) const { return wrap(raw(a) + raw(b)); }
  double operator()(double a, double b) const { return a + b; }
};
struct Subtract {
  int64_t operator()(int64_t a, int64_t b) const { return wrap(raw(a) - raw(b)); }
  double operator()(double a, double b) const { return a - b; }
};
struct Multiply {
  bool operator()(bool a, bool b) const { return a && b; }
  int64_t operator()(int64_t a, int64_t b) const { return wrap(raw(a) * raw(b)); }
  double operator()(double a, double b) const { return a * b; }
};
struct Divide {
  double operator()(double a, double b) const { return a / b; }
};

double floor_remainder(double a, double b) {
  double rest = std::fmod(a, b);
  if (rest == 0) return std::copysign(0.0, b);
  return (rest < 0) != (b < 0) ? rest + b : rest;
}
double floor_quotient(double a, double b) {
  if (b == 0) return a / b;
  double rest = std::fmod(a, b), quotient = (a - rest) / b;
  if (rest != 0 && (rest < 0) != (b < 0)) quotient -= 1;
  if (quotient == 0) return std::copysign(0.0, a / b);
  double whole = std::floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}
// The flag says what float division would; the result is numpy's.
int64_t divided_by_zero() {
  std::feraiseexcept(FE_DIVBYZERO);
  return 0;
}

struct FloorDivide {
  int64_t operator()(int64_t a, int64_t b) const {
    if (b == 0) return divided_by_zero();
    if (b == -1) return wrap(-raw(a));
    int64_t quotient = a / b;
    return quotient - (a % b != 0 && (a < 0) != (b < 0));
  }
  double operator()(double a, double b) const { return floor_quotient(a, b); }
};
struct Remainder {
  int64_t operator()(int64_t a, int64_t b) const {
    if (b == 0) return divided_by_zero();
    if (b == -1) return 0;
    int64_t rest = a % b;
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
  }
  double operator()(double a, double b) const { return floor_remainder(a, b); }
};
struct Power {
  int64_t operator()(int64_t a, int64_t b) const {
    uint64_t result = 1;
    for (uint64_t base = raw(a), left = raw(b); left; left >>= 1, base *= base) {
      if (left & 1) result *= base;
    }
    return wrap(result);
  }
  double operator()(double a, double b) const { return b == 2 ? a * a : std::pow(a, b); }
};
struct Maximum {
  template <class T>
  T operator()(T a, T b) const {
    if constexpr (std::is_same_v<T, double>) return a != a || a >= b ? a : b;
    return a >= b ? a : b;
  }
};
struct Minimum {
  template <class T>
  T operator()(T a, T b) const {
    if constexpr (std::is_same_v<T, double>) return a != a || a <= b ? a : b;
    return a <= b ? a : b;
  }
};

#define COMPARISON(Name, op)                                  \
  struct Name {                                               \
    template <class T>                                        \
    bool operator()(T a, T b) const { return a op b; }        \
  };
COMPARISON(Less, <)
COMPARISON(LessEqual, <=)
COMPARISON(Equal, ==)
COMPARISON(NotEqual, !=)
COMPARISON(Greater, >)
COMPARISON(GreaterEqual, >=)
#undef COMPARISON

struct And {
  bool operator()(bool a, bool b) const { return a && b; }
  int64_t operator()(int64_t a, int64_t b) const { return a & b; }
};
struct Or {
  bool operator()(bool a, bool b) const { return a || b; }
  int64_t operator()(int64_t a, int64_t b) const { return a | b; }
};
struct Xor {
  bool operator()(bool a, bool b) const { return a != b; }
  int64_t operator()(int64_t a, int64_t b) const { return a ^ b; }
};
struct LeftShift {
  int64_t operator()(int64_t a, int64_t b) const { return raw(b) < 64 ? wrap(raw(a) << b) : 0; }
};
struct RightShift {
  int64_t operator()(int64_t a, int64_t b) const { return raw(b) < 64 ? a >> b : a < 0 ? -1 : 0; }
};
struct LogicalAnd {
  template <class T>
  bool operator()(T a, T b) const { return a && b; }
};
struct LogicalOr {
  template <class T>
  bool operator()(T a, T b) const { return a || b; }
};
struct LogicalXor {
  template <class T>
  bool operator()(T a, T b) const { return !a != !b; }
};

struct Negative {
  int64_t operator()(int64_t a) const { return wrap(-raw(a)); }
  double operator()(double a) const { return -a; }
};
struct Positive {
  template <class T>
  T operator()(T a) const { return a; }
};
struct Absolute {
  bool operator()(bool a) const { return a; }
  int64_t operator()(int64_t a) const { return a < 0 ? wrap(-raw(a)) : a; }
  double operator()(double a) const { return std::fabs(a); }
};
struct Invert {
  bool operator()(bool a) const { return !a; }
  int64_t operator()(int64_t a) const { return ~a; }
};
struct LogicalNot {
  template <class T>
  bool operator()(T a) const { return !a; }
};
struct Square {
  template <class T>
  T operator()(T a) const { return Multiply()(a, a); }
};
struct Sign {
  int64_t operator()(int64_t a) const { return (a > 0) - (a < 0); }
  double operator()(double a) const { return a != a ? a : (a > 0) - (a < 0); }
};

#define ALL(row, F) {row<bool, bool, F>, row<int64_t, int64_t, F>, row<double, double, F>}
#define NUMBERS(row, F) {nullptr, row<int64_t, int64_t, F>, row<double, double, F>}
#define WHOLE(row, F) {row<bool, bool, F>, row<int64_t, int64_t, F>, nullptr}
#define FLOATS(row, F) {nullptr, nullptr, row<double, double, F>}
#define TRUTH(row, F) {row<bool, bool, F>, row<int64_t, bool, F>, row<double, bool, F>}
#define INTS(row, F) {nullptr, row<int64_t, int64_t, F>, nullptr}

}  // namespace

const Operation kArithmetic[] = {
    {"add", "add", Gives::Same, ALL(binary_row, Add), 2, true},
    {"subtract", "subtract", Gives::Same, NUMBERS(binary_row, Subtract), 2, true},
    {"multiply", "multiply", Gives::Same, ALL(binary_row, Multiply), 2, true},
    {"divide", "divide", Gives::Float, FLOATS(binary_row, Divide), 2, true},
    {"true_divide", "divide", Gives::Float, FLOATS(binary_row, Divide), 2, true},
    {"floor_divide", "floor_divide", Gives::Same, NUMBERS(binary_row, FloorDivide), 2, true},
    {"remainder", "remainder", Gives::Same, NUMBERS(binary_row, Remainder), 2, true},
    {"mod", "remainder", Gives::Same, NUMBERS(binary_row, Remainder), 2, true},
    {"power", "power", Gives::Same, NUMBERS(binary_row, Power), 2, true},
    {"maximum", "maximum", Gives::Same, ALL(binary_row, Maximum), 2, false},
    {"minimum", "minimum", Gives::Same, ALL(binary_row, Minimum), 2, false},
    {"less", "less", Gives::Bool, TRUTH(binary_row, Less), 2, false},
    {"less_equal", "less_equal", Gives::Bool, TRUTH(binary_row, LessEqual), 2, false},
    {"equal", "equal", Gives::Bool, TRUTH(binary_row, Equal), 2, false},
    {"not_equal", "not_equal", Gives::Bool, TRUTH(binary_row, NotEqual), 2, false},
    {"greater", "greater", Gives::Bool, TRUTH(binary_row, Greater), 2, false},
    {"greater_equal", "greater_equal", Gives::Bool, TRUTH(binary_row, GreaterEqual), 2, false},
    {"bitwise_and", "bitwise_and", Gives::Same, WHOLE(binary_row, And), 2, false},
    {"bitwise_or", "bitwise_or", Gives::Same, WHOLE(binary_row, Or), 2, false},
    {"bitwise_xor", "bitwise_xor", Gives::Same, WHOLE(binary_row, Xor), 2, false},
    {"left_shift", "left_shift", Gives::Same, INTS(binary_row, LeftShift), 2, false},
    {"right_shift", "right_shift", Gives::Same, INTS(binary_row, RightShift), 2, false},
    {"logical_and", "logical_and", Gives::Bool, TRUTH(binary_row, LogicalAnd), 2, false},
    {"logical_or", "logical_or", Gives::Bool, TRUTH(binary_row, LogicalOr), 2, false},
    {"logical_xor", "logical_xor", Gives::Bool, TRUTH(binary_row, LogicalXor), 2, false},
    {"negative", "negative", Gives::Same, NUMBERS(unary_row, Negative), 1, false},
    {"positive", "positive", Gives::Same, NUMBERS(unary_row, Positive), 1, false},
    {"absolute", "absolute", Gives::Same, ALL(unary_row, Absolute), 1, false},
    {"abs", "absolute", Gives::Same, ALL(unary_row, Absolute), 1, false},
    {"invert", "invert", Gives::Same, WHOLE(unary_row, Invert), 1, false},
    {"bitwise_not", "invert", Gives::Same, WHOLE(unary_row, Invert), 1, false},
    {"logical_not", "logical_not", Gives::Bool, TRUTH(unary_row, LogicalNot), 1, false},
    {"square", "square", Gives::Same, NUMBERS(unary_row, Square), 1, true},
    {"sign", "sign", Gives::Same, NUMBERS(unary_row, Sign), 1, false},
};
const size_t kArithmeticCount = std::size(kArithmetic);

}  // namespace gillab::numpy
