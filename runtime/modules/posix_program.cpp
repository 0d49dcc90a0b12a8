// posix: posix_spawn of the C library. lib/_posix_spawn.py has checked its arguments.
#include <cerrno>
#include <csignal>
#include <sched.h>
#include <spawn.h>

#include <string>
#include <vector>

#include "runtime/int.h"
#include "runtime/modules/posix.h"
#include "runtime/modules/posix_vectors.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

struct Actions {
  posix_spawn_file_actions_t all;
  Actions() { ::posix_spawn_file_actions_init(&all); }
  ~Actions() { ::posix_spawn_file_actions_destroy(&all); }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
};

struct Attributes {
  posix_spawnattr_t all;
  int flags = 0;
  Attributes() { ::posix_spawnattr_init(&all); }
  ~Attributes() { ::posix_spawnattr_destroy(&all); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
};

// (0, fd, path, flags, mode): open; (1, fd): close; (2, fd, other): copy
bool add_action(Thread& thread, Tuple* action, Actions* actions) {
  int kind, descriptor, third, mode;
  if (!small_int(thread, action->items[0], 0, &kind) || !small_int(thread, action->items[1], 0, &descriptor)) {
    return false;
  }
  if (kind == 1) return ::posix_spawn_file_actions_addclose(&actions->all, descriptor), true;
  if (kind == 2) {
    if (!small_int(thread, action->items[2], 0, &third)) return false;
    return ::posix_spawn_file_actions_adddup2(&actions->all, descriptor, third), true;
  }
  PathArgument path;
  if (!path.read(thread, action->items[2], "posix_spawn") || !small_int(thread, action->items[3], 0, &third) ||
      !small_int(thread, action->items[4], 0, &mode)) {
    return false;
  }
  return ::posix_spawn_file_actions_addopen(&actions->all, descriptor, path.text(), third, static_cast<mode_t>(mode)),
         true;
}

bool add_actions(Thread& thread, Value sequence, Actions* actions) {
  Each each(thread, sequence);
  while (Ref item = each.next()) {
    if (!add_action(thread, item.as<Tuple>(), actions)) return false;
  }
  return !each.failed();
}

bool read_signals(Thread& thread, Value sequence, sigset_t* set) {
  sigemptyset(set);
  Each each(thread, sequence);
  while (Ref item = each.next()) {
    int number;
    if (!small_int(thread, item.get(), 0, &number)) return false;
    if (sigaddset(set, number) < 0) return raise(thread, Error::ValueError, "signal number {} out of range", number);
  }
  return !each.failed();
}

// (group or None, resets ids, new session, mask or None, defaults or None, policy or None, priority or None)
bool read_attributes(Thread& thread, Tuple* given, Attributes* attributes) {
  const Value* items = given->items;
  int number;
  sigset_t signals;
  posix_spawnattr_t* all = &attributes->all;
  if (!items[0].is_none()) {
    if (!small_int(thread, items[0], 0, &number)) return false;
    ::posix_spawnattr_setpgroup(all, number);
    attributes->flags |= POSIX_SPAWN_SETPGROUP;
  }
  if (items[1].is_true()) attributes->flags |= POSIX_SPAWN_RESETIDS;
  if (items[2].is_true()) attributes->flags |= POSIX_SPAWN_SETSID;
  if (!items[3].is_none()) {
    if (!read_signals(thread, items[3], &signals)) return false;
    ::posix_spawnattr_setsigmask(all, &signals);
    attributes->flags |= POSIX_SPAWN_SETSIGMASK;
  }
  if (!items[4].is_none()) {
    if (!read_signals(thread, items[4], &signals)) return false;
    ::posix_spawnattr_setsigdefault(all, &signals);
    attributes->flags |= POSIX_SPAWN_SETSIGDEF;
  }
  if (!items[5].is_none()) {
    if (!small_int(thread, items[5], 0, &number)) return false;
    ::posix_spawnattr_setschedpolicy(all, number);
    attributes->flags |= POSIX_SPAWN_SETSCHEDULER;
  }
  if (!items[6].is_none()) {
    sched_param priority{};
    if (!small_int(thread, items[6], 0, &priority.sched_priority)) return false;
    ::posix_spawnattr_setschedparam(all, &priority);
    attributes->flags |= POSIX_SPAWN_SETSCHEDPARAM;
  }
  ::posix_spawnattr_setflags(all, static_cast<short>(attributes->flags));
  return true;
}

// (searches PATH, path, arguments, environment, actions, attributes)
Ref posix_spawn_program(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  TextVector arguments, environment;
  Actions actions;
  Attributes attributes;
  if (!path.read(thread, args[1], "posix_spawn") || !arguments.read_texts(thread, args[2], "posix_spawn") ||
      !environment.read_environment(thread, args[3]) || !add_actions(thread, args[4], &actions) ||
      !read_attributes(thread, as<Tuple>(args[5]), &attributes)) {
    return {};
  }
  pid_t child;
  const auto start = args[0].is_true() ? ::posix_spawnp : ::posix_spawn;
  const int error = start(&child, path.text(), &actions.all, &attributes.all, arguments.pointers(),
                          environment.pointers());
  return error ? Ref(raise_errno(thread, error, args[1])) : make_int(thread, child);
}

const MethodDef kFunctions[] = {
    {"_posix_spawn", "(search, path, argv, env, actions, attributes, /)", posix_spawn_program}};

}  // namespace

FunctionTable posix_program_functions() { return {kFunctions, std::size(kFunctions)}; }

}  // namespace gillab
