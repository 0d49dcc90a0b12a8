// str: Unicode text with O(1) indexing, 1, 2 or 4 bytes a character, the narrowest that fits. Immutable once published.
#pragma once

#include <string>
#include <string_view>

#include "runtime/ref.h"
#include "runtime/sizes.h"
#include "runtime/thread.h"

namespace gillab {

struct Str : Object {
  static constexpr Kind kKind = Kind::Str;
  Cell<int64_t> cached_hash;  // 0: not computed yet (a hash of 0 is stored as 1... see hash_of)
  uint64_t length : 48;
  uint64_t width : 8;  // bytes a character: 1, 2, 4
  uint64_t ascii : 8;  // all below 128; implies width 1
  // the characters follow

  const uint8_t* data1() const { return reinterpret_cast<const uint8_t*>(this + 1); }
  const uint16_t* data2() const { return reinterpret_cast<const uint16_t*>(this + 1); }
  const uint32_t* data4() const { return reinterpret_cast<const uint32_t*>(this + 1); }
  uint8_t* data1() { return reinterpret_cast<uint8_t*>(this + 1); }
  uint16_t* data2() { return reinterpret_cast<uint16_t*>(this + 1); }
  uint32_t* data4() { return reinterpret_cast<uint32_t*>(this + 1); }
  char32_t at(size_t i) const { return width == 1 ? data1()[i] : width == 2 ? data2()[i] : data4()[i]; }
  size_t bytes() const { return length * width; }
  bool interned() const { return (header.flags & kInterned) != 0; }
  std::string_view ascii_view() const { return {reinterpret_cast<const char*>(data1()), length}; }  // REQUIRES: ascii
};
static_assert(sizeof(Str) == 32);

Ref make_str(Thread& thread, std::string_view utf8);  // valid UTF-8; surrogates as three bytes are allowed
Ref make_latin1(Thread& thread, const uint8_t* characters, size_t length);
Ref make_from_utf32(Thread& thread, const char32_t* characters, size_t length);
Ref make_character(Thread& thread, char32_t character);
// Room for `length` characters none of which is above `maximum`; the caller fills it before anybody sees it.
Str* new_str(Thread& thread, size_t length, char32_t maximum);
Ref substring(Thread& thread, Str* text, size_t start, size_t end);  // the whole gives the same object
Ref concatenate(Thread& thread, Str* left, Str* right);
// left + right where the caller owns the only reference to left: may grow it in place.
Ref append(Thread& thread, Ref left, Str* right);

// The one object for this text. Names of attributes, globals and keywords are always interned. Null: memory is out.
Str* intern(Thread& thread, std::string_view utf8);  // borrowed: the table of a running interpreter keeps it
Str* intern(Thread& thread, Str* text);              // borrowed likewise; exact strs only

int64_t hash_of(Str* text);  // never -1; cached
// memcmp(...) == 0 without a call for short texts.
inline bool same_bytes(const uint8_t* left, const uint8_t* right, size_t count) {
  uint64_t a, b, c, d;
  if (count > 16) return std::memcmp(left, right, count) == 0;
  if (count >= 8) {
    std::memcpy(&a, left, 8);
    std::memcpy(&b, right, 8);
    std::memcpy(&c, left + count - 8, 8);
    std::memcpy(&d, right + count - 8, 8);
    return ((a ^ b) | (c ^ d)) == 0;
  }
  if (count >= 4) {
    uint32_t e, f, g, h;
    std::memcpy(&e, left, 4);
    std::memcpy(&f, right, 4);
    std::memcpy(&g, left + count - 4, 4);
    std::memcpy(&h, right + count - 4, 4);
    return ((e ^ f) | (g ^ h)) == 0;
  }
  for (size_t i = 0; i < count; ++i) {
    if (left[i] != right[i]) return false;
  }
  return true;
}
inline bool same_text(const Str* left, const Str* right) {
  if (left == right) return true;
  if (left->length != right->length || left->width != right->width) return false;
  return same_bytes(left->data1(), right->data1(), left->bytes());
}
int compare_text(const Str* left, const Str* right);  // by code points: <0, 0, >0
bool equals_ascii(const Str* text, std::string_view ascii);
std::string to_utf8(const Str* text);  // surrogates as three bytes
int64_t find_text(const Str* text, const Str* part, int64_t start, int64_t end,
                  bool backwards = false);  // -1: not there

// Collects text of growing width. Failure of memory is remembered and reported by finish().
class StrBuilder {
 public:
  explicit StrBuilder(Thread& thread) : thread_(thread) {}
  ~StrBuilder();
  StrBuilder(const StrBuilder&) = delete;
  void add(char32_t character);
  void add(std::string_view utf8);
  void add(const Str* text);
  void add(const Str* text, size_t start, size_t end);
  void fill(char32_t character, size_t count);
  bool add_repr(Value value);  // false: an exception is set
  bool add_str(Value value);
  void add_ascii(const char* text, size_t count);
  void add_integer(int64_t number);
  size_t length() const { return length_; }
  Ref finish();

 private:
  bool reserve(size_t more, char32_t maximum);
  bool move_to(uint8_t width, size_t capacity);
  static constexpr size_t kRoomInside = usual_or_smallest<size_t>(256, 8);  // bytes; most texts need no more
  Thread& thread_;
  uint8_t* data_ = room_;
  size_t length_ = 0;
  size_t capacity_ = kRoomInside;  // characters
  char32_t maximum_ = 0;           // no character is above it
  uint8_t width_ = 1;
  bool failed_ = false;
  alignas(8) uint8_t room_[kRoomInside];
};

// The exact str that `text` is, or a copy without the subclass.
Ref exact_str(Thread& thread, Str* text);
// The texts one after the other: what ''.join and f-strings need. REQUIRES: all are strs.
Ref join_texts(Thread& thread, const Value* texts, size_t count, const Str* separator = nullptr);
Ref text_repr(Thread& thread, const Str* text);
int64_t hash_bytes(const void* data, size_t bytes, uint64_t seed);  // never -1; 0 for no bytes alone
// The table of names, and how it gives them back at the interpreter's end.
struct InternTable* make_intern_table();
void free_intern_table(Thread& thread);

// How messages about arguments name the type of what was given: None by itself.
std::string_view argument_name(Thread& thread, Value value);
// What an argument that must be a str is; raises "X must be str, not T" otherwise and gives null.
Str* expect_str(Thread& thread, Value value, const char* what);

// format(value, spec) of the built-in types (format_spec.cpp).
Ref format_int(Thread& thread, Value value, Str* spec);
Ref format_float(Thread& thread, Value value, Str* spec);
Ref format_complex(Thread& thread, Value value, Str* spec);
Ref format_str(Thread& thread, Value value, Str* spec);
Ref format_percent(Thread& thread, Str* format, Value arguments);  // str % arguments

}  // namespace gillab
