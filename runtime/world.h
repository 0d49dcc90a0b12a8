// The outside as the runtime sees it: time, randomness, environment, files, descriptors. One real implementation here
// (world.cpp); the controlled engine brings a virtual one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace gillab {

class World {
 public:
  virtual ~World() = default;
  virtual int64_t wall_nanoseconds();
  virtual int64_t monotonic_nanoseconds();
  virtual int64_t process_nanoseconds();
  virtual int64_t thread_nanoseconds();
  // Sleeps, or returns early when a signal arrived.
  virtual void sleep_nanoseconds(int64_t nanoseconds);
  virtual void random_bytes(void* target, size_t count);
  virtual uint64_t hash_seed();  // PYTHONHASHSEED, or random
  virtual const char* environment(const char* name);  // null when unset
  // As the system calls of these names; a negative result is -errno.
  virtual int open(const char* path, int flags, int mode);
  virtual int close(int descriptor);
  virtual int64_t read(int descriptor, void* target, size_t count);
  virtual int64_t write(int descriptor, const void* source, size_t count);
  virtual int64_t seek(int descriptor, int64_t offset, int whence);
};

}  // namespace gillab
