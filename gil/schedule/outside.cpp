// What an engine asks of the system, answered for fibers: memory from the arena, a virtual clock, fibers for threads,
// seeded randomness. These definitions take the place of libc's in the engine `controlled`; outside a fiber they hand on
// to libc. Processes and sockets are refused: what they do cannot be taken back.
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dlfcn.h>
#include <new>
#include <pthread.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "gil/schedule/arena.h"
#include "gil/schedule/machine.h"
#include "gil/schedule/outside_state.h"

#define GILLAB_SHOWN __attribute__((visibility("default"), used))

using namespace gillab::gil::schedule;
using gillab::gil::Nanoseconds;

namespace {

constexpr Nanoseconds kSecond = 1'000'000'000;
constexpr Nanoseconds kStartOfMonotonic = 1000 * kSecond;
constexpr Nanoseconds kStartOfWall = 1'700'000'000 * kSecond;

bool inside() { return outside_state.inside; }

template <class Function>
Function* next_definition(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}
#define GILLAB_REAL(name) (next_definition<decltype(::name)>(#name))

// Would the signal end the process, with all that has been found?
bool would_end(int number) {
  struct sigaction action {};
  const bool harmless = number == 0 || number == SIGCHLD || number == SIGCONT || number == SIGURG || number == SIGWINCH;
  return hooks().explores && !harmless && sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_DFL;
}

}  // namespace

namespace gillab::gil::schedule {

void let_time_pass() {
  if (hooks().explores) return;
  struct timespec now {};
  syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
  const Nanoseconds here = now.tv_sec * kSecond + now.tv_nsec;
  if (outside_state.looked_at) machine().clock += here - outside_state.looked_at;
  outside_state.looked_at = here;
}

}  // namespace gillab::gil::schedule

// --- memory

extern "C" {
void* __libc_malloc(size_t bytes);
void __libc_free(void* block);
void* __libc_calloc(size_t count, size_t bytes);
void* __libc_realloc(void* block, size_t bytes);
void* __libc_memalign(size_t alignment, size_t bytes);

GILLAB_SHOWN void* malloc(size_t bytes) {
  return inside() ? arena_allocate(bytes, Use::Other) : __libc_malloc(bytes);
}
GILLAB_SHOWN void free(void* block) {
  if (!block) return;
  is_in_arena(block) ? arena_free(block) : inside() && has_new_memory() ? void() : __libc_free(block);
}
GILLAB_SHOWN void* calloc(size_t count, size_t bytes) {
  if (!inside()) return __libc_calloc(count, bytes);
  size_t all;
  if (__builtin_mul_overflow(count, bytes, &all)) return nullptr;
  void* block = arena_allocate(all, Use::Other);
  return block ? std::memset(block, 0, all) : nullptr;
}
GILLAB_SHOWN void* realloc(void* block, size_t bytes) {
  if (is_in_arena(block)) return arena_resize(block, bytes, Use::Other);
  if (!inside()) return __libc_realloc(block, bytes);
  if (!block) return arena_allocate(bytes, Use::Other);
  return __libc_realloc(block, bytes);
}
GILLAB_SHOWN void* memalign(size_t alignment, size_t bytes) {
  return inside() ? arena_allocate(bytes, Use::Other, alignment) : __libc_memalign(alignment, bytes);
}
GILLAB_SHOWN void* aligned_alloc(size_t alignment, size_t bytes) { return memalign(alignment, bytes); }
GILLAB_SHOWN int posix_memalign(void** block, size_t alignment, size_t bytes) {
  *block = memalign(alignment, bytes);
  return *block ? 0 : ENOMEM;
}

// What the runtime asks of mimalloc: objects in chunks, and buffers.
GILLAB_SHOWN void* mi_malloc(size_t bytes) {
  return inside() ? arena_allocate(bytes, Use::Buffer) : __libc_malloc(bytes);
}
GILLAB_SHOWN void mi_free(void* block) { free(block); }
GILLAB_SHOWN void* mi_realloc(void* block, size_t bytes) {
  return is_in_arena(block) || inside() ? arena_resize(block, bytes, Use::Buffer) : __libc_realloc(block, bytes);
}
}

void* operator new(std::size_t bytes) {
  if (void* memory = malloc(bytes)) return memory;
  throw std::bad_alloc();
}
void* operator new[](std::size_t bytes) { return operator new(bytes); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return malloc(bytes); }
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept { return malloc(bytes); }
void operator delete(void* memory) noexcept { free(memory); }
void operator delete[](void* memory) noexcept { free(memory); }
void operator delete(void* memory, std::size_t) noexcept { free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { free(memory); }

extern "C" {
GILLAB_SHOWN void* mmap(void* where, size_t bytes, int protection, int flags, int file, off_t offset) noexcept {
  if (inside() && (flags & MAP_ANONYMOUS) && !where) {
    if (protection & PROT_EXEC) {  // code made at run time is no part of a state: do without
      errno = ENOMEM;
      return MAP_FAILED;
    }
    void* pages = arena_pages(bytes);
    if (pages) return pages;
    errno = ENOMEM;
    return MAP_FAILED;
  }
  return reinterpret_cast<void*>(syscall(SYS_mmap, where, bytes, protection, flags, file, offset));
}
GILLAB_SHOWN int munmap(void* start, size_t bytes) noexcept {
  if (!is_in_arena(start)) return static_cast<int>(syscall(SYS_munmap, start, bytes));
  arena_give_pages_back(start, bytes);
  return 0;
}
// A page that nobody may touch behind a stack: here every stack has room behind it.
GILLAB_SHOWN int mprotect(void* start, size_t bytes, int protection) noexcept {
  if (inside() && is_in_arena(start)) return 0;
  return static_cast<int>(syscall(SYS_mprotect, start, bytes, protection));
}

// --- time and chance

GILLAB_SHOWN int clock_gettime(clockid_t clock, struct timespec* time) noexcept {
  if (!inside()) return static_cast<int>(syscall(SYS_clock_gettime, clock, time));
  let_time_pass();
  Nanoseconds now = machine().clock;
  if (clock == CLOCK_REALTIME) now += kStartOfWall;
  if (clock == CLOCK_MONOTONIC) now += kStartOfMonotonic;
  *time = {now / kSecond, now % kSecond};
  return 0;
}

GILLAB_SHOWN int nanosleep(const struct timespec* asked, struct timespec* left) {
  if (!inside()) return static_cast<int>(syscall(SYS_nanosleep, asked, left));
  Fiber& fiber = current_fiber();
  fiber.deadline = machine().clock + kStartOfMonotonic + asked->tv_sec * kSecond + asked->tv_nsec;
  give_up(Status::Sleep);
  return 0;
}

GILLAB_SHOWN ssize_t getrandom(void* target, size_t bytes, unsigned flags) {
  if (!inside()) return syscall(SYS_getrandom, target, bytes, flags);
  const uint32_t me = machine().current;
  uint32_t& random = machine().random[me];
  for (size_t i = 0; i < bytes; ++i) {
    random = random * 1664525 + 1013904223 + me * 2;
    static_cast<unsigned char*>(target)[i] = static_cast<unsigned char>(random >> 24);
  }
  return static_cast<ssize_t>(bytes);
}

// --- threads

GILLAB_SHOWN int pthread_create(pthread_t* handle, const pthread_attr_t* attributes, void* (*function)(void*),
                                void* argument) noexcept {
  if (!inside()) return GILLAB_REAL(pthread_create)(handle, attributes, function, argument);
  if (!has_new_memory() && hooks().explores) tell(Event::FirstThread);
  const uint32_t number = make_fiber(function, argument, kFiberStack);
  if (number == kMostFibers && hooks().explores) refuse(kTooManyThreads.data());
  if (number == kMostFibers) return EAGAIN;
  *handle = reinterpret_cast<pthread_t>(&machine().fibers[number]);
  if (hooks().made) hooks().made(number, argument);
  return 0;
}
GILLAB_SHOWN pthread_t pthread_self() noexcept {
  if (!inside()) return GILLAB_REAL(pthread_self)();
  return reinterpret_cast<pthread_t>(&current_fiber());
}
// What the system calls a thread is no part of the state: it changes from process to process.
GILLAB_SHOWN pid_t gettid() noexcept {
  constexpr pid_t kFirst = 1000;
  return inside() ? kFirst + static_cast<pid_t>(machine().current) : static_cast<pid_t>(syscall(SYS_gettid));
}
GILLAB_SHOWN int pthread_getattr_np(pthread_t thread, pthread_attr_t* attributes) noexcept {
  if (!inside()) return GILLAB_REAL(pthread_getattr_np)(thread, attributes);
  pthread_attr_init(attributes);
  return pthread_attr_setstacksize(attributes, current_fiber().stack_size);
}

// --- what cannot be taken back (machine.cpp: refuse)

GILLAB_SHOWN pid_t fork() noexcept {
  if (inside()) refuse("fork");
  return GILLAB_REAL(fork)();
}
GILLAB_SHOWN pid_t vfork() noexcept {
  if (inside()) refuse("vfork");
  return GILLAB_REAL(fork)();
}
GILLAB_SHOWN int posix_spawn(pid_t* child, const char* path, const posix_spawn_file_actions_t* actions, const posix_spawnattr_t* settings,
                             char* const arguments[], char* const environment[]) {
  if (inside()) refuse("posix_spawn");
  return GILLAB_REAL(posix_spawn)(child, path, actions, settings, arguments, environment);
}
GILLAB_SHOWN int execve(const char* path, char* const arguments[], char* const environment[]) noexcept {
  if (inside()) refuse("execve");
  return static_cast<int>(syscall(SYS_execve, path, arguments, environment));
}
GILLAB_SHOWN int kill(pid_t process, int number) noexcept {
  if (inside() && (process != getpid() || would_end(number))) refuse("kill");
  return static_cast<int>(syscall(SYS_kill, process, number));
}
GILLAB_SHOWN int raise(int number) noexcept {
  if (inside() && would_end(number)) refuse("raise");
  return static_cast<int>(syscall(SYS_tgkill, getpid(), syscall(SYS_gettid), number));
}
GILLAB_SHOWN void _exit(int code) {
  if (inside() && hooks().explores) refuse("_exit");
  for (;;) syscall(SYS_exit_group, code);
}
GILLAB_SHOWN int system(const char* command) {
  if (inside() && hooks().explores) refuse("system");
  return GILLAB_REAL(system)(command);
}
GILLAB_SHOWN int socket(int domain, int type, int protocol) noexcept {
  if (inside()) refuse("socket");
  return static_cast<int>(syscall(SYS_socket, domain, type, protocol));
}
GILLAB_SHOWN int socketpair(int domain, int type, int protocol, int pair[2]) noexcept {
  if (inside()) refuse("socketpair");
  return static_cast<int>(syscall(SYS_socketpair, domain, type, protocol, pair));
}

// What is left behind for good is refused once there is more than one schedule.
#define GILLAB_LEAVES(name, ...)                      \
  if (inside() && outside_state.pages) refuse(#name); \
  return GILLAB_REAL(name)(__VA_ARGS__)

GILLAB_SHOWN int chdir(const char* path) noexcept { GILLAB_LEAVES(chdir, path); }
GILLAB_SHOWN int fchmod(int file, mode_t mode) noexcept { GILLAB_LEAVES(fchmod, file, mode); }
GILLAB_SHOWN int fchmodat(int directory, const char* path, mode_t mode, int flags) noexcept {
  GILLAB_LEAVES(fchmodat, directory, path, mode, flags);
}
GILLAB_SHOWN int linkat(int from, const char* old, int to, const char* path, int flags) noexcept {
  GILLAB_LEAVES(linkat, from, old, to, path, flags);
}
GILLAB_SHOWN int symlinkat(const char* target, int directory, const char* path) noexcept { GILLAB_LEAVES(symlinkat, target, directory, path); }
GILLAB_SHOWN int truncate(const char* path, off_t size) noexcept { GILLAB_LEAVES(truncate, path, size); }
GILLAB_SHOWN int pipe2(int ends[2], int flags) noexcept { GILLAB_LEAVES(pipe2, ends, flags); }
GILLAB_SHOWN int dup(int file) noexcept { GILLAB_LEAVES(dup, file); }
}
