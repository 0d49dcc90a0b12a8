// A region in which a thread waits or works outside Python: it gives its turn up, so that others run meanwhile.
// Inside it nothing of the runtime may be touched: no counts, no objects, no allocation; only plain memory that
// somebody keeps alive. Says why, because policies and figures ask. errno passes through unchanged.
#pragma once

#include <cerrno>

#include "runtime/interpreter.h"

namespace gillab {

class [[nodiscard]] Blocking {
 public:
  Blocking(Thread& thread, gil::Reason why) : thread_(thread) {
    const int saved = errno;
    thread.interpreter->turn.detach(thread.attached, why);
    errno = saved;
  }
  ~Blocking() {
    const int saved = errno;
    thread_.interpreter->turn.attach(thread_.attached);
    errno = saved;
  }
  Blocking(const Blocking&) = delete;

 private:
  Thread& thread_;
};

}  // namespace gillab
