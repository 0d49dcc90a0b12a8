// Making, joining, hashing and comparing texts. Methods are in str_*.cpp, the table of names in str_intern.cpp.
#include "runtime/str.h"

#include <bit>

#include "runtime/classes/layouts.h"
#include "runtime/errors.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/setup.h"
#include "runtime/text/str_characters.h"

namespace gillab {
namespace {

constexpr uint64_t kMixA = 0xA0761D6478BD642F;
constexpr uint64_t kMixB = 0xE7037ED1A0B428DB;

uint64_t mix(uint64_t a, uint64_t b) {
  unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

// Up to eight bytes as a number, put together in registers.
inline uint64_t load_few(const uint8_t* p, size_t count) {
  if (count == 8) {
    uint64_t word;
    std::memcpy(&word, p, 8);
    return word;
  }
  if (count >= 4) {
    uint32_t first, last;
    std::memcpy(&first, p, 4);
    std::memcpy(&last, p + count - 4, 4);
    return first | static_cast<uint64_t>(last) << ((count - 4) * 8);
  }
  uint64_t word = 0;
  for (size_t i = 0; i < count; ++i) word |= static_cast<uint64_t>(p[i]) << (i * 8);
  return word;
}

// REQUIRES: valid UTF-8 (surrogates allowed).
char32_t next_utf8(const uint8_t*& p) {
  uint8_t lead = *p++;
  if (lead < 0x80) return lead;
  auto more = [&] { return static_cast<char32_t>(*p++ & 0x3F); };
  char32_t c;
  if (lead < 0xE0) {
    c = static_cast<char32_t>(lead & 0x1F) << 6;
    return c | more();
  }
  if (lead < 0xF0) {
    c = static_cast<char32_t>(lead & 0x0F) << 12;
    c |= more() << 6;
    return c | more();
  }
  c = static_cast<char32_t>(lead & 0x07) << 18;
  c |= more() << 12;
  c |= more() << 6;
  return c | more();
}

Ref shared_character(Thread& thread, uint8_t character) {
  Str* known = thread.interpreter->latin1_strings[character];
  return known ? Ref::share(known) : Ref();
}

Ref make_from_wide_utf8(Thread& thread, std::string_view utf8) {
  const uint8_t* p = reinterpret_cast<const uint8_t*>(utf8.data());
  const uint8_t* end = p + utf8.size();
  size_t length = 0;
  char32_t bits = 0;
  for (; p < end; ++length) bits |= next_utf8(p);
  return make_measured_str(thread, utf8, length, bits);
}

template <class Character>
void read_characters(const uint8_t* p, Character* to, size_t length) {
  for (size_t i = 0; i < length;) {
    if (length - i >= 8 && eight_are_ascii(p)) {
      for (int each = 0; each < 8; ++each) to[i++] = *p++;
    } else {
      to[i++] = static_cast<Character>(next_utf8(p));
    }
  }
}

// Grows `left` where it stands when its memory has room.
bool append_in_place(Str* left, const Str* right) {
  if (right->width > left->width || left == right || left->interned() || !head_of(left).exact) return false;
  size_t new_length = left->length + right->length;
  if (str_object_bytes(new_length, left->width) != str_object_bytes(left->length, left->width)) return false;
  copy_into(left, left->length, right, 0, right->length);
  left->length = new_length;
  left->ascii = left->ascii & right->ascii;
  left->cached_hash.set(0);
  return true;
}

}  // namespace

size_t str_object_bytes(size_t length, size_t width) {
  size_t bytes = sizeof(Str) + length * width;
  if (bytes <= kSmallLimit) return (bytes + kSizeStep - 1) & ~(kSizeStep - 1);
  bytes += 16;  // what memory.cpp puts before large objects
  size_t step = std::bit_floor(bytes) / 8;
  return ((bytes + step - 1) & ~(step - 1)) - 16;
}

Str* new_str(Thread& thread, size_t length, char32_t maximum) {
  uint8_t width = width_for(maximum);
  if (length > (size_t{1} << 46)) return raise_memory_error(thread);
  Shape* shape = thread.shapes[static_cast<size_t>(Kind::Str)];
  Str* text = allocate<Str>(thread, shape, str_object_bytes(length, width) - sizeof(Str));
  if (!text) return nullptr;
  text->cached_hash.set(0);
  text->length = length;
  text->width = width;
  text->ascii = maximum < 0x80;
  return text;
}

Ref make_measured_str(Thread& thread, std::string_view utf8, size_t length, char32_t bits) {
  if (length <= 1 || bits < 0x80) return length == utf8.size() ? make_ascii(thread, utf8) : make_character(thread, bits);
  Str* result = new_str(thread, length, bits > 0x10FFFF ? 0x10FFFF : bits);
  if (!result) return {};
  with_characters(result, [&](auto* to) { read_characters(reinterpret_cast<const uint8_t*>(utf8.data()), to, length); });
  return Ref::own(result);
}

Ref make_ascii(Thread& thread, std::string_view text) {
  if (text.size() <= 1) {
    if (text.empty() && thread.interpreter->empty_string) return Ref::share(thread.interpreter->empty_string);
    if (text.size() == 1) {
      if (Ref known = shared_character(thread, static_cast<uint8_t>(text[0]))) return known;
    }
  }
  Str* result = new_str(thread, text.size(), 0x7F);
  if (!result) return {};
  copy_bytes(result->data1(), text.data(), text.size());
  return Ref::own(result);
}

Ref make_str(Thread& thread, std::string_view utf8) {
  return is_ascii(utf8) ? make_ascii(thread, utf8) : make_from_wide_utf8(thread, utf8);
}

Ref make_latin1(Thread& thread, const uint8_t* characters, size_t length) {
  if (length == 1) return make_character(thread, characters[0]);
  if (length == 0) return make_str(thread, {});
  return make_narrowed(thread, characters, length);
}

Ref make_from_utf32(Thread& thread, const char32_t* characters, size_t length) {
  if (length == 1) return make_character(thread, characters[0]);
  if (length == 0) return make_str(thread, {});
  return make_narrowed(thread, characters, length);
}

Ref make_character(Thread& thread, char32_t character) {
  if (character < 256) {
    if (Ref known = shared_character(thread, static_cast<uint8_t>(character))) return known;
  }
  Str* text = new_str(thread, 1, character);
  if (!text) return {};
  with_characters(text, [&](auto* to) { to[0] = static_cast<std::remove_pointer_t<decltype(to)>>(character); });
  return Ref::own(text);
}

Ref exact_str(Thread& thread, Str* text) {
  if (head_of(text).exact) return Ref::share(text);
  Str* copy = new_str(thread, text->length, bound_of(text));
  if (!copy) return {};
  copy_into(copy, 0, text, 0, text->length);
  return Ref::own(copy);
}

Ref substring(Thread& thread, Str* text, size_t start, size_t end) {
  if (start >= end) return make_str(thread, {});
  size_t length = end - start;
  if (length == text->length) return exact_str(thread, text);
  if (length == 1) return make_character(thread, text->at(start));
  if (text->ascii) {
    Str* part = new_str(thread, length, 0x7F);
    if (!part) return {};
    copy_bytes(part->data1(), text->data1() + start, length);
    return Ref::own(part);
  }
  return with_characters(text, [&](const auto* from) { return make_narrowed(thread, from + start, length); });
}

Ref concatenate(Thread& thread, Str* left, Str* right) {
  if (right->length == 0) return exact_str(thread, left);
  if (left->length == 0) return exact_str(thread, right);
  Str* result = new_str(thread, left->length + right->length, std::max(bound_of(left), bound_of(right)));
  if (!result) return {};
  copy_into(result, 0, left, 0, left->length);
  copy_into(result, left->length, right, 0, right->length);
  return Ref::own(result);
}

Ref append(Thread& thread, Ref left, Str* right) {
  Str* text = left.as<Str>();
  if (gil::Count::is_unique(text->header) && append_in_place(text, right)) return left;
  return concatenate(thread, text, right);
}

Ref join_texts(Thread& thread, const Value* texts, size_t count, const Str* separator) {
  if (count == 0) return make_str(thread, {});
  if (count == 1) return exact_str(thread, as<Str>(texts[0]));
  size_t gap = separator ? separator->length : 0;
  size_t length = gap * (count - 1);
  char32_t bound = gap ? bound_of(separator) : 0;
  for (size_t i = 0; i < count; ++i) {
    const Str* text = as<Str>(texts[i]);
    length += text->length;
    if (text->length != 0) bound = std::max(bound, bound_of(text));
  }
  if (length == 0) return make_str(thread, {});
  Str* result = new_str(thread, length, bound);
  if (!result) return {};
  size_t at = 0;
  for (size_t i = 0; i < count; ++i) {
    if (i != 0 && gap) {
      copy_into(result, at, separator, 0, gap);
      at += gap;
    }
    const Str* text = as<Str>(texts[i]);
    copy_into(result, at, text, 0, text->length);
    at += text->length;
  }
  return Ref::own(result);
}

int64_t hash_bytes(const void* data, size_t bytes, uint64_t seed) {
  if (bytes == 0) return 0;
  const uint8_t* p = static_cast<const uint8_t*>(data);
  uint64_t hash = seed ^ kMixA ^ bytes;
  while (bytes > 8) {
    uint64_t word;
    std::memcpy(&word, p, 8);
    hash = mix(hash ^ word, kMixB);
    p += 8;
    bytes -= 8;
  }
  hash = mix(hash ^ load_few(p, bytes), kMixB);
  int64_t result = static_cast<int64_t>(mix(hash, kMixA));
  return result == -1 || result == 0 ? 1 : result;
}

int64_t hash_of(Str* text) {
  int64_t hash = text->cached_hash.get();
  if (hash != 0) [[likely]]
    return hash;
  hash = hash_bytes(text->data1(), text->bytes(), current_thread().interpreter->hash_seed);
  text->cached_hash.set(hash);
  return hash;
}

int compare_text(const Str* left, const Str* right) {
  size_t common = std::min<size_t>(left->length, right->length);
  if (left->width == 1 && right->width == 1) {
    if (int order = std::memcmp(left->data1(), right->data1(), common)) return order;
  } else {
    for (size_t i = 0; i < common; ++i) {
      char32_t a = left->at(i), b = right->at(i);
      if (a != b) return a < b ? -1 : 1;
    }
  }
  return left->length < right->length ? -1 : left->length > right->length ? 1 : 0;
}

bool equals_ascii(const Str* text, std::string_view ascii) { return text->ascii && text->ascii_view() == ascii; }

size_t length_as_utf8(const Str* text) {
  if (text->ascii) return text->length;
  return with_characters(text, [&](const auto* characters) {
    size_t bytes = 0;
    for (size_t i = 0; i < text->length; ++i) {
      char32_t c = characters[i];
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return bytes;
  });
}

char* write_utf8(const Str* text, char* target) {
  if (text->ascii) {
    std::memcpy(target, text->data1(), text->length);
    return target + text->length;
  }
  return with_characters(text, [&](const auto* characters) {
    for (size_t i = 0; i < text->length; ++i) target += put_utf8(characters[i], target);
    return target;
  });
}

std::string to_utf8(const Str* text) {
  std::string result(length_as_utf8(text), '\0');
  write_utf8(text, result.data());
  return result;
}

std::string_view argument_name(Thread& thread, Value value) {
  return value.is_none() ? "None" : type_name(thread, value);
}

Str* expect_str(Thread& thread, Value value, const char* what) {
  if (is<Str>(value)) return as<Str>(value);
  return raise(thread, Error::TypeError, "{} must be str, not {}", what, argument_name(thread, value));
}

namespace {
void destroy_str(Thread& thread, Object* object) {
  Str* text = reinterpret_cast<Str*>(object);
  size_t bytes = str_object_bytes(text->length, text->width);
  free_with_attributes(thread, object, bytes);
}
}  // namespace

const Layout kStrLayout = {"str", sizeof(Str), false, destroy_str};

}  // namespace gillab
