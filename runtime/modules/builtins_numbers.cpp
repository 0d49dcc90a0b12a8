// Built-in functions about numbers and characters: abs, bin, chr, divmod, hex, len, oct, ord, pow, round.
#include "runtime/bytes.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/modules/builtins.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

Ref builtin_abs(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[0].is_int() && args[0].as_int() > Value::kMinInt)
    return Ref::own(Value::integer(args[0].as_int() < 0 ? -args[0].as_int() : args[0].as_int()));
  Value method = special_method(thread, args[0], Dunder::Abs);
  if (!method.is_empty()) return call_special(thread, method, args[0]);
  return raise(thread, Error::TypeError, "bad operand type for abs(): '{}'", type_name(thread, args[0]));
}

Ref in_base(Thread& thread, Value value, int base, const char* prefix) {
  Ref number = index(thread, value);
  Ref digits = number ? int_to_text(thread, number.get(), base) : Ref();
  if (!digits) return {};
  std::string_view text = digits.as<Str>()->ascii_view();
  bool minus = text.front() == '-';
  return format_text(thread, "{}{}{}", {minus ? "-" : "", prefix, text.substr(minus)});
}

Ref builtin_bin(Thread& thread, const Value* args, uint32_t, Tuple*) { return in_base(thread, args[0], 2, "0b"); }
Ref builtin_oct(Thread& thread, const Value* args, uint32_t, Tuple*) { return in_base(thread, args[0], 8, "0o"); }
Ref builtin_hex(Thread& thread, const Value* args, uint32_t, Tuple*) { return in_base(thread, args[0], 16, "0x"); }

Ref builtin_chr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref number = index(thread, args[0]);
  int64_t code;
  if (!number) return {};
  if (!fits_int64(number.get(), &code)) {
    return raise(thread, Error::OverflowError, "Python int too large to convert to C int");
  }
  if (code >= 0 && code <= 0x10FFFF) return make_character(thread, static_cast<char32_t>(code));
  if (code < INT32_MIN) return raise(thread, Error::OverflowError, "signed integer is less than minimum");
  if (code > INT32_MAX) return raise(thread, Error::OverflowError, "signed integer is greater than maximum");
  return raise(thread, Error::ValueError, "chr() arg not in range(0x110000)");
}

Ref builtin_ord(Thread& thread, const Value* args, uint32_t, Tuple*) {
  uint64_t length = 0;
  if (is<Str>(args[0])) {
    length = as<Str>(args[0])->length;
    if (length == 1) return Ref::own(Value::integer(as<Str>(args[0])->at(0)));
  } else if (is<Bytes>(args[0]) || is<ByteArray>(args[0])) {
    std::string_view bytes;
    if (!bytes_view(thread, args[0], &bytes)) return {};
    length = bytes.size();
    if (length == 1) return Ref::own(Value::integer(static_cast<uint8_t>(bytes[0])));
  } else {
    return raise(thread, Error::TypeError, "ord() expected string of length 1, but {} found",
                 type_name(thread, args[0]));
  }
  return raise(thread, Error::TypeError, "ord() expected a character, but string of length {} found", length);
}

Ref builtin_len(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count = length(thread, args[0]);
  return count < 0 ? Ref() : make_int(thread, count);
}

Ref builtin_divmod(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* left = type_of(thread, args[0]);
  Type* right = type_of(thread, args[1]);
  Value method = dunder_of(left, Dunder::DivMod);
  Value reflected = left == right ? Value::empty() : dunder_of(right, Dunder::RDivMod);
  bool right_first = !reflected.is_empty() && reflected != dunder_of(left, Dunder::RDivMod) && is_subtype(right, left);
  Ref result = Ref::not_implemented();
  if (right_first) result = call_special(thread, reflected, args[1], args[0]);
  if (result.get().is_not_implemented() && !method.is_empty()) result = call_special(thread, method, args[0], args[1]);
  if (result.get().is_not_implemented() && !reflected.is_empty() && !right_first) {
    result = call_special(thread, reflected, args[1], args[0]);
  }
  if (!result.get().is_not_implemented()) return result;
  return raise(thread, Error::TypeError, "unsupported operand type(s) for divmod(): '{}' and '{}'",
               type_name(thread, args[0]), type_name(thread, args[1]));
}

Ref builtin_pow(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return power(thread, args[0], args[1], args[2].is_empty() ? Value::none() : args[2]);
}

Ref builtin_round(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value method = special_method(thread, args[0], Dunder::Round);
  if (method.is_empty()) {
    return raise(thread, Error::TypeError, "type {} doesn't define __round__ method", type_name(thread, args[0]));
  }
  if (args[1].is_empty() || args[1].is_none()) return call_special(thread, method, args[0]);
  return call_special(thread, method, args[0], args[1]);
}

const MethodDef kFunctions[] = {{"abs", "(x, /)", builtin_abs},
                                {"bin", "(number, /)", builtin_bin},
                                {"oct", "(number, /)", builtin_oct},
                                {"hex", "(number, /)", builtin_hex},
                                {"chr", "(i, /)", builtin_chr},
                                {"ord", "(c, /)", builtin_ord},
                                {"len", "(obj, /)", builtin_len},
                                {"divmod", "(x, y, /)", builtin_divmod},
                                {"pow", "(base, exp, mod=None)", builtin_pow},
                                {"round", "(number, ndigits=None)", builtin_round}};

}  // namespace

bool add_number_builtins(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
