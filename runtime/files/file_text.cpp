// Files of text: encoding, decoding and the three kinds of line ends on top of a BinaryFile.
#include <cstring>

#include "runtime/bytes.h"
#include "runtime/files/file.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

TextFile* file_of(Value self) { return static_cast<TextFile*>(self.as_object()); }

bool translates(const TextFile* file) { return file->newline.peek().is_none(); }

// Where `\r` ends a line too.
bool is_universal(const TextFile* file) {
  Value newline = file->newline.peek();
  return newline.is_none() || as<Str>(newline)->length == 0;
}

Ref decoded(Thread& thread, TextFile* file, const std::string& bytes) {
  if (file->plain_utf8) return decode(thread, bytes, nullptr, nullptr);
  return decode(thread, bytes, as<Str>(file->encoding.peek()), as<Str>(file->errors.peek()));
}

// \r\n and \r become \n
void translate_line_ends(std::string& text) {
  size_t first = text.find('\r');
  if (first == std::string::npos) return;
  size_t target = first;
  for (size_t i = first; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\r') {
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
      c = '\n';
    }
    text[target++] = c;
  }
  text.resize(target);
}

// After a `\r`: takes the `\n` that belongs to it.
bool take_line_feed(Thread& thread, BinaryFile* file, std::string* line) {
  if (!fill_buffer(thread, file)) return false;
  if (file->in_at < file->in_end && file->in[file->in_at] == '\n') {
    *line += '\n';
    ++file->in_at;
  }
  return true;
}

struct LineEnd {
  size_t length;  // bytes to take from the buffer
  bool complete;
  bool carriage_return;
};

LineEnd find_line_end(const TextFile* file, const uint8_t* start, size_t there, const std::string& before) {
  const void* feed = std::memchr(start, '\n', there);
  size_t length = feed ? static_cast<size_t>(static_cast<const uint8_t*>(feed) - start) + 1 : there;
  if (is_universal(file)) {
    if (const void* back = std::memchr(start, '\r', length)) {
      return {static_cast<size_t>(static_cast<const uint8_t*>(back) - start) + 1, true, true};
    }
    return {length, feed != nullptr, false};
  }
  const Str* newline = as<Str>(file->newline.peek());
  if (equals_ascii(newline, "\r")) {
    const void* back = std::memchr(start, '\r', there);
    return {back ? static_cast<size_t>(static_cast<const uint8_t*>(back) - start) + 1 : there, back != nullptr, false};
  }
  if (newline->length == 2 && feed) {
    bool after_return = length >= 2 ? start[length - 2] == '\r' : !before.empty() && before.back() == '\r';
    return {length, after_return, false};
  }
  return {length, feed != nullptr, false};
}

bool read_raw_line(Thread& thread, TextFile* file, std::string* line) {
  BinaryFile* buffer = buffer_of(file);
  while (true) {
    if (!fill_buffer(thread, buffer)) return false;
    size_t there = buffer->in_end - buffer->in_at;
    if (there == 0) return true;
    const uint8_t* start = buffer->in + buffer->in_at;
    LineEnd end = find_line_end(file, start, there, *line);
    line->append(reinterpret_cast<const char*>(start), end.length);
    buffer->in_at += static_cast<uint32_t>(end.length);
    if (end.carriage_return && !take_line_feed(thread, buffer, line)) return false;
    if (end.complete) return true;
  }
}

size_t bytes_of_character(const TextFile* file, uint8_t first) {
  if (!file->plain_utf8 && !equals_ascii(as<Str>(file->encoding.peek()), "utf-8")) return 1;
  return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

bool read_characters(Thread& thread, TextFile* file, int64_t count, std::string* text) {
  BinaryFile* buffer = buffer_of(file);
  for (; count > 0; --count) {
    if (!fill_buffer(thread, buffer)) return false;
    if (buffer->in_at == buffer->in_end) return true;
    uint8_t first = buffer->in[buffer->in_at];
    if (!read_bytes(thread, buffer, static_cast<int64_t>(bytes_of_character(file, first)), text)) return false;
    if (first == '\r' && translates(file)) {
      if (!take_line_feed(thread, buffer, text)) return false;
      if (text->back() == '\n') text->pop_back();
      text->back() = '\n';
    }
  }
  return true;
}

Ref encoded(Thread& thread, TextFile* file, Str* text) {
  return encode(thread, text, as<Str>(file->encoding.peek()), as<Str>(file->errors.peek()));
}

// What '\n' is written as; null: as it is.
const Str* written_newline(const TextFile* file) {
  Value newline = file->newline.peek();
  if (newline.is_none()) return nullptr;
  const Str* text = as<Str>(newline);
  return text->length == 0 || equals_ascii(text, "\n") ? nullptr : text;
}

bool write_encoded(Thread& thread, TextFile* file, std::string_view bytes) {
  BinaryFile* buffer = buffer_of(file);
  buffer->in_at = buffer->in_end = 0;  // as on CPython, what was read ahead is passed over
  const Str* newline = written_newline(file);
  if (!newline) return write_bytes(thread, buffer, bytes);
  std::string changed;
  for (char c : bytes) {
    if (c == '\n')
      changed += newline->ascii_view();
    else
      changed += c;
  }
  return write_bytes(thread, buffer, changed);
}

}  // namespace

bool write_text(Thread& thread, TextFile* file, Str* text) {
  BinaryFile* buffer = buffer_of(file);
  if (!check_writable(thread, buffer)) return false;
  bool flush = buffer->unbuffered;
  if (text->ascii) {
    if (file->line_buffering) flush = flush || std::memchr(text->data1(), '\n', text->length);
    if (!write_encoded(thread, file, text->ascii_view())) return false;
  } else {
    Ref bytes = encoded(thread, file, text);
    if (!bytes) return false;
    std::string_view view = bytes.as<Bytes>()->view();
    if (file->line_buffering) flush = flush || view.find('\n') != std::string_view::npos;
    if (!write_encoded(thread, file, view)) return false;
  }
  return !flush || flush_file(thread, buffer);
}

Ref read_text_line(Thread& thread, TextFile* file, int64_t limit) {
  std::string line;
  if (limit >= 0) {  // rare: a character at a time
    while (limit-- > 0 && (line.empty() || line.back() != '\n')) {
      size_t before = line.size();
      if (!read_characters(thread, file, 1, &line)) return {};
      if (line.size() == before) break;
    }
    return decoded(thread, file, line);
  }
  if (!read_raw_line(thread, file, &line)) return {};
  if (translates(file)) translate_line_ends(line);
  return decoded(thread, file, line);
}

// --- methods

namespace {

bool count_argument(Thread& thread, Value value, int64_t* count) {
  *count = -1;
  return value.is_empty() || value.is_none() || index_as_int64(thread, value, count);
}

Ref text_read(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TextFile* file = file_of(args[0]);
  int64_t count;
  std::string content;
  if (!check_readable(thread, buffer_of(file)) || !count_argument(thread, args[1], &count)) return {};
  if (count >= 0) {
    if (!read_characters(thread, file, count, &content)) return {};
  } else {
    if (!read_bytes(thread, buffer_of(file), -1, &content)) return {};
    if (translates(file)) translate_line_ends(content);
  }
  return decoded(thread, file, content);
}

Ref text_readline(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t limit;
  if (!check_readable(thread, buffer_of(file_of(args[0]))) || !count_argument(thread, args[1], &limit)) return {};
  return read_text_line(thread, file_of(args[0]), limit);
}

Ref text_next(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_readable(thread, buffer_of(file_of(args[0])))) return {};
  Ref line = read_text_line(thread, file_of(args[0]));
  if (line && line.as<Str>()->length == 0) return Ref::exhausted();
  return line;
}

Ref text_readlines(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_readable(thread, buffer_of(file_of(args[0])))) return {};
  return list_from(thread, args[0]);
}

Ref text_write(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "write() argument must be str, not {}",
                 args[1].is_none() ? "None" : type_name(thread, args[1]));
  }
  if (!write_text(thread, file_of(args[0]), as<Str>(args[1]))) return {};
  return make_int(thread, static_cast<int64_t>(as<Str>(args[1])->length));
}

Ref text_writelines(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Each each(thread, args[1]);
  while (Ref line = each.next()) {
    Value both[] = {args[0], line.get()};
    if (!text_write(thread, both, 2, nullptr)) return {};
  }
  return each.failed() ? Ref() : Ref::none();
}

Ref text_seek(Thread& thread, const Value* args, uint32_t, Tuple*) {
  BinaryFile* buffer = buffer_of(file_of(args[0]));
  int64_t offset;
  int64_t whence = 0;
  if (!check_open(thread, buffer) || !index_as_int64(thread, args[1], &offset)) return {};
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &whence)) return {};
  if (whence != 0 && offset != 0) {
    Type* type = unsupported_operation(thread);
    const char* form = whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks";
    return type ? raise_formatted(thread, type, form, {}) : Failed{};
  }
  if (whence == 0 && offset < 0) return raise(thread, Error::ValueError, "negative seek position {}", offset);
  int64_t place = seek_file(thread, buffer, offset, static_cast<int>(whence));
  return place < 0 ? Ref() : make_int(thread, place);
}

// The rest is what the buffer does.
template <const char* const& Name>
Ref forward(Thread& thread, const Value* args, uint32_t count, Tuple*) {
  uint32_t given = 1;
  while (given < count && !args[given].is_empty()) ++given;
  Value buffer = file_of(args[0])->buffer.peek();
  return call_method(thread, buffer, intern(thread, std::string_view(Name)), args + 1, given - 1);
}

const char* const kClose = "close";
const char* const kTruncate = "truncate";
const char* const kFileno = "fileno";
const char* const kIsatty = "isatty";
const char* const kReadable = "readable";
const char* const kWritable = "writable";
const char* const kSeekable = "seekable";

Ref text_flush(Thread& thread, const Value* args, uint32_t, Tuple*) {
  BinaryFile* buffer = buffer_of(file_of(args[0]));
  return check_open(thread, buffer) && flush_file(thread, buffer) ? Ref::none() : Ref();
}

Ref text_tell(Thread& thread, const Value* args, uint32_t, Tuple*) {
  BinaryFile* buffer = buffer_of(file_of(args[0]));
  if (!check_open(thread, buffer)) return {};
  int64_t place = tell_file(thread, buffer);
  return place < 0 ? Ref() : make_int(thread, place);
}

Ref text_enter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_open(thread, buffer_of(file_of(args[0]))) ? Ref::share(args[0]) : Ref();
}
Ref text_exit(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return close_file(thread, buffer_of(file_of(args[0]))) ? Ref::none() : Ref();
}
Ref same_object(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::share(args[0]); }

Ref text_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TextFile* file = file_of(args[0]);
  Ref name = repr(thread, buffer_of(file)->name.peek());
  Ref mode = repr(thread, file->mode.peek());
  Ref encoding = repr(thread, file->encoding.peek());
  if (!name || !mode || !encoding) return {};
  return format_text(thread, "<_io.TextIOWrapper name={} mode={} encoding={}>",
                     {name.get(), mode.get(), encoding.get()});
}

bool is_plain_utf8(const TextFile* file) {
  const Str* encoding = as<Str>(file->encoding.peek());
  bool utf8 = equals_ascii(encoding, "utf-8") || equals_ascii(encoding, "UTF-8") || equals_ascii(encoding, "utf8");
  return utf8 && equals_ascii(as<Str>(file->errors.peek()), "strict");
}

Ref text_reconfigure(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TextFile* file = file_of(args[0]);
  if (!args[3].is_empty() && !args[3].is_none() && !is<Str>(args[3])) {
    return raise(thread, Error::TypeError, "reconfigure() argument 'newline' must be str or None, not {}",
                 type_name(thread, args[3]));
  }
  if (!flush_file(thread, buffer_of(file))) return {};
  if (!args[1].is_empty() && is<Str>(args[1])) file->encoding.put(Ref::share(args[1]));
  if (!args[2].is_empty() && is<Str>(args[2])) file->errors.put(Ref::share(args[2]));
  if (!args[3].is_empty()) file->newline.put(Ref::share(args[3]));
  if (!args[4].is_empty() && !args[4].is_none()) {
    Truth line_buffering = truth(thread, args[4]);
    if (line_buffering == Truth::Error) return {};
    file->line_buffering = line_buffering == Truth::Yes;
  }
  file->plain_utf8 = is_plain_utf8(file);
  return Ref::none();
}

Ref text_name(Thread&, Value self) { return buffer_of(file_of(self))->name.take(); }
Ref text_mode(Thread&, Value self) { return file_of(self)->mode.take(); }
Ref text_closed(Thread&, Value self) { return Ref::boolean(buffer_of(file_of(self))->descriptor < 0); }
Ref text_encoding(Thread&, Value self) { return file_of(self)->encoding.take(); }
Ref text_errors(Thread&, Value self) { return file_of(self)->errors.take(); }
Ref text_buffer(Thread&, Value self) { return file_of(self)->buffer.take(); }
Ref text_line_buffering(Thread&, Value self) { return Ref::boolean(file_of(self)->line_buffering); }
Ref text_newlines(Thread&, Value) { return Ref::none(); }

const GetSetDef kFields[] = {{"name", text_name},         {"mode", text_mode},
                             {"closed", text_closed},     {"encoding", text_encoding},
                             {"errors", text_errors},     {"buffer", text_buffer},
                             {"newlines", text_newlines}, {"line_buffering", text_line_buffering}};

const MethodDef kMethods[] = {
    {"read", "(self, size=-1, /)", text_read},
    {"readline", "(self, size=-1, /)", text_readline},
    {"readlines", "(self, hint=-1, /)", text_readlines},
    {"write", "(self, text, /)", text_write},
    {"writelines", "(self, lines, /)", text_writelines},
    {"flush", "(self, /)", text_flush},
    {"close", "(self, /)", forward<kClose>},
    {"seek", "(self, cookie, whence=0, /)", text_seek},
    {"tell", "(self, /)", text_tell},
    {"truncate", "(self, pos=None, /)", forward<kTruncate>},
    {"fileno", "(self, /)", forward<kFileno>},
    {"isatty", "(self, /)", forward<kIsatty>},
    {"readable", "(self, /)", forward<kReadable>},
    {"writable", "(self, /)", forward<kWritable>},
    {"seekable", "(self, /)", forward<kSeekable>},
    {"reconfigure", "(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
     text_reconfigure},
    {"__enter__", "(self, /)", text_enter},
    {"__exit__", "(self, /, *args)", text_exit},
    {"__iter__", "(self, /)", same_object},
    {"__next__", "(self, /)", text_next},
    {"__repr__", "(self, /)", text_repr}};

void destroy_text(Thread& thread, Object* object) {
  auto* file = static_cast<TextFile*>(object);
  for (Field* field : {&file->buffer, &file->encoding, &file->errors, &file->newline, &file->mode}) field->clear();
  free_object(thread, file, sizeof(TextFile));
}

}  // namespace

const Layout kTextFileLayout = {"text file", sizeof(TextFile), false, destroy_text};

Type* make_text_file_type(Thread& thread) {
  TypeDef def{"TextIOWrapper", "_io", &kTextFileLayout, kHasWeakref | kNoInstances};
  Type* type = make_native_type(thread, def, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kFields);
  finish_type(thread, type);
  return type;
}

Ref make_text_file(Thread& thread, Value buffer, std::string_view mode, Value encoding, Value errors, Value newline) {
  Ref shown_mode = make_str(thread, mode);
  Ref used_encoding = is<Str>(encoding) ? Ref::share(encoding) : make_str(thread, "UTF-8");
  Ref used_errors = is<Str>(errors) ? Ref::share(errors) : make_str(thread, "strict");
  if (!shown_mode || !used_encoding || !used_errors) return {};
  auto* file = allocate<TextFile>(thread, file_types(thread).text->root);
  if (!file) return {};
  file->buffer.init(Ref::share(buffer));
  file->encoding.init(std::move(used_encoding));
  file->errors.init(std::move(used_errors));
  file->newline.init(newline.is_empty() ? Ref::none() : Ref::share(newline));
  file->mode.init(std::move(shown_mode));
  file->line_buffering = false;
  file->plain_utf8 = is_plain_utf8(file);
  return Ref::own(file);
}

}  // namespace gillab
