// Reading text: lines with their three kinds of ends, and a number of characters, counted in the bytes of the buffer.
// Encodings whose units are larger than a byte are in file_text_wide.cpp.
#include <cstring>

#include "runtime/bytes.h"
#include "runtime/files/file.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/str_characters.h"

namespace gillab {

namespace {

bool translates(const TextFile* file) { return file->newline.peek().is_none(); }

// Where `\r` ends a line too.
bool is_universal(const TextFile* file) {
  Value newline = file->newline.peek();
  return newline.is_none() || as<Str>(newline)->length == 0;
}

Ref decoded(Thread& thread, TextFile* file, const std::string& bytes) {
  if (file->plain_utf8) return decode(thread, bytes, nullptr, nullptr);
  return decode(thread, bytes, as<Str>(file->codec.peek()), as<Str>(file->errors.peek()));
}

// \r\n and \r become \n
void translate_line_ends(TextFile* file, std::string& text) {
  size_t first = text.find('\r');
  if (!(file->seen_newlines & kFeedSeen) && text.find('\n') < first) file->seen_newlines |= kFeedSeen;
  if (first == std::string::npos) return;
  size_t target = first;
  for (size_t i = first; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\r') {
      bool both = i + 1 < text.size() && text[i + 1] == '\n';
      file->seen_newlines |= both ? kBothSeen : kReturnSeen;
      i += both;
      c = '\n';
    } else if (c == '\n') {
      file->seen_newlines |= kFeedSeen;
    }
    text[target++] = c;
  }
  text.resize(target);
}

// Of text that is not translated.
void note_line_ends(TextFile* file, std::string_view text) {
  size_t at = text.find_first_of("\r\n");
  while (at != std::string_view::npos) {
    bool both = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    file->seen_newlines |= both ? kBothSeen : text[at] == '\r' ? kReturnSeen : kFeedSeen;
    at = text.find_first_of("\r\n", at + 1 + both);
  }
}

// After a `\r`: takes the `\n` that belongs to it.
bool take_line_feed(Thread& thread, Buffered* bytes, std::string* line) {
  if (!buffered_fill(thread, bytes)) return false;
  if (read_ahead(bytes) > 0 && bytes->memory[bytes->in_at] == '\n') {
    *line += '\n';
    ++bytes->in_at;
  }
  return true;
}

struct LineEnd {
  size_t length;  // bytes to take from the buffer
  bool complete;
  bool carriage_return;
};

size_t up_to(const uint8_t* start, const void* found) {
  return static_cast<size_t>(static_cast<const uint8_t*>(found) - start) + 1;
}

LineEnd find_line_end(const TextFile* file, const uint8_t* start, size_t there, const std::string& before) {
  const void* feed = std::memchr(start, '\n', there);
  size_t length = feed ? up_to(start, feed) : there;
  if (is_universal(file)) {
    if (const void* back = std::memchr(start, '\r', length)) return {up_to(start, back), true, true};
    return {length, feed != nullptr, false};
  }
  const Str* newline = as<Str>(file->newline.peek());
  if (equals_ascii(newline, "\r")) {
    const void* back = std::memchr(start, '\r', there);
    return {back ? up_to(start, back) : there, back != nullptr, false};
  }
  if (newline->length == 2 && feed) {
    bool after_return = length >= 2 ? start[length - 2] == '\r' : !before.empty() && before.back() == '\r';
    return {length, after_return, false};
  }
  return {length, feed != nullptr, false};
}

bool read_raw_line(Thread& thread, TextFile* file, std::string* line) {
  Buffered* bytes = bytes_of(file);
  while (true) {
    if (!buffered_fill(thread, bytes)) return false;
    size_t there = read_ahead(bytes);
    if (there == 0) return true;
    const uint8_t* start = bytes->memory + bytes->in_at;
    LineEnd end = find_line_end(file, start, there, *line);
    line->append(reinterpret_cast<const char*>(start), end.length);
    bytes->in_at += static_cast<uint32_t>(end.length);
    if (end.carriage_return) return take_line_feed(thread, bytes, line);
    if (end.complete) return true;
  }
}

// The bytes of the character that begins here; of a sequence that is no character, those before the first wrong one.
size_t bytes_of_character(const uint8_t* start, size_t there, bool utf8) {
  if (!utf8 || *start < 0xC2 || *start > 0xF4) return 1;
  size_t wanted = *start < 0xE0 ? 2 : *start < 0xF0 ? 3 : 4;
  size_t count = 1;
  while (count < wanted && count < there && (start[count] & 0xC0) == 0x80) ++count;
  return count;
}

bool read_character(Thread& thread, TextFile* file, std::string* text) {
  Buffered* bytes = bytes_of(file);
  if (!buffered_fill(thread, bytes) || read_ahead(bytes) == 0) return !thread.has_exception();
  if (file->utf8 && bytes->memory[bytes->in_at] >= 0xC2 && !buffered_need(thread, bytes, 4)) return false;
  const uint8_t* start = bytes->memory + bytes->in_at;
  size_t count = bytes_of_character(start, read_ahead(bytes), file->utf8);
  text->append(reinterpret_cast<const char*>(start), count);
  bytes->in_at += static_cast<uint32_t>(count);
  return text->back() != '\r' || !translates(file) || take_line_feed(thread, bytes, text);
}

bool read_characters(Thread& thread, TextFile* file, int64_t count, std::string* text) {
  Buffered* bytes = bytes_of(file);
  while (count > 0) {
    size_t before = text->size();
    // A run of plain characters is taken at once.
    const uint8_t* start = bytes->memory + bytes->in_at;
    size_t most = std::min(read_ahead(bytes), static_cast<size_t>(count)), run = 0;
    while (run < most && start[run] < 0x80 && start[run] != '\r') ++run;
    text->append(reinterpret_cast<const char*>(start), run);
    bytes->in_at += static_cast<uint32_t>(run);
    count -= static_cast<int64_t>(run);
    if (count == 0) return true;
    if (!read_character(thread, file, text)) return false;
    if (text->size() == before) return true;
    --count;
  }
  return true;
}

bool is_line(const TextFile* file, const std::string& line) {
  if (line.empty()) return false;
  if (is_universal(file)) return line.back() == '\n' || line.back() == '\r';
  std::string_view newline = as<Str>(file->newline.peek())->ascii_view();
  return std::string_view(line).ends_with(newline);
}

bool read_limited_line(Thread& thread, TextFile* file, int64_t limit, std::string* line) {
  while (limit > 0 && !is_line(file, *line)) {
    size_t before = line->size();
    if (!read_character(thread, file, line)) return false;
    if (line->size() == before) return true;
    --limit;
  }
  bool more = limit > 0 && !line->empty() && line->back() == '\r' && is_universal(file) && !translates(file);
  return !more || take_line_feed(thread, bytes_of(file), line);
}

}  // namespace

bool prepare_to_read(Thread& thread, TextFile* file) {
  if (!bytes_of(file)->readable) return raise_unsupported(thread, "not readable");
  return give_pending(thread, file) && (!file->mark_due || read_mark(thread, file));
}

namespace {

bool line_locked(Thread& thread, TextFile* file, int64_t limit, std::string* line, Ref* wide) {
  if (!prepare_to_read(thread, file)) return false;
  if (file->unit > 1) {
    *wide = read_wide(thread, file, limit < 0 ? INT64_MAX : limit, true);
    return static_cast<bool>(*wide);
  }
  return limit < 0 ? read_raw_line(thread, file, line) : read_limited_line(thread, file, limit, line);
}

bool text_locked(Thread& thread, TextFile* file, int64_t count, std::string* text, Ref* wide) {
  if (!prepare_to_read(thread, file)) return false;
  if (file->unit > 1) {
    *wide = read_wide(thread, file, count < 0 ? INT64_MAX : count, false);
    return static_cast<bool>(*wide);
  }
  if (count < 0) return buffered_read(thread, bytes_of(file), -1, text);
  return read_characters(thread, file, count, text);
}

template <bool (*Work)(Thread&, TextFile*, int64_t, std::string*, Ref*)>
Ref read_with(Thread& thread, TextFile* file, int64_t count) {
  std::string text;
  Ref wide;
  if (!check_text_attached(thread, file)) return {};
  Ref keep = file->bytes.take();
  Buffered* bytes = bytes_of(file);
  if (!lock_buffered(thread, bytes, kClosedFile)) return {};
  bool done = Work(thread, file, count, &text, &wide);
  bytes->lock.give();
  if (!done) return {};
  if (wide) return wide;
  if (translates(file))
    translate_line_ends(file, text);
  else if (is_universal(file))
    note_line_ends(file, text);
  return decoded(thread, file, text);
}

}  // namespace

namespace {

// A whole line of ASCII that the buffer has, ended by a line feed: most lines are. Empty and no error: it is not that.
Ref line_in_buffer(Thread& thread, TextFile* file) {
  Buffered* bytes = bytes_of(file);
  const uint8_t* start = bytes->memory + bytes->in_at;
  const void* feed = read_ahead(bytes) > 0 ? std::memchr(start, '\n', read_ahead(bytes)) : nullptr;
  if (!feed) return {};
  const std::string_view line(reinterpret_cast<const char*>(start), up_to(start, feed));
  const bool plain = is_ascii(line) && (is_universal(file) ? line.find('\r') == line.npos
                                                           : as<Str>(file->newline.peek())->ascii_view() == "\n");
  if (!plain) return {};
  Ref text = make_ascii(thread, line);
  if (!text) return {};
  bytes->in_at += static_cast<uint32_t>(line.size());
  if (is_universal(file)) file->seen_newlines |= kFeedSeen;
  return text;
}

Ref read_quick_line(Thread& thread, TextFile* file) {
  if (!file->plain_utf8 || file->unit != 1 || !check_text_attached(thread, file)) return {};
  Ref keep = file->bytes.take();
  if (!lock_buffered(thread, bytes_of(file), kClosedFile)) return {};
  Ref line = prepare_to_read(thread, file) ? line_in_buffer(thread, file) : Ref();
  bytes_of(file)->lock.give();
  return line;
}

}  // namespace

Ref read_text_line(Thread& thread, TextFile* file, int64_t limit) {
  if (limit < 0) {
    Ref line = read_quick_line(thread, file);
    if (line || thread.has_exception()) return line;
  }
  if (!file->coder.peek().is_empty()) return read_coded(thread, file, "readline", limit);
  return read_with<line_locked>(thread, file, limit);
}

Ref read_text(Thread& thread, TextFile* file, int64_t count) {
  if (!file->coder.peek().is_empty()) return read_coded(thread, file, "read", count);
  return read_with<text_locked>(thread, file, count);
}

Ref newlines_seen(Thread& thread, uint8_t seen) {
  const char* const kinds[] = {"\r", "\n", "\r\n"};
  Ref texts[3];
  Value values[3];
  size_t count = 0;
  for (size_t i = 0; i < 3; ++i) {
    if (!(seen >> i & 1)) continue;
    if (!(texts[count] = make_str(thread, kinds[i]))) return {};
    values[count] = texts[count].get();
    ++count;
  }
  if (count == 0) return Ref::none();
  return count == 1 ? std::move(texts[0]) : make_tuple(thread, values, count);
}

bool read_mark(Thread& thread, TextFile* file) {
  Buffered* bytes = bytes_of(file);
  size_t size = file->unit == 1 ? 3 : file->unit;
  if (!buffered_need(thread, bytes, size)) return false;
  std::string_view start(reinterpret_cast<char*>(bytes->memory + bytes->in_at), std::min(size, read_ahead(bytes)));
  if (file->unit == 1) {
    if (start == "\xEF\xBB\xBF") bytes->in_at += 3;
    file->mark_due = false;
    return true;
  }
  bool little = start == (size == 2 ? std::string_view("\xFF\xFE", 2) : std::string_view("\xFF\xFE\0\0", 4));
  bool big = start == (size == 2 ? std::string_view("\xFE\xFF", 2) : std::string_view("\0\0\xFE\xFF", 4));
  if (little || big) bytes->in_at += static_cast<uint32_t>(size);
  return start.empty() || fix_byte_order(thread, file, big);
}

}  // namespace gillab
