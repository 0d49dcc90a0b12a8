// decimal in C++: the objects, and arithmetic of coefficients up to 38 digits where nothing is trapped. All else (NaNs,
// infinities, longer coefficients, overflow, clamped contexts) is what the Python of lib/_decimal_classes does: "slow" below.
// decimal.cpp: the module and contexts; decimal_number.cpp: the class; decimal_size.cpp: coefficients and rounding;
// decimal_arithmetic.cpp: operators; decimal_conversions.cpp: ints, floats, formats; decimal_text.cpp: what is read and
// written.
#pragma once

#include <gmp.h>

#include <cstdint>
#include <string_view>

#include "runtime/native.h"
#include "runtime/operations.h"

namespace gillab {

using Size = unsigned __int128;  // a coefficient

inline constexpr int kMostDigits = 38;  // of what a Size holds
inline constexpr int kWideDigits = 76;

struct Number : Object {  // Decimal; never changes
  static constexpr Kind kKind = Kind::Extension;
  uint64_t low, high;  // the coefficient, where `large` is empty
  Field large;         // an int of more than kMostDigits
  int64_t exponent;
  uint8_t sign;
  uint8_t special;  // 0: a finite number
};

struct Signals : Object {  // SignalDict
  static constexpr Kind kKind = Kind::Extension;
  Cell<uint32_t> bits;
};

struct DecimalContext : Object {
  static constexpr Kind kKind = Kind::Extension;
  Cell<int64_t> precision, least, most, rounding, capitals, clamp;
  Field flags, traps;  // Signals; set once
};

// As ROUNDINGS in lib/_decimal_classes/_values.py.
enum Rounding : int64_t { kUp, kDown, kCeiling, kFloor, kHalfUp, kHalfDown, kHalfEven, kZeroFiveUp };
// As in lib/_decimal_classes/_signals.py.
inline constexpr uint32_t kInexactBit = 1 << 5, kRoundedBit = 1 << 9;

struct DecimalTypes {
  Type *number, *context, *signals;
  Str* roundings[8];  // the names, interned
  Value variable;  // the ContextVar of the running context: Context._current. The class holds it
};
DecimalTypes& decimal_types(Thread& thread);

extern const Layout kNumberLayout, kDecimalContextLayout, kSignalsLayout;
inline bool is_number(Value value) { return value.is_object() && type_of(value.as_object())->layout == &kNumberLayout; }
inline Number* number_of(Value value) { return static_cast<Number*>(value.as_object()); }

// --- contexts
bool is_decimal_context(Value value);  // one whose __init__ has run
Ref decimal_context(Thread& thread);  // the running one; made where there is none
// What the Python of a class does: the function of that name in its namespace.
Ref call_slow(Thread& thread, Type* type, const char* name, const Value* args, uint32_t count);

// --- numbers
Ref new_number(Thread& thread, Type* cls, bool sign, Size coefficient, int64_t exponent);
inline Ref new_number(Thread& thread, bool sign, Size coefficient, int64_t exponent) {
  return new_number(thread, decimal_types(thread).number, sign, coefficient, exponent);
}
struct Operand {
  bool sign;
  int64_t exponent;
  Size coefficient;
};
bool get_operand(Value value, Operand* result);  // false: no finite Decimal or int, or too long
Ref int_of_size(Thread& thread, Size size);
Type* make_number_type(Thread& thread);
Ref make_number(Thread& thread, const Value* args, uint32_t count, Tuple* names);  // _decimal.make
Ref copy_number(Thread& thread, const Value* args, uint32_t count, Tuple* names);  // _decimal.copy

// --- coefficients
struct Wide {  // up to kWideDigits; the lowest limb first
  mp_limb_t limbs[4];
};
Size power_of_ten(int exponent);  // up to kMostDigits
int count_digits(Size size);      // 0 has one
int count_digits(const Wide& wide);
Wide wide_product(Size left, Size right);
Wide wide_scaled(Size size, int exponent);  // REQUIRES: it fits
bool divide_wide(const Wide& wide, Size by, Size* quotient, Size* rest);  // false: the quotient is too long
bool rounds_up(int64_t rounding, bool sign, Size kept, Size rest, Size unit);  // REQUIRES: rest is not 0

struct Result {
  bool sign;
  int64_t exponent;
  Size coefficient;
  uint32_t status = 0;
};
// A result as the context allows it; false: slow.
bool finish(const DecimalContext* context, bool sign, const Wide& size, int64_t exponent, Result* result);
bool finish(const DecimalContext* context, bool sign, Size size, int64_t exponent, Result* result);
// Sets the flags and makes the number. Empty and no error set: something is trapped, slow.
Ref settle(Thread& thread, const DecimalContext* context, const Result& result);
bool rescale(const Operand& value, int64_t exponent, int64_t rounding, Result* result);  // false: slow
int compare_numbers(const Operand& left, const Operand& right);  // -1, 0, 1

// --- text
bool read_number(std::string_view text, Operand* result);  // false: slow
char* write_decimal_digits(Size size, char* end);  // in front of `end`; where they begin
int64_t rounding_named(Thread& thread, Value name);                        // -1: none
Ref decimal_str(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref decimal_repr(Thread& thread, const Value* args, uint32_t count, Tuple* names);

void add_decimal_operators(Thread& thread, Type* type);    // decimal_arithmetic.cpp
void add_decimal_conversions(Thread& thread, Type* type);  // decimal_conversions.cpp
bool quantize_quickly(const DecimalContext* context, const Operand& value, int64_t exponent, int64_t rounding,
                      Result* result);  // false: slow

}  // namespace gillab
