// posix: stat and its result, a tuple of ten that has more by name.
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "runtime/files/waiting.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/struct_sequence.h"

namespace gillab {

namespace {

// Ten items, the last three without a name; then what is reached by name only.
constexpr uint32_t kItems = 10;
constexpr uint32_t kUnnamed = 7;
constexpr uint32_t kFields = 19;
const char* const kNames[kFields] = {
    "st_mode",     "st_ino",      "st_dev",      "st_nlink",  "st_uid",     "st_gid", "st_size", nullptr, nullptr,
    nullptr,       "st_atime",    "st_mtime",    "st_ctime",  "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize",
    "st_blocks",   "st_rdev"};

// A time as whole seconds, as a float and in nanoseconds.
bool add_time(Thread& thread, const timespec& time, uint32_t which, Ref* values) {
  const double seconds = static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  values[kUnnamed + which] = make_int(thread, time.tv_sec);
  values[kItems + which] = make_float(thread, seconds);
  values[kItems + 3 + which] = make_int(thread, int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec);
  return values[kUnnamed + which] && values[kItems + which] && values[kItems + 3 + which];
}

Ref stat_result(Thread& thread, const struct stat& status) {
  Type* type = stat_result_type(thread);
  if (!type) return {};
  const int64_t numbers[kUnnamed] = {status.st_mode,
                                     static_cast<int64_t>(status.st_ino),
                                     static_cast<int64_t>(status.st_dev),
                                     static_cast<int64_t>(status.st_nlink),
                                     status.st_uid,
                                     status.st_gid,
                                     status.st_size};
  const int64_t others[] = {status.st_blksize, status.st_blocks, static_cast<int64_t>(status.st_rdev)};
  Ref values[kFields];
  for (uint32_t i = 0; i < kUnnamed; ++i) {
    if (!(values[i] = make_int(thread, numbers[i]))) return {};
  }
  for (uint32_t i = 0; i < 3; ++i) {
    if (!(values[kFields - 3 + i] = make_int(thread, others[i]))) return {};
  }
  const bool timed = add_time(thread, status.st_atim, 0, values) && add_time(thread, status.st_mtim, 1, values) &&
                     add_time(thread, status.st_ctim, 2, values);
  return timed ? make_struct(thread, type, values, kFields) : Ref();
}

// stat_result(sequence): the times in whole seconds stand for those by name where none are given.
Ref stat_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref values[kFields];
  if (args[1].is_empty()) {
    return raise(thread, Error::TypeError, "structseq() missing required argument 'sequence' (pos 1)");
  }
  if (!struct_values(thread, as<Type>(args[0]), args[1], args[2], values)) return {};
  for (uint32_t i = 0; i < 3; ++i) {
    if (values[kItems + i].get().is_none()) values[kItems + i] = values[kUnnamed + i].share();
  }
  return make_struct(thread, as<Type>(args[0]), values, kFields);
}

const MethodDef kMethods[] = {{"__new__", "(cls, sequence=None, dict=None)", stat_new, MethodDef::Static}};

Ref stat_at(Thread& thread, Value value, Value dir_fd, int flags, const char* function) {
  PathArgument path;
  int directory;
  struct stat status {};
  if (!path.read(thread, value, function, true) || !directory_argument(thread, dir_fd, &directory)) return {};
  int64_t done = path.is_descriptor ? ::fstat(path.descriptor, &status)
                                    : ::fstatat(directory, path.text(), &status, flags);
  if (done < 0) return raise_errno(thread, errno, path.is_descriptor ? Value::none() : value);
  return stat_result(thread, status);
}

Ref posix_stat(Thread& thread, const Value* args, uint32_t, Tuple*) {
  bool follow = args[2].is_empty() || args[2].is_true();
  return stat_at(thread, args[0], args[1], follow ? 0 : AT_SYMLINK_NOFOLLOW, "stat");
}
Ref posix_lstat(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return stat_at(thread, args[0], args[1], AT_SYMLINK_NOFOLLOW, "lstat");
}
Ref posix_fstat(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  struct stat status {};
  if (!small_int(thread, args[0], -1, &descriptor)) return {};
  return ::fstat(descriptor, &status) < 0 ? Ref(raise_errno(thread, errno)) : stat_result(thread, status);
}

Ref posix_statvfs(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  struct statvfs facts {};
  if (!path.read(thread, args[0], "statvfs", true)) return {};
  int done = path.is_descriptor ? ::fstatvfs(path.descriptor, &facts) : ::statvfs(path.text(), &facts);
  if (done < 0) return raise_errno(thread, errno, args[0]);
  const uint64_t numbers[] = {facts.f_bsize, facts.f_frsize, facts.f_blocks, facts.f_bfree, facts.f_bavail,
                              facts.f_files, facts.f_ffree,  facts.f_favail, facts.f_flag,  facts.f_namemax};
  Ref list = make_list(thread);
  for (uint64_t number : numbers) {
    if (!list || !append(thread, list.as<List>(), make_int_from_unsigned(thread, number))) return {};
  }
  return list;
}

const MethodDef kFunctions[] = {{"stat", "(path, *, dir_fd=None, follow_symlinks=True)", posix_stat},
                                {"lstat", "(path, *, dir_fd=None)", posix_lstat},
                                {"fstat", "(fd)", posix_fstat},
                                {"_statvfs", "(path)", posix_statvfs}};

}  // namespace

FunctionTable posix_stat_functions() { return {kFunctions, std::size(kFunctions)}; }

Type* stat_result_type(Thread& thread) {
  Type*& type = thread.interpreter->stat_result;
  if (type) return type;
  type = make_struct_type(thread, {"os.stat_result", kNames, kFields, kItems, true}, kMethods);
  return type;
}

}  // namespace gillab
