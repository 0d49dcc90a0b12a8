// The abstract types that all files inherit from: what they do with nothing but the methods of their heirs. And small
// helpers for asking any object that claims to be a file.
#include "runtime/bytes.h"
#include "runtime/exception.h"
#include "runtime/files/file.h"
#include "runtime/files/file_types.h"
#include "runtime/files/pinned.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"
#include "runtime/warn.h"

namespace gillab {

extern const Layout kInstanceLayout;

Ref call_named(Thread& thread, Value object, const char* name, const Value* args, uint32_t count) {
  return call_method(thread, object, intern(thread, std::string_view(name)), args, count);
}

Ref attribute_named(Thread& thread, Value object, const char* name) {
  return get_attribute(thread, object, intern(thread, std::string_view(name)));
}

Truth is_closed(Thread& thread, Value file) {
  Ref closed = attribute_named(thread, file, "closed");
  return closed ? truth(thread, closed.get()) : Truth::Error;
}

bool count_argument(Thread& thread, Value value, int64_t* count) {
  *count = -1;
  if (value.is_empty() || value.is_none()) return true;
  if (!is_integer(value) && special_method(thread, value, Dunder::Index).is_empty()) {
    return raise(thread, Error::TypeError, "argument should be integer or None, not '{}'", type_name(thread, value));
  }
  return index_as_int64(thread, value, count);
}

Failed raise_unsupported(Thread& thread, const char* what) {
  Type* type = unsupported_operation(thread);
  return type ? raise_formatted(thread, type, "{}", {what}) : Failed{};
}

// What went wrong before: the context of the first exception in the chain that has none.
static void add_context(Value exception, Ref before) {
  auto* last = static_cast<Exception*>(exception.as_object());
  while (true) {
    Value context = last->context.peek();
    if (context.is_empty() || context.is_none()) break;
    if (context == before.get()) return;
    last = static_cast<Exception*>(context.as_object());
  }
  if (Value::object(last) != before.get()) last->context.put(std::move(before));
}

bool close_after(Thread& thread, bool done, Value next) {
  Ref first = done ? Ref() : take_exception(thread);
  bool closed = static_cast<bool>(call_named(thread, next, "close"));
  if (!first) return closed;
  if (closed) return raise_value(thread, std::move(first));
  Ref second = take_exception(thread);
  add_context(second.get(), std::move(first));
  return raise_value(thread, std::move(second));
}

namespace {

bool check_not_closed(Thread& thread, Value file) {
  Truth closed = is_closed(thread, file);
  if (closed == Truth::Yes) return raise(thread, Error::ValueError, "{}", kClosedFile);
  return closed == Truth::No;
}

template <const char* const& Name>
Ref unsupported(Thread& thread, const Value*, uint32_t, Tuple*) {
  return raise_unsupported(thread, Name);
}
const char* const kSeek = "seek";
const char* const kTruncate = "truncate";
const char* const kFileno = "fileno";
const char* const kDetach = "detach";
const char* const kRead = "read";
const char* const kRead1 = "read1";
const char* const kReadline = "readline";
const char* const kWrite = "write";

template <const char* const& Method, const char* const& Message>
Ref check_able(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref able = call_named(thread, args[0], Method);
  Truth yes = able ? truth(thread, able.get()) : Truth::Error;
  if (yes == Truth::Error) return {};
  return yes == Truth::Yes ? Ref::boolean(true) : Ref(raise_unsupported(thread, Message));
}
const char* const kSeekable = "seekable";
const char* const kReadable = "readable";
const char* const kWritable = "writable";
const char* const kNotSeekable = "File or stream is not seekable.";
const char* const kNotReadable = "File or stream is not readable.";
const char* const kNotWritable = "File or stream is not writable.";

Str* closed_mark(Thread& thread) { return intern(thread, std::string_view("__IOBase_closed")); }

Ref base_closed(Thread& thread, Value self) {
  Ref mark = get_attribute_or_empty(thread, self, closed_mark(thread));
  if (!mark && thread.has_exception()) return {};
  return Ref::boolean(static_cast<bool>(mark));
}

Ref check_closed(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_not_closed(thread, args[0]) ? Ref::none() : Ref();
}

Ref base_close(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref closed = base_closed(thread, args[0]);
  if (!closed || closed.get().is_true()) return closed ? Ref::none() : Ref();
  Ref flushed = call_method(thread, args[0], thread.names().flush);
  Ref failure = flushed ? Ref() : take_exception(thread);
  if (!set_attribute(thread, args[0], closed_mark(thread), Value::boolean(true))) return {};
  return failure ? Ref(raise_value(thread, std::move(failure))) : Ref::none();
}

Ref base_tell(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value from_here[] = {Value::integer(0), Value::integer(1)};
  return call_named(thread, args[0], "seek", from_here, 2);
}

Ref no(Thread&, const Value*, uint32_t, Tuple*) { return Ref::boolean(false); }
Ref no_terminal(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_not_closed(thread, args[0]) ? Ref::boolean(false) : Ref();
}

Ref same_object(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_not_closed(thread, args[0]) ? Ref::share(args[0]) : Ref();
}

Ref base_exit(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return call_method(thread, args[0], thread.names().close);
}

// The file with a descriptor that this one stands on, if it is one of those here.
RawFile* raw_below(Value file) {
  if (file.is_empty() || !file.is_object()) return nullptr;
  if (has_layout(file, kRawFileLayout)) return static_cast<RawFile*>(file.as_object());
  if (has_layout(file, kTextFileLayout)) return raw_below(static_cast<TextFile*>(file.as_object())->buffer.peek());
  if (!has_layout(file, kBufferedLayout)) return nullptr;
  return raw_below(static_cast<Buffered*>(file.as_object())->raw.peek());
}

// Nobody can ask for the warning before `warnings` is imported.
void warn_of_unclosed(Thread& thread, Value file) {
  RawFile* raw = warnings_loaded(thread) ? raw_below(file) : nullptr;
  if (!raw || raw->descriptor.get() < 0 || !raw->owns_descriptor) return;
  Ref shown = repr(thread, file);
  const bool said =
      shown && warn(thread, Error::ResourceWarning, "unclosed file " + to_utf8(shown.as<Str>()));
  if (!said) clear_exception(thread);
}

Ref base_del(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Truth closed = is_closed(thread, args[0]);
  if (closed == Truth::No) warn_of_unclosed(thread, args[0]);
  bool done = closed == Truth::Yes || (closed == Truth::No && call_method(thread, args[0], thread.names().close));
  if (!done) clear_exception(thread);  // as on CPython: nobody is there to be told
  return Ref::none();
}

// --- lines

Ref base_next(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref line = call_named(thread, args[0], "readline");
  int64_t count = line ? length(thread, line.get()) : -1;
  if (count < 0) return {};
  return count == 0 ? Ref::exhausted() : std::move(line);
}

// How many bytes can be read without passing a line's end: what peek() shows, or one.
bool bytes_to_read(Thread& thread, Value file, int64_t left, int64_t* count) {
  *count = 1;
  Ref peek = get_attribute_or_empty(thread, file, intern(thread, std::string_view("peek")));
  if (!peek) return !thread.has_exception();
  Ref ahead = call(thread, peek.get(), Value::integer(1));
  if (!ahead) return false;
  if (!is<Bytes>(ahead.get())) {
    return raise(thread, Error::OSError, "peek() should have returned a bytes object, not '{}'",
                 type_name(thread, ahead.get()));
  }
  std::string_view view = ahead.as<Bytes>()->view();
  size_t end = view.find('\n');
  if (!view.empty()) *count = static_cast<int64_t>(end == std::string_view::npos ? view.size() : end + 1);
  if (left >= 0) *count = std::min(*count, left);
  return true;
}

Ref base_readline(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t limit, count;
  std::string line;
  if (!count_argument(thread, args[1], &limit)) return {};
  while (limit < 0 || static_cast<int64_t>(line.size()) < limit) {
    int64_t left = limit < 0 ? -1 : limit - static_cast<int64_t>(line.size());
    if (!bytes_to_read(thread, args[0], left, &count)) return {};
    Value asked = Value::integer(count);
    Ref piece = call_named(thread, args[0], "read", &asked, 1);
    if (!piece) return {};
    if (!is<Bytes>(piece.get())) {
      return raise(thread, Error::OSError, "read() should have returned a bytes object, not '{}'",
                   type_name(thread, piece.get()));
    }
    std::string_view view = piece.as<Bytes>()->view();
    line.append(view);
    if (view.empty() || view.back() == '\n') break;
  }
  return make_bytes(thread, line);
}

Ref base_readlines(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t hint, total = 0;
  if (!count_argument(thread, args[1], &hint)) return {};
  if (hint <= 0) return list_from(thread, args[0]);
  Ref lines = make_list(thread);
  Each each(thread, args[0]);
  while (Ref line = lines ? each.next() : Ref()) {
    int64_t count = length(thread, line.get());
    if (count < 0 || !append(thread, lines.as<List>(), std::move(line))) return {};
    if ((total += count) > hint) break;
  }
  return each.failed() ? Ref() : std::move(lines);
}

Ref base_writelines(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_not_closed(thread, args[0])) return {};
  Each each(thread, args[1]);
  while (Ref line = each.next()) {
    Value text = line.get();
    if (!call_method(thread, args[0], thread.names().write, &text, 1)) return {};
  }
  return each.failed() ? Ref() : Ref::none();
}

const GetSetDef kClosed[] = {{"closed", base_closed}};
const MethodDef kBase[] = {{"seek", "(self, offset, whence=0, /)", unsupported<kSeek>},
                           {"tell", "(self, /)", base_tell},
                           {"truncate", "(self, pos=None, /)", unsupported<kTruncate>},
                           {"fileno", "(self, /)", unsupported<kFileno>},
                           {"flush", "(self, /)", check_closed},
                           {"close", "(self, /)", base_close},
                           {"isatty", "(self, /)", no_terminal},
                           {"seekable", "(self, /)", no},
                           {"readable", "(self, /)", no},
                           {"writable", "(self, /)", no},
                           {"_checkClosed", "(self, /)", check_closed},
                           {"_checkSeekable", "(self, /)", check_able<kSeekable, kNotSeekable>},
                           {"_checkReadable", "(self, /)", check_able<kReadable, kNotReadable>},
                           {"_checkWritable", "(self, /)", check_able<kWritable, kNotWritable>},
                           {"readline", "(self, size=-1, /)", base_readline},
                           {"readlines", "(self, hint=-1, /)", base_readlines},
                           {"writelines", "(self, lines, /)", base_writelines},
                           {"__enter__", "(self, /)", same_object},
                           {"__exit__", "(self, /, *args)", base_exit},
                           {"__iter__", "(self, /)", same_object},
                           {"__next__", "(self, /)", base_next},
                           {"__del__", "(self, /)", base_del}};

// --- raw

Ref raw_base_read(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count;
  if (!count_argument(thread, args[1], &count)) return {};
  if (count < 0) return call_named(thread, args[0], "readall");
  Ref target = make_bytearray(thread, std::string(static_cast<size_t>(count), '\0'));
  if (!target) return {};
  Value argument = target.get();
  Ref done = call_named(thread, args[0], "readinto", &argument, 1);
  int64_t got;
  if (!done || done.get().is_none() || !index_as_int64(thread, done.get(), &got)) return done;
  return make_bytes(thread, bytes_of(target.get()).substr(0, static_cast<size_t>(std::max<int64_t>(got, 0))));
}

Ref raw_base_readall(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string content;
  Value count = Value::integer(kFileBuffer);
  while (true) {
    Ref piece = call_named(thread, args[0], "read", &count, 1);
    if (!piece) return {};
    if (piece.get().is_none()) return content.empty() ? std::move(piece) : make_bytes(thread, content);
    if (!is<Bytes>(piece.get())) return raise(thread, Error::TypeError, "read() should return bytes");
    if (piece.as<Bytes>()->length == 0) return make_bytes(thread, content);
    content.append(piece.as<Bytes>()->view());
  }
}

const MethodDef kRaw[] = {{"read", "(self, size=-1, /)", raw_base_read},
                          {"readall", "(self, /)", raw_base_readall}};

// --- buffered

template <const char* const& Name>
Ref base_readinto(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned target;
  if (!target.open(thread, args[1], Pinned::kWrite, "readinto() argument")) return {};
  Value count = Value::integer(static_cast<int64_t>(target.size()));
  Ref content = call_named(thread, args[0], Name, &count, 1);
  if (!content) return {};
  if (!is<Bytes>(content.get())) return raise(thread, Error::TypeError, "read() should return bytes");
  std::string_view view = content.as<Bytes>()->view();
  if (view.size() > target.size()) {
    return raise(thread, Error::ValueError, "read() returned too much data: {} bytes requested, {} returned",
                 target.size(), view.size());
  }
  view.copy(target.data(), view.size());
  return make_int(thread, static_cast<int64_t>(view.size()));
}

const MethodDef kBuffered[] = {{"detach", "(self, /)", unsupported<kDetach>},
                               {"read", "(self, size=-1, /)", unsupported<kRead>},
                               {"read1", "(self, size=-1, /)", unsupported<kRead1>},
                               {"readinto", "(self, buffer, /)", base_readinto<kRead>},
                               {"readinto1", "(self, buffer, /)", base_readinto<kRead1>},
                               {"write", "(self, b, /)", unsupported<kWrite>}};

Ref nothing(Thread&, Value) { return Ref::none(); }
const GetSetDef kTextFields[] = {{"encoding", nothing}, {"newlines", nothing}, {"errors", nothing}};
const MethodDef kText[] = {{"detach", "(self, /)", unsupported<kDetach>},
                           {"read", "(self, size=-1, /)", unsupported<kRead>},
                           {"readline", "(self, size=-1, /)", unsupported<kReadline>},
                           {"write", "(self, s, /)", unsupported<kWrite>}};

Type* make_base(Thread& thread, const char* name, Type* base) {
  TypeDef def{name, "_io", &kInstanceLayout, kBaseType | kHasDict | kHasWeakref, Kind::Instance};
  return make_native_type(thread, def, base);
}

}  // namespace

bool make_base_file_types(Thread& thread, FileTypes* types) {
  if (!(types->base = make_base(thread, "_io._IOBase", nullptr))) return false;
  add_methods(thread, types->base, kBase);
  add_getsets(thread, types->base, kClosed);
  finish_type(thread, types->base);
  types->raw_base = make_base(thread, "_io._RawIOBase", types->base);
  types->buffered_base = make_base(thread, "_io._BufferedIOBase", types->base);
  types->text_base = make_base(thread, "_io._TextIOBase", types->base);
  if (!types->raw_base || !types->buffered_base || !types->text_base) return false;
  add_methods(thread, types->raw_base, kRaw);
  add_methods(thread, types->buffered_base, kBuffered);
  add_methods(thread, types->text_base, kText);
  add_getsets(thread, types->text_base, kTextFields);
  for (Type* type : {types->raw_base, types->buffered_base, types->text_base}) finish_type(thread, type);
  return true;
}

}  // namespace gillab
