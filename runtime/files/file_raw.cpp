// FileIO's work: opening a path, and the system calls on its descriptor. What scripts call is in file_raw_methods.cpp.
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/audit.h"
#include "runtime/bytes.h"
#include "runtime/classes/type_build.h"
#include "runtime/files/file.h"
#include "runtime/files/waiting.h"
#include "runtime/int.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

int64_t raw_read(Thread& thread, RawFile* file, void* target, size_t count) {
  World& world = *thread.interpreter->world;
  const int descriptor = file->descriptor.get();
  int64_t got = call_waiting(thread, [&] { return world.read(descriptor, target, count); });
  if (got >= 0) return got;
  if (got == -EAGAIN) return kWouldBlock;
  return raise_failure(thread, got), -1;
}

int64_t raw_write(Thread& thread, RawFile* file, const void* source, size_t count) {
  World& world = *thread.interpreter->world;
  const int descriptor = file->descriptor.get();
  int64_t done = call_waiting(thread, [&] { return world.write(descriptor, source, count); });
  if (done >= 0) return done;
  if (done == -EAGAIN) return kWouldBlock;
  return raise_failure(thread, done), -1;
}

int64_t raw_seek(Thread& thread, RawFile* file, int64_t offset, int whence) {
  int64_t place = thread.interpreter->world->seek(file->descriptor.get(), offset, whence);
  if (place < 0) raise_failure(thread, place);
  return place < 0 ? -1 : place;
}

bool raw_close(Thread& thread, RawFile* file) {
  int descriptor = file->descriptor.exchange(-1);
  if (descriptor < 0 || !file->owns_descriptor) return true;
  int result;
  {
    Blocking region(thread, gil::Reason::Io);
    result = thread.interpreter->world->close(descriptor);
  }
  return result >= 0 || result == -EINTR || raise_errno(thread, -result);
}

namespace {

// What the file holds from here on, as far as that is known; one more, so that the end is seen at once.
size_t expected_size(const RawFile* file) {
  struct stat status {};
  if (::fstat(file->descriptor.get(), &status) < 0 || !S_ISREG(status.st_mode)) return kFileBuffer;
  off_t at = ::lseek(file->descriptor.get(), 0, SEEK_CUR);
  return at < 0 || at > status.st_size ? kFileBuffer : static_cast<size_t>(status.st_size - at) + 1;
}

}  // namespace

bool raw_read_all(Thread& thread, RawFile* file, std::string* target, bool* would_block) {
  size_t step = expected_size(file);
  while (true) {
    size_t start = target->size();
    if (!room_for(thread, start + step)) return false;
    target->resize(start + step);
    int64_t got = raw_read(thread, file, target->data() + start, step);
    target->resize(start + static_cast<size_t>(std::max<int64_t>(got, 0)));
    if (got == kWouldBlock) return *would_block = true;
    if (got <= 0) return got == 0;
    if (static_cast<size_t>(got) == step) step = std::max<size_t>(step, target->size() / 2);
    if (step > target->size()) step = kFileBuffer;
  }
}

namespace {

int system_flags(const OpenMode& mode) {
  int access = mode.updating ? O_RDWR : mode.reading ? O_RDONLY : O_WRONLY;
  if (mode.writing) access |= O_CREAT | O_TRUNC;
  if (mode.appending) access |= O_CREAT | O_APPEND;
  if (mode.creating) access |= O_CREAT | O_EXCL;
  return access | O_CLOEXEC;
}

int open_path(Thread& thread, Value path, Value shown, const OpenMode& mode) {
  Ref encoded = Ref::share(path);  // bytes that are no UTF-8 came as lone surrogates, and go so
  if (is<Str>(path)) encoded = encode(thread, as<Str>(path), nullptr, intern(thread, std::string_view("surrogateescape")));
  if (!encoded) return -1;
  std::string text(encoded.as<Bytes>()->view());
  if (text.find('\0') != std::string::npos) return raise(thread, Error::ValueError, "embedded null byte"), -1;
  World& world = *thread.interpreter->world;
  int64_t descriptor = call_waiting(thread, [&] { return world.open(text.c_str(), system_flags(mode), 0666); });
  if (descriptor < 0) raise_failure(thread, descriptor, shown);
  return static_cast<int>(descriptor);
}

int open_with(Thread& thread, Value opener, Value path, const OpenMode& mode) {
  Ref made = call(thread, opener, path, Value::integer(system_flags(mode)));
  int64_t descriptor;
  if (!made) return -1;
  if (!is_integer(made.get())) return raise(thread, Error::TypeError, "expected integer from opener"), -1;
  if (!index_as_int64(thread, made.get(), &descriptor)) return -1;
  if (descriptor < 0) raise(thread, Error::ValueError, "opener returned {}", descriptor);
  return static_cast<int>(descriptor);
}

// As an audit event tells the mode.
std::string mode_letters(const OpenMode& mode) {
  return std::string(mode.appending ? "a" : mode.creating ? "x" : mode.writing ? "w" : "r") + (mode.updating ? "+" : "");
}

// A path, an object with __fspath__. Negative: an error is set.
int open_named(Thread& thread, Value name, const OpenMode& mode, Value opener) {
  Ref path = Ref::share(name);
  if (!is<Str>(name) && !is<Bytes>(name)) {
    Ref method = get_attribute_or_empty(thread, name, intern(thread, std::string_view("__fspath__")));
    if (!method && thread.has_exception()) return -1;
    if (!method) {
      raise(thread, Error::TypeError, "expected str, bytes or os.PathLike object, not {}", type_name(thread, name));
      return -1;
    }
    if (!(path = call(thread, method.get()))) return -1;
    if (!is<Str>(path.get()) && !is<Bytes>(path.get())) {
      raise(thread, Error::TypeError, "expected {}.__fspath__() to return str or bytes, not {}",
            type_name(thread, name), type_name(thread, path.get()));
      return -1;
    }
  }
  if (audits(thread)) {
    Ref letters = make_str(thread, mode_letters(mode));
    if (!letters || !audit(thread, "open", path.get(), letters.get(), Value::integer(system_flags(mode)))) return -1;
  }
  bool own = opener.is_empty() || opener.is_none();
  return own ? open_path(thread, path.get(), name, mode) : open_with(thread, opener, name, mode);
}

bool check_descriptor(Thread& thread, RawFile* file, Value name) {
  struct stat status {};
  bool known = ::fstat(file->descriptor.get(), &status) == 0;
  if (known && !S_ISDIR(status.st_mode)) return true;
  int why = known ? EISDIR : errno;
  if (!raw_close(thread, file)) clear_exception(thread);
  return is_integer(name) ? raise_errno(thread, why) : raise_errno(thread, why, name);
}

void set_mode(RawFile* file, const OpenMode& mode) {
  file->readable = mode.may_read();
  file->writable = mode.may_write();
  file->appending = mode.appending;
  file->created = mode.creating;
  file->seekable = -1;
}

}  // namespace

bool open_raw_file(Thread& thread, RawFile* file, Value name, const OpenMode& mode, Value closefd, Value opener) {
  Truth owns = closefd.is_empty() ? Truth::Yes : truth(thread, closefd);
  if (owns == Truth::Error || !raw_close(thread, file)) return false;
  set_mode(file, mode);
  int64_t number = -1;
  bool given = is_integer(name);
  if (given && !index_as_int64(thread, name, &number)) return false;
  if (given && number < 0) return raise(thread, Error::ValueError, "negative file descriptor");
  if (!given && owns == Truth::No) {
    return raise(thread, Error::ValueError, "Cannot use closefd=False with file name");
  }
  int descriptor = given ? static_cast<int>(number) : open_named(thread, name, mode, opener);
  if (descriptor < 0) return false;
  file->owns_descriptor = !given;  // what fails below closes only what was opened here
  file->descriptor.set(descriptor);
  if (!check_descriptor(thread, file, name)) return file->descriptor.set(-1), false;
  file->owns_descriptor = owns == Truth::Yes;
  file->name.put(Ref::share(name));
  if (mode.appending) thread.interpreter->world->seek(descriptor, 0, SEEK_END);
  return true;
}

RawFile* new_raw_file(Thread& thread, Type* type) {
  auto* file = static_cast<RawFile*>(allocate_instance(thread, type));
  if (!file) return nullptr;
  set_mode(file, {});
  file->descriptor.set(-1);
  file->owns_descriptor = true;
  file->name.init_empty();
  return file;
}

Ref make_raw_file(Thread& thread, int descriptor, const OpenMode& mode, Value name, bool owns_descriptor) {
  RawFile* file = new_raw_file(thread, file_types(thread).raw);
  if (!file) return {};
  set_mode(file, mode);
  file->descriptor.set(descriptor);
  file->owns_descriptor = owns_descriptor;
  file->name.put(Ref::share(name));
  return Ref::own(file);
}

}  // namespace gillab
