// Files where schedules are explored: what stands on the disk is read once and replayed from memory, what is written stays
// in the schedule and goes back with it. A descriptor opened by a thread is a number of ours; of one that was opened before
// the first thread only the place in it is ours. Outside, and where nothing is explored, libc's calls are as ever.
#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <poll.h>
#include <string>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "gil/schedule/arena.h"
#include "gil/schedule/machine.h"
#include "gil/schedule/outside_state.h"

#define GILLAB_SHOWN __attribute__((visibility("default"), used))

using namespace gillab::gil::schedule;

namespace gillab::gil::schedule {

constexpr int kFirst = 100'000;  // of our descriptors
constexpr size_t kMostOpen = 64;

struct Content {                 // of a path, in this schedule
  Content* next;
  char* path;
  const char* bytes;             // of the disk's, as long as nobody writes; then in the arena
  size_t size, room;             // no room: the bytes are the disk's
  bool exists;
};
struct OpenFile {
  Content* content;              // null: free, or one from before the first thread
  int adopted;                   // that one; 0: none
  int flags;
  int64_t place;
};
struct FileTable {
  Content* contents;
  OpenFile open[kMostOpen];
};

namespace {

struct OnDisk {
  int error = 0;
  std::string bytes;
};

bool is_explored() { return outside_state.inside && outside_state.pages; }

FileTable& table() {
  FileTable*& files = machine().files;
  if (!files) files = static_cast<FileTable*>(std::memset(arena_allocate(sizeof(FileTable), Use::Other), 0, sizeof(FileTable)));
  return *files;
}

// Read when it is first asked for; the same in all schedules.
const OnDisk& on_disk(const char* path) {
  OutsideScope outside;
  if (!outside_state.files_on_disk) outside_state.files_on_disk = new std::map<std::string, OnDisk>;
  auto& known = *static_cast<std::map<std::string, OnDisk>*>(outside_state.files_on_disk);
  const auto [found, fresh] = known.try_emplace(path);
  OnDisk& file = found->second;
  if (!fresh) return file;
  const auto descriptor = static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0));
  if (descriptor < 0) return file.error = errno, file;
  struct stat status {};
  if (syscall(SYS_newfstatat, descriptor, "", &status, AT_EMPTY_PATH) == 0 && S_ISDIR(status.st_mode)) file.error = EISDIR;
  char buffer[16384];
  while (!file.error && S_ISREG(status.st_mode)) {
    const long got = syscall(SYS_read, descriptor, buffer, sizeof buffer);
    if (got <= 0) break;
    file.bytes.append(buffer, static_cast<size_t>(got));
  }
  syscall(SYS_close, descriptor);
  return file;
}

char* copy_in_arena(const char* bytes, size_t size, size_t room) {
  auto* copy = static_cast<char*>(arena_allocate(room, Use::Other));
  if (copy && size) std::memcpy(copy, bytes, size);
  return copy;
}

Content* content_of(const char* path, int* error) {
  for (Content* each = table().contents; each; each = each->next) {
    if (std::strcmp(each->path, path) == 0) return each;
  }
  const OnDisk& file = on_disk(path);
  *error = file.error;
  if (file.error && file.error != ENOENT) return nullptr;
  auto* made = static_cast<Content*>(arena_allocate(sizeof(Content), Use::Other));
  char* name = copy_in_arena(path, std::strlen(path) + 1, std::strlen(path) + 1);
  if (!made || !name) return *error = ENOMEM, nullptr;
  *made = {table().contents, name, file.bytes.data(), file.bytes.size(), 0, file.error == 0};
  return table().contents = made;
}

int open_file(const char* path, int flags) {
  int error = 0;
  Content* content = content_of(path, &error);
  if (!content) return errno = error, -1;
  const bool writes = (flags & O_ACCMODE) != O_RDONLY;
  if (!content->exists && !(flags & O_CREAT)) return errno = ENOENT, -1;
  if (content->exists && (flags & O_CREAT) && (flags & O_EXCL)) return errno = EEXIST, -1;
  OpenFile* open = table().open;
  while (open < table().open + kMostOpen && (open->content || open->adopted)) ++open;
  if (open == table().open + kMostOpen) return errno = EMFILE, -1;
  content->exists = true;
  if (writes && (flags & O_TRUNC)) content->size = 0;
  *open = {content, 0, flags, 0};
  return kFirst + static_cast<int>(open - table().open);
}

// Null: it is none of ours, nor one to take over.
OpenFile* find(int descriptor, const char* call) {
  if (!is_explored() || descriptor <= STDERR_FILENO) return nullptr;
  FileTable& files = table();
  if (descriptor >= kFirst) {
    const auto place = static_cast<size_t>(descriptor - kFirst);
    return place < kMostOpen && files.open[place].content ? &files.open[place] : nullptr;
  }
  for (OpenFile& each : files.open) {
    if (each.adopted == descriptor) return &each;
  }
  const int64_t place = syscall(SYS_lseek, descriptor, 0, SEEK_CUR);
  if (place < 0 && errno == ESPIPE) refuse(call);
  if (place < 0) return nullptr;
  for (OpenFile& each : files.open) {
    if (each.content || each.adopted) continue;
    each = {nullptr, descriptor, static_cast<int>(syscall(SYS_fcntl, descriptor, F_GETFL)), place};
    return &each;
  }
  refuse(call);
}

// Where nothing is explored, the other threads go on while one waits for a pipe.
void wait_for(int descriptor, short what) {
  if (!outside_state.inside || hooks().explores || machine().fiber_count < 2) return;
  const int flags = static_cast<int>(syscall(SYS_fcntl, descriptor, F_GETFL));
  if (flags < 0 || (flags & O_NONBLOCK)) return;
  pollfd asked{descriptor, what, 0};
  while (syscall(SYS_poll, &asked, 1, 0) == 0) give_up(Status::Ready);
}

int64_t size_of(const OpenFile& file) {
  if (file.content) return static_cast<int64_t>(file.content->size);
  struct stat status {};
  return syscall(SYS_newfstatat, file.adopted, "", &status, AT_EMPTY_PATH) == 0 ? status.st_size : 0;
}

ssize_t read_at(const OpenFile& file, void* target, size_t count, int64_t place) {
  for (size_t at = 0; at < count; at += 4096) static_cast<volatile char*>(target)[at] = 0;  // the kernel writes only where one has
  if (count) static_cast<volatile char*>(target)[count - 1] = 0;
  if (!file.content) return syscall(SYS_pread64, file.adopted, target, count, place);
  if (place >= size_of(file)) return 0;
  count = std::min(count, static_cast<size_t>(size_of(file) - place));
  std::memcpy(target, file.content->bytes + place, count);
  return static_cast<ssize_t>(count);
}

bool make_room(Content& content, size_t size) {
  if (size <= content.room) return true;
  const size_t room = std::max<size_t>(size * 2, 256);
  char* moved = copy_in_arena(content.bytes, content.size, room);
  if (!moved) return false;
  content.bytes = moved;
  content.room = room;
  return true;
}

ssize_t write_at(const OpenFile& file, const void* source, size_t count, int64_t place) {
  if (!file.content) return static_cast<ssize_t>(count);  // into nothing
  Content& content = *file.content;
  const size_t end = static_cast<size_t>(place) + count;
  if (!make_room(content, std::max(end, content.size))) return errno = ENOSPC, -1;
  auto* bytes = const_cast<char*>(content.bytes);
  if (static_cast<size_t>(place) > content.size) std::memset(bytes + content.size, 0, static_cast<size_t>(place) - content.size);
  std::memcpy(bytes + place, source, count);
  content.size = std::max(content.size, end);
  return static_cast<ssize_t>(count);
}

}  // namespace

namespace {

uint64_t digest(const void* bytes, size_t size, uint64_t sum) {
  for (size_t i = 0; i < size; ++i) sum = (sum ^ static_cast<const unsigned char*>(bytes)[i]) * 0x100000001b3;
  return sum;
}

uint64_t digest(const Content& content) {
  const uint64_t sum = digest(content.path, std::strlen(content.path), content.size * 2 + content.exists);
  if (content.room) return digest(content.bytes, content.size, sum);
  return digest(&content.bytes, sizeof content.bytes, sum);  // the disk's
}

}  // namespace

uint64_t digest_of_files() {
  if (!machine().files) return 0;
  uint64_t sum = 1;
  for (const Content* each = table().contents; each; each = each->next) sum += digest(*each);  // in any order
  for (const OpenFile& open : table().open) {
    if (!open.content && !open.adopted) continue;
    const int64_t words[] = {&open - table().open, open.adopted, open.place, open.flags};
    sum += digest(words, sizeof words, 7);
  }
  return sum;
}

}  // namespace gillab::gil::schedule

extern "C" {

GILLAB_SHOWN int openat(int directory, const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const int mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, int) : 0;
  va_end(rest);
  const bool ours = is_explored() && !(flags & O_DIRECTORY) && (directory == AT_FDCWD || path[0] == '/');
  return ours ? open_file(path, flags) : static_cast<int>(syscall(SYS_openat, directory, path, flags, mode));
}
GILLAB_SHOWN int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const int mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, int) : 0;
  va_end(rest);
  return openat(AT_FDCWD, path, flags, mode);
}

GILLAB_SHOWN int close(int descriptor) {
  OpenFile* file = descriptor >= kFirst ? find(descriptor, "close") : nullptr;
  if (file) return *file = {}, 0;
  if (is_explored() && descriptor > STDERR_FILENO) return 0;  // another schedule still has it
  return static_cast<int>(syscall(SYS_close, descriptor));
}

GILLAB_SHOWN ssize_t read(int descriptor, void* target, size_t count) {
  OpenFile* file = find(descriptor, "read");
  if (!file) return wait_for(descriptor, POLLIN), syscall(SYS_read, descriptor, target, count);
  const ssize_t got = read_at(*file, target, count, file->place);
  if (got > 0) file->place += got;
  return got;
}
GILLAB_SHOWN ssize_t pread(int descriptor, void* target, size_t count, off_t place) {
  OpenFile* file = find(descriptor, "pread");
  return file ? read_at(*file, target, count, place) : syscall(SYS_pread64, descriptor, target, count, place);
}

GILLAB_SHOWN ssize_t write(int descriptor, const void* source, size_t count) {
  OpenFile* file = find(descriptor, "write");
  if (!file) return wait_for(descriptor, POLLOUT), syscall(SYS_write, descriptor, source, count);
  if (file->flags & O_APPEND) file->place = size_of(*file);
  const ssize_t written = write_at(*file, source, count, file->place);
  if (written > 0) file->place += written;
  return written;
}

GILLAB_SHOWN off_t lseek(int descriptor, off_t offset, int whence) noexcept {
  OpenFile* file = find(descriptor, "lseek");
  if (!file) return syscall(SYS_lseek, descriptor, offset, whence);
  const int64_t place = offset + (whence == SEEK_CUR ? file->place : whence == SEEK_END ? size_of(*file) : 0);
  if (place < 0) return errno = EINVAL, -1;
  return file->place = place;
}

GILLAB_SHOWN int fstat(int descriptor, struct stat* status) noexcept {
  const OpenFile* file = descriptor >= kFirst ? find(descriptor, "fstat") : nullptr;
  if (!file) return static_cast<int>(syscall(SYS_newfstatat, descriptor, "", status, AT_EMPTY_PATH));
  *status = {};
  status->st_mode = S_IFREG | 0644;
  status->st_size = size_of(*file);
  status->st_blksize = 4096;
  status->st_nlink = 1;
  return 0;
}

GILLAB_SHOWN int ftruncate(int descriptor, off_t size) noexcept {
  OpenFile* file = find(descriptor, "ftruncate");
  if (!file) return static_cast<int>(syscall(SYS_ftruncate, descriptor, size));
  if (!file->content) return 0;
  const size_t had = file->content->size;
  if (static_cast<size_t>(size) > had && write_at(*file, "", 1, size - 1) < 0) return -1;
  file->content->size = static_cast<size_t>(size);
  return 0;
}

// --- paths: what is made or taken away goes back with the schedule, or is refused

GILLAB_SHOWN int unlinkat(int directory, const char* path, int flags) noexcept {
  if (!is_explored()) return static_cast<int>(syscall(SYS_unlinkat, directory, path, flags));
  if (directory != AT_FDCWD || flags) refuse("unlinkat");
  int error = 0;
  Content* content = content_of(path, &error);
  if (!content || !content->exists) return errno = error ? error : ENOENT, -1;
  content->exists = false;
  content->size = 0;
  return 0;
}
GILLAB_SHOWN int unlink(const char* path) noexcept { return unlinkat(AT_FDCWD, path, 0); }

GILLAB_SHOWN int mkdirat(int directory, const char* path, mode_t mode) noexcept {
  if (is_explored()) refuse("mkdir");
  return static_cast<int>(syscall(SYS_mkdirat, directory, path, mode));
}
GILLAB_SHOWN int mkdir(const char* path, mode_t mode) noexcept { return mkdirat(AT_FDCWD, path, mode); }

GILLAB_SHOWN int renameat(int from, const char* old, int to, const char* name) noexcept {
  if (is_explored()) refuse("rename");
  return static_cast<int>(syscall(SYS_renameat, from, old, to, name));
}
GILLAB_SHOWN int rename(const char* old, const char* name) noexcept { return renameat(AT_FDCWD, old, AT_FDCWD, name); }

}  // extern "C"
