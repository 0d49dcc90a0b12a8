// decode() and encode(): the names of encodings, what is done about errors, and the encodings of one byte a character.
#include "runtime/text/codecs.h"

#include <cstdio>

#include "runtime/bytes.h"
#include "runtime/errors.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/text/str_characters.h"

namespace gillab {
namespace {

// cp1252 from 0x80 to 0x9F; 0: undefined.
const uint16_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

enum class Form : uint8_t { Utf8, Utf8Mark, Utf16, Utf32, Bytewise };

struct Encoding {
  const char* names;  // normalised, separated by spaces
  const char* shown;  // in exceptions
  Form form;
  int order = 0;       // of UTF-16 and UTF-32
  uint32_t limit = 0;  // of bytewise ones: the first character that has no byte
  const uint16_t* table = nullptr;
};

const Encoding kEncodings[] = {
    {" utf_8 utf8 u8 utf cp65001 utf8_ucs2 utf8_ucs4 ", "utf-8", Form::Utf8},
    {" ascii us_ascii 646 ansi_x3.4_1968 iso646_us ", "ascii", Form::Bytewise, 0, 128},
    {" latin_1 latin1 latin l1 iso_8859_1 iso8859_1 8859 cp819 iso8859 ", "latin-1", Form::Bytewise, 0, 256},
    {" utf_8_sig utf8_sig ", "utf-8", Form::Utf8Mark},
    {" utf_16 utf16 u16 ", "utf-16", Form::Utf16},
    {" utf_16_le utf_16le utf16_le ", "utf-16-le", Form::Utf16, -1},
    {" utf_16_be utf_16be utf16_be ", "utf-16-be", Form::Utf16, 1},
    {" utf_32 utf32 u32 ", "utf-32", Form::Utf32},
    {" utf_32_le utf_32le utf32_le ", "utf-32-le", Form::Utf32, -1},
    {" utf_32_be utf_32be utf32_be ", "utf-32-be", Form::Utf32, 1},
    {" cp1252 windows_1252 1252 ", "charmap", Form::Bytewise, 0, 256, kWindows1252},
};

std::string normalised(const Str* name) {
  std::string result = to_utf8(name);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c == '-' || c == ' ') c = '_';
  }
  return result;
}

const Encoding* find_encoding(Thread& thread, Str* name) {
  if (!name) return &kEncodings[0];
  std::string wanted = ' ' + normalised(name) + ' ';
  for (const Encoding& each : kEncodings) {
    if (std::string_view(each.names).find(wanted) != std::string_view::npos) return &each;
  }
  return raise(thread, Error::LookupError, "unknown encoding: {}", name);
}

bool find_handler(Thread& thread, Str* name, ErrorHandler* handler) {
  static const char* const kNames[] = {"strict",          "ignore",        "replace",          "backslashreplace",
                                       "surrogateescape", "surrogatepass", "xmlcharrefreplace"};
  *handler = ErrorHandler::Strict;
  if (!name) return true;
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (equals_ascii(name, kNames[i])) return *handler = static_cast<ErrorHandler>(i), true;
  }
  return raise(thread, Error::LookupError, "unknown error handler name '{}'", name);
}

bool raise_unicode_error(Thread& thread, Error error, const char* encoding, Value object, size_t start, size_t end,
                         const char* reason) {
  Ref name = make_str(thread, encoding), why = make_str(thread, reason);
  if (!name || !why) return false;
  Value args[] = {name.get(), object, Value::integer(static_cast<int64_t>(start)),
                  Value::integer(static_cast<int64_t>(end)), why.get()};
  Ref exception = make_exception(thread, thread.error_type(error), args, 5);
  return exception && raise_value(thread, std::move(exception));
}

bool run_decoder(Decoder& decoder, const Encoding& encoding) {
  switch (encoding.form) {
    case Form::Utf8Mark:
      if (decoder.content.substr(0, 3) == "\xEF\xBB\xBF") decoder.content.remove_prefix(3);
      return decode_utf8(decoder);
    case Form::Utf8:
      return decode_utf8(decoder);
    case Form::Utf16:
      return decode_utf16(decoder, encoding.order);
    case Form::Utf32:
      return decode_utf32(decoder, encoding.order);
    default:
      return decode_bytewise(decoder, encoding.limit, encoding.table);
  }
}

bool run_encoder(Encoder& encoder, const Encoding& encoding) {
  switch (encoding.form) {
    case Form::Utf8Mark:
      encoder.bytes = "\xEF\xBB\xBF";
      return encode_utf8(encoder);
    case Form::Utf8:
      return encode_utf8(encoder);
    case Form::Utf16:
      return encode_utf16(encoder, encoding.order);
    case Form::Utf32:
      return encode_utf32(encoder, encoding.order);
    default:
      return encode_bytewise(encoder, encoding.limit, encoding.table);
  }
}

int byte_of(char32_t c, uint32_t limit, const uint16_t* upper_half) {
  if (!upper_half) return c < limit ? static_cast<int>(c) : -1;
  if (c < 0x80 || (c >= 0xA0 && c < 0x100)) return static_cast<int>(c);
  for (int i = 0; i < 32; ++i) {
    if (upper_half[i] == c && c != 0) return 0x80 + i;
  }
  return -1;
}

bool is_ascii_view(std::string_view content) {
  for (char c : content) {
    if (c & 0x80) return false;
  }
  return true;
}

}  // namespace

bool Decoder::bad(size_t start, size_t end, const char* reason) {
  switch (handler) {
    case ErrorHandler::Ignore:
      return true;
    case ErrorHandler::Replace:
      builder.add(char32_t{0xFFFD});
      return true;
    case ErrorHandler::Backslash:
      for (size_t i = start; i < end; ++i) {
        char text[8];
        builder.add_ascii(
            text, static_cast<size_t>(std::snprintf(text, sizeof text, "\\x%02x", static_cast<uint8_t>(content[i]))));
      }
      return true;
    case ErrorHandler::SurrogateEscape:
      for (size_t i = start; i < end; ++i) {
        if (static_cast<uint8_t>(content[i]) < 0x80) return fail(start, end, reason);
      }
      for (size_t i = start; i < end; ++i) builder.add(char32_t{0xDC00} + static_cast<uint8_t>(content[i]));
      return true;
    default:
      break;
  }
  return fail(start, end, reason);
}

bool Decoder::fail(size_t start, size_t end, const char* reason) {
  Ref object = make_bytes(thread, content);
  return object && raise_unicode_error(thread, Error::UnicodeDecodeError, encoding, object.get(), start, end, reason);
}

void Encoder::put(char32_t value) {
  for (size_t i = 0; i < unit; ++i) {
    size_t shift = 8 * (big_endian ? unit - 1 - i : i);
    bytes += static_cast<char>(value >> shift & 0xFF);
  }
}

bool Encoder::bad(size_t start, size_t end, const char* reason) {
  auto fail = [&] {
    return raise_unicode_error(thread, Error::UnicodeEncodeError, encoding, Value::object(text), start, end, reason);
  };
  if (handler == ErrorHandler::Strict || handler == ErrorHandler::SurrogatePass) return fail();
  for (size_t i = start; i < end; ++i) {
    char32_t c = text->at(i);
    char shown[16] = "";
    switch (handler) {
      case ErrorHandler::Replace:
        shown[0] = '?';
        break;
      case ErrorHandler::Backslash:
        std::snprintf(shown, sizeof shown,
                      c < 0x100     ? "\\x%02x"
                      : c < 0x10000 ? "\\u%04x"
                                    : "\\U%08x",
                      static_cast<unsigned>(c));
        break;
      case ErrorHandler::Xml:
        std::snprintf(shown, sizeof shown, "&#%u;", static_cast<unsigned>(c));
        break;
      case ErrorHandler::SurrogateEscape:
        if (c < 0xDC80 || c > 0xDCFF || unit > 1) return fail();
        bytes += static_cast<char>(c & 0xFF);
        break;
      default:
        break;
    }
    for (const char* p = shown; *p; ++p) put(static_cast<char32_t>(*p));
  }
  return true;
}

bool decode_bytewise(Decoder& decoder, uint32_t limit, const uint16_t* upper_half) {
  for (size_t at = 0; at < decoder.content.size(); ++at) {
    uint8_t byte = static_cast<uint8_t>(decoder.content[at]);
    char32_t character = upper_half && byte >= 0x80 && byte < 0xA0 ? upper_half[byte - 0x80] : byte;
    bool known = byte < limit && (character != 0 || byte == 0);
    if (known)
      decoder.builder.add(character);
    else if (!decoder.bad(at, at + 1, upper_half ? "character maps to <undefined>" : "ordinal not in range(128)")) {
      return false;
    }
  }
  return true;
}

bool encode_bytewise(Encoder& encoder, uint32_t limit, const uint16_t* upper_half) {
  const Str* text = encoder.text;
  const char* reason = upper_half     ? "character maps to <undefined>"
                       : limit == 128 ? "ordinal not in range(128)"
                                      : "ordinal not in range(256)";
  for (size_t at = 0; at < text->length;) {
    int byte = byte_of(text->at(at), limit, upper_half);
    if (byte >= 0) {
      encoder.bytes += static_cast<char>(byte);
      ++at;
      continue;
    }
    size_t end = at + 1;
    while (end < text->length && byte_of(text->at(end), limit, upper_half) < 0) ++end;
    if (!encoder.bad(at, end, reason)) return false;
    at = end;
  }
  return true;
}

Ref decode(Thread& thread, std::string_view content, Str* encoding, Str* errors) {
  const Encoding* found = find_encoding(thread, encoding);
  ErrorHandler handler = ErrorHandler::Strict;
  if (!found) return {};
  if (found->form == Form::Bytewise && found->limit == 256 && !found->table) {
    return make_latin1(thread, reinterpret_cast<const uint8_t*>(content.data()), content.size());
  }
  if (found->form == Form::Utf8 && is_ascii_view(content)) return make_str(thread, content);
  if (!find_handler(thread, errors, &handler)) return {};
  Decoder decoder{thread, found->shown, content, handler};
  return run_decoder(decoder, *found) ? decoder.builder.finish() : Ref();
}

Ref encode(Thread& thread, Str* text, Str* encoding, Str* errors) {
  const Encoding* found = find_encoding(thread, encoding);
  ErrorHandler handler = ErrorHandler::Strict;
  if (!found) return {};
  if (text->ascii && (found->form == Form::Utf8 || found->form == Form::Bytewise)) {
    return make_bytes(thread, text->ascii_view());
  }
  if (!find_handler(thread, errors, &handler)) return {};
  Encoder encoder{thread, found->shown, text, handler, {}};
  return run_encoder(encoder, *found) ? make_bytes(thread, encoder.bytes) : Ref();
}

bool shape_of_encoding(Thread& thread, Str* name, EncodingShape* shape) {
  const Encoding* found = find_encoding(thread, name);
  if (!found) return false;
  shape->unit = found->form == Form::Utf16 ? 2 : found->form == Form::Utf32 ? 4 : 1;
  shape->utf8 = found->form == Form::Utf8 || found->form == Form::Utf8Mark;
  shape->marked = found->form == Form::Utf8Mark || (shape->unit > 1 && found->order == 0);
  shape->big_endian = found->order == 1;
  return true;
}

}  // namespace gillab
