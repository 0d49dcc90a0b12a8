// What bytes and bytearray have in common: methods written once over the memory of either. The rows stand in
// GILLAB_BYTE_METHODS; byte_search.cpp and byte_methods.cpp define them.
#pragma once

#include <string>
#include <string_view>

#include "runtime/bytes.h"
#include "runtime/native.h"

namespace gillab {

// What + says to an operand that is no bytes, unless that one adds.
Ref refuse_concatenation(Thread& thread, const Value* args);

#define GILLAB_BYTE_METHODS(ROW)                                                \
  ROW(byte_find, "find", "(self, sub, start=None, end=None, /)")                \
  ROW(byte_rfind, "rfind", "(self, sub, start=None, end=None, /)")              \
  ROW(byte_index, "index", "(self, sub, start=None, end=None, /)")              \
  ROW(byte_rindex, "rindex", "(self, sub, start=None, end=None, /)")            \
  ROW(byte_count, "count", "(self, sub, start=None, end=None, /)")              \
  ROW(byte_startswith, "startswith", "(self, prefix, start=None, end=None, /)") \
  ROW(byte_endswith, "endswith", "(self, suffix, start=None, end=None, /)")     \
  ROW(byte_contains, "__contains__", "(self, key, /)")                          \
  ROW(byte_replace, "replace", "(self, old, new, count=-1, /)")                 \
  ROW(byte_removeprefix, "removeprefix", "(self, prefix, /)")                   \
  ROW(byte_removesuffix, "removesuffix", "(self, suffix, /)")                   \
  ROW(byte_split, "split", "(self, /, sep=None, maxsplit=-1)")                  \
  ROW(byte_rsplit, "rsplit", "(self, /, sep=None, maxsplit=-1)")                \
  ROW(byte_splitlines, "splitlines", "(self, /, keepends=False)")               \
  ROW(byte_partition, "partition", "(self, sep, /)")                            \
  ROW(byte_rpartition, "rpartition", "(self, sep, /)")                          \
  ROW(byte_join, "join", "(self, iterable_of_bytes, /)")                        \
  ROW(byte_strip, "strip", "(self, bytes=None, /)")                             \
  ROW(byte_lstrip, "lstrip", "(self, bytes=None, /)")                           \
  ROW(byte_rstrip, "rstrip", "(self, bytes=None, /)")                           \
  ROW(byte_upper, "upper", "(self, /)")                                         \
  ROW(byte_lower, "lower", "(self, /)")                                         \
  ROW(byte_title, "title", "(self, /)")                                         \
  ROW(byte_swapcase, "swapcase", "(self, /)")                                   \
  ROW(byte_capitalize, "capitalize", "(self, /)")                               \
  ROW(byte_isalnum, "isalnum", "(self, /)")                                     \
  ROW(byte_isalpha, "isalpha", "(self, /)")                                     \
  ROW(byte_isascii, "isascii", "(self, /)")                                     \
  ROW(byte_isdigit, "isdigit", "(self, /)")                                     \
  ROW(byte_islower, "islower", "(self, /)")                                     \
  ROW(byte_isspace, "isspace", "(self, /)")                                     \
  ROW(byte_istitle, "istitle", "(self, /)")                                     \
  ROW(byte_isupper, "isupper", "(self, /)")                                     \
  ROW(byte_center, "center", "(self, width, fillchar=b' ', /)")                 \
  ROW(byte_ljust, "ljust", "(self, width, fillchar=b' ', /)")                   \
  ROW(byte_rjust, "rjust", "(self, width, fillchar=b' ', /)")                   \
  ROW(byte_zfill, "zfill", "(self, width, /)")                                  \
  ROW(byte_expandtabs, "expandtabs", "(self, /, tabsize=8)")                    \
  ROW(byte_translate, "translate", "(self, table, /, delete=b'')")              \
  ROW(byte_decode, "decode", "(self, /, encoding='utf-8', errors='strict')")    \
  ROW(byte_hex, "hex", "(self, /, sep=None, bytes_per_sep=1)")                  \
  ROW(byte_getitem, "__getitem__", "(self, key, /)")                            \
  ROW(byte_add, "__add__", "(self, value, /)")                                  \
  ROW(byte_mul, "__mul__", "(self, value, /)")                                  \
  ROW(byte_rmul, "__rmul__", "(self, value, /)")                                \
  ROW(byte_mod, "__mod__", "(self, value, /)")                                  \
  ROW(byte_rmod, "__rmod__", "(self, value, /)")                                \
  ROW(byte_lt, "__lt__", "(self, value, /)")                                    \
  ROW(byte_le, "__le__", "(self, value, /)")                                    \
  ROW(byte_eq, "__eq__", "(self, value, /)")                                    \
  ROW(byte_ne, "__ne__", "(self, value, /)")                                    \
  ROW(byte_gt, "__gt__", "(self, value, /)")                                    \
  ROW(byte_ge, "__ge__", "(self, value, /)")                                    \
  ROW(byte_len, "__len__", "(self, /)")                                         \
  ROW(byte_iter, "__iter__", "(self, /)")

#define GILLAB_BYTE_ROW(function, name, signature) \
  Ref function(Thread& thread, const Value* args, uint32_t count, Tuple* names);
GILLAB_BYTE_METHODS(GILLAB_BYTE_ROW)
#undef GILLAB_BYTE_ROW
Ref byte_maketrans(Thread& thread, const Value* args, uint32_t count, Tuple* names);

// The memory of bytes or bytearray; valid until Python code runs.
inline std::string_view bytes_of(Value value) {
  if (is<Bytes>(value)) return as<Bytes>(value)->view();
  const ByteArray* array = as<ByteArray>(value);
  return {reinterpret_cast<const char*>(array->data.get()), array->length.get()};
}
Ref make_bytearray(Thread& thread, std::string_view content);
// Replaces [start, end) by the content, which is no part of the array. False: no memory, or somebody looks at it.
bool replace_bytes(Thread& thread, ByteArray* array, uint64_t start, uint64_t end, std::string_view content);
// bytes, or bytearray when `like` is one.
inline Ref make_like(Thread& thread, Value like, std::string_view content) {
  return is<ByteArray>(like) ? make_bytearray(thread, content) : make_bytes(thread, content);
}
// The memory of anything bytes-like, without an error when it is not. Where another thread may change it, a copy.
bool is_object_with_bytes(Thread& thread, Value value, std::string_view* view);
// The same, never a copy: for who has seen to it that it does not move.
bool memory_in_place(Thread& thread, Value value, std::string_view* view);
int64_t find_bytes(std::string_view text, std::string_view part, int64_t start, int64_t end, bool backwards);
// Asks before a std::string grows by that much: false is a MemoryError, where std::string would throw.
bool room_for(Thread& thread, uint64_t bytes);
// An item of a byte string: 0 to 255. False: "byte must be in range(0, 256)" or what `index` says.
bool byte_value(Thread& thread, Value value, uint8_t* result, const char* error = "byte must be in range(0, 256)");
// What bytes(source) and bytearray(source) hold. The kind's name is for messages.
bool bytes_from(Thread& thread, Value source, const char* kind, std::string* result);
bool bytes_from_arguments(Thread& thread, const Value* args, const char* kind, std::string* result);
// A bytearray's repr escapes every single quote.
std::string bytes_repr(std::string_view content, bool of_array = false);
bool bytes_from_hex(Thread& thread, Value text, std::string* result);
Ref format_bytes_percent(Thread& thread, Value format, Value arguments);  // format_percent.cpp
// hex() of any memory; separator empty: none.
Ref hex_of(Thread& thread, std::string_view content, Value separator, Value group);

}  // namespace gillab
