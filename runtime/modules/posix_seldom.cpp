// posix: what is seldom asked for: extended attributes, copying between descriptors, groups, terminals, limits.
#include <cerrno>
#include <climits>
#include <cstdio>
#include <fcntl.h>
#include <grp.h>
#include <pty.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sys/resource.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "runtime/audit.h"
#include "runtime/bytes.h"
#include "runtime/files/pinned.h"
#include "runtime/files/waiting.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

Ref number_or_failure(Thread& thread, int64_t result) {
  return result < 0 ? Ref(raise_failure(thread, result)) : make_int(thread, result);
}

// --- extended attributes

bool follows(Value follow) { return follow.is_empty() || follow.is_true(); }

Ref posix_getxattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path, name;
  if (!path.read(thread, args[0], "getxattr", true) || !name.read(thread, args[1], "getxattr")) return {};
  std::string value(XATTR_SIZE_MAX, '\0');
  const int64_t size = call_waiting(thread, [&] {
    return or_errno(path.is_descriptor ? ::fgetxattr(path.descriptor, name.text(), value.data(), value.size())
                    : follows(args[2]) ? ::getxattr(path.text(), name.text(), value.data(), value.size())
                                       : ::lgetxattr(path.text(), name.text(), value.data(), value.size()));
  });
  if (size < 0) return raise_failure(thread, size, args[0]);
  return make_bytes(thread, std::string_view(value).substr(0, static_cast<size_t>(size)));
}

Ref posix_setxattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path, name;
  Pinned value;
  int flags;
  if (!path.read(thread, args[0], "setxattr", true) || !name.read(thread, args[1], "setxattr") ||
      !value.open(thread, args[2], Pinned::kRead) || !small_int(thread, args[3], 0, &flags)) {
    return {};
  }
  const int64_t done = call_waiting(thread, [&] {
    return or_errno(path.is_descriptor ? ::fsetxattr(path.descriptor, name.text(), value.data(), value.size(), flags)
                    : follows(args[4]) ? ::setxattr(path.text(), name.text(), value.data(), value.size(), flags)
                                       : ::lsetxattr(path.text(), name.text(), value.data(), value.size(), flags));
  });
  return done < 0 ? Ref(raise_failure(thread, done, args[0])) : Ref::none();
}

Ref posix_removexattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path, name;
  if (!path.read(thread, args[0], "removexattr", true) || !name.read(thread, args[1], "removexattr")) return {};
  const int64_t done = call_waiting(thread, [&] {
    return or_errno(path.is_descriptor ? ::fremovexattr(path.descriptor, name.text())
                    : follows(args[2]) ? ::removexattr(path.text(), name.text())
                                       : ::lremovexattr(path.text(), name.text()));
  });
  return done < 0 ? Ref(raise_failure(thread, done, args[0])) : Ref::none();
}

Ref posix_listxattr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  Ref here = make_str(thread, ".");
  const Value where = args[0].is_empty() || args[0].is_none() ? here.get() : args[0];
  if (!here || !path.read(thread, where, "listxattr", true)) return {};
  std::string names(XATTR_LIST_MAX, '\0');
  const int64_t size = call_waiting(thread, [&] {
    return or_errno(path.is_descriptor ? ::flistxattr(path.descriptor, names.data(), names.size())
                    : follows(args[1]) ? ::listxattr(path.text(), names.data(), names.size())
                                       : ::llistxattr(path.text(), names.data(), names.size()));
  });
  if (size < 0) return raise_failure(thread, size, where);
  Ref list = make_list(thread);
  for (size_t at = 0; list && at < static_cast<size_t>(size); at = names.find('\0', at) + 1) {
    if (!append(thread, list.as<List>(), text_of_system(thread, names.c_str() + at))) return {};
  }
  return list;
}

// --- between descriptors

// None: from where the descriptor stands.
bool offset_argument(Thread& thread, Value value, off64_t* offset, off64_t** given) {
  *given = nullptr;
  if (value.is_empty() || value.is_none()) return true;
  int64_t number;
  if (!index_as_int64(thread, value, &number)) return false;
  *offset = number;
  *given = offset;
  return true;
}

template <bool Splices>
Ref copy_between(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int from, to, flags = 0;
  int64_t count;
  off64_t from_offset, to_offset, *from_given, *to_given;
  if (!small_int(thread, args[0], 0, &from) || !small_int(thread, args[1], 0, &to) ||
      !index_as_int64(thread, args[2], &count)) {
    return {};
  }
  if (count < 0) return raise(thread, Error::ValueError, "negative value for 'count' not allowed");
  if (!offset_argument(thread, args[3], &from_offset, &from_given) ||
      !offset_argument(thread, args[4], &to_offset, &to_given) ||
      (Splices && !small_int(thread, args[5], 0, &flags))) {
    return {};
  }
  const size_t most = static_cast<size_t>(count);
  return number_or_failure(thread, call_waiting(thread, [&] {
                             if constexpr (Splices) {
                               return or_errno(::splice(from, from_given, to, to_given, most,
                                                        static_cast<unsigned>(flags)));
                             }
                             return or_errno(::copy_file_range(from, from_given, to, to_given, most, 0));
                           }));
}

template <bool Writes>
Ref vectors_at(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor, flags;
  int64_t offset;
  Ref buffers = tuple_from(thread, args[1]);
  if (!buffers || !small_int(thread, args[0], 0, &descriptor) || !index_as_int64(thread, args[2], &offset) ||
      !small_int(thread, args[3], 0, &flags)) {
    return {};
  }
  std::vector<iovec> parts;
  std::vector<Pinned> pins(buffers.as<Tuple>()->length);
  for (size_t i = 0; i < pins.size(); ++i) {
    if (!pins[i].open(thread, buffers.as<Tuple>()->items[i], Writes ? Pinned::kRead : Pinned::kWrite)) return {};
    parts.push_back({pins[i].data(), pins[i].size()});
  }
  const int count = static_cast<int>(parts.size());
  return number_or_failure(thread, call_waiting(thread, [&] {
                             return or_errno(Writes ? ::pwritev2(descriptor, parts.data(), count, offset, flags)
                                                    : ::preadv2(descriptor, parts.data(), count, offset, flags));
                           }));
}

Ref posix_memfd_create(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument name;
  int flags;
  if (!name.read(thread, args[0], "memfd_create") || !small_int(thread, args[1], MFD_CLOEXEC, &flags)) return {};
  const int descriptor = ::memfd_create(name.text(), static_cast<unsigned>(flags));
  return descriptor < 0 ? Ref(raise_errno(thread, errno)) : make_int(thread, descriptor);
}

// --- terminals

Ref posix_openpty(Thread& thread, const Value*, uint32_t, Tuple*) {
  int ends[2];
  if (::openpty(&ends[0], &ends[1], nullptr, nullptr, nullptr) < 0) return raise_errno(thread, errno);
  for (int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
  return make_tuple_of(thread, Value::integer(ends[0]), Value::integer(ends[1]));
}

Ref posix_ctermid(Thread& thread, const Value*, uint32_t, Tuple*) {
  char name[L_ctermid] = "";
  ::ctermid(name);
  return text_of_system(thread, name);
}

// --- groups and children

Ref posix_setgroups(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::vector<gid_t> groups;
  Each each(thread, args[0]);
  while (Ref item = each.next()) {
    int number;
    if (!is_integer(item.get())) return raise(thread, Error::TypeError, "groups must be integers");
    if (!small_int(thread, item.get(), 0, &number)) return {};
    groups.push_back(static_cast<gid_t>(number));
  }
  if (each.failed()) return {};
  return done_or_errno(thread, ::setgroups(groups.size(), groups.data()));
}

Ref posix_initgroups(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument name;
  int group;
  if (!name.read(thread, args[0], "initgroups") || !small_int(thread, args[1], 0, &group)) return {};
  return done_or_errno(thread, ::initgroups(name.text(), static_cast<gid_t>(group)));
}

Ref posix_getgrouplist(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument name;
  int group, count = 64;
  if (!name.read(thread, args[0], "getgrouplist") || !small_int(thread, args[1], 0, &group)) return {};
  std::vector<gid_t> groups(64);
  while (::getgrouplist(name.text(), static_cast<gid_t>(group), groups.data(), &count) < 0) {
    groups.resize(static_cast<size_t>(count));
  }
  Ref list = make_list(thread);
  for (int i = 0; list && i < count; ++i) {
    if (!append(thread, list.as<List>(), make_int(thread, groups[static_cast<size_t>(i)]))) return {};
  }
  return list;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

// (pid, status, [what getrusage tells])
Ref posix_wait4(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int process, options, status = 0;
  rusage used{};
  if (!small_int(thread, args[0], 0, &process) || !small_int(thread, args[1], 0, &options)) return {};
  const int64_t child = call_waiting(thread, [&] { return or_errno(::wait4(process, &status, options, &used)); });
  if (child < 0) return raise_failure(thread, child);
  const long numbers[] = {used.ru_maxrss, used.ru_ixrss,  used.ru_idrss,  used.ru_isrss,  used.ru_minflt,
                          used.ru_majflt, used.ru_nswap,  used.ru_inblock, used.ru_oublock, used.ru_msgsnd,
                          used.ru_msgrcv, used.ru_nsignals, used.ru_nvcsw, used.ru_nivcsw};
  Ref list = make_list(thread);
  if (!list || !append(thread, list.as<List>(), make_float(thread, seconds(used.ru_utime))) ||
      !append(thread, list.as<List>(), make_float(thread, seconds(used.ru_stime)))) {
    return {};
  }
  for (long number : numbers) {
    if (!append(thread, list.as<List>(), make_int(thread, number))) return {};
  }
  return make_tuple_of(thread, Value::integer(child), Value::integer(status), list.get());
}

// --- paths

Ref posix_mknod(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int mode, directory;
  int64_t device = 0;
  if (!path.read(thread, args[0], "mknod") || !small_int(thread, args[1], 0600, &mode)) return {};
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &device)) return {};
  if (!directory_argument(thread, args[3], &directory)) return {};
  const int done = ::mknodat(directory, path.text(), static_cast<mode_t>(mode), static_cast<dev_t>(device));
  return done_or_errno(thread, done, args[0]);
}

Ref posix_chroot(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  return path.read(thread, args[0], "chroot") ? done_or_errno(thread, ::chroot(path.text()), args[0]) : Ref();
}

Ref posix_pathconf(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int name;
  if (!path.read(thread, args[0], "pathconf", true) || !small_int(thread, args[1], 0, &name)) return {};
  errno = 0;
  const long limit = path.is_descriptor ? ::fpathconf(path.descriptor, name) : ::pathconf(path.text(), name);
  if (limit >= 0 || errno == 0) return make_int(thread, limit);
  return raise_errno(thread, errno, path.is_descriptor ? Value::none() : args[0]);
}

Ref posix_confstr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int name;
  if (!small_int(thread, args[0], 0, &name)) return {};
  errno = 0;
  const size_t size = ::confstr(name, nullptr, 0);
  if (size == 0) return errno ? Ref(raise_errno(thread, errno)) : Ref::none();
  std::string text(size, '\0');
  ::confstr(name, text.data(), size);
  text.pop_back();
  return text_of_system(thread, text);
}

const MethodDef kFunctions[] = {
    {"getxattr", "(path, attribute, *, follow_symlinks=True)", audited<posix_getxattr, "os.getxattr", Told{0}, Told{1}>},
    {"setxattr", "(path, attribute, value, flags=0, *, follow_symlinks=True)", posix_setxattr},
    {"removexattr", "(path, attribute, *, follow_symlinks=True)", posix_removexattr},
    {"listxattr", "(path=None, *, follow_symlinks=True)", audited<posix_listxattr, "os.listxattr", Told{0}>},
    {"copy_file_range", "(src, dst, count, offset_src=None, offset_dst=None)", copy_between<false>},
    {"splice", "(src, dst, count, offset_src=None, offset_dst=None, flags=0)", copy_between<true>},
    {"preadv", "(fd, buffers, offset, flags=0, /)", vectors_at<false>},
    {"pwritev", "(fd, buffers, offset, flags=0, /)", vectors_at<true>},
    {"memfd_create", "(name, flags=1)", posix_memfd_create},
    {"openpty", "()", posix_openpty},
    {"ctermid", "()", posix_ctermid},
    {"setgroups", "(groups, /)", posix_setgroups},
    {"initgroups", "(username, gid, /)", posix_initgroups},
    {"getgrouplist", "(user, group, /)", posix_getgrouplist},
    {"_wait4", "(pid, options, /)", posix_wait4},
    {"mknod", "(path, mode=384, device=0, *, dir_fd=None)", posix_mknod},
    {"chroot", "(path)", posix_chroot},
    {"_pathconf", "(path, name, /)", posix_pathconf},
    {"_confstr", "(name, /)", posix_confstr}};

}  // namespace

FunctionTable posix_seldom_functions() { return {kFunctions, std::size(kFunctions)}; }

}  // namespace gillab
