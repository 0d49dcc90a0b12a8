// The real outside: system calls. Anything virtual is a subclass elsewhere.
#include "runtime/world.h"

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gillab {

namespace {

int64_t clock_nanoseconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

int64_t result_or_errno(int64_t result) { return result < 0 ? -errno : result; }

}  // namespace

int64_t World::wall_nanoseconds() { return clock_nanoseconds(CLOCK_REALTIME); }
int64_t World::monotonic_nanoseconds() { return clock_nanoseconds(CLOCK_MONOTONIC); }
int64_t World::process_nanoseconds() { return clock_nanoseconds(CLOCK_PROCESS_CPUTIME_ID); }
int64_t World::thread_nanoseconds() { return clock_nanoseconds(CLOCK_THREAD_CPUTIME_ID); }

void World::sleep_nanoseconds(int64_t nanoseconds) {
  timespec duration{nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000};
  nanosleep(&duration, nullptr);
}

void World::random_bytes(void* target, size_t count) {
  auto* bytes = static_cast<char*>(target);
  while (count > 0) {
    ssize_t got = getrandom(bytes, count, 0);
    if (got < 0 && errno != EINTR) std::abort();  // a kernel without random numbers is a broken machine
    if (got < 0) continue;
    bytes += got;
    count -= static_cast<size_t>(got);
  }
}

uint64_t World::hash_seed() {
  const char* text = environment("PYTHONHASHSEED");
  if (text && *text && std::string(text) != "random") return std::strtoull(text, nullptr, 10);
  uint64_t seed = 0;
  random_bytes(&seed, sizeof seed);
  return seed;
}

const char* World::environment(const char* name) { return std::getenv(name); }

int World::open(const char* path, int flags, int mode) {
  return static_cast<int>(result_or_errno(::open(path, flags | O_CLOEXEC, mode)));
}
int World::close(int descriptor) { return static_cast<int>(result_or_errno(::close(descriptor))); }
int64_t World::read(int descriptor, void* target, size_t count) {
  return result_or_errno(::read(descriptor, target, count));
}
int64_t World::write(int descriptor, const void* source, size_t count) {
  return result_or_errno(::write(descriptor, source, count));
}
int64_t World::seek(int descriptor, int64_t offset, int whence) {
  return result_or_errno(::lseek(descriptor, offset, whence));
}

}  // namespace gillab
