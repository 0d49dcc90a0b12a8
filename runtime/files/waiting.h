// System calls that may wait: outside the turn, and again after a signal whose handler raised nothing.
#pragma once

#include <cerrno>

#include "runtime/blocking.h"
#include "runtime/errors.h"

namespace gillab {

inline int64_t or_errno(int64_t result) { return result < 0 ? -errno : result; }

// `call` gives a result or -errno and touches plain memory only. Negative: failed; raise_failure() says it.
template <class Call>
int64_t call_waiting(Thread& thread, Call call, gil::Reason why = gil::Reason::Io) {
  while (true) {
    int64_t result;
    {
      Blocking region(thread, why);
      result = call();
    }
    if (result != -EINTR || !check_signals(thread)) return result;
  }
}

// What call_waiting() failed with, unless a signal's handler raised something of its own.
inline Failed raise_failure(Thread& thread, int64_t result, Value filename = Value::none()) {
  return thread.has_exception() ? Failed{} : raise_errno(thread, static_cast<int>(-result), filename);
}

}  // namespace gillab
