// Reading UTF-16 and UTF-32: a unit at a time, since no byte of one says where a line ends.
#include "runtime/bytes.h"
#include "runtime/files/file.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

constexpr char32_t kEnd = ~char32_t{0};

struct WideReader {
  Thread& thread;
  TextFile* file;
  Buffered* bytes = bytes_of(file);
  std::string taken;

  // The next unit, which stays where it is; kEnd at the end, also of one that is cut short.
  bool peek(char32_t* unit) {
    *unit = kEnd;
    if (!buffered_need(thread, bytes, file->unit)) return false;
    if (read_ahead(bytes) < file->unit) return true;
    *unit = 0;
    for (size_t i = 0; i < file->unit; ++i) {
      size_t shift = 8 * (file->big_endian ? file->unit - 1 - i : i);
      *unit |= char32_t{bytes->memory[bytes->in_at + i]} << shift;
    }
    return true;
  }

  void take() {
    taken.append(reinterpret_cast<char*>(bytes->memory + bytes->in_at), file->unit);
    bytes->in_at += file->unit;
  }

  // False at the end and on errors.
  bool take_character(char32_t* first) {
    if (!peek(first) || *first == kEnd) return false;
    take();
    char32_t second;
    bool pair = file->unit == 2 && *first >= 0xD800 && *first < 0xDC00;
    if (pair && peek(&second) && second >= 0xDC00 && second < 0xE000) take();
    return true;
  }

  // After a `\r` where line ends are translated: the `\n` that belongs to it counts with it.
  bool take_line_feed() {
    char32_t next;
    if (!peek(&next)) return false;
    if (next == '\n') take();
    return true;
  }
};

bool ends_line(const TextFile* file, char32_t before, char32_t c) {
  Value newline = file->newline.peek();
  if (newline.is_none() || as<Str>(newline)->length == 0) return c == '\n' || c == '\r';
  std::string_view text = as<Str>(newline)->ascii_view();
  return text.size() == 2 ? c == '\n' && before == '\r' : c == static_cast<char32_t>(text[0]);
}

void note_line_ends(TextFile* file, const Str* text) {
  for (size_t i = 0; i < text->length; ++i) {
    const char32_t c = text->at(i);
    if (c != '\r' && c != '\n') continue;
    const bool both = c == '\r' && i + 1 < text->length && text->at(i + 1) == '\n';
    file->seen_newlines |= both ? kBothSeen : c == '\r' ? kReturnSeen : kFeedSeen;
    i += both;
  }
}

Ref translated(Thread& thread, Str* text) {
  StrBuilder builder(thread);
  for (size_t i = 0; i < text->length; ++i) {
    char32_t c = text->at(i);
    if (c == '\r') {
      if (i + 1 < text->length && text->at(i + 1) == '\n') ++i;
      c = '\n';
    }
    builder.add(c);
  }
  return builder.finish();
}

}  // namespace

Ref read_wide(Thread& thread, TextFile* file, int64_t count, bool one_line) {
  WideReader reader{thread, file, bytes_of(file), {}};
  bool translates = file->newline.peek().is_none();
  bool universal = translates || as<Str>(file->newline.peek())->length == 0;
  char32_t before = 0, c = 0;
  for (int64_t i = 0; i < count && reader.take_character(&c); ++i) {
    bool line = one_line && ends_line(file, before, c);
    bool joined = c == '\r' && (translates || (line && universal && i + 1 < count));
    if (joined && !reader.take_line_feed()) return {};
    if (line) break;
    before = c;
  }
  if (thread.has_exception()) return {};
  Ref text = decode(thread, reader.taken, as<Str>(file->codec.peek()), as<Str>(file->errors.peek()));
  if (text && universal) note_line_ends(file, text.as<Str>());
  return text && translates ? translated(thread, text.as<Str>()) : std::move(text);
}

}  // namespace gillab
