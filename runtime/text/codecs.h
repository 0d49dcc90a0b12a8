// Text encodings: what codecs.cpp (names, dispatch, error handlers), codec_utf.cpp and codec_byte.cpp share.
#pragma once

#include <string>
#include <string_view>

#include "runtime/str.h"

namespace gillab {

enum class ErrorHandler : uint8_t { Strict, Ignore, Replace, Backslash, SurrogateEscape, SurrogatePass, Xml, Name, Custom };

// Where to go on after an error, or this: an exception is set.
inline constexpr size_t kCodecFailed = SIZE_MAX;

struct Decoder {
  Thread& thread;
  const char* encoding;  // as exceptions name it
  std::string_view content;
  ErrorHandler handler;
  Value function;  // Custom: what codecs.register_error was given
  StrBuilder builder{thread};
  Ref changed{};  // the bytes a handler put in place of `content`
  // The bytes [start, end) cannot be decoded. The result: where to go on, or kCodecFailed.
  size_t bad(size_t start, size_t end, const char* reason);
};

struct Encoder {
  Thread& thread;
  const char* encoding;
  Str* text;
  ErrorHandler handler;
  Value function;
  std::string bytes;
  size_t unit = 1;  // bytes of a replacement's characters: 2 and 4 in UTF-16 and UTF-32
  bool big_endian = false;
  void put(char32_t unit_value);  // one unit
  uint32_t limit = 0x110000;  // the first character that a replacement may not contain
  size_t bad(size_t start, size_t end, const char* reason);
  std::string replacement(char32_t c);
  size_t ask_handler(size_t start, size_t end, const char* reason);
};

// unicodedata.name(); empty, and no error: it has none.
Ref character_name(Thread& thread, char32_t c);
// What a registered handler makes of the error: its replacement (str, or bytes when encoding) and where to go on, as a
// pair. `length` is that of what is coded. Empty: an exception is set. (codec_handlers.cpp)
Ref call_error_handler(Thread& thread, Value function, Value exception, size_t length, bool encoding);

bool decode_unicode_escape(Decoder& decoder);
bool decode_raw_unicode_escape(Decoder& decoder);
bool encode_unicode_escape(Encoder& encoder);
bool encode_raw_unicode_escape(Encoder& encoder);
// How many characters, and what bits occur in them. False: it is not UTF-8.
bool measure_utf8(std::string_view content, size_t* length, char32_t* bits);
bool has_surrogates(const Str* text);
bool decode_utf8(Decoder& decoder);
bool decode_utf16(Decoder& decoder, int order);  // -1 little, 1 big, 0 by the mark
bool decode_utf32(Decoder& decoder, int order);
bool decode_bytewise(Decoder& decoder, uint32_t limit, const uint16_t* upper_half);
bool encode_utf8(Encoder& encoder);
bool encode_utf16(Encoder& encoder, int order);
bool encode_utf32(Encoder& encoder, int order);
bool encode_bytewise(Encoder& encoder, uint32_t limit, const uint16_t* upper_half);

// What files of text must know of an encoding. False: there is none of that name, LookupError is set.
struct EncodingShape {
  uint8_t unit = 1;         // bytes: 1, 2 or 4
  bool utf8 = false;
  bool marked = false;      // begins with a byte order mark
  bool big_endian = false;  // units of 2 and 4 without a mark
};
// False: the encoding is none of those in C++; no error is set.
bool shape_of_encoding(Str* name, EncodingShape* shape);

}  // namespace gillab
