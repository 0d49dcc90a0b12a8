// Byte strings: case, classes, padding, translation, hexadecimal text, and the special methods both types share.
#include <algorithm>

#include "runtime/text/byte_strings.h"

#include <optional>

#include "runtime/containers/sequence.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_alpha(char c) { return is_upper(c) || is_lower(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_alpha(c) || is_digit(c); }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

template <class Map>
Ref mapped(Thread& thread, const Value* args, Map map) {
  std::string text(bytes_of(args[0]));
  for (char& c : text) c = map(c);
  return make_like(thread, args[0], text);
}

template <class Test>
Ref all_are(const Value* args, Test test) {
  std::string_view text = bytes_of(args[0]);
  for (char c : text) {
    if (!test(c)) return Ref::boolean(false);
  }
  return Ref::boolean(!text.empty());
}

// At least one letter of the wanted case and none of the other.
Ref cased(const Value* args, bool (*wanted)(char), bool (*refused)(char)) {
  bool found = false;
  for (char c : bytes_of(args[0])) {
    if (refused(c)) return Ref::boolean(false);
    found |= wanted(c);
  }
  return Ref::boolean(found);
}

bool fill_byte(Thread& thread, Value value, const char* name, char* fill) {
  *fill = ' ';
  if (value.is_empty()) return true;
  if ((!is<Bytes>(value) && !is<ByteArray>(value)) || bytes_of(value).size() != 1) {
    return raise(thread, Error::TypeError, "{}() argument 2 must be a byte string of length 1, not {}", name,
                 type_name(thread, value));
  }
  *fill = bytes_of(value)[0];
  return true;
}

Ref justify(Thread& thread, const Value* args, const char* name) {
  int64_t width;
  char fill;
  if (!index_as_int64(thread, args[1], &width) || !fill_byte(thread, args[2], name, &fill)) return {};
  std::string_view text = bytes_of(args[0]);
  int64_t room = std::max<int64_t>(width - static_cast<int64_t>(text.size()), 0);
  if (!room_for(thread, static_cast<uint64_t>(room))) return {};
  int64_t left = name[0] == 'l' ? 0 : name[0] == 'r' ? room : room / 2 + (room & width & 1);
  std::string result(static_cast<size_t>(left), fill);
  result.append(text).append(static_cast<size_t>(room - left), fill);
  return make_like(thread, args[0], result);
}

template <class Test>
Ref ordered(Thread& thread, const Value* args, Test test) {
  std::string_view other;
  bool of_array = is<ByteArray>(args[0]) || is<Bytes>(args[1]) || is<ByteArray>(args[1]);
  if (!of_array || !is_object_with_bytes(thread, args[1], &other)) return Ref::not_implemented();
  return Ref::boolean(test(bytes_of(args[0]).compare(other)));
}

}  // namespace

bool room_for(Thread& thread, uint64_t bytes) {
  if (bytes < 1 << 20) return true;
  void* memory = allocate_buffer(thread, bytes);
  if (memory) free_buffer(thread, memory, bytes);
  return memory != nullptr;
}

bool byte_value(Thread& thread, Value value, uint8_t* result, const char* error) {
  int64_t number = -1;
  Ref integer = index(thread, value);
  if (!integer) return false;
  if (!fits_int64(integer.get(), &number) || number < 0 || number > 255) {
    return raise(thread, Error::ValueError, error);
  }
  *result = static_cast<uint8_t>(number);
  return true;
}

Ref byte_upper(Thread& thread, const Value* args, uint32_t, Tuple*) { return mapped(thread, args, to_upper); }
Ref byte_lower(Thread& thread, const Value* args, uint32_t, Tuple*) { return mapped(thread, args, to_lower); }
Ref byte_swapcase(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return mapped(thread, args, [](char c) { return is_upper(c) ? to_lower(c) : to_upper(c); });
}
Ref byte_title(Thread& thread, const Value* args, uint32_t, Tuple*) {
  bool inside = false;
  return mapped(thread, args, [&](char c) {
    char result = inside ? to_lower(c) : to_upper(c);
    inside = is_alpha(c);
    return result;
  });
}
Ref byte_capitalize(Thread& thread, const Value* args, uint32_t, Tuple*) {
  bool first = true;
  return mapped(thread, args, [&](char c) { return std::exchange(first, false) ? to_upper(c) : to_lower(c); });
}

Ref byte_isalnum(Thread&, const Value* args, uint32_t, Tuple*) { return all_are(args, is_alnum); }
Ref byte_isalpha(Thread&, const Value* args, uint32_t, Tuple*) { return all_are(args, is_alpha); }
Ref byte_isdigit(Thread&, const Value* args, uint32_t, Tuple*) { return all_are(args, is_digit); }
Ref byte_isspace(Thread&, const Value* args, uint32_t, Tuple*) { return all_are(args, is_space); }
Ref byte_isascii(Thread&, const Value* args, uint32_t, Tuple*) {
  return bytes_of(args[0]).empty() ? Ref::boolean(true) : all_are(args, [](char c) { return (c & 0x80) == 0; });
}
Ref byte_islower(Thread&, const Value* args, uint32_t, Tuple*) { return cased(args, is_lower, is_upper); }
Ref byte_isupper(Thread&, const Value* args, uint32_t, Tuple*) { return cased(args, is_upper, is_lower); }
Ref byte_istitle(Thread&, const Value* args, uint32_t, Tuple*) {
  bool inside = false, found = false;
  for (char c : bytes_of(args[0])) {
    if ((is_upper(c) && inside) || (is_lower(c) && !inside)) return Ref::boolean(false);
    inside = is_alpha(c);
    found |= inside;
  }
  return Ref::boolean(found);
}

Ref byte_center(Thread& thread, const Value* args, uint32_t, Tuple*) { return justify(thread, args, "center"); }
Ref byte_ljust(Thread& thread, const Value* args, uint32_t, Tuple*) { return justify(thread, args, "ljust"); }
Ref byte_rjust(Thread& thread, const Value* args, uint32_t, Tuple*) { return justify(thread, args, "rjust"); }

Ref byte_zfill(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t width;
  if (!index_as_int64(thread, args[1], &width)) return {};
  std::string text(bytes_of(args[0]));
  int64_t room = width - static_cast<int64_t>(text.size());
  size_t sign = !text.empty() && (text[0] == '+' || text[0] == '-');
  if (room > 0 && !room_for(thread, static_cast<uint64_t>(room))) return {};
  if (room > 0) text.insert(sign, static_cast<size_t>(room), '0');
  return make_like(thread, args[0], text);
}

Ref byte_expandtabs(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t size = 8, column = 0;
  if (!args[1].is_empty() && !index_as_int64(thread, args[1], &size)) return {};
  std::string result;
  for (char c : bytes_of(args[0])) {
    if (c == '\t') {
      int64_t spaces = size > 0 ? size - column % size : 0;
      if (!room_for(thread, static_cast<uint64_t>(spaces))) return {};
      result.append(static_cast<size_t>(spaces), ' ');
      column += spaces;
    } else {
      result += c;
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  return make_like(thread, args[0], result);
}

Ref byte_translate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view table, gone;
  if (!args[1].is_none()) {
    if (!bytes_view(thread, args[1], &table)) return {};
    if (table.size() != 256) {
      return raise(thread, Error::ValueError, "translation table must be 256 characters long");
    }
  }
  if (!args[2].is_empty() && !bytes_view(thread, args[2], &gone)) return {};
  std::string result;
  for (char c : bytes_of(args[0])) {
    if (gone.find(c) != std::string_view::npos) continue;
    result += table.empty() ? c : table[static_cast<uint8_t>(c)];
  }
  return make_like(thread, args[0], result);
}

Ref byte_maketrans(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view from, to;
  if (!bytes_view(thread, args[0], &from) || !bytes_view(thread, args[1], &to)) return {};
  if (from.size() != to.size()) {
    return raise(thread, Error::ValueError, "maketrans arguments must have same length");
  }
  char table[256];
  for (int i = 0; i < 256; ++i) table[i] = static_cast<char>(i);
  for (size_t i = 0; i < from.size(); ++i) table[static_cast<uint8_t>(from[i])] = to[i];
  return make_bytes(thread, std::string_view(table, 256));
}

Ref byte_decode(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str *encoding = nullptr, *errors = nullptr;
  if (!args[1].is_empty() && !(encoding = expect_str(thread, args[1], "decode() argument 'encoding'"))) return {};
  if (!args[2].is_empty() && !(errors = expect_str(thread, args[2], "decode() argument 'errors'"))) return {};
  return decode(thread, bytes_of(args[0]), encoding, errors);
}

Ref hex_of(Thread& thread, std::string_view content, Value separator, Value group) {
  static const char kDigits[] = "0123456789abcdef";
  int64_t every = 1;
  std::optional<char> mark;
  if (!group.is_empty() && !index_as_int64(thread, group, &every)) return {};
  if (!separator.is_empty()) {
    std::string text = is<Str>(separator)     ? to_utf8(as<Str>(separator))
                       : is<Bytes>(separator) ? std::string(bytes_of(separator))
                                              : std::string();
    if (!is<Str>(separator) && !is<Bytes>(separator)) {
      return length(thread, separator) < 0 ? Ref() : Ref(raise(thread, Error::TypeError, "sep must be str or bytes."));
    }
    if (text.size() != 1) {
      return raise(
          thread, Error::ValueError,
          is<Str>(separator) && as<Str>(separator)->length == 1 ? "sep must be ASCII." : "sep must be length 1.");
    }
    if (text[0] & 0x80) return raise(thread, Error::ValueError, "sep must be ASCII.");
    mark = text[0];
  }
  size_t size = content.size(), step = static_cast<size_t>(every < 0 ? -every : every);
  if (!mark && size > 0) {
    Str* plain = new_str(thread, size * 2, 0x7F);
    if (!plain) return {};
    for (size_t i = 0; i < size; ++i) {
      plain->data1()[2 * i] = static_cast<uint8_t>(kDigits[static_cast<uint8_t>(content[i]) >> 4]);
      plain->data1()[2 * i + 1] = static_cast<uint8_t>(kDigits[content[i] & 15]);
    }
    return Ref::own(plain);
  }
  std::string result;
  for (size_t i = 0; i < size; ++i) {
    bool border = step > 0 && i > 0 && (every < 0 ? i % step == 0 : (size - i) % step == 0);
    if (mark && border) result += *mark;
    result += kDigits[static_cast<uint8_t>(content[i]) >> 4];
    result += kDigits[content[i] & 15];
  }
  return make_str(thread, result);
}

Ref byte_hex(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return hex_of(thread, std::string(bytes_of(args[0])), args[1], args[2]);  // a copy: an __index__ may run
}

Ref byte_getitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const char* name = is<ByteArray>(args[0]) ? "bytearray" : "byte";
  if (is<Slice>(args[1])) {
    SliceBounds bounds;
    if (!unpack_slice(thread, args[1], &bounds)) return {};
    adjust_slice(&bounds, static_cast<int64_t>(bytes_of(args[0]).size()));
    std::string_view text = bytes_of(args[0]);
    if (bounds.step == 1 && bounds.count >= 0) {
      return make_like(thread, args[0],
                       text.substr(static_cast<size_t>(bounds.start), static_cast<size_t>(bounds.count)));
    }
    std::string result(static_cast<size_t>(std::max<int64_t>(bounds.count, 0)), '\0');
    int64_t at = bounds.start;
    for (char& byte : result) {
      byte = text[static_cast<size_t>(at)];
      at += bounds.step;
    }
    return make_like(thread, args[0], result);
  }
  if (!is_integer(args[1]) && special_method(thread, args[1], Dunder::Index).is_empty()) {
    return raise(thread, Error::TypeError, "{} indices must be integers or slices, not {}", name,
                 type_name(thread, args[1]));
  }
  int64_t position;
  if (args[1].is_int()) {
    position = args[1].as_int();
  } else if (!index_as_int64(thread, args[1], &position, false, Error::IndexError)) {
    return {};
  }
  int64_t length = static_cast<int64_t>(bytes_of(args[0]).size());
  if (position < 0) position += length;
  if (position < 0 || position >= length) {
    return raise(thread, Error::IndexError,
                 is<ByteArray>(args[0]) ? "bytearray index out of range" : "index out of range");
  }
  return Ref::own(Value::integer(static_cast<uint8_t>(bytes_of(args[0])[static_cast<size_t>(position)])));
}

Ref refuse_concatenation(Thread& thread, const Value* args) {
  if (thread.has_exception()) return {};
  if (has_reflected(thread, args[1], Dunder::RAdd)) return Ref::not_implemented();
  return raise(thread, Error::TypeError, "can't concat {} to {}", type_name(thread, args[1]), type_name(thread, args[0]));
}

Ref byte_add(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view right;
  if (!is_object_with_bytes(thread, args[1], &right)) return refuse_concatenation(thread, args);
  std::string result(bytes_of(args[0]));
  return make_like(thread, args[0], result.append(right));
}

Ref byte_mul(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count;
  Ref status = repeat_count(thread, args[1], &count);
  if (!status || status.get().is_not_implemented()) return status;
  std::string_view text = bytes_of(args[0]);
  if (count < 0) count = 0;
  if (count == 1 && is_exact<Bytes>(args[0])) return Ref::share(args[0]);
  uint64_t bytes;
  bool too_many = __builtin_mul_overflow(text.size(), static_cast<uint64_t>(count), &bytes);
  if (too_many || !room_for(thread, bytes)) return raise_memory_error(thread);
  std::string result;
  result.reserve(bytes);
  for (int64_t i = 0; i < count; ++i) result.append(text);
  return make_like(thread, args[0], result);
}
Ref byte_rmul(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  return byte_mul(thread, args, count, names);
}

Ref byte_rmod(Thread&, const Value*, uint32_t, Tuple*) { return Ref::not_implemented(); }
Ref byte_mod(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return format_bytes_percent(thread, args[0], args[1]);
}

Ref byte_lt(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return ordered(thread, args, [](int o) { return o < 0; });
}
Ref byte_le(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return ordered(thread, args, [](int o) { return o <= 0; });
}
Ref byte_eq(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return ordered(thread, args, [](int o) { return o == 0; });
}
Ref byte_ne(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return ordered(thread, args, [](int o) { return o != 0; });
}
Ref byte_gt(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return ordered(thread, args, [](int o) { return o > 0; });
}
Ref byte_ge(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return ordered(thread, args, [](int o) { return o >= 0; });
}
Ref byte_len(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_int(thread, static_cast<int64_t>(bytes_of(args[0]).size()));
}

}  // namespace gillab
