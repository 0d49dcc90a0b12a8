// _thread.lock and _thread.RLock: the waiting, and what scripts call.
#include <cinttypes>

#include "gil/contention.h"
#include "runtime/blocking.h"
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/classes/type_build.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/duration.h"
#include "runtime/modules/thread.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/threads.h"

namespace gillab {
namespace {

constexpr int64_t kUnlimited = -1'000'000'000;  // acquire(timeout=-1)
constexpr gil::Nanoseconds kLongestSleepOfMain = 50'000'000;

}  // namespace

gil::Nanoseconds wake_up_time(const Thread& thread, gil::Nanoseconds deadline) {
  if (gil::kControlled || !is_main_thread(thread)) return deadline;
  return std::min(deadline, gil::now() + kLongestSleepOfMain);
}

namespace {

Acquired wait_for_lock(Thread& thread, gil::ScriptLock& lock, gil::Nanoseconds deadline) {
  for (;;) {
    bool acquired;
    {
      Blocking region(thread, gil::Reason::Lock);
      acquired = lock.wait(wake_up_time(thread, deadline));
    }
    if (acquired) return Acquired::Yes;
    if (!check_signals(thread)) return Acquired::Error;
    if (deadline != gil::kForEver && gil::now() >= deadline) return Acquired::No;
  }
}

bool is_end_lock(Interpreter& interpreter, const Object* object) {
  bool found = false;
  for_each_thread(interpreter, [&](Thread& each) { found = found || (each.end_lock.is_object() && each.end_lock.as_object() == object); });
  return found;
}

// Waiting for a lock that one holds oneself is waiting for a signal, and waiting for a thread's end is joining it: neither
// is getting in each other's way.
Acquired wait_and_note(Thread& thread, Object* object, gil::ScriptLock& lock, std::atomic<uint64_t>& holder,
                       gil::Nanoseconds deadline) {
  const bool counts = holder.load(std::memory_order_relaxed) != thread.id && !is_end_lock(*thread.interpreter, object);
  const gil::Nanoseconds begin = gil::now();
  const Acquired outcome = wait_for_lock(thread, lock, deadline);
  if (counts) gil::note_wait(object->header, gil::now() - begin);
  holder.store(thread.id, std::memory_order_relaxed);
  return outcome;
}

Acquired acquire_lock(Thread& thread, Object* object, gil::ScriptLock& lock, std::atomic<uint64_t>& holder,
                      gil::Nanoseconds deadline) {
  const bool watches = gil::watches_contention();
  if (lock.try_acquire()) {
    if (watches) holder.store(thread.id, std::memory_order_relaxed);
    return Acquired::Yes;
  }
  if (deadline == 0) return Acquired::No;
  return watches ? wait_and_note(thread, object, lock, holder, deadline) : wait_for_lock(thread, lock, deadline);
}

}  // namespace

gil::Nanoseconds lock_deadline(Thread& thread, Value blocking, Value timeout) {
  const Truth waits = blocking.is_empty() ? Truth::Yes : truth(thread, blocking);
  if (waits == Truth::Error) return -1;
  int64_t duration = kUnlimited;
  if (!timeout.is_empty() && !read_duration(thread, timeout, &duration)) return -1;
  if (waits == Truth::No) {
    if (duration == kUnlimited) return 0;
    return raise(thread, Error::ValueError, "can't specify a timeout for a non-blocking call"), -1;
  }
  if (duration == kUnlimited) return gil::kForEver;
  if (duration < 0) return raise(thread, Error::ValueError, "timeout value must be positive"), -1;
  return deadline_after(duration);
}

gil::Nanoseconds deadline_after(int64_t duration) {
  if (duration == 0) return 0;
  const gil::Nanoseconds time = gil::now();
  return duration >= gil::kForEver - time ? gil::kForEver : time + duration;
}

namespace {

using Args = const Value*;

ScriptLockObject* lock_of(Value self) { return reinterpret_cast<ScriptLockObject*>(self.as_object()); }
RLockObject* rlock_of(Value self) { return reinterpret_cast<RLockObject*>(self.as_object()); }

Ref as_result(Acquired outcome) {
  return outcome == Acquired::Error ? Ref() : Ref::boolean(outcome == Acquired::Yes);
}

// --- lock

Acquired acquire(Thread& thread, ScriptLockObject* object, gil::Nanoseconds deadline) {
  return acquire_lock(thread, object, object->lock, object->holder, deadline);
}

Ref lock_acquire(Thread& thread, Args args, uint32_t, Tuple*) {
  const gil::Nanoseconds deadline = lock_deadline(thread, args[1], args[2]);
  return deadline < 0 ? Ref() : as_result(acquire(thread, lock_of(args[0]), deadline));
}

Ref lock_enter(Thread& thread, Args args, uint32_t, Tuple*) {
  return as_result(acquire(thread, lock_of(args[0]), gil::kForEver));
}

Ref lock_release(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!lock_of(args[0])->lock.try_release()) return raise(thread, Error::RuntimeError, "release unlocked lock");
  return Ref::none();
}

Ref lock_locked(Thread&, Args args, uint32_t, Tuple*) { return Ref::boolean(lock_of(args[0])->lock.is_held()); }

Ref lock_reset(Thread&, Args args, uint32_t, Tuple*) {
  lock_of(args[0])->lock.reset();
  return Ref::none();
}

Ref lock_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  char address[24];
  std::snprintf(address, sizeof address, "%p", static_cast<void*>(args[0].as_object()));
  return format_text(thread, "<{} {} object at {}>",
                     {lock_of(args[0])->lock.is_held() ? "locked" : "unlocked", type_name(thread, args[0]), address});
}

void destroy_lock(Thread& thread, Object* object) {
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(ScriptLockObject)));
}
constexpr Layout kLockLayout = {"lock", sizeof(ScriptLockObject), false, destroy_lock};

constexpr MethodDef kLockMethods[] = {{"acquire", "(self, blocking=True, timeout=-1)", lock_acquire},
                                      {"acquire_lock", "(self, blocking=True, timeout=-1)", lock_acquire},
                                      {"release", "(self, /)", lock_release},
                                      {"release_lock", "(self, /)", lock_release},
                                      {"locked", "(self, /)", lock_locked},
                                      {"locked_lock", "(self, /)", lock_locked},
                                      {"__enter__", "(self, /)", lock_enter},
                                      {"__exit__", "(self, /, *args)", lock_release},
                                      {"_at_fork_reinit", "(self, /)", lock_reset},
                                      {"__repr__", "(self, /)", lock_repr}};

// --- RLock

Acquired acquire_rlock(Thread& thread, RLockObject* object, gil::Nanoseconds deadline) {
  if (object->owner.load(std::memory_order_relaxed) == thread.ident) {
    object->depth.set(object->depth.get() + 1);
    return Acquired::Yes;
  }
  const Acquired outcome = acquire_lock(thread, object, object->lock, object->holder, deadline);
  if (outcome != Acquired::Yes) return outcome;
  object->owner.store(thread.ident, std::memory_order_relaxed);
  object->depth.set(1);
  return outcome;
}

Ref rlock_acquire(Thread& thread, Args args, uint32_t, Tuple*) {
  const gil::Nanoseconds deadline = lock_deadline(thread, args[1], args[2]);
  return deadline < 0 ? Ref() : as_result(acquire_rlock(thread, rlock_of(args[0]), deadline));
}

Ref rlock_enter(Thread& thread, Args args, uint32_t, Tuple*) {
  return as_result(acquire_rlock(thread, rlock_of(args[0]), gil::kForEver));
}

bool check_owned(Thread& thread, const RLockObject* object) {
  if (object->owner.load(std::memory_order_relaxed) == thread.ident) return true;
  return raise(thread, Error::RuntimeError, "cannot release un-acquired lock");
}

void release_rlock(RLockObject* object) {
  object->depth.set(0);
  object->owner.store(0, std::memory_order_relaxed);
  object->lock.release();
}

Ref rlock_release(Thread& thread, Args args, uint32_t, Tuple*) {
  RLockObject* object = rlock_of(args[0]);
  if (!check_owned(thread, object)) return {};
  if (object->depth.get() > 1) {
    object->depth.set(object->depth.get() - 1);
  } else {
    release_rlock(object);
  }
  return Ref::none();
}

Ref rlock_is_owned(Thread& thread, Args args, uint32_t, Tuple*) {
  return Ref::boolean(rlock_of(args[0])->owner.load(std::memory_order_relaxed) == thread.ident);
}

// A Condition gives all levels up at once, and takes them back.
Ref rlock_release_save(Thread& thread, Args args, uint32_t, Tuple*) {
  RLockObject* object = rlock_of(args[0]);
  if (!check_owned(thread, object)) return {};
  Ref depth = make_int(thread, static_cast<int64_t>(object->depth.get()));
  Ref owner = make_int(thread, static_cast<int64_t>(object->owner.load(std::memory_order_relaxed)));
  if (!depth || !owner) return {};
  release_rlock(object);
  Value items[] = {depth.get(), owner.get()};
  return make_tuple(thread, items, 2);
}

Ref rlock_acquire_restore(Thread& thread, Args args, uint32_t, Tuple*) {
  RLockObject* object = rlock_of(args[0]);
  if (!is<Tuple>(args[1]) || as<Tuple>(args[1])->length != 2) return raise(thread, Error::TypeError, "expected a tuple of two");
  int64_t depth;
  if (!index_as_int64(thread, as<Tuple>(args[1])->items[0], &depth)) return {};
  if (acquire_lock(thread, object, object->lock, object->holder, gil::kForEver) != Acquired::Yes) return {};
  object->owner.store(thread.ident, std::memory_order_relaxed);
  object->depth.set(static_cast<uint64_t>(depth));
  return Ref::none();
}

Ref rlock_reset(Thread&, Args args, uint32_t, Tuple*) {
  RLockObject* object = rlock_of(args[0]);
  object->lock.reset();
  object->owner.store(0, std::memory_order_relaxed);
  object->depth.set(0);
  return Ref::none();
}

Ref rlock_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  const RLockObject* object = rlock_of(args[0]);
  const uint64_t owner = object->owner.load(std::memory_order_relaxed);
  char address[24];
  std::snprintf(address, sizeof address, "%p", static_cast<void*>(args[0].as_object()));
  return format_text(thread, "<{} {} object owner={} count={} at {}>",
                     {owner ? "locked" : "unlocked", type_name(thread, args[0]), static_cast<long>(owner),
                      static_cast<long>(owner ? object->depth.get() : 0), address});
}

void destroy_rlock(Thread& thread, Object* object) {
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(RLockObject)));
}
constexpr Layout kRLockLayout = {"RLock", sizeof(RLockObject), false, destroy_rlock};

Ref rlock_new(Thread& thread, Args args, uint32_t, Tuple*) {
  auto* type = as<Type>(args[0]);
  auto* object = static_cast<RLockObject*>(allocate_instance(thread, type, 0));
  if (!object) return {};
  new (&object->lock) gil::ScriptLock;
  new (&object->owner) std::atomic<uint64_t>(0);
  new (&object->holder) std::atomic<uint64_t>(0);
  object->depth.set(0);
  if (gil::watches_contention()) gil::note_made(object->header, running_place(thread));
  return Ref::own(object);
}

constexpr MethodDef kRLockMethods[] = {{"__new__", "(cls, /, *args, **kwargs)", rlock_new, MethodDef::Static},
                                       {"acquire", "(self, blocking=True, timeout=-1)", rlock_acquire},
                                       {"release", "(self, /)", rlock_release},
                                       {"__enter__", "(self, blocking=True, timeout=-1)", rlock_enter},
                                       {"__exit__", "(self, /, *args)", rlock_release},
                                       {"_is_owned", "(self, /)", rlock_is_owned},
                                       {"_release_save", "(self, /)", rlock_release_save},
                                       {"_acquire_restore", "(self, state, /)", rlock_acquire_restore},
                                       {"_at_fork_reinit", "(self, /)", rlock_reset},
                                       {"__repr__", "(self, /)", rlock_repr}};

}  // namespace

Ref make_script_lock(Thread& thread) {
  auto* object = allocate<ScriptLockObject>(thread, thread.interpreter->lock_type->root);
  if (!object) return {};
  new (&object->lock) gil::ScriptLock;
  new (&object->holder) std::atomic<uint64_t>(0);
  if (gil::watches_contention()) gil::note_made(object->header, running_place(thread));
  return Ref::own(object);
}

void release_end_lock(Thread& thread) {
  Value lock = std::exchange(thread.end_lock, Value::empty());
  if (lock.is_empty()) return;
  (void)lock_of(lock)->lock.try_release();
  drop(lock);
}

bool add_lock_types(Thread& thread, Module* module) {
  Type* lock = make_native_type(thread, {"_thread.lock", "_thread", &kLockLayout, kHasWeakref | kNoInstances | kOwnGuards}, nullptr);
  Type* rlock = make_native_type(thread, {"_thread.RLock", "_thread", &kRLockLayout, kBaseType | kHasWeakref | kOwnGuards}, nullptr);
  if (!lock || !rlock) return false;
  add_methods(thread, lock, kLockMethods);
  add_methods(thread, rlock, kRLockMethods);
  finish_type(thread, lock);
  finish_type(thread, rlock);
  thread.interpreter->lock_type = lock;
  return add_value(thread, module, "LockType", Ref::share(lock)) && add_value(thread, module, "RLock", Ref::share(rlock));
}

}  // namespace gillab
