// posix: what is done to one path or two: removing, renaming, links, modes, owners, times.
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/audit.h"
#include "runtime/bytes.h"
#include "runtime/files/pinned.h"
#include "runtime/files/waiting.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"
#include "runtime/warn.h"

namespace gillab {

Ref text_of_system(Thread& thread, std::string_view bytes) {
  for (char c : bytes) {
    if (c & 0x80) return decode(thread, bytes, nullptr, intern(thread, std::string_view("surrogateescape")));
  }
  return make_str(thread, bytes);
}

bool bytes_for_system(Thread& thread, Value text, std::string* bytes) {
  Str* str = as<Str>(text);
  if (str->ascii) return bytes->assign(str->ascii_view()), true;
  Ref encoded = encode(thread, str, nullptr, intern(thread, std::string_view("surrogateescape")));
  if (!encoded) return false;
  bytes->assign(encoded.as<Bytes>()->view());
  return true;
}

bool PathArgument::read(Thread& thread, Value value, const char* function, bool allow_descriptor) {
  shown = value;
  Ref asked;
  if (allow_descriptor && is_integer(value)) {
    is_descriptor = true;
    return small_int(thread, value, -1, &descriptor);
  }
  if (!is<Str>(value) && !is<Bytes>(value)) {
    Ref method = get_attribute_or_empty(thread, value, intern(thread, std::string_view("__fspath__")));
    if (!method && thread.has_exception()) return false;
    asked = method ? call(thread, method.get()) : Ref();
    if (method && !asked) return false;
    if (asked && !is<Str>(asked.get()) && !is<Bytes>(asked.get())) {
      return raise(thread, Error::TypeError, "expected {}.__fspath__() to return str or bytes, not {}",
                   type_name(thread, value), type_name(thread, asked.get()));
    }
    if (!asked) return read_buffer(thread, value, function, allow_descriptor);
    value = asked.get();
  }
  is_bytes = is<Bytes>(value);
  if (is_bytes)
    path.assign(as<Bytes>(value)->view());
  else if (!bytes_for_system(thread, value, &path))
    return false;
  if (path.find('\0') == std::string::npos) return true;
  return raise(thread, Error::ValueError, "embedded null byte");
}

// Other bytes than bytes: still allowed, with a warning.
bool PathArgument::read_buffer(Thread& thread, Value value, const char* function, bool allow_descriptor) {
  const std::string wanted = std::string(function) + ": path should be string, bytes" +
                             (allow_descriptor ? ", os.PathLike or integer" : " or os.PathLike") + ", not ";
  Pinned content;
  if (!content.open(thread, value, Pinned::kRead)) {
    if (!exception_matches(thread, Error::TypeError)) return false;
    clear_exception(thread);
    return raise(thread, Error::TypeError, "{}{}", wanted, type_name(thread, value));
  }
  if (!warn(thread, Error::DeprecationWarning, wanted + std::string(type_name(thread, value)))) return false;
  is_bytes = true;
  path.assign(content.view());
  return path.find('\0') == std::string::npos || raise(thread, Error::ValueError, "embedded null byte");
}

Ref PathArgument::like(Thread& thread, std::string_view name) const {
  return is_bytes ? make_bytes(thread, name) : text_of_system(thread, name);
}

bool small_int(Thread& thread, Value value, int fallback, int* result) {
  int64_t number = fallback;
  if (!value.is_empty() && !index_as_int64(thread, value, &number)) return false;
  if (number > UINT_MAX || number < INT_MIN) {
    return raise(thread, Error::OverflowError, "Python int too large to convert to C int");
  }
  *result = static_cast<int>(number);
  return true;
}

bool directory_argument(Thread& thread, Value value, int* descriptor) {
  *descriptor = AT_FDCWD;
  return value.is_empty() || value.is_none() || small_int(thread, value, AT_FDCWD, descriptor);
}

Ref done_or_errno(Thread& thread, int64_t result, Value path) {
  return result < 0 ? Ref(raise_errno(thread, errno, path)) : Ref::none();
}

namespace {

Failed raise_for_two(Thread& thread, int number, Value first, Value second) {
  Ref text = make_str(thread, std::strerror(number));
  Ref first_shown = shown_path(thread, first), second_shown = shown_path(thread, second);
  if (!text) return {};
  Value args[] = {Value::integer(number), text.get(), first_shown.get(), Value::none(), second_shown.get()};
  Ref error = call(thread, Value::object(thread.error_type(Error::OSError)), args, 5);
  return error ? raise_value(thread, std::move(error)) : Failed{};
}

Ref posix_unlink(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int directory;
  if (!path.read(thread, args[0], "unlink") || !directory_argument(thread, args[1], &directory)) return {};
  return done_or_errno(thread, ::unlinkat(directory, path.text(), 0), args[0]);
}

Ref posix_rmdir(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int directory;
  if (!path.read(thread, args[0], "rmdir") || !directory_argument(thread, args[1], &directory)) return {};
  return done_or_errno(thread, ::unlinkat(directory, path.text(), AT_REMOVEDIR), args[0]);
}

Ref posix_rename(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument from, to;
  int from_directory, to_directory;
  if (!from.read(thread, args[0], "rename") || !to.read(thread, args[1], "rename")) return {};
  if (!directory_argument(thread, args[2], &from_directory) || !directory_argument(thread, args[3], &to_directory)) {
    return {};
  }
  int result = ::renameat(from_directory, from.text(), to_directory, to.text());
  return result < 0 ? Ref(raise_for_two(thread, errno, args[0], args[1])) : Ref::none();
}

Ref posix_link(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument from, to;
  if (!from.read(thread, args[0], "link") || !to.read(thread, args[1], "link")) return {};
  int from_directory, to_directory;
  if (!directory_argument(thread, args[2], &from_directory) || !directory_argument(thread, args[3], &to_directory)) {
    return {};
  }
  bool follow = args[4].is_empty() || args[4].is_true();
  int result = ::linkat(from_directory, from.text(), to_directory, to.text(), follow ? AT_SYMLINK_FOLLOW : 0);
  return result < 0 ? Ref(raise_for_two(thread, errno, args[0], args[1])) : Ref::none();
}

Ref posix_symlink(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument from, to;
  int directory;
  if (!from.read(thread, args[0], "symlink") || !to.read(thread, args[1], "symlink")) return {};
  if (!directory_argument(thread, args[3], &directory)) return {};
  int result = ::symlinkat(from.text(), directory, to.text());
  return result < 0 ? Ref(raise_for_two(thread, errno, args[0], args[1])) : Ref::none();
}

Ref posix_readlink(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int directory;
  char target[PATH_MAX];
  if (!path.read(thread, args[0], "readlink") || !directory_argument(thread, args[1], &directory)) return {};
  ssize_t length = ::readlinkat(directory, path.text(), target, sizeof target);
  if (length < 0) return raise_errno(thread, errno, args[0]);
  return path.like(thread, {target, static_cast<size_t>(length)});
}

Ref posix_realpath(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  char target[PATH_MAX];
  if (!path.read(thread, args[0], "realpath")) return {};
  return ::realpath(path.text(), target) ? path.like(thread, target) : Ref::none();
}

// --- modes, owners, times

int at_flags(Value follow) { return follow.is_empty() || follow.is_true() ? 0 : AT_SYMLINK_NOFOLLOW; }

Ref posix_chmod(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int mode, directory;
  if (!path.read(thread, args[0], "chmod", true) || !small_int(thread, args[1], 0777, &mode)) return {};
  if (!directory_argument(thread, args[2], &directory)) return {};
  if (path.is_descriptor) return done_or_errno(thread, ::fchmod(path.descriptor, static_cast<mode_t>(mode)));
  int result = ::fchmodat(directory, path.text(), static_cast<mode_t>(mode), at_flags(args[3]));
  return done_or_errno(thread, result, args[0]);
}

Ref posix_chown(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int user, group, directory;
  if (!path.read(thread, args[0], "chown", true) || !small_int(thread, args[1], -1, &user)) return {};
  if (!small_int(thread, args[2], -1, &group) || !directory_argument(thread, args[3], &directory)) return {};
  auto uid = static_cast<uid_t>(user);
  auto gid = static_cast<gid_t>(group);
  if (path.is_descriptor) return done_or_errno(thread, ::fchown(path.descriptor, uid, gid));
  return done_or_errno(thread, ::fchownat(directory, path.text(), uid, gid, at_flags(args[4])), args[0]);
}

// (fd, mode) and (fd, uid, gid)
Ref posix_fchmod(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor, mode;
  if (!small_int(thread, args[0], -1, &descriptor) || !small_int(thread, args[1], 0777, &mode)) return {};
  return done_or_errno(thread, ::fchmod(descriptor, static_cast<mode_t>(mode)));
}

Ref posix_fchown(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor, user, group;
  if (!small_int(thread, args[0], -1, &descriptor) || !small_int(thread, args[1], -1, &user) ||
      !small_int(thread, args[2], -1, &group)) {
    return {};
  }
  return done_or_errno(thread, ::fchown(descriptor, static_cast<uid_t>(user), static_cast<gid_t>(group)));
}

Ref posix_lchown(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int user, group;
  if (!path.read(thread, args[0], "lchown") || !small_int(thread, args[1], -1, &user) ||
      !small_int(thread, args[2], -1, &group)) {
    return {};
  }
  return done_or_errno(thread, ::lchown(path.text(), static_cast<uid_t>(user), static_cast<gid_t>(group)), args[0]);
}

Ref posix_access(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int mode, directory;
  if (!path.read(thread, args[0], "access") || !small_int(thread, args[1], 0, &mode)) return {};
  if (!directory_argument(thread, args[2], &directory)) return {};
  int flags = (!args[3].is_empty() && args[3].is_true() ? AT_EACCESS : 0) | at_flags(args[4]);
  return Ref::boolean(::faccessat(directory, path.text(), mode, flags) == 0);
}

bool split_seconds(Thread& thread, Value value, timespec* time) {
  if (is_integer(value)) {
    time->tv_nsec = 0;
    int64_t seconds;
    if (!index_as_int64(thread, value, &seconds)) return false;
    time->tv_sec = seconds;
    return true;
  }
  double seconds;
  if (!as_double(thread, value, &seconds)) return false;
  double whole = std::floor(seconds);
  time->tv_sec = static_cast<time_t>(whole);
  time->tv_nsec = std::min(999999999L, static_cast<long>((seconds - whole) * 1e9));
  return true;
}

bool split_nanoseconds(Thread& thread, Value value, timespec* time) {
  int64_t all;
  if (!index_as_int64(thread, value, &all)) return false;
  int64_t rest = all % 1'000'000'000;
  if (rest < 0) rest += 1'000'000'000;
  time->tv_sec = (all - rest) / 1'000'000'000;
  time->tv_nsec = rest;
  return true;
}

// utime(path, times=None, *, ns, dir_fd=None, follow_symlinks=True)
Ref posix_utime(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int directory;
  if (!path.read(thread, args[0], "utime", true) || !directory_argument(thread, args[3], &directory)) return {};
  bool seconds = !args[1].is_empty() && !args[1].is_none(), nanoseconds = !args[2].is_empty();
  if (seconds && nanoseconds) {
    return raise(thread, Error::ValueError, "utime: you may specify either 'times' or 'ns' but not both");
  }
  timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
  Value pair = nanoseconds ? args[2] : args[1];
  if ((seconds || nanoseconds) && (!is<Tuple>(pair) || as<Tuple>(pair)->length != 2)) {
    return raise(thread, Error::TypeError, nanoseconds ? "utime: 'ns' must be a tuple of two ints"
                                                       : "utime: 'times' must be either a tuple of two ints or None");
  }
  for (int i = 0; i < 2 && (seconds || nanoseconds); ++i) {
    Value value = as<Tuple>(pair)->items[i];
    if (!(nanoseconds ? split_nanoseconds : split_seconds)(thread, value, &times[i])) return {};
  }
  if (path.is_descriptor) return done_or_errno(thread, ::futimens(path.descriptor, times));
  return done_or_errno(thread, ::utimensat(directory, path.text(), times, at_flags(args[4])));  // or the times are wrong
}

Ref posix_truncate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int64_t size;
  if (!path.read(thread, args[0], "truncate", true) || !index_as_int64(thread, args[1], &size)) return {};
  int64_t result = call_waiting(thread, [&] {
    return or_errno(path.is_descriptor ? ::ftruncate(path.descriptor, size) : ::truncate(path.text(), size));
  });
  return result < 0 ? Ref(raise_failure(thread, result, path.is_descriptor ? Value::none() : args[0])) : Ref::none();
}

Ref posix_mkfifo(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int mode, directory;
  if (!path.read(thread, args[0], "mkfifo") || !small_int(thread, args[1], 0666, &mode)) return {};
  if (!directory_argument(thread, args[2], &directory)) return {};
  return done_or_errno(thread, ::mkfifoat(directory, path.text(), static_cast<mode_t>(mode)), args[0]);
}

// "a//b/./c/../d" -> "a/b/d". Two slashes at the start stay two, as POSIX lets them mean something.
std::string normalised_path(std::string_view path) {
  const size_t slashes = std::min(path.find_first_not_of('/'), path.size());
  const std::string_view leading = path.substr(0, slashes == 0 ? 0 : slashes == 2 ? 2 : 1);
  std::string result(leading);
  size_t above = leading.size();  // where parts begin that .. cannot take away
  for (size_t at = slashes; at < path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part == ".." && result.size() > above) {
      const size_t slash = result.rfind('/');
      result.resize(slash == std::string::npos || slash < above ? above : slash);
      continue;
    }
    if (part == ".." && !leading.empty()) continue;
    if (result.size() > leading.size()) result += '/';
    result += part;
    if (part == "..") above = result.size();
  }
  return result.empty() ? "." : result;
}

Ref posix_normpath(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (is<Bytes>(args[0])) return make_bytes(thread, normalised_path(as<Bytes>(args[0])->view()));
  if (!is<Str>(args[0])) return raise(thread, Error::TypeError, "_path_normpath() argument 'path' must be str");
  return make_str(thread, normalised_path(to_utf8(as<Str>(args[0]))));
}

const MethodDef kFunctions[] = {
    {"lchown", "(path, uid, gid)", posix_lchown},
    {"_path_normpath", "(path)", posix_normpath},
    {"unlink", "(path, *, dir_fd=None)", audited<posix_unlink, "os.remove", Told{0}, Told{1, -1}>},
    {"remove", "(path, *, dir_fd=None)", audited<posix_unlink, "os.remove", Told{0}, Told{1, -1}>},
    {"rmdir", "(path, *, dir_fd=None)", audited<posix_rmdir, "os.rmdir", Told{0}, Told{1, -1}>},
    {"rename", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", audited<posix_rename, "os.rename", Told{0}, Told{1}, Told{2, -1}, Told{3, -1}>},
    {"replace", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", audited<posix_rename, "os.rename", Told{0}, Told{1}, Told{2, -1}, Told{3, -1}>},
    {"link", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", audited<posix_link, "os.link", Told{0}, Told{1}, Told{2, -1}, Told{3, -1}>},
    {"symlink", "(src, dst, target_is_directory=False, *, dir_fd=None)", audited<posix_symlink, "os.symlink", Told{0}, Told{1}, Told{3, -1}>},
    {"readlink", "(path, *, dir_fd=None)", posix_readlink},
    {"_realpath", "(path, /)", posix_realpath},
    {"chmod", "(path, mode, *, dir_fd=None, follow_symlinks=True)", audited<posix_chmod, "os.chmod", Told{0}, Told{1}, Told{2, -1}>},
    {"fchmod", "(fd, mode)", posix_fchmod},
    {"chown", "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", audited<posix_chown, "os.chown", Told{0}, Told{1}, Told{2}, Told{3, -1}>},
    {"fchown", "(fd, uid, gid)", posix_fchown},
    {"access", "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", posix_access},
    {"utime", "(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)", audited<posix_utime, "os.utime", Told{0}, Told{1}, Told{2}, Told{3, -1}>},
    {"truncate", "(path, length)", audited<posix_truncate, "os.truncate", Told{0}, Told{1}>},
    {"ftruncate", "(fd, length, /)", audited<posix_truncate, "os.truncate", Told{0}, Told{1}>},
    {"mkfifo", "(path, mode=438, *, dir_fd=None)", posix_mkfifo}};

}  // namespace

FunctionTable posix_path_functions() { return {kFunctions, std::size(kFunctions)}; }

}  // namespace gillab
