// io.BytesIO: a file of bytes whose content is a bytearray nobody else has, so that getbuffer() can look at it.
// StringIO is in io_string.cpp.
#include "runtime/bytes.h"
#include "runtime/classes/type_build.h"
#include "runtime/files/file.h"
#include "runtime/files/pinned.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/io.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

namespace {

// Thread safety: under the Guard; no operation on it runs Python in its middle.
struct BytesFile : Object {
  Field content;  // a bytearray; empty: closed
  uint64_t position;
};

extern const Layout kBytesIoLayout;

BytesFile* file_of(Value self) { return static_cast<BytesFile*>(self.as_object()); }

BytesFile* open_file_of(Thread& thread, Value self) {
  BytesFile* file = file_of(self);
  if (!file->content.peek().is_empty()) return file;
  return raise(thread, Error::ValueError, "{}", kClosedFile);
}

ByteArray* array_of(BytesFile* file) { return as<ByteArray>(file->content.peek()); }

// What stands from the position on, at most `count` bytes; the position moves past it.
std::string_view take(BytesFile* file, size_t count) {
  std::string_view all = bytes_of(file->content.peek());
  if (file->position >= all.size()) return {};
  std::string_view part = all.substr(file->position, count);
  file->position += part.size();
  return part;
}

bool put(Thread& thread, BytesFile* file, std::string_view bytes) {
  if (bytes.empty()) return true;
  Ref content = file->content.take();
  Guard guard(content.get().as_object()->header);  // before anything is looked at: to wait for it gives the file up
  if (file->content.peek() != content.get()) return raise(thread, Error::ValueError, "{}", kClosedFile);
  uint64_t size = array_of(file)->length.get();
  if (file->position > size) {
    if (!room_for(thread, file->position)) return false;
    std::string gap(file->position - size, '\0');
    if (!replace_bytes(thread, array_of(file), size, size, gap)) return false;
  }
  std::string copy;  // of what may be this file's own memory
  if (array_of(file)->exports.get() > 0) bytes = copy = bytes;
  uint64_t end = std::min<uint64_t>(file->position + bytes.size(), array_of(file)->length.get());
  if (!replace_bytes(thread, array_of(file), file->position, end, bytes)) return false;
  file->position += bytes.size();
  return true;
}

Ref make_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref content = make_bytearray(thread, {});
  auto* file = content ? static_cast<BytesFile*>(allocate_instance(thread, as<Type>(args[0]))) : nullptr;
  if (!file) return {};
  file->content.init(std::move(content));
  file->position = 0;
  return Ref::own(file);
}

Ref init(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view initial;
  bool given = !args[1].is_empty() && !args[1].is_none();
  if (given && !bytes_view(thread, args[1], &initial)) return {};
  Ref content = make_bytearray(thread, initial);
  if (!content) return {};
  file_of(args[0])->content.put(std::move(content));
  file_of(args[0])->position = 0;
  return Ref::none();
}

Ref read(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count;  // asked for first: __index__ may close the file
  BytesFile* file = count_argument(thread, args[1], &count) ? open_file_of(thread, args[0]) : nullptr;
  return file ? make_bytes(thread, take(file, count < 0 ? SIZE_MAX : static_cast<size_t>(count))) : Ref();
}

Ref readinto(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned target;
  if (!open_file_of(thread, args[0])) return {};
  if (!target.open(thread, args[1], Pinned::kWrite, "readinto() argument")) return {};
  BytesFile* file = open_file_of(thread, args[0]);
  if (!file) return {};
  std::string_view part = take(file, target.size());
  if (!part.empty()) std::memmove(target.data(), part.data(), part.size());
  return make_int(thread, static_cast<int64_t>(part.size()));
}

size_t line_length(BytesFile* file) {
  std::string_view all = bytes_of(file->content.peek());
  if (file->position >= all.size()) return 0;
  size_t end = all.find('\n', file->position);
  return (end == std::string_view::npos ? all.size() : end + 1) - file->position;
}

Ref readline(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t limit;
  BytesFile* file = count_argument(thread, args[1], &limit) ? open_file_of(thread, args[0]) : nullptr;
  if (!file) return {};
  size_t count = line_length(file);
  return make_bytes(thread, take(file, limit < 0 ? count : std::min(count, static_cast<size_t>(limit))));
}

Ref next_line(Thread& thread, const Value* args, uint32_t, Tuple*) {
  BytesFile* file = open_file_of(thread, args[0]);
  if (!file) return {};
  size_t count = line_length(file);
  return count == 0 ? Ref::exhausted() : make_bytes(thread, take(file, count));
}

Ref write(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view bytes;
  BytesFile* file = open_file_of(thread, args[0]);
  if (!file || !bytes_view(thread, args[1], &bytes) || !put(thread, file, bytes)) return {};
  return make_int(thread, static_cast<int64_t>(bytes.size()));
}

Ref getvalue(Thread& thread, const Value* args, uint32_t, Tuple*) {
  BytesFile* file = open_file_of(thread, args[0]);
  return file ? make_bytes(thread, bytes_of(file->content.peek())) : Ref();
}

Ref getbuffer(Thread& thread, const Value* args, uint32_t, Tuple*) {
  BytesFile* file = open_file_of(thread, args[0]);
  return file ? make_memoryview(thread, file->content.peek()) : Ref();
}

Ref tell(Thread& thread, const Value* args, uint32_t, Tuple*) {
  BytesFile* file = open_file_of(thread, args[0]);
  return file ? make_int(thread, static_cast<int64_t>(file->position)) : Ref();
}

Ref seek(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t offset, whence = 0;
  if (!open_file_of(thread, args[0]) || !index_as_int64(thread, args[1], &offset)) return {};
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &whence)) return {};
  BytesFile* file = open_file_of(thread, args[0]);
  if (!file) return {};
  if (whence < 0 || whence > 2) {
    return raise(thread, Error::ValueError, "invalid whence ({}, should be 0, 1 or 2)", whence);
  }
  if (whence == 0 && offset < 0) return raise(thread, Error::ValueError, "negative seek value {}", offset);
  if (whence == 1) offset += static_cast<int64_t>(file->position);
  if (whence == 2) offset += static_cast<int64_t>(array_of(file)->length.get());
  file->position = static_cast<uint64_t>(std::max<int64_t>(offset, 0));
  return make_int(thread, static_cast<int64_t>(file->position));
}

Ref truncate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t size = -1;
  bool given = !args[1].is_empty() && !args[1].is_none();
  if (given && !index_as_int64(thread, args[1], &size)) return {};
  BytesFile* file = open_file_of(thread, args[0]);
  if (!file) return {};
  if (!given) size = static_cast<int64_t>(file->position);
  if (size < 0) return raise(thread, Error::ValueError, "negative size value {}", size);
  uint64_t length = array_of(file)->length.get();
  if (static_cast<uint64_t>(size) < length &&
      !replace_bytes(thread, array_of(file), static_cast<uint64_t>(size), length, {})) {
    return {};
  }
  return make_int(thread, size);
}

Ref close(Thread& thread, const Value* args, uint32_t, Tuple*) {
  BytesFile* file = file_of(args[0]);
  if (!file->content.peek().is_empty() && array_of(file)->exports.get() > 0) {
    return raise(thread, Error::BufferError, "Existing exports of data: object cannot be re-sized");
  }
  file->content.clear();
  return Ref::none();
}

Ref yes(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return open_file_of(thread, args[0]) ? Ref::boolean(true) : Ref();
}
Ref no(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return open_file_of(thread, args[0]) ? Ref::boolean(false) : Ref();
}
Ref closed(Thread&, Value self) { return Ref::boolean(file_of(self)->content.peek().is_empty()); }

void destroy(Thread& thread, Object* object) {
  static_cast<BytesFile*>(object)->content.clear();
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(BytesFile)));
}

void clear_attributes(Thread& thread, Object* object) { drop_attributes(thread, object); }

const Layout kBytesIoLayout = {"BytesIO", sizeof(BytesFile),   true,
                               destroy,   traverse_attributes, clear_attributes};

Ref get_state(Thread& thread, const Value* args, uint32_t, Tuple*) {
  BytesFile* file = open_file_of(thread, args[0]);
  if (!file) return {};
  Ref content = make_bytes(thread, bytes_of(file->content.peek()));
  Ref position = make_int(thread, static_cast<int64_t>(file->position));
  Ref attributes = content && position ? kept_attributes(thread, args[0]) : Ref();
  return attributes ? make_tuple_of(thread, content.get(), position.get(), attributes.get()) : Ref();
}

Ref set_state(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Tuple* state = checked_state(thread, args[0], args[1], 3);
  if (!state || !open_file_of(thread, args[0])) return {};
  const Value again[] = {args[0], state->items[0]};
  uint64_t position = 0;
  if (!init(thread, again, 2, nullptr)) return {};
  if (!restore_state(thread, args[0], state->items[1], state->items[2], {"second", "not", "third"}, &position)) return {};
  file_of(args[0])->position = position;
  return Ref::none();
}

const GetSetDef kFields[] = {{"closed", closed}};
const MethodDef kMethods[] = {{"__new__", "(type, /, *args, **kwargs)", make_new, MethodDef::Static},
                              {"__init__", "(self, initial_bytes=b'')", init},
                              {"read", "(self, size=-1, /)", read},
                              {"read1", "(self, size=-1, /)", read},
                              {"readinto", "(self, buffer, /)", readinto},
                              {"readinto1", "(self, buffer, /)", readinto},
                              {"readline", "(self, size=-1, /)", readline},
                              {"write", "(self, b, /)", write},
                              {"getvalue", "(self, /)", getvalue},
                              {"getbuffer", "(self, /)", getbuffer},
                              {"tell", "(self, /)", tell},
                              {"seek", "(self, pos, whence=0, /)", seek},
                              {"truncate", "(self, size=None, /)", truncate},
                              {"close", "(self, /)", close},
                              {"isatty", "(self, /)", no},
                              {"readable", "(self, /)", yes},
                              {"writable", "(self, /)", yes},
                              {"seekable", "(self, /)", yes},
                              {"__next__", "(self, /)", next_line},
                              {"__getstate__", "(self, /)", get_state},
                              {"__setstate__", "(self, state, /)", set_state}};

}  // namespace

Type* make_bytes_io_type(Thread& thread) {
  TypeDef def{"_io.BytesIO", "_io", &kBytesIoLayout, kBaseType | kHasDict | kHasWeakref};
  Type* type = make_native_type(thread, def, file_types(thread).buffered_base);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kFields);
  add_getsets(thread, type, &kInstanceDict, 1);
  finish_type(thread, type);
  // Closing it, which is all __del__ does, changes nothing that anybody could see. Subclasses may think otherwise.
  type->root->traits &= static_cast<uint8_t>(~kHasFinalizer);
  return type;
}

}  // namespace gillab
