// BufferedReader, BufferedWriter and BufferedRandom as scripts see them. The work is in file_buffered.cpp.
#include <cstring>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/classes/type_build.h"
#include "runtime/files/file.h"
#include "runtime/files/file_types.h"
#include "runtime/files/pinned.h"
#include "runtime/int.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

namespace {

Buffered* file_of(Value self) { return static_cast<Buffered*>(self.as_object()); }

// Open and locked as long as it lives, or an exception is set.
class [[nodiscard]] Locked {
 public:
  Locked(Thread& thread, Value self, const char* closed_message)
      : file_(lock_buffered(thread, file_of(self), closed_message) ? file_of(self) : nullptr) {}
  ~Locked() {
    if (file_) file_->lock.give();
  }
  Locked(const Locked&) = delete;
  explicit operator bool() const { return file_ != nullptr; }

 private:
  Buffered* file_;
};

// --- making

Buffered* new_buffered(Thread& thread, Type* type) {
  auto* file = static_cast<Buffered*>(allocate_instance(thread, type));
  if (!file) return nullptr;
  file->raw.init_empty();
  file->quick = nullptr;
  new (&file->lock) BusyLock;
  file->readable = file->writable = file->initialised = file->of_text = file->unbuffered = false;
  file->memory = nullptr;
  file->size = file->in_at = file->in_end = file->out_used = 0;
  return file;
}

void start_buffered(Thread& thread, Buffered* file, Value raw, uint32_t size) {
  if (file->memory) free_buffer(thread, std::exchange(file->memory, nullptr), file->size);
  file->raw.put(Ref::share(raw));
  bool exact = raw.is_object() && type_of(raw.as_object()) == file_types(thread).raw;
  file->quick = exact ? static_cast<RawFile*>(raw.as_object()) : nullptr;
  file->size = size;
  file->in_at = file->in_end = file->out_used = 0;
  file->initialised = true;
}

bool check_able(Thread& thread, Value raw, const char* method, const char* message) {
  Ref able = call_named(thread, raw, method);
  Truth yes = able ? truth(thread, able.get()) : Truth::Error;
  if (yes == Truth::No) return raise_unsupported(thread, message);
  return yes == Truth::Yes;
}

template <bool Reads, bool Writes>
Ref buffered_init(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t size = kFileBuffer;
  file_of(args[0])->initialised = false;  // until all is well
  file_of(args[0])->quick = nullptr;
  file_of(args[0])->raw.clear();
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &size)) return {};
  if (Reads && Writes && !check_able(thread, args[1], "seekable", "File or stream is not seekable.")) return {};
  if (Reads && !check_able(thread, args[1], "readable", "File or stream is not readable.")) return {};
  if (Writes && !check_able(thread, args[1], "writable", "File or stream is not writable.")) return {};
  if (size <= 0) return raise(thread, Error::ValueError, "buffer size must be strictly positive");
  if (size > INT32_MAX) return raise_memory_error(thread);
  Buffered* file = file_of(args[0]);
  start_buffered(thread, file, args[1], static_cast<uint32_t>(size));
  file->readable = Reads;
  file->writable = Writes;
  return Ref::none();
}

Ref buffered_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return Ref::own(new_buffered(thread, as<Type>(args[0])));
}

// --- reading

Ref bytes_or_none(Thread& thread, const std::string& content, bool would_block) {
  return content.empty() && would_block ? Ref::none() : make_bytes(thread, content);
}

Ref reader_read(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count;
  std::string content;
  bool would_block = false;
  if (!count_argument(thread, args[1], &count)) return {};
  if (count < -1) return raise(thread, Error::ValueError, "read length must be non-negative or -1");
  {
    Locked locked(thread, args[0], "read of closed file");
    if (!locked || !buffered_read(thread, file_of(args[0]), count, &content, &would_block)) return {};
  }
  return bytes_or_none(thread, content, would_block);
}

Ref reader_read1(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count;
  std::string content;
  bool would_block = false;
  if (!count_argument(thread, args[1], &count)) return {};
  Buffered* file = file_of(args[0]);
  {
    Locked locked(thread, args[0], "read of closed file");
    if (!locked || (count != 0 && !buffered_fill(thread, file, &would_block))) return {};
    auto there = static_cast<int64_t>(read_ahead(file));
    count = count < 0 ? there : std::min(count, there);
    if (count > 0 && !buffered_read(thread, file, count, &content)) return {};
  }
  return bytes_or_none(thread, content, false);
}

Ref reader_peek(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Locked locked(thread, args[0], "peek of closed file");
  Buffered* file = file_of(args[0]);
  if (!locked || !buffered_fill(thread, file)) return {};
  return make_bytes(thread, {reinterpret_cast<char*>(file->memory + file->in_at), read_ahead(file)});
}

template <bool Once>
Ref reader_readinto(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned target;
  std::string content;
  bool would_block = false;
  const char* what = Once ? "readinto1() argument" : "readinto() argument";
  if (!check_attached(thread, file_of(args[0])) || !target.open(thread, args[1], Pinned::kWrite, what)) return {};
  auto count = static_cast<int64_t>(target.size());
  {
    Locked locked(thread, args[0], "readinto of closed file");
    Buffered* file = file_of(args[0]);
    if (!locked || (Once && count > 0 && !buffered_fill(thread, file, &would_block))) return {};
    if (Once) count = std::min(count, static_cast<int64_t>(read_ahead(file)));
    if (!buffered_read(thread, file, count, &content, &would_block)) return {};
  }
  if (content.empty() && would_block) return Ref::none();
  std::memcpy(target.data(), content.data(), content.size());
  return make_int(thread, static_cast<int64_t>(content.size()));
}

Ref reader_readline(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t limit;
  std::string line;
  if (!count_argument(thread, args[1], &limit)) return {};
  {
    Locked locked(thread, args[0], "readline of closed file");
    if (!locked || !buffered_read_line(thread, file_of(args[0]), limit, &line)) return {};
  }
  return make_bytes(thread, line);
}

Ref reader_next(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  // A subclass with a readline() of its own is asked for its lines.
  const FileTypes& types = file_types(thread);
  Type* type = type_of(args[0].as_object());
  Value self_only[] = {args[0], Value::empty()};
  Ref line = type == types.reader || type == types.random ? reader_readline(thread, self_only, count, names)
                                                          : call_named(thread, args[0], "readline");
  if (!line) return {};
  int64_t size = is<Bytes>(line.get()) ? static_cast<int64_t>(line.as<Bytes>()->length) : length(thread, line.get());
  if (size < 0) return {};
  return size == 0 ? Ref::exhausted() : std::move(line);
}

// --- writing

Ref writer_write(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned source;
  if (!check_attached(thread, file_of(args[0])) || !source.open(thread, args[1], Pinned::kRead)) return {};
  Locked locked(thread, args[0], "write to closed file");
  if (!locked || !buffered_write(thread, file_of(args[0]), source.view())) return {};
  return make_int(thread, static_cast<int64_t>(source.size()));
}

Ref file_flush(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Buffered* file = file_of(args[0]);
  Locked locked(thread, args[0], file->writable ? "flush of closed file" : kClosedFile);
  if (!locked || !buffered_flush(thread, file)) return {};
  if (file->quick || file->writable) return Ref::none();
  Ref raw = file->raw.take();
  return call_method(thread, raw.get(), thread.names().flush);
}

// --- positions and ends

Ref file_seek(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t offset, whence = 0;
  Buffered* file = file_of(args[0]);
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &whence)) return {};
  if (whence < 0 || whence > 2) return raise(thread, Error::ValueError, "whence value {} unsupported", whence);
  if (!index_as_int64(thread, args[1], &offset)) return {};
  Locked locked(thread, args[0], "seek of closed file");
  if (!locked) return {};
  Ref raw = file->raw.take();
  if (!check_able(thread, raw.get(), "seekable", "File or stream is not seekable.")) return {};
  int64_t place = buffered_seek(thread, file, offset, static_cast<int>(whence));
  return place < 0 ? Ref() : make_int(thread, place);
}

Ref file_tell(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Locked locked(thread, args[0], "I/O operation on closed file");
  int64_t place = locked ? buffered_tell(thread, file_of(args[0])) : -1;
  return place < 0 ? Ref() : make_int(thread, place);
}

Ref file_truncate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Buffered* file = file_of(args[0]);
  Locked locked(thread, args[0], "truncate of closed file");
  if (!locked) return {};
  if (!file->writable) return raise_unsupported(thread, "truncate");
  if (!buffered_flush(thread, file)) return {};
  Ref size = args[1].is_empty() || args[1].is_none() ? make_int(thread, buffered_tell(thread, file))
                                                     : Ref::share(args[1]);
  if (thread.has_exception()) return {};
  Value argument = size.get();
  Ref raw = file->raw.take();
  return call_named(thread, raw.get(), "truncate", &argument, 1);
}

bool flush_before_close(Thread& thread, Value self, bool* was_closed) {
  Buffered* file = file_of(self);
  Truth closed = buffered_closed(thread, file);
  *was_closed = closed == Truth::Yes;
  if (closed != Truth::No) return *was_closed;
  return static_cast<bool>(call_method(thread, self, thread.names().flush));
}

Ref file_close(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Buffered* file = file_of(args[0]);
  bool was_closed;
  if (!check_attached(thread, file)) return {};
  Ref raw = file->raw.take();
  bool flushed = flush_before_close(thread, args[0], &was_closed);
  if (was_closed) return Ref::none();
  bool done = close_after(thread, flushed, raw.get());
  file->out_used = 0;  // what could not be written is given up
  return done ? Ref::none() : Ref();
}

Ref file_detach(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Buffered* file = file_of(args[0]);
  if (!check_attached(thread, file) || !call_method(thread, args[0], thread.names().flush)) return {};
  file->quick = nullptr;
  return file->raw.exchange({});
}

// --- what the raw file answers

template <const char* const& Name>
Ref ask_raw(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_attached(thread, file_of(args[0]))) return {};
  Ref raw = file_of(args[0])->raw.take();
  return call_named(thread, raw.get(), Name);
}
const char* const kFileno = "fileno";
const char* const kIsatty = "isatty";
const char* const kReadable = "readable";
const char* const kWritable = "writable";
const char* const kSeekable = "seekable";

template <const char* const& Name>
Ref raw_attribute(Thread& thread, Value self) {
  if (!check_attached(thread, file_of(self))) return {};
  Ref raw = file_of(self)->raw.take();
  return attribute_named(thread, raw.get(), Name);
}
const char* const kName = "name";
const char* const kMode = "mode";
const char* const kClosed = "closed";

Ref file_raw(Thread&, Value self) {
  Ref raw = file_of(self)->raw.take();
  return raw ? std::move(raw) : Ref::none();
}

Ref file_enter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Buffered* file = file_of(args[0]);
  Truth closed = check_attached(thread, file) ? buffered_closed(thread, file) : Truth::Error;
  if (closed == Truth::Yes) return raise(thread, Error::ValueError, "{}", kClosedFile);
  return closed == Truth::No ? Ref::share(args[0]) : Ref();
}

Ref file_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view type = type_name(thread, args[0]);
  Ref name = get_attribute_or_empty(thread, args[0], thread.names().name);
  if (!name) {
    if (thread.has_exception() && !exception_matches(thread, Error::ValueError)) return {};
    clear_exception(thread);
    return format_text(thread, "<{}>", {type});
  }
  Ref shown = repr(thread, name.get());
  return shown ? format_text(thread, "<{} name={}>", {type, shown.get()}) : Ref();
}

const GetSetDef kFields[] = {{"raw", file_raw},
                             {"name", raw_attribute<kName>},
                             {"mode", raw_attribute<kMode>},
                             {"closed", raw_attribute<kClosed>}};

const MethodDef kCommon[] = {{"__new__", "(type, /, *args, **kwargs)", buffered_new, MethodDef::Static},
                             {"flush", "(self, /)", file_flush},
                             {"close", "(self, /)", file_close},
                             {"detach", "(self, /)", file_detach},
                             {"seek", "(self, target, whence=0, /)", file_seek},
                             {"tell", "(self, /)", file_tell},
                             {"truncate", "(self, pos=None, /)", file_truncate},
                             {"fileno", "(self, /)", ask_raw<kFileno>},
                             {"isatty", "(self, /)", ask_raw<kIsatty>},
                             {"seekable", "(self, /)", ask_raw<kSeekable>},
                             {"__enter__", "(self, /)", file_enter},
                             {"__repr__", "(self, /)", file_repr}};

const MethodDef kReading[] = {{"read", "(self, size=-1, /)", reader_read},
                              {"read1", "(self, size=-1, /)", reader_read1},
                              {"peek", "(self, size=0, /)", reader_peek},
                              {"readinto", "(self, buffer, /)", reader_readinto<false>},
                              {"readinto1", "(self, buffer, /)", reader_readinto<true>},
                              {"readline", "(self, size=-1, /)", reader_readline},
                              {"readable", "(self, /)", ask_raw<kReadable>},
                              {"__next__", "(self, /)", reader_next}};

const MethodDef kWriting[] = {{"write", "(self, buffer, /)", writer_write},
                              {"writable", "(self, /)", ask_raw<kWritable>}};

const MethodDef kReaderInit[] = {{"__init__", "(self, raw, buffer_size=8192)", buffered_init<true, false>}};
const MethodDef kWriterInit[] = {{"__init__", "(self, raw, buffer_size=8192)", buffered_init<false, true>}};
const MethodDef kRandomInit[] = {{"__init__", "(self, raw, buffer_size=8192)", buffered_init<true, true>}};

void destroy_buffered(Thread& thread, Object* object) {
  auto* file = static_cast<Buffered*>(object);
  if (file->memory) free_buffer(thread, file->memory, file->size);
  file->raw.clear();
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(Buffered)));
}

void traverse_buffered(Object* object, const Visitor& visitor) {
  visitor(static_cast<Buffered*>(object)->raw);
  traverse_attributes(object, visitor);
}

void clear_buffered(Thread& thread, Object* object) {
  static_cast<Buffered*>(object)->quick = nullptr;
  static_cast<Buffered*>(object)->raw.clear();
  drop_attributes(thread, object);
}

Type* make_type(Thread& thread, const char* name, Type* base, const MethodDef (&init)[1], bool reads, bool writes) {
  TypeDef def{name, "_io", &kBufferedLayout, kBaseType | kHasDict | kHasWeakref};
  Type* type = make_native_type(thread, def, base);
  if (!type) return nullptr;
  add_methods(thread, type, kCommon);
  add_methods(thread, type, init);
  if (reads) add_methods(thread, type, kReading);
  if (writes) add_methods(thread, type, kWriting);
  add_getsets(thread, type, kFields);
  finish_type(thread, type);
  return type;
}

}  // namespace

const Layout kBufferedLayout = {"buffered file", sizeof(Buffered), true, destroy_buffered, traverse_buffered,
                                clear_buffered};

bool make_buffered_file_types(Thread& thread, FileTypes* types) {
  types->reader = make_type(thread, "_io.BufferedReader", types->buffered_base, kReaderInit, true, false);
  types->writer = make_type(thread, "_io.BufferedWriter", types->buffered_base, kWriterInit, false, true);
  types->random = make_type(thread, "_io.BufferedRandom", types->buffered_base, kRandomInit, true, true);
  return types->reader && types->writer && types->random;
}

Ref make_buffered(Thread& thread, Type* type, Value raw, uint32_t size) {
  Buffered* file = new_buffered(thread, type);
  if (!file) return {};
  const FileTypes& types = file_types(thread);
  start_buffered(thread, file, raw, size);
  file->readable = type != types.writer;
  file->writable = type != types.reader;
  return Ref::own(file);
}

}  // namespace gillab
