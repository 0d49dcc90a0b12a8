// The binary operators: fast for exact numbers and strs, else __op__ and __rop__ as the language orders them.
#include "runtime/bytes.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations/operations_inner.h"
#include "runtime/str.h"

namespace gillab {

namespace {

const char* const kSymbols[] = {"+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^"};
const char* const kInPlaceSymbols[] = {
    "+=", "&=", "//=", "<<=", "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^="};

Dunder shifted(Dunder first, Binary op) { return static_cast<Dunder>(static_cast<int>(first) + static_cast<int>(op)); }

bool is_float_operator(Binary op) {
  switch (op) {
    case Binary::Add:
    case Binary::Subtract:
    case Binary::Multiply:
    case Binary::TrueDivide:
    case Binary::FloorDivide:
    case Binary::Modulo:
    case Binary::Power:
      return true;
    default:
      return false;
  }
}

// What exact built-in operands give; NotImplemented for all others.
Ref quick_binary(Thread& thread, Binary op, Value left, Value right) {
  if (is_exact_int(left) && is_exact_int(right) && op != Binary::MatrixMultiply) {
    return int_binary(thread, static_cast<uint8_t>(op), left, right);
  }
  double x, y;
  if (is_float_operator(op) && quick_double(left, &x) && quick_double(right, &y)) {
    return float_binary(thread, static_cast<uint8_t>(op), x, y);
  }
  if (op == Binary::Add && is_exact<Str>(left) && is_exact<Str>(right)) {
    return concatenate(thread, as<Str>(left), as<Str>(right));
  }
  return Ref::not_implemented();
}

Ref try_method(Thread& thread, Value method, Value self, Value other) {
  if (method.is_empty()) return Ref::not_implemented();
  return call_special(thread, method, self, other);
}

bool is_sequence(Value value) {
  return is<Str>(value) || is<List>(value) || is<Tuple>(value) || is<Bytes>(value) || is<ByteArray>(value);
}

// A sequence's own + and * come last: a reflected method of a script's class is asked before them, even where the
// sequence could take the other operand. (In CPython they are no operators of numbers.)
bool asks_right_first(Binary op, Value left, Value method, Value right_method) {
  return (op == Binary::Add || op == Binary::Multiply) && is_sequence(left) && is<Native>(method) &&
         !right_method.is_empty() && !is<Native>(right_method);
}

Ref by_methods(Thread& thread, Binary op, Value left, Value right) {
  Type* left_type = quick_type_of(thread, left);
  Type* right_type = quick_type_of(thread, right);
  Value method = dunder_of(left_type, shifted(Dunder::Add, op));
  if (left_type == right_type) return try_method(thread, method, left, right);
  Dunder reflected = shifted(Dunder::RAdd, op);
  Value right_method = dunder_of(right_type, reflected);
  if (asks_right_first(op, left, method, right_method)) {
    Ref result = call_special(thread, right_method, right, left);
    if (!result.get().is_not_implemented()) return result;
    return try_method(thread, dunder_of(quick_type_of(thread, left), shifted(Dunder::Add, op)), left, right);
  }
  if (!right_method.is_empty() && right_method != dunder_of(left_type, reflected) &&
      is_subtype(right_type, left_type)) {
    Ref result = call_special(thread, right_method, right, left);
    if (!result.get().is_not_implemented()) return result;
    return try_method(thread, method, left, right);
  }
  Ref result = try_method(thread, method, left, right);
  if (!result.get().is_not_implemented()) return result;
  return try_method(thread, dunder_of(right_type, reflected), right, left);
}

Failed unsupported(Thread& thread, Binary op, const char* symbol, Value left, Value right) {
  std::string_view left_name = type_name(thread, left);
  std::string_view right_name = type_name(thread, right);
  if (op == Binary::Add && (is<Bytes>(left) || is<ByteArray>(left))) {
    return raise(thread, Error::TypeError, "can't concat {} to {}", right_name, left_name);
  }
  if (op == Binary::Add && is_sequence(left)) {
    std::string_view plain = is<Str>(left) ? "str" : is<List>(left) ? "list" : "tuple";
    return raise(thread, Error::TypeError, "can only concatenate {} (not \"{}\") to {}", plain, right_name, plain);
  }
  if (op == Binary::Multiply && (is_sequence(left) || is_sequence(right))) {
    return raise(thread, Error::TypeError, "can't multiply sequence by non-int of type '{}'",
                 is_sequence(left) ? right_name : left_name);
  }
  bool print_chevron = op == Binary::RightShift && is<Native>(left) && !std::strcmp(as<Native>(left)->name, "print");
  return raise(thread, Error::TypeError, "unsupported operand type(s) for {}: '{}' and '{}'{}", symbol, left_name,
               right_name, print_chevron ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : "");
}

Ref binary_or_error(Thread& thread, Binary op, const char* symbol, Value left, Value right) {
  Ref result = quick_binary(thread, op, left, right);
  if (!result.get().is_not_implemented()) [[likely]]
    return result;
  result = by_methods(thread, op, left, right);
  if (result.get().is_not_implemented()) [[unlikely]]
    return unsupported(thread, op, symbol, left, right);
  return result;
}

}  // namespace

Ref binary_refused(Thread& thread, Binary op, bool in_place, Value left, Value right, bool reflected) {
  Type* right_type = quick_type_of(thread, right);
  if (!reflected && right_type != quick_type_of(thread, left)) {
    Ref result = try_method(thread, dunder_of(right_type, shifted(Dunder::RAdd, op)), right, left);
    if (!result.get().is_not_implemented()) return result;
  }
  return unsupported(thread, op, (in_place ? kInPlaceSymbols : kSymbols)[static_cast<int>(op)], left, right);
}

Ref binary(Thread& thread, Binary op, Value left, Value right) {
  return binary_or_error(thread, op, kSymbols[static_cast<int>(op)], left, right);
}

Ref binary_in_place(Thread& thread, Binary op, Value left, Value right) {
  if (left.is_object()) {
    Value method = special_method(thread, left, shifted(Dunder::IAdd, op));
    Value right_method = dunder_of(quick_type_of(thread, right), shifted(Dunder::RAdd, op));
    if (!method.is_empty() && asks_right_first(op, left, method, right_method)) {
      Ref result = call_special(thread, right_method, right, left);
      if (!result.get().is_not_implemented()) return result;
      method = special_method(thread, left, shifted(Dunder::IAdd, op));
    }
    if (!method.is_empty()) {
      Ref result = call_special(thread, method, left, right);
      if (!result.get().is_not_implemented()) return result;
    }
  }
  return binary_or_error(thread, op, kInPlaceSymbols[static_cast<int>(op)], left, right);
}

Ref power(Thread& thread, Value base, Value exponent, Value modulus) {
  if (modulus.is_none()) return binary(thread, Binary::Power, base, exponent);
  Value method = special_method(thread, base, Dunder::Pow);
  if (!method.is_empty()) {
    Ref result = call_special(thread, method, base, exponent, modulus);
    if (!result.get().is_not_implemented()) return result;
  }
  if (is_floating(exponent) || is_floating(modulus)) {
    return raise(thread, Error::TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  }
  return raise(thread, Error::TypeError, "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
               type_name(thread, base), type_name(thread, exponent), type_name(thread, modulus));
}

// --- unary

namespace {

Ref unary(Thread& thread, Dunder dunder, const char* symbol, Value value) {
  Value method = special_method(thread, value, dunder);
  if (!method.is_empty()) return call_special(thread, method, value);
  return raise(thread, Error::TypeError, "bad operand type for unary {}: '{}'", symbol, type_name(thread, value));
}

}  // namespace

Ref negative(Thread& thread, Value value) {
  if (value.is_int()) return make_int(thread, -value.as_int());
  if (value.is_float()) return make_float(thread, -value.as_float());
  return unary(thread, Dunder::Neg, "-", value);
}

Ref positive(Thread& thread, Value value) {
  if (value.is_int() || value.is_float()) return Ref::own(value);
  return unary(thread, Dunder::Pos, "+", value);
}

Ref invert(Thread& thread, Value value) {
  if (value.is_int()) return Ref::own(Value::integer(~value.as_int()));
  return unary(thread, Dunder::Invert, "~", value);
}

}  // namespace gillab
