// TextIOWrapper as scripts see it. The work is in file_text.cpp and file_text_read.cpp.
#include "runtime/bytes.h"
#include "runtime/files/file.h"
#include "runtime/files/file_types.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

TextFile* file_of(Value self) { return static_cast<TextFile*>(self.as_object()); }

Ref text_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return Ref::own(new_text_file(thread, as<Type>(args[0])));
}

bool str_or_none(Thread& thread, Value value, const char* what) {
  if (value.is_empty() || value.is_none() || is<Str>(value)) return true;
  return raise(thread, Error::TypeError, "{} must be str or None, not {}", what, type_name(thread, value));
}

bool check_newline(Thread& thread, Value newline) {
  if (newline.is_empty() || newline.is_none()) return true;
  for (const char* allowed : {"", "\n", "\r", "\r\n"}) {
    if (equals_ascii(as<Str>(newline), allowed)) return true;
  }
  return raise(thread, Error::ValueError, "illegal newline value: {}", newline);
}

bool read_flag(Thread& thread, Value value, bool* flag) {
  if (value.is_empty() || value.is_none()) return true;
  Truth yes = truth(thread, value);
  *flag = yes == Truth::Yes;
  return yes != Truth::Error;
}

Ref text_init(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TextFile* file = file_of(args[0]);
  for (Field* field : {&file->buffer, &file->bytes, &file->encoding}) field->clear();  // until all is well
  if (!str_or_none(thread, args[2], "TextIOWrapper() argument 'encoding'") ||
      !str_or_none(thread, args[3], "TextIOWrapper() argument 'errors'") ||
      !str_or_none(thread, args[4], "TextIOWrapper() argument 'newline'") || !check_newline(thread, args[4])) {
    return {};
  }
  if (!read_flag(thread, args[5], &file->line_buffering) || !read_flag(thread, args[6], &file->write_through)) {
    return {};
  }
  return start_text_file(thread, file, args[1], args[2], args[3], args[4]) ? Ref::none() : Ref();
}

// --- reading and writing

Ref text_read(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count;
  return count_argument(thread, args[1], &count) ? read_text(thread, file_of(args[0]), count) : Ref();
}

Ref text_readline(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t limit;
  return count_argument(thread, args[1], &limit) ? read_text_line(thread, file_of(args[0]), limit) : Ref();
}

Ref text_next(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TextFile* file = file_of(args[0]);
  bool exact = type_of(file) == file_types(thread).text;
  Ref line = exact ? read_text_line(thread, file) : call_named(thread, args[0], "readline");
  if (!line) return {};
  if (!is<Str>(line.get())) {
    return raise(thread, Error::OSError, "readline() should have returned a str object, not '{}'",
                 type_name(thread, line.get()));
  }
  bool end = line.as<Str>()->length == 0;
  file->telling = end;
  return end ? Ref::exhausted() : std::move(line);
}

Ref text_write(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "write() argument must be str, not {}", argument_name(thread, args[1]));
  }
  if (!write_text(thread, file_of(args[0]), as<Str>(args[1]))) return {};
  return make_int(thread, static_cast<int64_t>(as<Str>(args[1])->length));
}

Ref text_flush(Thread& thread, const Value* args, uint32_t, Tuple*) {
  file_of(args[0])->telling = true;
  return flush_text(thread, file_of(args[0])) ? Ref::none() : Ref();
}

// --- positions

bool check_seekable(Thread& thread, TextFile* file) {
  Ref buffer = file->buffer.take();
  Ref able = call_named(thread, buffer.get(), "seekable");
  Truth yes = able ? truth(thread, able.get()) : Truth::Error;
  if (yes == Truth::No) return raise_unsupported(thread, "underlying stream is not seekable");
  return yes == Truth::Yes;
}

// With nothing pending and the buffer locked, does `work` on the buffer. Negative: an exception is set.
template <class Work>
int64_t at_rest(Thread& thread, TextFile* file, Work work) {
  Ref keep = file->bytes.take();
  Buffered* bytes = bytes_of(file);
  if (!lock_buffered(thread, bytes, kClosedFile)) return -1;
  bool given = give_pending(thread, file);
  int64_t place = given ? work(bytes) : -1;
  bytes->lock.give();
  return place;
}

bool check_offset(Thread& thread, Value offset, int64_t whence) {
  if (whence < 0 || whence > 2) {
    return raise(thread, Error::ValueError, "invalid whence ({}, should be 0, 1 or 2)", whence);
  }
  int64_t number;
  if (!index_as_int64(thread, offset, &number)) return false;
  if (whence == 1 && number != 0) return raise_unsupported(thread, "can't do nonzero cur-relative seeks");
  if (whence == 2 && number != 0) return raise_unsupported(thread, "can't do nonzero end-relative seeks");
  return number >= 0 || raise(thread, Error::ValueError, "negative seek position {}", number);
}

Ref text_seek(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TextFile* file = file_of(args[0]);
  int64_t offset, whence = 0;
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &whence)) return {};
  if (!check_text_attached(thread, file)) return {};
  if (is_closed(thread, args[0]) == Truth::Yes) return raise(thread, Error::ValueError, "{}", kClosedFile);
  if (!check_seekable(thread, file)) return {};
  if (!file->coder.peek().is_empty()) return file->telling = true, seek_coded(thread, file, args[1], whence);
  if (!check_offset(thread, args[1], whence)) return {};
  if (!index_as_int64(thread, args[1], &offset)) return {};
  int64_t place = at_rest(thread, file, [&](Buffered* bytes) {
    if (!buffered_flush(thread, bytes)) return int64_t{-1};
    return buffered_seek(thread, bytes, offset, static_cast<int>(whence));
  });
  if (place < 0) return {};
  file->telling = true;
  if (place == 0) file->mark_due = file->marked;
  if (place != 0 && !pass_mark(thread, file)) return {};
  return make_int(thread, place);
}

Ref text_tell(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TextFile* file = file_of(args[0]);
  if (!check_text_attached(thread, file)) return {};
  if (is_closed(thread, args[0]) == Truth::Yes) return raise(thread, Error::ValueError, "{}", kClosedFile);
  if (!check_seekable(thread, file)) return {};
  if (!file->telling) return raise(thread, Error::OSError, "telling position disabled by next() call");
  const bool coded = !file->coder.peek().is_empty();
  int64_t place = at_rest(thread, file, [&](Buffered* bytes) {
    return !buffered_flush(thread, bytes) ? -1 : coded ? 0 : buffered_tell(thread, bytes);
  });
  if (place >= 0 && coded) return call_coder(thread, file, "tell");
  return place < 0 ? Ref() : make_int(thread, place);
}

Ref text_truncate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TextFile* file = file_of(args[0]);
  if (!check_text_attached(thread, file) || !flush_text(thread, file)) return {};
  Ref buffer = file->buffer.take();
  bool given = !args[1].is_empty() && !args[1].is_none();
  return call_named(thread, buffer.get(), "truncate", args + 1, given ? 1 : 0);
}

// --- the end

Ref text_close(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TextFile* file = file_of(args[0]);
  if (!check_text_attached(thread, file)) return {};
  Truth closed = is_closed(thread, args[0]);
  if (closed != Truth::No) return closed == Truth::Yes ? Ref::none() : Ref();
  Ref buffer = file->buffer.take();
  bool flushed = static_cast<bool>(call_method(thread, args[0], thread.names().flush));
  return close_after(thread, flushed, buffer.get()) ? Ref::none() : Ref();
}

Ref text_detach(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TextFile* file = file_of(args[0]);
  if (!check_text_attached(thread, file) || !call_method(thread, args[0], thread.names().flush)) return {};
  Ref bytes = file->bytes.exchange({});
  auto* hidden = static_cast<Buffered*>(bytes.get().as_object());
  if (hidden->of_text) hidden->raw.clear();  // or its end would close the buffer
  return file->buffer.exchange({});
}

Ref text_reconfigure(Thread& thread, const Value* args, uint32_t, Tuple*) {
  TextFile* file = file_of(args[0]);
  if (!check_text_attached(thread, file) || !str_or_none(thread, args[1], "reconfigure() argument 'encoding'") ||
      !str_or_none(thread, args[2], "reconfigure() argument 'errors'") ||
      !str_or_none(thread, args[3], "reconfigure() argument 'newline'") || !check_newline(thread, args[3])) {
    return {};
  }
  bool recoded = (!args[1].is_empty() && !args[1].is_none()) || (!args[2].is_empty() && !args[2].is_none());
  if ((recoded || !args[3].is_empty()) && bytes_of(file)->in_end > 0) {
    return raise_unsupported(thread,
                             "It is not possible to set the encoding or newline of stream after the first read");
  }
  if (!flush_text(thread, file)) return {};
  Ref kept = file->encoding.take();
  bool same = args[1].is_empty() || args[1].is_none();
  if (!args[3].is_empty()) file->newline.put(Ref::share(args[3]));
  if (recoded && !set_text_encoding(thread, file, same ? kept.get() : args[1], args[2])) return {};
  if (recoded && !look_for_start(thread, file)) return {};
  bool done = read_flag(thread, args[4], &file->line_buffering) && read_flag(thread, args[5], &file->write_through);
  return done ? Ref::none() : Ref();
}

// --- what the buffer answers

template <const char* const& Name>
Ref ask_buffer(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_text_attached(thread, file_of(args[0]))) return {};
  Ref buffer = file_of(args[0])->buffer.take();
  return call_named(thread, buffer.get(), Name);
}
const char* const kFileno = "fileno";
const char* const kIsatty = "isatty";
const char* const kReadable = "readable";
const char* const kWritable = "writable";
const char* const kSeekable = "seekable";

template <const char* const& Name>
Ref buffer_attribute(Thread& thread, Value self) {
  if (!check_text_attached(thread, file_of(self))) return {};
  Ref buffer = file_of(self)->buffer.take();
  return attribute_named(thread, buffer.get(), Name);
}
const char* const kName = "name";
const char* const kClosed = "closed";

Ref text_enter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Truth closed = is_closed(thread, args[0]);
  if (closed == Truth::Yes) return raise(thread, Error::ValueError, "{}", kClosedFile);
  return closed == Truth::No ? Ref::share(args[0]) : Ref();
}

// A part of the repr: " name='x'", or nothing where there is no such attribute.
bool add_shown(Thread& thread, StrBuilder& builder, Value self, const char* attribute) {
  Ref value = get_attribute_or_empty(thread, self, intern(thread, std::string_view(attribute)));
  if (!value) {
    if (thread.has_exception() && !exception_matches(thread, Error::Exception)) return false;
    clear_exception(thread);
    return true;
  }
  builder.add(" ");
  builder.add(attribute);
  builder.add("=");
  return builder.add_repr(value.get());
}

Ref text_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StrBuilder builder(thread);
  if (file_of(args[0])->encoding.peek().is_empty() && !check_text_attached(thread, file_of(args[0]))) return {};
  builder.add("<_io.TextIOWrapper");
  for (const char* attribute : {"name", "mode", "encoding"}) {
    if (!add_shown(thread, builder, args[0], attribute)) return {};
  }
  builder.add(">");
  return builder.finish();
}

Ref text_mode(Thread& thread, Value self) {
  Ref mode = file_of(self)->mode.take();
  if (!mode) raise_no_attribute(thread, self, intern(thread, std::string_view("mode")));
  return mode;
}
bool text_set_mode(Thread&, Value self, Value mode) {
  file_of(self)->mode.put(mode.is_empty() ? Ref() : Ref::share(mode));
  return true;
}

template <Field TextFile::*Which>
Ref text_field(Thread&, Value self) {
  Ref value = (file_of(self)->*Which).take();
  return value ? std::move(value) : Ref::none();
}
Ref text_line_buffering(Thread&, Value self) { return Ref::boolean(file_of(self)->line_buffering); }
Ref text_write_through(Thread&, Value self) { return Ref::boolean(file_of(self)->write_through); }

Ref text_newlines(Thread& thread, Value self) {
  if (!file_of(self)->coder.peek().is_empty()) return call_coder(thread, file_of(self), "newlines");
  return newlines_seen(thread, file_of(self)->seen_newlines);
}

Ref text_chunk(Thread& thread, Value self) {
  if (!check_text_attached(thread, file_of(self))) return {};
  return make_int(thread, file_of(self)->chunk);
}
bool text_set_chunk(Thread& thread, Value self, Value size) {
  int64_t number;
  if (size.is_empty()) return raise(thread, Error::AttributeError, "cannot delete attribute");
  if (!check_text_attached(thread, file_of(self)) || !index_as_int64(thread, size, &number)) return false;
  if (number <= 0) return raise(thread, Error::ValueError, "a strictly positive integer is required");
  file_of(self)->chunk = number;
  return true;
}

const GetSetDef kFields[] = {{"name", buffer_attribute<kName>},
                             {"mode", text_mode, text_set_mode},
                             {"closed", buffer_attribute<kClosed>},
                             {"encoding", text_field<&TextFile::encoding>},
                             {"errors", text_field<&TextFile::errors>},
                             {"buffer", text_field<&TextFile::buffer>},
                             {"newlines", text_newlines},
                             {"_CHUNK_SIZE", text_chunk, text_set_chunk},
                             {"line_buffering", text_line_buffering},
                             {"write_through", text_write_through}};

const MethodDef kMethods[] = {
    {"__new__", "(type, /, *args, **kwargs)", text_new, MethodDef::Static},
    {"__init__",
     "(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)", text_init},
    {"read", "(self, size=-1, /)", text_read},
    {"readline", "(self, size=-1, /)", text_readline},
    {"write", "(self, text, /)", text_write},
    {"flush", "(self, /)", text_flush},
    {"close", "(self, /)", text_close},
    {"detach", "(self, /)", text_detach},
    {"seek", "(self, cookie, whence=0, /)", text_seek},
    {"tell", "(self, /)", text_tell},
    {"truncate", "(self, pos=None, /)", text_truncate},
    {"fileno", "(self, /)", ask_buffer<kFileno>},
    {"isatty", "(self, /)", ask_buffer<kIsatty>},
    {"readable", "(self, /)", ask_buffer<kReadable>},
    {"writable", "(self, /)", ask_buffer<kWritable>},
    {"seekable", "(self, /)", ask_buffer<kSeekable>},
    {"reconfigure", "(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
     text_reconfigure},
    {"__enter__", "(self, /)", text_enter},
    {"__next__", "(self, /)", text_next},
    {"__repr__", "(self, /)", text_repr}};

constexpr Field TextFile::*kTextFields[] = {&TextFile::buffer, &TextFile::bytes,   &TextFile::encoding,
                                            &TextFile::codec,  &TextFile::errors,  &TextFile::newline,
                                            &TextFile::mode,   &TextFile::coder};

void clear_text(Thread& thread, Object* object) {
  auto* file = static_cast<TextFile*>(object);
  for (Field TextFile::*field : kTextFields) (file->*field).clear();
  drop_attributes(thread, object);
}

void destroy_text(Thread& thread, Object* object) {
  auto* file = static_cast<TextFile*>(object);
  delete file->pending;
  clear_text(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(TextFile)));
}

void traverse_text(Object* object, const Visitor& visitor) {
  for (Field TextFile::*field : kTextFields) visitor(static_cast<TextFile*>(object)->*field);
  traverse_attributes(object, visitor);
}

}  // namespace

const Layout kTextFileLayout = {"text file", sizeof(TextFile), true, destroy_text, traverse_text, clear_text};

bool make_text_file_type(Thread& thread, FileTypes* types) {
  TypeDef def{"_io.TextIOWrapper", "_io", &kTextFileLayout, kBaseType | kHasDict | kHasWeakref};
  types->text = make_native_type(thread, def, types->text_base);
  if (!types->text) return false;
  add_methods(thread, types->text, kMethods);
  add_getsets(thread, types->text, kFields);
  finish_type(thread, types->text);
  return true;
}

}  // namespace gillab
