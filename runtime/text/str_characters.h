// What the files of str share: code over characters of 1, 2 or 4 bytes written once.
#pragma once

#include <cstring>
#include <string_view>
#include <type_traits>

#include "runtime/str.h"

namespace gillab {

// Calls `function` with a pointer to the characters in their own width.
template <class Function>
decltype(auto) with_characters(const Str* text, Function&& function) {
  if (text->width == 1) return function(text->data1());
  if (text->width == 2) return function(text->data2());
  return function(text->data4());
}
template <class Function>
decltype(auto) with_characters(Str* text, Function&& function) {
  if (text->width == 1) return function(text->data1());
  if (text->width == 2) return function(text->data2());
  return function(text->data4());
}

// memcpy without a call for the few bytes that most texts have. REQUIRES: the ranges do not overlap
inline void copy_bytes(void* to, const void* from, size_t count) {
  auto* target = static_cast<uint8_t*>(to);
  auto* source = static_cast<const uint8_t*>(from);
  if (count > 32) {
    std::memcpy(target, source, count);
  } else if (count >= 16) {
    struct Half {
      uint64_t words[2];
    } first, last;
    std::memcpy(&first, source, 16);
    std::memcpy(&last, source + count - 16, 16);
    std::memcpy(target, &first, 16);
    std::memcpy(target + count - 16, &last, 16);
  } else if (count >= 8) {
    uint64_t first, last;
    std::memcpy(&first, source, 8);
    std::memcpy(&last, source + count - 8, 8);
    std::memcpy(target, &first, 8);
    std::memcpy(target + count - 8, &last, 8);
  } else if (count >= 4) {
    uint32_t first, last;
    std::memcpy(&first, source, 4);
    std::memcpy(&last, source + count - 4, 4);
    std::memcpy(target, &first, 4);
    std::memcpy(target + count - 4, &last, 4);
  } else {
    for (size_t i = 0; i < count; ++i) target[i] = source[i];
  }
}

template <class To, class From>
inline void copy_characters(To* to, const From* from, size_t count) {
  if constexpr (std::is_same_v<To, From>) {
    copy_bytes(to, from, count * sizeof(To));
  } else {
    for (size_t i = 0; i < count; ++i) to[i] = static_cast<To>(from[i]);
  }
}
// Copies text[start, start + count) to position `at` of `target`. REQUIRES: target is wide enough.
inline void copy_into(Str* target, size_t at, const Str* text, size_t start, size_t count) {
  if (target->width == 1 && text->width == 1) return copy_bytes(target->data1() + at, text->data1() + start, count);
  with_characters(target, [&](auto* to) {
    with_characters(text, [&](const auto* from) { copy_characters(to + at, from + start, count); });
  });
}

// An upper bound for the characters of a text, cheap to know.
inline char32_t bound_of(const Str* text) {
  return text->ascii ? 0x7F : text->width == 1 ? 0xFF : text->width == 2 ? 0xFFFF : 0x10FFFF;
}
template <class Character>
char32_t maximum_of(const Character* characters, size_t count) {
  uint32_t all = 0;  // at least the maximum, and of the same width
  for (size_t i = 0; i < count; ++i) all |= characters[i];
  return all > 0x10FFFF ? 0x10FFFF : all;
}

inline uint8_t width_for(char32_t maximum) { return maximum < 0x100 ? 1 : maximum < 0x10000 ? 2 : 4; }

// Bytes of the object: rounded up to steps of an eighth, as mimalloc's size classes are, so that a text which grows at
// its end moves only now and then. A function of the length alone.
size_t str_object_bytes(size_t length, size_t width);

template <class Character>
Ref make_narrowed(Thread& thread, const Character* characters, size_t length) {
  Str* text = new_str(thread, length, maximum_of(characters, length));
  if (!text) return {};
  with_characters(text, [&](auto* to) { copy_characters(to, characters, length); });
  return Ref::own(text);
}

// Optional bounds of find, index, count, startswith ...: slices' rules. False: an exception is set.
bool text_bounds(Thread& thread, Value start, Value end, int64_t length, int64_t* from, int64_t* to);

inline bool eight_are_ascii(const void* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, 8);
  return (word & 0x8080808080808080) == 0;
}

inline bool is_ascii(std::string_view text) {
  size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    if (!eight_are_ascii(text.data() + i)) return false;
  }
  if (i < text.size() && text.size() >= 8) return eight_are_ascii(text.data() + text.size() - 8);
  unsigned char all = 0;
  for (; i < text.size(); ++i) all |= static_cast<unsigned char>(text[i]);
  return all < 0x80;
}

// A text of ASCII; the shared one where it is empty or a character.
Ref make_ascii(Thread& thread, std::string_view text);
// A text of which is known how many characters it has and what bits occur in them. REQUIRES: valid UTF-8
Ref make_measured_str(Thread& thread, std::string_view utf8, size_t length, char32_t bits);
size_t length_as_utf8(const Str* text);
char* write_utf8(const Str* text, char* target);
inline size_t put_utf8(char32_t c, char* target) {
  if (c < 0x80) return target[0] = static_cast<char>(c), 1;
  if (c < 0x800) {
    target[0] = static_cast<char>(0xC0 | c >> 6);
    target[1] = static_cast<char>(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    target[0] = static_cast<char>(0xE0 | c >> 12);
    target[1] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
    target[2] = static_cast<char>(0x80 | (c & 0x3F));
    return 3;
  }
  target[0] = static_cast<char>(0xF0 | c >> 18);
  target[1] = static_cast<char>(0x80 | (c >> 12 & 0x3F));
  target[2] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
  target[3] = static_cast<char>(0x80 | (c & 0x3F));
  return 4;
}

}  // namespace gillab
