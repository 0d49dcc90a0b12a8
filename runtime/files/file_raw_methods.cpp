// FileIO as scripts see it: methods over the work in file_raw.cpp.
#include <cerrno>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/files/file.h"
#include "runtime/files/file_types.h"
#include "runtime/files/pinned.h"
#include "runtime/files/waiting.h"
#include "runtime/int.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

namespace {

RawFile* file_of(Value self) { return static_cast<RawFile*>(self.as_object()); }

bool check_open(Thread& thread, const RawFile* file) {
  return file->descriptor.get() >= 0 || raise(thread, Error::ValueError, "I/O operation on closed file");
}
bool check_readable(Thread& thread, const RawFile* file) {
  if (!check_open(thread, file)) return false;
  return file->readable || raise_unsupported(thread, "File not open for reading");
}
bool check_writable(Thread& thread, const RawFile* file) {
  if (!check_open(thread, file)) return false;
  return file->writable || raise_unsupported(thread, "File not open for writing");
}

Ref raw_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return Ref::own(new_raw_file(thread, as<Type>(args[0])));
}

Failed raise_mode(Thread& thread, std::string_view letters) {
  return raise(thread, Error::ValueError, "invalid mode: {}", letters);
}

Ref raw_init(Thread& thread, const Value* args, uint32_t, Tuple*) {
  OpenMode mode;
  bool binary, text;
  Str* letters = args[2].is_empty() ? nullptr : expect_str(thread, args[2], "FileIO() argument 'mode'");
  if (!args[2].is_empty() && !letters) return {};
  std::string shown = letters ? to_utf8(letters) : "r";
  if (!read_open_mode(shown, &mode, &binary, &text)) return raise_mode(thread, shown);
  if (text) return raise_mode(thread, shown);
  if (mode.reading + mode.writing + mode.appending + mode.creating != 1) {
    return raise(thread, Error::ValueError,
                 "Must have exactly one of create/read/write/append mode and at most one plus");
  }
  return open_raw_file(thread, file_of(args[0]), args[1], mode, args[3], args[4]) ? Ref::none() : Ref();
}

Ref raw_readall(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string content;
  bool would_block = false;
  if (!check_open(thread, file_of(args[0]))) return {};
  if (!raw_read_all(thread, file_of(args[0]), &content, &would_block)) return {};
  return content.empty() && would_block ? Ref::none() : make_bytes(thread, content);
}

Ref raw_read_method(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  int64_t wanted;
  if (!check_readable(thread, file_of(args[0])) || !count_argument(thread, args[1], &wanted)) return {};
  if (wanted < 0) return raw_readall(thread, args, count, names);
  if (!room_for(thread, static_cast<uint64_t>(wanted))) return {};
  std::string content(static_cast<size_t>(wanted), '\0');
  int64_t got = raw_read(thread, file_of(args[0]), content.data(), content.size());
  if (got < 0) return got == kWouldBlock ? Ref::none() : Ref();
  return make_bytes(thread, std::string_view(content).substr(0, static_cast<size_t>(got)));
}

Ref count_or_none(Thread& thread, int64_t done) {
  if (done == kWouldBlock) return Ref::none();
  return done < 0 ? Ref() : make_int(thread, done);
}

Ref raw_readinto(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned target;
  if (!check_readable(thread, file_of(args[0]))) return {};
  if (!target.open(thread, args[1], Pinned::kWrite, "readinto() argument")) return {};
  return count_or_none(thread, raw_read(thread, file_of(args[0]), target.data(), target.size()));
}

Ref raw_write_method(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned source;
  if (!check_writable(thread, file_of(args[0])) || !source.open(thread, args[1], Pinned::kRead)) return {};
  return count_or_none(thread, raw_write(thread, file_of(args[0]), source.data(), source.size()));
}

Ref raw_close_method(Thread& thread, const Value* args, uint32_t, Tuple*) {
  RawFile* file = file_of(args[0]);
  // Somebody may have given it a flush() of its own, which closing calls.
  Ref flushed = file->descriptor.get() < 0 ? Ref::none() : call_method(thread, args[0], thread.names().flush);
  Ref failure = flushed ? Ref() : take_exception(thread);
  bool closed = raw_close(thread, file);
  if (!failure) return closed ? Ref::none() : Ref();
  if (!closed) clear_exception(thread);
  return raise_value(thread, std::move(failure));
}

Ref raw_seek_method(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t offset, whence = 0;
  if (!check_open(thread, file_of(args[0])) || !index_as_int64(thread, args[1], &offset)) return {};
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &whence)) return {};
  int64_t place = raw_seek(thread, file_of(args[0]), offset, static_cast<int>(whence));
  return place < 0 ? Ref() : make_int(thread, place);
}

Ref raw_tell(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_open(thread, file_of(args[0]))) return {};
  int64_t place = raw_seek(thread, file_of(args[0]), 0, SEEK_CUR);
  return place < 0 ? Ref() : make_int(thread, place);
}

Ref raw_truncate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  RawFile* file = file_of(args[0]);
  if (!check_writable(thread, file)) return {};
  int64_t size;
  if (args[1].is_empty() || args[1].is_none()) {
    if ((size = raw_seek(thread, file, 0, SEEK_CUR)) < 0) return {};
  } else if (!index_as_int64(thread, args[1], &size)) {
    return {};
  }
  int64_t done = call_waiting(thread, [&] { return or_errno(::ftruncate(file->descriptor.get(), size)); });
  return done < 0 ? Ref(raise_failure(thread, done)) : make_int(thread, size);
}

Ref raw_fileno(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_open(thread, file_of(args[0])) ? make_int(thread, file_of(args[0])->descriptor.get()) : Ref();
}
Ref raw_isatty(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!check_open(thread, file_of(args[0]))) return {};
  return Ref::boolean(::isatty(file_of(args[0])->descriptor.get()) == 1);
}
Ref raw_readable(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_open(thread, file_of(args[0])) ? Ref::boolean(file_of(args[0])->readable) : Ref();
}
Ref raw_writable(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_open(thread, file_of(args[0])) ? Ref::boolean(file_of(args[0])->writable) : Ref();
}
Ref raw_seekable(Thread& thread, const Value* args, uint32_t, Tuple*) {
  RawFile* file = file_of(args[0]);
  if (!check_open(thread, file)) return {};
  if (file->seekable < 0) file->seekable = thread.interpreter->world->seek(file->descriptor.get(), 0, SEEK_CUR) >= 0;
  return Ref::boolean(file->seekable == 1);
}

const char* mode_text(const RawFile* file) {
  if (file->created) return file->readable ? "xb+" : "xb";
  if (file->appending) return file->readable ? "ab+" : "ab";
  if (file->readable) return file->writable ? "rb+" : "rb";
  return "wb";
}

Ref raw_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  RawFile* file = file_of(args[0]);
  if (file->descriptor.get() < 0) return format_text(thread, "<_io.FileIO [closed]>", {});
  const char* owns = file->owns_descriptor ? "True" : "False";
  if (file->name.peek().is_empty()) {
    return format_text(thread, "<_io.FileIO fd={} mode='{}' closefd={}>", {file->descriptor.get(), mode_text(file), owns});
  }
  Ref name = repr(thread, file->name.peek());
  if (!name) return {};
  return format_text(thread, "<_io.FileIO name={} mode='{}' closefd={}>", {name.get(), mode_text(file), owns});
}

Ref raw_name(Thread& thread, Value self) {
  Ref name = file_of(self)->name.take();
  if (!name) raise_no_attribute(thread, self, thread.names().name);
  return name;
}
bool raw_set_name(Thread&, Value self, Value name) {
  file_of(self)->name.put(name.is_empty() ? Ref() : Ref::share(name));
  return true;
}
Ref raw_mode(Thread& thread, Value self) { return make_str(thread, mode_text(file_of(self))); }
Ref raw_closed(Thread&, Value self) { return Ref::boolean(file_of(self)->descriptor.get() < 0); }
Ref raw_closefd(Thread&, Value self) { return Ref::boolean(file_of(self)->owns_descriptor); }

const GetSetDef kFields[] = {{"name", raw_name, raw_set_name},
                             {"mode", raw_mode},
                             {"closed", raw_closed},
                             {"closefd", raw_closefd}};

const MethodDef kMethods[] = {{"__new__", "(type, /, *args, **kwargs)", raw_new, MethodDef::Static},
                              {"__init__", "(self, file, mode='r', closefd=True, opener=None)", raw_init},
                              {"read", "(self, size=-1, /)", raw_read_method},
                              {"readall", "(self, /)", raw_readall},
                              {"readinto", "(self, buffer, /)", raw_readinto},
                              {"write", "(self, b, /)", raw_write_method},
                              {"close", "(self, /)", raw_close_method},
                              {"seek", "(self, pos, whence=0, /)", raw_seek_method},
                              {"tell", "(self, /)", raw_tell},
                              {"truncate", "(self, size=None, /)", raw_truncate},
                              {"fileno", "(self, /)", raw_fileno},
                              {"isatty", "(self, /)", raw_isatty},
                              {"readable", "(self, /)", raw_readable},
                              {"writable", "(self, /)", raw_writable},
                              {"seekable", "(self, /)", raw_seekable},
                              {"__repr__", "(self, /)", raw_repr}};

void destroy_raw(Thread& thread, Object* object) {
  auto* file = static_cast<RawFile*>(object);
  if (file->descriptor.get() >= 0 && file->owns_descriptor) {
    Blocking region(thread, gil::Reason::Io);
    thread.interpreter->world->close(file->descriptor.get());
  }
  file->name.clear();
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(RawFile)));
}

void traverse_raw(Object* object, const Visitor& visitor) {
  visitor(static_cast<RawFile*>(object)->name);
  traverse_attributes(object, visitor);
}

void clear_raw(Thread& thread, Object* object) {
  static_cast<RawFile*>(object)->name.clear();
  drop_attributes(thread, object);
}

}  // namespace

const Layout kRawFileLayout = {"FileIO", sizeof(RawFile), true, destroy_raw, traverse_raw, clear_raw};

bool make_raw_file_type(Thread& thread, FileTypes* types) {
  TypeDef def{"_io.FileIO", "_io", &kRawFileLayout, kBaseType | kHasDict | kHasWeakref};
  types->raw = make_native_type(thread, def, types->raw_base);
  if (!types->raw) return false;
  add_methods(thread, types->raw, kMethods);
  add_getsets(thread, types->raw, kFields);
  finish_type(thread, types->raw);
  return true;
}

}  // namespace gillab
