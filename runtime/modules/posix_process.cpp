// posix: processes: who this is, forking, waiting, signals, becoming another program. Starting a child for the module
// subprocess is in posix_spawn.cpp.
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <grp.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/times.h>
#include <sys/wait.h>
#include <unistd.h>

#include "runtime/audit.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/files/waiting.h"
#include "runtime/float.h"
#include "runtime/threads.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/posix.h"
#include "runtime/modules/posix_vectors.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/str.h"

namespace gillab {

namespace {

template <auto Call>
Ref number_of(Thread& thread, const Value*, uint32_t, Tuple*) {
  return make_int(thread, static_cast<int64_t>(Call()));
}

// A call with one number; -1 is an error.
template <auto Call>
Ref with_number(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int number;
  if (!small_int(thread, args[0], 0, &number)) return {};
  auto result = Call(static_cast<decltype(Call(0))>(number));
  return result < 0 ? Ref(raise_errno(thread, errno)) : make_int(thread, static_cast<int64_t>(result));
}

template <auto Call>
Ref with_id(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int number;
  if (!small_int(thread, args[0], 0, &number)) return {};
  return done_or_errno(thread, Call(static_cast<uid_t>(number)));
}

template <auto Call>
Ref with_two(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int first, second;
  if (!small_int(thread, args[0], 0, &first) || !small_int(thread, args[1], 0, &second)) return {};
  return done_or_errno(thread, Call(first, second));
}

Ref posix_setsid(Thread& thread, const Value*, uint32_t, Tuple*) { return done_or_errno(thread, ::setsid()); }

Ref posix_nice(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int increment;
  if (!small_int(thread, args[0], 0, &increment)) return {};
  errno = 0;
  int value = ::nice(increment);
  return value == -1 && errno != 0 ? Ref(raise_errno(thread, errno)) : make_int(thread, value);
}

Ref posix_umask(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int mask;
  if (!small_int(thread, args[0], 0, &mask)) return {};
  return make_int(thread, ::umask(static_cast<mode_t>(mask)));
}

Ref posix_getgroups(Thread& thread, const Value*, uint32_t, Tuple*) {
  gid_t groups[256];
  int count = ::getgroups(256, groups);
  Ref list = count < 0 ? Ref(raise_errno(thread, errno)) : make_list(thread);
  for (int i = 0; list && i < count; ++i) {
    if (!append(thread, list.as<List>(), make_int(thread, groups[i]))) return {};
  }
  return list;
}

// --- children

// As fork() of the C library; os.fork runs what was registered around it.
Ref posix_fork(Thread& thread, const Value*, uint32_t, Tuple*) {
  gil::Turn& turn = thread.interpreter->turn;
  turn.stop_world(thread.attached);  // the child finds nothing half done
  pid_t child = ::fork();
  if (child != 0) turn.start_world(thread.attached);
  if (child < 0) return raise_errno(thread, errno);
  if (child == 0) after_fork_in_child(thread);
  return make_int(thread, child);
}

Ref wait_for(Thread& thread, int process, int options) {
  int status = 0;
  int64_t child = call_waiting(thread, [&] { return or_errno(::waitpid(process, &status, options)); });
  if (child < 0) return raise_failure(thread, child);
  return make_tuple_of(thread, Value::integer(child), Value::integer(child == 0 ? 0 : status));
}

Ref posix_wait(Thread& thread, const Value*, uint32_t, Tuple*) { return wait_for(thread, -1, 0); }

Ref posix_waitpid(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int process, options;
  if (!small_int(thread, args[0], 0, &process) || !small_int(thread, args[1], 0, &options)) return {};
  return wait_for(thread, process, options);
}

enum class Part { Exited, Signaled, Stopped, Continued, CoreDump, ExitStatus, TermSignal, StopSignal };

template <Part part>
Ref part_of_status(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int status;
  if (!small_int(thread, args[0], 0, &status)) return {};
  switch (part) {
    case Part::Exited:
      return Ref::boolean(WIFEXITED(status));
    case Part::Signaled:
      return Ref::boolean(WIFSIGNALED(status));
    case Part::Stopped:
      return Ref::boolean(WIFSTOPPED(status));
    case Part::Continued:
      return Ref::boolean(WIFCONTINUED(status));
    case Part::CoreDump:
      return Ref::boolean(WCOREDUMP(status));
    case Part::ExitStatus:
      return make_int(thread, WEXITSTATUS(status));
    case Part::TermSignal:
      return make_int(thread, WTERMSIG(status));
    case Part::StopSignal:
      break;
  }
  return make_int(thread, WSTOPSIG(status));
}

Ref posix_exit_code(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int status;
  if (!small_int(thread, args[0], 0, &status)) return {};
  if (WIFEXITED(status)) return make_int(thread, WEXITSTATUS(status));
  if (WIFSIGNALED(status)) return make_int(thread, -WTERMSIG(status));
  if (WIFSTOPPED(status)) {
    return raise(thread, Error::ValueError, "process stopped by delivery of signal {}", WSTOPSIG(status));
  }
  return raise(thread, Error::ValueError, "invalid wait status: {}", status);
}

// waitid for a process that ended: (pid, exit code), None when WNOHANG found none.
Ref posix_waitid(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int kind, id, options;
  siginfo_t info{};
  if (!small_int(thread, args[0], 0, &kind) || !small_int(thread, args[1], 0, &id)) return {};
  if (!small_int(thread, args[2], 0, &options)) return {};
  int64_t done = call_waiting(thread, [&] {
    return or_errno(::waitid(static_cast<idtype_t>(kind), static_cast<id_t>(id), &info, options));
  });
  if (done < 0) return raise_failure(thread, done);
  if (info.si_pid == 0) return Ref::none();
  const int64_t fields[] = {info.si_pid, info.si_uid, info.si_signo, info.si_status, info.si_code};
  Value values[5];
  for (int i = 0; i < 5; ++i) values[i] = Value::integer(fields[i]);
  return make_tuple(thread, values, 5);
}

Ref posix_pidfd_open(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int process, flags;
  if (!small_int(thread, args[0], 0, &process) || !small_int(thread, args[1], 0, &flags)) return {};
  long descriptor = ::syscall(SYS_pidfd_open, process, flags);
  return descriptor < 0 ? Ref(raise_errno(thread, errno)) : make_int(thread, descriptor);
}

Ref posix_system(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument command;
  if (!command.read(thread, args[0], "system")) return {};
  Ref told = audits(thread) ? make_bytes(thread, command.path) : Ref::none();
  if (!told || !audit(thread, "os.system", told.get())) return {};
  int status;
  {
    Blocking region(thread, gil::Reason::Io);
    status = std::system(command.text());
  }
  return make_int(thread, status);
}

[[noreturn]] Ref posix_exit(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int code;
  if (!small_int(thread, args[0], 0, &code)) code = 1;
  ::_exit(code);
}

[[noreturn]] Ref posix_abort(Thread&, const Value*, uint32_t, Tuple*) { std::abort(); }

Ref posix_execv(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  TextVector arguments;
  if (!path.read(thread, args[0], "execv") || !arguments.read_arguments(thread, args[1], "execv")) return {};
  ::execv(path.text(), arguments.pointers());
  return raise_errno(thread, errno);
}

Ref posix_execve(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument path;
  TextVector arguments, environment;
  if (!path.read(thread, args[0], "execve", true) || !arguments.read_arguments(thread, args[1], "execve")) return {};
  if (!environment.read_environment(thread, args[2])) return {};
  if (path.is_descriptor)
    ::fexecve(path.descriptor, arguments.pointers(), environment.pointers());
  else
    ::execve(path.text(), arguments.pointers(), environment.pointers());
  return raise_errno(thread, errno, args[0]);
}

// --- processors and time

Ref posix_getaffinity(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int process;
  cpu_set_t set;
  if (!small_int(thread, args[0], 0, &process)) return {};
  if (::sched_getaffinity(process, sizeof set, &set) < 0) return raise_errno(thread, errno);
  Ref result = call(thread, Value::object(thread.types().set));
  for (int i = 0; result && i < CPU_SETSIZE; ++i) {
    Value number = Value::integer(i);
    if (CPU_ISSET(i, &set) && !call_method(thread, result.get(), intern(thread, std::string_view("add")), &number, 1)) {
      return {};
    }
  }
  return result;
}

Ref posix_setaffinity(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int process;
  cpu_set_t set;
  CPU_ZERO(&set);
  if (!small_int(thread, args[0], 0, &process)) return {};
  Each each(thread, args[1]);
  while (Ref item = each.next()) {
    int64_t number;
    if (!index_as_int64(thread, item.get(), &number)) return {};
    if (number < 0) return raise(thread, Error::ValueError, "negative CPU number");
    if (number < CPU_SETSIZE) CPU_SET(static_cast<size_t>(number), &set);
  }
  if (each.failed()) return {};
  return done_or_errno(thread, ::sched_setaffinity(process, sizeof set, &set));
}

Ref posix_sched_yield(Thread& thread, const Value*, uint32_t, Tuple*) {
  Blocking region(thread, gil::Reason::Sleep);
  ::sched_yield();
  return Ref::none();
}

Ref posix_times(Thread& thread, const Value*, uint32_t, Tuple*) {
  tms used{};
  clock_t elapsed = ::times(&used);
  auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
  const clock_t all[] = {used.tms_utime, used.tms_stime, used.tms_cutime, used.tms_cstime, elapsed};
  Tuple* tuple = new_tuple(thread, 5);
  if (!tuple) return {};
  Ref result = Ref::own(tuple);
  for (size_t i = 0; i < 5; ++i) {
    tuple->items[i] = make_float(thread, static_cast<double>(all[i]) / ticks).release();
  }
  return result;
}

Ref posix_getpriority(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int which, who;
  if (!small_int(thread, args[0], 0, &which) || !small_int(thread, args[1], 0, &who)) return {};
  errno = 0;
  int value = ::getpriority(static_cast<__priority_which_t>(which), static_cast<id_t>(who));
  return value == -1 && errno != 0 ? Ref(raise_errno(thread, errno)) : make_int(thread, value);
}

const MethodDef kFunctions[] = {{"getpid", "()", number_of<::getpid>},
                                {"getppid", "()", number_of<::getppid>},
                                {"getuid", "()", number_of<::getuid>},
                                {"geteuid", "()", number_of<::geteuid>},
                                {"getgid", "()", number_of<::getgid>},
                                {"getegid", "()", number_of<::getegid>},
                                {"getpgrp", "()", number_of<::getpgrp>},
                                {"getgroups", "()", posix_getgroups},
                                {"getpgid", "(pid)", with_number<::getpgid>},
                                {"getsid", "(pid, /)", with_number<::getsid>},
                                {"setpgid", "(pid, pgrp, /)", with_two<::setpgid>},
                                {"setuid", "(uid, /)", with_id<::setuid>},
                                {"setgid", "(gid, /)", with_id<::setgid>},
                                {"seteuid", "(euid, /)", with_id<::seteuid>},
                                {"setegid", "(egid, /)", with_id<::setegid>},
                                {"setsid", "()", posix_setsid},
                                {"nice", "(increment, /)", posix_nice},
                                {"getpriority", "(which, who)", posix_getpriority},
                                {"umask", "(mask, /)", posix_umask},
                                {"_fork", "()", audited<posix_fork, "os.fork">},
                                {"wait", "()", posix_wait},
                                {"waitpid", "(pid, options, /)", posix_waitpid},
                                {"_waitid", "(idtype, id, options, /)", posix_waitid},
                                {"pidfd_open", "(pid, flags=0)", posix_pidfd_open},
                                {"WIFEXITED", "(status)", part_of_status<Part::Exited>},
                                {"WIFSIGNALED", "(status)", part_of_status<Part::Signaled>},
                                {"WIFSTOPPED", "(status)", part_of_status<Part::Stopped>},
                                {"WIFCONTINUED", "(status)", part_of_status<Part::Continued>},
                                {"WCOREDUMP", "(status, /)", part_of_status<Part::CoreDump>},
                                {"WEXITSTATUS", "(status)", part_of_status<Part::ExitStatus>},
                                {"WTERMSIG", "(status)", part_of_status<Part::TermSignal>},
                                {"WSTOPSIG", "(status)", part_of_status<Part::StopSignal>},
                                {"waitstatus_to_exitcode", "(status)", posix_exit_code},
                                {"kill", "(pid, signal, /)", audited<with_two<::kill>, "os.kill", Told{0}, Told{1}>},
                                {"killpg", "(pgid, signal, /)", audited<with_two<::killpg>, "os.killpg", Told{0}, Told{1}>},
                                {"system", "(command)", posix_system},
                                {"_exit", "(status)", posix_exit},
                                {"abort", "()", posix_abort},
                                {"execv", "(path, argv, /)", audited<posix_execv, "os.exec", Told{0}, Told{1}>},
                                {"execve", "(path, argv, env)", audited<posix_execve, "os.exec", Told{0}, Told{1}, Told{2}>},
                                {"sched_getaffinity", "(pid, /)", posix_getaffinity},
                                {"sched_setaffinity", "(pid, mask, /)", posix_setaffinity},
                                {"sched_yield", "()", posix_sched_yield},
                                {"_times", "()", posix_times}};

}  // namespace

FunctionTable posix_process_functions() { return {kFunctions, std::size(kFunctions)}; }

}  // namespace gillab
