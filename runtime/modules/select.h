// What the files of the module select and of _socket share: descriptors of objects, time limits, waiting for readiness.
#pragma once

#include <cerrno>

#include "runtime/blocking.h"
#include "runtime/errors.h"
#include "runtime/interpreter.h"
#include "runtime/native.h"

namespace gillab {

// A number, or an object with fileno(). False: an exception is set.
bool descriptor_of(Thread& thread, Value value, int* descriptor);

// A time limit that survives signals.
class Deadline {
 public:
  // None: none. Numbers are in units of 1/units_per_second seconds; negative ones are none too where `negative_is_none`.
  bool read(Thread& thread, Value value, const char* type_message, int64_t units_per_second,
            bool negative_is_none = false);
  void set(Thread& thread, int64_t nanoseconds);      // from now; negative: none
  int64_t left(Thread& thread) const;                 // nanoseconds, not below 0; -1: no limit
  bool is_none() const { return end_ < 0; }

 private:
  int64_t end_ = -1;  // monotonic
};

int milliseconds_of(int64_t nanoseconds);  // rounded up; -1 stays -1

// Calls `wait(left)` outside the turn until it gives a count; again, with what is left, after a signal. The result is
// negative when an exception is set.
template <class Wait>
int64_t wait_ready(Thread& thread, const Deadline& deadline, Wait wait) {
  while (true) {
    int64_t left = deadline.left(thread), count;
    {
      Blocking region(thread, gil::Reason::Io);
      count = wait(left);
    }
    if (count >= 0) return count;
    if (count != -EINTR) return raise_errno(thread, static_cast<int>(-count)), -1;
    if (!check_signals(thread)) return -1;
  }
}

bool add_poll(Thread& thread, Module* module);
bool add_epoll(Thread& thread, Module* module);

}  // namespace gillab
