// posix: directories: making, listing, the current one.
#include <cerrno>
#include <climits>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/audit.h"
#include "runtime/blocking.h"
#include "runtime/bytes.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

Ref posix_mkdir(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  int mode, directory;
  if (!path.read(thread, args[0], "mkdir") || !small_int(thread, args[1], 0777, &mode)) return {};
  if (!directory_argument(thread, args[2], &directory)) return {};
  return done_or_errno(thread, ::mkdirat(directory, path.text(), static_cast<mode_t>(mode)), args[0]);
}

Ref posix_chdir(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  if (!path.read(thread, args[0], "chdir", true)) return {};
  if (path.is_descriptor) return done_or_errno(thread, ::fchdir(path.descriptor));
  return done_or_errno(thread, ::chdir(path.text()), args[0]);
}

template <bool AsBytes>
Ref posix_getcwd(Thread& thread, const Value*, uint32_t, Tuple*) {
  char path[PATH_MAX];
  if (!::getcwd(path, sizeof path)) return raise_errno(thread, errno);
  return AsBytes ? make_bytes(thread, path) : text_of_system(thread, path);
}

// Closes what it opened. fdopendir takes its descriptor over, so it gets a copy.
class Listing {
 public:
  explicit Listing(const PathArgument& path)
      : stream_(path.is_descriptor ? ::fdopendir(::dup(path.descriptor)) : ::opendir(path.text())) {
    if (stream_ && path.is_descriptor) ::rewinddir(stream_);
  }
  ~Listing() {
    if (stream_) ::closedir(stream_);
  }
  Listing(const Listing&) = delete;
  explicit operator bool() const { return stream_ != nullptr; }
  // Null at the end, and when `errno` says why not.
  dirent* next() {
    while (true) {
      errno = 0;
      dirent* entry = ::readdir(stream_);
      if (!entry) return nullptr;
      std::string_view name = entry->d_name;
      if (name != "." && name != "..") return entry;
    }
  }

 private:
  DIR* stream_;
};

Ref entry_name(Thread& thread, const PathArgument& path, const dirent* entry) {
  return path.like(thread, entry->d_name);
}

// (name, type, inode): what scandir makes its entries of.
Ref entry_facts(Thread& thread, const PathArgument& path, const dirent* entry) {
  Ref name = path.like(thread, entry->d_name);
  Ref inode = make_int_from_unsigned(thread, entry->d_ino);
  if (!name || !inode) return {};
  return make_tuple_of(thread, name.get(), Value::integer(entry->d_type), inode.get());
}

template <Ref (*Item)(Thread&, const PathArgument&, const dirent*)>
Ref posix_list(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  bool given = !args[0].is_empty() && !args[0].is_none();
  if (!given) path.path = ".";
  if (given && !path.read(thread, args[0], "listdir", true)) return {};
  Listing listing(path);
  if (!listing) return raise_errno(thread, errno, given ? args[0] : Value::none());
  Ref list = make_list(thread);
  while (dirent* entry = list ? listing.next() : nullptr) {
    Ref item = Item(thread, path, entry);
    if (!item || !append(thread, list.as<List>(), std::move(item))) return {};
  }
  return list;
}

const MethodDef kFunctions[] = {{"mkdir", "(path, mode=511, *, dir_fd=None)", audited<posix_mkdir, "os.mkdir", Told{0}, Told{1, 511}, Told{2, -1}>},
                                {"chdir", "(path)", audited<posix_chdir, "os.chdir", Told{0}>},
                                {"fchdir", "(path)", audited<posix_chdir, "os.chdir", Told{0}>},
                                {"getcwd", "()", posix_getcwd<false>},
                                {"getcwdb", "()", posix_getcwd<true>},
                                {"listdir", "(path=None)", audited<posix_list<entry_name>, "os.listdir", Told{0}>},
                                {"_list_entries", "(path=None)", audited<posix_list<entry_facts>, "os.scandir", Told{0}>}};

}  // namespace

FunctionTable posix_directory_functions() { return {kFunctions, std::size(kFunctions)}; }

}  // namespace gillab
