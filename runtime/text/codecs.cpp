// decode() and encode(): the names of encodings, what is done about errors, and the encodings of one byte a character.
#include "runtime/text/codecs.h"

#include <cstdio>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/errors.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/text/str_characters.h"

namespace gillab {
namespace {

// cp1252 from 0x80 to 0x9F; 0: undefined.
const uint16_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

enum class Form : uint8_t { Utf8, Utf8Mark, Utf16, Utf32, Bytewise, Escape, RawEscape };

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
    {" unicode_escape unicodeescape ", "unicodeescape", Form::Escape},
    {" raw_unicode_escape rawunicodeescape ", "rawunicodeescape", Form::RawEscape},
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

// Null, and no error: none of those here. The names that scripts write most need no copy.
const Encoding* find_encoding(Str* name) {
  if (!name || equals_ascii(name, "utf-8") || equals_ascii(name, "utf8")) return &kEncodings[0];
  if (equals_ascii(name, "ascii")) return &kEncodings[1];
  if (equals_ascii(name, "latin-1") || equals_ascii(name, "latin1")) return &kEncodings[2];
  std::string wanted = ' ' + normalised(name) + ' ';
  for (const Encoding& each : kEncodings) {
    if (std::string_view(each.names).find(wanted) != std::string_view::npos) return &each;
  }
  return nullptr;
}

// The other encodings are those of the module codecs: its tables, and what a script has registered there.
Ref code_elsewhere(Thread& thread, const char* function, Value subject, Str* encoding, Str* errors) {
  Ref import = dict_get_name(thread.interpreter->builtins, intern(thread, "__import__"));
  Ref name = make_str(thread, "codecs"), strict = make_str(thread, "strict");
  Ref module = import && name && strict ? call(thread, import.get(), name.get()) : Ref();
  if (!module) return {};
  Value given[] = {subject, Value::object(encoding), errors ? Value::object(errors) : strict.get()};
  return call_method(thread, module.get(), intern(thread, function), given, 3);
}

// What codecs.register_error was given for the name: only who has imported codecs can have registered something.
Ref registered_handler(Thread& thread, Str* name) {
  Ref module = dict_get_name(thread.interpreter->modules, intern(thread, "codecs"));
  Ref handlers = module ? get_attribute(thread, module.get(), intern(thread, "_handlers")) : Ref();
  Ref function;
  if (handlers && is<Dict>(handlers.get())) dict_get(thread, handlers.as<Dict>(), Value::object(name), &function);
  return function;
}

bool find_handler(Thread& thread, Str* name, ErrorHandler* handler, Ref* function) {
  static const char* const kNames[] = {"strict",          "ignore",        "replace",           "backslashreplace",
                                       "surrogateescape", "surrogatepass", "xmlcharrefreplace", "namereplace"};
  *handler = ErrorHandler::Strict;
  if (!name) return true;
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (equals_ascii(name, kNames[i])) return *handler = static_cast<ErrorHandler>(i), true;
  }
  if ((*function = registered_handler(thread, name))) return *handler = ErrorHandler::Custom, true;
  return !thread.has_exception() && raise(thread, Error::LookupError, "unknown error handler name '{}'", name);
}

Ref make_unicode_error(Thread& thread, Error error, const char* encoding, Value object, size_t start, size_t end,
                       const char* reason) {
  Ref name = make_str(thread, encoding), why = make_str(thread, reason);
  if (!name || !why) return {};
  Value args[] = {name.get(), object, Value::integer(static_cast<int64_t>(start)),
                  Value::integer(static_cast<int64_t>(end)), why.get()};
  return make_exception(thread, thread.error_type(error), args, 5);
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
    case Form::Escape:
      return decode_unicode_escape(decoder);
    case Form::RawEscape:
      return decode_raw_unicode_escape(decoder);
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
    case Form::Escape:
      return encode_unicode_escape(encoder);
    case Form::RawEscape:
      return encode_raw_unicode_escape(encoder);
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

Ref encode_valid_utf8(Thread& thread, const Str* text) {
  Bytes* bytes = new_bytes(thread, length_as_utf8(text));
  if (!bytes) return {};
  write_utf8(text, reinterpret_cast<char*>(bytes->data()));
  return Ref::own(bytes);
}

}  // namespace

size_t Decoder::bad(size_t start, size_t end, const char* reason) {
  bool high = true;
  for (size_t i = start; i < end; ++i) high = high && (content[i] & 0x80);
  if (handler == ErrorHandler::Ignore) return end;
  if (handler == ErrorHandler::Replace) return builder.add(char32_t{0xFFFD}), end;
  for (size_t i = start; i < end && handler == ErrorHandler::Backslash; ++i) {
    char text[8];
    int length = std::snprintf(text, sizeof text, "\\x%02x", static_cast<uint8_t>(content[i]));
    builder.add_ascii(text, static_cast<size_t>(length));
  }
  if (handler == ErrorHandler::Backslash) return end;
  if (handler == ErrorHandler::SurrogateEscape && high) {
    for (size_t i = start; i < end; ++i) builder.add(char32_t{0xDC00} + static_cast<uint8_t>(content[i]));
    return end;
  }
  Ref object = make_bytes(thread, content);
  if (!object) return kCodecFailed;
  Ref error = make_unicode_error(thread, Error::UnicodeDecodeError, encoding, object.get(), start, end, reason);
  if (!error) return kCodecFailed;
  if (handler != ErrorHandler::Custom) return raise_value(thread, std::move(error)), kCodecFailed;
  Ref pair = call_error_handler(thread, function, error.get(), content.size(), false);
  if (!pair) return kCodecFailed;
  Ref now = get_attribute(thread, error.get(), intern(thread, std::string_view("object")));
  if (!now) return kCodecFailed;
  if (now.get() != object.get() && is<Bytes>(now.get())) {
    content = as<Bytes>(now.get())->view();
    changed = std::move(now);
  }
  builder.add(as<Str>(pair.as<Tuple>()->items[0]));
  return static_cast<size_t>(pair.as<Tuple>()->items[1].as_int());
}

void Encoder::put(char32_t value) {
  for (size_t i = 0; i < unit; ++i) {
    size_t shift = 8 * (big_endian ? unit - 1 - i : i);
    bytes += static_cast<char>(value >> shift & 0xFF);
  }
}

// What one character becomes; empty: the handler cannot help.
std::string Encoder::replacement(char32_t c) {
  char shown[16] = "";
  switch (handler) {
    case ErrorHandler::Replace:
      return "?";
    case ErrorHandler::Name: {
      Ref name = character_name(thread, c);
      if (name) return "\\N{" + to_utf8(name.as<Str>()) + "}";
      [[fallthrough]];
    }
    case ErrorHandler::Backslash:
      std::snprintf(shown, sizeof shown,
                    c < 0x100     ? "\\x%02x"
                    : c < 0x10000 ? "\\u%04x"
                                  : "\\U%08x",
                    static_cast<unsigned>(c));
      return shown;
    case ErrorHandler::Xml:
      std::snprintf(shown, sizeof shown, "&#%u;", static_cast<unsigned>(c));
      return shown;
    default:
      return {};
  }
}

size_t Encoder::ask_handler(size_t start, size_t end, const char* reason) {
  Ref error =
      make_unicode_error(thread, Error::UnicodeEncodeError, encoding, Value::object(text), start, end, reason);
  if (!error) return kCodecFailed;
  if (handler != ErrorHandler::Custom) return raise_value(thread, std::move(error)), kCodecFailed;
  Ref pair = call_error_handler(thread, function, error.get(), text->length, true);
  if (!pair) return kCodecFailed;
  Value given = pair.as<Tuple>()->items[0];
  if (is<Bytes>(given)) {
    bytes += as<Bytes>(given)->view();
  } else {
    for (size_t i = 0; i < as<Str>(given)->length; ++i) {
      if (as<Str>(given)->at(i) >= limit) return raise_value(thread, std::move(error)), kCodecFailed;
      put(as<Str>(given)->at(i));
    }
  }
  return static_cast<size_t>(pair.as<Tuple>()->items[1].as_int());
}

size_t Encoder::bad(size_t start, size_t end, const char* reason) {
  if (handler == ErrorHandler::Ignore) return end;
  bool escaped = handler == ErrorHandler::SurrogateEscape && unit == 1;
  for (size_t i = start; i < end && escaped; ++i) escaped = text->at(i) >= 0xDC80 && text->at(i) <= 0xDCFF;
  for (size_t i = start; i < end && escaped; ++i) bytes += static_cast<char>(text->at(i) & 0xFF);
  if (escaped) return end;
  if (replacement(U'?').empty()) return ask_handler(start, end, reason);
  for (size_t i = start; i < end; ++i) {
    for (char c : replacement(text->at(i))) put(static_cast<char32_t>(c));
  }
  return end;
}

bool decode_bytewise(Decoder& decoder, uint32_t limit, const uint16_t* upper_half) {
  for (size_t at = 0; at < decoder.content.size();) {
    uint8_t byte = static_cast<uint8_t>(decoder.content[at]);
    char32_t character = upper_half && byte >= 0x80 && byte < 0xA0 ? upper_half[byte - 0x80] : byte;
    bool known = byte < limit && (character != 0 || byte == 0);
    if (known) {
      decoder.builder.add(character);
      ++at;
      continue;
    }
    const char* reason = upper_half ? "character maps to <undefined>" : "ordinal not in range(128)";
    if ((at = decoder.bad(at, at + 1, reason)) == kCodecFailed) return false;
  }
  return true;
}

bool encode_bytewise(Encoder& encoder, uint32_t limit, const uint16_t* upper_half) {
  const Str* text = encoder.text;
  encoder.limit = upper_half ? 128 : limit;
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
    if ((at = encoder.bad(at, end, reason)) == kCodecFailed) return false;
  }
  return true;
}

Ref decode(Thread& thread, std::string_view content, Str* encoding, Str* errors) {
  const Encoding* found = find_encoding(encoding);
  ErrorHandler handler = ErrorHandler::Strict;
  Ref function;
  if (!found) {
    Ref bytes = make_bytes(thread, content);
    return bytes ? code_elsewhere(thread, "_decode_text", bytes.get(), encoding, errors) : Ref();
  }
  if (found->form == Form::Bytewise && found->limit == 256 && !found->table) {
    return make_latin1(thread, reinterpret_cast<const uint8_t*>(content.data()), content.size());
  }
  size_t length;
  char32_t bits;
  if (found->form == Form::Utf8 && is_ascii(content)) return make_ascii(thread, content);
  if (found->form == Form::Utf8 && measure_utf8(content, &length, &bits)) {
    return make_measured_str(thread, content, length, bits);
  }
  if (!find_handler(thread, errors, &handler, &function)) return {};
  Decoder decoder{thread, found->shown, content, handler, function.get()};
  return run_decoder(decoder, *found) ? decoder.builder.finish() : Ref();
}

Ref encode(Thread& thread, Str* text, Str* encoding, Str* errors) {
  const Encoding* found = find_encoding(encoding);
  ErrorHandler handler = ErrorHandler::Strict;
  Ref function;
  if (!found) return code_elsewhere(thread, "_encode_text", Value::object(text), encoding, errors);
  if (text->ascii && (found->form == Form::Utf8 || found->form == Form::Bytewise)) {
    return make_bytes(thread, text->ascii_view());
  }
  if (found->form == Form::Utf8 && !has_surrogates(text)) return encode_valid_utf8(thread, text);
  if (!find_handler(thread, errors, &handler, &function)) return {};
  Encoder encoder{thread, found->shown, text, handler, function.get(), {}};
  return run_encoder(encoder, *found) ? make_bytes(thread, encoder.bytes) : Ref();
}

bool shape_of_encoding(Str* name, EncodingShape* shape) {
  const Encoding* found = find_encoding(name);
  if (!found) return false;
  shape->unit = found->form == Form::Utf16 ? 2 : found->form == Form::Utf32 ? 4 : 1;
  shape->utf8 = found->form == Form::Utf8 || found->form == Form::Utf8Mark;
  shape->marked = found->form == Form::Utf8Mark || (shape->unit > 1 && found->order == 0);
  shape->big_endian = found->order == 1;
  return true;
}

}  // namespace gillab
