// _multiprocessing.SemLock: a lock or semaphore that processes share, on a named semaphore of the system.
#include <fcntl.h>
#include <semaphore.h>

#include <cerrno>
#include <climits>
#include <ctime>

#include "runtime/blocking.h"
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

enum LockKind : int64_t { kRecursive = 0, kSemaphore = 1 };

struct SemLock : Object {
  static constexpr Kind kKind = Kind::Extension;
  sem_t* semaphore;
  Field name;               // a str, or None once it is unlinked
  int64_t kind;
  int64_t maximum;
  Cell<int64_t> count;      // how often this process's owner holds it
  Cell<uint64_t> owner;     // the thread that does
};

SemLock* lock_of(Value self) { return reinterpret_cast<SemLock*>(self.as_object()); }

void destroy_lock(Thread& thread, Object* object) {
  auto* lock = static_cast<SemLock*>(object);
  if (lock->semaphore != SEM_FAILED) sem_close(lock->semaphore);
  lock->name.clear();
  free_with_attributes(thread, object, sizeof(SemLock));
}

constexpr Layout kSemLockLayout = {"SemLock", sizeof(SemLock), false, destroy_lock};

bool is_mine(Thread& thread, SemLock* lock) { return lock->count.get() > 0 && lock->owner.get() == thread.ident; }

Ref make_lock(Thread& thread, Type* type, sem_t* semaphore, int64_t kind, int64_t maximum, Value name) {
  if (semaphore == SEM_FAILED) return raise_errno(thread, errno);
  auto* lock = static_cast<SemLock*>(allocate_instance(thread, type, 0));
  if (!lock) {
    sem_close(semaphore);
    return {};
  }
  lock->semaphore = semaphore;
  lock->name.init(Ref::share(name));
  lock->kind = kind;
  lock->maximum = maximum;
  lock->count.set(0);
  lock->owner.set(0);
  return Ref::own(lock);
}

// (kind, value, maxvalue, name, unlink)
Ref lock_new(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t kind, value, maximum;
  Type* type = class_argument(thread, args[0], module_types(thread).sem_lock);
  if (!type || !index_as_int64(thread, args[1], &kind) || !index_as_int64(thread, args[2], &value) ||
      !index_as_int64(thread, args[3], &maximum)) {
    return {};
  }
  if (kind != kRecursive && kind != kSemaphore) return raise(thread, Error::ValueError, "unrecognized kind");
  Str* name = expect_str(thread, args[4], "name");
  Truth unlinks = name ? truth(thread, args[5]) : Truth::Error;
  if (unlinks == Truth::Error) return {};
  const std::string path = to_utf8(name);
  sem_t* semaphore = sem_open(path.c_str(), O_CREAT | O_EXCL, 0600, static_cast<unsigned>(value));
  const int saved = errno;
  if (semaphore != SEM_FAILED && unlinks == Truth::Yes) sem_unlink(path.c_str());
  errno = saved;
  return make_lock(thread, type, semaphore, kind, maximum, unlinks == Truth::Yes ? Value::none() : args[4]);
}

// _rebuild(handle, kind, maxvalue, name): the semaphore of that name, in another process.
Ref lock_rebuild(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t kind, maximum;
  if (!index_as_int64(thread, args[2], &kind) || !index_as_int64(thread, args[3], &maximum)) return {};
  Str* name = expect_str(thread, args[4], "name");
  if (!name) return {};
  return make_lock(thread, as<Type>(args[0]), sem_open(to_utf8(name).c_str(), 0), kind, maximum, args[4]);
}

enum class Wait : uint8_t { Got, TimedOut, Failed };

// deadline null: for ever.
Wait wait_for(Thread& thread, SemLock* lock, const timespec* deadline) {
  for (;;) {
    int result;
    {
      Blocking region(thread, gil::Reason::Lock);
      result = deadline ? sem_clockwait(lock->semaphore, CLOCK_MONOTONIC, deadline) : sem_wait(lock->semaphore);
    }
    if (result == 0) return Wait::Got;
    if (errno == ETIMEDOUT) return Wait::TimedOut;
    if (errno != EINTR) {
      raise_errno(thread, errno);
      return Wait::Failed;
    }
    if (!check_signals(thread)) return Wait::Failed;
  }
}

bool read_deadline(Thread& thread, Value timeout, timespec* deadline) {
  double seconds;
  if (!as_double(thread, timeout, &seconds)) return false;
  if (!(seconds > 0)) seconds = 0;
  if (seconds > 1e9) seconds = 1e9;
  clock_gettime(CLOCK_MONOTONIC, deadline);
  const auto whole = static_cast<int64_t>(seconds);
  deadline->tv_sec += whole;
  deadline->tv_nsec += static_cast<int64_t>((seconds - static_cast<double>(whole)) * 1e9);
  if (deadline->tv_nsec >= 1000000000) {
    deadline->tv_nsec -= 1000000000;
    ++deadline->tv_sec;
  }
  return true;
}

Ref note_taken(Thread& thread, SemLock* lock) {
  lock->count.set(lock->count.get() + 1);
  lock->owner.set(thread.ident);
  return Ref::boolean(true);
}

Ref lock_acquire(Thread& thread, Args args, uint32_t, Tuple*) {
  SemLock* lock = lock_of(args[0]);
  Truth blocks = args[1].is_empty() ? Truth::Yes : truth(thread, args[1]);
  if (blocks == Truth::Error) return {};
  if (lock->kind == kRecursive && is_mine(thread, lock)) return note_taken(thread, lock);
  if (sem_trywait(lock->semaphore) == 0) return note_taken(thread, lock);
  if (blocks == Truth::No) return Ref::boolean(false);
  timespec deadline;
  const bool limited = !args[2].is_empty() && !args[2].is_none();
  if (limited && !read_deadline(thread, args[2], &deadline)) return {};
  Ref held = Ref::share(args[0]);
  Wait outcome = wait_for(thread, lock, limited ? &deadline : nullptr);
  if (outcome == Wait::Failed) return {};
  return outcome == Wait::Got ? note_taken(thread, lock) : Ref::boolean(false);
}

// Whether release() would make it more than it was made for. -1: an error is set.
bool may_release(Thread& thread, SemLock* lock) {
  if (lock->kind == kRecursive) {
    return is_mine(thread, lock) ||
           raise(thread, Error::AssertionError, "attempt to release recursive lock not owned by thread");
  }
  int value;
  if (sem_getvalue(lock->semaphore, &value) < 0) return raise_errno(thread, errno);
  if (value < lock->maximum) return true;
  return raise(thread, Error::ValueError, "semaphore or lock released too many times");
}

Ref lock_release(Thread& thread, Args args, uint32_t, Tuple*) {
  SemLock* lock = lock_of(args[0]);
  if (!may_release(thread, lock)) return {};
  lock->count.set(lock->count.get() - 1);
  if (lock->kind == kRecursive && lock->count.get() > 0) return Ref::none();
  if (sem_post(lock->semaphore) < 0) return raise_errno(thread, errno);
  return Ref::none();
}

Ref lock_enter(Thread& thread, Args args, uint32_t, Tuple*) {
  Value given[] = {args[0], Value::empty(), Value::empty()};
  return lock_acquire(thread, given, 3, nullptr);
}
Ref lock_count(Thread& thread, Args args, uint32_t, Tuple*) { return make_int(thread, lock_of(args[0])->count.get()); }
Ref lock_is_mine(Thread& thread, Args args, uint32_t, Tuple*) {
  return Ref::boolean(is_mine(thread, lock_of(args[0])));
}
Ref lock_value(Thread& thread, Args args, uint32_t, Tuple*) {
  int value;
  if (sem_getvalue(lock_of(args[0])->semaphore, &value) < 0) return raise_errno(thread, errno);
  return make_int(thread, value < 0 ? 0 : value);
}
Ref lock_is_zero(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref value = lock_value(thread, args, 1, nullptr);
  return value ? Ref::boolean(value.get() == Value::integer(0)) : Ref();
}
Ref lock_after_fork(Thread&, Args args, uint32_t, Tuple*) {
  lock_of(args[0])->count.set(0);
  return Ref::none();
}

Ref get_handle(Thread& thread, Value self) {
  return make_int(thread, static_cast<int64_t>(reinterpret_cast<uintptr_t>(lock_of(self)->semaphore)));
}
Ref get_kind(Thread& thread, Value self) { return make_int(thread, lock_of(self)->kind); }
Ref get_maximum(Thread& thread, Value self) { return make_int(thread, lock_of(self)->maximum); }
Ref get_name(Thread&, Value self) { return lock_of(self)->name.take(); }

Ref sem_unlink_function(Thread& thread, Args args, uint32_t, Tuple*) {
  Str* name = expect_str(thread, args[0], "name");
  if (!name) return {};
  return sem_unlink(to_utf8(name).c_str()) < 0 ? Ref(raise_errno(thread, errno)) : Ref::none();
}

constexpr MethodDef kMethods[] = {
    {"__new__", "(cls, kind, value, maxvalue, name, unlink)", lock_new, MethodDef::Static},
    {"_rebuild", "(cls, handle, kind, maxvalue, name, /)", lock_rebuild, MethodDef::Class},
    {"acquire", "(self, block=True, timeout=None)", lock_acquire},
    {"release", "(self, /)", lock_release},
    {"__enter__", "(self, /)", lock_enter},
    {"__exit__", "(self, exc_type=None, exc_value=None, exc_tb=None, /)", lock_release},
    {"_count", "(self, /)", lock_count},
    {"_is_mine", "(self, /)", lock_is_mine},
    {"_get_value", "(self, /)", lock_value},
    {"_is_zero", "(self, /)", lock_is_zero},
    {"_after_fork", "(self, /)", lock_after_fork},
};
constexpr GetSetDef kGetSets[] = {
    {"handle", get_handle}, {"kind", get_kind}, {"maxvalue", get_maximum}, {"name", get_name}};
constexpr MethodDef kFunctions[] = {{"sem_unlink", "(name, /)", sem_unlink_function}};

}  // namespace

bool init__multiprocessing(Thread& thread, Module* module) {
  Type* type = make_native_type(
      thread, {"_multiprocessing.SemLock", "_multiprocessing", &kSemLockLayout, kBaseType}, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  add_constant(thread, type, "SEM_VALUE_MAX", make_int(thread, INT_MAX));
  finish_type(thread, type);
  module_types(thread).sem_lock = type;
  return add_value(thread, module, "SemLock", Ref::share(type)) && add_functions(thread, module, kFunctions);
}

}  // namespace gillab
