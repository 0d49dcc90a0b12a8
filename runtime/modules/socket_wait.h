// socket_call(): a system call on a socket within the socket's time limit.
#pragma once

#include <poll.h>

#include "runtime/files/waiting.h"
#include "runtime/interpreter.h"
#include "runtime/modules/select.h"
#include "runtime/modules/socket.h"

namespace gillab {

inline constexpr int64_t kTimedOut = INT64_MIN;

// 1: ready, 0: the time is over, -errno
inline int64_t poll_socket(Thread& thread, int descriptor, short events, const Deadline& deadline) {
  pollfd row{descriptor, events, 0};
  int got = ::poll(&row, 1, milliseconds_of(deadline.left(thread)));
  return got < 0 ? -errno : got;
}

inline Failed raise_timed_out(Thread& thread) { return raise(thread, Error::TimeoutError, "timed out"); }

// As socket_call() below, but what failed comes back as -errno, or as kTimedOut.
template <class Call>
int64_t try_socket_call(Thread& thread, Socket* socket, short events, Call call) {
  Deadline deadline;
  bool limited = socket->timeout > 0;
  int descriptor = socket->descriptor;
  if (limited) deadline.set(thread, socket->timeout);
  return call_waiting(thread, [&]() -> int64_t {
    while (true) {
      int64_t result = call(descriptor);
      if (result != -EAGAIN || !limited) return result;
      int64_t ready = poll_socket(thread, descriptor, events, deadline);
      if (ready == 0) return kTimedOut;
      if (ready < 0) return ready;
    }
  });
}

template <class Call>
int64_t socket_call(Thread& thread, Socket* socket, short events, Call call) {
  int64_t result = try_socket_call(thread, socket, events, call);
  if (result >= 0) return result;
  if (result == kTimedOut)
    raise_timed_out(thread);
  else
    raise_failure(thread, result);
  return -1;
}

}  // namespace gillab
