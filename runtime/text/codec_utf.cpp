// UTF-8, UTF-16 and UTF-32 both ways.
#include <cstring>

#include "runtime/text/codecs.h"
#include "runtime/text/str_characters.h"

namespace gillab {
namespace {

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

struct Sequence {
  size_t bytes;  // of the character, or of what is wrong
  char32_t character;
  const char* error;  // null: fine
};

// One character of UTF-8, with the errors where CPython sees them.
Sequence read_utf8(const uint8_t* p, size_t left) {
  uint8_t lead = p[0];
  if (lead < 0x80) return {1, lead, nullptr};
  if (lead < 0xC2 || lead > 0xF4) return {1, 0, "invalid start byte"};
  size_t count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  char32_t character = lead & (0x7F >> count);
  for (size_t i = 1; i < count; ++i) {
    if (i == left) return {left, 0, "unexpected end of data"};
    if (p[i] < low || p[i] > high) return {i, 0, "invalid continuation byte"};
    low = 0x80;
    high = 0xBF;
    character = character << 6 | (p[i] & 0x3F);
  }
  return {count, character, nullptr};
}

bool is_encoded_surrogate(const uint8_t* p, size_t left) {
  return left >= 3 && p[0] == 0xED && (p[1] & 0xE0) == 0xA0 && (p[2] & 0xC0) == 0x80;
}

uint32_t read_unit(const std::string_view& content, size_t at, size_t unit, bool big_endian) {
  uint32_t value = 0;
  for (size_t i = 0; i < unit; ++i) {
    uint32_t byte = static_cast<uint8_t>(content[at + (big_endian ? i : unit - 1 - i)]);
    value = value << 8 | byte;
  }
  return value;
}

// The byte order, and the byte order mark skipped when it decides.
bool order_of(Decoder& decoder, int order, size_t unit, size_t* at) {
  *at = 0;
  if (order != 0) return order > 0;
  if (decoder.content.size() < unit) return false;
  if (read_unit(decoder.content, 0, unit, false) == 0xFEFF) return *at = unit, false;
  if (read_unit(decoder.content, 0, unit, true) == 0xFEFF) return *at = unit, true;
  return false;
}

bool start_encoding(Encoder& encoder, int order, size_t unit) {
  encoder.unit = unit;
  encoder.big_endian = order > 0;
  if (order == 0) encoder.put(0xFEFF);
  return true;
}

// The end of the run of surrogates that begins at `at`.
size_t surrogates_end(const Str* text, size_t at) {
  while (at < text->length && is_surrogate(text->at(at))) ++at;
  return at;
}

}  // namespace

bool measure_utf8(std::string_view content, size_t* length, char32_t* bits) {
  const uint8_t* p = reinterpret_cast<const uint8_t*>(content.data());
  size_t count = 0;
  char32_t all = 0;
  for (size_t at = 0, size = content.size(); at < size;) {
    if (size - at >= 8 && eight_are_ascii(p + at)) {
      at += 8;
      count += 8;
      continue;
    }
    const uint8_t lead = p[at];
    ++count;
    if (lead < 0x80) {
      ++at;
      continue;
    }
    if (lead >= 0xC2 && lead < 0xE0 && size - at >= 2 && (p[at + 1] & 0xC0) == 0x80) {  // most of Europe
      all |= static_cast<char32_t>((lead & 0x1F) << 6 | (p[at + 1] & 0x3F));
      at += 2;
      continue;
    }
    Sequence sequence = read_utf8(p + at, size - at);
    if (sequence.error) return false;
    at += sequence.bytes;
    all |= sequence.character;
  }
  *length = count;
  *bits = all;
  return true;
}

bool has_surrogates(const Str* text) {
  if (text->width == 1) return false;
  return with_characters(text, [&](const auto* characters) {
    bool found = false;
    for (size_t i = 0; i < text->length; ++i) found |= is_surrogate(characters[i]);
    return found;
  });
}

bool decode_utf8(Decoder& decoder) {
  for (size_t at = 0; at < decoder.content.size();) {
    const size_t size = decoder.content.size();  // a handler may change it
    const uint8_t* p = reinterpret_cast<const uint8_t*>(decoder.content.data());
    Sequence sequence = read_utf8(p + at, size - at);
    if (!sequence.error) {
      decoder.builder.add(sequence.character);
    } else if (decoder.handler == ErrorHandler::SurrogatePass && is_encoded_surrogate(p + at, size - at)) {
      decoder.builder.add(static_cast<char32_t>(0xD000 | (p[at + 1] & 0x3F) << 6 | (p[at + 2] & 0x3F)));
      sequence.bytes = 3;
    } else {
      if ((at = decoder.bad(at, at + sequence.bytes, sequence.error)) == kCodecFailed) return false;
      continue;
    }
    at += sequence.bytes;
  }
  return true;
}

bool decode_utf16(Decoder& decoder, int order) {
  size_t at;
  const std::string_view& content = decoder.content;  // a handler may change it
  bool big = order_of(decoder, order, 2, &at);
  decoder.encoding = big ? "utf-16-be" : "utf-16-le";
  while (at < content.size()) {
    if (content.size() - at < 2) {
      if ((at = decoder.bad(at, content.size(), "truncated data")) == kCodecFailed) return false;
      continue;
    }
    char32_t unit = read_unit(decoder.content, at, 2, big);
    const char32_t follows = content.size() - at < 4 ? 0 : read_unit(decoder.content, at + 2, 2, big);
    const bool pair = unit >= 0xD800 && unit < 0xDC00 && follows >= 0xDC00 && follows < 0xE000;
    if (!is_surrogate(unit) || (decoder.handler == ErrorHandler::SurrogatePass && !pair)) {
      decoder.builder.add(unit);
      at += 2;
      continue;
    }
    if (unit >= 0xDC00) {
      if ((at = decoder.bad(at, at + 2, "illegal encoding")) == kCodecFailed) return false;
      continue;
    }
    if (content.size() - at < 4) {
      if ((at = decoder.bad(at, content.size(), "unexpected end of data")) == kCodecFailed) return false;
      continue;
    }
    char32_t second = read_unit(decoder.content, at + 2, 2, big);
    if (second < 0xDC00 || second > 0xDFFF) {
      if ((at = decoder.bad(at, at + 2, "illegal UTF-16 surrogate")) == kCodecFailed) return false;
      continue;
    }
    decoder.builder.add(0x10000 + ((unit & 0x3FF) << 10) + (second & 0x3FF));
    at += 4;
  }
  return true;
}

bool decode_utf32(Decoder& decoder, int order) {
  size_t at;
  const std::string_view& content = decoder.content;  // a handler may change it
  bool big = order_of(decoder, order, 4, &at);
  decoder.encoding = big ? "utf-32-be" : "utf-32-le";
  while (at < content.size()) {
    if (content.size() - at < 4) {
      if ((at = decoder.bad(at, content.size(), "truncated data")) == kCodecFailed) return false;
      continue;
    }
    char32_t unit = read_unit(decoder.content, at, 4, big);
    const char* error = unit > 0x10FFFF      ? "code point not in range(0x110000)"
                        : is_surrogate(unit) ? "code point in surrogate code point range(0xd800, 0xe000)"
                                             : nullptr;
    if (error && (unit > 0x10FFFF || decoder.handler != ErrorHandler::SurrogatePass)) {
      if ((at = decoder.bad(at, at + 4, error)) == kCodecFailed) return false;
      continue;
    }
    decoder.builder.add(unit);
    at += 4;
  }
  return true;
}

bool encode_utf8(Encoder& encoder) {
  const Str* text = encoder.text;
  encoder.bytes.reserve(length_as_utf8(text));
  for (size_t at = 0; at < text->length;) {
    char32_t c = text->at(at);
    if (is_surrogate(c) && encoder.handler != ErrorHandler::SurrogatePass) {
      size_t end = surrogates_end(text, at);
      if ((at = encoder.bad(at, end, "surrogates not allowed")) == kCodecFailed) return false;
      continue;
    }
    char bytes[4];
    encoder.bytes.append(bytes, put_utf8(c, bytes));
    ++at;
  }
  return true;
}

bool encode_utf16(Encoder& encoder, int order) {
  const Str* text = encoder.text;
  start_encoding(encoder, order, 2);
  for (size_t at = 0; at < text->length;) {
    char32_t c = text->at(at);
    if (is_surrogate(c) && encoder.handler != ErrorHandler::SurrogatePass) {
      if ((at = encoder.bad(at, at + 1, "surrogates not allowed")) == kCodecFailed) return false;
      continue;
    }
    if (c >= 0x10000) {
      encoder.put(0xD800 + ((c - 0x10000) >> 10));
      encoder.put(0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
      encoder.put(c);
    }
    ++at;
  }
  return true;
}

bool encode_utf32(Encoder& encoder, int order) {
  const Str* text = encoder.text;
  start_encoding(encoder, order, 4);
  for (size_t at = 0; at < text->length;) {
    char32_t c = text->at(at);
    if (is_surrogate(c) && encoder.handler != ErrorHandler::SurrogatePass) {
      if ((at = encoder.bad(at, at + 1, "surrogates not allowed")) == kCodecFailed) return false;
      continue;
    }
    encoder.put(c);
    ++at;
  }
  return true;
}

}  // namespace gillab
