// posix: descriptors: opening, reading, writing, copying, pipes, what is inherited.
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

#include "runtime/audit.h"
#include "runtime/bytes.h"
#include "runtime/files/pinned.h"
#include "runtime/files/waiting.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

namespace {

Ref number_or_failure(Thread& thread, int64_t result) {
  return result < 0 ? Ref(raise_failure(thread, result)) : make_int(thread, result);
}
Ref none_or_failure(Thread& thread, int64_t result) {
  return result < 0 ? Ref(raise_failure(thread, result)) : Ref::none();
}

bool descriptor_argument(Thread& thread, Value value, int* descriptor) {
  if (is_integer(value)) return small_int(thread, value, -1, descriptor);
  Ref method = get_attribute_or_empty(thread, value, intern(thread, std::string_view("fileno")));
  if (!method) {
    return !thread.has_exception() && raise(thread, Error::TypeError, "argument must be an int, or have a fileno() method.");
  }
  Ref number = call(thread, method.get());
  return number && small_int(thread, number.get(), -1, descriptor);
}

Ref posix_open(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int flags, mode, directory;
  if (!path.read(thread, args[0], "open") || !small_int(thread, args[1], 0, &flags)) return {};
  if (!small_int(thread, args[2], 0777, &mode) || !directory_argument(thread, args[3], &directory)) return {};
  if (!audit(thread, "open", args[0], Value(), Value::integer(flags | O_CLOEXEC))) return {};
  World& world = *thread.interpreter->world;
  int64_t descriptor = call_waiting(thread, [&]() -> int64_t {
    if (directory == AT_FDCWD) return world.open(path.text(), flags, mode);
    return or_errno(::openat(directory, path.text(), flags | O_CLOEXEC, mode));
  });
  return descriptor < 0 ? Ref(raise_failure(thread, descriptor, args[0])) : make_int(thread, descriptor);
}

Ref posix_close(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  if (!small_int(thread, args[0], 0, &descriptor)) return {};
  int result;
  {
    Blocking region(thread, gil::Reason::Io);
    result = thread.interpreter->world->close(descriptor);
  }
  return result < 0 && result != -EINTR ? Ref(raise_errno(thread, -result)) : Ref::none();
}

Ref posix_closerange(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int low, high;
  if (!small_int(thread, args[0], 0, &low) || !small_int(thread, args[1], 0, &high)) return {};
  if (low < high) ::close_range(static_cast<unsigned>(low), static_cast<unsigned>(high - 1), 0);
  return Ref::none();
}

// Reads at most `count` bytes with `read(target, count)`.
template <class Read>
Ref read_bytes(Thread& thread, int64_t count, Read read) {
  if (count < 0) return raise_errno(thread, EINVAL);
  if (!room_for(thread, static_cast<uint64_t>(count))) return {};
  std::string content(static_cast<size_t>(count), '\0');
  int64_t got = call_waiting(thread, [&] { return read(content.data(), content.size()); });
  if (got < 0) return raise_failure(thread, got);
  return make_bytes(thread, std::string_view(content).substr(0, static_cast<size_t>(got)));
}

Ref posix_read(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  int64_t count;
  if (!small_int(thread, args[0], 0, &descriptor) || !index_as_int64(thread, args[1], &count)) return {};
  World& world = *thread.interpreter->world;
  return read_bytes(thread, count, [&](char* to, size_t size) { return world.read(descriptor, to, size); });
}

Ref posix_pread(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  int64_t count, offset;
  if (!small_int(thread, args[0], 0, &descriptor) || !index_as_int64(thread, args[1], &count)) return {};
  if (!index_as_int64(thread, args[2], &offset)) return {};
  return read_bytes(thread, count,
                    [&](char* to, size_t size) { return or_errno(::pread(descriptor, to, size, offset)); });
}

Ref posix_write(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  Pinned source;
  if (!small_int(thread, args[0], 0, &descriptor) || !source.open(thread, args[1], Pinned::kRead)) return {};
  World& world = *thread.interpreter->world;
  return number_or_failure(
      thread, call_waiting(thread, [&] { return world.write(descriptor, source.data(), source.size()); }));
}

Ref posix_pwrite(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  int64_t offset;
  Pinned source;
  if (!small_int(thread, args[0], 0, &descriptor) || !source.open(thread, args[1], Pinned::kRead)) return {};
  if (!index_as_int64(thread, args[2], &offset)) return {};
  return number_or_failure(thread, call_waiting(thread, [&] {
                             return or_errno(::pwrite(descriptor, source.data(), source.size(), offset));
                           }));
}

Ref posix_readv(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  Ref buffers = tuple_from(thread, args[1]);
  if (!buffers || !small_int(thread, args[0], 0, &descriptor)) return {};
  std::vector<iovec> parts;
  std::vector<Pinned> pins(buffers.as<Tuple>()->length);
  for (size_t i = 0; i < pins.size(); ++i) {
    if (!pins[i].open(thread, buffers.as<Tuple>()->items[i], Pinned::kWrite, "readv() argument")) return {};
    parts.push_back({pins[i].data(), pins[i].size()});
  }
  return number_or_failure(thread, call_waiting(thread, [&] {
                             return or_errno(::readv(descriptor, parts.data(), static_cast<int>(parts.size())));
                           }));
}

Ref posix_writev(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  Ref buffers = tuple_from(thread, args[1]);
  if (!buffers || !small_int(thread, args[0], 0, &descriptor)) return {};
  std::vector<iovec> parts;
  std::vector<Pinned> pins(buffers.as<Tuple>()->length);
  for (size_t i = 0; i < pins.size(); ++i) {
    if (!pins[i].open(thread, buffers.as<Tuple>()->items[i], Pinned::kRead)) return {};
    parts.push_back({pins[i].data(), pins[i].size()});
  }
  return number_or_failure(thread, call_waiting(thread, [&] {
                             return or_errno(::writev(descriptor, parts.data(), static_cast<int>(parts.size())));
                           }));
}

Ref posix_sendfile(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int out, in;
  int64_t count, start = 0;
  if (!small_int(thread, args[0], 0, &out) || !small_int(thread, args[1], 0, &in)) return {};
  bool here = args[2].is_none();
  if ((!here && !index_as_int64(thread, args[2], &start)) || !index_as_int64(thread, args[3], &count)) return {};
  off_t offset = start;
  return number_or_failure(thread, call_waiting(thread, [&] {
                             return or_errno(
                                 ::sendfile(out, in, here ? nullptr : &offset, static_cast<size_t>(count)));
                           }));
}

Ref posix_lseek(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor, whence;
  int64_t offset;
  if (!small_int(thread, args[0], 0, &descriptor) || !index_as_int64(thread, args[1], &offset)) return {};
  if (!small_int(thread, args[2], 0, &whence)) return {};
  return number_or_failure(thread, thread.interpreter->world->seek(descriptor, offset, whence));
}

template <int (*Call)(int)>
Ref wait_on(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  if (!descriptor_argument(thread, args[0], &descriptor)) return {};
  return none_or_failure(thread, call_waiting(thread, [&] { return or_errno(Call(descriptor)); }));
}

Ref pair_of(Thread& thread, const int* ends) {
  return make_tuple_of(thread, Value::integer(ends[0]), Value::integer(ends[1]));
}

Ref posix_pipe(Thread& thread, const Value*, uint32_t, Tuple*) {
  int ends[2];
  return ::pipe2(ends, O_CLOEXEC) < 0 ? Ref(raise_errno(thread, errno)) : pair_of(thread, ends);
}

Ref posix_pipe2(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int ends[2], flags;
  if (!small_int(thread, args[0], 0, &flags)) return {};
  return ::pipe2(ends, flags) < 0 ? Ref(raise_errno(thread, errno)) : pair_of(thread, ends);
}

Ref posix_dup(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  if (!small_int(thread, args[0], 0, &descriptor)) return {};
  return number_or_failure(thread, or_errno(::fcntl(descriptor, F_DUPFD_CLOEXEC, 0)));
}

Ref posix_dup2(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int from, to;
  if (!small_int(thread, args[0], 0, &from) || !small_int(thread, args[1], 0, &to)) return {};
  bool inheritable = args[2].is_empty() || args[2].is_true();
  int64_t result = call_waiting(thread, [&] {
    return or_errno(inheritable || from == to ? ::dup2(from, to) : ::dup3(from, to, O_CLOEXEC));
  });
  return number_or_failure(thread, result);
}

// One bit of a descriptor's flags, read and changed.
template <int Get, int Bit, bool Inverse>
Ref get_flag(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  if (!small_int(thread, args[0], 0, &descriptor)) return {};
  int flags = ::fcntl(descriptor, Get);
  return flags < 0 ? Ref(raise_errno(thread, errno)) : Ref::boolean(((flags & Bit) != 0) != Inverse);
}
template <int Get, int Set, int Bit, bool Inverse>
Ref set_flag(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  Truth wanted = truth(thread, args[1]);
  if (wanted == Truth::Error || !small_int(thread, args[0], 0, &descriptor)) return {};
  int flags = ::fcntl(descriptor, Get);
  if (flags < 0) return raise_errno(thread, errno);
  bool on = (wanted == Truth::Yes) != Inverse;
  return done_or_errno(thread, ::fcntl(descriptor, Set, on ? flags | Bit : flags & ~Bit));
}

Ref posix_isatty(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  return small_int(thread, args[0], 0, &descriptor) ? Ref::boolean(::isatty(descriptor) == 1) : Ref();
}

Ref posix_ttyname(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  char name[PATH_MAX];
  if (!small_int(thread, args[0], 0, &descriptor)) return {};
  int error = ::ttyname_r(descriptor, name, sizeof name);
  return error ? Ref(raise_errno(thread, error)) : text_of_system(thread, name);
}

Ref posix_terminal_size(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  winsize size{};
  if (!small_int(thread, args[0], 1, &descriptor)) return {};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) < 0) return raise_errno(thread, errno);
  return make_tuple_of(thread, Value::integer(size.ws_col), Value::integer(size.ws_row));
}

const MethodDef kFunctions[] = {
    {"open", "(path, flags, mode=511, *, dir_fd=None)", posix_open},
    {"close", "(fd)", posix_close},
    {"closerange", "(fd_low, fd_high, /)", posix_closerange},
    {"read", "(fd, length, /)", posix_read},
    {"pread", "(fd, length, offset, /)", posix_pread},
    {"write", "(fd, data, /)", posix_write},
    {"pwrite", "(fd, buffer, offset, /)", posix_pwrite},
    {"readv", "(fd, buffers, /)", posix_readv},
    {"writev", "(fd, buffers, /)", posix_writev},
    {"sendfile", "(out_fd, in_fd, offset, count)", posix_sendfile},
    {"lseek", "(fd, position, how, /)", posix_lseek},
    {"fsync", "(fd)", wait_on<::fsync>},
    {"fdatasync", "(fd)", wait_on<::fdatasync>},
    {"pipe", "()", posix_pipe},
    {"pipe2", "(flags, /)", posix_pipe2},
    {"dup", "(fd, /)", posix_dup},
    {"dup2", "(fd, fd2, inheritable=True)", posix_dup2},
    {"get_inheritable", "(fd, /)", get_flag<F_GETFD, FD_CLOEXEC, true>},
    {"set_inheritable", "(fd, inheritable, /)", set_flag<F_GETFD, F_SETFD, FD_CLOEXEC, true>},
    {"get_blocking", "(fd, /)", get_flag<F_GETFL, O_NONBLOCK, true>},
    {"set_blocking", "(fd, blocking, /)", set_flag<F_GETFL, F_SETFL, O_NONBLOCK, true>},
    {"isatty", "(fd, /)", posix_isatty},
    {"ttyname", "(fd, /)", posix_ttyname},
    {"_terminal_size", "(fd=1, /)", posix_terminal_size}};

}  // namespace

FunctionTable posix_descriptor_functions() { return {kFunctions, std::size(kFunctions)}; }

}  // namespace gillab
