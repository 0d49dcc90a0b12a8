// The module _thread in parts. thread.cpp: starting, idents, hooks; thread_locks.cpp: lock and RLock; thread_local.cpp:
// threading.local.
#pragma once

#include "gil/script_lock.h"
#include "runtime/native.h"

namespace gillab {

struct ScriptLockObject : Object {
  static constexpr Kind kKind = Kind::Extension;
  gil::ScriptLock lock;
  std::atomic<uint64_t> holder;  // id of the thread that took it last; kept only while contention is watched
};

struct RLockObject : Object {  // owner and depth: written only by who holds the lock
  static constexpr Kind kKind = Kind::Extension;
  gil::ScriptLock lock;
  std::atomic<uint64_t> owner;  // an ident; 0: nobody
  Cell<uint64_t> depth;
  std::atomic<uint64_t> holder;  // as a lock's
};

enum class Acquired : uint8_t { Yes, No, Error };
// Reads (blocking=True, timeout=-1) as acquire() takes them. 0: do not wait. -1: an error is set.
gil::Nanoseconds lock_deadline(Thread& thread, Value blocking, Value timeout);
gil::Nanoseconds deadline_after(int64_t duration);  // 0 for 0
// When a thread that sleeps until the deadline must look up. A signal that arrives between the look at it and the sleep
// would wait as long as the sleep: so the main thread, which handles signals, sleeps in short pieces.
gil::Nanoseconds wake_up_time(const Thread& thread, gil::Nanoseconds deadline);

bool add_lock_types(Thread& thread, Module* module);
bool add_local_type(Thread& thread, Module* module);
Ref make_script_lock(Thread& thread);  // REQUIRES: add_lock_types ran
bool add_excepthook(Thread& thread, Module* module);  // _excepthook and _ExceptHookArgs

}  // namespace gillab
