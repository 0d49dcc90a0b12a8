// The functions of mathematics on floats: what sqrt, exp, sin and their kin do.
#include <cmath>

#include "runtime/modules/numpy/elementwise.h"
#include "runtime/modules/numpy/kernels.h"

namespace gillab::numpy {
namespace {

#define FUNCTION(Name, expression)                         \
  struct Name {                                            \
    double operator()(double x) const { return expression; } \
  };
FUNCTION(Sqrt, std::sqrt(x))
FUNCTION(Cbrt, std::cbrt(x))
FUNCTION(Exp, std::exp(x))
FUNCTION(Exp2, std::exp2(x))
FUNCTION(Expm1, std::expm1(x))
FUNCTION(Log, std::log(x))
FUNCTION(Log2, std::log2(x))
FUNCTION(Log10, std::log10(x))
FUNCTION(Log1p, std::log1p(x))
FUNCTION(Sin, std::sin(x))
FUNCTION(Cos, std::cos(x))
FUNCTION(Tan, std::tan(x))
FUNCTION(Arcsin, std::asin(x))
FUNCTION(Arccos, std::acos(x))
FUNCTION(Arctan, std::atan(x))
FUNCTION(Sinh, std::sinh(x))
FUNCTION(Cosh, std::cosh(x))
FUNCTION(Tanh, std::tanh(x))
FUNCTION(Arcsinh, std::asinh(x))
FUNCTION(Arccosh, std::acosh(x))
FUNCTION(Arctanh, std::atanh(x))
FUNCTION(Floor, std::floor(x))
FUNCTION(Ceil, std::ceil(x))
FUNCTION(Trunc, std::trunc(x))
FUNCTION(Rint, std::nearbyint(x))
FUNCTION(Radians, x * (M_PI / 180))
FUNCTION(Degrees, x * (180 / M_PI))
#undef FUNCTION

struct IsNan {
  bool operator()(double x) const { return x != x; }
};
struct IsInf {
  bool operator()(double x) const { return std::isinf(x); }
};
struct IsFinite {
  bool operator()(double x) const { return std::isfinite(x); }
};
struct SignBit {
  bool operator()(double x) const { return std::signbit(x); }
};
struct Arctan2 {
  double operator()(double y, double x) const { return std::atan2(y, x); }
};
struct Hypot {
  double operator()(double x, double y) const { return std::hypot(x, y); }
};
struct CopySign {
  double operator()(double x, double y) const { return std::copysign(x, y); }
};

#define ROW(name, F) {name, name, Gives::Float, {nullptr, nullptr, unary_row<double, double, F>}, 1, true}
#define TEST(name, F) {name, name, Gives::Bool, {nullptr, nullptr, unary_row<double, bool, F>}, 1, false}
#define PAIR(name, F) {name, name, Gives::Float, {nullptr, nullptr, binary_row<double, double, F>}, 2, true}

}  // namespace

const Operation kMathematics[] = {
    ROW("sqrt", Sqrt),       ROW("cbrt", Cbrt),       ROW("exp", Exp),         ROW("exp2", Exp2),
    ROW("expm1", Expm1),     ROW("log", Log),         ROW("log2", Log2),       ROW("log10", Log10),
    ROW("log1p", Log1p),     ROW("sin", Sin),         ROW("cos", Cos),         ROW("tan", Tan),
    ROW("arcsin", Arcsin),   ROW("arccos", Arccos),   ROW("arctan", Arctan),   ROW("sinh", Sinh),
    ROW("cosh", Cosh),       ROW("tanh", Tanh),       ROW("arcsinh", Arcsinh), ROW("arccosh", Arccosh),
    ROW("arctanh", Arctanh), ROW("floor", Floor),     ROW("ceil", Ceil),       ROW("trunc", Trunc),
    ROW("rint", Rint),       ROW("radians", Radians), ROW("deg2rad", Radians), ROW("degrees", Degrees),
    ROW("rad2deg", Degrees), TEST("isnan", IsNan),    TEST("isinf", IsInf),    TEST("isfinite", IsFinite),
    TEST("signbit", SignBit), PAIR("arctan2", Arctan2), PAIR("hypot", Hypot),  PAIR("copysign", CopySign),
};
const size_t kMathematicsCount = std::size(kMathematics);

}  // namespace gillab::numpy
