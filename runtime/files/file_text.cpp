// TextIOWrapper's work: making one, encodings, writing. Reading is in file_text_read.cpp, what scripts call in
// file_text_methods.cpp.
#include <cstring>

#include "runtime/bytes.h"
#include "runtime/classes/type_build.h"
#include "runtime/files/file.h"
#include "runtime/int.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/codecs.h"

namespace gillab {

// --- making

TextFile* new_text_file(Thread& thread, Type* type) {
  auto* file = static_cast<TextFile*>(allocate_instance(thread, type));
  if (!file) return nullptr;
  for (Field* field :
       {&file->buffer, &file->bytes, &file->encoding, &file->codec, &file->errors, &file->newline, &file->mode,
                       &file->coder}) {
    field->init_empty();
  }
  file->pending = nullptr;
  file->chunk = kFileBuffer;
  file->unit = 1;
  file->utf8 = file->big_endian = file->marked = file->mark_due = file->plain_utf8 = false;
  file->line_buffering = file->write_through = false;
  file->telling = true;
  file->seen_newlines = 0;
  return file;
}

bool check_text_attached(Thread& thread, TextFile* file) {
  if (!file->buffer.peek().is_empty()) [[likely]]
    return true;
  return raise(thread, Error::ValueError,
               file->encoding.peek().is_empty() ? "I/O operation on uninitialized object"
                                                : "underlying buffer has been detached");
}

bool set_text_encoding(Thread& thread, TextFile* file, Value encoding, Value errors) {
  bool given = is<Str>(encoding) && !equals_ascii(as<Str>(encoding), "locale");
  Ref name = given ? Ref::share(encoding) : make_str(thread, "UTF-8");
  Ref handler = is<Str>(errors) ? Ref::share(errors) : make_str(thread, "strict");
  EncodingShape shape;
  if (!name || !handler) return false;
  const bool known = shape_of_encoding(name.as<Str>(), &shape);
  file->unit = shape.unit;
  file->utf8 = shape.utf8;
  file->marked = file->mark_due = shape.marked;
  file->big_endian = shape.big_endian;
  file->plain_utf8 = shape.utf8 && equals_ascii(handler.as<Str>(), "strict");
  Ref codec = shape.utf8 && shape.marked ? make_str(thread, "utf-8") : name.share();
  if (!codec) return false;
  file->codec.put(std::move(codec));
  file->encoding.put(std::move(name));
  file->errors.put(std::move(handler));
  file->coder.clear();
  return known || make_coder(thread, file);
}

bool fix_byte_order(Thread& thread, TextFile* file, bool big_endian) {
  const char* name = file->unit == 2 ? (big_endian ? "utf-16-be" : "utf-16-le")
                                     : (big_endian ? "utf-32-be" : "utf-32-le");
  Ref codec = make_str(thread, name);
  if (!codec) return false;
  file->big_endian = big_endian;
  file->codec.put(std::move(codec));
  file->mark_due = false;
  return true;
}

namespace {

bool ask(Thread& thread, Value buffer, const char* method, bool* answer) {
  Ref value = call_named(thread, buffer, method);
  Truth yes = value ? truth(thread, value.get()) : Truth::Error;
  *answer = yes == Truth::Yes;
  return yes != Truth::Error;
}

// The Buffered to go through: the script's own, or a hidden one that asks the script's object.
bool stand_on(Thread& thread, TextFile* file, Value buffer) {
  const FileTypes& types = file_types(thread);
  Type* type = type_of(thread, buffer);
  if (type == types.reader || type == types.writer || type == types.random) {
    if (!check_attached(thread, static_cast<Buffered*>(buffer.as_object()))) return false;
    file->bytes.put(Ref::share(buffer));
  } else {
    Ref hidden = make_buffered(thread, types.random, buffer);
    if (!hidden) return false;
    auto* bytes = static_cast<Buffered*>(hidden.get().as_object());
    bytes->of_text = true;
    if (!ask(thread, buffer, "readable", &bytes->readable) || !ask(thread, buffer, "writable", &bytes->writable)) {
      return bytes->raw.clear(), false;
    }
    file->bytes.put(std::move(hidden));
  }
  file->buffer.put(Ref::share(buffer));
  return true;
}

}  // namespace

// What is appended to a text that begins with a mark needs none.
bool look_for_start(Thread& thread, TextFile* file) {
  bool seekable;
  Buffered* bytes = bytes_of(file);
  const bool coded = !file->coder.peek().is_empty();
  if ((!file->marked && !coded) || !bytes->writable) return true;
  Ref buffer = file->buffer.take();
  if (!ask(thread, buffer.get(), "seekable", &seekable)) return false;
  if (!seekable) return true;
  int64_t place = buffered_tell(thread, bytes);
  if (place < 0) return false;
  if (place == 0) return true;
  return coded ? start_coder(thread, file, place) : pass_mark(thread, file);
}

bool start_text_file(Thread& thread, TextFile* file, Value buffer, Value encoding, Value errors, Value newline) {
  file->newline.put(newline.is_empty() ? Ref::none() : Ref::share(newline));
  if (!set_text_encoding(thread, file, encoding, errors)) return false;
  if (!stand_on(thread, file, buffer)) return false;
  file->telling = true;
  return look_for_start(thread, file);
}

// From somewhere behind the start nothing is read or written of a mark.
bool pass_mark(Thread& thread, TextFile* file) {
  if (!file->mark_due) return true;
  return file->unit == 1 ? (file->mark_due = false, true) : fix_byte_order(thread, file, false);
}

Ref make_text_file(Thread& thread, Value buffer, std::string_view mode, Value encoding, Value errors, Value newline) {
  Ref shown_mode = make_str(thread, mode);
  TextFile* file = shown_mode ? new_text_file(thread, file_types(thread).text) : nullptr;
  if (!file) return {};
  Ref made = Ref::own(file);
  file->mode.put(std::move(shown_mode));
  return start_text_file(thread, file, buffer, encoding, errors, newline) ? std::move(made) : Ref();
}

// --- writing

namespace {

// What '\n' is written as; empty: as it is.
std::string_view written_newline(const TextFile* file) {
  Value newline = file->newline.peek();
  if (newline.is_none()) return {};
  std::string_view text = as<Str>(newline)->ascii_view();
  return text == "\n" ? std::string_view() : text;
}

void append_translated(std::string* target, std::string_view text, std::string_view newline) {
  for (char c : text) {
    if (c == '\n')
      target->append(newline);
    else
      *target += c;
  }
}

Ref with_newlines(Thread& thread, Str* text, std::string_view newline) {
  StrBuilder builder(thread);
  for (size_t i = 0; i < text->length; ++i) {
    char32_t c = text->at(i);
    if (c == '\n')
      builder.add_ascii(newline.data(), newline.size());
    else
      builder.add(c);
  }
  return builder.finish();
}

bool write_mark(Thread& thread, TextFile* file) {
  if (!file->mark_due) return true;
  if (file->unit == 1) {
    *file->pending += "\xEF\xBB\xBF";
    file->mark_due = false;
    return true;
  }
  if (!fix_byte_order(thread, file, false)) return false;
  *file->pending += file->unit == 2 ? std::string_view("\xFF\xFE") : std::string_view("\xFF\xFE\0\0", 4);
  return true;
}

bool append_encoded(Thread& thread, TextFile* file, Str* text) {
  std::string_view newline = written_newline(file);
  const bool coded = !file->coder.peek().is_empty();
  if (text->ascii && file->unit == 1 && !coded) {
    if (newline.empty())
      file->pending->append(text->ascii_view());
    else
      append_translated(file->pending, text->ascii_view(), newline);
    return true;
  }
  Ref translated = newline.empty() ? Ref::share(text) : with_newlines(thread, text, newline);
  if (!translated) return false;
  if (coded) return encode_with_coder(thread, file, translated.get());
  Ref bytes = encode(thread, translated.as<Str>(), as<Str>(file->codec.peek()), as<Str>(file->errors.peek()));
  if (!bytes) return false;
  file->pending->append(bytes.as<Bytes>()->view());
  return true;
}

bool ends_a_line(const Str* text) {
  if (text->ascii) {
    return std::memchr(text->data1(), '\n', text->length) || std::memchr(text->data1(), '\r', text->length);
  }
  for (size_t i = 0; i < text->length; ++i) {
    if (text->at(i) == '\n' || text->at(i) == '\r') return true;
  }
  return false;
}

bool write_locked(Thread& thread, TextFile* file, Str* text) {
  Buffered* bytes = bytes_of(file);
  if (!bytes->writable) return raise_unsupported(thread, "not writable");
  if (!file->pending) file->pending = new std::string;
  size_t before = file->pending->size();
  if (!write_mark(thread, file)) return false;
  if (!append_encoded(thread, file, text)) return file->pending->resize(before), false;
  bytes->in_at = bytes->in_end = 0;  // as on CPython, what was read ahead is passed over
  bool line = file->line_buffering && ends_a_line(text);
  if (file->pending->size() <= kFileBuffer && !line && !file->write_through) [[likely]]
    return true;
  if (!give_pending(thread, file)) return false;
  return !line || buffered_flush(thread, bytes);
}

}  // namespace

bool give_pending(Thread& thread, TextFile* file) {
  if (!file->pending || file->pending->empty()) return true;
  std::string given;
  given.swap(*file->pending);  // a write that fails loses what it had, as on CPython
  bool done = buffered_write(thread, bytes_of(file), given);
  if (file->pending->empty() && given.capacity() <= 4 * kFileBuffer) {
    given.clear();
    given.swap(*file->pending);  // keeps its room
  }
  return done && (!bytes_of(file)->of_text || buffered_flush(thread, bytes_of(file)));
}

bool write_text(Thread& thread, TextFile* file, Str* text) {
  if (!check_text_attached(thread, file)) return false;
  Ref keep = file->bytes.take();
  Buffered* bytes = bytes_of(file);
  if (!lock_buffered(thread, bytes, kClosedFile)) return false;
  bool done = write_locked(thread, file, text);
  bytes->lock.give();
  return done;
}

bool flush_text(Thread& thread, TextFile* file) {
  if (!check_text_attached(thread, file)) return false;
  Ref keep = file->bytes.take();
  Buffered* bytes = bytes_of(file);
  if (!lock_buffered(thread, bytes, kClosedFile)) return false;
  bool done = give_pending(thread, file) && buffered_flush(thread, bytes);
  bytes->lock.give();
  if (!done || !bytes->of_text) return done;
  Ref buffer = file->buffer.take();
  return static_cast<bool>(call_method(thread, buffer.get(), thread.names().flush));
}

}  // namespace gillab
