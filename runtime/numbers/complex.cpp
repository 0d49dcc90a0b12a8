// complex: arithmetic, text, methods.
#include <cerrno>
#include <cmath>

#include "runtime/classes/descriptors.h"
#include "runtime/classes/layouts.h"
#include "runtime/numbers/complex_math.h"
#include "runtime/numbers/float_text.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"
#include "runtime/warn.h"

namespace gillab {
namespace {

ComplexNumber self_of(const Value* args) {
  const Complex* self = as<Complex>(args[0]);
  return {self->real, self->imaginary};
}

void destroy_complex(Thread& thread, Object* object) {
  if (!head_of(object).exact) drop_attributes(thread, object);
  free_with_attributes(thread, object, sizeof(Complex));
}

Ref make(Thread& thread, ComplexNumber number) { return make_complex(thread, number.real, number.imaginary); }

// The operand as a complex number: Yes, No or an error.
Found operand(Thread& thread, Value value, ComplexNumber* number) {
  if (is<Complex>(value)) {
    *number = {as<Complex>(value)->real, as<Complex>(value)->imaginary};
    return Found::Yes;
  }
  if (is_floating(value)) return *number = {float_of(value), 0.0}, Found::Yes;
  if (!is_integer(value)) return Found::No;
  bool overflow = false;
  *number = {int_to_double(value, &overflow), 0.0};
  if (!overflow) return Found::Yes;
  raise(thread, Error::OverflowError, "int too large to convert to float");
  return Found::Error;
}

ComplexNumber multiply(ComplexNumber a, ComplexNumber b) {
  return {a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real};
}

// Smith's method: scales by the larger part of the divisor. REQUIRES: the divisor is not zero
ComplexNumber divide(ComplexNumber a, ComplexNumber b) {
  double real = std::fabs(b.real), imaginary = std::fabs(b.imaginary);
  if (real >= imaginary) {
    double ratio = b.imaginary / b.real, scale = b.real + b.imaginary * ratio;
    return {(a.real + a.imaginary * ratio) / scale, (a.imaginary - a.real * ratio) / scale};
  }
  if (imaginary >= real) {
    double ratio = b.real / b.imaginary, scale = b.real * ratio + b.imaginary;
    return {(a.real * ratio + a.imaginary) / scale, (a.imaginary * ratio - a.real) / scale};
  }
  return {std::nan(""), std::nan("")};
}

ComplexNumber power_of_integer(ComplexNumber base, long exponent) {
  ComplexNumber result = {1.0, 0.0}, square = base;
  for (long rest = exponent < 0 ? -exponent : exponent; rest; rest >>= 1) {
    if (rest & 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return exponent < 0 ? divide({1.0, 0.0}, result) : result;
}

ComplexNumber power_in_general(ComplexNumber base, ComplexNumber exponent) {
  double size = std::hypot(base.real, base.imaginary), angle = std::atan2(base.imaginary, base.real);
  double length = std::pow(size, exponent.real), phase = angle * exponent.real;
  if (exponent.imaginary != 0.0) {
    length /= std::exp(angle * exponent.imaginary);
    phase += exponent.imaginary * std::log(size);
  }
  return {length * std::cos(phase), length * std::sin(phase)};
}

enum class Operation { Add, Subtract, Multiply, Divide, Power };

Ref compute(Thread& thread, Operation operation, ComplexNumber a, ComplexNumber b) {
  switch (operation) {
    case Operation::Add:
      return make_complex(thread, a.real + b.real, a.imaginary + b.imaginary);
    case Operation::Subtract:
      return make_complex(thread, a.real - b.real, a.imaginary - b.imaginary);
    case Operation::Multiply:
      return make(thread, multiply(a, b));
    case Operation::Power:
      return complex_power(thread, a, b);
    default:
      if (b.real == 0.0 && b.imaginary == 0.0) {
        return raise(thread, Error::ZeroDivisionError, "complex division by zero");
      }
      return make(thread, divide(a, b));
  }
}

template <Operation kOperation, bool kReflected>
Ref arithmetic(Thread& thread, const Value* args, uint32_t count, Tuple*) {
  if (count > 2 && !args[2].is_empty() && !args[2].is_none()) {
    return raise(thread, Error::ValueError, "complex modulo");
  }
  ComplexNumber other;
  Found found = operand(thread, args[1], &other);
  if (found == Found::No) return Ref::not_implemented();
  if (found == Found::Error) return {};
  return kReflected ? compute(thread, kOperation, other, self_of(args))
                    : compute(thread, kOperation, self_of(args), other);
}

Truth equals(const Value* args) {
  ComplexNumber self = self_of(args);
  Value other = args[1];
  if (is<Complex>(other)) {
    return truth_of(self.real == as<Complex>(other)->real && self.imaginary == as<Complex>(other)->imaginary);
  }
  if (is_floating(other)) return truth_of(self.imaginary == 0.0 && self.real == float_of(other));
  if (!is_integer(other)) return Truth::Error;
  return truth_of(self.imaginary == 0.0 && !std::isnan(self.real) && compare_float_with_int(self.real, other) == 0);
}
Ref complex_eq(Thread&, const Value* args, uint32_t, Tuple*) {
  Truth same = equals(args);
  return same == Truth::Error ? Ref::not_implemented() : Ref::boolean(same == Truth::Yes);
}
Ref complex_ne(Thread&, const Value* args, uint32_t, Tuple*) {
  Truth same = equals(args);
  return same == Truth::Error ? Ref::not_implemented() : Ref::boolean(same == Truth::No);
}

Ref complex_neg(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ComplexNumber self = self_of(args);
  return make_complex(thread, -self.real, -self.imaginary);
}
Ref complex_pos(Thread& thread, const Value* args, uint32_t, Tuple*) { return make(thread, self_of(args)); }
Ref complex_bool(Thread&, const Value* args, uint32_t, Tuple*) {
  ComplexNumber self = self_of(args);
  return Ref::boolean(self.real != 0.0 || self.imaginary != 0.0);
}
Ref complex_conjugate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ComplexNumber self = self_of(args);
  return make_complex(thread, self.real, -self.imaginary);
}
Ref complex_abs(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ComplexNumber self = self_of(args);
  double size = std::hypot(self.real, self.imaginary);
  if (std::isinf(size) && std::isfinite(self.real) && std::isfinite(self.imaginary)) {
    return raise(thread, Error::OverflowError, "absolute value too large");
  }
  return make_float(thread, size);
}

Ref complex_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ComplexNumber self = self_of(args);
  uint64_t hash =
      static_cast<uint64_t>(hash_double(self.real)) + 1000003 * static_cast<uint64_t>(hash_double(self.imaginary));
  return make_int(thread, hash == ~uint64_t{0} ? -2 : static_cast<int64_t>(hash));
}

std::string signed_text(double number) {
  return (std::signbit(number) && !std::isnan(number) ? "-" : "") + float_to_text(number, {});
}

Ref complex_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ComplexNumber self = self_of(args);
  std::string imaginary = signed_text(self.imaginary) + "j";
  if (self.real == 0.0 && !std::signbit(self.real)) return make_str(thread, imaginary);
  std::string text = "(" + signed_text(self.real);
  if (imaginary[0] != '-') text += '+';
  return make_str(thread, text + imaginary + ")");
}

Ref complex_format(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* spec = expect_str(thread, args[1], "__format__() argument");
  return spec ? format_complex(thread, args[0], spec) : Ref();
}
Ref complex_getnewargs(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ComplexNumber self = self_of(args);
  Ref real = make_float(thread, self.real), imaginary = make_float(thread, self.imaginary);
  return real && imaginary ? make_tuple_of(thread, real.get(), imaginary.get()) : Ref();
}
Ref complex_real(Thread& thread, Value self) { return make_float(thread, as<Complex>(self)->real); }
Ref complex_imag(Thread& thread, Value self) { return make_float(thread, as<Complex>(self)->imaginary); }

// How many characters at the start of the text are a float, with a sign before it.
size_t float_prefix(std::string_view text) {
  size_t i = 0;
  auto digits = [&] {
    while (i < text.size() && ((text[i] >= '0' && text[i] <= '9') || text[i] == '_')) ++i;
  };
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
  for (std::string_view word : {"infinity", "inf", "nan"}) {
    if (text.size() - i >= word.size() && strncasecmp(text.data() + i, word.data(), word.size()) == 0) {
      return i + word.size();
    }
  }
  size_t start = i;
  digits();
  if (i < text.size() && text[i] == '.') ++i;
  digits();
  if (i == start) return 0;
  size_t mantissa = i;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
    size_t exponent = i;
    digits();
    if (i == exponent) i = mantissa;
  }
  return i;
}

// One signed part at the front; an absent number before j means one.
bool take_part(std::string_view* text, double* part, bool* imaginary) {
  size_t count = float_prefix(*text);
  if (count > 0) {
    if (!parse_float(text->substr(0, count), part)) return false;
    text->remove_prefix(count);
  } else {
    *part = 1.0;
    if (!text->empty() && (text->front() == '+' || text->front() == '-')) {
      if (text->front() == '-') *part = -1.0;
      text->remove_prefix(1);
    }
    if (text->empty() || (text->front() != 'j' && text->front() != 'J')) return false;
  }
  *imaginary = !text->empty() && (text->front() == 'j' || text->front() == 'J');
  if (*imaginary) text->remove_prefix(1);
  return true;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  return text;
}

bool parse_complex(std::string_view text, ComplexNumber* number) {
  text = trimmed(text);
  if (text.size() > 1 && text.front() == '(' && text.back() == ')') text = trimmed(text.substr(1, text.size() - 2));
  *number = {0.0, 0.0};
  double part;
  bool imaginary;
  if (!take_part(&text, &part, &imaginary)) return false;
  if (imaginary) return number->imaginary = part, text.empty();
  number->real = part;
  if (text.empty()) return true;
  if (text.front() != '+' && text.front() != '-') return false;
  return take_part(&text, &number->imaginary, &imaginary) && imaginary && text.empty();
}

Ref with_type(Thread& thread, Type* type, ComplexNumber number) {
  if (type == thread.types().complex) return make(thread, number);
  Object* object = allocate_instance(thread, type);
  if (!object) return {};
  reinterpret_cast<Complex*>(object)->real = number.real;
  reinterpret_cast<Complex*>(object)->imaginary = number.imaginary;
  return Ref::own(object);
}

// A number argument of complex(): asks __complex__, __float__, __index__.
bool number_argument(Thread& thread, Value value, const char* which, ComplexNumber* number) {
  const bool asks_first = which[0] == 'f' && is<Complex>(value) && !is_exact<Complex>(value);
  Found found = asks_first ? Found::No : operand(thread, value, number);
  if (found != Found::No) return found == Found::Yes;
  Value method = special_method(thread, value, Dunder::Complex);
  if (!method.is_empty()) {
    Ref result = call_special(thread, method, value);
    if (!result) return false;
    if (is<Complex>(result.get())) {
      bool strict = !is_exact<Complex>(result.get());
      if (strict && !warn_strict_subclass(thread, "__complex__", result.get(), "complex")) return false;
      return operand(thread, result.get(), number), true;
    }
    return raise(thread, Error::TypeError, "__complex__ returned non-complex (type {})",
                 type_name(thread, result.get()));
  }
  if (special_method(thread, value, Dunder::Float).is_empty() &&
      special_method(thread, value, Dunder::Index).is_empty()) {
    return raise(thread, Error::TypeError, "complex() {} argument must be a {}number, not '{}'", which,
                 which[0] == 'f' ? "string or a " : "", type_name(thread, value));
  }
  number->imaginary = 0.0;
  return as_double(thread, value, &number->real);
}

Ref complex_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* type = as<Type>(args[0]);
  ComplexNumber real = {0.0, 0.0}, imaginary = {0.0, 0.0};
  if (type == thread.types().complex && args[2].is_empty() && is_exact<Complex>(args[1])) return Ref::share(args[1]);
  if (is<Str>(args[1])) {
    if (!args[2].is_empty()) {
      return raise(thread, Error::TypeError, "complex() can't take second arg if first is a string");
    }
    if (!parse_complex(number_text(as<Str>(args[1])), &real)) {
      if (number_text(as<Str>(args[1])).find('_') == std::string::npos) {
        return raise(thread, Error::ValueError, "complex() arg is a malformed string");
      }
      Ref shown = repr(thread, args[1]);
      return shown ? Ref(raise(thread, Error::ValueError, "could not convert string to complex: {}", shown.get())) : Ref();
    }
    return with_type(thread, type, real);
  }
  if (is<Str>(args[2])) return raise(thread, Error::TypeError, "complex() second arg can't be a string");
  if (!args[1].is_empty() && !number_argument(thread, args[1], "first", &real)) return {};
  if (!args[2].is_empty() && !number_argument(thread, args[2], "second", &imaginary)) return {};
  if (args[2].is_empty()) return with_type(thread, type, real);
  // A part that no complex number gave is not even added: the sign of a zero would be lost.
  double first = is<Complex>(args[2]) ? real.real - imaginary.imaginary : real.real;
  double second = is<Complex>(args[1]) ? real.imaginary + imaginary.real : imaginary.real;
  return with_type(thread, type, {first, second});
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, real=0, imag=0)", complex_new, MethodDef::Static},
    {"__repr__", "(self, /)", complex_repr},
    {"__hash__", "(self, /)", complex_hash},
    {"__eq__", "(self, value, /)", complex_eq},
    {"__ne__", "(self, value, /)", complex_ne},
    {"__add__", "(self, value, /)", arithmetic<Operation::Add, false>},
    {"__radd__", "(self, value, /)", arithmetic<Operation::Add, true>},
    {"__sub__", "(self, value, /)", arithmetic<Operation::Subtract, false>},
    {"__rsub__", "(self, value, /)", arithmetic<Operation::Subtract, true>},
    {"__mul__", "(self, value, /)", arithmetic<Operation::Multiply, false>},
    {"__rmul__", "(self, value, /)", arithmetic<Operation::Multiply, true>},
    {"__truediv__", "(self, value, /)", arithmetic<Operation::Divide, false>},
    {"__rtruediv__", "(self, value, /)", arithmetic<Operation::Divide, true>},
    {"__pow__", "(self, value, mod=None, /)", arithmetic<Operation::Power, false>},
    {"__rpow__", "(self, value, mod=None, /)", arithmetic<Operation::Power, true>},
    {"__neg__", "(self, /)", complex_neg},
    {"__pos__", "(self, /)", complex_pos},
    {"__abs__", "(self, /)", complex_abs},
    {"__bool__", "(self, /)", complex_bool},
    {"__complex__", "(self, /)", complex_pos},
    {"__format__", "(self, format_spec, /)", complex_format},
    {"__getnewargs__", "(self, /)", complex_getnewargs},
    {"conjugate", "(self, /)", complex_conjugate},
};
const GetSetDef kAttributes[] = {{"real", complex_real, readonly_attribute}, {"imag", complex_imag, readonly_attribute}};

}  // namespace

const Layout kComplexLayout = {"complex", sizeof(Complex), false, destroy_complex};

Ref make_complex(Thread& thread, double real, double imaginary) {
  Complex* number = allocate<Complex>(thread, thread.shapes[static_cast<size_t>(Kind::Complex)]);
  if (!number) return {};
  number->real = real;
  number->imaginary = imaginary;
  return Ref::own(number);
}

Ref complex_power(Thread& thread, ComplexNumber base, ComplexNumber exponent) {
  if (exponent.real == 0.0 && exponent.imaginary == 0.0) return make_complex(thread, 1.0, 0.0);
  if (base.real == 0.0 && base.imaginary == 0.0) {
    if (exponent.imaginary != 0.0 || exponent.real < 0.0) {
      return raise(thread, Error::ZeroDivisionError, "0.0 to a negative or complex power");
    }
    return make_complex(thread, 0.0, 0.0);
  }
  bool small =
      exponent.imaginary == 0.0 && exponent.real == std::floor(exponent.real) && std::fabs(exponent.real) <= 100;
  errno = 0;
  ComplexNumber result =
      small ? power_of_integer(base, static_cast<long>(exponent.real)) : power_in_general(base, exponent);
  if (errno == EDOM) return raise(thread, Error::ZeroDivisionError, "0.0 to a negative or complex power");
  if (std::isinf(result.real) || std::isinf(result.imaginary)) {
    return raise(thread, Error::OverflowError, "complex exponentiation");
  }
  return make(thread, result);
}

void setup_complex(Thread& thread, Type* type) {
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
}

}  // namespace gillab
