// A value: 64 bits. Ints of 61 bits, most floats and the singletons are immediate; everything else points to an Object.
// A Value owns nothing. Ref (ref.h) owns one reference.
#pragma once

#include <bit>
#include <cstdint>

namespace gillab {

struct Object;

// The low three bits say what a value is:
//   0        int, the other 61 bits are its value
//   1, 4, 5  float: the double's bits rotated left by four, plus one. Those three patterns are the exponents around
//            zero: 0.0, subnormals, and 2^-255 <= |x| < 2^257. All other doubles live in a FloatBox.
//   2        pointer to an Object, plus two
//   3        singletons
//   7        an indirection inside a dict: a pointer to a DictCell, plus seven. Never leaves the dict.
class Value {
 public:
  static constexpr uint64_t kPointerTag = 2;
  static constexpr uint64_t kIndirectTag = 7;
  static constexpr int64_t kMaxInt = (int64_t{1} << 60) - 1;
  static constexpr int64_t kMinInt = -(int64_t{1} << 60);

  constexpr Value() : bits_(kEmptyBits) {}
  static constexpr Value from_bits(uint64_t bits) { return Value(bits); }

  static constexpr Value empty() { return Value(kEmptyBits); }  // no value: an error, an unbound local, NULL on the stack
  static constexpr Value none() { return Value(0x0B); }
  static constexpr Value false_() { return Value(0x13); }
  static constexpr Value true_() { return Value(0x1B); }
  static constexpr Value not_implemented() { return Value(0x23); }
  static constexpr Value ellipsis() { return Value(0x2B); }
  static constexpr Value exhausted() { return Value(0x33); }  // what an iterator's next gives at its end
  static constexpr Value boolean(bool b) { return Value(0x13 + (uint64_t{b} << 3)); }
  // REQUIRES: fits_int(i)
  static constexpr Value integer(int64_t i) { return Value(static_cast<uint64_t>(i) << 3); }
  static Value object(const void* object) { return Value(reinterpret_cast<uint64_t>(object) + kPointerTag); }
  static constexpr bool fits_int(int64_t i) { return i >= kMinInt && i <= kMaxInt; }

  // The immediate form of a double, or a value for which is_float() is false when it has none.
  static constexpr Value try_float(double d) { return Value(std::rotl(std::bit_cast<uint64_t>(d), 4) + 1); }

  constexpr bool is_empty() const { return bits_ == kEmptyBits; }
  constexpr bool is_none() const { return bits_ == 0x0B; }
  constexpr bool is_true() const { return bits_ == 0x1B; }
  constexpr bool is_false() const { return bits_ == 0x13; }
  constexpr bool is_bool() const { return (bits_ | 8) == 0x1B; }
  constexpr bool is_not_implemented() const { return bits_ == 0x23; }
  constexpr bool is_exhausted() const { return bits_ == 0x33; }
  constexpr bool is_int() const { return (bits_ & 7) == 0; }    // immediate; big ones are objects of Kind::Int
  constexpr bool is_float() const { return (kFloatMask >> (bits_ & 63)) & 1; }  // immediate; others are FloatBoxes
  constexpr bool is_object() const { return (bits_ & 7) == kPointerTag; }
  static constexpr bool both_ints(Value a, Value b) { return ((a.bits_ | b.bits_) & 7) == 0; }

  constexpr int64_t as_int() const { return static_cast<int64_t>(bits_) >> 3; }
  constexpr double as_float() const { return std::bit_cast<double>(std::rotr(bits_ - 1, 4)); }
  Object* as_object() const { return reinterpret_cast<Object*>(bits_ - kPointerTag); }
  constexpr uint64_t bits() const { return bits_; }

  // Identity, as `is` means it. Immediate floats and ints of equal value are one object.
  friend constexpr bool operator==(Value a, Value b) { return a.bits_ == b.bits_; }

 private:
  static constexpr uint64_t kEmptyBits = 3;
  static constexpr uint64_t kFloatMask = 0x3232323232323232;  // bits i with i & 7 in {1, 4, 5}
  explicit constexpr Value(uint64_t bits) : bits_(bits) {}
  uint64_t bits_;
};
static_assert(sizeof(Value) == 8);

enum class Truth : int8_t { Error = -1, No = 0, Yes = 1 };
inline Truth truth_of(bool b) { return b ? Truth::Yes : Truth::No; }

}  // namespace gillab
