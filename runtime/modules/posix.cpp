// The module posix: what os.py needs of the system. Paths and the environment as a mapping are written in Python.
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/files/file.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/struct_sequence.h"

extern char** environ;

namespace gillab {

namespace {

// The path an argument stands for: str, bytes, or what its __fspath__ says.
bool path_of(Thread& thread, Value value, std::string* path) {
  if (is<Str>(value)) {
    *path = to_utf8(as<Str>(value));
  } else if (is<Bytes>(value)) {
    *path = std::string(as<Bytes>(value)->view());
  } else {
    Ref method = get_attribute_or_empty(thread, value, intern(thread, std::string_view("__fspath__")));
    if (!method && thread.has_exception()) return false;
    if (!method) {
      return raise(thread, Error::TypeError, "path should be string, bytes, os.PathLike or integer, not {}",
                   type_name(thread, value));
    }
    Ref text = call(thread, method.get());
    return text && (is<Str>(text.get()) || is<Bytes>(text.get())) && path_of(thread, text.get(), path);
  }
  if (path->find('\0') == std::string::npos) return true;
  return raise(thread, Error::ValueError, "embedded null byte");
}

Ref done_or_errno(Thread& thread, int result, Value path) {
  return result < 0 ? raise_errno(thread, errno, path) : Ref::none();
}

template <int (*Call)(const char*)>
Ref on_path(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string path;
  return path_of(thread, args[0], &path) ? done_or_errno(thread, Call(path.c_str()), args[0]) : Ref();
}

template <int (*Call)(const char*, const char*)>
Ref on_two_paths(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string from, to;
  if (!path_of(thread, args[0], &from) || !path_of(thread, args[1], &to)) return {};
  return done_or_errno(thread, Call(from.c_str(), to.c_str()), args[0]);
}

template <pid_t (*Call)()>
Ref number_of(Thread& thread, const Value*, uint32_t, Tuple*) {
  return make_int(thread, Call());
}

bool small_int(Thread& thread, Value value, int fallback, int* result) {
  int64_t number = fallback;
  if (!value.is_empty() && !index_as_int64(thread, value, &number)) return false;
  *result = static_cast<int>(number);
  return true;
}

Ref posix_mkdir(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string path;
  int mode;
  if (!path_of(thread, args[0], &path) || !small_int(thread, args[1], 0777, &mode)) return {};
  return done_or_errno(thread, ::mkdir(path.c_str(), static_cast<mode_t>(mode)), args[0]);
}

Ref posix_chmod(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string path;
  int mode;
  if (!path_of(thread, args[0], &path) || !small_int(thread, args[1], 0777, &mode)) return {};
  return done_or_errno(thread, ::chmod(path.c_str(), static_cast<mode_t>(mode)), args[0]);
}

Ref posix_access(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string path;
  int mode;
  if (!path_of(thread, args[0], &path) || !small_int(thread, args[1], 0, &mode)) return {};
  return Ref::boolean(::access(path.c_str(), mode) == 0);
}

Ref posix_getcwd(Thread& thread, const Value*, uint32_t, Tuple*) {
  char path[4096];
  return ::getcwd(path, sizeof path) ? make_str(thread, path) : raise_errno(thread, errno);
}

Ref posix_readlink(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string path;
  char target[4096];
  if (!path_of(thread, args[0], &path)) return {};
  ssize_t length = ::readlink(path.c_str(), target, sizeof target);
  return length < 0 ? raise_errno(thread, errno, args[0]) : make_str(thread, {target, static_cast<size_t>(length)});
}

Ref posix_realpath(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string path;
  char target[4096];
  if (!path_of(thread, args[0], &path)) return {};
  return ::realpath(path.c_str(), target) ? make_str(thread, target) : Ref::none();
}

Ref posix_listdir(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string path = ".";
  if (!args[0].is_empty() && !args[0].is_none() && !path_of(thread, args[0], &path)) return {};
  DIR* directory = ::opendir(path.c_str());
  if (!directory) return raise_errno(thread, errno, args[0].is_empty() ? Value::none() : args[0]);
  Ref list = make_list(thread);
  while (dirent* entry = list ? ::readdir(directory) : nullptr) {
    std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    if (!append(thread, list.as<List>(), make_str(thread, name))) list = Ref();
  }
  ::closedir(directory);
  return list;
}

// --- stat

const char* const kStatFields[] = {"st_mode",     "st_ino",      "st_dev",     "st_nlink", "st_uid",
                                   "st_gid",      "st_size",     "st_atime",   "st_mtime", "st_ctime",
                                   "st_atime_ns", "st_mtime_ns", "st_ctime_ns"};
constexpr uint32_t kStatCount = 13;

Type* stat_type(Thread& thread) {
  Type*& type = thread.interpreter->stat_result;
  if (!type) type = make_struct_type(thread, "os", "stat_result", kStatFields, kStatCount);
  return type;
}

int64_t nanoseconds(const timespec& time) { return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }
double seconds(const timespec& time) { return static_cast<double>(nanoseconds(time)) * 1e-9; }

Ref stat_result(Thread& thread, const struct stat& status) {
  Type* type = stat_type(thread);
  if (!type) return {};
  Ref values[kStatCount];
  const int64_t numbers[] = {status.st_mode,
                             static_cast<int64_t>(status.st_ino),
                             static_cast<int64_t>(status.st_dev),
                             static_cast<int64_t>(status.st_nlink),
                             status.st_uid,
                             status.st_gid,
                             status.st_size};
  for (int i = 0; i < 7; ++i) values[i] = make_int(thread, numbers[i]);
  const timespec times[] = {status.st_atim, status.st_mtim, status.st_ctim};
  for (int i = 0; i < 3; ++i) {
    values[7 + i] = make_float(thread, seconds(times[i]));
    values[10 + i] = make_int(thread, nanoseconds(times[i]));
  }
  return make_struct(thread, type, values, kStatCount);
}

template <int (*Call)(const char*, struct stat*)>
Ref stat_path(Thread& thread, const Value* args, uint32_t, Tuple*) {
  struct stat status {};
  if (is_integer(args[0])) {
    int descriptor;
    if (!small_int(thread, args[0], 0, &descriptor)) return {};
    return ::fstat(descriptor, &status) < 0 ? raise_errno(thread, errno) : stat_result(thread, status);
  }
  std::string path;
  if (!path_of(thread, args[0], &path)) return {};
  return Call(path.c_str(), &status) < 0 ? raise_errno(thread, errno, args[0]) : stat_result(thread, status);
}

int call_stat(const char* path, struct stat* status) { return ::stat(path, status); }
int call_lstat(const char* path, struct stat* status) { return ::lstat(path, status); }
int call_rename(const char* from, const char* to) { return ::rename(from, to); }

// --- descriptors

Ref posix_open(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string path;
  int flags, mode;
  if (!path_of(thread, args[0], &path) || !small_int(thread, args[1], 0, &flags)) return {};
  if (!small_int(thread, args[2], 0777, &mode)) return {};
  int descriptor = thread.interpreter->world->open(path.c_str(), flags, mode);
  return descriptor < 0 ? raise_errno(thread, -descriptor, args[0]) : make_int(thread, descriptor);
}

Ref posix_close(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  if (!small_int(thread, args[0], 0, &descriptor)) return {};
  int result = thread.interpreter->world->close(descriptor);
  return result < 0 ? raise_errno(thread, -result) : Ref::none();
}

Ref posix_read(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  int64_t count;
  if (!small_int(thread, args[0], 0, &descriptor) || !index_as_int64(thread, args[1], &count)) return {};
  if (count < 0) return raise_errno(thread, EINVAL);
  std::string content(static_cast<size_t>(count), '\0');
  int64_t got;
  do {
    Blocking blocking(thread, gil::Reason::Io);
    got = thread.interpreter->world->read(descriptor, content.data(), content.size());
  } while (got == -EINTR && check_signals(thread));
  if (thread.has_exception()) return {};
  return got < 0 ? raise_errno(thread, static_cast<int>(-got))
                 : make_bytes(thread, std::string_view(content).substr(0, static_cast<size_t>(got)));
}

Ref posix_write(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  std::string_view view;
  if (!small_int(thread, args[0], 0, &descriptor) || !bytes_view(thread, args[1], &view)) return {};
  std::string content(view);
  int64_t put;
  do {
    Blocking blocking(thread, gil::Reason::Io);
    put = thread.interpreter->world->write(descriptor, content.data(), content.size());
  } while (put == -EINTR && check_signals(thread));
  if (thread.has_exception()) return {};
  return put < 0 ? raise_errno(thread, static_cast<int>(-put)) : make_int(thread, put);
}

Ref posix_pipe(Thread& thread, const Value*, uint32_t, Tuple*) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) < 0) return raise_errno(thread, errno);
  return make_tuple_of(thread, Value::integer(ends[0]), Value::integer(ends[1]));
}

Ref posix_isatty(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  return small_int(thread, args[0], 0, &descriptor) ? Ref::boolean(::isatty(descriptor) == 1) : Ref();
}

// --- the process

Ref posix_urandom(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count;
  if (!index_as_int64(thread, args[0], &count)) return {};
  if (count < 0) return raise(thread, Error::ValueError, "negative argument not allowed");
  Bytes* bytes = new_bytes(thread, static_cast<size_t>(count));
  if (!bytes) return {};
  thread.interpreter->world->random_bytes(bytes->data(), static_cast<size_t>(count));
  return Ref::own(bytes);
}

Ref posix_cpu_count(Thread& thread, const Value*, uint32_t, Tuple*) {
  long count = ::sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? make_int(thread, count) : Ref::none();
}

Ref posix_exit(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int code;
  if (!small_int(thread, args[0], 0, &code)) return {};
  ::_exit(code);
}

Ref posix_kill(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int process, signal;
  if (!small_int(thread, args[0], 0, &process) || !small_int(thread, args[1], 0, &signal)) return {};
  return done_or_errno(thread, ::kill(process, signal), Value::none());
}

Ref posix_system(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string command;
  if (!path_of(thread, args[0], &command)) return {};
  flush_standard_streams(thread);
  int status;
  {
    Blocking blocking(thread, gil::Reason::Native);
    status = std::system(command.c_str());
  }
  return make_int(thread, status);
}

Ref posix_strerror(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int number;
  return small_int(thread, args[0], 0, &number) ? make_str(thread, std::strerror(number)) : Ref();
}

Ref posix_putenv(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string name, value;
  if (!path_of(thread, args[0], &name) || !path_of(thread, args[1], &value)) return {};
  return done_or_errno(thread, ::setenv(name.c_str(), value.c_str(), 1), Value::none());
}

Ref posix_terminal_size(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  winsize size{};
  if (!small_int(thread, args[0], 1, &descriptor)) return {};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) < 0) return raise_errno(thread, errno);
  return make_tuple_of(thread, Value::integer(size.ws_col), Value::integer(size.ws_row));
}

Ref environment_dict(Thread& thread) {
  Ref dict = make_dict(thread);
  for (char** row = environ; dict && *row; ++row) {
    std::string_view text = *row;
    size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    Ref name = make_str(thread, text.substr(0, equals));
    Ref value = name ? make_str(thread, text.substr(equals + 1)) : Ref();
    if (!value || !dict_set(thread, dict.as<Dict>(), name.get(), std::move(value))) return {};
  }
  return dict;
}

const MethodDef kFunctions[] = {{"unlink", "(path)", on_path<::unlink>},
                                {"remove", "(path)", on_path<::unlink>},
                                {"rmdir", "(path)", on_path<::rmdir>},
                                {"chdir", "(path)", on_path<::chdir>},
                                {"rename", "(src, dst)", on_two_paths<call_rename>},
                                {"replace", "(src, dst)", on_two_paths<call_rename>},
                                {"link", "(src, dst)", on_two_paths<::link>},
                                {"symlink", "(src, dst)", on_two_paths<::symlink>},
                                {"mkdir", "(path, mode=511)", posix_mkdir},
                                {"chmod", "(path, mode)", posix_chmod},
                                {"access", "(path, mode)", posix_access},
                                {"getcwd", "()", posix_getcwd},
                                {"readlink", "(path)", posix_readlink},
                                {"_realpath", "(path, /)", posix_realpath},
                                {"listdir", "(path=None)", posix_listdir},
                                {"stat", "(path)", stat_path<call_stat>},
                                {"lstat", "(path)", stat_path<call_lstat>},
                                {"fstat", "(fd)", stat_path<call_stat>},
                                {"open", "(path, flags, mode=511)", posix_open},
                                {"close", "(fd)", posix_close},
                                {"read", "(fd, length, /)", posix_read},
                                {"write", "(fd, data, /)", posix_write},
                                {"pipe", "()", posix_pipe},
                                {"isatty", "(fd, /)", posix_isatty},
                                {"getpid", "()", number_of<::getpid>},
                                {"getppid", "()", number_of<::getppid>},
                                {"urandom", "(size, /)", posix_urandom},
                                {"cpu_count", "()", posix_cpu_count},
                                {"_exit", "(status)", posix_exit},
                                {"kill", "(pid, signal, /)", posix_kill},
                                {"system", "(command)", posix_system},
                                {"strerror", "(code, /)", posix_strerror},
                                {"putenv", "(name, value, /)", posix_putenv},
                                {"unsetenv", "(name, /)", on_path<::unsetenv>},
                                {"_terminal_size", "(fd=1, /)", posix_terminal_size}};

struct Constant {
  const char* name;
  int value;
};
const Constant kConstants[] = {{"O_RDONLY", O_RDONLY}, {"O_WRONLY", O_WRONLY},
                               {"O_RDWR", O_RDWR},     {"O_CREAT", O_CREAT},
                               {"O_EXCL", O_EXCL},     {"O_TRUNC", O_TRUNC},
                               {"O_APPEND", O_APPEND}, {"O_NONBLOCK", O_NONBLOCK},
                               {"F_OK", F_OK},         {"R_OK", R_OK},
                               {"W_OK", W_OK},         {"X_OK", X_OK},
                               {"WNOHANG", WNOHANG},   {"EX_OK", 0}};

}  // namespace

bool init_posix(Thread& thread, Module* module) {
  for (const Constant& row : kConstants) {
    if (!add_value(thread, module, row.name, make_int(thread, row.value))) return false;
  }
  Type* type = stat_type(thread);
  return type && add_value(thread, module, "stat_result", Ref::share(type)) &&
         add_value(thread, module, "error", Ref::share(thread.error_type(Error::OSError))) &&
         add_value(thread, module, "_environ", environment_dict(thread)) && add_functions(thread, module, kFunctions);
}

}  // namespace gillab
