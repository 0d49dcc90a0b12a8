// posix: stat and its result, an object that looks like a tuple of ten and has more by name.
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

namespace gillab {

namespace {

struct StatResult : Object {  // immutable
  static constexpr Kind kKind = Kind::Extension;
  struct stat status;
};

const struct stat& status_of(Value self) { return static_cast<StatResult*>(self.as_object())->status; }

void destroy_stat(Thread& thread, Object* object) { free_object(thread, object, sizeof(StatResult)); }
const Layout kStatLayout = {"stat_result", sizeof(StatResult), false, destroy_stat};

constexpr int kItems = 10;
const char* const kNames[kItems] = {"st_mode", "st_ino",  "st_dev",   "st_nlink", "st_uid",
                                    "st_gid",  "st_size", "st_atime", "st_mtime", "st_ctime"};

int64_t item_of(const struct stat& status, int number) {
  const int64_t items[kItems] = {status.st_mode,
                                 static_cast<int64_t>(status.st_ino),
                                 static_cast<int64_t>(status.st_dev),
                                 static_cast<int64_t>(status.st_nlink),
                                 status.st_uid,
                                 status.st_gid,
                                 status.st_size,
                                 status.st_atim.tv_sec,
                                 status.st_mtim.tv_sec,
                                 status.st_ctim.tv_sec};
  return items[number];
}

Ref as_tuple(Thread& thread, Value self) {
  Tuple* tuple = new_tuple(thread, kItems);
  if (!tuple) return {};
  Ref result = Ref::own(tuple);
  for (int i = 0; i < kItems; ++i) {
    Ref item = make_int(thread, item_of(status_of(self), i));
    if (!item) return {};
    tuple->items[i] = item.release();
  }
  return result;
}

template <int Number>
Ref number_field(Thread& thread, Value self) {
  return make_int(thread, item_of(status_of(self), Number));
}

int64_t nanoseconds(const timespec& time) { return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

template <timespec stat::*Which>
Ref seconds_field(Thread& thread, Value self) {
  const timespec& time = status_of(self).*Which;
  return make_float(thread, static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec));
}
template <timespec stat::*Which>
Ref nanoseconds_field(Thread& thread, Value self) {
  return make_int(thread, nanoseconds(status_of(self).*Which));
}
Ref blocks_field(Thread& thread, Value self) { return make_int(thread, status_of(self).st_blocks); }
Ref block_size_field(Thread& thread, Value self) { return make_int(thread, status_of(self).st_blksize); }
Ref device_field(Thread& thread, Value self) { return make_int(thread, static_cast<int64_t>(status_of(self).st_rdev)); }

const GetSetDef kFields[] = {{"st_mode", number_field<0>},
                             {"st_ino", number_field<1>},
                             {"st_dev", number_field<2>},
                             {"st_nlink", number_field<3>},
                             {"st_uid", number_field<4>},
                             {"st_gid", number_field<5>},
                             {"st_size", number_field<6>},
                             {"st_atime", seconds_field<&stat::st_atim>},
                             {"st_mtime", seconds_field<&stat::st_mtim>},
                             {"st_ctime", seconds_field<&stat::st_ctim>},
                             {"st_atime_ns", nanoseconds_field<&stat::st_atim>},
                             {"st_mtime_ns", nanoseconds_field<&stat::st_mtim>},
                             {"st_ctime_ns", nanoseconds_field<&stat::st_ctim>},
                             {"st_blocks", blocks_field},
                             {"st_blksize", block_size_field},
                             {"st_rdev", device_field}};

Ref stat_getitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref tuple = as_tuple(thread, args[0]);
  return tuple ? get_item(thread, tuple.get(), args[1]) : Ref();
}
Ref stat_iter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref tuple = as_tuple(thread, args[0]);
  return tuple ? iterate(thread, tuple.get()) : Ref();
}
Ref stat_len(Thread&, const Value*, uint32_t, Tuple*) { return Ref::own(Value::integer(kItems)); }

Ref stat_equal(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref left = as_tuple(thread, args[0]);
  Ref right = has_layout(args[1], kStatLayout) ? as_tuple(thread, args[1]) : Ref::share(args[1]);
  if (!left || !right) return {};
  return compare(thread, Compare::Equal, left.get(), right.get());
}
Ref stat_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref tuple = as_tuple(thread, args[0]);
  int64_t number;
  return tuple && hash(thread, tuple.get(), &number) ? make_int(thread, number) : Ref();
}

Ref stat_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StrBuilder builder(thread);
  builder.add("os.stat_result(");
  for (int i = 0; i < kItems; ++i) {
    if (i > 0) builder.add(", ");
    builder.add(kNames[i]);
    builder.add("=");
    builder.add_integer(item_of(status_of(args[0]), i));
  }
  builder.add(")");
  return builder.finish();
}

const MethodDef kMethods[] = {{"__getitem__", "(self, key, /)", stat_getitem},
                              {"__iter__", "(self, /)", stat_iter},
                              {"__len__", "(self, /)", stat_len},
                              {"__eq__", "(self, value, /)", stat_equal},
                              {"__hash__", "(self, /)", stat_hash},
                              {"__repr__", "(self, /)", stat_repr}};

Ref stat_result(Thread& thread, const struct stat& status) {
  Type* type = stat_result_type(thread);
  StatResult* result = type ? allocate<StatResult>(thread, type->root) : nullptr;
  if (!result) return {};
  result->status = status;
  return Ref::own(result);
}

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
  TypeDef def{"stat_result", "os", &kStatLayout, kNoInstances | kSequencePattern};
  if (!(type = make_native_type(thread, def, nullptr))) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kFields);
  add_constant(thread, type, "n_sequence_fields", Ref::own(Value::integer(kItems)));
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
