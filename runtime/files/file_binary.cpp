// Files of bytes: a descriptor, a buffer for reading or writing, and the methods scripts call.
#include <cerrno>
#include <cstring>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/files/file.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

// --- the descriptor

namespace {

// A signal came: the call is repeated unless its handler raised.
bool is_to_repeat(Thread& thread, int64_t result) { return result == -EINTR && check_signals(thread); }

int64_t write_once(Thread& thread, int descriptor, const void* source, size_t count) {
  int64_t done;
  do {
    Blocking blocking(thread, gil::Reason::Io);
    done = thread.interpreter->world->write(descriptor, source, count);
  } while (is_to_repeat(thread, done));
  return done;
}

int64_t read_once(Thread& thread, int descriptor, void* target, size_t count) {
  int64_t done;
  do {
    Blocking blocking(thread, gil::Reason::Io);
    done = thread.interpreter->world->read(descriptor, target, count);
  } while (is_to_repeat(thread, done));
  return done;
}

Failed raise_system_error(Thread& thread, int64_t result) {
  if (thread.has_exception()) return {};
  return raise_errno(thread, static_cast<int>(-result));
}

bool write_through(Thread& thread, BinaryFile* file, std::string_view bytes) {
  while (!bytes.empty()) {
    int64_t done = write_once(thread, file->descriptor, bytes.data(), bytes.size());
    if (done < 0) return raise_system_error(thread, done);
    bytes.remove_prefix(static_cast<size_t>(done));
  }
  return true;
}

// What was read ahead is given back, so that the descriptor stands where the script believes it to.
bool drop_read_ahead(Thread& thread, BinaryFile* file) {
  int64_t ahead = int64_t{file->in_end} - file->in_at;
  file->in_at = file->in_end = 0;
  if (ahead == 0) return true;
  int64_t result = thread.interpreter->world->seek(file->descriptor, -ahead, SEEK_CUR);
  return result >= 0 || raise_system_error(thread, result);
}

bool ensure(Thread& thread, uint8_t*& buffer) {
  if (!buffer) buffer = static_cast<uint8_t*>(allocate_buffer(thread, kFileBuffer));
  return buffer != nullptr;
}

}  // namespace

bool flush_file(Thread& thread, BinaryFile* file) {
  if (file->out_used == 0) return true;
  std::string pending(reinterpret_cast<char*>(file->out), file->out_used);
  file->out_used = 0;
  return write_through(thread, file, pending);
}

bool write_bytes(Thread& thread, BinaryFile* file, std::string_view bytes) {
  if (file->in_end > 0 && !drop_read_ahead(thread, file)) return false;
  if (!ensure(thread, file->out)) return false;
  if (file->out_used + bytes.size() > kFileBuffer && !flush_file(thread, file)) return false;
  if (bytes.size() > kFileBuffer / 2) return flush_file(thread, file) && write_through(thread, file, bytes);
  std::memcpy(file->out + file->out_used, bytes.data(), bytes.size());
  file->out_used += static_cast<uint32_t>(bytes.size());
  return !file->unbuffered || flush_file(thread, file);
}

bool fill_buffer(Thread& thread, BinaryFile* file) {
  if (file->in_at < file->in_end) return true;
  if (!flush_file(thread, file) || !ensure(thread, file->in)) return false;
  file->in_at = file->in_end = 0;
  int64_t got = read_once(thread, file->descriptor, file->in, kFileBuffer);
  if (got < 0) return raise_system_error(thread, got);
  file->in_end = static_cast<uint32_t>(got);
  return check_signals(thread);  // a line may have no end
}

bool read_bytes(Thread& thread, BinaryFile* file, int64_t count, std::string* target) {
  while (count != 0) {
    if (!fill_buffer(thread, file)) return false;
    size_t there = file->in_end - file->in_at;
    if (there == 0) return true;
    if (count > 0 && there > static_cast<size_t>(count)) there = static_cast<size_t>(count);
    target->append(reinterpret_cast<char*>(file->in + file->in_at), there);
    file->in_at += static_cast<uint32_t>(there);
    if (count > 0) count -= static_cast<int64_t>(there);
  }
  return true;
}

bool close_file(Thread& thread, BinaryFile* file) {
  if (file->descriptor < 0) return true;
  bool flushed = flush_file(thread, file);
  int descriptor = std::exchange(file->descriptor, -1);
  if (!file->owns_descriptor) return flushed;
  int result = thread.interpreter->world->close(descriptor);
  return flushed && (result >= 0 || raise_system_error(thread, result));
}

int64_t seek_file(Thread& thread, BinaryFile* file, int64_t offset, int whence) {
  if (!flush_file(thread, file)) return -1;
  if (whence == SEEK_CUR) offset -= int64_t{file->in_end} - file->in_at;
  file->in_at = file->in_end = 0;
  int64_t place = thread.interpreter->world->seek(file->descriptor, offset, whence);
  if (place < 0) raise_system_error(thread, place);
  return place;
}

int64_t tell_file(Thread& thread, BinaryFile* file) {
  int64_t place = thread.interpreter->world->seek(file->descriptor, 0, SEEK_CUR);
  if (place >= 0) return place - (int64_t{file->in_end} - file->in_at) + file->out_used;
  raise_system_error(thread, place);
  return -1;
}

bool check_open(Thread& thread, const BinaryFile* file, const char* message) {
  return file->descriptor >= 0 || raise(thread, Error::ValueError, "{}", message);
}

namespace {

Failed raise_unsupported(Thread& thread, const char* what) {
  Type* type = unsupported_operation(thread);
  return type ? raise_formatted(thread, type, "{}", {what}) : Failed{};
}

}  // namespace

bool check_readable(Thread& thread, const BinaryFile* file) {
  return check_open(thread, file) && (file->readable || raise_unsupported(thread, "not readable"));
}

bool check_writable(Thread& thread, const BinaryFile* file) {
  return check_open(thread, file) && (file->writable || raise_unsupported(thread, "not writable"));
}

// --- methods

namespace {

constexpr const char* kClosed = "I/O operation on closed file";

BinaryFile* file_of(Value self) { return static_cast<BinaryFile*>(self.as_object()); }

bool may_read(Thread& thread, const BinaryFile* file, const char* closed) {
  if (!file->readable) return raise_unsupported(thread, file->unbuffered ? "File not open for reading" : "read");
  return check_open(thread, file, file->unbuffered ? kClosed : closed);
}

bool may_write(Thread& thread, const BinaryFile* file, const char* closed) {
  if (!file->writable) return raise_unsupported(thread, file->unbuffered ? "File not open for writing" : "write");
  return check_open(thread, file, file->unbuffered ? kClosed : closed);
}

bool read_line_into(Thread& thread, BinaryFile* file, int64_t limit, std::string* line) {
  while (limit != 0) {
    if (!fill_buffer(thread, file)) return false;
    size_t there = file->in_end - file->in_at;
    if (there == 0) return true;
    if (limit > 0 && there > static_cast<size_t>(limit)) there = static_cast<size_t>(limit);
    const uint8_t* start = file->in + file->in_at;
    const void* end = std::memchr(start, '\n', there);
    if (end) there = static_cast<size_t>(static_cast<const uint8_t*>(end) - start) + 1;
    line->append(reinterpret_cast<const char*>(start), there);
    file->in_at += static_cast<uint32_t>(there);
    if (end) return true;
    if (limit > 0) limit -= static_cast<int64_t>(there);
  }
  return true;
}

bool count_argument(Thread& thread, Value value, int64_t* count) {
  *count = -1;
  return value.is_empty() || value.is_none() || index_as_int64(thread, value, count);
}

Ref binary_read(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count;
  std::string content;
  if (!may_read(thread, file_of(args[0]), "read of closed file") || !count_argument(thread, args[1], &count)) return {};
  if (!read_bytes(thread, file_of(args[0]), count, &content)) return {};
  return make_bytes(thread, content);
}

Ref binary_readline(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t limit;
  std::string line;
  if (!may_read(thread, file_of(args[0]), "readline of closed file") || !count_argument(thread, args[1], &limit))
    return {};
  return read_line_into(thread, file_of(args[0]), limit, &line) ? make_bytes(thread, line) : Ref();
}

Ref binary_next(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string line;
  if (!may_read(thread, file_of(args[0]), "readline of closed file")) return {};
  if (!read_line_into(thread, file_of(args[0]), -1, &line)) return {};
  return line.empty() ? Ref::exhausted() : make_bytes(thread, line);
}

Ref binary_readinto(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!may_read(thread, file_of(args[0]), "readinto of closed file")) return {};
  if (!is<ByteArray>(args[1])) {
    return raise(thread, Error::TypeError, "readinto() argument must be read-write bytes-like object, not {}",
                 type_name(thread, args[1]));
  }
  auto* target = as<ByteArray>(args[1]);
  std::string content;
  if (!read_bytes(thread, file_of(args[0]), static_cast<int64_t>(target->length.get()), &content)) return {};
  std::memcpy(target->data.get(), content.data(), content.size());
  return make_int(thread, static_cast<int64_t>(content.size()));
}

Ref binary_write(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view bytes;
  if (!file_of(args[0])->writable && !may_write(thread, file_of(args[0]), "")) return {};
  if (!bytes_view(thread, args[1], &bytes) || !may_write(thread, file_of(args[0]), "write to closed file")) return {};
  if (!write_bytes(thread, file_of(args[0]), bytes)) return {};
  return make_int(thread, static_cast<int64_t>(bytes.size()));
}

Ref binary_flush(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (file_of(args[0])->descriptor < 0) return raise(thread, Error::ValueError, "flush of closed file");
  return flush_file(thread, file_of(args[0])) ? Ref::none() : Ref();
}

Ref binary_close(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return close_file(thread, file_of(args[0])) ? Ref::none() : Ref();
}

Ref binary_seek(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t offset;
  int64_t whence = 0;
  if (!check_open(thread, file_of(args[0]), "seek of closed file") || !index_as_int64(thread, args[1], &offset))
    return {};
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &whence)) return {};
  int64_t place = seek_file(thread, file_of(args[0]), offset, static_cast<int>(whence));
  return place < 0 ? Ref() : make_int(thread, place);
}

Ref binary_tell(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_open(thread, file_of(args[0]), kClosed)) return {};
  int64_t place = tell_file(thread, file_of(args[0]));
  return place < 0 ? Ref() : make_int(thread, place);
}

Ref binary_truncate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  BinaryFile* file = file_of(args[0]);
  if (!check_open(thread, file, "truncate of closed file") || !check_writable(thread, file) ||
      !flush_file(thread, file))
    return {};
  int64_t size = tell_file(thread, file);
  if (!args[1].is_empty() && !args[1].is_none() && !index_as_int64(thread, args[1], &size)) return {};
  if (::ftruncate(file->descriptor, size) < 0) return raise_errno(thread, errno);
  return make_int(thread, size);
}

Ref binary_fileno(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_open(thread, file_of(args[0]), kClosed)) return {};
  return make_int(thread, file_of(args[0])->descriptor);
}

Ref binary_isatty(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_open(thread, file_of(args[0]), kClosed)) return {};
  return Ref::boolean(::isatty(file_of(args[0])->descriptor) == 1);
}

Ref binary_readable(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_open(thread, file_of(args[0]), kClosed) ? Ref::boolean(file_of(args[0])->readable) : Ref();
}
Ref binary_writable(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_open(thread, file_of(args[0]), kClosed) ? Ref::boolean(file_of(args[0])->writable) : Ref();
}
Ref binary_seekable(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_open(thread, file_of(args[0]), kClosed)) return {};
  return Ref::boolean(thread.interpreter->world->seek(file_of(args[0])->descriptor, 0, SEEK_CUR) >= 0);
}

Ref binary_enter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_open(thread, file_of(args[0])) ? Ref::share(args[0]) : Ref();
}

Ref binary_exit(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return close_file(thread, file_of(args[0])) ? Ref::none() : Ref();
}

Ref binary_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref name = repr(thread, file_of(args[0])->name.peek());
  if (!name) return {};
  if (file_of(args[0])->unbuffered) {
    return format_text(
        thread, "<_io.FileIO name={} mode='{}' closefd={}>",
        {name.get(), file_of(args[0])->mode.peek(), file_of(args[0])->owns_descriptor ? "True" : "False"});
  }
  return format_text(thread, "<_io.{} name={}>", {type_name(thread, args[0]), name.get()});
}

Ref binary_name(Thread&, Value self) { return file_of(self)->name.take(); }
Ref binary_mode(Thread&, Value self) { return file_of(self)->mode.take(); }
Ref binary_closed(Thread&, Value self) { return Ref::boolean(file_of(self)->descriptor < 0); }

const GetSetDef kFields[] = {{"name", binary_name}, {"mode", binary_mode}, {"closed", binary_closed}};

Ref same_object(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::share(args[0]); }

Ref binary_readlines(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_readable(thread, file_of(args[0]))) return {};
  return list_from(thread, args[0]);
}

Ref binary_writelines(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Each each(thread, args[1]);
  while (Ref line = each.next()) {
    Value both[] = {args[0], line.get()};
    if (!binary_write(thread, both, 2, nullptr)) return {};
  }
  return each.failed() ? Ref() : Ref::none();
}

const MethodDef kMethods[] = {{"read", "(self, size=-1, /)", binary_read},
                              {"read1", "(self, size=-1, /)", binary_read},
                              {"readline", "(self, size=-1, /)", binary_readline},
                              {"readlines", "(self, hint=-1, /)", binary_readlines},
                              {"readinto", "(self, buffer, /)", binary_readinto},
                              {"readall", "(self, size=-1, /)", binary_read},
                              {"write", "(self, buffer, /)", binary_write},
                              {"writelines", "(self, lines, /)", binary_writelines},
                              {"flush", "(self, /)", binary_flush},
                              {"close", "(self, /)", binary_close},
                              {"seek", "(self, target, whence=0, /)", binary_seek},
                              {"tell", "(self, /)", binary_tell},
                              {"truncate", "(self, pos=None, /)", binary_truncate},
                              {"fileno", "(self, /)", binary_fileno},
                              {"isatty", "(self, /)", binary_isatty},
                              {"readable", "(self, /)", binary_readable},
                              {"writable", "(self, /)", binary_writable},
                              {"seekable", "(self, /)", binary_seekable},
                              {"__enter__", "(self, /)", binary_enter},
                              {"__exit__", "(self, /, *args)", binary_exit},
                              {"__iter__", "(self, /)", same_object},
                              {"__next__", "(self, /)", binary_next},
                              {"__repr__", "(self, /)", binary_repr}};

void destroy_binary(Thread& thread, Object* object) {
  auto* file = static_cast<BinaryFile*>(object);
  if (!close_file(thread, file)) clear_exception(thread);
  free_buffer(thread, file->out, kFileBuffer);
  free_buffer(thread, file->in, kFileBuffer);
  file->name.clear();
  file->mode.clear();
  free_object(thread, file, sizeof(BinaryFile));
}

}  // namespace

const Layout kBinaryFileLayout = {"file", sizeof(BinaryFile), false, destroy_binary};

Type* make_binary_file_type(Thread& thread, const char* name) {
  TypeDef def{name, "_io", &kBinaryFileLayout, kHasWeakref | kNoInstances};
  Type* type = make_native_type(thread, def, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kFields);
  finish_type(thread, type);
  return type;
}

Ref make_binary_file(Thread& thread, int descriptor, const OpenMode& mode, Value name, bool buffered) {
  const FileTypes& types = file_types(thread);
  bool writing = mode.writing || mode.appending || mode.creating;
  Type* type = !buffered ? types.raw : mode.updating ? types.random : writing ? types.writer : types.reader;
  auto* file = allocate<BinaryFile>(thread, type->root);
  if (!file) return {};
  file->descriptor = descriptor;
  file->readable = mode.reading || mode.updating;
  file->writable = writing || mode.updating;
  file->owns_descriptor = true;
  file->unbuffered = !buffered;
  file->out = file->in = nullptr;
  file->out_used = file->in_at = file->in_end = 0;
  file->name.init(Ref::share(name));
  const char* base = mode.appending ? "ab" : mode.creating ? "xb" : writing && !mode.updating ? "wb" : "rb";
  std::string shown = base;
  if (mode.updating) shown += '+';
  Ref text = make_str(thread, shown);
  if (text)
    file->mode.init(std::move(text));
  else
    file->mode.init_empty();
  return Ref::own(file);
}

}  // namespace gillab
