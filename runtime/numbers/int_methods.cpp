// int and bool: what scripts call. The arithmetic itself: int_arithmetic.cpp.
#include "runtime/bytes.h"
#include "runtime/classes/construct.h"
#include "runtime/float.h"
#include "runtime/numbers/int_view.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/warn.h"

namespace gillab {
namespace {

using Args = const Value*;

template <Binary op>
Ref operate(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_integer(args[1])) return Ref::not_implemented();
  return int_binary(thread, static_cast<uint8_t>(op), args[0], args[1]);
}

template <Binary op>
Ref operate_reflected(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_integer(args[1])) return Ref::not_implemented();
  return int_binary(thread, static_cast<uint8_t>(op), args[1], args[0]);
}

template <Compare op>
Ref compare_with(Thread&, Args args, uint32_t, Tuple*) {
  if (!is_integer(args[1])) return Ref::not_implemented();
  int order = int_compare(args[0], args[1]);
  switch (op) {
    case Compare::Less:
      return Ref::boolean(order < 0);
    case Compare::LessEqual:
      return Ref::boolean(order <= 0);
    case Compare::Equal:
      return Ref::boolean(order == 0);
    case Compare::NotEqual:
      return Ref::boolean(order != 0);
    case Compare::Greater:
      return Ref::boolean(order > 0);
    default:
      return Ref::boolean(order >= 0);
  }
}

Ref power_of(Thread& thread, Args args, uint32_t, Tuple*) { return int_power(thread, args[0], args[1], args[2]); }
Ref power_reflected(Thread& thread, Args args, uint32_t, Tuple*) {
  return int_power(thread, args[1], args[0], args[2]);
}

Ref divide_both(Thread& thread, Value left, Value right) {
  if (!is_integer(left) || !is_integer(right)) return Ref::not_implemented();
  Ref quotient = int_binary(thread, static_cast<uint8_t>(Binary::FloorDivide), left, right);
  if (!quotient) return {};
  Ref rest = int_binary(thread, static_cast<uint8_t>(Binary::Modulo), left, right);
  if (!rest) return {};
  return make_tuple_of(thread, quotient.get(), rest.get());
}
Ref divmod_of(Thread& thread, Args args, uint32_t, Tuple*) { return divide_both(thread, args[0], args[1]); }
Ref divmod_reflected(Thread& thread, Args args, uint32_t, Tuple*) { return divide_both(thread, args[1], args[0]); }

Ref negate(Thread& thread, Args args, uint32_t, Tuple*) {
  return int_binary(thread, static_cast<uint8_t>(Binary::Subtract), Value::integer(0), args[0]);
}
Ref itself(Thread& thread, Args args, uint32_t, Tuple*) { return exact_int(thread, args[0]); }
Ref absolute(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (int_compare(args[0], Value::integer(0)) >= 0) return exact_int(thread, args[0]);
  return negate(thread, args, count, names);
}
Ref complement(Thread& thread, Args args, uint32_t, Tuple*) {
  return int_binary(thread, static_cast<uint8_t>(Binary::Subtract), Value::integer(-1), args[0]);
}
Ref is_nonzero(Thread&, Args args, uint32_t, Tuple*) { return Ref::boolean(mpz_sgn(IntView(args[0]).get()) != 0); }
Ref hash_self(Thread& thread, Args args, uint32_t, Tuple*) { return make_int(thread, hash_integer(args[0])); }
Ref to_text(Thread& thread, Args args, uint32_t, Tuple*) { return int_to_text(thread, args[0], 10); }
Ref round_self(Thread& thread, Args args, uint32_t, Tuple*) { return int_round(thread, args[0], args[1]); }

Ref to_float(Thread& thread, Args args, uint32_t, Tuple*) {
  bool overflow;
  double number = int_to_double(args[0], &overflow);
  if (overflow) return raise(thread, Error::OverflowError, "int too large to convert to float");
  return make_float(thread, number);
}

Ref format_self(Thread& thread, Args args, uint32_t, Tuple*) {
  Str* spec = is<Str>(args[1]) ? as<Str>(args[1]) : nullptr;
  if (!spec) {
    return raise(thread, Error::TypeError, "__format__() argument must be str, not {}", type_name(thread, args[1]));
  }
  if (spec->length == 0) return str(thread, args[0]);
  return format_int(thread, args[0], spec);
}

Ref bit_length(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_int_from_unsigned(thread, IntView(args[0]).bits());
}

Ref bit_count(Thread& thread, Args args, uint32_t, Tuple*) {
  IntView number(args[0]);
  uint64_t total = 0;
  for (size_t i = 0; i < mpz_size(number.get()); ++i) {
    total += static_cast<uint64_t>(__builtin_popcountll(mpz_getlimbn(number.get(), static_cast<mp_size_t>(i))));
  }
  return make_int_from_unsigned(thread, total);
}

Ref as_integer_ratio(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref number = exact_int(thread, args[0]);
  if (!number) return {};
  return make_tuple_of(thread, number.get(), Value::integer(1));
}

Ref new_arguments(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref number = exact_int(thread, args[0]);
  if (!number) return {};
  return make_tuple_of(thread, number.get());
}

Ref size_of(Thread& thread, Args args, uint32_t, Tuple*) {
  size_t digits = (IntView(args[0]).bits() + 29) / 30;  // as CPython stores it, so that both say the same
  return make_int_from_unsigned(thread, 24 + 4 * digits);
}

Ref get_itself(Thread& thread, Value self) { return exact_int(thread, self); }
Ref get_zero(Thread&, Value) { return Ref::own(Value::integer(0)); }
Ref get_one(Thread&, Value) { return Ref::own(Value::integer(1)); }

Ref number_for_class(Thread& thread, Type* type, Ref number) {
  if (!number || type == thread.types().integer) return number;
  BigInt* result = static_cast<BigInt*>(allocate_instance(thread, type, 0));
  if (!result) return {};
  mpz_init_set(result->number, IntView(number.get()));
  return Ref::own(result);
}

Ref create_int(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* type = class_argument(thread, args[0], thread.types().integer);
  if (!type) return {};
  if (args[1].is_empty()) {
    if (!args[2].is_empty()) return raise(thread, Error::TypeError, "int() missing string argument");
    return number_for_class(thread, type, Ref::own(Value::integer(0)));
  }
  if (!args[2].is_empty()) return number_for_class(thread, type, int_from_text(thread, args[1], args[2]));
  return number_for_class(thread, type, int_from_object(thread, args[1]));
}

Ref create_bool(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!class_argument(thread, args[0], thread.types().boolean)) return {};
  if (args[1].is_empty()) return Ref::boolean(false);
  Truth result = truth(thread, args[1]);
  if (result == Truth::Error) return {};
  return Ref::boolean(result == Truth::Yes);
}

Ref repr_bool(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_str(thread, args[0].is_true() ? "True" : "False");
}

constexpr MethodDef kMethods[] = {
    {"__new__", "(cls, x=0, /, base=10)", create_int, MethodDef::Static},
    {"__add__", "(self, value, /)", operate<Binary::Add>},
    {"__radd__", "(self, value, /)", operate_reflected<Binary::Add>},
    {"__sub__", "(self, value, /)", operate<Binary::Subtract>},
    {"__rsub__", "(self, value, /)", operate_reflected<Binary::Subtract>},
    {"__mul__", "(self, value, /)", operate<Binary::Multiply>},
    {"__rmul__", "(self, value, /)", operate_reflected<Binary::Multiply>},
    {"__floordiv__", "(self, value, /)", operate<Binary::FloorDivide>},
    {"__rfloordiv__", "(self, value, /)", operate_reflected<Binary::FloorDivide>},
    {"__truediv__", "(self, value, /)", operate<Binary::TrueDivide>},
    {"__rtruediv__", "(self, value, /)", operate_reflected<Binary::TrueDivide>},
    {"__mod__", "(self, value, /)", operate<Binary::Modulo>},
    {"__rmod__", "(self, value, /)", operate_reflected<Binary::Modulo>},
    {"__divmod__", "(self, value, /)", divmod_of},
    {"__rdivmod__", "(self, value, /)", divmod_reflected},
    {"__pow__", "(self, value, mod=None, /)", power_of},
    {"__rpow__", "(self, value, mod=None, /)", power_reflected},
    {"__and__", "(self, value, /)", operate<Binary::And>},
    {"__rand__", "(self, value, /)", operate_reflected<Binary::And>},
    {"__or__", "(self, value, /)", operate<Binary::Or>},
    {"__ror__", "(self, value, /)", operate_reflected<Binary::Or>},
    {"__xor__", "(self, value, /)", operate<Binary::Xor>},
    {"__rxor__", "(self, value, /)", operate_reflected<Binary::Xor>},
    {"__lshift__", "(self, value, /)", operate<Binary::LeftShift>},
    {"__rlshift__", "(self, value, /)", operate_reflected<Binary::LeftShift>},
    {"__rshift__", "(self, value, /)", operate<Binary::RightShift>},
    {"__rrshift__", "(self, value, /)", operate_reflected<Binary::RightShift>},
    {"__lt__", "(self, value, /)", compare_with<Compare::Less>},
    {"__le__", "(self, value, /)", compare_with<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", compare_with<Compare::Equal>},
    {"__ne__", "(self, value, /)", compare_with<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", compare_with<Compare::Greater>},
    {"__ge__", "(self, value, /)", compare_with<Compare::GreaterEqual>},
    {"__neg__", "(self, /)", negate},
    {"__pos__", "(self, /)", itself},
    {"__abs__", "(self, /)", absolute},
    {"__invert__", "(self, /)", complement},
    {"__bool__", "(self, /)", is_nonzero},
    {"__hash__", "(self, /)", hash_self},
    {"__repr__", "(self, /)", to_text},
    {"__format__", "(self, format_spec, /)", format_self},
    {"__int__", "(self, /)", itself},
    {"__index__", "(self, /)", itself},
    {"__float__", "(self, /)", to_float},
    {"__trunc__", "(self, /)", itself},
    {"__floor__", "(self, /)", itself},
    {"__ceil__", "(self, /)", itself},
    {"__round__", "(self, ndigits=None, /)", round_self},
    {"__getnewargs__", "(self, /)", new_arguments},
    {"__sizeof__", "(self, /)", size_of},
    {"bit_length", "(self, /)", bit_length},
    {"bit_count", "(self, /)", bit_count},
    {"conjugate", "(self, /)", itself},
    {"as_integer_ratio", "(self, /)", as_integer_ratio},
    {"to_bytes", "(self, /, length=1, byteorder='big', *, signed=False)", int_to_bytes},
    {"from_bytes", "(cls, /, bytes, byteorder='big', *, signed=False)", int_from_bytes, MethodDef::Class},
};

constexpr GetSetDef kGetSets[] = {
    {"real", get_itself},
    {"imag", get_zero},
    {"numerator", get_itself},
    {"denominator", get_one},
};

constexpr MethodDef kBoolMethods[] = {
    {"__new__", "(cls, x=False, /)", create_bool, MethodDef::Static},
    {"__repr__", "(self, /)", repr_bool},
    {"__and__", "(self, value, /)", operate<Binary::And>},
    {"__rand__", "(self, value, /)", operate_reflected<Binary::And>},
    {"__or__", "(self, value, /)", operate<Binary::Or>},
    {"__ror__", "(self, value, /)", operate_reflected<Binary::Or>},
    {"__xor__", "(self, value, /)", operate<Binary::Xor>},
    {"__rxor__", "(self, value, /)", operate_reflected<Binary::Xor>},
};

// The class of whatever __int__ or __index__ gave: an int, or an error that names the method.
Ref checked_int(Thread& thread, Ref result, const char* method) {
  if (!result || result.get().is_int() || is_exact<BigInt>(result.get())) return result;
  if (is_integer(result.get())) {
    return warn_strict_subclass(thread, method, result.get(), "int") ? exact_int(thread, result.get()) : Ref();
  }
  return raise(thread, Error::TypeError, "{} returned non-int (type {})", method, type_name(thread, result.get()));
}

}  // namespace

Ref int_from_object(Thread& thread, Value value) {
  if (value.is_int()) return Ref::own(value);
  if (is_floating(value) && (value.is_float() || is_exact<FloatBox>(value))) {
    return make_int_from_double(thread, float_of(value));
  }
  if (is_exact<Str>(value) || is_exact<BigInt>(value)) {
    return is<Str>(value) ? int_from_text(thread, value, Value::empty()) : Ref::share(value);
  }
  Value method = special_method(thread, value, Dunder::Int);
  if (!method.is_empty()) return checked_int(thread, call_special(thread, method, value), "__int__");
  method = special_method(thread, value, Dunder::Index);
  if (!method.is_empty()) return checked_int(thread, call_special(thread, method, value), "__index__");
  method = special_method(thread, value, Dunder::Trunc);
  if (!method.is_empty()) {
    if (!warn(thread, Error::DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.")) return {};
    Ref whole = call_special(thread, method, value);
    if (!whole || is_integer(whole.get())) return whole ? exact_int(thread, whole.get()) : Ref();
    if (special_method(thread, whole.get(), Dunder::Index).is_empty()) {
      return raise(thread, Error::TypeError, "__trunc__ returned non-Integral (type {})",
                   type_name(thread, whole.get()));
    }
    return index(thread, whole.get());
  }
  if (is<Str>(value) || is<Bytes>(value) || is<ByteArray>(value)) return int_from_text(thread, value, Value::empty());
  std::string_view content;
  if (bytes_view(thread, value, &content)) {
    Ref copy = make_bytes(thread, content);
    return copy ? int_from_text(thread, copy.get(), Value::empty()) : Ref();
  }
  clear_exception(thread);
  return raise(thread, Error::TypeError,
               "int() argument must be a string, a bytes-like object or a real number, not '{}'",
               type_name(thread, value));
}

void setup_integer(Thread& thread, Type* type) {
  keep_limbs_in_buffers();
  add_type_flags(type, kBaseType | kSelfPattern);
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
}

void setup_boolean(Thread& thread, Type* type) {
  add_type_flags(type, kSelfPattern);
  add_methods(thread, type, kBoolMethods);
}

}  // namespace gillab
