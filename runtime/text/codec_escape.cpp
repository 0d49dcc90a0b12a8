// unicode_escape and raw_unicode_escape both ways: text with Python's backslash escapes.
#include <cstdio>

#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/text/codecs.h"

namespace gillab {
namespace {

constexpr char32_t kLastCharacter = 0x10FFFF;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

struct Escape {
  size_t end;
  char32_t character;
  const char* error;  // null: fine
};

Escape read_hex(std::string_view content, size_t at, size_t digits, const char* truncated) {
  char32_t value = 0;
  size_t end = at;
  for (; end < at + digits; ++end) {
    int digit = end < content.size() ? hex_digit(content[end]) : -1;
    if (digit < 0) return {end, 0, truncated};
    value = value << 4 | static_cast<char32_t>(digit);
  }
  return {end, value, value > kLastCharacter ? "illegal Unicode character" : nullptr};
}

Escape read_octal(std::string_view content, size_t at) {
  char32_t value = 0;
  size_t end = at;
  while (end < content.size() && end < at + 3 && content[end] >= '0' && content[end] <= '7') {
    value = value << 3 | static_cast<char32_t>(content[end++] - '0');
  }
  return {end, value, nullptr};
}

// \N{NAME}, which the module unicodedata knows.
Escape read_name(Decoder& decoder, size_t at) {
  std::string_view content = decoder.content;
  size_t close = at < content.size() && content[at] == '{' ? content.find('}', at) : std::string_view::npos;
  if (close == std::string_view::npos || close == at + 1) return {std::min(close, content.size()), 0, "malformed \\N character escape"};
  Thread& thread = decoder.thread;
  Ref import = dict_get_name(thread.interpreter->builtins, intern(thread, "__import__"));
  Ref module_name = make_str(thread, "unicodedata"), name = make_str(thread, content.substr(at + 1, close - at - 1));
  Ref module = import && module_name ? call(thread, import.get(), module_name.get()) : Ref();
  Value given[] = {name.get()};
  Ref found = module && name ? call_method(thread, module.get(), intern(thread, "lookup"), given, 1) : Ref();
  if (found && found.as<Str>()->length == 1) return {close + 1, found.as<Str>()->at(0), nullptr};
  clear_exception(thread);
  return {close + 1, 0, "unknown Unicode character name"};
}

Escape read_simple(std::string_view content, size_t at) {
  static constexpr std::string_view kLetters = "\\'\"abfnrtv", kMeanings = "\\'\"\a\b\f\n\r\t\v";
  size_t found = kLetters.find(content[at]);
  if (found != std::string_view::npos) return {at + 1, static_cast<char32_t>(kMeanings[found]), nullptr};
  return {at, U'\\', nullptr};  // what is no escape stands for itself
}

// `at`: behind the backslash.
Escape read_escape(Decoder& decoder, size_t at) {
  std::string_view content = decoder.content;
  if (at == content.size()) return {at, 0, "\\ at end of string"};
  switch (content[at]) {
    case 'x': return read_hex(content, at + 1, 2, "truncated \\xXX escape");
    case 'u': return read_hex(content, at + 1, 4, "truncated \\uXXXX escape");
    case 'U': return read_hex(content, at + 1, 8, "truncated \\UXXXXXXXX escape");
    case 'N': return read_name(decoder, at + 1);
    default: break;
  }
  return content[at] >= '0' && content[at] <= '7' ? read_octal(content, at) : read_simple(content, at);
}

size_t take(Decoder& decoder, size_t start, const Escape& escape) {
  if (escape.error) return decoder.bad(start, escape.end, escape.error);
  decoder.builder.add(escape.character);
  return escape.end;
}

void put_escape(Encoder& encoder, char32_t c, bool raw) {
  char text[12];
  const char* form = c > 0xFFFF ? "\\U%08x" : c > 0xFF || raw ? "\\u%04x" : "\\x%02x";
  std::snprintf(text, sizeof text, form, static_cast<unsigned>(c));
  encoder.bytes += text;
}

}  // namespace

bool decode_unicode_escape(Decoder& decoder) {
  for (size_t at = 0; at < decoder.content.size();) {
    char c = decoder.content[at];
    if (c != '\\') {
      decoder.builder.add(static_cast<char32_t>(static_cast<uint8_t>(c)));
      ++at;
    } else if ((at = take(decoder, at, read_escape(decoder, at + 1))) == kCodecFailed) {
      return false;
    }
  }
  return true;
}

// Only \uXXXX and \UXXXXXXXX behind an odd number of backslashes mean something.
bool decode_raw_unicode_escape(Decoder& decoder) {
  const std::string_view& content = decoder.content;  // a handler may change it
  size_t slashes = 0;
  for (size_t at = 0; at < content.size();) {
    char c = content[at];
    bool escape = c == '\\' && slashes % 2 == 0 && at + 1 < content.size() && (content[at + 1] == 'u' || content[at + 1] == 'U');
    slashes = c == '\\' ? slashes + 1 : 0;
    if (!escape) {
      decoder.builder.add(static_cast<char32_t>(static_cast<uint8_t>(c)));
      ++at;
      continue;
    }
    slashes = 0;
    bool wide = content[at + 1] == 'U';
    Escape read = read_hex(content, at + 2, wide ? 8 : 4, wide ? "truncated \\UXXXXXXXX escape" : "truncated \\uXXXX escape");
    if (read.error && read.character > kLastCharacter) read.error = "\\Uxxxxxxxx out of range";
    if ((at = take(decoder, at, read)) == kCodecFailed) return false;
  }
  return true;
}

bool encode_unicode_escape(Encoder& encoder) {
  for (size_t i = 0; i < encoder.text->length; ++i) {
    char32_t c = encoder.text->at(i);
    if (c == '\\') encoder.bytes += "\\\\";
    else if (c == '\t') encoder.bytes += "\\t";
    else if (c == '\n') encoder.bytes += "\\n";
    else if (c == '\r') encoder.bytes += "\\r";
    else if (c >= ' ' && c < 0x7F) encoder.bytes += static_cast<char>(c);
    else put_escape(encoder, c, false);
  }
  return true;
}

bool encode_raw_unicode_escape(Encoder& encoder) {
  for (size_t i = 0; i < encoder.text->length; ++i) {
    char32_t c = encoder.text->at(i);
    if (c <= 0xFF) encoder.bytes += static_cast<char>(c);
    else put_escape(encoder, c, true);
  }
  return true;
}

}  // namespace gillab
