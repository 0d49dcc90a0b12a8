// The type float: its special methods and its table. Text and conversion methods are in float_convert.cpp.
#include <cmath>

#include "runtime/numbers/complex_math.h"
#include "runtime/numbers/float_methods.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {
namespace {

double self_of(const Value* args) { return float_of(args[0]); }

// The other operand as a double: Yes, No (not a number of ours) or an error.
Found operand(Thread& thread, Value value, double* number) {
  if (is_floating(value)) return *number = float_of(value), Found::Yes;
  if (!is_integer(value)) return Found::No;
  bool overflow = false;
  *number = int_to_double(value, &overflow);
  if (!overflow) return Found::Yes;
  raise(thread, Error::OverflowError, "int too large to convert to float");
  return Found::Error;
}

Ref arithmetic(Thread& thread, const Value* args, Binary op, bool reflected) {
  double other;
  Found found = operand(thread, args[1], &other);
  if (found == Found::No) return Ref::not_implemented();
  if (found == Found::Error) return {};
  double self = self_of(args);
  return float_binary(thread, static_cast<uint8_t>(op), reflected ? other : self, reflected ? self : other);
}

#define GILLAB_FLOAT_OPERATOR(name, op)                                    \
  Ref float_##name(Thread& thread, const Value* args, uint32_t, Tuple*) {  \
    return arithmetic(thread, args, Binary::op, false);                    \
  }                                                                        \
  Ref float_r##name(Thread& thread, const Value* args, uint32_t, Tuple*) { \
    return arithmetic(thread, args, Binary::op, true);                     \
  }
GILLAB_FLOAT_OPERATOR(add, Add)
GILLAB_FLOAT_OPERATOR(sub, Subtract)
GILLAB_FLOAT_OPERATOR(mul, Multiply)
GILLAB_FLOAT_OPERATOR(truediv, TrueDivide)
GILLAB_FLOAT_OPERATOR(floordiv, FloorDivide)
GILLAB_FLOAT_OPERATOR(mod, Modulo)
#undef GILLAB_FLOAT_OPERATOR

Ref float_pow(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!args[2].is_empty() && !args[2].is_none()) {
    return raise(thread, Error::TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  }
  return arithmetic(thread, args, Binary::Power, false);
}
Ref float_rpow(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return arithmetic(thread, args, Binary::Power, true);
}

Ref divide_both(Thread& thread, const Value* args, bool reflected) {
  double other;
  Found found = operand(thread, args[1], &other);
  if (found == Found::No) return Ref::not_implemented();
  if (found == Found::Error) return {};
  double left = reflected ? other : self_of(args), right = reflected ? self_of(args) : other;
  if (right == 0.0) return raise(thread, Error::ZeroDivisionError, "float divmod()");
  Ref quotient = make_float(thread, float_floor_divide(left, right));
  Ref rest = make_float(thread, float_modulo(left, right));
  return quotient && rest ? make_tuple_of(thread, quotient.get(), rest.get()) : Ref();
}
Ref float_divmod(Thread& thread, const Value* args, uint32_t, Tuple*) { return divide_both(thread, args, false); }
Ref float_rdivmod(Thread& thread, const Value* args, uint32_t, Tuple*) { return divide_both(thread, args, true); }

// `test` gets the order; a nan has none.
template <class Test>
Ref ordered(const Value* args, bool with_nan, Test test) {
  double self = self_of(args);
  if (is_floating(args[1])) {
    double other = float_of(args[1]);
    if (std::isnan(self) || std::isnan(other)) return Ref::boolean(with_nan);
    return Ref::boolean(test(self < other ? -1 : self > other ? 1 : 0));
  }
  if (!is_integer(args[1])) return Ref::not_implemented();
  if (std::isnan(self)) return Ref::boolean(with_nan);
  return Ref::boolean(test(compare_float_with_int(self, args[1])));
}
Ref float_lt(Thread&, const Value* args, uint32_t, Tuple*) {
  return ordered(args, false, [](int o) { return o < 0; });
}
Ref float_le(Thread&, const Value* args, uint32_t, Tuple*) {
  return ordered(args, false, [](int o) { return o <= 0; });
}
Ref float_eq(Thread&, const Value* args, uint32_t, Tuple*) {
  return ordered(args, false, [](int o) { return o == 0; });
}
Ref float_ne(Thread&, const Value* args, uint32_t, Tuple*) {
  return ordered(args, true, [](int o) { return o != 0; });
}
Ref float_gt(Thread&, const Value* args, uint32_t, Tuple*) {
  return ordered(args, false, [](int o) { return o > 0; });
}
Ref float_ge(Thread&, const Value* args, uint32_t, Tuple*) {
  return ordered(args, false, [](int o) { return o >= 0; });
}

Ref float_neg(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_float(thread, -self_of(args)); }
Ref float_pos(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_float(thread, self_of(args)); }
Ref float_abs(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_float(thread, std::fabs(self_of(args)));
}
Ref float_bool(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::boolean(self_of(args) != 0.0); }

Ref float_dunder_repr(Thread& thread, const Value* args, uint32_t, Tuple*) { return float_repr(thread, self_of(args)); }

Ref float_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double number = self_of(args);
  if (std::isnan(number)) return make_int(thread, static_cast<int64_t>(args[0].bits() >> 4));  // each nan its own
  return make_int(thread, hash_double(number));
}

Ref float_dunder_format(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* spec = expect_str(thread, args[1], "__format__() argument");
  return spec ? format_float(thread, args[0], spec) : Ref();
}

Ref float_getnewargs(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref number = make_float(thread, self_of(args));
  return number ? make_tuple_of(thread, number.get()) : Ref();
}

Ref float_real(Thread& thread, Value self) { return make_float(thread, float_of(self)); }
Ref float_imag(Thread& thread, Value) { return make_float(thread, 0.0); }

Ref float_getformat(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* kind = expect_str(thread, args[0], "__getformat__() argument");
  if (!kind) return {};
  if (equals_ascii(kind, "double") || equals_ascii(kind, "float")) return make_str(thread, "IEEE, little-endian");
  return raise(thread, Error::ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, x=0, /)", float_new, MethodDef::Static},
    {"fromhex", "(cls, string, /)", float_fromhex, MethodDef::Class},
    {"__repr__", "(self, /)", float_dunder_repr},
    {"__getformat__", "(typestr, /)", float_getformat, MethodDef::Static},
    {"__hash__", "(self, /)", float_hash},
    {"__lt__", "(self, value, /)", float_lt},
    {"__le__", "(self, value, /)", float_le},
    {"__eq__", "(self, value, /)", float_eq},
    {"__ne__", "(self, value, /)", float_ne},
    {"__gt__", "(self, value, /)", float_gt},
    {"__ge__", "(self, value, /)", float_ge},
    {"__add__", "(self, value, /)", float_add},
    {"__radd__", "(self, value, /)", float_radd},
    {"__sub__", "(self, value, /)", float_sub},
    {"__rsub__", "(self, value, /)", float_rsub},
    {"__mul__", "(self, value, /)", float_mul},
    {"__rmul__", "(self, value, /)", float_rmul},
    {"__mod__", "(self, value, /)", float_mod},
    {"__rmod__", "(self, value, /)", float_rmod},
    {"__divmod__", "(self, value, /)", float_divmod},
    {"__rdivmod__", "(self, value, /)", float_rdivmod},
    {"__pow__", "(self, value, mod=None, /)", float_pow},
    {"__rpow__", "(self, value, mod=None, /)", float_rpow},
    {"__neg__", "(self, /)", float_neg},
    {"__pos__", "(self, /)", float_pos},
    {"__abs__", "(self, /)", float_abs},
    {"__bool__", "(self, /)", float_bool},
    {"__int__", "(self, /)", float_trunc},
    {"__float__", "(self, /)", float_pos},
    {"__floordiv__", "(self, value, /)", float_floordiv},
    {"__rfloordiv__", "(self, value, /)", float_rfloordiv},
    {"__truediv__", "(self, value, /)", float_truediv},
    {"__rtruediv__", "(self, value, /)", float_rtruediv},
    {"__trunc__", "(self, /)", float_trunc},
    {"__floor__", "(self, /)", float_floor},
    {"__ceil__", "(self, /)", float_ceil},
    {"__round__", "(self, ndigits=None, /)", float_round},
    {"__format__", "(self, format_spec, /)", float_dunder_format},
    {"__getnewargs__", "(self, /)", float_getnewargs},
    {"conjugate", "(self, /)", float_pos},
    {"as_integer_ratio", "(self, /)", float_as_integer_ratio},
    {"hex", "(self, /)", float_hex},
    {"is_integer", "(self, /)", float_is_integer},
};

const GetSetDef kAttributes[] = {{"real", float_real}, {"imag", float_imag}};

}  // namespace

void setup_floating(Thread& thread, Type* type) {
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
}

}  // namespace gillab
