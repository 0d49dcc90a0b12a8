// decimal: what a Decimal becomes: ints, floats, formatted text; round(), and powers that are exact. Each tries the quick
// way and calls the Python one where that does not do.
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/modules/decimal.h"
#include "runtime/str.h"
#include "runtime/text/format_spec.h"

namespace gillab {
namespace {

using Args = const Value*;

const DecimalContext* context_of(const Ref& context) { return static_cast<DecimalContext*>(context.get().as_object()); }
Ref slow(Thread& thread, const char* name, Args args, uint32_t count) {
  return call_slow(thread, decimal_types(thread).number, name, args, count);
}

Ref signed_int(Thread& thread, bool sign, Size size) {
  if (size <= INT64_MAX) return make_int(thread, sign ? -static_cast<int64_t>(size) : static_cast<int64_t>(size));
  Ref number = int_of_size(thread, size);
  return number && sign ? negative(thread, number.get()) : std::move(number);
}

Ref to_int(Thread& thread, Args args, uint32_t, Tuple*) {
  Operand value;
  Result result;
  if (get_operand(args[0], &value) && rescale(value, 0, kDown, &result)) {
    return signed_int(thread, value.sign, result.coefficient);
  }
  return slow(thread, "_as_int", args, 1);
}

Ref to_float(Thread& thread, Args args, uint32_t, Tuple*) {
  Operand value;
  if (!get_operand(args[0], &value) || value.exponent > 400 || value.exponent < -400) return slow(thread, "_as_float", args, 1);
  constexpr uint64_t kExactIntegers = uint64_t{1} << 53;
  if (value.coefficient <= kExactIntegers && value.exponent <= 0 && value.exponent >= -22) {
    const double size = static_cast<double>(static_cast<uint64_t>(value.coefficient)) /
                        static_cast<double>(power_of_ten(static_cast<int>(-value.exponent)));
    return make_float(thread, value.sign ? -size : size);
  }
  char text[64];
  char* end = write_decimal_digits(value.coefficient, text + 40);
  std::string_view digits(end, static_cast<size_t>(text + 40 - end));
  text[40] = 'e';
  const auto [last, error] = std::to_chars(text + 41, text + sizeof text, value.exponent);
  double size = 0;
  if (error != std::errc() || std::from_chars(digits.data(), last, size).ec != std::errc()) {
    return slow(thread, "_as_float", args, 1);
  }
  return make_float(thread, value.sign ? -size : size);
}

Ref to_rounded(Thread& thread, Args args, uint32_t, Tuple*) {
  Operand value;
  Result result;
  const bool whole = args[1].is_empty() || args[1].is_none();
  if (get_operand(args[0], &value) && (whole || args[1].is_int())) {
    if (whole && rescale(value, 0, kHalfEven, &result)) return signed_int(thread, value.sign, result.coefficient);
    Ref context = decimal_context(thread);
    if (!context) return {};
    const bool near = !whole && args[1].as_int() > -kMostDigits && args[1].as_int() < kMostDigits;
    const int64_t rounding = context_of(context)->rounding.get();
    if (near && quantize_quickly(context_of(context), value, -args[1].as_int(), rounding, &result)) {
      if (Ref made = settle(thread, context_of(context), result); made || thread.has_exception()) return made;
    }
  }
  const Value all[] = {args[0], whole ? Value::none() : args[1]};
  return slow(thread, "_round", all, 2);
}

// A power whose digits all fit.
bool exact_power(const DecimalContext* context, const Operand& base, int64_t exponent, Result* result) {
  const int64_t digits = count_digits(base.coefficient);
  if (base.coefficient == 0 || exponent <= 0 || digits * exponent > kMostDigits) return false;
  if (digits * exponent > context->precision.get()) return false;
  Size size = 1;
  for (int64_t i = 0; i < exponent; ++i) size *= base.coefficient;
  return finish(context, base.sign && exponent % 2 != 0, size, base.exponent * exponent, result) && result->status == 0;
}

Ref to_power(Thread& thread, Args args, uint32_t, Tuple*) {
  Operand value, exponent;
  const bool plain = args[2].is_empty() || args[2].is_none();
  if (plain && get_operand(args[0], &value) && get_operand(args[1], &exponent) && !exponent.sign &&
      exponent.exponent == 0 && exponent.coefficient <= kMostDigits) {
    Ref context = decimal_context(thread);
    Result result;
    if (!context) return {};
    if (exact_power(context_of(context), value, static_cast<int64_t>(exponent.coefficient), &result)) {
      return settle(thread, context_of(context), result);
    }
  }
  const Value all[] = {args[0], args[1], plain ? Value::none() : args[2]};
  return slow(thread, "_pow", all, 3);
}

// [[fill]align][sign][0][width][,][.precision](f|F|%) in ASCII. False: something else, or wrong.
bool read_fixed_spec(std::string_view text, FormatSpec* spec) {
  const auto is_align = [](char c) { return c == '<' || c == '>' || c == '^' || c == '='; };
  const auto take_number = [&](int64_t* number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
    if (error != std::errc() || *number > 1000 || *number < 0) return false;
    text.remove_prefix(static_cast<size_t>(end - text.data()));
    return true;
  };
  spec->align = '>';
  bool aligned = true;
  if (text.size() > 1 && is_align(text[1])) {
    spec->fill = static_cast<unsigned char>(text[0]);
    spec->align = text[1];
    text.remove_prefix(2);
  } else if (!text.empty() && is_align(text[0])) {
    spec->align = text[0];
    text.remove_prefix(1);
  } else {
    aligned = false;
  }
  if (!text.empty() && (text[0] == '+' || text[0] == '-' || text[0] == ' ')) {
    spec->sign = text[0];
    text.remove_prefix(1);
  }
  if (text.starts_with('0')) {
    if (aligned) return false;
    spec->fill = '0';
    spec->align = '=';
    text.remove_prefix(1);
  }
  if (!text.empty() && text[0] >= '1' && text[0] <= '9' && !take_number(&spec->width)) return false;
  if (text.starts_with(',')) {
    if (spec->fill == '0') return false;
    spec->grouping = ',';
    text.remove_prefix(1);
  }
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (text.empty() || text[0] < '0' || text[0] > '9' || !take_number(&spec->precision)) return false;
  }
  if (text != "f" && text != "F" && text != "%") return false;
  spec->type = static_cast<unsigned char>(text[0]);
  return true;
}

Ref fixed_text(Thread& thread, const FormatSpec& spec, bool sign, Size coefficient, int64_t places) {
  char text[kMostDigits * 2 + 8];
  char* const end = text + sizeof text - 1;
  char* start = write_decimal_digits(coefficient, end);
  while (end - start <= places) *--start = '0';
  char* const point = end - places;
  std::string rest(point, static_cast<size_t>(places));
  if (places > 0) rest.insert(0, 1, '.');
  if (spec.type == '%') rest += '%';
  StrBuilder builder(thread);
  add_number(builder, spec, {sign, {}, {start, static_cast<size_t>(point - start)}, rest});
  return builder.finish();
}

Ref to_format(Thread& thread, Args args, uint32_t, Tuple*) {
  FormatSpec spec;
  Operand value;
  const bool usual = is_exact<Str>(args[1]) && as<Str>(args[1])->ascii && (args[2].is_empty() || args[2].is_none());
  if (usual && get_operand(args[0], &value) && read_fixed_spec(as<Str>(args[1])->ascii_view(), &spec)) {
    Ref context = decimal_context(thread);
    if (!context) return {};
    if (spec.type == '%') value.exponent += 2;
    const int64_t places = spec.precision >= 0 ? spec.precision : -value.exponent;
    Result result;
    if (places >= 0 && places <= kMostDigits && rescale(value, -places, context_of(context)->rounding.get(), &result)) {
      return fixed_text(thread, spec, value.sign, result.coefficient, places);
    }
  }
  const Value all[] = {args[0], args[1], args[2].is_empty() ? Value::none() : args[2]};
  return slow(thread, "_format", all, 3);
}

constexpr MethodDef kMethods[] = {
    {"__int__", "(self, /)", to_int},
    {"__trunc__", "(self, /)", to_int},
    {"__float__", "(self, /)", to_float},
    {"__round__", "(self, ndigits=None, /)", to_rounded},
    {"__pow__", "(self, value, mod=None, /)", to_power},
    {"__format__", "(self, specifier, context=None, /)", to_format},
};

}  // namespace

void add_decimal_conversions(Thread& thread, Type* type) { add_methods(thread, type, kMethods); }

}  // namespace gillab
